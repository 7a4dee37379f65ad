"""What the learned reader asks of each line of the head: short words, each with a weight for every region."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from converter.analysis.captions import caption_kind
from converter.analysis.head_lines import QUOTES, Line, bucket
from converter.analysis.hints import Hints
from converter.analysis.passages import Passage
from converter.analysis.segments import has_segments, split_segments
from converter.analysis.title_scores import NO_NAME, is_open
from converter.analysis.wording import INNER_STOP, NUMBERED_HEADING
from converter.normalizers.house_names import house_name
from converter.normalizers.language_words import WORDS
from converter.normalizers.name_words import CORPORATE, POSITIONS, ROLES, fold_word
from converter.normalizers.names import looks_like_name
from converter.normalizers.spaces import title_key

Scores = Mapping[str, float]

MOST = 16
"""Passages from the start that are read so."""

MOST_PARAGRAPHS = 2
"""Paragraphs behind which no line of the head stands."""

SIGNS = "|•·/;@©():&#№,"
WORD = re.compile(r"[^\W\d_]+")
LONGEST = 200
"""Characters of a line whose words are asked for."""

YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
PROSE, MOST_PROSE = 130, 10
"""Characters of a paragraph, and how many of these are asked for the words of a title."""

STEM = 5
STEMS = re.compile(r"[^\W\d_]{4,}")
"""A word that says something, and the letters of it that stay when it is inflected."""

EVERYDAY = frozenset(word for words in WORDS.values() for word in words.split())
"""The words of every day, in all languages that have a list."""

TAIL, LONGEST_TAIL = 14, 300
"""Passages at the end, and characters of one, that may name house and author again."""


class Known(NamedTuple):
    """Words that were met in the pages that were learnt from, folded."""

    names: frozenset[str] = frozenset()
    """In names of persons, and never written small."""
    common: frozenset[str] = frozenset()
    """Written small in the text of several pages."""


class Page:
    """What the rest of the page holds, asked for each line of the head."""

    __slots__ = ("cited", "common", "known", "stems", "tail")

    def __init__(self, passages: Sequence[Passage], hints: Hints, known: Known) -> None:
        self.known = known
        prose = [one.text for one in passages if len(one.text) > PROSE and not one.note][:MOST_PROSE]
        self.stems = frozenset([word[:STEM] for word in STEMS.findall(" ".join(prose).lower())])
        self.common = hints
        self.cited = title_key(" ".join(hints.cited_texts))
        behind = [one.text for one in passages[max(MOST, len(passages) - TAIL) :]]
        self.tail = title_key(" ".join([text[:LONGEST_TAIL] for text in behind]))


def head_keys(
    passages: Sequence[Passage], hints: Hints, scores: Sequence[Scores], known: Known
) -> list[list[str]]:
    """Return what is true of each of the first passages."""
    lines = _lines(passages, hints, scores)
    page = Page(passages, hints, known)
    kinds = ["start", "start", *[line.kind for line in lines], "end", "end"]
    return [
        []
        if caption_kind(line.text)  # the rules know it
        else [*_own(line, page, scores[at]), *_around(at, lines, kinds), *_whole(at, lines)]
        for at, line in enumerate(lines)
    ]


def _lines(passages: Sequence[Passage], hints: Hints, scores: Sequence[Scores]) -> list[Line]:
    """Return the first passages, as far as there may be a head: some paragraphs end it for sure."""
    lines: list[Line] = []
    paragraphs = 0
    for passage, own in zip(passages[:MOST], scores, strict=False):
        if paragraphs == MOST_PARAGRAPHS or passage.note:
            break
        lines.append(Line(passage, own, hints))
        paragraphs += lines[-1].kind == "prose"
    return lines


def _own(line: Line, page: Page, scores: Scores) -> Iterator[str]:
    """Yield what the line says by itself."""
    yield from ("any", f"kind {line.kind}", f"make {line.caps}", f"kind {line.kind} {line.caps}")
    yield f"length {bucket(line.length)}"
    yield f"words {min(len(line.words), 14)}"
    yield f"name {round(line.name * 5)}"
    yield f"house {line.house}"
    yield f"end {line.end} {INNER_STOP.search(line.text) is not None}"
    first = line.text[:1]
    yield "first " + (
        "digit"
        if first.isdigit()
        else "quote"
        if first in QUOTES
        else "small"
        if first.islower()
        else "other"
    )
    yield from (f"sign {sign}" for sign in SIGNS if sign in line.text)
    if NUMBERED_HEADING.match(line.text):
        yield "numbered"
    passage = line.passage
    yield f"format {passage.kind} {passage.level} {page.common.headed}"
    if any("bold" in run.marks for run in passage.flow.runs):
        yield "bold"
    if any(map(str.isdigit, line.text)):
        yield "year" if YEAR.search(line.text) else "digits"
    if has_segments(line.text):
        yield from _pieces(line.text)
    if line.length > LONGEST:
        yield f"opens {fold_word(line.words[0]).strip('.:,–-')}"
    else:
        yield from _words(line, page.known)
        yield from _elsewhere(line, page)
    yield from _scored(scores)


def _pieces(text: str) -> Iterator[str]:
    """Yield what the pieces of a line are that has several."""
    kinds = []
    for start, end in split_segments(text):
        piece = text[start:end]
        dated = any(map(str.isdigit, piece))
        kinds.append(
            "d" if dated else "n" if looks_like_name(piece) >= 0.5 else "h" if house_name(piece) else "o"
        )
    yield "pieces " + "".join(kinds[:4])


def _words(line: Line, known: Known) -> Iterator[str]:
    words = WORD.findall(line.text)
    folded = [fold_word(word) for word in words]
    if not folded:
        return
    whole = [word for word in folded if len(word) > 1] or folded
    names, common = sum(word in known.names for word in whole), sum(word in known.common for word in whole)
    yield f"names {_share(names, len(whole))} {_share(common, len(whole))}"
    yield f"common {min(common, 4)} {bucket(len(words), (2, 4, 7))}"
    yield f"named {min(names, 3)} {bucket(len(words), (2, 4, 7))}"
    yield f"suffix {folded[-1][-3:]}"
    yield f"script {script_of(words[0])} {line.kind}"
    everyday = sum(word.lower() in EVERYDAY for word in words)
    small = sum(word[0].islower() for word in words)
    yield f"everyday {min(everyday, 3)} {bucket(len(words), (2, 4, 7))}"
    yield f"small {min(small, 4)} {bucket(len(words), (2, 4, 7))}"
    yield f"ranks {min(sum(word in ROLES or word in POSITIONS for word in folded), 2)}"
    yield f"bodies {min(sum(word in CORPORATE for word in folded), 2)}"
    if NO_NAME.search(line.text):
        yield f"no name {line.kind}"
    yield f"w1 {folded[0]}"
    yield f"w9 {folded[-1]}"
    yield from {f"w {word}" for word in folded}


def _share(count: int, whole: int) -> int:
    """Return a share in steps: none, some, half, all but one, all."""
    if count == whole:
        return 4
    return 0 if not count else 3 if whole - count == 1 and whole > 2 else 2 if 2 * count >= whole else 1


def script_of(word: str) -> str:
    """Name the script of a word, as far as the first letter shows it.

    >>> script_of("мост"), script_of("Brücke")
    ('CYR', 'LAT')
    """
    return unicodedata.name(word[0], "?")[:3]


def _elsewhere(line: Line, page: Page) -> Iterator[str]:
    """Yield where else the line stands."""
    if len(line.key) > 4:
        if page.cited:
            yield f"cited {line.key in page.cited}"
        yield f"tail {line.key in page.tail} {line.kind in ('name', 'by')}"
    stems = {word[:STEM] for word in STEMS.findall(line.text.lower())}
    if stems:
        again = len(stems & page.stems)
        yield f"again {_share(again, len(stems))} {min(len(stems), 3)}"
        yield f"again {min(again, 4)} {line.kind}"
        yield f"again {_share(again, len(stems))} {line.key in page.tail}"
    if page.common.is_of_common_words(line.text):
        yield "common"


def _scored(scores: Scores) -> Iterator[str]:
    """Yield what the rules say: the two best regions, and how far apart they are."""
    ranked = sorted([(value, region) for region, value in scores.items()], reverse=True)[:2]
    best = ranked[0]
    yield f"rule {best[1]}"
    yield f"rule {best[1]} {round(best[0])}"
    if len(ranked) > 1:
        yield f"rules {best[1]} {ranked[1][1]} {min(round(best[0] - ranked[1][0]), 4)}"


def _around(at: int, lines: Sequence[Line], kinds: Sequence[str]) -> Iterator[str]:
    """Yield what stands before and behind the line."""
    before2, before, own, behind, behind2 = kinds[at : at + 5]
    line = lines[at]
    gap = "g" if line.passage.gap else "-"
    gap += "g" if at + 1 < len(lines) and lines[at + 1].passage.gap else "-"
    yield f"gap {gap}"
    yield f"gap {gap} {own}"
    yield f"< {before}"
    yield f"> {behind}"
    yield f"< {before} {own}"
    yield f"> {own} {behind}"
    yield f"<> {before} {own} {behind}"
    yield f"<< {before2} {before} {own}"
    yield f">> {own} {behind} {behind2}"
    if at:
        other = lines[at - 1]
        yield from _goes_on(other.text, line.text)
        yield f"make< {other.caps} {line.caps} {gap[0]}"
        yield f"length< {min(max(bucket(line.length) - bucket(other.length), -3), 3)} {gap[0]}"
    if at + 1 < len(lines):
        other = lines[at + 1]
        yield f"make> {line.caps} {other.caps} {gap[1]}"
        yield f"length> {min(max(bucket(line.length) - bucket(other.length), -3), 3)} {gap[1]}"


def _goes_on(above: str, text: str) -> Iterator[str]:
    """Yield how the end of one line and the beginning of the next fit."""
    small = text[0].islower()
    yield f"joint {is_open(above)} {small} {above[-1] if above[-1] in ':–—-,.?!' else ''}"
    last = above.split()[-1]
    yield f"last {len(last) <= 3 and last.islower()} {small}"
    if above.count("“") + above.count("„") + above.count("«") > above.count("”") + above.count("»"):
        yield "quote open"
    if text[0] in "–—-(":
        yield f"first {text[0]}"


PLAIN_KINDS = frozenset({"short", "middling", "long", "question", "name?", "sentence"})
"""Lines that may be a title."""


def _whole(at: int, lines: Sequence[Line]) -> Iterator[str]:
    """Yield where the line stands in the head as a whole."""
    line = lines[at]
    above = [one for one in lines[:at] if one.kind in PLAIN_KINDS]
    below = []
    for one in lines[at + 1 :]:
        if one.kind == "prose":
            break
        below.append(one)
    rest = [one for one in below if one.kind in PLAIN_KINDS]
    if not below and at + 1 < len(lines):
        yield f"over text {line.kind} {bool(line.passage.gap)} {bool(lines[at + 1].passage.gap)}"
    yield f"at {bucket(at, (1, 2, 3, 4, 6, 9, 12))}"
    yield f"at {bucket(at, (1, 2, 3, 4, 6, 9, 12))} {line.kind}"
    yield f"lines below {min(len(below), 4)}"
    yield f"plain {min(len(above), 3)} {min(len(rest), 3)} {line.kind}"
    kinds = {one.kind for one in lines[:at]}
    yield f"seen {'name' in kinds or 'by' in kinds} {'fact' in kinds} {'prose' in kinds} {line.kind}"
    later = {one.kind for one in below}
    yield f"comes {'name' in later or 'by' in later} {'fact' in later} {line.kind}"
    if line.kind in PLAIN_KINDS:
        longest = all(line.length >= one.length for one in [*above, *rest])
        only_capitals = line.caps == "capitals" and not any(one.caps == "capitals" for one in [*above, *rest])
        yield f"longest {longest} {only_capitals} {min(len(above), 2)}"
