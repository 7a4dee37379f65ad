"""What a report says of names and messages, whatever the system takes names for."""

from __future__ import annotations

import json

import pytest

from converter.batch.record import Record, report_lines
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
    (line,) = report_lines([Record(text, "failed", (finding,), 0.0, {text: ""})]).decode("ascii").splitlines()
    entry = json.loads(line)
    assert entry["path"] == entry["outputs"][0]["path"] == written
    assert entry["diagnostics"][0]["message"] == f"cannot be read: {written}"
