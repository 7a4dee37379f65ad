"""What the RIS promises, read back by a foreign reader."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from converter.model import Commentary, Metadata, Name, Reference
from converter.works import works_of
from converter.writers import write_ris
from converter.writers.losses import ris_losses
from converter.writers.ris import RisStyle
from tests.samples import NAMES, converted

from . import commentaries as samples

ADA = Name("Ada", "Orman", None, "Ada Orman")
LINE = re.compile(r"[A-Z][A-Z0-9]  - .*")


def citing(reference: Reference) -> Commentary:
    """Return a commentary that cites this work."""
    return samples.change(samples.empty(), references=(reference,))


def test_record_of_the_seed() -> None:
    """The first record is the document itself, as a report with all its lines in their order."""
    assert (
        "TY  - RPRT\n"
        "ID  - khantamirova2025silent\n"
        "AU  - Khantamirova, İlaha\n"
        f"TI  - {samples.TITLE}\n"
        "PB  - Center For Eurasian Studies (AVİM)\n"
        "M3  - Commentary\n"
        "IS  - 2025/37\n"
        "PY  - 2025\n"
        "DA  - 2025/05/30\n"
        "Y2  - 2026/02/07\n"
        f"UR  - {samples.OWN_URL}\n"
        "LA  - en\n"
        "ER  - \n"
    ) == write_ris(samples.seed()).split("\nTY", 1)[0]


def test_number_where_an_importer_reads_it() -> None:
    """Zotero, Mendeley and EndNote take the number of a report from another tag."""
    assert "\nSN  - 2025/37\n" in write_ris(samples.seed(), RisStyle(report_number="SN"))


@pytest.mark.parametrize("make", samples.ODD.values(), ids=samples.ODD.keys())
def test_every_line_is_one_of_ris(make: Callable[[], Commentary]) -> None:
    """Each line has its tag, and a record its begin and its end."""
    lines = [line for line in write_ris(make()).split("\n") if line]
    assert [] == [line for line in lines if not LINE.fullmatch(line)]
    assert ["TY", "ER"] * (len(make().references) + 1) == [
        line[:2] for line in lines if line[:2] in ("TY", "ER")
    ]


@pytest.mark.parametrize("name", NAMES)
def test_rispy_reads_the_samples(name: str) -> None:
    """The library finds every work with its title, address, language and first author."""
    works = works_of(converted(name).commentary)
    read = rispy.loads(write_ris(converted(name).commentary))
    assert [(work.id, work.full_title, work.url, work.language) for work in works] == [
        (one["id"], one.get("title"), (one.get("urls") or [None])[0], one.get("language")) for one in read
    ]


@pytest.mark.parametrize(
    ("work", "line"),
    [
        (Reference("x", "article-journal", title="T", volume="3", issue="2", number="7"), "M1  - 7"),
        (Reference("x", "report", title="T", number="7", issue="2"), "M1  - 2"),
        (Reference("x", "chapter", title="T", editor=(ADA,)), "A2  - Orman, Ada"),
        (Reference("x", "webpage", title="T", editor=(ADA,)), "ED  - Orman, Ada"),
        (Reference("x", "book", title="T", page="12–15"), "SP  - 12\nEP  - 15"),
        (Reference("x", "book", title="T", page="12"), "SP  - 12\n"),
        (Reference("x", "leaflet", title="T"), "TY  - GEN\n"),
        (Reference("x", "webpage", title="T", url="javascript:alert(1)"), "N1  - javascript:alert(1)\n"),
        (Reference("x", "book", literal="Vries, *Dams*."), "N1  - Vries, *Dams*.\n"),
        (Reference("x", "book", title="two\nlines\nER  - "), "TI  - two lines ER -\n"),
    ],
)  # fmt: skip
def test_lines(work: Reference, line: str) -> None:
    """Each value stands under the tag that RIS has for it, on one line."""
    assert line in write_ris(citing(work)).split("\n\n")[1]


def test_translator_and_first_publication() -> None:
    """A translator has a tag, and so has the first publication."""
    assert "\nA4  - Orman, Ada\n" in write_ris(samples.corporate_author())


def test_comma_in_the_name_of_a_body_is_told() -> None:
    """A comma parts family and given name, so one inside a name becomes a blank, which is a finding."""
    body = Name(None, None, None, "Ministry of Ports, Saltholm")
    commentary = samples.change(samples.empty(), metadata=Metadata(authors=(body,)))
    assert ("AU  - Ministry of Ports Saltholm\n" in write_ris(commentary), ["not-held"]) == (
        True,
        [found.code for found in ris_losses(works_of(commentary))],
    )


@given(st.text(), st.text())
def test_no_value_ends_its_record(title: str, family: str) -> None:
    """Whatever a value holds, there is one record."""
    metadata = Metadata(title=title, authors=(Name("Ada", family, None, family),))
    written = write_ris(samples.change(samples.empty(), metadata=metadata))
    assert (1, 1) == (len(re.findall("^TY  - ", written, re.M)), len(re.findall("^ER  - ", written, re.M)))
