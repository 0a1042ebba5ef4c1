"""Who is answered what at the address of the log."""

from tests.web.access import only

ROWS = {"audit:log": only("moderator", "administrator")}
