"""Static files under names that carry a hash of their content, without a step that collects them first."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import Path, PurePosixPath

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage
from whitenoise.middleware import WhiteNoiseMiddleware

HASHED = re.compile(r"\.[0-9a-f]{12}(?=\.[^./]+$)")


@lru_cache(maxsize=4096)
def hashed(name: str) -> str:
    """`css/site.css` becomes `css/site.0123456789ab.css`; a name that no room ships stays as it is."""
    path = finders.find(name)
    if path is None:
        return name
    digest = hashlib.sha256(Path(path).read_bytes()).hexdigest()[:12]
    plain = PurePosixPath(str.__str__(name))  # a template hands over a SafeString, which pathlib does not take
    return str(plain.with_name(f"{plain.stem}.{digest}{plain.suffix}"))


class HashedNames(StaticFilesStorage):
    """Gives each static file an address that changes with its content, read from where the file lies."""

    def url(self, name: str | None) -> str:
        """The address of `name`, with the hash of its content in it."""
        return super().url(hashed(name) if name else name)


class StaticFiles(WhiteNoiseMiddleware):  # type: ignore[misc]  # WhiteNoise ships no types
    """Serves each file under its plain name for a minute, and under its hashed name for ever."""

    def add_file_to_dictionary(self, url: str, path: str, stat_cache: object = None) -> None:
        """Register the file under both names."""
        super().add_file_to_dictionary(url, path, stat_cache=stat_cache)
        if url.startswith(self.static_prefix):
            alias = self.static_prefix + hashed(url.removeprefix(self.static_prefix))
            if alias != url:
                super().add_file_to_dictionary(alias, path, stat_cache=stat_cache)

    def immutable_file_test(self, path: str, url: str) -> bool:  # noqa: ARG002 -- WhiteNoise's signature
        """Whether the address carries the hash of its content, so that a browser may keep it."""
        return bool(HASHED.search(url))
