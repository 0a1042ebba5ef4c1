"""From a number and the organ that adopted it to a symbol: 64/293 of the General Assembly is A/RES/64/293.

The symbols are those under which the documents are found (undocs.org), so that 217 A (III), published with its
sister B in one document, is A/RES/217(III).
"""

from __future__ import annotations

from palermo.documents.references.author import Author
from palermo.documents.references.numbers import Number, arabic

SHORT = {"resolution": "RES", "decision": "DEC", "statement": "PRST"}
FIRST_SESSION_WITH_STROKE = 31  # the General Assembly wrote 3520 (XXX), and then 31/1
LAST_SESSION_IN_ONE_DOCUMENT = 46  # until then parts A, B, C of a resolution stand in one document
LAST_ROMAN_SESSION_OF_ASSEMBLY = 30  # higher Roman figures are sessions of the Economic and Social Council
MOST_RESOLUTIONS_OF_A_RIGHTS_SESSION = 60
RIGHTS_COUNCIL_SINCE = 2005  # three sessions a year from 2006 on
_PREFIXES = {"CHR": "E/CN.4", "SUB": "E/CN.4/Sub.2"}


def symbols(kind: str, number: Number, body: str, author: Author) -> tuple[str, ...]:
    """The symbols of what `body` adopted under this number; none where it cannot have adopted one.

    `body` is a code of the vocabulary, `COUNCIL` for a Council without its name, `""` for nobody in particular.
    """
    names = {"council": _council, "roman": _roman, "year": _year, "session": _session, "bare": _bare}
    return names[number.form](SHORT[kind], number, body, author)


def _council(short: str, number: Number, body: str, _: Author) -> tuple[str, ...]:
    if body not in ("SC", "COUNCIL", "") or short != "RES":
        return ()
    return (f"S/RES/{number.value} ({number.series})",)


def _bare(short: str, number: Number, body: str, _: Author) -> tuple[str, ...]:
    return (f"S/RES/{number.value}",) if body == "SC" and short == "RES" else ()


def _roman(short: str, number: Number, body: str, _: Author) -> tuple[str, ...]:
    session = number.series
    later = session.isalpha() and arabic(session) > LAST_ROMAN_SESSION_OF_ASSEMBLY
    if body in _PREFIXES:
        return (f"{_PREFIXES[body]}/{short}/{number.value}({session})",)
    if body in ("ECOSOC", "COUNCIL") or (later and body in ("", "GA")):
        return (f"E/{short}/{number.value}({session})",)
    return (f"A/{short}/{number.value}({session})",) if body in ("GA", "", "HRC", "SC") and not later else ()


def _year(short: str, number: Number, body: str, _: Author) -> tuple[str, ...]:
    if short == "PRST":
        return (f"S/PRST/{number.series}/{number.value}",) if body in ("SC", "COUNCIL", "") else ()
    if body in _PREFIXES:
        return (f"{_PREFIXES[body]}/{short}/{number.series}/{number.value}",)
    if body not in ("ECOSOC", "COUNCIL", ""):
        return ()
    return _with_letters(f"E/{short}/{number.series}/{number.value}", number, all_in_one=False)


def _session(short: str, number: Number, body: str, author: Author) -> tuple[str, ...]:
    plain = f"{number.series}/{number.value}"
    if body in ("HRC", "COUNCIL") and _of_rights_council(short, number, author):
        return (f"A/HRC/{short}/{plain}",)
    if body == "UNEA" and number.series.isdigit():
        return (f"UNEP/EA.{number.series}/{'Res' if short == 'RES' else 'Dec'}.{number.value}",)
    if body != "GA" or short == "PRST" or not _of_assembly(number, author):
        return ()
    early = number.series.isdigit() and int(number.series) <= LAST_SESSION_IN_ONE_DOCUMENT
    return _with_letters(f"A/{short}/{plain}", number, all_in_one=early)


def _with_letters(symbol: str, number: Number, *, all_in_one: bool) -> tuple[str, ...]:
    """Part A keeps the symbol of the whole: a resolution becomes its own part A when part B is adopted."""
    if all_in_one or not number.letters:
        return (symbol,)
    return tuple(symbol if letter == "A" else f"{symbol} {letter}" for letter in number.letters)


def _of_assembly(number: Number, author: Author) -> bool:
    if not number.series.isdigit():
        return number.series.startswith(("S-", "ES-"))
    latest = author.year - 1945 if author.year else 150
    return FIRST_SESSION_WITH_STROKE <= int(number.series) <= latest


def _of_rights_council(short: str, number: Number, author: Author) -> bool:
    if number.series.startswith("S-"):
        return True
    latest = 3 * ((author.year or 2100) - RIGHTS_COUNCIL_SINCE)
    few = number.value <= MOST_RESOLUTIONS_OF_A_RIGHTS_SESSION or short != "RES"
    return number.series.isdigit() and 1 <= int(number.series) <= latest and few
