"""Background work: sending mail."""

from __future__ import annotations

import json
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django_tasks import task

from palermo.web.audit import clock
from palermo.web.partners import sealing

ATTEMPTS = 6
MAIL = "mail"


def post(*, to: str, subject: str, body: str) -> None:
    """Queue one plain-text mail, in the transaction of the caller. It lies sealed, for it may hold a key."""
    letter = json.dumps({"to": to, "subject": " ".join(subject.split()), "body": body})
    deliver.enqueue(sealing.close(letter, purpose=MAIL))


@task()
def deliver(sealed: str, attempt: int = 1) -> None:
    """Send one mail; where the server fails, try again after 1, 2, 4 … minutes, then leave the job failed."""
    letter = json.loads(sealing.open_(sealed, purpose=MAIL))
    try:
        EmailMessage(letter["subject"], letter["body"], settings.DEFAULT_FROM_EMAIL, [letter["to"]]).send()
    except OSError:  # smtplib's errors among them
        if attempt >= ATTEMPTS or not deliver.get_backend().supports_defer:
            raise
        later = clock.now() + timedelta(minutes=2 ** (attempt - 1))
        deliver.using(run_after=later).enqueue(sealed, attempt + 1)
