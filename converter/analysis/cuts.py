"""Which body passages are one paragraph that a page break cut; they are joined, and that is reported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from converter.analysis.flow import Flow
from converter.analysis.ledger import Ledger, quoted
from converter.analysis.passages import Passage
from converter.analysis.wording import breaks_word, ends_sentence, without_marks
from converter.diagnostics import Code
from converter.model import Furniture
from converter.source import Span

TAIL = 60
"""Characters from the end of a passage that tell how it ends."""

SHORTEST = 40
"""Characters of a passage that can be the first half of a cut paragraph."""

SHORTEST_BEFORE_CAPITAL = 120
"""Characters of a first half whose second half begins with a capital."""

LONGEST_HEAD = 90
SHORTEST_AROUND_HEAD = 80
SHOWN = 40
"""Characters of the second half that a finding points at."""

OPEN_END = re.compile(r"[^\W\d_]$|[,(–—]$|\d$")  # and the   in 2019,   page 12
STOPS_SHORT = re.compile(
    r"""
    (?: ^ | \W ) (?:
      the | a | an | of | and | or | to | in | on | at | by | for | with | from | that | which | as | is | are
      | was | were | has | have | had | its | their | his | her | this | these | between | into  # … of the
    | ve | ile | bir | bu | şu | için | olan | olarak | gibi | da | de | ki | veya | ya | hem | daha | en
      | çok | her | ise  # … olarak bir
    | və | ilə | и | в | на | с | der | die | das | und | von | le | la | les | et                   # … и в
    ) $
    | , $                                                                                      # … 2019,
    """,
    re.VERBOSE | re.IGNORECASE,
)
NUMBERED_HEAD = re.compile(
    r"""
      \d{1,4} \s* [|·–-] \s* \S              # 2 | Cahiers du Détroit
    | \S .* \s [|·–-] \s* \d{1,4} $           # Cahiers du Détroit | 2
    """,
    re.VERBOSE,
)
"""A page number beside the name of the house or the title."""

MARK_START = re.compile(r"(?:[-•●▪*–—]\s|\[|\(?\d{1,3}[.)]\s)")  # • item   [1] note   1. item


def join_cut_paragraphs(
    passages: Sequence[Passage], numbers: range, furniture: list[Furniture], ledger: Ledger
) -> list[Sequence[int]]:
    """Return groups of these passage numbers, which hold body text in order; each group is one paragraph.

    A short line between the two halves is a running head that stands once: it becomes furniture.
    """
    groups: list[list[int]] = []
    number = numbers.start
    while number < numbers.stop:
        before = passages[groups[-1][-1]] if groups else None
        if before and number + 1 < numbers.stop and _is_lone_head(before, *passages[number : number + 2]):
            head = passages[number]
            furniture.append(Furniture("running-head", head.text, head.flow.whole()))
            ledger.find(Code.FURNITURE, head.flow.whole(), type="running-head", text=head.text)
            number += 1
            passages[number].page_break = True
            groups[-1].append(number)
            _report(passages[number], ledger)
        elif before and goes_on(before, passages[number], ledger):
            groups[-1].append(number)
        else:
            groups.append([number])
        number += 1
    return [*groups]


def _end(passage: Passage) -> str:
    """Return the end of a passage without the markers there, typed or those of the format."""
    text, flow = passage.text, passage.flow
    last = len(flow.starts) - 1
    while last > 0 and flow.runs[last].marker:
        text = text[: flow.starts[last]].rstrip()
        last -= 1
    return without_marks(text[-TAIL:])


def _goes_on_in_quotes(before: str, passage: Passage) -> bool:
    """Know two lines of one quotation: the first opens it, the second, right below, closes it."""
    if passage.gap or before[-1:] != "," or not passage.text[0].islower():
        return False
    return before.count("“") > before.count("”") and passage.text.count("”") > passage.text.count("“")


def goes_on(before: Passage, passage: Passage, ledger: Ledger) -> bool:
    """Tell whether a passage is the second half of one that a page break cut, and report it."""
    if before.kind != "text" or passage.kind != "text":
        return False
    if _goes_on_in_quotes(before.text, passage):
        _report(passage, ledger)
        return True
    may_be = len(before.text) >= SHORTEST and not MARK_START.match(passage.text)
    return may_be and _is_cut(before, passage, ledger)


def _is_cut(before: Passage, passage: Passage, ledger: Ledger) -> bool:
    tail = _end(before)
    if ends_sentence(tail) or not (OPEN_END.search(tail) or tail.endswith("-")):
        return False
    if passage.text[0].islower():
        _report(passage, ledger)
        if breaks_word(before.text, passage.text):
            word = before.text.rsplit(" ", 1)[-1] + passage.text.split(" ", 1)[0]
            end = len(before.text)
            ledger.find(Code.HYPHEN_KEPT, before.flow.span(end - 1, end), word=quoted(word))
        return True
    if before.text.isupper() or (len(before.text) < SHORTEST_BEFORE_CAPITAL and not passage.page_break):
        return False
    join = passage.page_break or STOPS_SHORT.search(tail) is not None
    if join:
        _report(passage, ledger)
    decision = "joined" if join else "left in two"
    ledger.find(Code.PARAGRAPH_JOIN_UNCERTAIN, _shown(passage), decision=decision)
    return join


def _report(passage: Passage, ledger: Ledger) -> None:
    ledger.find(Code.PARAGRAPH_JOINED, _shown(passage))


def _shown(passage: Passage) -> Span:
    return passage.flow.span(0, min(SHOWN, len(passage.text)))


def _is_lone_head(first: Passage, head: Passage, last: Passage) -> bool:
    """Know a line between the halves of a sentence, set apart from both, for a running head."""
    if len(head.text) > LONGEST_HEAD or not last.text[:1].islower():
        return False
    if not (head.text[0].isupper() or NUMBERED_HEAD.match(head.text)):
        return False
    set_apart = (head.gap > 0 and last.gap > 0) or last.page_break or head.page_break
    if not set_apart or len(first.text) < SHORTEST_AROUND_HEAD or len(last.text) <= len(head.text):
        return False
    tail = _end(first)
    return OPEN_END.search(tail) is not None and not ends_sentence(tail) and not ends_sentence(head.text)


def joined(passages: Sequence[Passage], group: Sequence[int]) -> tuple[Passage, list[int]]:
    """Return the one passage that several passages come to, and where each piece begins in it."""
    first = passages[group[0]]
    pieces = [passages[number].flow for number in group]
    glues = ["" if breaks_word(before.text, flow.text) else " " for before, flow in pairwise(pieces)]
    flow = Flow.joined(pieces, *glues)
    begins, begin = [0], 0
    breaks = [*first.breaks]
    for number, before, glue in zip(group[1:], pieces, glues, strict=False):
        following = passages[number]
        begin += len(before.text) + len(glue)
        begins.append(begin)
        if following.page_break:
            breaks.append((begin, following.page_number))
        breaks += [(begin + at, page) for at, page in following.breaks]
    whole = Passage(flow, first.kind, first.level, first.gap, first.note, first.label)
    whole.page_break, whole.page_number, whole.after_rule = (
        first.page_break, first.page_number, first.after_rule,
    )  # fmt: skip
    whole.pieces = [piece for number in group for piece in passages[number].pieces or [passages[number].flow]]
    whole.breaks = breaks
    return whole, begins
