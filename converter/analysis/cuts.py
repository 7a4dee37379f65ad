"""Which body passages are one paragraph that a page break cut: they are joined, and the repair is reported."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.analysis.wording import ends_sentence
from converter.analysis.flow import Flow
from converter.analysis.ledger import Ledger
from converter.analysis.passages import Passage
from converter.diagnostics import Code
from converter.model import Furniture

TAIL = 60
"""Characters from the end of a passage that tell how it ends."""

SHORTEST = 40
"""Characters of a passage that can be the first half of a cut paragraph."""

TRAILING_MARK = re.compile(r"(?:\s*(?:\[\^?[\w*]{1,6}\]|\(\d{1,3}\)|[¹²³⁰-⁹]+))+$")
OPEN_END = re.compile(r"[^\W\d_]$|[,(–—]$|\d$")
STOPS_SHORT = re.compile(
    r"(?:^|\W)(?:the|a|an|of|and|or|to|in|on|at|by|for|with|from|that|which|as|is|are|was|were|has|have|had|its|their|his|her|this|these|between|into|"
    r"ve|ile|bir|bu|şu|için|olan|olarak|gibi|da|de|ki|veya|ya|hem|daha|en|çok|her|ise|"
    r"və|ilə|и|в|на|с|der|die|das|und|von|le|la|les|de|et)$|,$",
    re.IGNORECASE,
)
MARK_START = re.compile(r"(?:[-•●▪*–—]\s|\[|\(?\d{1,3}[.)]\s)")
WORD_CUT = re.compile(r"(?P<head>[^\W\d_]+)-$")


def join_cut_paragraphs(passages: list[Passage], furniture: list[Furniture], ledger: Ledger) -> list[list[int]]:
    """Return groups of passage numbers, each one paragraph; passages hold body text only, in order.

    A short line between the two halves is a running head that stands once: it becomes furniture.
    """
    groups: list[list[int]] = []
    number = 0
    while number < len(passages):
        if groups and _is_lone_head(passages, groups[-1][-1], number):
            head = passages[number]
            furniture.append(Furniture("running-head", head.text, head.flow.whole()))
            ledger.find(Code.FURNITURE, head.flow.whole(), type="running-head", text=head.text)
            passages[number + 1].page_break = True
            groups[-1].append(number + 1)
            _report(passages[number + 1], ledger)
            number += 1
        elif groups and _continues(passages[groups[-1][-1]], passages[number], ledger):
            groups[-1].append(number)
        else:
            groups.append([number])
        number += 1
    return groups


def _end(text: str) -> str:
    """Return the end of a passage without the markers there."""
    return text[-TAIL:] if text[-1:].isalpha() else TRAILING_MARK.sub("", text[-TAIL:])


def _continues(before: Passage, passage: Passage, ledger: Ledger) -> bool:
    if before.kind != "text" or passage.kind != "text" or len(before.text) < SHORTEST or MARK_START.match(passage.text):
        return False
    tail = _end(before.text)
    if ends_sentence(tail) or not OPEN_END.search(tail) and not tail.endswith("-"):
        return False
    first = passage.text[0]
    if first.islower():
        _report(passage, ledger)
        return True
    if len(before.text) < 120 or before.text.isupper():
        return False
    if passage.page_break or STOPS_SHORT.search(tail):
        ledger.find(Code.PARAGRAPH_JOIN_UNCERTAIN, passage.flow.span(0, min(40, len(passage.text))), decision="joined")
        return True
    ledger.find(Code.PARAGRAPH_JOIN_UNCERTAIN, passage.flow.span(0, min(40, len(passage.text))), decision="left in two")
    return False


def _report(passage: Passage, ledger: Ledger) -> None:
    ledger.find(Code.PARAGRAPH_JOINED, passage.flow.span(0, min(40, len(passage.text))))


def _is_lone_head(passages: Sequence[Passage], before: int, number: int) -> bool:
    if number + 1 >= len(passages):
        return False
    first, head, last = passages[before], passages[number], passages[number + 1]
    if len(head.text) > 90 or not last.text[:1].islower():
        return False
    tail = _end(first.text)
    return (
        head.text[0].isupper()
        and (head.gap > 0 and last.gap > 0 or last.page_break or head.page_break)
        and not ends_sentence(head.text)
        and len(first.text) >= 80
        and OPEN_END.search(tail) is not None
        and not ends_sentence(tail)
        and len(last.text) > len(head.text)
    )


def joined(passages: Sequence[Passage], group: Sequence[int]) -> tuple[Passage, list[int]]:
    """Return the one passage that a group of passages comes to, and where each piece begins in it."""
    first = passages[group[0]]
    if len(group) == 1:
        return first, [0]
    flow, begins = first.flow, [0]
    breaks: list[tuple[int, str | None]] = []
    for number in group[1:]:
        following = passages[number]
        flow = Flow.joined([flow, following.flow])
        begins.append(len(flow.text) - len(following.text))
        if following.page_break:
            breaks.append((begins[-1], following.page_number))
    pieces = [passages[number].flow for number in group]
    whole = Passage(flow, first.kind, first.level, first.gap, first.note, first.label)
    whole.page_break, whole.page_number, whole.after_rule = first.page_break, first.page_number, first.after_rule
    whole.pieces, whole.breaks = pieces, breaks
    return whole, begins
