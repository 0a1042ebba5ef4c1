"""Who is answered what at the front door: everybody the same."""

from tests.web.access import everybody

ROWS = {
    "public:home": everybody(200),
    "public:search": everybody(200),
    "public:about": everybody(200),
}
