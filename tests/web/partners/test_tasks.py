"""Mail as a background job: sealed while it waits, sent by the worker, tried again when the server fails."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings

from palermo.web.audit import clock
from palermo.web.config import worker
from palermo.web.config.models import Beat
from palermo.web.partners import sealing, tasks

BY_WORKER = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def by_worker(settings: Settings) -> None:
    settings.TASKS = BY_WORKER


def post() -> None:
    tasks.post(to="ada@example.org", subject="One\nline", body="the key is 12345-abcde")


@pytest.mark.django_db(transaction=True)
def test_the_worker_sends_what_was_committed_and_beats(by_worker: None) -> None:
    with transaction.atomic():
        post()
    with transaction.atomic():
        post()
        transaction.set_rollback(True)
    assert mail.outbox == []
    worker.run(batch=True)
    (sent,) = mail.outbox
    assert (sent.to, sent.subject, sent.body) == (["ada@example.org"], "One line", "the key is 12345-abcde")
    assert Beat.objects.exists()


@pytest.mark.django_db
def test_a_waiting_mail_cannot_be_read_in_the_table(by_worker: None) -> None:
    post()
    held = str(DBTaskResult.objects.values_list().get())
    assert "12345-abcde" not in held
    assert "ada@example.org" not in held


@pytest.mark.django_db
def test_a_failing_server_is_tried_again_later_and_not_for_ever(
    by_worker: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.core.mail.EmailMessage.send", lambda *_: (_ for _ in ()).throw(OSError("refused")))
    post()
    sealed = DBTaskResult.objects.get().args_kwargs["args"][0]
    tasks.deliver.call(sealed, 3)
    retry = DBTaskResult.objects.get(args_kwargs__args__1=4)
    assert timedelta(minutes=3) < retry.run_after - clock.now() <= timedelta(minutes=4)
    with pytest.raises(OSError, match="refused"):
        tasks.deliver.call(sealed, tasks.ATTEMPTS)


def test_a_seal_opens_with_its_own_purpose_and_key_only(settings: Settings) -> None:
    closed = sealing.close("words", purpose="mail")
    assert sealing.open_(closed, purpose="mail") == "words"
    for broken, purpose in ((closed, "authenticator secret"), (closed[:-2], "mail"), ("é", "mail")):
        with pytest.raises(sealing.SealBroken):
            sealing.open_(broken, purpose=purpose)
    settings.SECRET_KEY = "another key, of another machine, long enough for this"
    with pytest.raises(sealing.SealBroken, match="PALERMO_SECRET_KEY"):
        sealing.open_(closed, purpose="mail")
