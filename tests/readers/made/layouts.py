"""How pages are printed, and what the program prints round them on every page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from converter.evaluation.gold import Gold, page_of

STYLES = Path(__file__).parent / "styles"
LATIN = re.compile(r"[\x00-\u024f\u2010-\u2026\u20ac\s]*")


@dataclass(frozen=True, slots=True)
class Layout:
    """A style, the lines on every page, and how the number of the page is printed."""

    style: str = ""
    heads: tuple[str, ...] = ()
    number: str = ""
    latin: bool = False
    """Whether the fonts have Latin letters only."""

    def fits(self, gold: Gold) -> bool:
        """Say whether the fonts have the letters of a page."""
        return not self.latin or LATIN.fullmatch(page_of(gold)) is not None

    def furniture(self, gold: Gold, content: bytes) -> Sequence[str]:
        """Return what is printed round the text of all pages of a file."""
        if not (self.heads or self.number):
            return ()
        import pypdfium2

        with pypdfium2.PdfDocument(content) as document:
            pages = len(document)
        heads = [head.replace("TITLE", str(gold.head.get("title") or gold.name)) for head in self.heads]
        numbers = [self.number.format(page=page, pages=pages) for page in range(1, pages + 1)]
        return (*heads * pages, *(numbers if self.number else ()))


def _layout(file: str, *heads: str, number: str = "", latin: bool = False) -> Layout:
    return Layout((STYLES / file).read_text("utf-8"), heads, number, latin)


REPORT = _layout("report.css", "Strand Review", number="{page} / {pages}")
PAPER = _layout("paper.css", number="{page}")
ESSAY = _layout("essay.css", number="– {page} –")
FOOTED = _layout("footed.css", "Occasional Notes")
TYPST_REPORT = _layout("report.typ", "Policy Papers", number="{page}")
TYPST_PAPER = _layout("paper.typ", number="– {page} –")
TEX = _layout("article.tex", number="{page}", latin=True)
