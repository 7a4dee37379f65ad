"""Whether the lines of a text were wrapped, and near which column."""

from __future__ import annotations

from collections.abc import Sequence

from converter.analysis.flow import Flow
from converter.analysis.page_marks import BEGINS_ANEW
from converter.analysis.wording import STOPS, reading_length, without_marks
from converter.source import Block

WIDEST_WRAP = 130
"""Columns; longer lines are paragraphs, not wrapped lines."""

NARROWEST_WRAP = 30

LONG_LINE = 0.7
"""Share of the width that a line of the text fills, and most lines of a header do not."""

FEWEST_WRAPS = 4
"""Lines that must look wrapped before any are joined."""

FULL_LINES = 2
"""Lines in a row that follow a full one: a paragraph."""

SHORTEST_PROSE = 90
"""Characters of a line that is a sentence, and a paragraph of its own."""

OPEN_ENDS = 0.34
"""Share of the full lines that end in the middle of a sentence, where lines were wrapped."""

SHARES = (0.97, 0.9)
"""Shares of the lines that are no longer than the width: a few may be."""


def wrap_width(text: str, blocks: Sequence[Block], flows: Sequence[Flow]) -> int | None:
    """Return the column near which lines were wrapped, or ``None`` where line ends are meant.

    A line was wrapped if the first word of the next line would not have fitted behind it. Where that holds
    for most of the lines that another line follows directly, line ends mean nothing. The lines of the header,
    up to the first long one, are not asked, nor those that begin anew.
    """
    followed = [number for number, block in enumerate(blocks) if block.gap == 0 and number]
    if len(followed) < FEWEST_WRAPS:
        return None
    lengths = sorted(printed_length(blocks[at - 1]) for at in followed if "://" not in flows[at - 1].text)
    if not lengths:
        return None
    widths = dict.fromkeys(lengths[min(int(len(lengths) * share), len(lengths) - 1)] for share in SHARES)
    return next((width for width in widths if _is_wrapped(width, followed, text, blocks, flows)), None)


def _is_wrapped(
    width: int, followed: Sequence[int], text: str, blocks: Sequence[Block], flows: Sequence[Flow]
) -> bool:
    """Tell whether most lines that another line follows have no room for its first word."""
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return False
    long = next(at for at in followed if printed_length(blocks[at - 1]) >= LONG_LINE * width)
    asked = [at for at in followed if at >= long and not BEGINS_ANEW.match(flows[at].text)]
    full = [at for at in asked if printed_length(blocks[at - 1]) + 1 + first_word(text, blocks[at]) > width]
    open_ends = sum(flows[at - 1].text[-1] not in STOPS for at in full)
    return len(full) >= max(FEWEST_WRAPS, 0.5 * len(asked)) and open_ends >= OPEN_ENDS * len(full)


def printed_length(block: Block) -> int:
    """Return the length of a line with its markup: what its editor saw when it was wrapped."""
    length = block.end - block.start
    if len(block.runs) > 1:  # letters that were one when the line was wrapped
        length += sum(len(run.text) - run.end + run.start for run in block.runs if run.text is not None)
    return length


def first_word(text: str, block: Block) -> int:
    """Return the length of a line's first word; a no-break space does not end it."""
    end = text.find(" ", block.start, block.end)
    return (end if end >= 0 else block.end) - block.start


def prose_begin(width: int | None, blocks: Sequence[Block], flows: Sequence[Flow]) -> int:
    """Return the number of the first line behind the first paragraph: a long line, or several full ones."""
    full = 0
    for number, (block, flow) in enumerate(zip(blocks, flows, strict=True)):
        length = reading_length(flow.text)
        if length > WIDEST_WRAP or (length > SHORTEST_PROSE and without_marks(flow.text)[-1] in STOPS):
            return number + 1
        goes_on = block.gap == 0 and block.kind == "text" and width is not None
        full = full + 1 if goes_on and printed_length(blocks[number - 1]) >= LONG_LINE * (width or 0) else 0
        if full >= FULL_LINES and number:
            return number
    return len(blocks)
