"""Packages: parts are found by name, inflated within bounds, and whatever is wrong has a code."""

from __future__ import annotations

import io
import resource
import struct
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from converter.errors import UnreadableInput
from converter.readers import is_input, packages, read
from converter.readers.packages import Package
from tests.readers.office.printing import printed
from tests.readers.office.word import docx, p, part, parts, r, relations, zipped

DOCUMENT = docx(p(r("The harbour.")))
MAIN_PART = "word/document.xml"


def code_of(content: bytes) -> str:
    """Return the code with which a file is refused."""
    with pytest.raises(UnreadableInput) as caught:
        read(content, "a.docx")
    return caught.value.diagnostic.code


def changed(old: bytes, new: bytes, content: bytes = DOCUMENT) -> bytes:
    """Return a document with bytes replaced."""
    assert old in content
    return content.replace(old, new)


def with_part(name: str, content: str | bytes) -> bytes:
    """Return a document with one part more, or another."""
    return zipped(parts(p(r("The harbour."))) | {name: content})


def directory_field(content: bytes, offset: int, value: bytes) -> bytes:
    """Return a package in whose list of contents the main part has another value at an offset."""
    name = content.rindex(MAIN_PART.encode(), 0, content.rindex(b"word/styles.xml"))
    at = content.rindex(b"PK\x01\x02", 0, name) + offset
    return content[:at] + value + content[at + len(value) :]


def twice() -> bytes:
    """Return a package with two different main parts of one name."""
    target = io.BytesIO(DOCUMENT)
    with zipfile.ZipFile(target, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(MAIN_PART, part("document", f"<w:body>{p(r('Another.'))}</w:body>"))
    return target.getvalue()


def bomb(megabytes: int) -> bytes:
    """Return a document whose main part inflates to so many megabytes of text."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(b"a" * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)  # may be repeated
    packed = packed * megabytes + packer.flush()
    name = MAIN_PART.encode()
    fields = struct.pack("<HHHHHIII", 20, 0, 8, 0, 0, 0, len(packed), 1000)
    local = b"PK\x03\x04" + fields + struct.pack("<HH", len(name), 0) + name + packed
    entry = b"PK\x01\x02\x14\0" + fields + struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, 0) + name
    return local + entry + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1, 1, len(entry), len(local), 0)


BROKEN: dict[str, Callable[[], bytes]] = {
    "cut off": lambda: DOCUMENT[: len(DOCUMENT) // 2],
    "without its last bytes": lambda: DOCUMENT[:-30],
    "without a main part": lambda: zipped({"word/document.txt": "x"}),
    "a wrong checksum": lambda: directory_field(DOCUMENT, 16, b"\0\0\0\0"),
    "a part that is not where it should be": lambda: directory_field(DOCUMENT, 42, b"\xff\xff\0\0"),
    "a size that is too small": lambda: directory_field(DOCUMENT, 20, b"\x10\0\0\0"),
    "an unknown compression": lambda: directory_field(DOCUMENT, 10, b"\x63\0"),
    "two main parts": twice,
    "no XML": lambda: with_part(MAIN_PART, "text"),
    "XML that ends early": lambda: with_part(MAIN_PART, part("document", "<w:body>")[:-12]),
    "nested too deep": lambda: with_part(MAIN_PART, part("document", "<w:p>" * 100_000)),
    "a control character": lambda: with_part(MAIN_PART, part("document", f"<w:body>{p(r(chr(1)))}</w:body>")),
    "a character by number that may not be": lambda: with_part(
        MAIN_PART, part("document", f"<w:body>{p(r('&#0;'))}</w:body>")
    ),
}


@pytest.mark.parametrize("make", BROKEN.values(), ids=BROKEN.keys())
def test_a_damaged_package_is_refused(make: Callable[[], bytes]) -> None:
    """The code is one, the message says what is wrong."""
    assert code_of(make()) == "broken-package"


def test_a_size_that_lies_upwards_changes_nothing() -> None:
    """What counts is what is inflated."""
    assert printed(directory_field(DOCUMENT, 24, b"\xff\xff\xff\x7f"), "a.docx") == ["The harbour."]


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "..\\evil", "word/", "Thumbs.db", "vbaProject.bin"]
)
def test_parts_that_are_not_needed_are_harmless(name: str) -> None:
    """Nothing is unpacked; names only are looked up."""
    assert printed(with_part(name, "root:x:0:0"), "a.docx") == ["The harbour."]


def test_twenty_thousand_parts_are_harmless() -> None:
    """They are listed, not read."""
    assert printed(zipped({f"x{i}": "" for i in range(20_000)} | parts(p(r("Text.")))), "a.docx") == ["Text."]


def test_more_parts_than_any_document_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are counted before the list is read."""
    monkeypatch.setattr(packages, "MOST_PARTS", 3)
    assert code_of(DOCUMENT) == "broken-package"


def test_the_same_part_twice_is_one() -> None:
    """Only two that differ leave the text open."""
    target = io.BytesIO(DOCUMENT)
    with zipfile.ZipFile(io.BytesIO(DOCUMENT)) as archive:
        same = archive.read(MAIN_PART)
    with zipfile.ZipFile(target, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(MAIN_PART, same)
    assert printed(target.getvalue(), "a.docx") == ["The harbour."]


def test_a_bomb_is_refused_when_the_budget_is_spent() -> None:
    """One gigabyte of text in one megabyte; the memory taken is that of the budget."""
    content = bomb(1000)
    assert len(content) < 1_100_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert code_of(content) == "too-large"
    taken = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert taken < 100 * 1024  # kilobytes


def test_the_parts_of_a_package_share_one_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many parts that are each small enough are too many together."""
    monkeypatch.setattr(packages, "BUDGET", 2000)
    package = Package(zipped({"a": b"a" * 1500, "b": b"b" * 1500}), "a.zip")
    package.find("a")
    with pytest.raises(UnreadableInput) as caught:
        package.find("b")
    assert caught.value.diagnostic.code == "too-large"


def test_an_encrypted_part_is_told() -> None:
    """The file says so; the finding says what to do."""
    flagged = directory_field(DOCUMENT, 8, b"\x01\0")
    assert code_of(flagged) == "encrypted"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("stream", "code"),
    [("WordDocument", "old-format"), ("EncryptedPackage", "encrypted"), ("Workbook", "old-format")],
)
def test_old_and_encrypted_files_say_what_to_do(stream: str, code: str) -> None:
    """They are no packages at all."""
    assert code_of(OLE + stream.encode("utf-16-le")) == code


ENTITIES = {
    "a file": '<!DOCTYPE x [<!ENTITY e SYSTEM "file://{path}">]>',
    "an address": '<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:9/x">]>',
    "a parameter": '<!DOCTYPE x [<!ENTITY % e SYSTEM "file://{path}"> %e;]>',
    "a bomb": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY e "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    "an empty one": "<!DOCTYPE x>",
}
PARTS = [
    "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "word/settings.xml",
    "word/header1.xml", "word/_rels/document.xml.rels", "_rels/.rels", "docProps/core.xml",
]  # fmt: skip


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("kind", ENTITIES)
def test_no_entity_is_resolved_in_any_part(name: str, kind: str, tmp_path: Path) -> None:
    """A DOCTYPE is refused wherever it stands in what is read; the secret is nowhere."""
    secret = tmp_path / "secret"
    secret.write_text("SECRET", "utf-8")
    body = (
        p(
            r('<w:footnoteReference w:id="1"/>'),
            r("Text"),
            properties='<w:numPr><w:numId w:val="1"/></w:numPr>',
        )
        + '<w:sectPr><w:headerReference r:id="rIdheader1"/></w:sectPr>'
    )
    package = parts(body, footnotes="", numbering="", settings="", header1="") | {
        "docProps/core.xml": "<x/>",
        "_rels/.rels": relations(
            ("rId1", "officeDocument", "word/document.xml"), ("rId2", "core-properties", "docProps/core.xml")
        ),
    }
    head, xml, rest = str(package[name]).rpartition("?>\n")
    package[name] = f"{head}{xml}{ENTITIES[kind].format(path=secret)}{rest}".replace("</", "&e;</", 1)
    assert code_of(zipped(package)) == "broken-package"


def test_what_is_outside_is_never_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """A template, a picture, a document of subdocuments: their addresses are not followed."""
    monkeypatch.setattr("socket.socket", None)
    package = parts(
        p(r("Text.")) + '<w:subDoc r:id="rId7"/>' + '<w:sectPr><w:headerReference r:id="rId8"/></w:sectPr>'
    )
    package["word/_rels/document.xml.rels"] = relations(
        ("rId6", "attachedTemplate", "http://127.0.0.1:9/evil.dotm"),
        ("rId7", "subDocument", "file:///etc/passwd"),
        ("rId8", "header", "file:///etc/passwd"),
        ("rId9", "footnotes", "../../../../etc/passwd"),
        ("rId10", "styles", "http://127.0.0.1:9/styles.xml"),
    )
    assert printed(zipped(package), "a.docx") == ["Text."]


def test_circles_in_styles_and_lists_end() -> None:
    """A style based on itself, a list that is a link to its own style."""
    styles = """<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>
      <w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>
      <w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/>
        <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>"""
    numbering = """<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>"""
    body = p(r("Text."), style="A", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
    assert printed(docx(body, styles=styles, numbering=numbering), "a.docx") == ["Text."]


def test_an_old_document_in_a_folder_is_no_file_to_be_left_out() -> None:
    """It is an input that cannot be read; RTF under the same ending is one that can."""
    assert is_input("a.doc", OLE[:64])
    assert is_input("a.doc", b"{\\rtf1 text}")
    assert not is_input("a.xls", OLE[:64])


CROWDED = {
    "paragraphs": "<w:p/>" * 400_000,
    "runs": "<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 100_000 + "</w:p>",
    "tables in tables": ("<w:tbl><w:tr><w:tc>" * 60 + p(r("x")) * 200 + "</w:tc><w:tc/></w:tr></w:tbl>" * 60)
    * 4,
    "notes": p(*(r(f'<w:footnoteReference w:id="{key}"/>') for key in range(10_000))),
}


@pytest.mark.parametrize("body", CROWDED.values(), ids=CROWDED.keys())
def test_crowded_documents_end_soon(body: str) -> None:
    """The time is that of the size, and the memory bounded with it."""
    started = time.process_time()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert printed(docx(body + p(r("end"))), "a.docx")[-1] == "end"
    assert time.process_time() - started < 20
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400 * 1024  # kilobytes
