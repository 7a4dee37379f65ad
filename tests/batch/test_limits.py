"""How large an input may be, and what a library user is told."""

from __future__ import annotations

import io
from itertools import cycle, islice

import pytest

from converter.batch.files import read_stream
from converter.errors import ConverterError, UnknownProfile, UnreadableInput
from converter.pipeline import convert_bytes, convert_text
from converter.readers import LIMIT

HEAD = "A title\n\n"


def filled(letters: str, size: int) -> str:
    """Return a text of one long line."""
    return HEAD + "".join(islice(cycle(letters), size - len(HEAD)))


def test_the_largest_text_on_one_line_gives_a_sound_tei() -> None:
    """The parser of XML takes whatever the reader takes."""
    result = convert_bytes(filled("word & ", LIMIT).encode(), "a.txt", to=("tei",))
    assert result.is_valid


@pytest.mark.parametrize(("letters", "encoding"), [("ığş ", "cp1254"), ("北京", "utf-16"), ("\0 a", "ascii")])
def test_a_text_that_grows_over_the_limit_is_refused(letters: str, encoding: str) -> None:
    """What counts is also the text in UTF-8: other encodings need fewer bytes, and U+FFFD has three."""
    content = filled(letters, LIMIT // 2 - 2 if encoding == "utf-16" else LIMIT).encode(encoding)
    assert len(content) <= LIMIT
    with pytest.raises(UnreadableInput, match="are more than the limit of 8388608"):
        convert_bytes(content, "a.txt", to=("tei",))


def test_a_stream_over_the_limit_is_refused_with_words() -> None:
    """Of a stream it is told how much was read."""
    with pytest.raises(UnreadableInput, match=r"^-: at least 4 bytes are more than the limit of 3$"):
        read_stream(io.BytesIO(b"12345"), "-", limit=3)


@pytest.mark.parametrize("name", ["tei", "json", "bibtex"])
def test_a_format_that_was_not_asked_for_is_told(name: str) -> None:
    """The library says that a format was not asked for and how to ask."""
    others = tuple({"tei", "json", "bibtex"} - {name})[:1]
    result = convert_text("A title\n\nA text.\n", to=others)
    with pytest.raises(ConverterError, match=f"{name} was not asked for, only {others[0]}: .*to="):
        getattr(result, name)


def test_an_unknown_profile_is_told() -> None:
    """The known profiles are listed."""
    with pytest.raises(UnknownProfile, match=r"unknown profile 'nope' \(known: .*generic"):
        convert_text("A title\n\nA text.\n", profile="nope")
