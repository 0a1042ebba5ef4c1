"""Organisations and their people: for focal points their own, for administrators all."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from palermo.web.partners import actions
from palermo.web.partners.forms import ChangeRole, FoundOrganisation, Invite
from palermo.web.partners.models import Organisation
from palermo.web.partners.queries import for_person
from palermo.web.partners.rules import Kind, Refused, Role, may_change_role, may_found_organisation
from palermo.web.partners.views.asking import say, signed_in


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def organisations(request: HttpRequest) -> HttpResponse:
    """Every organisation, for administrators, who may enter another; 404 for everybody else."""
    person = signed_in(request)
    if not person.standing.holds(Role.ADMINISTRATOR):
        raise Http404
    form = FoundOrganisation(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = _found(request, form)
        if made is not None:
            return redirect("partners:people", made.pk)
    held = {
        "form": form,
        "organisations": for_person(person).organisations,
        "may_found": may_found_organisation(person.standing),
    }
    return render(request, "partners/organisations.html", held, status=422 if form.errors else 200)


@login_required
@require_safe
def people(request: HttpRequest, number: int) -> HttpResponse:
    """The people of an organisation and its open invitations; 404 where that is not this reader's business."""
    organisation = _organisation(request, number)
    return _people_page(request, organisation, _invite_form(request, organisation))


@login_required
@require_POST
def invite(request: HttpRequest, number: int) -> HttpResponse:
    """Invite somebody to the organisation by mail."""
    organisation = _organisation(request, number)
    form = _invite_form(request, organisation)
    if form.is_valid():
        try:
            sent = _invite(request, form, organisation)
        except Refused as refused:
            form.add_error(None, str(refused.reason))
        else:
            say(request, _("An invitation is on its way to %(email)s.") % {"email": sent})
            return redirect("partners:people", number)
    return _people_page(request, organisation, form, status=422)


@login_required
@require_POST
def withdraw_invitation(request: HttpRequest, number: int) -> HttpResponse:
    """Take an open invitation back."""
    person = signed_in(request)
    held = get_object_or_404(for_person(person).invitations, pk=number)
    actions.withdraw_invitation(by=person, invitation=held)
    say(request, _("The invitation no longer works."))
    return redirect("partners:people", held.organisation_id)


@login_required
@require_POST
def change_role(request: HttpRequest, number: int) -> HttpResponse:
    """Give a member another role."""
    person = signed_in(request)
    held = get_object_or_404(for_person(person).memberships, pk=number)
    form = ChangeRole(request.POST)
    if form.is_valid():
        actions.change_role(by=person, membership=held, role=Role(form.cleaned_data["role"]))
        say(request, _("The role has changed."))
    return redirect("partners:people", held.organisation_id)


@login_required
@require_POST
def end_membership(request: HttpRequest, number: int) -> HttpResponse:
    """End a membership, another's or one's own."""
    person = signed_in(request)
    held = get_object_or_404(for_person(person).memberships, pk=number)
    actions.end_membership(by=person, membership=held)
    say(request, _("The membership has ended."))
    return (
        redirect("partners:account")
        if held.person_id == person.pk
        else redirect("partners:people", held.organisation_id)
    )


def _organisation(request: HttpRequest, number: int) -> Organisation:
    return get_object_or_404(for_person(signed_in(request)).organisations, pk=number)


def _found(request: HttpRequest, form: FoundOrganisation) -> Organisation | None:
    given = form.cleaned_data
    try:
        return actions.found_organisation(
            by=signed_in(request), name=given["name"], kind=Kind(given["kind"]), state=given["state"]
        )
    except Refused as refused:
        form.add_error(None, str(refused.reason))
        return None


def _invite_form(request: HttpRequest, organisation: Organisation) -> Invite:
    person = signed_in(request)
    return Invite(
        request.POST or None, who=person.standing, organisation=organisation, initial={"language": person.language}
    )


def _invite(request: HttpRequest, form: Invite, organisation: Organisation) -> str:
    def link(key: str) -> str:
        return request.build_absolute_uri(reverse("partners:invitation", args=[key]))

    given = form.cleaned_data
    sent = actions.invite(
        by=signed_in(request),
        email=given["email"],
        organisation=organisation,
        role=Role(given["role"]),
        language=given["language"],
        link=link,
    )
    return sent.email


def _people_page(request: HttpRequest, organisation: Organisation, form: Invite, status: int = 200) -> HttpResponse:
    person = signed_in(request)
    scope = for_person(person)
    held = {
        "organisation": organisation,
        "memberships": [
            (
                held,
                ChangeRole(initial={"role": held.role}, auto_id=f"id_{held.pk}_%s"),
                may_change_role(person.standing, held.person_id),
            )
            for held in scope.memberships.filter(organisation=organisation)
        ],
        "invitations": scope.invitations.filter(organisation=organisation),
        "form": form,
        "may_invite": bool(form.fields["role"].choices),  # type: ignore[attr-defined]
    }
    return render(request, "partners/people.html", held, status=status)
