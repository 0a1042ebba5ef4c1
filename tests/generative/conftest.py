"""What chance draws is checked for truth and never for time: a busy machine must not fail a test."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
