"""What each body passage is: a paragraph, heading, list item, block quote or table row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.analysis.captions import caption_kind
from converter.analysis.notices import is_notice, tells_translator
from converter.analysis.passages import Passage
from converter.analysis.wording import HEADING_WORDS, ends_sentence, reading_length, without_marks

BULLET = re.compile(r"[-•●▪◦*–—]\s+(?=\S)")  # • item
NUMBER = re.compile(r"\(?(?P<n>\d{1,2}|[ivx]{1,5}|[^\W\d_A-Z])[.)]\s+(?=\S)")  # 1. item   (a) item   iv. item
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
DASHES = "–—"
HEADING_NUMBER = re.compile(
    r"""
    (?: [IVXLC]{1,6} | \d{1,2} (?: \.\d{1,2} )* | [A-Z] )      # IV   2.1   B
    (?: \. | \) | \s[-–] ) \s+ \S                              # 2.1. Title   2) Title   2 - Title
    """,
    re.VERBOSE,
)
STRONG_NUMBER = re.compile(r"(?:[IVX]{1,5}|[A-H])(?:\.|\s[-–])\s+[^\W\d_a-z]")  # II. Title   A. Title
DECIMAL_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\s+[^\W\d_a-z]")  # 2.1 Title
SPEAKER = re.compile(r"[^\W\d_][^:.!?“”\"]{0,30}:\s")  # REVIEW: What has changed?
SISTER = re.compile(r"(?P<n>\d{1,2}|[IVX]{1,4}|[一二三四五六七八九十])(?:[.)]\s|[、．])\s*(?=\S)")
"""The number of a heading: `2. Title`, `IV. Title`, `二、題`."""

IDEOGRAPHS = "一二三四五六七八九十"
FARTHEST_SISTER = 12
"""Passages away in which the heading before or after stands."""

FAR = 99
LETTERED = 1000
"""Far from all that figures and letters count, Roman figures have numbers of their own."""
LONGEST_HEADING = 100
LONGEST_PLAIN_HEADING = 70
MOST_BLANKS = 8
SPEAKERS_NEAR = 4
"""Passages away in which the same speaker may speak again."""
SHORTEST_TEXT = 60
"""Characters of the text under a heading."""


def block_kind(passages: Sequence[Passage], number: int) -> str:
    """Return ``paragraph``, ``heading``, ``bullet``, ``number``, ``quote``, ``row`` or ``figure``."""
    passage = passages[number]
    if passage.kind in ("quote", "row", "figure"):
        return passage.kind
    if passage.kind == "item":
        return "number" if passage.label or _is_numbered_item(passages, number) else "bullet"
    text = passage.text
    if passage.kind != "heading" and caption_kind(text):
        return "paragraph"
    if BULLET.match(text) and (text[0] not in DASHES or _beside_bullet(passages, number)):
        return "paragraph" if _is_spoken(passages, number) else "bullet"
    if _is_numbered_item(passages, number):
        return "number"
    return "heading" if _is_heading(passages, number) else "paragraph"


def _beside_bullet(passages: Sequence[Passage], number: int) -> bool:
    """Know a dash for a bullet by the bullets beside it; one alone opens a remark."""
    near = (number - 1, number + 1)
    return any(0 <= at < len(passages) and BULLET.match(passages[at].text) for at in near)


def _is_spoken(passages: Sequence[Passage], number: int) -> bool:
    """Know the dashes of a conversation: in a row of them one asks and another answers at length."""
    first = last = number
    while first and BULLET.match(passages[first - 1].text):
        first -= 1
    while last + 1 < len(passages) and BULLET.match(passages[last + 1].text):
        last += 1
    texts = [without_marks(passage.text) for passage in passages[first : last + 1]]
    asked = sum(text[-1] in "?؟;" and text[0] in DASHES for text in texts)
    return asked * 4 >= len(texts) and texts[0][0] in DASHES


def _is_numbered_item(passages: Sequence[Passage], number: int) -> bool:
    """Tell whether the item before or after carries the number before or after."""
    own = _item_numbers(passages[number])
    if not own:
        return False
    near = [_item_numbers(passages[at]) for at in (number - 1, number + 1) if 0 <= at < len(passages)]
    if any(abs(other - label) == 1 for label in own for others in near for other in others):
        return True
    far = number - 2  # a line of its own stands between: `To donors:`
    if far < 0 or passages[far + 1].text[-1] != ":":
        return False
    return any(label - 1 in _item_numbers(passages[far]) for label in own)


def _item_numbers(passage: Passage) -> Sequence[int]:
    """Return what the label of an item may count: `i` is a letter, and the first Roman figure."""
    match = NUMBER.match(passage.text)
    if match is None:
        return ()
    label = match["n"]
    if label.isdecimal():
        return (int(label),)
    roman = (ROMAN.index(label) - LETTERED,) if label in ROMAN else ()
    return (ord(label), *roman) if len(label) == 1 else roman


def _is_heading(passages: Sequence[Passage], number: int) -> bool:
    passage = passages[number]
    if passage.kind == "heading":
        return True
    text = without_marks(passage.text)
    if len(text) > LONGEST_HEADING or not any(map(str.isalpha, text)):
        return False
    if text[-1] in ".,;" and _heading_number(text) is None:
        return False
    if number + 1 == len(passages) or passage.breaks or tells_translator(text) or is_notice(text):
        return False
    return _heads_heading(text, passages[number + 1]) or _heads_text(passages, number)


def _heads_text(passages: Sequence[Passage], number: int) -> bool:
    passage = passages[number]
    text = without_marks(passage.text)
    below, decimal = passages[number + 1].text, DECIMAL_NUMBER.match(text) and not ends_sentence(text)
    if _continues_numbering(passages, number):
        return True
    short = reading_length(below) < SHORTEST_TEXT and not BULLET.match(below)
    if short and not (decimal or DECIMAL_NUMBER.match(below) or HEADING_WORDS.match(text)):
        return False
    if decimal:
        return True
    if HEADING_WORDS.match(text) or HEADING_NUMBER.match(text) or text.isupper():
        return True
    if _speaks_again(passages, number):
        return False
    before = passages[number - 1].text if number else ""
    return _heads(passage, before)


def _continues_numbering(passages: Sequence[Passage], number: int) -> bool:
    """Know a numbered heading by the one before or after it, with text between the two.

    What stands right under each other is a list.
    """
    own = _heading_number(passages[number].text)
    if own is None or _heading_number(passages[number + 1].text) is not None:
        return False
    if number and _heading_number(passages[number - 1].text) is not None:
        return False
    near = range(max(number - FARTHEST_SISTER, 0), min(number + FARTHEST_SISTER, len(passages)))
    return any(
        abs((_heading_number(passages[at].text) or FAR) - own) == 1 for at in near if abs(at - number) > 1
    )


def _heading_number(text: str) -> int | None:
    """Return the number that a short line begins with."""
    match = SISTER.match(text) if len(text) <= LONGEST_HEADING else None
    if match is None:
        return None
    label = match["n"]
    if label.isdecimal():
        return int(label)
    return IDEOGRAPHS.index(label) + 1 if label in IDEOGRAPHS else ROMAN.index(label.lower()) + 1


def _heads_heading(text: str, below: Passage) -> bool:
    """Know a numbered heading, or one in capitals, over another heading or over what leads to a list."""
    return _is_strong(text) and (below.text[-1] == ":" or _is_strong(below.text) or below.kind == "heading")


def _is_strong(text: str) -> bool:
    """Know a heading by its number or capitals, whatever stands under it: another heading may."""
    if len(text) > LONGEST_HEADING or ends_sentence(text) or " " not in text:
        return False
    return text.isupper() or STRONG_NUMBER.match(text) is not None


def _speaks_again(passages: Sequence[Passage], number: int) -> bool:
    """Know a question of an interview: who speaks here speaks again two or more passages away."""
    speaker = SPEAKER.match(passages[number].text)
    if speaker is None:
        return False
    near = passages[max(number - SPEAKERS_NEAR, 0) : number + SPEAKERS_NEAR + 1]
    beside = [*passages[max(number - 1, 0) : number], *passages[number + 1 : number + 2]]
    if speaker[0].count(" ") <= 2 and all(SPEAKER.match(passage.text) for passage in beside):
        return True
    return sum(passage.text.startswith(speaker[0]) for passage in near) > 1


def _heads(passage: Passage, before: str) -> bool:
    """Tell a heading without number or capitals: short, no sentence, bold or of few words."""
    text = without_marks(passage.text)
    if text[0].islower() or text[0] in "“„\"'‘«»「『(" or (ends_sentence(text) and text[-1] != "?"):
        return False
    if all("bold" in run.marks for run in passage.flow.runs):
        return True
    short = len(text) <= LONGEST_PLAIN_HEADING and text.count(" ") <= MOST_BLANKS
    return short and text[-1] != ":" and not before.endswith(":")
