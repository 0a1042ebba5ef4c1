"""Whoever may use Palermo may use everything it runs on: permissive licences only."""

from __future__ import annotations

import re
from importlib.metadata import metadata, requires

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.house import project

ALLOWED = {"Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MIT-0", "PSF-2.0", "Unlicense", "0BSD"}
EXCEPTIONS = {
    "psycopg": {"LGPL-3.0-only"},  # an extra, used as a library and replaceable by whoever receives it
    "psycopg-binary": {"LGPL-3.0-only"},
    "certifi": {"MPL-2.0"},  # a table of certificates
    "fido2": {"MPL-2.0"},  # one table in it: the public suffix list
    # PDFium and what it is built from; read: permissive, or with the run-time exception
    "pypdfium2": {"BSD-3-Clause, Apache-2.0, dependency licenses"},
}
SPELLINGS = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
WITHOUT_MEANING = {
    "Other/Proprietary License",
    "OSI Approved",
}  # qrcode lists the first beside BSD, for its trade mark


def run_time() -> set[str]:
    """The names of every package that the service needs, through all levels."""
    declared = project()["project"]
    waiting = [Requirement(line) for line in declared["dependencies"] + declared["optional-dependencies"]["postgres"]]
    found: set[str] = set()
    seen: set[tuple[str, str]] = set()
    while waiting:
        wanted = waiting.pop()
        for extra in ("", *wanted.extras):
            step = (canonicalize_name(wanted.name), extra)
            if step not in seen:
                seen.add(step)
                found.add(step[0])
                waiting += [
                    needed for line in requires(wanted.name) or () if applies(needed := Requirement(line), extra)
                ]
    return found


def applies(needed: Requirement, extra: str) -> bool:
    return needed.marker is None or needed.marker.evaluate({"extra": extra})


def licences(name: str) -> set[str]:
    """The licences a package declares, as SPDX identifiers where they are known."""
    held = metadata(name)
    if expression := (held.get_all("License-Expression") or [""])[0]:
        return {expression} if " AND " not in expression else set(expression.split(" AND "))
    stated = {line.rsplit(" :: ", 1)[-1] for line in held.get_all("Classifier", []) if line.startswith("License ::")}
    stated -= WITHOUT_MEANING
    if not stated:
        stated = {line.strip() for line in held.get_all("License", [""])}
    return {SPELLINGS.get(licence, licence) for licence in stated}


def permitted(name: str, licence: str) -> bool:
    choices = re.split(r" OR ", licence.strip("()"))
    return any(choice in ALLOWED | EXCEPTIONS.get(name, set()) for choice in choices)


def refused(names: set[str]) -> dict[str, set[str]]:
    held = {name: {one for one in licences(name) if not permitted(name, one)} for name in names}
    return {name: bad for name, bad in held.items() if bad}


def test_everything_that_runs_is_permissive() -> None:
    names = run_time()
    assert {"django", "lxml", "granian", "psycopg-binary", "fido2", "cryptography"} <= names
    assert refused(names) == {}


def test_every_exception_is_still_needed() -> None:
    assert {name for name in EXCEPTIONS if all(one in ALLOWED for one in licences(name))} == set()


@pytest.mark.parametrize("licence", ["GPL-3.0-or-later", "AGPL-3.0-only", "LGPL-3.0-only", "Proprietary", ""])
def test_other_licences_are_refused(licence: str) -> None:
    assert not permitted("django", licence)


def test_a_choice_of_licences_needs_one_that_is_permitted() -> None:
    assert permitted("structlog", "GPL-2.0-only OR MIT")
