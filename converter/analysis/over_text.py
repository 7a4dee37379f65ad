"""What stands over the text: lines that are no text for sure, and text over which the header goes on."""

from __future__ import annotations

from collections.abc import Sequence

from converter.analysis import regions
from converter.analysis.block_kinds import BULLET
from converter.analysis.captions import caption_kind
from converter.analysis.header_facts import SURE_FACT, header_facts
from converter.analysis.hints import HEADER_LENGTH
from converter.analysis.notices import is_notice, tells_translator
from converter.analysis.passages import Passage
from converter.analysis.wording import ends_sentence
from converter.profiles import Profile

Scores = dict[str, float]

MOST_OVER_HEADER, FEWEST_BELOW, HEADER_BELOW = 2, 3, 6
"""Passages that may stand over the whole header; lines that must follow them; those that may say a fact."""

LONGEST_FACT = 100
"""Characters of a line that says a fact."""

SURE_LINE = 6.0
"""Score of a header line or byline that is sure."""

PROSE_SCORE = 3.0
"""Score, as body, of what is a paragraph of the text."""

OVER_HEADER, LINE_OVER_HEADER = -1.5, 0.5
"""Scores, as body and as a line of the header, of a short line over a sure line of the header."""


def header_follows(number: int, passages: Sequence[Passage], profile: Profile) -> bool:
    """Tell whether the whole header stands below a first paragraph: lines without a sentence, one a fact."""
    if number >= MOST_OVER_HEADER:
        return False
    lines = passages[number + 1 : number + 1 + FEWEST_BELOW]
    if len(lines) < FEWEST_BELOW or any(ends_sentence(one.closing) for one in lines):
        return False
    below = passages[number + 1 : number + 1 + HEADER_BELOW]
    return any(header_facts(one.text, profile) >= SURE_FACT for one in below if len(one.text) <= LONGEST_FACT)


def score_over_text(passage: Passage, scores: Scores) -> None:
    """Score what belongs to the body wherever it stands: a caption, a key point, a note to the reader."""
    text = passage.text
    marked = passage.kind == "item" or BULLET.match(text) is not None or caption_kind(text) is not None
    if marked or is_notice(text) or tells_translator(text):
        scores[regions.OVER_TEXT] = scores[regions.BODY]


def favour_header(passages: Sequence[Passage], scores: list[Scores]) -> None:
    """Let short lines over a sure line of the header be no text: the text begins behind that line."""
    sure = [
        number
        for number, own in enumerate(scores[:HEADER_LENGTH])
        if max(own.get(regions.HEADER, 0.0), own.get(regions.BYLINE, 0.0)) >= SURE_LINE
    ]
    begin = next((at for at, own in enumerate(scores) if own.get(regions.BODY, 0.0) >= PROSE_SCORE), 0)
    for number in range(max([at for at in sure if at < begin], default=0)):
        own = scores[number]
        if 0 <= own.get(regions.BODY, -1.0) < PROSE_SCORE and not ends_sentence(passages[number].closing):
            own[regions.BODY] = OVER_HEADER
            own[regions.LINE] = max(own.get(regions.LINE, 0.0), min(LINE_OVER_HEADER, _least_line(own)))


def _least_line(own: Scores) -> float:
    """Return the score of a line as one of the header that leaves it a byline where it may be one."""
    return LINE_OVER_HEADER if own.get(regions.BYLINE, 0.0) < 0 else 0.0
