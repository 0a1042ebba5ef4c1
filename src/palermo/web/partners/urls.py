"""Addresses of the partners room, below /account/. Those of sign-in itself are allauth's: see `sign_in_urls`."""

from __future__ import annotations

from django.urls import path

from palermo.web.partners.views import account, invitations, organisations, security

app_name = "partners"
urlpatterns = [
    path("", account.account, name="account"),
    path("security/", security.security, name="security"),
    path("tokens/", security.issue_token, name="issue_token"),
    path("tokens/<int:number>/revoke/", security.revoke_token, name="revoke_token"),
    path("sessions/<int:number>/revoke/", security.revoke_session, name="revoke_session"),
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/<int:number>/", organisations.people, name="people"),
    path("organisations/<int:number>/invite/", organisations.invite, name="invite"),
    path("invitations/<int:number>/withdraw/", organisations.withdraw_invitation, name="withdraw_invitation"),
    path("memberships/<int:number>/role/", organisations.change_role, name="change_role"),
    path("memberships/<int:number>/end/", organisations.end_membership, name="end_membership"),
    path("invitation/", invitations.accept, name="invitation_accept"),
    path("invitation/<str:key>/", invitations.invitation, name="invitation"),
]
