"""Draws a form's fields: label above, help and errors tied to the field, for our forms and for allauth's."""

from __future__ import annotations

from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

register = template.Library()

CLASSES = (
    ((forms.CheckboxSelectMultiple, forms.RadioSelect), ""),
    ((forms.CheckboxInput,), "form-check-input"),
    ((forms.Select, forms.SelectMultiple), "form-select"),
)


@register.inclusion_tag("partners/fields.html")
def fields(form: forms.BaseForm) -> dict[str, Any]:
    """All fields of a form."""
    return {"form": form}


@register.filter
def control(field: BoundField) -> SafeString:
    """The field's widget in the site's look. Django ties help and errors to it by aria-describedby."""
    widget = field.field.widget
    found = next((name for kinds, name in CLASSES if isinstance(widget, kinds)), "form-control")
    given = widget.attrs.get("class", "")
    attrs: dict[str, str | bool] = (
        {"class": " ".join(part for part in (given, found) if part)} if given or found else {}
    )
    if isinstance(widget, forms.EmailInput | forms.PasswordInput | forms.URLInput):
        attrs["dir"] = "ltr"  # Latin text, also on an Arabic page
    widget.attrs.pop("placeholder", None)  # it repeats the label, and goes when one types
    return field.as_widget(attrs=attrs)


@register.filter
def is_group(field: BoundField) -> bool:
    """Whether the field is several boxes, which need a legend and not a label."""
    return bool(field.use_fieldset)


@register.filter
def is_box(field: BoundField) -> bool:
    """Whether the field is a single box, which stands before its label."""
    return type(field.field.widget) is forms.CheckboxInput
