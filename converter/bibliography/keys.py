"""Which key each work of a merged bibliography has: unique in it, and the earlier one where there was one."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from converter.bibliography.earlier_keys import NO_KEYS, SAFE_KEY, EarlierKeys
from converter.bibliography.merging import Merged
from converter.normalizers.keys import KeyRing, citation_key


def with_keys(works: Sequence[Merged], earlier: EarlierKeys = NO_KEYS) -> tuple[Merged, ...]:
    """Return the works with their keys, in the order of the keys.

    A work keeps the key that it has in its document, so that TEI, JSON and bibliography say the same; the
    second to ask for a key gets a letter behind it. No key of the earlier bibliography goes to another work.
    """
    kept = _kept(works, earlier)
    ring = KeyRing()
    ring.keep(earlier.all)
    keys = [kept.get(at) or ring.take(_safe(work.work.id)) for at, work in enumerate(works)]
    named = [
        one._replace(work=msgspec.structs.replace(one.work, id=key))
        for one, key in zip(works, keys, strict=True)
    ]
    return tuple(sorted(named, key=lambda one: one.work.id))


def _safe(key: str) -> str:
    """Return a key that no format can take for anything else; a document may have been edited."""
    return key if SAFE_KEY.fullmatch(key) else citation_key(key, None, None, "und")


def _kept(works: Sequence[Merged], earlier: EarlierKeys) -> dict[int, str]:
    """Return the earlier keys of works, by number; the surest come first, each key once."""
    votes = [
        (-count, at, key)
        for at, work in enumerate(works)
        for key, count in earlier.votes(entry.work for entry in work.entries).items()
    ]
    kept: dict[int, str] = {}
    given: set[str] = set()
    for _, at, key in sorted(votes):
        if at not in kept and key not in given:
            kept[at] = key
            given.add(key)
    return kept
