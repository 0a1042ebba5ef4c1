"""Exit codes by cause, and the sentence for each error."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the command ended with. A script may rely on these numbers."""

    OK = 0
    UNEXPECTED = 1
    USAGE = 2
    UNKNOWN_NAME = 3
    BAD_INPUT = 4
    UNREADABLE = 5
    DECISION = 6
    REFUSED = 7
    NOT_READY = 8
    INTEGRITY = 9


class Stop(Exception):  # noqa: N818 -- the end of a command, with its reason in words
    """The command cannot go on. `code` says the cause, the message what was expected, what came and what to do."""

    def __init__(self, code: Exit, message: str) -> None:
        self.code = code
        super().__init__(message)


# By full name, because most of these live in rooms that a command imports only when it needs them.
CAUSES = {
    "palermo.reference.finding.UnknownName": Exit.UNKNOWN_NAME,
    "palermo.reference.partial_date.ImpossibleDate": Exit.BAD_INPUT,
    "palermo.treaties.ledger.BeforeTheData": Exit.BAD_INPUT,
    "palermo.reference.tables.TableError": Exit.UNREADABLE,
    "palermo.sources.problems.SourceError": Exit.UNREADABLE,
    "palermo.web.partners.rules.Refused": Exit.REFUSED,
    "palermo.web.audit.actions.NoHead": Exit.INTEGRITY,
    "palermo.web.config.backups.layout.BackupBroken": Exit.INTEGRITY,
    "palermo.web.config.backups.layout.BackupRefused": Exit.REFUSED,
    "django.core.exceptions.ImproperlyConfigured": Exit.NOT_READY,
    "django.db.utils.IntegrityError": Exit.REFUSED,
    "django.db.utils.Error": Exit.NOT_READY,
}


def explain(error: Exception) -> tuple[Exit, str]:
    """The exit code and the sentence for an error; `UNEXPECTED`, with a hint, for one that nobody foresaw."""
    if isinstance(error, Stop):
        return error.code, plain(str(error))
    for kind in type(error).__mro__:
        name = f"{kind.__module__}.{kind.__qualname__}"
        if name in CAUSES:
            return CAUSES[name], plain(_sentence(error, name))
    if isinstance(error, OSError):
        return Exit.UNREADABLE, plain(f"{error.filename or 'a file'}: {error.strerror or error}")
    told = plain(str(error)) or "no message"
    return Exit.UNEXPECTED, f"unexpected {type(error).__name__}: {told} Add --debug before the command to see where."


def plain(text: str) -> str:
    """`text` without what could steer a terminal; it may quote a file or an argument."""
    return "".join(char if char.isprintable() or char == "\n" else "�" for char in text)


def _sentence(error: Exception, name: str) -> str:
    reason = getattr(error, "reason", None)
    if name == "palermo.web.partners.rules.Refused" and reason is not None:
        return f"refused ({getattr(error, 'code', '')}): {reason}"
    if name.startswith("django.db"):
        told = str(error).strip().splitlines() or ["it does not answer"]
        return f"the database cannot do this: {told[0]}. Check DATABASE_URL or PALERMO_DATA, and `palermo serve`."
    return str(error)
