"""What kind of file some bytes are: the content decides, the name where only that can."""

from __future__ import annotations

import pytest

from converter.errors import UnreadableInput
from converter.readers import is_input, read
from converter.readers.kinds import kind_of


@pytest.mark.parametrize(
    ("content", "name", "key"),
    [
        (b"Words", "a.txt", "text"),
        (b"Words", "a.MD", "markdown"),
        (b"Words", "a.pdf", "text"),
        (b"Words", "no-ending", "text"),
        (b"%PDF-1.7\n", "a.txt", "pdf"),
        (b"junk before\n%PDF-1.4", "a.pdf", "pdf"),
        (b"{\\rtf1\\ansi", "a.doc", "rtf"),
        (b"PK\x03\x04....word/document.xml", "a.zip", "docx"),
        (b"PK\x03\x04\x14..mimetypeapplication/vnd.oasis.opendocument.text", "a.odt", "odt"),
        (b"PK\x03\x04\x14..mimetypeapplication/epub+zip", "a.epub", "epub"),
        (b"PK\x03\x04 other", "a.docx", "docx"),
        (b"PK\x03\x04 other", "a.zip", "zip"),
        (b"PK\x03\x04 xl/workbook.xml", "a.docx", "sheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "a.doc", "doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.docx", "encrypted"),
        (b"\xef\xbb\xbf \n<!-- saved --><!DOCTYPE html>\n<html>", "a.txt", "html"),
        ("<html lang='tr'>".encode("utf-16"), "a.html", "html"),
        (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", "a.xml", "html"),
        (b"<p>A part of a page</p>", "a.html", "html"),
        (b"<p>A part of a page</p>", "a.txt", "text"),
        (b"no tag at all", "a.html", "text"),
        (b"<?xml version='1.0'?><TEI xmlns='http://www.tei-c.org/ns/1.0'>", "a.xml", "tei"),
        (b"<TEI xmlns='http://www.tei-c.org/ns/1.0'>", "a.txt", "tei"),
        (b"<?xml version='1.0'?><feed/>", "a.xml", "xml"),
        (b'{"$schema": "urn:converter:schema:commentary:1.0.0"', "a.txt", "json"),
        (b'{"a": 1}', "a.json", "json"),
        (b"[1] A note, as the text begins", "a.txt", "text"),
        (b"<https://example.org> is an address", "a.txt", "text"),
    ],
)
def test_the_kind_of_a_file(content: bytes, name: str, key: str) -> None:
    """Signs of the content come before the ending of the name."""
    assert kind_of(content, name).key == key


def test_a_name_that_promises_something_else_is_a_finding() -> None:
    """The finding names both."""
    (finding,) = read(b"Words of a text", "a.pdf").diagnostics
    assert (finding.code, finding.severity) == ("type-mismatch", "warning")
    assert "promises PDF, but it is plain text" in finding.message


@pytest.mark.parametrize("name", ["a.txt", "a.md", "A.MARKDOWN", "no-ending", "Vol. 12.5"])
def test_a_text_is_one_under_any_name(name: str) -> None:
    """No ending is no contradiction, and Markdown is text."""
    assert read(b"Words of a text", name).diagnostics == ()


def test_what_has_no_reader_is_named_by_what_it_is() -> None:
    """The message says what the file is, not what its name says."""
    with pytest.raises(UnreadableInput, match="no reader for an image"):
        read(b"\x89PNG\r\n\x1a\n", "scan.txt")


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("a.txt", b"words", True),
        ("a.log", b"words", False),
        ("Makefile", b"words", False),
        ("a.png", b"\x89PNG\r\n", False),
    ],
)
def test_which_files_of_a_folder_are_inputs(name: str, head: bytes, expected: bool) -> None:
    """A text needs an ending that says so."""
    assert is_input(name, head) is expected
