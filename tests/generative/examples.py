"""How many examples chance draws: few where each costs much and a push waits, all that the profile says by night."""

from __future__ import annotations

from hypothesis import HealthCheck, settings


def on_push(count: int, *forgiven: HealthCheck) -> settings:
    """So many examples on a push, and on any other profile as many as that says; without the checks forgiven."""
    profile = settings.get_profile(settings.get_current_profile_name())
    pushed = settings.get_current_profile_name() == "push"
    return settings(profile, max_examples=count if pushed else profile.max_examples, suppress_health_check=forgiven)
