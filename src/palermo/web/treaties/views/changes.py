"""What changed, as a page and as an Atom feed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from palermo.treaties import ENDED, ENTERED, Change, Ledger
from palermo.web.audit import clock
from palermo.web.partners.languages import catalogue_code
from palermo.web.presentation import days
from palermo.web.presentation.days import AsOf, BadDay
from palermo.web.presentation.tables import Cell, Column, Table
from palermo.web.treaties import labels, queries
from palermo.web.treaties.views import cells
from palermo.web.treaties.views.asking import Ask, page, show

SPAN = timedelta(days=2 * 365)
IN_FEED = 50


@page
def changes(request: HttpRequest, ask: Ask) -> HttpResponse:
    """The changes between two days: by default the two years before the day of the page, the latest first."""
    since = _since(request, ask)
    ledger = queries.whole(ask.day.known_on)
    found = tuple(reversed(ledger.changes(since, ask.day.on)))
    return show(request, ask, "treaties/changes.html", _table(ask, ledger, found), {"since": since})


def _since(request: HttpRequest, ask: Ask) -> date:
    text = request.GET.get("since", "").strip()
    since = days.read_day(text, ask.day.today) if text else max(ask.day.on - SPAN, days.FIRST)
    if since > ask.day.on:
        message = _("The span begins on %(since)s, after it ends on %(until)s. Choose an earlier beginning.")
        raise BadDay("backwards", message % {"since": since, "until": ask.day.on})
    return since


def _table(ask: Ask, ledger: Ledger, found: tuple[Change, ...]) -> Table:
    catalogue = ledger.catalogue
    columns = (
        Column("day", _("Day")),
        Column("state", _("State")),
        cells.hidden("iso3"),
        Column("instrument", _("Instrument")),
        cells.hidden("code"),
        Column("what", _("What happened")),
        Column("source", _("Source")),
    )
    rows = tuple(
        (
            cells.day(held.day, _imprecise(held)),
            cells.state_named(ask, catalogue, held.act.state),
            cells.code(held.act.state),
            cells.instrument_named(ask, catalogue, held.act.instrument),
            cells.code(held.act.instrument),
            Cell(str(labels.WHAT[held.what]), value=held.what),
            cells.source(ask, held.act),
        )
        for held in found
    )
    return Table("changes", _("Changes"), columns, rows)


def _imprecise(held: Change) -> str:
    """Whether the day is the last that it can be. What took effect has the day that is printed for that, if any."""
    when = held.act.effect if held.what in (ENTERED, ENDED) and held.act.effect else held.act.date
    if when is None:
        return _("at the latest; the source gives no day")
    if when.precision == "day":
        return ""
    return _("At the latest; the source says %(date)s only.") % {"date": when}


class ChangesFeed(Feed[Change, None]):
    """The latest changes as Atom, for readers who do not want to come and look."""

    feed_type = Atom1Feed

    def title(self) -> str:
        """The name of the feed."""
        return _("Palermo: changes in treaty status")

    def link(self) -> str:
        """The page that the feed follows."""
        return reverse("treaties:changes")

    def items(self) -> list[Change]:
        """The latest changes up to the present day, the latest first."""
        found = queries.whole().changes(days.FIRST, clock.today())
        return list(reversed(found))[:IN_FEED]

    def item_title(self, item: Change) -> str:
        """State, instrument and what happened."""
        catalogue, language = queries.catalogue(), catalogue_code()
        state, instrument = (
            known.name(language) if known else code
            for code, known in (
                (item.act.state, catalogue.states.get(item.act.state)),
                (item.act.instrument, catalogue.instruments.get(item.act.instrument)),
            )
        )
        return f"{state}: {instrument} – {labels.WHAT[item.what]}"

    def item_description(self, item: Change) -> str:
        """The day and the source."""
        return _("%(day)s. Source: %(source)s.") % {"day": item.day, "source": item.act.source}

    def item_link(self, item: Change) -> str:
        """The State's page on that day."""
        today = clock.today()
        return AsOf(item.day, today, chosen=True).link(reverse("treaties:state", args=[item.act.state]))

    def item_guid(self, item: Change) -> str:
        """The same event keeps the same name, in every language."""
        return f"tag:palermo,{item.day.year}:{item.act.id}:{item.what.replace(' ', '-')}"

    def item_updateddate(self, item: Change) -> datetime:
        """The day of the event, at its beginning in UTC."""
        return datetime.combine(item.day, time(), UTC)
