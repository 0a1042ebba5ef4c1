"""The room's forms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from palermo.web.partners.actions.tokens import SCOPES
from palermo.web.partners.models import KINDS, ROLES, Organisation, Person
from palermo.web.partners.rules import Kind, Role, Standing, may_invite, role_fits

SCOPE_NAMES = {"read": _("Read"), "write": _("Write")}
DAYS = ((30, _("30 days")), (90, _("90 days")), (365, _("One year")))


class Profile(forms.Form):
    """One's own name and language."""

    name = forms.CharField(label=_("Name"), max_length=150)
    language = forms.ChoiceField(label=_("Language"), help_text=_("Mail comes in this language."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = settings.LANGUAGES  # type: ignore[attr-defined]


class NewToken(forms.Form):
    """A token for the API."""

    label = forms.CharField(label=_("What is it for?"), max_length=80)
    scopes = forms.MultipleChoiceField(
        label=_("It may"),
        choices=[(scope, SCOPE_NAMES[scope]) for scope in SCOPES],
        widget=forms.CheckboxSelectMultiple,
    )
    days = forms.TypedChoiceField(label=_("It lives for"), choices=DAYS, coerce=int, initial=90)


class Invite(forms.Form):
    """An invitation to one organisation, with the roles that the inviter may give there."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    role = forms.ChoiceField(label=_("Role"))
    language = forms.ChoiceField(label=_("Language of the mail"))

    def __init__(self, *args: Any, who: Standing, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = list(roles_to_give(who, organisation))  # type: ignore[attr-defined]
        self.fields["language"].choices = settings.LANGUAGES  # type: ignore[attr-defined]


class ChangeRole(forms.Form):
    """Another role for a member."""

    role = forms.ChoiceField(label=_("Role"), choices=ROLES)


class FoundOrganisation(forms.Form):
    """A new organisation."""

    name = forms.CharField(label=_("Name"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=KINDS)
    state = forms.CharField(
        label=_("State"),
        max_length=3,
        required=False,
        help_text=_("The code of three letters, for a State body: KEN for Kenya."),
    )

    def clean_state(self) -> str:
        """Codes are capitals."""
        return str(self.cleaned_data["state"]).strip().upper()


class NewAccount(forms.Form):
    """The name and password of somebody who accepts an invitation and has no account yet."""

    name = forms.CharField(label=_("Name"), max_length=150, widget=forms.TextInput({"autocomplete": "name"}))
    password = forms.CharField(
        label=_("Password"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        help_text=_("At least 12 characters. A sentence is easy to remember and hard to guess."),
    )
    again = forms.CharField(
        label=_("Password, again"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._email = email

    def clean(self) -> dict[str, Any]:
        """Both passwords are the same, and hard to guess for this person."""
        held: dict[str, Any] = super().clean() or self.cleaned_data
        password = held.get("password")
        if password and password != held.get("again"):
            self.add_error("again", _("The two passwords differ."))
        if password:
            try:
                validate_password(password, Person(email=self._email, name=held.get("name", "")))
            except forms.ValidationError as error:
                self.add_error("password", error)
        return held


def roles_to_give(who: Standing, organisation: Organisation) -> Iterable[tuple[str, Any]]:
    """The roles that fit the organisation and that this person may give there."""
    held = organisation
    for role, label in ROLES:
        fits = role_fits(role, Kind(held.kind), held.state, simulated=held.simulated)
        if fits and may_invite(who, held.pk, Role(role)):
            yield role, label
