"""Settings of the suite: the public service with a fast hasher, mail and jobs in memory, SQLite in memory.

Set DATABASE_URL to run the same suite on PostgreSQL.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ.setdefault("PALERMO_SECRET_KEY", "the-suite-signs-with-this-and-nothing-else-ever-does")
os.environ.setdefault("PALERMO_DATA", str(Path(tempfile.gettempdir()) / f"palermo-tests-{os.getuid()}"))
os.environ.setdefault("PALERMO_LOG_LEVEL", "error")

from palermo.web.config import databases
from palermo.web.config.settings.public import *  # noqa: F403 -- settings are layered
from palermo.web.config.settings.public import ENVIRONMENT

if not ENVIRONMENT.database_url:
    DATABASES = {"default": databases.sqlite(":memory:")}
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # speed: each test signs somebody in
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = False
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http"
