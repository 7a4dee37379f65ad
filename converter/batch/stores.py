"""Places with an address (``s3://``, ``gs://``, ``memory://``), reached through fsspec."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from converter.errors import ConverterError

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

Location = Path | str
"""A path, or an address as text."""
ADDRESS = re.compile(rb"[A-Za-z][A-Za-z0-9+.-]+://")
NOISY = ("s3fs", "gcsfs", "fsspec", "aiobotocore", "botocore", "aiohttp", "asyncio", "google")
PARTS = {"s3": "s3fs", "s3a": "s3fs", "gs": "gcsfs", "gcs": "gcsfs"}
CREDENTIALS = {
    "s3fs": "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY or AWS_PROFILE, "
    "and AWS_ENDPOINT_URL for a store that is not Amazon's",
    "gcsfs": "set GOOGLE_APPLICATION_CREDENTIALS, or run gcloud auth application-default login",
}


class NoStore(ConverterError):
    """A store cannot be reached, or not with the parts that are installed."""


def is_url(place: bytes | str) -> bool:
    """Say whether this is an address and no path.

    >>> is_url("s3://bucket/texts"), is_url("C:/texts"), is_url("texts/note.txt")
    (True, False, False)
    """
    return ADDRESS.match(place.encode() if isinstance(place, str) else place) is not None


def cat_slice(url: str, start: int, length: int | None) -> bytes:
    """Return a part of an object; any trouble is an ``OSError`` with words."""
    store, path = store_of(url)
    with in_words(url):
        if length is None:
            return bytes(store.cat_file(path))
        return bytes(store.cat_file(path, start=start, end=start + length)) if length else b""


@contextmanager
def in_words(url: str) -> Iterator[None]:
    """Let whatever a store or its library raises be an ``OSError`` with words, or that nothing is there."""
    try:
        yield
    except (ConverterError, MemoryError, FileNotFoundError):
        raise
    except Exception as error:  # noqa: BLE001 - each store has its own
        raise OSError(0, f"{url}: {words_of(error, url)}") from None


def store_of(url: str) -> tuple[AbstractFileSystem, str]:
    """Return the store of an address, and the path in it; raise ``NoStore`` with words."""
    scheme = url.partition("://")[0].lower()
    try:
        return _store(scheme), url.partition("://")[2]
    except (ImportError, ValueError) as error:
        if isinstance(error, ValueError) and scheme not in PARTS:
            raise NoStore(f"{url}: there is no kind of store called {scheme!r}") from None
        raise NoStore(
            f"{url}: reading and writing in stores needs an optional part: pip install 'converter[remote]'"
        ) from None


def plain_path(store: AbstractFileSystem, url: str) -> str:
    """Return how the store itself writes a path."""
    return str(type(store)._strip_protocol(url)).rstrip("/")  # noqa: SLF001 - fsspec asks for it by this name


@cache
def _store(scheme: str) -> Any:
    import fsspec

    for name in NOISY:  # what they would say is said in our words
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return fsspec.filesystem(scheme, use_listings_cache=False)


def words_of(error: BaseException, url: str) -> str:
    """Say in words what a store or its library complains about."""
    name = type(error).__name__
    if "Credentials" in name or "RefreshError" in name:
        library = PARTS.get(url.partition("://")[0].lower(), "")
        return f"there are no credentials ({CREDENTIALS.get(library, 'see the page of the store')})"
    if isinstance(error, PermissionError):
        return f"the store refuses it ({_first_line(error)})"
    return f"the store does not answer as it should ({name}: {_first_line(error)})"


def _first_line(error: BaseException) -> str:
    lines = str(error).splitlines()
    return lines[0][:200] if lines else "no words"
