"""What the document as a whole says about single passages before any of them is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import inf

from converter.analysis.labels import ANSWERS, Plan
from converter.analysis.passages import Passage
from converter.analysis.quotes import find_quotes
from converter.analysis.segments import split_segments
from converter.normalizers.house_names import house_name
from converter.normalizers.kept import kept
from converter.normalizers.name_roles import split_roles
from converter.normalizers.names import fold_name, looks_like_name, split_names
from converter.normalizers.spaces import title_key
from converter.profiles import Profile

HEADER_LENGTH = 14
"""Passages from the start that may still be header."""

LONGEST_LINE = 60
"""Characters of a line that may be a byline or a heading of the notes."""

BYLINE_WORDS = (
    r"(?i:(?:an?\s+)?(?:interview(?:ed)?|written|text|words|essay|analysis|commentary|comment|opinion|report|article)\s+by"
    r"|(?:ein\s+)?(?:kommentar|gastbeitrag|beitrag|essay|analyse)\s+von|(?:un(?:e)?\s+)?(?:analyse|tribune|article)\s+(?:de|par)|texte\s+de|das\s+gespräch\s+führte"
    r"|entretien\s+réalisé\s+par)"
)
BY = re.compile(
    rf"(?:By|BY|by|Von|von|VON|Par|par|PAR|Por|por|POR|Di|di|DI|Door|Av|Af|Przez|Written\s+by|Hazırlayan(?:lar)?"
    rf"|Του|Της|Των|بقلم|نوشته|نویسنده|به\s+قلم|文/|文／|{BYLINE_WORDS})\s*:?\s+(?=[^\W\d_a-z]|l['’]|la\s|le\s)"
)


@kept
def without_credit(text: str) -> str:
    """Leave out the words that say whose a text is: ``By``, ``Written by``."""
    return BY.sub("", text)


CONTRIBUTOR = re.compile(
    r"""
    (?: (?P<editor> edited\s+by | editors? | editör | yayına\s+hazırlayan
      | redaktion | редактор )  # Edited by
      | translated\s+by | translators? | translation | çeviren | çeviri | tercüme                  # Çeviren:
      | übersetzt\s+von | übersetzung | traduit\s+par | traduction | перевод | tərcümə )
    \b \s* (?: \( [^()]* \) \s* )? :? \s* (?= [^\W\d_] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What stands before the name of a translator or editor."""

NOTE_MARK = re.compile(r"\s*(?:\[(?:[ivx]{1,4}|\d{1,2}|\*+)\]|[*†‡]+|[¹²³])\s*$")
"""The mark of a note behind a name: ``Ada ORMAN[i]``."""

PROSE = 150
"""Characters of a passage that is a paragraph of the text."""

SMALL_WORD = re.compile(r"(?<!\w)(?![A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐƏĞŞÇÖÜİŁŚŻŹĆŃΑ-ΩԱ-Ֆ])[^\W\d_]{4,}")
LONG_WORD = re.compile(r"[^\W\d_]{4,}")

SURE_NAME = 0.6

LONGEST_TITLE, SHORTEST_TITLE = 200, 10
"""Characters of a line that a page may print twice as its title."""

LONGEST_CITE_AS = 2000
"""Characters of a cite-as block; what is longer is none, and is not searched for titles."""


@dataclass(slots=True)
class Hints:
    """The plan of the notes, and what the cite-as blocks and the header say."""

    plan: Plan
    profile: Profile
    first_marks: dict[str, int]
    """Label → the first passage that has a mark with it."""
    cited_titles: set[str] = field(default_factory=set)
    """Keys of the titles that the cite-as blocks quote."""
    cited_texts: list[str] = field(default_factory=list)
    """The cite-as blocks, each as a whole."""
    cited_limits: list[int] = field(default_factory=list)
    """Where in each of them the first quotes are: a title begins there or before."""
    cited_authors: set[str] = field(default_factory=set)
    """Folded words that stand before the title in a cite-as block."""
    cited_house: str = ""
    """Key of what stands behind the title there."""
    names: tuple[str, ...] = ()
    """Keys of the persons that the header seems to name."""
    repeated_names: frozenset[str] = frozenset()
    """Those that two passages are: the byline, and the heading over a biography."""
    initials: frozenset[str] = frozenset()
    """First letters of these keys."""
    printed_again: frozenset[int] = frozenset()
    """Passages of the header that an earlier one already says."""
    headed: bool = False
    """The format calls one of the first passages a heading of the first rank: no other line is the title."""
    notes_heading: int = -1
    """The number of the last passage that is a notes heading, or -1."""
    lone_paragraphs: bool = False
    """No note has a second paragraph, but for the last perhaps."""
    marked: frozenset[int] = frozenset()
    """Passages with marks that later notes answer to."""
    headed_notes: set[int] = field(default_factory=set)
    """Passages with labels right under a notes heading: each section may have one."""
    last_start: float = inf
    """The passage that the last note begins with; endless if there are no notes."""
    first_label: str = ""
    """The label of the first note."""
    last_marked: int = -1
    """The last of them, or -1."""
    resumed: frozenset[int] = frozenset()
    """Passages behind a note with marks that later notes answer to: there the text goes on."""
    strong_name: float = 0.0
    """How much the surest of the names in the header looks like one."""
    passages: Sequence[Passage] = ()
    common_words: frozenset[str] | None = None
    """Words that the text writes in small letters, found when they are first asked for."""

    def is_of_common_words(self, line: str) -> bool:
        """Tell whether half of the words of a line stand in the text as words of every day."""
        if self.common_words is None:
            prose = [one.text for one in self.passages if len(one.text) >= PROSE and not one.note]
            self.common_words = frozenset(SMALL_WORD.findall(" ".join(prose)))
        words = [word.lower().replace("i̇", "i") for word in LONG_WORD.findall(line)]
        if line.isupper():
            words += [word.replace("I", "ı").lower() for word in LONG_WORD.findall(line) if "I" in word]
        return 2 * len(self.common_words.intersection(words)) >= max(len(LONG_WORD.findall(line)), 2)


def gather_hints(passages: Sequence[Passage], plan: Plan, profile: Profile) -> Hints:
    """Read the cite-as blocks, the headings of notes and the short lines of the header."""
    marks: dict[str, int] = {}
    for mark in plan.marks:
        marks.setdefault(mark.label, mark.passage)
    hints = Hints(plan, profile, marks, passages=passages, marked=_marked(plan))
    hints.last_marked = max(hints.marked, default=-1)
    if plan.starts:
        first, hints.last_start = min(plan.starts), max(plan.starts)
        hints.resumed = frozenset(at for at in hints.marked if at > first)
        hints.lone_paragraphs = hints.last_start - first < len(plan.starts)
        hints.first_label = plan.starts[first].label
    hints.headed = any(one.kind == "heading" and one.level == 1 for one in passages[:HEADER_LENGTH])
    for number, passage in enumerate(passages):
        if passage.text[:2] in profile.openings:
            _read_label(number, _with_next(number, passages, profile), hints)
    hints.printed_again = _printed_again(passages)
    lines = [one.unmarked() for one in passages[:HEADER_LENGTH] if len(one.text) <= LONGEST_LINE]
    hints.strong_name = max((looks_like_name(without_credit(line)) for line in lines), default=0.0)
    keys = [key for passage in passages[:HEADER_LENGTH] for key in _name_keys(passage.text, profile) if key]
    later = [title_key(one.text) for one in passages[HEADER_LENGTH:] if one.kind == "heading"]
    hints.names = tuple(set(keys))
    hints.repeated_names = frozenset(key for key in set(keys) if (keys + later).count(key) > 1)
    hints.initials = frozenset(name[0] for name in hints.names)
    return hints


def _printed_again(passages: Sequence[Passage]) -> frozenset[int]:
    seen: set[str] = set()
    again: set[int] = set()
    for number, passage in enumerate(passages[:HEADER_LENGTH]):
        key = title_key(passage.text) if len(passage.text) <= LONGEST_TITLE else ""
        if len(key) >= SHORTEST_TITLE and key in seen:
            again.add(number)
        seen.add(key)
    return frozenset(again)


def _marked(plan: Plan) -> frozenset[int]:
    last = {start.label: number for number, start in plan.starts.items()}
    answers = ANSWERS.get(plan.style or "", ())
    return (
        frozenset(
            mark.passage
            for mark in plan.marks
            if mark.passage < last.get(mark.label, 0) and mark.style in answers
        )
        - plan.starts.keys()
    )


def _with_next(number: int, passages: Sequence[Passage], profile: Profile) -> str:
    """Return a passage; a cite-as label that stands alone on its line with the next one."""
    text = passages[number].text
    match = profile.cite_as.match(text)
    alone = match is not None and match.end() == len(text) and number + 1 < len(passages)
    return f"{text} {passages[number + 1].text}" if alone else text


def _under(heading: int, plan: Plan) -> Iterator[int]:
    """Yield the labels that follow a heading, with at most one paragraph of a note between two."""
    at = heading + 1
    while at in plan.starts or at + 1 in plan.starts:
        if at in plan.starts:
            yield at
        at += 1


def _read_label(number: int, text: str, hints: Hints) -> None:
    profile = hints.profile
    if profile.cite_as.match(text):
        label = profile.cite_as.match(text)
        begin = label.end() if label else 0
        quotes = find_quotes(text[begin:LONGEST_CITE_AS])
        hints.cited_texts.append(text[begin:LONGEST_CITE_AS])
        hints.cited_limits.append(quotes[0].start if quotes else LONGEST_CITE_AS)
        for quote in find_quotes(text[:LONGEST_CITE_AS]):
            hints.cited_titles.add(title_key(text[quote.inner_start : quote.inner_end]))
            hints.cited_authors.update(fold_name(text[: quote.start]).split())
            hints.cited_house = title_key(text[quote.end :])
        hints.cited_titles.discard("")
    elif is_notes_heading(text, profile):
        hints.notes_heading = number
        hints.headed_notes.update(_under(number, hints.plan))


def is_notes_heading(text: str, profile: Profile) -> bool:
    """Tell whether a line is but the heading of the notes."""
    if len(text) > LONGEST_LINE:
        return False
    match = profile.notes.match(text)
    return match is not None and match.end() == len(text)


def _name_keys(text: str, profile: Profile) -> list[str]:
    """Return the keys of the names that a short line holds."""
    if len(text) > LONGEST_LINE or house_name(text):
        return []
    line = without_credit(profile.author.left_out(text))
    pieces = [line[start:end] for start, end in split_segments(line)]
    names = [piece[start:end] for piece in pieces for start, end in split_names(piece)]
    return [title_key(split_roles(name)[0]) for name in names if looks_like_name(name) >= SURE_NAME]
