"""Which part of the page each passage belongs to: the best sequence of regions over the whole document.

Every passage gets a score for each region from small features (``features``); going from one region to
another has a price; one pass forward and one backward (Viterbi with max-marginals) give the best whole
reading, and for each passage how much worse the best reading with another region would be. That margin is the
doubt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

TITLE, SUBTITLE, BYLINE, LINE, HEADER, ABSTRACT, BODY, NOTES, NOTE, ABOUT, CITE_AS, COLOPHON, SIGNATURE = (
    "title",
    "subtitle",
    "byline",
    "line",
    "header",
    "abstract",
    "body",
    "notes-heading",
    "note",
    "about-author",
    "cite-as",
    "colophon",
    "signature",
)

FRONT = frozenset({TITLE, SUBTITLE, BYLINE, LINE, HEADER, ABSTRACT})
BACK = frozenset({NOTES, NOTE, ABOUT, CITE_AS, COLOPHON, SIGNATURE})

START, END = "start", "end"

LATER = {
    BYLINE: "byline, title seen",
    LINE: "line, title seen",
    HEADER: "header, title seen",
    ABSTRACT: "abstract, title seen",
}
"""Header regions once more, for what stands behind the title: a document has one title."""
EARLY = {
    ABOUT: "about-author, before the text",
    CITE_AS: "cite-as, before the text",
    COLOPHON: "colophon, before the text",
}
"""Back regions once more, for what stands before the text: only from there does a text begin."""

OVER_TEXT = "body, over the text"
"""Pictures, key points and notes to the reader over the text: the header may go on behind them."""
BEHIND_TEXT = "body, behind the text"
"""Notes to the reader behind the text: they stay where they stand, whatever they stand between."""

VARIANTS = tuple((region, name) for variants in (LATER, EARLY) for region, name in variants.items())
VARIED = frozenset(region for region, _ in VARIANTS)
PLAIN = {**{name: region for region, name in VARIANTS}, OVER_TEXT: BODY, BEHIND_TEXT: BODY}

_INTO_TEXT = {BODY: 0.0, OVER_TEXT: 0.2, EARLY[ABOUT]: 1.0, EARLY[CITE_AS]: 1.0, EARLY[COLOPHON]: 3.0}
_INTO_UNTITLED = {**_INTO_TEXT, BODY: 3.0}
_HEADER_LINES = {BYLINE: 0.0, LINE: 1.0, HEADER: 0.0, ABSTRACT: 0.0}
_LATER_LINES = {LATER[region]: price for region, price in _HEADER_LINES.items()}

_BEFORE_TEXT = {**_INTO_TEXT, LATER[HEADER]: 1.0, LATER[BYLINE]: 1.0, HEADER: 2.0, TITLE: 2.0, BYLINE: 2.0}

_PRICES: Mapping[str, Mapping[str, float]] = {
    START: {
        TITLE: 0,
        BYLINE: 0.5,
        LINE: 1,
        HEADER: 0,
        ABSTRACT: 2,
        BODY: 1,
        OVER_TEXT: 2,
        EARLY[ABOUT]: 2,
        EARLY[COLOPHON]: 3,
        EARLY[CITE_AS]: 3,
        ABOUT: 6,
        COLOPHON: 6,
        CITE_AS: 5,
    },
    BYLINE: {**_HEADER_LINES, TITLE: 0, BYLINE: 0.5, LINE: 0, **_INTO_UNTITLED},
    LINE: {**_HEADER_LINES, TITLE: 0, LINE: 0.5, **_INTO_UNTITLED},
    HEADER: {**_HEADER_LINES, TITLE: 0, **_INTO_UNTITLED},
    ABSTRACT: {**_HEADER_LINES, TITLE: 1, ABSTRACT: 0.5, **_INTO_UNTITLED},
    TITLE: {TITLE: 1, SUBTITLE: 0.5, **_LATER_LINES, **_INTO_TEXT},
    SUBTITLE: {SUBTITLE: 2, **_LATER_LINES, **_INTO_TEXT},
    LATER[BYLINE]: {**_LATER_LINES, LATER[BYLINE]: 0.5, LATER[LINE]: 0, SUBTITLE: 3, **_INTO_TEXT},
    LATER[LINE]: {**_LATER_LINES, LATER[LINE]: 0.5, **_INTO_TEXT},
    LATER[HEADER]: {**_LATER_LINES, SUBTITLE: 2, **_INTO_TEXT},
    LATER[ABSTRACT]: {
        LATER[ABSTRACT]: 0.5,
        LATER[HEADER]: 1,
        LATER[BYLINE]: 1,
        LATER[LINE]: 2,
        **_INTO_TEXT,
        BODY: 0.5,
    },
    OVER_TEXT: {**_LATER_LINES, OVER_TEXT: 0.2, TITLE: 1.0, **_INTO_TEXT},
    BODY: {BODY: 0, NOTES: 0, NOTE: 0, ABOUT: 0, CITE_AS: 0, COLOPHON: 1, SIGNATURE: 1, END: 0},
    SIGNATURE: {SIGNATURE: 0.5, NOTES: 0, NOTE: 0, ABOUT: 0, CITE_AS: 0, COLOPHON: 0, END: 0},
    NOTES: {NOTE: 0, NOTES: 1, ABOUT: 3, CITE_AS: 3, COLOPHON: 4, END: 3},
    NOTE: {NOTE: 0, NOTES: 0.5, ABOUT: 0, CITE_AS: 0, COLOPHON: 1, SIGNATURE: 0.5, BODY: 5, END: 0},
    ABOUT: {ABOUT: 0.2, NOTES: 0, NOTE: 0.5, CITE_AS: 0, COLOPHON: 0, SIGNATURE: 1, BODY: 8, END: 0},
    EARLY[ABOUT]: {**_BEFORE_TEXT, EARLY[ABOUT]: 0.2},
    CITE_AS: {CITE_AS: 0.5, ABOUT: 0, NOTES: 0, NOTE: 0.5, COLOPHON: 0, BODY: 8, SIGNATURE: 4, END: 0},
    EARLY[CITE_AS]: {**_BEFORE_TEXT, EARLY[CITE_AS]: 0.5},
    COLOPHON: {COLOPHON: 0, CITE_AS: 0.5, ABOUT: 0.5, NOTES: 1, NOTE: 3, SIGNATURE: 1, BODY: 8, END: 0},
    BEHIND_TEXT: {NOTES: 0, NOTE: 0.5, ABOUT: 0, CITE_AS: 0, COLOPHON: 0, SIGNATURE: 0.5, END: 0},
    EARLY[COLOPHON]: {**_BEFORE_TEXT, EARLY[COLOPHON]: 0},
}
PRICES = {
    name: {**ways, BEHIND_TEXT: 0.0} if name in {*BACK, BEHIND_TEXT} else ways
    for name, ways in _PRICES.items()
}
"""Region → next region → price; what is not named cannot follow."""

END_IN_HEADER = 2.0
"""Price of a document that ends in its header."""

NEVER = float("-inf")

Scores = Mapping[str, float]


class Reading(msgspec.Struct, frozen=True, gc=False):
    """The region of a passage, the next best one, and by how much that whole reading is worse."""

    label: str
    runner_up: str | None
    margin: float


def best_reading(scores: Sequence[Scores]) -> list[Reading]:
    """Return the best sequence of regions for passages with these scores."""
    if not scores:
        return []
    scores = [_with_later(passage) for passage in scores]
    forward, came_from = _forward(scores)
    backward = _backward(scores, forward)
    last = len(scores) - 1
    label = max(forward[last], key=lambda name: (forward[last][name] + backward[last][name], name))
    total = forward[last][label] + backward[last][label]
    labels = [label]
    for at in range(last, 0, -1):
        label = came_from[at][label]
        labels.append(label)
    labels.reverse()
    return [_reading(name, forward[at], backward[at], total) for at, name in enumerate(labels)]


def _with_later(passage: Scores) -> Scores:
    if VARIED.isdisjoint(passage):
        return passage
    return {**passage, **{name: passage[region] for region, name in VARIANTS if region in passage}}


def _reading(
    label: str, forward: Mapping[str, float], backward: Mapping[str, float], total: float
) -> Reading:
    region = PLAIN.get(label, label)
    if len(forward) == 1:
        return Reading(region, None, -NEVER)
    runner_up, best = None, NEVER
    for name, score in forward.items():
        whole = score + backward[name]
        if whole > best and (other := PLAIN.get(name, name)) != region:
            runner_up, best = other, whole
    return Reading(region, runner_up, total - best)


def _forward(scores: Sequence[Scores]) -> tuple[list[dict[str, float]], list[dict[str, str]]]:
    """Return the best score of a reading that ends in each passage and region, and where it came from."""
    prices = PRICES[START]
    forward = [{label: score - prices.get(label, 9.0) for label, score in scores[0].items()}]
    came_from: list[dict[str, str]] = [{}]
    for passage in scores[1:]:
        now, origin = _step(passage, forward[-1])
        forward.append(now)
        came_from.append(origin)
    return forward, came_from


Ways = tuple[tuple[str, tuple[tuple[str, float], ...]], ...]
"""Regions, each with the regions that it can be reached from (or that can follow it) and the prices."""


@lru_cache(maxsize=4096)
def _ways_into(before: tuple[str, ...], labels: tuple[str, ...]) -> Ways:
    """Return which of some regions can follow others; few such pairs of sets are ever met."""
    ways = {
        label: tuple([(name, PRICES[name][label]) for name in before if label in PRICES[name]])
        for label in labels
    }
    return tuple([way for way in ways.items() if way[1]])


@lru_cache(maxsize=4096)
def _ways_on(names: tuple[str, ...], following: tuple[str, ...]) -> Ways:
    """Return the same from the other side: what of some regions can follow each."""
    ways = {
        name: tuple([(label, PRICES[name][label]) for label in following if label in PRICES[name]])
        for name in names
    }
    return tuple([way for way in ways.items() if way[1]])


def _step(passage: Scores, before: Mapping[str, float]) -> tuple[dict[str, float], dict[str, str]]:
    """Return the best scores for one passage, from those for the passage before it."""
    now: dict[str, float] = {}
    origin: dict[str, str] = {}
    for label, ways in _ways_into(tuple(before), tuple(passage)):
        best, best_from = NEVER, ""
        for name, price in ways:
            if before[name] - price > best:
                best, best_from = before[name] - price, name
        now[label] = best + passage[label]
        origin[label] = best_from
    if now:
        return now, origin
    # no region may follow: the passage is read as body, whatever the price
    best_from = max(before, key=lambda name: before[name])
    return {BODY: before[best_from] - 20.0}, {BODY: best_from}


def _backward(scores: Sequence[Scores], forward: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """Return, for each passage and region, the best score of what follows it."""
    now = {name: -PRICES[name].get(END, END_IN_HEADER) for name in forward[-1]}
    backward = [now]
    for at in range(len(scores) - 1, 0, -1):
        passage = scores[at]
        following = {label: passage.get(label, -20.0) + after for label, after in now.items()}
        now = dict.fromkeys(forward[at - 1], -40.0)
        for name, ways in _ways_on(tuple(now), tuple(following)):
            now[name] = max([following[label] - price for label, price in ways])
        backward.append(now)
    backward.reverse()
    return backward
