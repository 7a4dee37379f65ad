"""The rooms of ``docs/architecture.md`` and what each may do, held against the syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "converter"
FILES = sorted(str(path.relative_to(PACKAGE)) for path in PACKAGE.rglob("*.py"))

TYPES = {"version", "source", "model", "diagnostics", "errors"}
MAY_IMPORT = {
    "__init__": {"version", "model", "errors", "diagnostics", "pipeline", "source", "references"},
    "__main__": {"cli"},
    "version": set(),
    "source": {"diagnostics"},
    "diagnostics": {"source"},
    "model": {"source", "diagnostics"},
    "errors": {"diagnostics"},
    "works": TYPES,
    "xml": TYPES,
    "normalizers": TYPES,
    "profiles": TYPES | {"normalizers"},
    "readers": TYPES | {"normalizers", "profiles", "xml"},
    "analysis": TYPES | {"normalizers", "profiles", "references"},
    "writers": TYPES | {"normalizers", "profiles", "works", "xml"},
    "validation": TYPES | {"normalizers", "profiles", "xml"},
    "sidecars": TYPES | {"normalizers"},
    "evaluation": TYPES,
    "pipeline": TYPES | {"profiles", "sidecars", "readers", "analysis", "works", "writers", "validation"},
    "bibliography": TYPES | {"normalizers", "works", "writers", "validation"},
    "references": TYPES | {"normalizers", "works", "writers"},
    "batch": TYPES | {"profiles", "sidecars", "readers", "validation", "pipeline", "bibliography"},
    "cli": TYPES
    | {"normalizers", "profiles", "readers", "sidecars", "validation", "pipeline", "batch", "bibliography"}
    | {"evaluation", "references"},
}
"""Room → the rooms that it may import: one way through the house."""

OPEN_FILES = {
    "pipeline.py": "convert",
    "profiles/calibration.py": "the table of how often rules were right, which is part of the package",
    "profiles/judge.py": "what the judge of readings has learned, which is part of the package",
    "profiles/outlets.py": "the table of outlets, which is part of the package",
    "profiles/__init__.py": "the houses, which are part of the package or a file of the user",
    "analysis/head_model.py": "what was learnt of heads, which is part of the package",
    "references/model.py": "the model of references, which is part of the package",
    "validation/shipped.py": "the schemas and the page on findings, which are part of the package",
}
"""Files outside ``batch`` and ``cli`` that may touch files, and what for."""

FILE_CALLS = {
    "open",
    "fdopen",
    "read_bytes",
    "read_text",
    "write_bytes",
    "write_text",
    "iterdir",
    "glob",
    "rglob",
}
FILE_CALLS |= {
    "mkdir",
    "unlink",
    "rename",
    "scandir",
    "listdir",
    "stat",
    "is_file",
    "is_dir",
    "exists",
}
CLOCKS = {("time", name) for name in ("time", "time_ns", "localtime", "gmtime", "ctime", "strftime")}
CLOCKS |= {("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today")}
CHANCE = {"random", "uuid", "secrets", "socket", "getpass", "platform"}
XML_PARSERS = {"parse", "fromstring", "XML", "iterparse", "XMLParser", "parseid", "HTML", "fromstringlist"}

LONG_FILES = {
    "model.py": "one shape, which is read as one",
}
"""Files over the limit of 300 lines, and why. One that is short again must go from the list."""
LONG_FUNCTIONS: dict[str, str] = {}
"""Functions over the limit of 40 lines, and why."""


@cache
def tree(file: str) -> ast.Module:
    """Return the syntax tree of a file of the package."""
    return ast.parse((PACKAGE / file).read_text("utf-8"))


def room(file: str) -> str:
    """Return the room that a file belongs to."""
    return file.split("/", 1)[0].removesuffix(".py")


def imported(file: str) -> Iterator[str]:
    """Yield the full names of the modules that a file imports, anywhere in it."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: imports are absolute"
            yield from (
                [f"converter.{alias.name}" for alias in node.names] if node.module == "converter" else []
            )
            yield node.module or ""


def calls(file: str) -> Iterator[tuple[str, str, int]]:
    """Yield what is called in a file: the name before the dot or nothing, the name, the line."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield "", node.func.id, node.lineno
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            yield owner.id if isinstance(owner, ast.Name) else "?", node.func.attr, node.lineno


def functions(file: str) -> Iterator[tuple[str, int]]:
    """Yield the functions of a file and how many lines each has."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{file}:{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("file", FILES)
def test_imports_run_one_way(file: str) -> None:
    """A file imports only from the rooms that its own may know."""
    rooms = {name.split(".")[1] for name in imported(file) if name.startswith("converter.")}
    assert set() == rooms - MAY_IMPORT[room(file)] - {room(file)}


def test_every_room_is_on_the_map() -> None:
    """There is no room that the map does not know, and none on the map that is not there."""
    assert set(MAY_IMPORT) == {room(file) for file in FILES}


@pytest.mark.parametrize("file", [file for file in FILES if room(file) not in {"batch", "cli"}])
def test_only_some_touch_files(file: str) -> None:
    """Outside ``batch`` and ``cli`` nothing opens, reads, writes or looks for files but those on the list."""
    found = [name for _, name, _ in calls(file) if name in FILE_CALLS]
    assert bool(found) == (file in OPEN_FILES), found


@pytest.mark.parametrize("file", [file for file in FILES if room(file) not in {"cli", "__main__"}])
def test_only_the_command_line_speaks(file: str) -> None:
    """Outside ``cli`` nothing prints, asks, or takes the standard streams in hand."""
    spoken = [name for owner, name, _ in calls(file) if (owner, name) in {("", "print"), ("", "input")}]
    streams = [
        node.attr
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute) and node.attr in {"stdin", "stdout", "stderr", "argv"}
    ]
    assert ([], []) == (spoken, streams)


@pytest.mark.parametrize("file", FILES)
def test_nobody_reads_the_clock(file: str) -> None:
    """Nothing asks for the time, for chance or for the machine: the same input gives the same bytes."""
    modules = {name.split(".")[0] for name in imported(file)}
    clocks = [(owner, name) for owner, name, _ in calls(file) if (owner, name) in CLOCKS]
    assert ([], set()) == (clocks, modules & CHANCE)


@pytest.mark.parametrize("file", FILES)
def test_xml_is_parsed_in_one_place(file: str) -> None:
    """Only ``converter/xml.py`` parses XML, so that entities and networks are shut out everywhere."""
    imports_lxml = any(name.split(".")[0] in {"lxml", "xml"} for name in imported(file))
    parsed = [f"{owner}.{name}" for owner, name, _ in calls(file) if imports_lxml and name in XML_PARSERS]
    assert bool(parsed) == (file == "xml.py"), parsed


@pytest.mark.parametrize("file", FILES)
def test_a_file_says_what_it_answers(file: str) -> None:
    """A module opens with a sentence."""
    assert (ast.get_docstring(tree(file)) or "").split("\n", 1)[0].endswith((".", ":", "?"))


def test_files_have_one_subject() -> None:
    """A file has at most 300 lines, but for those on the list."""
    lengths = {file: len((PACKAGE / file).read_text("utf-8").splitlines()) for file in FILES}
    assert LONG_FILES.keys() == {file for file, length in lengths.items() if length > 300}


def test_functions_fit_on_a_screen() -> None:
    """A function has at most 40 lines, but for those on the list."""
    lengths = [one for file in FILES for one in functions(file)]
    assert LONG_FUNCTIONS.keys() == {name for name, length in lengths if length > 40}
