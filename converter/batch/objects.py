"""Which objects of a store stand below an address, in the order in which the files of a folder come."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import TYPE_CHECKING, Any, NamedTuple

from converter.batch.files import STATE_FOLDER, reason_of
from converter.batch.holders.members import Member, Members, judged
from converter.batch.origins import Origin
from converter.batch.stores import NoStore, in_words, plain_path, store_of

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

SUM = re.compile(r"[0-9a-f]{32}")


def objects_below(url: str, *, leave_out: str | None = None) -> Iterator[Member]:
    """Yield the objects below an address, or the one that it names; nothing of the output folder."""
    with closing(Members()) as found:
        found.take(_found(url, leave_out))
        yield from found


def _found(url: str, leave_out: str | None) -> Iterator[Member]:
    store, top = store_of(url)
    scheme = url.partition("://")[0]
    try:
        with in_words(url):
            yield from _members(store, top, scheme, leave_out)
    except FileNotFoundError:
        raise NoStore(f"there is nothing in {url}") from None
    except OSError as error:
        raise NoStore(reason_of(error)) from None


def _members(store: AbstractFileSystem, top: str, scheme: str, leave_out: str | None) -> Iterator[Member]:
    top = plain_path(store, top)
    left_out = None if leave_out is None else plain_path(store, leave_out) + "/"
    for found in listed(store, top):
        name = found.path[len(top) :].lstrip("/") or found.path.rpartition("/")[2]
        is_ours = left_out is not None and f"{found.path}/".startswith(left_out)
        if not is_ours and STATE_FOLDER not in name.split("/"):
            plain, problem = judged(name)
            origin = Origin(f"{scheme}://{found.path.lstrip('/')}".encode(), "object", 0, found.size)
            yield Member(plain, origin, problem)


class Listed(NamedTuple):
    """An object as the list of its store has it."""

    path: str
    size: int
    md5: str
    """In hexadecimal figures; empty if the store does not tell."""


def listed(store: AbstractFileSystem, top: str) -> Iterator[Listed]:
    """Yield the objects below a path; folder by folder, so that not all names are in memory at once."""
    empty = True
    for _folder, _folders, objects in store.walk(top, detail=True, on_error="raise"):
        for entry in objects.values():
            empty = False
            if entry["name"].rstrip("/") != top and not entry["name"].endswith("/"):  # the mark of a folder
                yield _listed(entry)
    if empty:
        entry = store.info(top)
        if entry["type"] == "file":
            yield _listed(entry)


def _listed(entry: Mapping[str, Any]) -> Listed:
    return Listed(str(entry["name"]), int(entry.get("size") or 0), _sum_of(entry))


def _sum_of(entry: Mapping[str, Any]) -> str:
    """Return the sum of an object: the tag of Amazon's stores is that of what was put in one piece."""
    tag = str(entry.get("ETag", "")).strip('"')
    if SUM.fullmatch(tag):
        return tag
    try:
        return base64.b64decode(str(entry.get("md5Hash", ""))).hex()
    except ValueError:
        return ""
