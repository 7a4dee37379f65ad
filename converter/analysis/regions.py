"""Which part of the page each passage belongs to: the best sequence of regions over the whole document.

Every passage gets a score for each region from small features (``features``); going from one region to another has a
price; one pass forward and one backward (Viterbi with max-marginals) give the best whole reading, and for each
passage how much worse the best reading with another region would be. That margin is the doubt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

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

PRICES: Mapping[str, Mapping[str, float]] = {
    START: {TITLE: 0, BYLINE: 0.5, LINE: 1, HEADER: 0, ABSTRACT: 2, BODY: 1, ABOUT: 2, COLOPHON: 3, CITE_AS: 3},
    TITLE: {TITLE: 1, SUBTITLE: 0.5, BYLINE: 0, LINE: 1, HEADER: 0, ABSTRACT: 0, BODY: 0, ABOUT: 1},
    SUBTITLE: {SUBTITLE: 2, BYLINE: 0, LINE: 1, HEADER: 0, ABSTRACT: 0, BODY: 0, ABOUT: 1},
    BYLINE: {BYLINE: 0.5, LINE: 0, HEADER: 0, TITLE: 1, ABSTRACT: 0, BODY: 0, ABOUT: 0.5},
    LINE: {LINE: 0.5, HEADER: 0, TITLE: 0.5, BYLINE: 0.5, ABSTRACT: 0, BODY: 0.5, ABOUT: 1},
    HEADER: {HEADER: 0, TITLE: 0, BYLINE: 0, LINE: 1, SUBTITLE: 2, ABSTRACT: 0, BODY: 0, ABOUT: 1},
    ABSTRACT: {ABSTRACT: 0.5, BODY: 0.5, HEADER: 1, BYLINE: 1, LINE: 2},
    BODY: {BODY: 0, NOTES: 0, NOTE: 0, ABOUT: 0, CITE_AS: 0, COLOPHON: 1, SIGNATURE: 1, END: 0},
    SIGNATURE: {SIGNATURE: 0.5, NOTES: 0, NOTE: 0, ABOUT: 0, CITE_AS: 0, COLOPHON: 0, END: 0},
    NOTES: {NOTE: 0, ABOUT: 3, CITE_AS: 3, COLOPHON: 4, END: 3},
    NOTE: {NOTE: 0, NOTES: 0.5, ABOUT: 0, CITE_AS: 0, COLOPHON: 1, SIGNATURE: 3, BODY: 5, END: 0},
    ABOUT: {ABOUT: 0.5, NOTES: 0, NOTE: 0.5, CITE_AS: 0, COLOPHON: 0, BODY: 4, HEADER: 4, TITLE: 4, BYLINE: 4, END: 0},
    CITE_AS: {CITE_AS: 0.5, ABOUT: 0, NOTES: 0, NOTE: 0.5, COLOPHON: 0, BODY: 7, SIGNATURE: 4, END: 0},
    COLOPHON: {COLOPHON: 0, CITE_AS: 0.5, ABOUT: 0.5, NOTES: 1, NOTE: 3, BODY: 7, TITLE: 3, HEADER: 3, BYLINE: 4, END: 0},
}
"""Region → next region → price; what is not named cannot follow."""

END_PRICES = {TITLE: 2.0, SUBTITLE: 2.0, BYLINE: 2.0, LINE: 2.0, HEADER: 2.0, ABSTRACT: 2.0}
"""Price of a document that ends in its header."""

NEVER = float("-inf")

Scores = Mapping[str, float]


class Reading(NamedTuple):
    """The region of a passage, the next best one, and by how much that whole reading is worse."""

    label: str
    runner_up: str | None
    margin: float


def best_reading(scores: Sequence[Scores]) -> list[Reading]:
    """Return the best sequence of regions for passages with these scores."""
    if not scores:
        return []
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


def _reading(label: str, forward: Mapping[str, float], backward: Mapping[str, float], total: float) -> Reading:
    runner_up, best = None, NEVER
    for name, score in forward.items():
        if name != label and score + backward[name] > best:
            runner_up, best = name, score + backward[name]
    return Reading(label, runner_up, total - best)


def _forward(scores: Sequence[Scores]) -> tuple[list[dict[str, float]], list[dict[str, str]]]:
    """Return, for each passage and region, the best score of a reading that ends there, and where it came from."""
    prices = PRICES[START]
    forward = [{label: score - prices.get(label, 9.0) for label, score in scores[0].items()}]
    came_from: list[dict[str, str]] = [{}]
    for passage in scores[1:]:
        before = forward[-1]
        now: dict[str, float] = {}
        origin: dict[str, str] = {}
        for label, score in passage.items():
            best, best_from = NEVER, ""
            for name, so_far in before.items():
                price = PRICES[name].get(label)
                if price is not None and so_far - price > best:
                    best, best_from = so_far - price, name
            if best_from:
                now[label] = best + score
                origin[label] = best_from
        if not now:  # no region may follow: the passage is read as body, whatever the price
            best_from = max(before, key=lambda name: before[name])
            now, origin = {BODY: before[best_from] - 20.0}, {BODY: best_from}
        forward.append(now)
        came_from.append(origin)
    return forward, came_from


def _backward(scores: Sequence[Scores], forward: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """Return, for each passage and region, the best score of what follows it."""
    backward: list[dict[str, float]] = [
        {name: -PRICES[name].get(END, END_PRICES.get(name, 2.0)) for name in forward[-1]},
    ]
    for at in range(len(scores) - 1, 0, -1):
        following = [(label, scores[at].get(label, -20.0) + after) for label, after in backward[-1].items()]
        now: dict[str, float] = {}
        for name in forward[at - 1]:
            prices = PRICES[name]
            reachable = [score - prices[label] for label, score in following if label in prices]
            now[name] = max(reachable, default=-40.0)
        backward.append(now)
    backward.reverse()
    return backward
