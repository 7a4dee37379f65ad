"""The samples become what ``samples/out`` holds, valid, whole, and the same on every machine."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest
from jsonschema import Draft202012Validator

from converter.validation import schema_text, validate_contents
from tests.conservation import balance, furniture_of, squeezed, text_of
from tests.samples import ENDINGS, GOLDEN, NAMES, ROOT, SEED, converted, decoded, golden, outputs

HASHES = """
import hashlib
from tests.samples import NAMES, outputs
for name in NAMES:
    for ending, text in outputs(name).items():
        print(name, ending, hashlib.sha256(text.encode()).hexdigest())
"""
MACHINES = [
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Kathmandu", "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Adak", "LANG": "tr_TR.UTF-8", "PYTHONOPTIMIZE": "1"},
]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("name", NAMES)
def test_a_sample_becomes_what_is_expected(name: str, ending: str, accept: bool) -> None:
    """Every output and every finding of a sample is the one that was reviewed."""
    actual = outputs(name)[ending].encode()
    path = golden(name, ending)
    if accept:  # other processes read it at the same time
        path.write_bytes(actual)
    assert path.read_bytes() == actual


def test_no_expected_output_is_left_over() -> None:
    """Every file of ``samples/out`` belongs to a sample."""
    expected = sorted(golden(name, ending).name for name in NAMES for ending in ENDINGS)
    assert expected == sorted(path.name for path in GOLDEN.iterdir())


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_converted_without_an_error(name: str) -> None:
    """No sample has an error: nothing is lost, and every output passes its schema."""
    assert [] == [found for found in converted(name).diagnostics if found.severity == "error"]


@pytest.mark.parametrize("name", NAMES)
def test_the_files_of_a_sample_keep_their_promises_and_agree(name: str) -> None:
    """``validate`` finds no error in the three files, each and together."""
    files = {str(golden(name, end)): golden(name, end).read_bytes() for end in (".tei.xml", ".json", ".bib")}
    assert [] == [found for found in validate_contents(files) if found.diagnostic.severity == "error"]


@pytest.mark.parametrize("name", NAMES)
def test_a_second_validator_accepts_the_json(name: str) -> None:
    """The JSON is valid also for an implementation of JSON Schema that is not used when it is written."""
    validator = Draft202012Validator(
        json.loads(schema_text("json")), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    assert [] == [
        error.message for error in validator.iter_errors(json.loads(golden(name, ".json").read_bytes()))
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_character_is_in_the_tei_once(name: str) -> None:
    """What a sample prints stands in the TEI once or is listed as a mark of the page; nothing else does."""
    written = json.loads(golden(name, ".json").read_bytes())
    places = [(mark["span"]["start"], mark["span"]["end"]) for mark in written["provenance"]["furniture"]]
    found = balance(decoded(name), places, golden(name, ".tei.xml").read_bytes())
    assert ("", ()) == (found.missing, found.invented)


@pytest.mark.parametrize("name", NAMES)
def test_every_mark_of_a_note_is_in_the_tei(name: str) -> None:
    """As many markers and labels as the sample prints are notes, or references to notes, in the TEI."""
    in_source, in_tei = balance(decoded(name), [], golden(name, ".tei.xml").read_bytes()).marks
    assert in_source == in_tei


@pytest.mark.parametrize("name", NAMES)
def test_marks_of_the_page_stand_where_their_record_says(name: str) -> None:
    """The place of each mark of the page holds its text."""
    furniture = json.loads(golden(name, ".json").read_bytes())["provenance"]["furniture"]
    source = decoded(name)
    printed = [squeezed(source[mark["span"]["start"] : mark["span"]["end"]]) for mark in furniture]
    assert [squeezed(mark["text"]) for mark in furniture] == printed


@pytest.mark.parametrize("name", NAMES)
def test_marks_of_the_page_in_the_tei_are_recorded(name: str) -> None:
    """What the TEI sets aside as a mark of the page is in the record of such marks."""
    furniture = json.loads(golden(name, ".json").read_bytes())["provenance"]["furniture"]
    recorded = [mark["text"] for mark in furniture]
    assert [] == [
        text for text in furniture_of(text_of(golden(name, ".tei.xml").read_bytes())) if text not in recorded
    ]


@pytest.mark.parametrize("machine", MACHINES, ids=["first", "second"])
def test_the_outputs_are_the_same_on_every_machine(machine: dict[str, str]) -> None:
    """Neither the hash seed nor the time zone nor the locale nor optimisation changes a byte."""
    command = [sys.executable, "-c", HASHES]
    environment = {**os.environ, **machine, "PYTHONPATH": str(ROOT)}
    there = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=environment)
    here = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert there.stdout.count("\n") == len(NAMES) * len(ENDINGS)
    assert here.stdout == there.stdout


@pytest.mark.parametrize("name", NAMES)
def test_a_second_conversion_gives_the_same_bytes(name: str) -> None:
    """Converted again in the same process, a sample becomes the same."""
    converted.cache_clear()
    first = outputs(name)
    converted.cache_clear()
    assert first == outputs(name)


BROKEN = {
    "a letter lost": ("Brigadier General", "Brigadier Genera"),
    "a word doubled": ("Brigadier General", "Brigadier General General"),
    "a letter changed": ("Brigadier General", "Brigadier Genera1"),
    "a paragraph lost": ('<p xml:id="p5">', '<p xml:id="p5"/><fw>'),
    "a paragraph doubled": ("<p>@avimorgtr</p>", "<p>@avimorgtr</p><p>@avimorgtr</p>"),
    "a note changed": ("Armenia launch", "Armenia lunch"),
    "text beside the paragraphs": ("<body>", "<body>Aras"),
    "a note moved into the paragraph": ('<note place="foot" xml:id="fn4" n="4">', "<hi>"),
}


@pytest.mark.parametrize(("printed", "written"), BROKEN.values(), ids=BROKEN.keys())
def test_what_is_lost_doubled_or_changed_is_seen(printed: str, written: str) -> None:
    """The comparison with the source notices each way in which a TEI can fail to hold it."""
    tei = golden(SEED, ".tei.xml").read_text("utf-8")
    broken = matched(tei.replace(printed, written, 1))
    assert ("", ()) != balance(decoded(SEED), [(97, 98)], broken)[:2]


def matched(tei: str) -> bytes:
    """Give the tags that a change opened their ends."""
    tei = re.sub(r"<fw>(.*?)</p>", r"<fw>\1</fw>", tei)
    return re.sub(r"<hi>(.*?)</note>", r"<hi>\1</hi>", tei).encode()
