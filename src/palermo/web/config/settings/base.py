"""What every service of Palermo shares: the rooms `audit` and `partners`, the database, sign-in, mail, logs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from palermo.web.config import databases, environment, headers, logs

ENVIRONMENT = environment.read(os.environ)
PALERMO_DEMO = ENVIRONMENT.demo
PALERMO_REFERENCE = ENVIRONMENT.reference
PALERMO_DATA = ENVIRONMENT.data
WEB = Path(__file__).parents[2]

DEBUG = False
SECRET_KEY = environment.secret_key(ENVIRONMENT)
ALLOWED_HOSTS = list(ENVIRONMENT.served_hosts)
USE_TZ = True
TIME_ZONE = "UTC"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "partners.Person"
DATABASES = {"default": databases.settings(ENVIRONMENT.database_url, ENVIRONMENT.data)}

INSTALLED_APPS = [
    "palermo.web.config",
    "palermo.web.partners",  # before allauth, whose templates it overrides
    "palermo.web.audit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",  # allauth's list of passkeys speaks of "yesterday"
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "palermo.web.config.logs.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "palermo.web.config.headers.Headers",
    "csp.middleware.CSPMiddleware",
    "palermo.web.config.static.StaticFiles",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "palermo.web.partners.closed.ClosedUnlessOpen",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "palermo.web.config.context.page",
            ]
        },
    }
]

# Languages: the code is Django's, so that its own texts are found; addresses say /zh/ (see config.languages).
LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", "English"),
    ("fr", "Français"),
    ("es", "Español"),
    ("ru", "Русский"),
    ("ar", "العربية"),
    ("zh-hans", "中文"),
]
LOCALE_PATHS = [WEB / "locale"]

STATIC_URL = "/static/"
STATICFILES_DIRS = [WEB / "static"] if (WEB / "static").is_dir() else []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "palermo.web.config.static.HashedNames"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_ALLOW_ALL_ORIGINS = False

CACHES = {  # on disk, because the processes of one service must count failed sign-ins together
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": ENVIRONMENT.data / "cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}
AT_ONCE, BY_WORKER = "django_tasks.backends.immediate.ImmediateBackend", "django_tasks_db.DatabaseBackend"
TASKS = {"default": {"BACKEND": AT_ONCE if PALERMO_DEMO else BY_WORKER}}
LOGGING = logs.settings(ENVIRONMENT.log_level)
LOGGING_CONFIG = "palermo.web.config.logs.configure"

# Headers and cookies
CONTENT_SECURITY_POLICY = {"DIRECTIVES": headers.POLICY}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = not PALERMO_DEMO
SECURE_SSL_REDIRECT = not PALERMO_DEMO
SECURE_REDIRECT_EXEMPT = [r"^health$"]  # asked by the machine itself, over plain HTTP
SECURE_HSTS_SECONDS = 0 if PALERMO_DEMO else 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = False  # the operator's other names are not ours to decide
if ENVIRONMENT.proxy:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Mail: by SMTP where set, else as files in the data folder
DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENVIRONMENT.sender
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = ENVIRONMENT.mail_folder
if ENVIRONMENT.smtp_url:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT = environment.smtp_host(ENVIRONMENT)
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = environment.smtp_user(ENVIRONMENT)
    EMAIL_USE_SSL = ENVIRONMENT.smtp_url.startswith("smtps:")
    EMAIL_USE_TLS = not EMAIL_USE_SSL
    EMAIL_TIMEOUT = 20

# Sign-in
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", **options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {"OPTIONS": {"user_attributes": ("email", "name")}}),
        ("MinimumLengthValidator", {"OPTIONS": {"min_length": 12}}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
CSRF_FAILURE_VIEW = "palermo.web.config.pages.csrf_failed"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "partners:account"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "palermo.web.partners.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody is mailed because a stranger typed their address
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http" if PALERMO_DEMO else "https"
ALLAUTH_TRUSTED_PROXY_COUNT = ENVIRONMENT.proxy
MFA_ADAPTER = "palermo.web.partners.adapters.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Palermo"
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = PALERMO_DEMO
USERSESSIONS_TRACK_ACTIVITY = True
SOCIALACCOUNT_ADAPTER = "palermo.web.partners.adapters.SocialAdapter"
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_PROVIDERS = environment.identity_providers(ENVIRONMENT)
