"""What is asked of BibTeX beside its dialect: plain ASCII, an importer's wishes, names of languages."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text

from converter.model import Metadata, Name, PrintedDate, Reference, Series
from converter.normalizers.latex_letters import ACCENTS, CYRILLIC, LETTERS
from converter.pipeline import FORMATS, convert, convert_text
from converter.validation.contents import validate_contents
from converter.validation.latex import plain_value
from converter.writers import IMPORTERS, write_bibtex
from converter.writers.bibtex_ascii import in_latex
from converter.writers.bibtex_style import BABEL, BibStyle
from tests.samples import NAMES, SAMPLES

from . import commentaries as samples

ASCII = BibStyle(ascii=True)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("İıŞşĞğÇçÖöÜü", r"{\.I}{\i}{\c{S}}{\c{s}}{\u{G}}{\u{g}}{\c{C}}{\c{c}}{\"O}{\"o}{\"U}{\"u}"),
        ("Əliyev, təlim", r"{\CYRSCHWA}liyev, t{\textschwa}lim"),
        ("Ёж, щука", r"{\CYRYO}{\cyrzh}, {\cyrshch}{\cyru}{\cyrk}{\cyra}"),
        ("“a” – b…", r"{\textquotedblleft}a{\textquotedblright} {\textendash} b{\textellipsis}"),
        ("í", r"{\'{\i}}"),
        ("ё и\u0306", r"{\cyryo} {\cyrishrt}"),
        ("ქ王", "ქ王"),
    ],
)
def test_letters_as_commands(value: str, expected: str) -> None:
    """Turkish, Azerbaijani and Cyrillic letters have commands; what has none stays."""
    assert expected == in_latex(value)


LATIN = "".join(letter for letter in "İıŞşĞğÇçÖöÜüâîûéèàñøØæÆßłŁōŌčžŠ")


@given(st.text(alphabet=LATIN + "abc ", min_size=1))
def test_a_foreign_reader_decodes_the_letters(text: str) -> None:
    """What stands as commands is read back as the letters by a library that knows LaTeX."""
    assert text == LatexNodes2Text(keep_braced_groups=False).latex_to_text(in_latex(text))


@given(st.text(alphabet=LATIN + "".join(CYRILLIC) + "ЁЖЩəƏ“”„«»–—…©° abc", min_size=1))
def test_our_own_reader_decodes_the_letters(text: str) -> None:
    """What stands as commands is read back as the letters, by which ``validate`` compares the files."""
    assert "".join(text.split()).replace("Ә", "Ə") == "".join(plain_value(in_latex(text)).split()).replace(
        "Ә", "Ə"
    )


def test_a_capital_schwa_is_of_the_script_around_it() -> None:
    """LaTeX has one command for the Latin and the Cyrillic capital schwa; the letters beside it decide."""
    assert ("Əliyev BƏY Әлем", "Ә") == (plain_value(in_latex("Əliyev BƏY Әлем")), plain_value(in_latex("Ә")))


def test_tables_have_one_command_a_letter() -> None:
    """No two letters of one alphabet become the same command."""
    assert (len(CYRILLIC), len(LETTERS), len(ACCENTS)) == tuple(
        len(set(table.values())) for table in (CYRILLIC, LETTERS, ACCENTS)
    )


def test_a_file_in_ascii() -> None:
    """With ``--ascii`` a file of Turkish and Azerbaijani works is plain ASCII, addresses percent-encoded."""
    work = Reference("x", "webpage", title="Bakı", url="https://example.org/Bakı?q=%C4%B1")
    written = write_bibtex(samples.change(samples.seed(), references=(work,)), ASCII)
    assert (True, "  url = {https://example.org/Bak%C4%B1?q=%C4%B1},\n" in written) == (
        written.isascii(),
        True,
    )


@pytest.mark.parametrize("importer", [None, *IMPORTERS])
@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_for_a_program_agrees(name: str, importer: str | None) -> None:
    """Whatever program it is for, and in ASCII too, the bibliography says what the JSON says."""
    result = convert(SAMPLES / name, to=("json", "bibtex", "csl-json", "ris"), importer=importer, ascii=True)
    files = {f"x{FORMATS[form]}": text.encode() for form, text in result.outputs.items()}
    assert [] == [found for found in validate_contents(files) if found.diagnostic.severity == "error"]


def test_letters_without_a_command_are_a_finding() -> None:
    """A letter that LaTeX has no command for stays, and is told."""
    result = convert_text(
        "ON ქართული RIVERS\n\nAda ORMAN\n\nA text of some length.", to=("bibtex",), ascii=True
    )
    told = [found.message for found in result.diagnostics if found.code == "letters-kept"]
    assert [True] == ["ა" in message for message in told]


def test_languages_as_babel_names_them() -> None:
    """LaTeX hyphenates by babel's names."""
    written = write_bibtex(samples.seed(), IMPORTERS["latex"].bib)
    assert ["english", "azerbaijani", "turkish", "english"] == re.findall(r"langid = \{(.*)\}", written)


def test_languages_that_babel_does_not_know_keep_their_code() -> None:
    """A language without a name of babel's keeps its code."""
    style = BibStyle(babel=True)
    assert ("xx", "azerbaijani", None) == (
        style.language("xx"),
        style.language("az-Latn"),
        style.language(None),
    )


def test_babel_names_are_words() -> None:
    """Every name of babel's is one word in small letters."""
    assert [] == [name for name in BABEL.values() if not re.fullmatch("[a-z]+", name)]


def test_jabref_is_told_encoding_and_dialect() -> None:
    """JabRef asks for the encoding before the first entry and for the dialect behind the last."""
    written = write_bibtex(samples.seed(), IMPORTERS["jabref"].bib)
    assert written.startswith("% Encoding: UTF-8\n\n@report{")
    assert written.endswith("}\n\n@Comment{jabref-meta: databaseType:biblatex;}\n")


def test_titles_without_braces() -> None:
    """Mendeley and EndNote show braces as they stand, so there are none in titles for them."""
    assert (
        "title = {A SILENT POWER STRUGGLE CENTERED AROUND THE 'ARAS 2025' MILITARY EXERCISE}"
        in write_bibtex(samples.seed(), IMPORTERS["mendeley"].bib)
    )


@pytest.mark.parametrize(
    ("work", "classic", "latex"),
    [
        (Reference("x", "thesis", title="T", genre="Yüksek Lisans Tezi", publisher="U"),
         ("mastersthesis", "school", "type"), ("thesis", "institution", "type")),
        (Reference("x", "thesis", title="T", publisher="U"),
         ("phdthesis", "school"), ("misc", "organization")),
        (Reference("x", "entry-encyclopedia", title="T", container="C", volume="2"),
         ("incollection", "booktitle", "volume"), ("incollection", "booktitle", "volume")),
        (Reference("x", "review-book", title="T", container="C"),
         ("article", "journal"), ("article", "journaltitle")),
    ],
)  # fmt: skip
def test_entries_of_further_types(work: Reference, classic: tuple[str, ...], latex: tuple[str, ...]) -> None:
    """Theses, entries of encyclopedias and reviews have the entry and the fields that fit."""
    commentary = samples.change(samples.empty(), references=(work,))
    for style, (kind, *fields) in ((BibStyle(), classic), (BibStyle("biblatex"), latex)):
        entry = write_bibtex(commentary, style).split("\n\n@")[1]
        assert entry.startswith(f"{kind}{{")
        assert [] == [name for name in fields if f"  {name} = " not in entry]


def test_title_and_subtitle_are_protected_apart() -> None:
    """A title in capitals behind which a sentence follows does not make the sentence capitals."""
    metadata = Metadata(
        title="WHOSE WATER?", subtitle="A look at NATO", language="en", series=Series("Brief", None, "1", "x")
    )
    written = write_bibtex(samples.change(samples.empty(), metadata=metadata))
    assert "  title = {WHOSE WATER? {A} look at {NATO}},\n" in written


def test_translator_has_a_field() -> None:
    """A translator stands in a field of his own where the entry may have one, else in the note."""
    metadata = samples.corporate_author().metadata
    commentary = samples.change(samples.empty(), metadata=metadata)
    classic, latex = write_bibtex(commentary), write_bibtex(commentary, "biblatex")
    assert ("  translator = {Orman, Ada},\n" in classic, "note = {Translator: Ada Orman}" in latex) == (
        True,
        True,
    )


def test_first_publication() -> None:
    """BibLaTeX has a field for the first publication; classic BibTeX says it in the note."""
    metadata = Metadata(title="T", original_published=PrintedDate("2019-03", "month"), authors=(
        Name("Ada", "Orman", None, "Ada Orman"),))  # fmt: skip
    commentary = samples.change(samples.empty(), metadata=metadata)
    classic, latex = write_bibtex(commentary), write_bibtex(commentary, "biblatex")
    assert ("note = {First published: 2019-03}" in classic, "origdate = {2019-03}" in latex) == (True, True)
