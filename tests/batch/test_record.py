"""What a report says of names and messages, whatever the system takes names for."""

from __future__ import annotations

import json

import pytest

from converter.batch.record import Record, earlier_line, parts_of, read_line, write_line
from converter.diagnostics import Code
from converter.validation.findings import FileFinding


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("ağ", "ağ"),
        ("a\udcc4\udc9f", "ağ"),
        ("a\udcff", "a\\xff"),
        ("a\ud800ğ", "a\\ud800ğ"),
        ("北京 İ ağ\udcc4\udc9f", "北京 İ ağğ"),
    ],
)
def test_names_and_messages_are_written_with_their_letters(text: str, written: str) -> None:
    """Bytes of a path that are UTF-8 become letters, others are shown, and a message may hold any letter."""
    finding = FileFinding(text, 1, 1, Code.UNREADABLE.at(None, reason=text))
    (line,) = write_line(Record(text, "failed", (finding,), 0.0, {text: ""})).splitlines()
    assert line.isascii()
    entry = json.loads(line)
    assert entry["path"] == entry["outputs"][0]["path"] == written
    assert entry["diagnostics"][0]["message"] == f"cannot be read: {written}"


NASTY = '", "diagnostics": [\\"], "seconds": 1, \n'


def test_a_line_comes_apart_where_it_was_joined() -> None:
    """What stays the same in the next run is taken over as it is, whatever the texts in it look like."""
    finding = FileFinding(NASTY, 1, 1, Code.UNREADABLE.at(None, reason=NASTY))
    before = write_line(Record(NASTY, "ok", (finding,), 1e-05, {NASTY: "0"}, "avim", NASTY))
    after = read_line(earlier_line("b", "skipped", Code.UP_TO_DATE, parts_of(before), 2.5))
    first = read_line(before)
    assert (after.path, after.status, after.seconds, after.is_earlier) == ("b", "skipped", 2.5, True)
    assert (after.diagnostics[1:], after.outputs) == (first.diagnostics, first.outputs)
    assert (after.profile, after.publisher) == ("avim", NASTY)
