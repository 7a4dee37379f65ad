"""Web archives: the page in a message with its pictures."""

from __future__ import annotations

import base64
import binascii

import pytest

from converter.errors import UnreadableInput
from converter.readers import read

PROSE = "Şehrin limanı baharda yeniden derinleştirildi ve bütün kıyının ticareti o günden beri arttı."
PAGE = (
    f"<html><head><title>Liman</title></head><body><h1>Liman</h1><p>{PROSE}</p><img src=a.png></body></html>"
)


def archive(
    page: bytes, *, charset: str = "utf-8", manner: str = "quoted-printable", kind: str = "related"
) -> bytes:
    """Return a web archive as browsers and word processors write it."""
    coded = binascii.b2a_qp(page) if manner == "quoted-printable" else base64.encodebytes(page)
    lines = [
        b"From: <Saved by a browser>",
        b"Snapshot-Content-Location: https://tidal.example.org/liman",
        b"MIME-Version: 1.0",
        f'Content-Type: multipart/{kind};\r\n\ttype="text/html";\r\n\tboundary="--Mark.1"'.encode(),
        b"",
        b"A web archive, for programs that cannot read it.",
        b"----Mark.1",
        f'Content-Type: text/html; charset="{charset}"\r\nContent-Transfer-Encoding: {manner}'.encode(),
        b"Content-Location: https://tidal.example.org/liman",
        b"",
        coded,
        b"----Mark.1",
        b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64",
        b"",
        b"iVBORw0KGgo=",
        b"----Mark.1--",
        b"",
    ]
    return b"\r\n".join(lines)


@pytest.mark.parametrize("manner", ["quoted-printable", "base64"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1254"])
def test_the_page_is_read_as_a_page_is(charset: str, manner: str) -> None:
    """In whatever manner and encoding it was written; the address that it was saved from is a clue."""
    source = read(archive(PAGE.encode(charset), charset=charset, manner=manner), "liman.mht")
    assert source.text == f"Liman\n\n{PROSE}"
    assert source.media_type == "multipart/related"
    assert [clue.value for clue in source.clues] == ["Liman", "https://tidal.example.org/liman"]
    assert not source.diagnostics


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (archive(PAGE.encode(), kind="alternative"), "unknown-type"),
        (archive(PAGE.encode()).replace(b"text/html; c", b"text/css; c"), "empty-document"),
    ],
)
def test_other_messages_are_refused(content: bytes, code: str) -> None:
    """An e-mail message, and an archive without a page."""
    with pytest.raises(UnreadableInput) as caught:
        read(content, "liman.mht")
    assert caught.value.diagnostic.code == code


@pytest.mark.parametrize(
    "content",
    [
        archive(PAGE.encode()).replace(b'"--Mark.1"', b'"--Mark.1(((*"'),
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n"
        + b"--a\r\nContent-Type: multipart/related; boundary=a\r\n\r\n" * 3000,
    ],
)
def test_an_archive_without_a_page_is_refused(content: bytes) -> None:
    """Never a trace, nor endless work."""
    with pytest.raises(UnreadableInput) as caught:
        read(content, "liman.mht")
    assert caught.value.diagnostic.code == "empty-document"


@pytest.mark.parametrize(("old", "new"), [(b"quoted-printable", b"base64"), (b"utf-8", b"no-such-code")])
def test_a_head_that_says_what_is_not_so_is_no_trace(old: bytes, new: bytes) -> None:
    """What can be read is read."""
    assert read(archive(PAGE.encode()).replace(old, new), "liman.mht").text
