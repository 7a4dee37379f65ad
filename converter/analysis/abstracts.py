"""Abstracts and keywords over the text: their headings stand alone, before a colon, or run into the line."""

from __future__ import annotations

from collections.abc import Sequence

from converter.analysis.passages import Passage
from converter.profiles import Profile

SHORTEST_RUN_IN = 60
"""Characters of an abstract whose heading opens its line without a colon."""

LONGEST_HEADING = 30
MOST_PARAGRAPHS = 4
"""Paragraphs that may stand between the heading of the abstract and the keywords."""


def abstract_heading(text: str, profile: Profile) -> int:
    """Return how many characters of a passage are the heading of an abstract, 0 for anything else."""
    match = profile.abstract.match(text)
    if match is None and len(text) >= SHORTEST_RUN_IN:
        match = profile.abstract.run_in(text)
    return match.end() if match else 0


def keywords_heading(text: str, profile: Profile) -> int:
    """Return how many characters of a passage are the heading of its keywords, 0 for anything else."""
    match = profile.keywords.match(text) or profile.keywords.run_in(text)
    return match.end() if match else 0


def opens_abstract(text: str, profile: Profile) -> bool:
    """Tell whether a passage begins as an abstract or its keywords do."""
    return bool(abstract_heading(text, profile) or keywords_heading(text, profile))


def is_lone_heading(text: str, profile: Profile) -> bool:
    """Tell whether a passage is but the heading of an abstract."""
    return len(text) < LONGEST_HEADING and profile.abstract.match(text) is not None


def leads_to_keywords(number: int, passages: Sequence[Passage], profile: Profile) -> bool:
    """Tell whether the keywords stand a few paragraphs below: what is between is the abstract."""
    following = passages[number + 1 : number + 1 + MOST_PARAGRAPHS]
    return any(keywords_heading(one.text, profile) for one in following)
