"""Whether XML is parsed in one hardened way only, and whether what it refuses is said in words."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import converter.xml
from converter.xml import UnusableXml, element_positions, parse_xml

PACKAGE = Path(converter.xml.__file__).parent
PARSING = frozenset(
    {
        "fromstring",
        "fromstringlist",
        "parse",
        "iterparse",
        "XML",
        "HTML",
        "XMLParser",
        "XMLPullParser",
        "HTMLParser",
    }
)


def parse_calls(path: Path) -> list[str]:
    """Return the calls in a module that look like lxml parsing something."""
    tree = ast.parse(path.read_text("utf-8"))
    return [
        f"{path.name}:{node.lineno}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in ("etree", "lxml", "html", "objectify", "ElementTree")
        and node.attr in PARSING
    ]


def lxml_names(path: Path) -> list[str]:
    """Return the parsing functions that a module imports by name from lxml or from the standard library."""
    tree = ast.parse(path.read_text("utf-8"))
    return [
        f"{path.name}:{node.lineno}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("lxml", "xml."))
        for name in node.names
        if name.name in PARSING or (node.module or "").startswith(("xml.dom", "xml.sax"))
    ]


def test_only_one_module_parses_xml() -> None:
    """No module but ``converter/xml.py`` calls a parser of lxml."""
    found = [
        place for path in sorted(PACKAGE.rglob("*.py")) for place in (*parse_calls(path), *lxml_names(path))
    ]
    assert {place.partition(":")[0] for place in found} == {"xml.py"}


@pytest.mark.parametrize(
    ("content", "line", "column", "words"),
    [
        (b"<!DOCTYPE a><a/>", 1, 1, "a DOCTYPE is refused"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x -->\n  <!doctype a><a/>", 3, 3, "a DOCTYPE is refused"),
        ("<!DOCTYPE a><a/>".encode("utf-16"), 1, 3, "a DOCTYPE is refused"),
        (b"<a><b></a>", 1, 11, "<b> of line 1 is closed by </a>"),
        (b"<a>\n<b>", 2, 4, "the file ends before <b> of line 2 is closed"),
        (b"<a>&nbsp;</a>", 1, 10, "the entity &nbsp; is not known"),
        (b"<a>R & D</a>", 1, 7, "a lone & must be written &amp;"),
        (b"<a b=1/>", 1, 6, "the value of an attribute is not in quotes"),
        (b"<a b='1' b='2'/>", 1, 15, "the attribute b stands twice in one tag"),
        (b"<a>\x01</a>", 1, 4, "XML does not allow the character number 1"),
        (b"<a>\xff</a>", 1, 4, "it holds bytes that are not of its encoding"),
        (b"<a/><b/>", 1, 5, "something follows the end of the root element"),
        (b"<a>" * 5000, 1, 771, "elements are nested deeper than 256"),
        (b"", 1, 1, "there is no element in it"),
        (b"text", 1, 1, "it does not begin with an element"),
        (b"<x:a/>", 1, 5, "the prefix x: is not declared"),
    ],
)
def test_what_is_refused_is_said_in_words(content: bytes, line: int, column: int, words: str) -> None:
    """A file that cannot be parsed is refused with line, column and a sentence."""
    with pytest.raises(UnusableXml) as caught:
        parse_xml(content)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert words in caught.value.diagnostic.message


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    """A DOCTYPE that names a file is refused before the file is opened."""
    secret = tmp_path / "secret"
    secret.write_text("secret")
    with pytest.raises(UnusableXml, match="DOCTYPE"):
        parse_xml(f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>'.encode())


@pytest.mark.parametrize("piece", [b"<!--", b"<?a", b"<!-- -->", b"\n", b"<a ", b"&#"])
def test_a_long_prolog_costs_no_time(piece: bytes) -> None:
    """The search for a DOCTYPE is linear: half a megabyte of any beginning is refused at once."""
    with pytest.raises(UnusableXml):
        parse_xml(piece * (500_000 // len(piece)))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<a>\n<b>ışğ</b><c/></a>".encode(), [(1, 1), (2, 1), (2, 11)]),
        ('<?xml version="1.0" encoding="windows-1254"?>\n<a>ş<b/></a>'.encode("cp1254"), [(2, 1), (2, 5)]),
        ("<a>ı\n <b/></a>".encode("utf-16"), [(1, 1), (2, 2)]),
    ],
)
def test_positions_count_code_points(content: bytes, expected: list[tuple[int, int]]) -> None:
    """Line and column of a start tag count characters, whatever the encoding."""
    assert element_positions(content) == expected
