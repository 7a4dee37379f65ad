"""Which characters the bytes of a file stand for: with a mark, without one, and by guess."""

from __future__ import annotations

import codecs

import pytest

from converter.errors import UnreadableInput
from converter.readers.encoding import decode
from converter.source import Span

ENGLISH = "The harbour has two walls. The café of the pilots is on the older one – “naturally”."
TURKISH = (
    "Limanın iki duvarı vardır; eski olanı ahşaptır ve her kış biraz yer değiştirir. Kılavuz kaptanlar bunu "
    "bilir, bakanlık ise dört kez ölçmüş, sonuçların hiçbirini yayımlamamıştır. Şişli’den gelen ölçüm "
    "heyeti de aynı şeyi söylemiştir."
)
RUSSIAN = (
    "У гавани две стены, и старшая из них деревянная. Лоцманы говорят, что каждую зиму она немного "
    "сдвигается, но министерство ни разу не опубликовало своих измерений. Младшая стена сложена из камня."
)


@pytest.mark.parametrize(
    ("text", "content", "encoding"),
    [
        (TURKISH, TURKISH.encode(), "utf-8"),
        (TURKISH, codecs.BOM_UTF8 + TURKISH.encode(), "utf-8"),
        (TURKISH, codecs.BOM_UTF16_LE + TURKISH.encode("utf-16-le"), "utf-16-le"),
        (TURKISH, codecs.BOM_UTF16_BE + TURKISH.encode("utf-16-be"), "utf-16-be"),
        (TURKISH, codecs.BOM_UTF32_LE + TURKISH.encode("utf-32-le"), "utf-32-le"),
        (TURKISH, codecs.BOM_UTF32_BE + TURKISH.encode("utf-32-be"), "utf-32-be"),
        (ENGLISH, ENGLISH.encode("utf-16-le"), "utf-16-le"),
        (ENGLISH, ENGLISH.encode("utf-16-be"), "utf-16-be"),
    ],
    ids=[
        "utf-8",
        "utf-8 with mark",
        "utf-16 le",
        "utf-16 be",
        "utf-32 le",
        "utf-32 be",
        "le bare",
        "be bare",
    ],
)
def test_unicode_is_read_without_a_guess(text: str, content: bytes, encoding: str) -> None:
    """A byte order mark, valid UTF-8, or the zero bytes of UTF-16 say what the file is."""
    assert (text, encoding, []) == decode(content, "a.txt")


@pytest.mark.parametrize(
    ("text", "page"),
    [(TURKISH, "cp1254"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (ENGLISH, "cp1252")],
    ids=["Turkish", "Russian", "KOI8", "Western"],
)
def test_a_legacy_code_page_is_guessed_and_reported(text: str, page: str) -> None:
    """The text comes out right, and a finding says that it was a guess."""
    decoded, _, findings = decode(text.encode(page), "a.txt")
    assert (text, ["encoding-guessed"]) == (decoded, [finding.code for finding in findings])


def test_the_guess_points_at_the_first_byte_that_is_no_utf_8() -> None:
    """The finding has the place where UTF-8 ends."""
    place = TURKISH.index("ı")
    assert Span(place, place + 1) == decode(TURKISH.encode("cp1254"), "a.txt")[2][0].span


@pytest.mark.parametrize("character", ["\x00", "\x01", "\x0e", "\x1b", "\x7f", "\ufffe", "\uffff"])
def test_a_character_that_no_document_may_hold_is_replaced(character: str) -> None:
    """It becomes U+FFFD, and a finding counts it."""
    text, _, findings = decode(f"one{character}two".encode(), "a.txt")
    assert ("one\ufffdtwo", [("control-characters", Span(3, 4))]) == (
        text,
        [(finding.code, finding.span) for finding in findings],
    )


@pytest.mark.parametrize("character", ["\t", "\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\ufeff", "\ufffd"])
def test_white_space_and_marks_stay(character: str) -> None:
    """What a text may hold stays as it is."""
    assert f"one{character}two" == decode(f"one{character}two".encode(), "a.txt")[0]


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe\xfd", codecs.BOM_UTF16_LE + b"\x00\xd8\x00"],
    ids=["a picture", "half a character"],
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    """Bytes of no text are an error with a finding."""
    with pytest.raises(UnreadableInput) as caught:
        decode(content, "a.txt")
    assert "unreadable" == caught.value.diagnostic.code
