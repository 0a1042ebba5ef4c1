"""The door that a WSGI server knocks at: `palermo.web.config.wsgi:application`."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "palermo.web.config.settings.public")
application = get_wsgi_application()
