"""Which objects of a store stand below an address, in the order in which the files of a folder come."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from converter.batch.files import STATE_FOLDER, reason_of
from converter.batch.holders.members import Member, Members, judged
from converter.batch.origins import Origin
from converter.batch.stores import NoStore, in_words, store_of

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem


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
    except OSError as error:
        raise NoStore(f"{url} cannot be looked through: {reason_of(error)}") from None


def _members(store: AbstractFileSystem, top: str, scheme: str, leave_out: str | None) -> Iterator[Member]:
    top = plain_path(store, top)
    left_out = None if leave_out is None else plain_path(store, leave_out) + "/"
    for path, size in _listed(store, top):
        name = path[len(top) :].lstrip("/") or path.rpartition("/")[2]
        is_ours = left_out is not None and f"{path}/".startswith(left_out)
        if not is_ours and STATE_FOLDER not in name.split("/"):
            plain, problem = judged(name)
            origin = Origin(f"{scheme}://{path.lstrip('/')}".encode(), "object", 0, size)
            yield Member(plain, origin, problem)


def plain_path(store: AbstractFileSystem, url: str) -> str:
    """Return how the store itself writes a path."""
    return str(type(store)._strip_protocol(url)).rstrip("/")  # noqa: SLF001 - fsspec asks for it by this name


def _listed(store: AbstractFileSystem, top: str) -> Iterator[tuple[str, int]]:
    """Yield path and size of each object; folder by folder, so that not all names are in memory at once."""
    empty = True
    for _folder, _folders, objects in store.walk(top, detail=True, on_error="raise"):
        for entry in objects.values():
            empty = False
            if entry["name"].rstrip("/") != top:  # the mark of a folder that some programs make
                yield entry["name"], int(entry.get("size") or 0)
    if empty:
        entry = store.info(top)
        if entry["type"] == "file":
            yield entry["name"], int(entry.get("size") or 0)
