"""The forms of this room: a correction with its source, and a decision with its reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from palermo.reference import Act, ActKind, Catalogue, ImpossibleDate, Instrument, PartialDate, State
from palermo.web.audit import clock
from palermo.web.partners.rules import Refused
from palermo.web.treaties import labels, rules
from palermo.web.treaties.models import Correction

# A focal point corrects what a State does; `struck` comes by asking, `consent` is for old sources.
KINDS = [kind for kind in ActKind if kind not in (ActKind.STRUCK, ActKind.CONSENT, ActKind.WITHDRAWAL)]
CHANGES = {
    Correction.Change.ADD: _("Add an act that is missing"),
    Correction.Change.REPLACE: _("Replace an entry that is wrong"),
    Correction.Change.STRIKE: _("Strike out an entry that never happened"),
}


class PartialDateField(forms.CharField):
    """A day as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD, not in the future."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=10, **kwargs)
        self.widget.attrs.update({"inputmode": "numeric", "dir": "ltr"})

    def clean(self, value: Any) -> str:
        """The text as it stands, once it is known to be a day."""
        text: str = super().clean(value).strip()
        if not text:
            return ""
        try:
            held = PartialDate.parse(text)
        except ImpossibleDate:
            message = gettext("“%(text)s” is no day. Write YYYY-MM-DD, or YYYY-MM or YYYY where no more is known.")
            raise forms.ValidationError(message % {"text": text}, code="not-a-day") from None
        if held.earliest > clock.today():
            raise forms.ValidationError(gettext("This day lies in the future."), code="future")
        return text


class ProposedCorrection(forms.Form):
    """What a focal point asks to have corrected for one State, and from which source."""

    change = forms.ChoiceField(
        label=_("What should be done"), choices=list(CHANGES.items()), widget=forms.RadioSelect
    )
    act = forms.ChoiceField(
        label=_("Entry"), required=False, help_text=_("Which entry is wrong; none for a new act.")
    )
    instrument = forms.ChoiceField(
        label=_("Instrument"), required=False, help_text=_("For a new act; an entry keeps its own instrument.")
    )
    kind = forms.ChoiceField(
        label=_("Act"), required=False, choices=[("", "–"), *((kind.value, labels.KIND[kind]) for kind in KINDS)]
    )
    date = PartialDateField(
        label=_("Day of the act"), required=False, help_text=_("Write YYYY-MM-DD, or YYYY-MM or YYYY.")
    )
    effect = forms.CharField(
        label=_("Entry into force or end"),
        required=False,
        max_length=10,
        help_text=_("Only if the source prints it; else the instrument’s own rule decides."),
    )
    articles = forms.CharField(
        label=_("Articles"), required=False, max_length=400, help_text=_("For a reservation; with ; between them.")
    )
    note = forms.CharField(label=_("Note"), required=False, max_length=500)
    source_title = forms.CharField(
        label=_("Source"),
        max_length=300,
        help_text=_("For example: depositary notification C.N.12.2026.TREATIES-XVIII.12.a"),
    )
    source_address = forms.URLField(
        label=_("Address of the source"), required=False, max_length=300, assume_scheme="https"
    )
    source_as_of = PartialDateField(label=_("Day of the source"), help_text=_("Give the whole day, as YYYY-MM-DD."))
    explanation = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)

    def __init__(
        self, *args: Any, catalogue: Catalogue, state: State, acts: tuple[Act, ...], language: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._state, self._acts, self._instruments = state, {act.id: act for act in acts}, catalogue.instruments
        names = {code: held.name(language) for code, held in catalogue.instruments.items()}
        entries = [
            (act.id, f"{names.get(act.instrument, act.instrument)} – {labels.KIND[act.kind]} {act.date or ''}")
            for act in acts
        ]
        self.fields["instrument"].choices = [("", "–"), *sorted(names.items(), key=lambda held: held[1])]  # type: ignore[attr-defined]
        self.fields["act"].choices = [("", "–"), *sorted(entries, key=lambda held: held[1])]  # type: ignore[attr-defined]

    def clean_source_as_of(self) -> str:
        """The source's own day must be known to the day: the register says up to when each source speaks."""
        text: str = self.cleaned_data["source_as_of"]
        if PartialDate.parse(text).precision != "day":
            raise forms.ValidationError(gettext("Give the whole day, as YYYY-MM-DD."), code="not-a-day")
        first = min(held.adopted for held in self._instruments.values())
        if PartialDate.parse(text).latest < first:
            message = gettext(
                "%(day)s is before the first instrument of this register. Choose a day from %(first)s on."
            )
            raise forms.ValidationError(message % {"day": text, "first": first}, code="too-early")
        return text

    def clean_effect(self) -> str:
        """A day that may lie in the future: entry into force often does."""
        text: str = self.cleaned_data["effect"].strip()
        if text:
            try:
                PartialDate.parse(text)
            except ImpossibleDate:
                raise forms.ValidationError(
                    gettext("Write YYYY-MM-DD, or YYYY-MM or YYYY."), code="not-a-day"
                ) from None
        return text

    def clean(self) -> dict[str, Any]:
        """What belongs together: an entry for a change, a kind and a day for an act."""
        held: dict[str, Any] = super().clean() or self.cleaned_data
        adds = held.get("change") == Correction.Change.ADD
        if not adds and not held.get("act"):
            self.add_error("act", gettext("Choose the entry that is wrong."))
        if adds and not held.get("instrument") and "instrument" not in self.errors:
            self.add_error("instrument", gettext("Choose the instrument."))
        dated = held.get("date") or held.get("effect") or {"date", "effect"} & set(self.errors)
        if held.get("change") != Correction.Change.STRIKE and not dated:
            self.add_error("date", gettext("Give the day of the act, or of its effect, as far as it is known."))
        if held.get("change") != Correction.Change.STRIKE and not held.get("kind"):
            self.add_error("kind", gettext("Choose what the State did."))
        if held.get("change") != Correction.Change.STRIKE:
            self._check_days(held)
        return held

    def _check_days(self, held: dict[str, Any]) -> None:
        """No act and no effect before the instrument, and no effect before its act."""
        days = {name: PartialDate.parse(held[name]) for name in ("date", "effect") if held.get(name)}
        instrument = self._instrument(held)
        for name, when in days.items():
            if instrument:
                self._ask(name, rules.check_may_be_dated, when, instrument.adopted)
        if held.get("kind") and "effect" not in self.errors:
            kind = ActKind(held["kind"])
            self._ask("effect", rules.check_may_take_effect, kind, days.get("date"), days.get("effect"))

    def _instrument(self, held: dict[str, Any]) -> Instrument | None:
        adds = held.get("change") == Correction.Change.ADD
        replaced = None if adds else self._acts.get(held.get("act", ""))
        return self._instruments.get(replaced.instrument if replaced else held.get("instrument", ""))

    def _ask(self, field: str, check: Callable[..., None], *values: Any) -> None:
        """What a rule says against these values stands at the field."""
        try:
            check(*values)
        except Refused as refused:
            self.add_error(field, forms.ValidationError(str(refused.reason), code=refused.code))

    def correction(self) -> Correction:
        """The unsaved correction. What replaces an entry stays under that entry's instrument."""
        held = self.cleaned_data
        adds = held["change"] == Correction.Change.ADD
        replaced = None if adds else self._acts[held["act"]]
        names = ("kind", "date", "effect", "articles", "note", "source_title", "source_address", "explanation")
        return Correction(
            change=held["change"],
            act="" if replaced is None else replaced.id,
            instrument=held["instrument"] if replaced is None else replaced.instrument,
            state=self._state.code,
            source_as_of=PartialDate.parse(held["source_as_of"]).latest,
            **{name: held[name] for name in names},
        )


class Decision(forms.Form):
    """A moderator's yes or no, with the reason."""

    verdict = forms.ChoiceField(
        label=_("Decision"), choices=[("accept", _("Accept")), ("refuse", _("Refuse"))], widget=forms.RadioSelect
    )
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)
