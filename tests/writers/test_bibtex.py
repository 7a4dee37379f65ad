"""What the BibTeX promises, read back by a foreign parser."""

from __future__ import annotations

import re

import msgspec
import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import SeparateCoAuthors
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.model import Commentary, Metadata, Name, PrintedDate, Publisher, Reference, Series
from converter.writers import write_bibtex
from converter.writers.bibtex import Dialect
from converter.writers.bibtex_escape import ESCAPES, escape, escape_name_part, escape_url, guard_entry_like

from . import commentaries as samples

WORDS = {escape: character for character, escape in ESCAPES.items()}
ESCAPE = re.compile("|".join(map(re.escape, sorted(WORDS, key=len, reverse=True))))


def fields(commentary: Commentary, dialect: Dialect = "bibtex") -> list[dict[str, str]]:
    """Return the fields of every entry as bibtexparser reads them, entry type and key included."""
    library = parse_string(write_bibtex(commentary, dialect))
    assert library.failed_blocks == []
    return [
        {"entry": entry.entry_type, "id": entry.key} | {field.key: str(field.value) for field in entry.fields}
        for entry in library.entries
    ]


def unescape(value: str) -> str:
    """Undo our escapes and drop the braces that protect."""
    parts = ESCAPE.split(value)
    escapes = [WORDS[found] for found in ESCAPE.findall(value)] + [""]
    return "".join(
        part.replace("{", "").replace("}", "") + escaped for part, escaped in zip(parts, escapes, strict=True)
    )


def titled(title: str, language: str = "en") -> Commentary:
    """Return a commentary of which only the title is known."""
    return samples.change(samples.empty(), metadata=Metadata(title=title, language=language))


def citing(reference: Reference) -> Commentary:
    """Return a commentary that cites this work."""
    return samples.change(samples.empty(), references=(reference,))


# --- Entries ----------------------------------------------------------------------------------------------


def test_entry_of_the_seed() -> None:
    """The first entry is the document itself, as a report with all its fields in their order."""
    assert (
        "@techreport{khantamirova2025silent,\n"
        "  author = {Khantamirova, İlaha},\n"
        "  title = {A SILENT POWER STRUGGLE CENTERED AROUND THE '{ARAS} 2025' MILITARY EXERCISE},\n"
        "  institution = {{Center For Eurasian Studies (AVİM)}},\n"
        "  type = {Commentary},\n"
        "  number = {2025/37},\n"
        "  year = {2025},\n"
        "  month = may,\n"
        "  day = {30},\n"
        f"  url = {{{samples.OWN_URL}}},\n"
        "  urldate = {2026-02-07},\n"
        "  language = {en},\n"
        "  langid = {en},\n"
        "}\n"
    ) == write_bibtex(samples.seed()).split("\n@misc")[0]


def test_entry_of_the_seed_in_biblatex() -> None:
    """BibLaTeX has its own type of entry and one date."""
    entry = fields(samples.seed(), "biblatex")[0]
    assert (entry["entry"], entry["date"], "year" in entry) == ("report", "2025-05-30", False)


def test_entries_stand_in_the_order_of_the_document() -> None:
    """The document comes first, then the works in their order, under the ids of TEI and JSON."""
    seed = samples.seed()
    assert [seed.id, *(work.id for work in seed.references)] == [entry["id"] for entry in fields(seed)]


def test_work_of_which_only_the_visit_is_dated() -> None:
    """A date of access is no year of publication."""
    entry = fields(samples.seed())[1]
    assert entry == {
        "entry": "misc",
        "id": "mod2025araz",
        "key": "mod",
        "title": samples.ARAZ,
        "url": samples.MINISTRY,
        "urldate": "2025-05-22",
        "language": "az",
        "langid": "az",
    }


def test_work_whose_date_has_no_role() -> None:
    """The only date of a work stands as its date, though nothing says that it is of publication."""
    entry = fields(samples.seed())[3]
    assert (entry["year"], entry["month"], entry["day"]) == ("2025", "may", "22")


@pytest.mark.parametrize(
    ("at", "classic", "latex"),
    [
        (1, "article", "article"),
        (2, "book", "book"),
        (3, "incollection", "incollection"),
        (4, "techreport", "report"),
        (6, "misc", "misc"),
    ],
)
def test_types_of_entries(at: int, classic: str, latex: str) -> None:
    """Each kind of work has the entry that fits, and a misc one where nothing fits."""
    works = samples.many_references()
    assert (classic, latex) == (fields(works)[at]["entry"], fields(works, "biblatex")[at]["entry"])


def test_web_page_is_online_in_biblatex() -> None:
    """A page with an address is ``@online``, which classic BibTeX does not have."""
    assert (fields(samples.seed())[1]["entry"], fields(samples.seed(), "biblatex")[1]["entry"]) == (
        "misc",
        "online",
    )


@pytest.mark.parametrize(
    ("at", "name", "expected"),
    [
        (1, "author", "de Vries, Anna"),
        (1, "journal", r"Water \& Law"),
        (1, "pages", "1--9"),
        (1, "doi", "10.5555/d_1"),
        (2, "author", "de Vries, Anna and {River Council}"),
        (2, "address", "Utrecht"),
        (3, "editor", "{River Council}"),
        (4, "institution", "{River Council}"),
        (4, "type", "Brief"),
        (5, "note", r"De Vries, 2020 \textbraceleft{}sic\textbraceright{}."),
        (6, "key", "nothing"),
        (7, "note", "javascript:alert(1)"),
    ],
)
def test_fields_of_cited_works(at: int, name: str, expected: str) -> None:
    """Each value stands in the field that importers read it from."""
    entry = write_bibtex(samples.many_references()).split("\n\n@")[at]
    assert f"  {name} = {{{expected}}},\n" in entry


@pytest.mark.parametrize(
    ("work", "dialect", "expected"),
    [
        (
            Reference("x", "webpage", title="T", genre="Blog", number="12", page="5"),
            "bibtex",
            "Blog, No. 12, P. 5",
        ),
        (Reference("x", "book", title="T", volume="2", number="7"), "bibtex", "No. 7"),
        (
            Reference("x", "report", title="T", editor=(Name("A", "B", None, "A B"),)),
            "biblatex",
            "Editor: A B",
        ),
    ],
)
def test_what_has_no_field(work: Reference, dialect: Dialect, expected: str) -> None:
    """A value for which the entry has no field stands in the note."""
    assert expected == fields(citing(work), dialect)[1]["note"]


def test_subtitle() -> None:
    """Classic styles know no subtitle, BibLaTeX does."""
    classic, latex = fields(samples.corporate_author())[0], fields(samples.corporate_author(), "biblatex")[0]
    assert (classic["title"], latex["title"], latex["subtitle"]) == (
        "Water: A second look",
        "Water",
        "A second look",
    )


def test_number_without_a_volume() -> None:
    """A series that does not count by years has its number alone."""
    metadata = Metadata(
        title="T", series=Series("Brief", None, "C 14", "Brief C 14"), publisher=Publisher("House")
    )
    assert fields(samples.change(samples.empty(), metadata=metadata))[0]["number"] == "C 14"


def test_document_without_house_and_series() -> None:
    """Without series and publisher the document is no report."""
    assert fields(titled("T"))[0]["entry"] == "misc"


def test_report_without_a_type() -> None:
    """BibLaTeX demands the type of @report, so a report of no series is a @techreport there too."""
    metadata = Metadata(title="T", publisher=Publisher("House"))
    entry = fields(samples.change(samples.empty(), metadata=metadata), "biblatex")[0]
    assert (entry["entry"], "type" in entry) == ("techreport", False)


def test_unknown_language_is_left_out() -> None:
    """``und`` is no language that an importer knows."""
    assert "langid" not in fields(titled("T", "und"))[0]


def test_day_without_year_is_left_out() -> None:
    """A date without a year is no date of an entry."""
    work = Reference("x", "webpage", title="T", issued=PrintedDate("--05-30", "day", "May 30"))
    assert "year" not in fields(citing(work))[1]


# --- Escapes ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("R&D", r"R\&D"),
        ("5 % of $3 #1 a_b", r"5 \% of \$3 \#1 a\_b"),
        ("{x}", r"\textbraceleft{}x\textbraceright{}"),
        (r"\input{x}", r"\textbackslash{}input\textbraceleft{}x\textbraceright{}"),
        ("~^", r"\textasciitilde{}\textasciicircum{}"),
        ("İ ə Я ’", "İ ə Я ’"),
        ("two\nlines", "two lines"),
        ("no-break\u00a0space", "no-break\u00a0space"),
        ("bell\x07", "bell\ufffd"),
    ],
)
def test_escapes(value: str, expected: str) -> None:
    """Each character special to TeX is written so that TeX prints it."""
    assert expected == escape(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("https://x.org/%C4%B0_a#b~c", "https://x.org/%C4%B0_a#b~c"),
        ("https://x.org/a b{c}\\", "https://x.org/a%20b%7Bc%7D%5C"),
        ("https://x.org/a\nb", "https://x.org/a%20b"),
    ],
)
def test_addresses_are_raw(value: str, expected: str) -> None:
    """Importers read an address raw, so only what would end the field is encoded."""
    assert expected == escape_url(value)


@pytest.mark.parametrize(
    ("part", "expected"),
    [("Baron and Sons", "Baron {and} Sons"), ("Doe, Jr", "Doe{,} Jr"), ("Anderson", "Anderson")],
)
def test_names_with_words_of_bibtex(part: str, expected: str) -> None:
    """An ``and`` or a comma inside a name parts nothing."""
    assert expected == escape_name_part(part)


def test_at_sign_before_a_brace() -> None:
    """An ``@`` that some parsers would take for an entry stands in braces."""
    assert guard_entry_like("@home {NATO}") == "{@}home {NATO}"


printable = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cn"]), min_size=1
).filter(str.strip)
hostile = st.lists(
    st.sampled_from(["}", "{", "\\", "@misc{x,", "%", '"', ",", "\n", "NATO ", "and ", "@", "#", "a"]),
    min_size=1,
)


@given(st.one_of(printable, hostile.map("".join).filter(str.strip)))
@settings(max_examples=200)
def test_no_value_closes_its_field(value: str) -> None:
    """Whatever a title or note holds, there is one entry and the value is read back."""
    work = Reference("x", "webpage", literal=value)
    commentary = samples.change(titled(value), references=(work,))
    found = fields(commentary)
    expected = " ".join(re.split(r"[ \t\n\v\f\r]+", value)).strip(" ")
    assert [expected, expected] == [unescape(found[0]["title"]), unescape(found[1]["note"])]


@given(st.lists(printable.map(str.strip).filter(bool), min_size=1, max_size=3))
@settings(max_examples=100)
def test_authors_stay_apart(families: list[str]) -> None:
    """Whatever their names hold, a reader finds as many authors as there are."""
    authors = tuple(Name("Ada", family, None, family) for family in families)
    commentary = samples.change(samples.empty(), metadata=Metadata(title="T", authors=authors))
    library = parse_string(write_bibtex(commentary), append_middleware=[SeparateCoAuthors()])
    assert len(families) == len(library.entries[0]["author"])


def test_nothing_is_lost_of_an_untitled_work() -> None:
    """A work of which no title was read keeps its printed form whole."""
    work = msgspec.structs.replace(samples.REFERENCES[0], title=None)
    assert work.literal == unescape(fields(citing(work))[1]["note"])
