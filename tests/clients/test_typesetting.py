"""What the reader of a bibliography sees has the letters and the facts of the model."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.validation.latex import plain_value
from converter.works import works_of
from converter.writers import IMPORTERS, write_bibtex, write_csl_json
from converter.writers.bibtex_style import BibStyle
from tests.clients.letters import letters
from tests.clients.programs import bibtex_complaints
from tests.clients.typesetting import pdf_text, printed, set_by_citeproc
from tests.samples import ROOT, SEED, converted

SHOWN = ("Khantamirova", "Araz-2025", "Политика")
"""Words of the entries that the page shows."""
PAGE = (ROOT / "docs" / "bibliographies.md").read_text("utf-8")


@pytest.mark.client
def test_a_pdf_by_latex(tmp_path: Path) -> None:
    """Set by BibLaTeX and LuaLaTeX, every work is there with every letter."""
    bibliography = tmp_path / "letters.bib"
    bibliography.write_text(write_bibtex(letters(), IMPORTERS["latex"].bib), "utf-8")
    text = pdf_text(bibliography, tmp_path)
    works = works_of(letters())
    missing = [value for work in works for value in printed(work) if value not in text]
    assert [] == missing


@pytest.mark.client
def test_classic_bibtex_keeps_the_letters(tmp_path: Path) -> None:
    """Classic BibTeX, which knows only bytes, sets authors, titles and numbers with every letter."""
    bibliography = tmp_path / "in" / "letters.bib"
    bibliography.parent.mkdir()
    bibliography.write_text(write_bibtex(letters()), "utf-8")
    assert [] == bibtex_complaints(bibliography, "plain", tmp_path)
    text = " ".join((tmp_path / "all.bbl").read_text("utf-8").replace("\\&", "&").split())
    text = text.replace("{", "").replace("}", "")
    works = works_of(letters())
    families = [name.family or name.literal for work in works for name in work.author]
    values = [value for work in works for value in (work.genre, work.number, work.container) if value]
    assert [] == [value for value in (*families, *values) if value not in text]


@pytest.mark.client
def test_classic_bibtex_keeps_the_capitals_of_commands(tmp_path: Path) -> None:
    """Letters that stand as commands keep their capitals in titles, which BibTeX would lower."""
    bibliography = tmp_path / "in" / "letters.bib"
    bibliography.parent.mkdir()
    bibliography.write_text(write_bibtex(letters(), BibStyle(ascii=True)), "ascii")
    assert [] == bibtex_complaints(bibliography, "plain", tmp_path)
    text = plain_value((tmp_path / "all.bbl").read_text("ascii").replace("\\newblock", ""))
    titles = [work.title or "" for work in works_of(letters()) if work.language != "en"]
    assert [] == [title for title in titles if "".join(title.split()) not in "".join(text.split())]


@pytest.mark.client
@pytest.mark.parametrize("style", ["apa", "chicago-author-date"])
def test_citeproc(style: str, tmp_path: Path) -> None:
    """The page on bibliographies shows what citeproc makes of a sample, in APA and in Chicago's style."""
    bibliography = tmp_path / "sample.json"
    bibliography.write_text(write_csl_json(converted(SEED).commentary), "utf-8")
    entries = set_by_citeproc(bibliography, style)
    assert len(entries) == len(works_of(converted(SEED).commentary))
    shown = [entry for entry in entries if any(word in entry for word in SHOWN)]
    assert (len(SHOWN), []) == (len(shown), [entry for entry in shown if entry not in PAGE])
