"""PDF files that cannot be read, or not wholly: each ends in words that say what to do, none in a trace."""

from __future__ import annotations

import sys
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.errors import UnreadableInput
from converter.readers import read
from converter.readers.pdf import MOST_PAGES
from converter.readers.pdf_bombs import MOST_DRAWN
from converter.readers.pdf_library import calls
from tests.readers.pdf.pages import LEFT, PROSE, TOP, Leaf, written

FIXTURES = Path(__file__).parent / "fixtures"


def prose(shift: int = 0) -> bytes:
    """Return a file of one page, its letters moved along the alphabet."""
    leaf = Leaf()
    leaf.lines(
        TOP, ["".join(chr(ord(sign) - shift) if sign.isalpha() else sign for sign in line) for line in PROSE]
    )
    return written([leaf])


def failure(content: bytes) -> tuple[str, str]:
    """Return the code and the words of what a file fails with."""
    with pytest.raises(UnreadableInput) as caught:
        read(content, "page.pdf")
    return caught.value.diagnostic.code, caught.value.diagnostic.message


def codes(content: bytes) -> list[str]:
    """Return the codes of the findings on a file, or of what it fails with."""
    try:
        return [finding.code for finding in read(content, "page.pdf").diagnostics]
    except UnreadableInput as problem:
        return [problem.diagnostic.code]


def test_a_password_is_asked_for_only_where_one_is_needed() -> None:
    """An empty one opens a file that is only protected against changes."""
    code, words = failure((FIXTURES / "password.pdf").read_bytes())
    assert (code, "without one" in words) == ("encrypted", True)
    assert "The harbour was deepened" in read((FIXTURES / "no-password.pdf").read_bytes(), "page.pdf").text


def test_pages_without_text_want_text_recognition() -> None:
    """A file without any fails; a page without any among others is named."""
    code, words = failure(written([Leaf(), Leaf()]))
    assert (code, "OCR" in words) == ("no-text", True)
    leaf = Leaf()
    leaf.lines(TOP, PROSE)
    assert codes(written([leaf, Leaf()])) == ["page-without-text"]


@pytest.mark.parametrize("shift", [3, 29])
def test_letters_that_stand_for_others_are_no_text(shift: int) -> None:
    """A font that only says which shapes it prints, not which letters."""
    assert failure(prose(shift))[0] == "font-cipher"


def test_letters_that_stand_for_nothing_are_no_text() -> None:
    """Control characters in place of letters."""
    leaf = Leaf()
    leaf.lines(TOP, PROSE[:1])
    leaf.text(LEFT, 500, "\x01\x02\x03\x04\x05\x06\x07" * 12)
    assert failure(written([leaf]))[0] in {"font-cipher"}


@pytest.mark.parametrize("share", [0.2, 0.6])
def test_a_file_that_is_cut_off_never_passes_for_whole(share: float) -> None:
    """What can be mended is read with a warning, the rest fails."""
    content = prose()
    cut = content[: int(len(content) * share)]
    assert {"pdf-damaged", "unreadable", "no-text"} & set(codes(cut))


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\x00\xff" * 5000, prose()[:40]])
def test_what_only_begins_as_a_pdf_is_unreadable(content: bytes) -> None:
    """The words say what to do."""
    code, words = failure(content)
    assert (code, "fetch the file again" in words) == ("unreadable", True)


def test_a_number_of_pages_that_is_none_is_no_bomb() -> None:
    """The list of pages may promise any number; there is a limit to those that are there."""
    leaf = Leaf()
    leaf.lines(TOP, PROSE)
    for count in (10**9, -5, 0):
        assert set(codes(written([leaf], count=count))) <= {
            "too-many-pages",
            "unreadable",
            "no-text",
            "page-lost",
        }
    assert failure(written([Leaf()] * (MOST_PAGES + 1)))[0] == "too-many-pages"


BOMBS = {
    "letters": b"BT /F1 10 Tf 1 0 0 1 60 700 Tm " + b"(abcdefghij) Tj " * 400_000 + b"ET",
    "figures": b"BT /F1 10 Tf 1 0 0 1 60 700 Tm <" + b"41" * 3_000_000 + b"> Tj ET",
    "blanks": b" " * (MOST_DRAWN + 1),
}


@pytest.mark.parametrize("what", BOMBS)
def test_a_page_that_draws_more_than_any_book_is_not_opened(what: str) -> None:
    """Some kilobytes would become gigabytes of letters, before PDFium says how many there are."""
    content = written([Leaf()], packed=BOMBS[what])
    started = process_time()
    assert len(content) < 100_000
    assert failure(content)[0] == "too-large"
    assert process_time() - started < 5


def test_a_list_of_pages_that_holds_itself_ends() -> None:
    """Page trees are walked by PDFium, which knows what it has seen."""
    content = prose()
    at = content.index(b"/Kids[")
    loop = content[:at] + content[at:].replace(b"/Kids[6 0 R]", b"/Kids[7 0 R]", 1)
    assert failure(loop)[0] in {"unreadable", "no-text"}


def test_scripts_and_programs_are_not_started_and_files_not_opened() -> None:
    """Links to anything but an address have no target."""
    leaf = Leaf()
    leaf.lines(TOP, PROSE)
    leaf.links.append((LEFT, TOP - 2, 300, TOP + 9, "https://harbour.example"))
    content = written([leaf])
    for action in (b"/S/Launch/F(calc)      ", b"/S/JavaScript/JS(x)    "):
        source = read(content.replace(b"/S/URI/URI(https://harb", action, 1), "page.pdf")
        assert {run.target for block in source.blocks for run in block.runs} == {None}


def damaged(changes: list[tuple[float, int]]) -> bytes:
    """Return a file with other bytes at some places."""
    content = bytearray(prose())
    for place, byte in changes:
        content[int(place * len(content))] = byte
    return bytes(content)


@settings(max_examples=150)
@given(st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=60))
def test_a_damaged_file_is_read_or_fails_in_words(changes: list[tuple[float, int]]) -> None:
    """Sizes of nothing, places far away and letters that are none end in no trace."""
    assert all(code.isascii() for code in codes(damaged(changes)))


def test_without_its_part_a_pdf_names_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message is the command."""
    calls.cache_clear()
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.setitem(sys.modules, "pypdfium2.raw", None)
    try:
        code, words = failure(prose())
    finally:
        calls.cache_clear()
    assert (code, "pip install 'converter[pdf]'" in words) == ("missing-part", True)
