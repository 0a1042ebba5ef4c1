"""Every write of the room: a verb, keyword-only, `by=` whoever acts, one transaction, one row in the log."""

from palermo.web.partners.actions.accounts import change_profile, close_account, create_person
from palermo.web.partners.actions.demonstration import DemoAccount, create_demo_accounts
from palermo.web.partners.actions.invitations import accept_invitation, invite, withdraw_invitation
from palermo.web.partners.actions.memberships import change_role, end_membership
from palermo.web.partners.actions.organisations import found_organisation
from palermo.web.partners.actions.sessions import revoke_session
from palermo.web.partners.actions.tokens import issue_token, revoke_token

__all__ = [
    "DemoAccount",
    "accept_invitation",
    "change_profile",
    "change_role",
    "close_account",
    "create_demo_accounts",
    "create_person",
    "end_membership",
    "found_organisation",
    "invite",
    "issue_token",
    "revoke_session",
    "revoke_token",
    "withdraw_invitation",
]
