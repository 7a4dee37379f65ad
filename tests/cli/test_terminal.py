"""What may reach a terminal."""

from __future__ import annotations

import io
import unicodedata
from typing import TextIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.cli.terminal import finding_line, has_colours, visible
from converter.diagnostics import Code


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – “x” İşığə Привет Ἀθῆναι 北京 ก", "plain – “x” İşığə Привет Ἀθῆναι 北京 ก"),
        ("\x1b[31m\x07\x00", "\\u001b[31m\\u0007\\u0000"),
        ("a\nb\rc\td\x85", "a\\u000ab\\u000dc\\u0009d\\u0085"),
        ("\u202eabc\u2066\u200f\u061c", "\\u202eabc\\u2066\\u200f\\u061c"),
        ("\u2028\u2029\ufeff\u200b\xad", "\\u2028\\u2029\\ufeff\\u200b\\u00ad"),
        ("\ud800\udcff", "\\ud800\\udcff"),
        ("\U000e0041\ue000", "\\U000e0041\\ue000"),
    ],
)
def test_what_a_terminal_would_obey_is_shown(text: str, shown: str) -> None:
    """Controls, direction marks, invisible characters and halves of pairs are escaped; letters stay."""
    assert visible(text) == shown


@given(st.text())
def test_nothing_obeyed_is_left(text: str) -> None:
    """Whatever the text, no control or format character remains."""
    assert {unicodedata.category(character) for character in visible(text)} & {
        "Cc",
        "Cf",
        "Cs",
        "Zl",
        "Zp",
    } == set()


def test_a_finding_is_one_line() -> None:
    """A finding is ``file:line:column: severity code: message`` whatever its file and text hold."""
    line = finding_line("a\nb.txt", 3, 4, Code.FURNITURE.at(None, type="page-number", text="\x1b7"))
    expected = (
        "a\\u000ab.txt:3:4: info furniture-removed: page-number set aside as a mark of the page: \\u001b7"
    )
    assert line == expected


class Screen:
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


@pytest.mark.parametrize(("wish", "coloured"), [("", True), ("1", False)])
def test_colours_are_for_terminals(wish: str, coloured: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Colours are shown on a terminal unless ``NO_COLOR`` is set, and never anywhere else."""
    monkeypatch.setenv("NO_COLOR", wish)
    seen = [has_colours(cast("TextIO", stream)) for stream in (Screen(), io.StringIO(), None)]
    assert seen == [coloured, False, False]
