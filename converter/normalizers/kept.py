"""Answers that are kept while one document is read, because its lines are asked about again and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")

MOST_KEPT = 2048

_FORGETTING: list[Callable[[], None]] = []


def kept(function: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """Keep the answers of a function that only looks at what it is asked, until ``forget``."""
    cached = lru_cache(MOST_KEPT)(function)
    _FORGETTING.append(cached.cache_clear)
    return cast("Callable[Asked, Answer]", cached)


def forget() -> None:
    """Forget all answers: another document begins."""
    for clear in _FORGETTING:
        clear()
