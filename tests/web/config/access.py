"""Who is answered what at the addresses that belong to no room."""

from tests.web.access import everybody

ROWS = {
    "front": everybody(302),
    "health": everybody(200),
    "set_language": everybody(302, "POST"),
    "zh-hans": everybody(302, rest="states/"),
}
