"""What the learned reader of heads adds to the scores of the rules, line by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from converter.analysis import regions
from converter.analysis.captions import caption_kind
from converter.analysis.head_keys import head_keys
from converter.analysis.head_model import load_heads, said_by
from converter.analysis.hints import Hints
from converter.analysis.passages import Passage

UNSCORED: Mapping[str, float] = MappingProxyType(
    {
        regions.TITLE: -2.0,
        regions.SUBTITLE: -1.0,
        regions.BYLINE: -0.5,
        regions.LINE: 0.0,
        regions.HEADER: -1.0,
        regions.ABSTRACT: -1.0,
    }
)
"""Scores of a line in the regions of the header of which the rules say nothing."""

FEWEST_PASSAGES = 4
"""A text of fewer has no head of the kind that was learnt."""

SURE_LEAD, SHARE_OF_SURE, SHARE = 2.5, 0.4, 0.8
"""By how much the best region of a line leads where the rules are sure; how much what was learnt is believed
there, and elsewhere: less than it believes itself, for houses differ more than those it was learnt from."""

SURE_TITLE = 4.5
"""Score of a line that the cite-as block quotes as title, or the format calls so: it is no banner."""


def with_learned(
    scores: Sequence[dict[str, float]], passages: Sequence[Passage], hints: Hints
) -> list[dict[str, float]]:
    """Return the scores of the rules, those of the first lines with what was learnt."""
    if len(passages) < FEWEST_PASSAGES:
        return list(scores)
    learned = load_heads()
    keyed = head_keys(passages, hints, scores, learned.known)
    head = [
        own
        if regions.NOTE in own or caption_kind(passage.text)
        else _both(own, said_by(keys, learned.weights), passage.text)
        for own, keys, passage in zip(scores, keyed, passages, strict=False)
    ]
    return [*head, *scores[len(head) :]]


def scored_everywhere(own: Mapping[str, float]) -> dict[str, float]:
    """Return the scores of a line with those that the rules leave out."""
    return {**UNSCORED, **own}


def share_of_learned(own: Mapping[str, float]) -> float:
    """Return how much what was learnt counts for a line: less where the rules are sure."""
    best, second = sorted(own.values(), reverse=True)[:2]
    return SHARE_OF_SURE if best - second >= SURE_LEAD else SHARE


def _both(own: Mapping[str, float], learned: Mapping[str, float], text: str) -> dict[str, float]:
    scores = scored_everywhere(own)
    share = share_of_learned(scores)
    both = {
        region: score + share * learned.get(regions.PLAIN.get(region, region), 0.0)
        for region, score in scores.items()
    }
    if regions.BYLINE not in own and any(map(str.isdecimal, text)):
        both[regions.BYLINE] = UNSCORED[regions.BYLINE]  # a name holds no figures
    if own.get(regions.TITLE, 0.0) >= SURE_TITLE:
        both[regions.LINE] = min(both[regions.LINE], both[regions.TITLE] - 2.5)
    return both
