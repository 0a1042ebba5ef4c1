"""The room's routes for programs. Every answer is JSON; every question is one that a page asks too."""

from __future__ import annotations

from ninja import Router

from palermo.web.treaties.api import acts, corrections, instruments, relations, sources, states

ROUTERS: tuple[tuple[str, Router], ...] = (
    ("/states", states.router),
    ("/instruments", instruments.router),
    ("/acts", acts.router),
    ("", relations.router),
    ("", sources.router),
    ("/corrections", corrections.router),
)
