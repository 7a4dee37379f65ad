"""What the README shows is what the converter does."""

from __future__ import annotations

import doctest
import re
from collections.abc import Iterator

import pytest

from tests.samples import FINDINGS, ROOT, SAMPLES, SEED, golden

README = (ROOT / "README.md").read_text("utf-8")
BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?P<target>[^)#:]+)\)")


def shown(*languages: str) -> Iterator[str]:
    """Yield the lines of the blocks in these languages."""
    for block in BLOCK.finditer(README):
        if block["language"] in languages:
            yield from (line for line in block["text"].splitlines() if line != "…")


def made() -> str:
    """Return all that is made of the seed, and the seed, without indentation."""
    files = [SAMPLES / SEED, *(golden(SEED, ending) for ending in (".tei.xml", ".json", ".bib", FINDINGS))]
    return "\n".join(line.strip() for file in files for line in file.read_text("utf-8").splitlines())


def test_what_is_shown_is_what_is_made() -> None:
    """Every line of the outputs in the README stands in the expected outputs of that sample."""
    everything = made()
    assert [] == [line for line in shown("xml", "json", "bibtex", "text") if line.strip() not in everything]


def test_something_is_shown() -> None:
    """The README shows TEI, JSON, BibTeX and findings."""
    assert {"xml", "json", "bibtex", "text"} <= {block["language"] for block in BLOCK.finditer(README)}


def test_the_library_answers_as_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python of the README gives what stands under it."""
    monkeypatch.chdir(ROOT)
    text = "\n".join(shown("python"))
    test = doctest.DocTestParser().get_doctest(text, {}, "README.md", "README.md", 0)
    result = doctest.DocTestRunner().run(test)
    assert (0, 3) == (result.failed, result.attempted)


@pytest.mark.parametrize("target", sorted({match["target"] for match in LINK.finditer(README)}))
def test_a_link_leads_somewhere(target: str) -> None:
    """What the README links to is there."""
    assert (ROOT / target).exists()
