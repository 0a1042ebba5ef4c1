"""What Palermo asks of allauth: no sign-up without an invitation, sealed secrets, mail by the job queue."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest

from palermo.web.partners import sealing, tasks

TOTP = "authenticator secret"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Accounts come from invitations only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Never: see `actions.accept_invitation`."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Render now, in the reader's language, and leave the sending to a job, which no visitor waits for."""
        message = self.render_mail(template_prefix, email, context)
        tasks.post(to=email, subject=message.subject, body=message.body)

    def format_email_subject(self, subject: str) -> str:
        """Every mail says from where it comes."""
        return f"Palermo: {subject}"


class SocialAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """An identity provider vouches for people who have an account; it makes none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002
        """Never."""
        return False


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Authenticator secrets do not lie in the clear."""

    def encrypt(self, text: str) -> str:
        """Seal a secret on its way into the database."""
        return sealing.close(text, purpose=TOTP)

    def decrypt(self, encrypted_text: str) -> str:
        """Open it again."""
        return sealing.open_(encrypted_text, purpose=TOTP)

    def build_totp_svg(self, url: str) -> str:
        """The code to scan, on a white ground: on a dark page a camera would not find it."""
        drawn: str = super().build_totp_svg(url)
        return drawn.replace("<path", '<rect width="100%" height="100%" fill="#fff"/><path', 1)

    def _get_site_name(self) -> str:
        return "Palermo"
