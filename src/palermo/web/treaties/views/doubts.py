"""The mark of a doubt: a star beside a status that may have changed already, on a day that no source gives."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString

STAR = "M0-4V4M-3.5-2 3.5 2M-3.5 2 3.5-2"


def beside() -> SafeString:
    """The star as it stands in a cell or in a legend. It is drawn for the eye only: the words stand beside it."""
    return format_html(
        '<svg class="doubt" width="9" height="9" viewBox="-5 -5 10 10" aria-hidden="true">'
        '<path d="{}" fill="none" stroke="currentColor" stroke-width="1.6"/></svg>',
        STAR,
    )


def placed(x: str, y: str) -> SafeString:
    """The star as it stands on the map, in a disc of its own, so that it shows on every colour."""
    return format_html(
        '<g class="doubt" transform="translate({} {}) scale(2)" aria-hidden="true" pointer-events="none">'
        '<circle r="5.5" fill="var(--ground)" stroke="currentColor" stroke-width=".6"/>'
        '<path d="{}" fill="none" stroke="currentColor" stroke-width="1.6"/></g>',
        x,
        y,
        STAR,
    )
