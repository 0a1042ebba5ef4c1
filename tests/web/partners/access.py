"""Who is answered what at the addresses of accounts, organisations and sign-in."""

from __future__ import annotations

from datetime import timedelta

from allauth.usersessions.models import UserSession

from palermo.web.audit import clock
from palermo.web.partners import keys
from palermo.web.partners.models import Invitation, Membership
from palermo.web.partners.rules import Role
from tests.web.access import Row, Values, everybody, only, signed_in
from tests.web.cast import Cast

OURS = ("focal_point", "administrator")


def its_body(cast: Cast) -> Values:
    """The focal point's organisation."""
    return {"number": cast.organisations["focal_point"].pk}


def its_membership(cast: Cast) -> Values:
    """The focal point's own membership."""
    return {"number": Membership.objects.get(person=cast.people["focal_point"]).pk}


def an_invitation(cast: Cast) -> Values:
    """An open invitation to the focal point's organisation."""
    made = Invitation.objects.create(
        email="guest@example.org",
        organisation=cast.organisations["focal_point"],
        role=Role.CONTRIBUTOR,
        hash=keys.hashed("key"),
        sent=clock.now(),
        expires=clock.now() + timedelta(days=1),
    )
    return {"number": made.pk}


def the_contributors_session(cast: Cast) -> Values:
    """A session of the contributor."""
    cast.clients["contributor"].get("/en/account/security/")
    return {"number": UserSession.objects.get(user=cast.people["contributor"]).pk}


def the_contributors_token(cast: Cast) -> Values:
    """A token of the contributor."""
    made = cast.people["contributor"].tokens.create(
        label="x",
        prefix="plm_",
        hash="x",
        scopes=["read"],
        issued=clock.now(),
        expires=clock.now() + timedelta(days=1),
    )
    return {"number": made.pk}


PARTNERS = {
    "partners:account": signed_in(200),
    "partners:security": signed_in(200),
    "partners:issue_token": Row(
        "POST",
        {"stranger": 302, "contributor": 200, "focal_point": 200, "moderator": 200, "administrator": 200},
        data={"label": "nightly", "scopes": ["read"], "days": "30"},
    ),
    "partners:revoke_token": only(
        "contributor", status=302, stranger=302, method="POST", values=the_contributors_token, note="one's own only"
    ),
    "partners:revoke_session": only(
        "contributor", status=302, stranger=302, method="POST", values=the_contributors_session, note="one's own only"
    ),
    "partners:organisations": only("administrator", stranger=302),
    "partners:people": only(*OURS, stranger=302, values=its_body),
    "partners:invite": Row(
        "POST",
        {"stranger": 302, "contributor": 404, "focal_point": 302, "moderator": 404, "administrator": 302},
        its_body,
        {"email": "guest@example.org", "role": "contributor", "language": "en"},
    ),
    "partners:withdraw_invitation": Row(
        "POST",
        {"stranger": 302, "contributor": 404, "focal_point": 302, "moderator": 404, "administrator": 404},
        an_invitation,
        note="the focal point is asked first; for the administrator it is gone by then",
    ),
    "partners:change_role": Row(
        "POST",
        {"stranger": 302, "contributor": 404, "focal_point": 403, "moderator": 404, "administrator": 302},
        its_membership,
        {"role": "contributor"},
    ),
    "partners:end_membership": Row(
        "POST",
        {"stranger": 302, "contributor": 404, "focal_point": 302, "moderator": 404, "administrator": 404},
        its_membership,
        note="the focal point leaves; for the administrator it has ended by then",
    ),
    "partners:invitation_accept": everybody(404),
    "partners:invitation": everybody(404, key="no-such-key"),
}

SIGN_IN = {
    "account_login": Row("GET", {**signed_in(302).expected, "stranger": 200}),
    "account_logout": signed_in(200),
    "account_inactive": everybody(200),
    "account_signup": Row(
        "GET", {**signed_in(302).expected, "stranger": 200}, note="says that accounts come by invitation"
    ),
    "account_reauthenticate": signed_in(200),
    "account_confirm_login_code": everybody(302),
    "account_email": signed_in(200),
    "account_confirm_email": everybody(200, key="no-such-key"),
    "account_email_verification_sent": everybody(200),
    "account_change_password": signed_in(200),
    "account_set_password": signed_in(302),
    "account_reset_password": everybody(200),
    "account_reset_password_done": everybody(200),
    "account_reset_password_from_key": everybody(200, uidb36="1", key="no-such-key"),
    "account_reset_password_from_key_done": everybody(200),
    "mfa_index": signed_in(200),
    "mfa_authenticate": everybody(302),
    "mfa_reauthenticate": signed_in(200),
    "mfa_activate_totp": signed_in(302),
    "mfa_deactivate_totp": signed_in(302),
    "mfa_view_recovery_codes": signed_in(404),
    "mfa_generate_recovery_codes": signed_in(302),
    "mfa_download_recovery_codes": signed_in(404),
    "mfa_list_webauthn": signed_in(200),
    "mfa_add_webauthn": signed_in(302),
    "mfa_reauthenticate_webauthn": signed_in(302),
    "mfa_remove_webauthn": signed_in(302, pk=999),
    "mfa_edit_webauthn": signed_in(302, pk=999),
    "mfa_login_webauthn": everybody(302),
    "socialaccount_login_cancelled": everybody(200),
    "socialaccount_login_error": everybody(401),
    "socialaccount_signup": everybody(302),
    "socialaccount_connections": signed_in(200),
    "openid_connect_login": everybody(404, provider_id="none"),
    "openid_connect_callback": everybody(404, provider_id="none"),
}

ROWS = PARTNERS | SIGN_IN
