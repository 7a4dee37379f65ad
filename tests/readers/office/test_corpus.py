"""One commentary in every office format: body, notes, works and metadata are those of its text."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from converter.pipeline import convert
from converter.readers import read
from tests.clients.programs import office, pandoc
from tests.readers.office.rendering import syntax_tree
from tests.samples import NAMES, converted

PARTS = ("body", "footnotes", "references", "metadata")

LABELS = "the program counts the notes anew: those that begin at 17, and a star, get other labels"
TWICE = "a note with two markers: neither program can write the second, so that it is text"
QUOTES = "the program writes quotations as indented paragraphs"
LEVELS = "the program writes every heading as one of the first level"
BOLD = "the program writes bold letters as a class of its style sheet"

EXCEPTIONS: dict[tuple[str, str], str] = {
    **{("abae-2021-4", part): LABELS for part in PARTS[:2]},
    **{("harbour-2021-64", part): TWICE for part in PARTS[:2]},
}
"""(sample, part) → why it differs in any file with notes of its format."""

UNLIKE: dict[tuple[str, str], dict[str, str]] = {
    ("rtf", "pandoc"): {"straitsforum-2022-7": QUOTES, "straitsforum-2024-19": QUOTES},
    ("epub", "lo"): {
        "straitsforum-2024-19": QUOTES,
        "straitsforum-2022-7": LEVELS,
        "lodestar-2023-4": BOLD,
        "abae-2021-4": BOLD,
    },
}
"""(format, program) → the samples whose body the program cannot write, and why."""

BY_PANDOC = [
    (kind, "pandoc", "", native) for kind in ("docx", "odt", "rtf", "epub") for native in (True, False)
]
BY_OFFICE = [
    (kind, "lo", source, True)
    for kind, source in (("docx", "odt"), ("odt", "docx"), ("rtf", "odt"), ("epub", "docx"))
]
WAYS = [*BY_PANDOC, *BY_OFFICE]
"""Format, program, the format that LibreOffice makes it from, and whether its notes are native."""


def render(kind: str, folder: Path, *, native: bool) -> None:
    """Let pandoc write every sample."""
    for name in NAMES:
        options = ("--metadata", "title= ") if kind == "epub" else ()
        target = folder / f"{Path(name).stem}.{kind}"
        done = pandoc(
            "--standalone",
            "--from=json",
            *options,
            f"--output={target}",
            text=syntax_tree(name, native=native),
        )
        assert done.returncode == 0, done.stderr


def files(kind: str, program: str, source: str, folder: Path, *, native: bool) -> list[Path]:
    """Return every sample in a format, as a program writes it."""
    if program == "pandoc":
        render(kind, folder, native=native)
    else:
        made = folder / source
        made.mkdir()
        render(source, made, native=native)
        office(kind, sorted(made.iterdir()), folder)
    return sorted(folder.glob(f"*.{kind}"))


def bare(value: object) -> object:
    """Return a part of a document without places, and without what a format prints around a marker."""
    if isinstance(value, list):
        return [bare(one) for one in value if not (isinstance(one, dict) and one.get("type") == "page-break")]
    if isinstance(value, dict):
        left_out = {"span", "spans"} | ({"literal"} if value.get("type") == "note-marker" else set())
        return {key: bare(one) for key, one in value.items() if key not in left_out}
    return value


@cache
def of_text(stem: str) -> dict[str, object]:
    """Return the parts of a sample as its text gives them."""
    name = next(name for name in NAMES if Path(name).stem == stem)
    return {part: bare(json.loads(converted(name).json or "")[part]) for part in PARTS}


def differing(paths: list[Path]) -> set[tuple[str, str]]:
    """Return the samples and their parts that are not as the text gives them."""
    found = set()
    for path in paths:
        document = json.loads(convert(path).json or "")
        own = of_text(path.stem)
        found |= {(path.stem, part) for part in PARTS if bare(document[part]) != own[part]}
    return found


@pytest.mark.client
@pytest.mark.parametrize(
    ("kind", "program", "source", "native"),
    WAYS,
    ids=[f"{kind}-{program}-{'native' if native else 'typed'}" for kind, program, _, native in WAYS],
)
def test_every_format_gives_what_the_text_gives(
    kind: str, program: str, source: str, native: bool, tmp_path: Path
) -> None:
    """But for what the program that wrote the file cannot say in it."""
    paths = files(kind, program, source, tmp_path, native=native)
    assert len(paths) == len(NAMES)
    expected = {(stem, "body") for stem in UNLIKE.get((kind, program), {})}
    if native:
        expected |= EXCEPTIONS.keys()
    assert expected == differing(paths)


def letters(text: str) -> Counter[str]:
    """Count what is not white space."""
    return Counter("".join(text.split()))


def texts_of(path: Path) -> str:
    """Return the text of a package by plain search in its XML, without any of our readers."""
    wanted = {
        ".docx": (r"word/(?:document|footnotes)\.xml", r"<w:t(?: [^>]*)?>([^<]*)<"),
        ".odt": (r"content\.xml", r"(?s)<office:text[^>]*>.*"),
    }
    names, pattern = wanted[path.suffix]
    with zipfile.ZipFile(path) as package:
        parts = [package.read(name).decode() for name in package.namelist() if re.fullmatch(names, name)]
    found = "".join("".join(re.findall(pattern, part)) for part in parts)
    plain = re.sub(r"<[^>]*>", "", found)
    return unescape(plain)


@pytest.mark.client
@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_no_character_of_a_package_is_lost_or_invented(kind: str, tmp_path: Path) -> None:
    """But for the labels of notes, which Word only counts."""
    render(kind, tmp_path, native=True)
    for path in sorted(tmp_path.iterdir()):
        theirs, ours = letters(texts_of(path)), letters(read(path.read_bytes(), path.name).text)
        assert (path.name, Counter()) == (path.name, theirs - ours)
        assert set(ours - theirs) <= set("0123456789")


@pytest.mark.client
def test_no_character_of_rtf_is_lost_or_invented(tmp_path: Path) -> None:
    """LibreOffice reads the same file and writes it as a package, whose text is searched for plainly."""
    paths = files("rtf", "lo", "odt", tmp_path, native=True)
    again = tmp_path / "again"
    office("docx", paths, again)
    for path in paths:
        theirs = letters(texts_of(again / f"{path.stem}.docx"))
        ours = letters(read(path.read_bytes(), path.name).text)
        assert (path.name, Counter()) == (path.name, theirs - ours)
        assert set(ours - theirs) <= set("0123456789")


@pytest.fixture(autouse=True)
def _no_litter(tmp_path: Path) -> Iterator[None]:
    """Remove what was rendered: there is much of it."""
    yield
    shutil.rmtree(tmp_path, ignore_errors=True)
