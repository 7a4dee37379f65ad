"""EPUB: the documents in reading order, notes wherever they stand, nothing opened outside the book."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.errors import UnreadableInput
from converter.readers import read
from tests.readers.office.printing import printed
from tests.readers.office.word import zipped

PROSE = "The harbour was deepened again in the spring, and the trade of the whole coast has grown since then."
CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>
<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
METADATA = """<dc:title>The Quiet Harbour</dc:title><dc:creator id="a">Jane Doe</dc:creator>
<dc:creator id="b">John Roe</dc:creator><meta refines="#b" property="role">trl</meta>
<dc:language>en</dc:language><dc:date>2026-01-01</dc:date><dc:identifier>urn:uuid:1</dc:identifier>
<dc:identifier>https://harbour.example.org/quiet</dc:identifier><dc:publisher>Unknown</dc:publisher>"""
LINKED = f"""<h1>The Quiet Harbour</h1>
<p>{PROSE}<a id="r1" href="notes.xhtml#n1" epub:type="noteref">1</a> {PROSE}</p>
<p>{PROSE}<a id="r2" href="notes.xhtml#n2" epub:type="noteref">2</a></p>"""
NOTES = """<section epub:type="endnotes"><ol>
<li id="n1"><p>A first note. <a href="one.xhtml#r1">↩</a></p></li>
<li id="n2"><p>A second note. <a href="one.xhtml#r2">↩</a></p></li></ol></section>"""
CONTENTS = '<nav epub:type="toc"><ol><li><a href="one.xhtml">The Quiet Harbour</a></li></ol></nav>'


def page(body: str, doctype: str = "<!DOCTYPE html>") -> str:
    """Return a document of a book."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n{doctype}\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>{body}</body></html>'
    )


def parts(
    pages: dict[str, str], order: tuple[str, ...] = (), metadata: str = METADATA
) -> dict[str, str | bytes]:
    """Return the parts of a book."""
    items = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"'
        + (' properties="nav"/>' if name == "nav" else "/>")
        for name in dict.fromkeys((*pages, *order))
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in order or pages)
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    found: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": book,
    }
    return found | {f"OPS/{name}.xhtml": text for name, text in pages.items()}


def code_of(content: bytes) -> str:
    """Return the code with which a book is refused."""
    with pytest.raises(UnreadableInput) as caught:
        read(content, "a.epub")
    return caught.value.diagnostic.code


def test_notes_may_stand_in_a_document_of_their_own() -> None:
    """Links from one document to another are links in the book."""
    book = zipped(parts({"one": page(LINKED), "notes": page(NOTES)}))
    assert printed(book, "a.epub") == [
        "heading 1: The Quiet Harbour",
        f"{PROSE}{{^1}} {PROSE}",
        f"{PROSE}{{^2}}",
        "note=1: {^1} A first note.",
        "[back-link]: ↩",
        "note=2: {^2} A second note.",
        "[back-link]: ↩",
    ]


def test_the_order_is_that_of_the_spine_and_names_may_be_the_same_in_each_document() -> None:
    """Each document has its own note called n1."""
    one, two = (
        page(
            f'<p>{PROSE} {word}<a id="r1" href="#n1">{label}</a>.</p>'
            f'<aside id="n1"><p><a href="#r1">{label}</a> Note {word.lower()}.</p></aside>'
        )
        for label, word in ((1, "One"), (2, "Two"))
    )
    lines = printed(zipped(parts({"b": two, "a": one}, ("a", "b"))), "a.epub")
    assert lines == [
        f"{PROSE} One{{^1}}.",
        f"{PROSE} Two{{^2}}.",
        "note=1: {^1} Note one.",
        "note=2: {^2} Note two.",
    ]


def test_the_list_of_contents_is_set_aside() -> None:
    """In the reading order it is navigation, else it is not there."""
    pages = {"nav": page(CONTENTS), "one": page(f"<p>{PROSE}</p>")}
    assert printed(zipped(parts(pages)), "a.epub") == ["[navigation]: The Quiet Harbour", PROSE]
    assert printed(zipped(parts(pages, ("one",))), "a.epub") == [PROSE]


def test_properties_are_clues_with_their_roles() -> None:
    """When the file was made is none, nor is what a program filled in."""
    source = read(zipped(parts({"one": page(f"<p>{PROSE}</p>")})), "a.epub")
    assert [(clue.field, clue.value) for clue in source.clues] == [
        ("title", "The Quiet Harbour"),
        ("author", "Jane Doe"),
        ("translator", "John Roe"),
        ("language", "en"),
        ("url", "https://harbour.example.org/quiet"),
    ]
    assert source.media_type == "application/epub+zip"


def test_a_document_that_is_missing_is_reported() -> None:
    """The others are read."""
    source = read(zipped(parts({"one": page(f"<p>{PROSE}</p>")}, ("one", "two"))), "a.epub")
    (finding,) = [found for found in source.diagnostics if found.code == "part-not-read"]
    assert "OPS/two.xhtml" in finding.message


def test_an_encrypted_document_is_told_and_encrypted_fonts_do_not_matter() -> None:
    """What is encrypted stands in a list of its own."""
    listed = """<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
      <x:EncryptedData xmlns:x="http://www.w3.org/2001/04/xmlenc#"><x:CipherData>
      <x:CipherReference URI="OPS/{name}"/></x:CipherData></x:EncryptedData></encryption>"""
    package = parts({"one": page(f"<p>{PROSE}</p>")})
    package["META-INF/encryption.xml"] = listed.format(name="font.otf")
    assert printed(zipped(package), "a.epub") == [PROSE]
    package["META-INF/encryption.xml"] = listed.format(name="one.xhtml")
    assert code_of(zipped(package)) == "encrypted"


@pytest.mark.parametrize("name", ["META-INF/container.xml", "OPS/book.opf"])
def test_no_entity_is_resolved_in_the_package(name: str) -> None:
    """A DOCTYPE is refused where none belongs."""
    package = parts({"one": page(f"<p>{PROSE}</p>")})
    package[name] = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + str(package[name])
    assert code_of(zipped(package)) == "broken-package"


def test_no_entity_is_resolved_in_a_document(tmp_path: Path) -> None:
    """Its DOCTYPE belongs there, what it declares is not believed."""
    secret = tmp_path / "secret"
    secret.write_text("SECRET", "utf-8")
    doctype = f'<!DOCTYPE html [<!ENTITY e SYSTEM "{secret.as_uri()}"><!ENTITY f "bomb">]>'
    source = read(zipped(parts({"one": page(f"<p>{PROSE}&e;&f;&nbsp;</p>", doctype)})), "a.epub")
    assert "SECRET" not in source.text
    assert PROSE in source.text


@pytest.mark.parametrize("path", ["../../../etc/passwd", "/etc/passwd", "", "nowhere.opf"])
def test_a_package_file_that_is_not_there_is_told(path: str) -> None:
    """Names are looked up in the package alone."""
    package = parts({"one": page(f"<p>{PROSE}</p>")})
    package["META-INF/container.xml"] = CONTAINER.replace("OPS/book.opf", path)
    assert code_of(zipped(package)) == "broken-package"


def test_a_package_without_a_container_is_told() -> None:
    """The name of the container alone makes a file a book."""
    assert code_of(zipped({"META-INF/container.xml": "<x/>"})) == "broken-package"
