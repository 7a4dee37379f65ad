"""What stands above an article whose title the page does not name: its header, where it begins with prose."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from converter.readers.html_article import SHORTEST_PROSE
from converter.readers.html_drafts import Draft
from converter.readers.html_tree import Element

FARTHEST = 3
"""Elements around the article in which its header may stand."""

MOST_LINES = 8
LONGEST_LINE = 300


def lines_above(
    article: Element, drafts: Sequence[Draft], begin: int, is_foreign: Callable[[int], bool]
) -> frozenset[int]:
    """Return the blocks right above an article that are plain text, in the innermost element that has any."""
    parent = article.parent if len(drafts[begin].text) >= SHORTEST_PROSE else None
    for _ in range(FARTHEST):
        if parent is None:
            break
        plain = [n for n in range(begin) if parent.holds(drafts[n].block) and not is_foreign(n)]
        if plain:
            short = all(len(drafts[n].text) <= LONGEST_LINE for n in plain)
            return frozenset(plain) if short and len(plain) <= MOST_LINES else frozenset()
        parent = parent.parent
    return frozenset()
