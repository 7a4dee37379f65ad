"""Which characters of a source are missing from a TEI file, and which of the TEI are not in the source.

Written without the converter, so that its own check of the same promise is itself checked. The source is
decoded, recorded marks of the page are blanked, marks of notes and markup are struck out. Then every block
and every note of the TEI must be found in what is left, as it stands, and takes its characters away with it:
nothing may remain on either side.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from typing import NamedTuple

TEI = "{http://www.tei-c.org/ns/1.0}"
BLOCKS = frozenset(
    TEI + name
    for name in (
        "byline", "cell", "docDate", "docImprint", "figDesc", "fw", "head", "item", "note", "p", "titlePart"
    )
)  # fmt: skip
"""The elements that hold text of their own; one inside another stands for itself (a note in a paragraph)."""

MARK = re.compile(
    r"""
    \[\[ \d{1,2} \]\] \( \# [^)]* \)          # [[1]](#_ftn1)
    | \[\\\[ \d{1,2} \\\]\] \( \# [^)]* \)    # [\[1\]](#)
    | \[\^ \d{1,2} \] :?                      # [^1]   and its note   [^1]:
    | \[ \d{1,2} \]                           # [5]
    | (?<![^\s]) \( \d \) (?= [\s.,] )        # (1).   but not   s. 4(2)
    | \\\*                                    # \*
    | [¹²³⁴-⁹⁰]+                              # ²
    | ^ \d{1,2} \. [ ]                        # 1.     the label of a note
    """,
    re.VERBOSE | re.MULTILINE,
)
"""A marker in the text, or the label of a note."""

MARKUP = re.compile(
    r"""
    (?P<link> \[ (?P<words> [^\[\]\n]+ ) \] \( https?:// [^()\s]+ \) )    # [Annex B](https://corridor.example.org)
    | < (?P<address> https?:// [^<>\s]+ ) >                               # <https://corridor.example.org>
    | ^ \#{1,6} [ ]                                                       # ## What the statute says
    | ^ > [ ]?                                                            # > We do not ask who may pass.
    | ^ [-•] [ ]                                                          # - Brennick, where it ends
    | \*                                                                  # **Fax:**
    """,
    re.VERBOSE | re.MULTILINE,
)


class Balance(NamedTuple):
    """What is left on either side; empty on both if nothing was lost, doubled, changed or invented."""

    missing: str
    """Characters of the source that no block of the TEI holds."""
    invented: tuple[str, ...]
    """Blocks of the TEI that the source does not have, or not as often."""
    marks: tuple[int, int]
    """Marks of notes struck out of the source, and those that the TEI stands for."""


def balance(source: str, furniture: Sequence[tuple[int, int]], tei: bytes) -> Balance:
    """Compare a decoded source, without the given places of page furniture, with a TEI file."""
    for start, end in furniture:
        source = source[:start] + " " * (end - start) + source[end:]
    unmarked, marks = MARK.subn("", source)
    left = squeezed(MARKUP.sub(lambda match: match["words"] or match["address"] or "", unmarked))
    invented = []
    text = text_of(tei)
    for block in sorted(map(squeezed, blocks_of(text)), key=len, reverse=True):
        if block not in left:
            invented.append(block)
        left = left.replace(block, "\0" * len(block), 1)  # the place stays taken: nothing grows together
    return Balance(left.replace("\0", ""), tuple(invented), (marks, count_marks(text)))


def squeezed(text: str) -> str:
    """Leave out white space."""
    return "".join(text.split())


def text_of(tei: bytes) -> ET.Element:
    """Return the element ``text`` without the list of references, which repeats what the notes say."""
    text = ET.fromstring(tei).find(f"{TEI}text")  # noqa: S314 - our own file, without entities
    assert text is not None
    for parent in text.iter(f"{TEI}back"):
        for division in parent.findall(f"{TEI}div[@type='references']"):
            parent.remove(division)
    return text


def blocks_of(text: ET.Element) -> Iterator[str]:
    """Yield the own text of every block but page furniture, and any text that stands in no block."""
    stray = "".join(own_text(text))
    yield from [stray] if stray.strip() else []
    for element in text.iter():
        if element.tag in BLOCKS and element.tag != f"{TEI}fw":
            label = element.get("n", "") if element.tag == f"{TEI}item" else ""
            yield label + "".join(own_text(element))


def own_text(element: ET.Element) -> Iterator[str]:
    """Yield the text of an element without blocks inside it and without references to notes."""
    yield element.text or ""
    for child in element:
        if child.tag not in BLOCKS and not is_note_reference(child):
            yield from own_text(child)
        yield child.tail or ""


def is_note_reference(element: ET.Element) -> bool:
    """Say whether an element stands for a marker: a second one of its note, or one without a note."""
    return element.tag == f"{TEI}ref" and element.get("type") == "note"


def count_marks(text: ET.Element) -> int:
    """Count the marks that a TEI stands for: a note for its label and its marker, an orphan for its label."""
    notes = text.findall(f".//{TEI}note")
    orphans = text.findall(f".//{TEI}div[@type='notes']/{TEI}note")
    references = [element for element in text.iter() if is_note_reference(element)]
    return 2 * len(notes) - len(orphans) + len(references)


def furniture_of(text: ET.Element) -> list[str]:
    """Return the marks of the page that a TEI keeps where they stood."""
    return ["".join(own_text(element)) for element in text.iter(f"{TEI}fw")]
