"""The reader's front door: home, search, about."""
