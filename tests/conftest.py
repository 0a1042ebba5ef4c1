"""How chance is drawn: the same examples on every push, so that a push is judged by its change; new ones on request.

`HYPOTHESIS_PROFILE=long python3 dev.py test tests/generative` draws new examples each time: for the night.
"""

import gc
import os

from hypothesis import settings

# Looking for cycles after every 700 objects took a third of the suite's time: thousands of acts, tests and patterns
# live to the end of it. Seldom is enough; what was left open is still found when the last test is done.
gc.set_threshold(50_000, 20, 100)

# Checked for truth and never for time: a busy machine must not fail a test.
settings.register_profile("push", deadline=None, derandomize=True)
settings.register_profile("long", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "push"))
