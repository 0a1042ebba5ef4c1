"""One's own account: profile and places."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from palermo.web.partners import actions
from palermo.web.partners.forms import Profile
from palermo.web.partners.queries import for_person
from palermo.web.partners.rules import may_found_organisation, may_read_log
from palermo.web.partners.views.asking import say, signed_in


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """Name, language, organisations and roles; a POST changes name and language."""
    person = signed_in(request)
    form = Profile(request.POST or None, initial={"name": person.name, "language": person.language})
    if request.method == "POST" and form.is_valid():
        actions.change_profile(by=person, **form.cleaned_data)
        say(request, _("Saved."))
        return redirect("partners:account")
    scope = for_person(person)
    held = {
        "form": form,
        "memberships": scope.memberships.filter(person=person),
        "organisations": set(scope.organisations.values_list("pk", flat=True)),
        "may_read_log": may_read_log(person.standing),
        "may_found": may_found_organisation(person.standing),
        "lacks_second_factor": bool(person.standing.posts) and not person.standing.mfa,
    }
    return render(request, "partners/account.html", held)
