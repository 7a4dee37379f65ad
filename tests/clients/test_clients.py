"""The programs that our users feed the outputs to take every sample without a warning and read it alike."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TypedDict

import pytest
from bibtexparser.entrypoint import parse_string
from pybtex.database import parse_string as pybtex_parse_string
from pybtex.errors import set_strict_mode

from tests.clients.programs import ajv_complaints, biber_complaints, bibtex_complaints, pandoc
from tests.samples import BIBLATEX, NAMES, ROOT, golden
from tests.schemas.programs import jing_errors, tei_all

SCHEMAS = ROOT / "schemas"
ALL_TEI = [golden(name, ".tei.xml") for name in NAMES]
ALL_JSON = [golden(name, ".json") for name in NAMES]

BIBER_COMPLAINTS: dict[str, list[str]] = {
    "arsiv-0412.txt": [
        "'arsiv0412': Missing mandatory field - one of 'date, year' must be defined",
        "'arsiv0412': Missing mandatory field 'title'",
    ],
    "harbour-2019-112.txt": ["'hira2019panel': Missing mandatory field 'author'"],
    "lodestar-2023-4.md": [
        "'meridianhouse2019lines': Missing mandatory field 'author'",
        "'corridorsecretariatcorridor': Missing mandatory field - one of 'date, year' must be defined",
    ],
    "straitsforum-2022-7.md": ["'anoncoast': Missing mandatory field - one of 'date, year' must be defined"],
}
"""Sample → what biber misses because the page does not print it (or, ``anoncoast``, a known gap)."""

BIBTEX_COMPLAINTS: dict[str, list[str]] = {
    "abae-2021-4.md": ["there's a number but no volume in isiklar2021bozkirdaa"],
    "arsiv-0412.txt": ["all relevant fields are empty in arsiv0412"],
    "harbour-2019-112.txt": ["empty author in hira2019panel"],
    "lodestar-2023-4.md": ["empty author and editor in meridianhouse2019lines"],
}
"""Sample → what classic bibtex misses because the page does not print it."""


class Work(TypedDict):
    """What is compared of an entry: its key and its title."""

    id: str
    title: str


def works(name: str) -> list[Work]:
    """Return the document and the works that it cites, as the JSON has them."""
    document = json.loads(golden(name, ".json").read_bytes())
    own = {"id": document["id"], "title": title_of(document["metadata"])}
    return [own, *({"id": work["id"], "title": work["title"] or ""} for work in document["references"])]  # type: ignore[list-item]


def title_of(metadata: dict[str, str | None]) -> str:
    """Return the title with the subtitle, as a bibliography has it."""
    parts = [part for part in (metadata["title"], metadata["subtitle"]) if part]
    return ": ".join(part.rstrip(":") for part in parts)


@pytest.mark.client
@pytest.mark.parametrize("schema", ["ours", "tei_all"])
def test_jing_accepts_the_tei(schema: str) -> None:
    """A second RELAX NG validator finds the TEI valid against our schema and that of the whole TEI."""
    path = {"ours": lambda: SCHEMAS / "commentary.rng", "tei_all": tei_all}[schema]()
    assert [] == jing_errors(path, ALL_TEI)


@pytest.mark.client
def test_ajv_accepts_the_json() -> None:
    """A third JSON Schema validator compiles our schema in strict mode and finds every document valid."""
    assert [] == ajv_complaints(SCHEMAS / "commentary.schema.json", ALL_JSON)


@pytest.mark.client
@pytest.mark.parametrize("name", NAMES)
def test_biber_has_no_complaint(name: str, tmp_path: Path) -> None:
    """The BibLaTeX dialect fits BibLaTeX's own model of entries and fields, as far as the page has them."""
    assert BIBER_COMPLAINTS.get(name, []) == biber_complaints(golden(name, BIBLATEX), tmp_path)


@pytest.mark.client
@pytest.mark.parametrize("name", NAMES)
def test_bibtex_has_no_complaint(name: str, tmp_path: Path) -> None:
    """Classic bibtex sets every entry in its plain style without a warning, as far as the page has them."""
    assert BIBTEX_COMPLAINTS.get(name, []) == bibtex_complaints(golden(name, ".bib"), "plain", tmp_path)


@pytest.mark.parametrize("ending", [".bib", BIBLATEX])
@pytest.mark.parametrize("name", NAMES)
def test_bibtexparser_reads_every_entry(name: str, ending: str) -> None:
    """The library finds every work under its id, and nothing that it cannot read."""
    library = parse_string(golden(name, ending).read_text("utf-8"))
    assert ([work["id"] for work in works(name)], []) == (
        [one.key for one in library.entries],
        library.failed_blocks,
    )


@pytest.mark.parametrize("ending", [".bib", BIBLATEX])
@pytest.mark.parametrize("name", NAMES)
def test_pybtex_reads_every_entry(name: str, ending: str) -> None:
    """The library, which forgives nothing when it is told so, finds every work under its id."""
    set_strict_mode(True)
    database = pybtex_parse_string(golden(name, ending).read_text("utf-8"), "bibtex")
    assert [work["id"] for work in works(name)] == list(database.entries)


@pytest.mark.client
@pytest.mark.parametrize("name", NAMES)
def test_pandoc_reads_the_titles(name: str) -> None:
    """Read by pandoc, every work has the title of the JSON, its foreign letters as they are."""
    done = pandoc("--from=bibtex", "--to=csljson", text=golden(name, ".bib").read_text("utf-8"))
    read = {item["id"]: letters(item.get("title", "")) for item in json.loads(done.stdout)}
    assert ({work["id"]: letters(work["title"]) for work in works(name)}, "") == (read, done.stderr)


def letters(title: str) -> str:
    """Leave out what pandoc sets by language and style: capitals, quotation marks, tags around words."""
    return re.sub(r"<[^<>]*>|['‘’\"“”„«»]", "", title).casefold()


@pytest.mark.client
@pytest.mark.parametrize("name", NAMES)
def test_pandoc_sets_a_bibliography(name: str) -> None:
    """Citeproc sets every entry in its default style without a warning."""
    bibliography = golden(name, ".bib")
    page = f"---\nnocite: '@*'\nbibliography: {bibliography}\n---\n"
    done = pandoc("--citeproc", "--from=markdown", "--to=html", text=page)
    assert (len(works(name)), "") == (done.stdout.count('class="csl-entry"'), done.stderr)
