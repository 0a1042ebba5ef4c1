"""How chance is drawn: the same examples on every push, so that a push is judged by its change; new ones on request.

`HYPOTHESIS_PROFILE=long python3 dev.py test tests/generative` draws new examples each time: for the night.
"""

import os

from hypothesis import settings

# Checked for truth and never for time: a busy machine must not fail a test.
settings.register_profile("push", deadline=None, derandomize=True)
settings.register_profile("long", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "push"))
