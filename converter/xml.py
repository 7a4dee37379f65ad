"""How XML is parsed: the one hardened way in for every XML file, ours or anybody's.

No entity is resolved, no address fetched, no DTD loaded; a DOCTYPE is refused before the parser sees it, and
the depth of the tree is bounded by libxml2. ``tests/validation/test_xml.py`` forbids any other parse call.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol, cast
from xml.parsers import expat

from lxml import etree

from converter.diagnostics import Code, Diagnostic
from converter.errors import ConverterError

PROLOG_BEFORE_DOCTYPE = re.compile(
    rb"""
    (?: \xef\xbb\xbf | \xff\xfe | \xfe\xff )?   # a byte order mark
    (?: \s++
      | <\?  .*? \?>      # <?xml version="1.0"?>, <?xml-model href="x"?>
      | <!-- .*? -->      # <!-- a comment -->
    )*+
    <!DOCTYPE
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)

BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

SYNTAX_WORDS: tuple[tuple[str, str], ...] = (
    # libxml2's message → ours; the groups are filled in
    (r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)", "<{0}> of line {1} is closed by </{2}>"),
    (r"Premature end of data in tag (\S+) line (\d+)", "the file ends before <{0}> of line {1} is closed"),
    (r"Couldn't find end of Start Tag (\S+)", "the start tag <{0} is not closed with >"),
    (r"Document is empty", "there is no element in it"),
    (r"Start tag expected", "it does not begin with an element"),
    (r"Extra content at the end of the document", "something follows the end of the root element"),
    (r"AttValue: .* expected", "the value of an attribute is not in quotes"),
    (r"Attribute (\S+) redefined", "the attribute {0} stands twice in one tag"),
    (r"Specification mandates value for attribute (\S+)", "the attribute {0} has no value"),
    (r"Unescaped '<' not allowed in attributes", "a < in the value of an attribute must be written &lt;"),
    (r"Entity '(\S+)' not defined", "the entity &{0}; is not known; write the character itself"),
    (r"(?:xmlParseEntityRef|EntityRef)", "a lone & must be written &amp;"),
    (r"(?:PCDATA )?invalid (?:xml)?Char value (\d+)", "XML does not allow the character number {0}"),
    (r"xmlParseCharRef: invalid xmlChar value (\d+)", "XML does not allow the character &#{0};"),
    (r"Invalid character: Char (0x[0-9A-Fa-f]+)", "XML does not allow the character number {0}"),
    (r"Input is not proper UTF-8|Invalid bytes in char", "it holds bytes that are not of its encoding"),
    (r"Unsupported encoding:? (\S+)", "the encoding {0} is not known"),
    (r"Namespace prefix (\S+) (?:for (\S+) )?on (\S+) is not defined", "the prefix {0}: is not declared"),
    (r"Double hyphen within comment", "-- stands inside a comment"),
    (r"Sequence '\]\]>' not allowed", "]]> must be written ]]&gt; in text"),
    (r"StartTag: invalid element name", "a < that begins no element must be written &lt;"),
    (r"Excessive depth in document: (\d+)", "elements are nested deeper than {0}"),
)
SYNTAX_PATTERNS = tuple((re.compile(pattern), words) for pattern, words in SYNTAX_WORDS)


class UnusableXml(ConverterError):
    """XML that is refused or not well-formed; ``diagnostic`` says why, ``line`` and ``column`` where."""

    def __init__(self, diagnostic: Diagnostic, line: int, column: int) -> None:
        super().__init__(f"{line}:{column}: {diagnostic.message}")
        self.diagnostic = diagnostic
        self.line = line
        self.column = column


def parse_xml(content: bytes) -> etree._Element:
    """Parse XML without opening anything else; raise ``UnusableXml`` with the place if that cannot be.

    >>> parse_xml(b"<p>text</p>").text
    'text'
    """
    _refuse_doctype(content)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, collect_ids=False
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise UnusableXml(Code.XML_SYNTAX.at(None, reason=in_words(error)), line, max(column, 1)) from None
    if root.getroottree().docinfo.internalDTD is not None:  # in an encoding that hid it
        raise UnusableXml(Code.DOCTYPE_REFUSED.at(None), 1, 1)
    return root


class HtmlTarget(Protocol):
    """What is told of the tags and texts of a web page, in their order."""

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        """Take a start tag."""

    def end(self, tag: str) -> None:
        """Take an end tag, written or implied."""

    def data(self, text: str) -> None:
        """Take a stretch of text."""

    def comment(self, text: str) -> None:
        """Take a comment."""

    def close(self) -> object:
        """Take the end of the page."""


def feed_html(text: str, target: HtmlTarget) -> None:
    """Tell a target what a web page holds; any text is one.

    libxml2 builds no tree, so that neither its limit of depth nor its search among many attributes is met:
    the time is that of the length of the page, and nothing of it is left out. Nothing is fetched.
    """
    parser = etree.HTMLParser(
        target=cast("etree.ParserTarget", target), encoding="utf-8", no_network=True, huge_tree=True
    )
    parser.feed(text.encode("utf-8", "replace"))
    parser.close()


def in_words(error: etree.XMLSyntaxError) -> str:
    """Say what libxml2 means."""
    message = re.sub(r", line \d+, column \d+$", "", error.msg or "it cannot be parsed")
    message = " ".join(message.split())  # libxml2 may end its words with a line feed
    for pattern, words in SYNTAX_PATTERNS:
        if match := pattern.match(message):
            return words.format(*match.groups())
    return message


def element_positions(content: bytes) -> list[tuple[int, int]]:
    r"""Return line and column of every start tag in document order, for XML that ``parse_xml`` accepts.

    libxml2 remembers lines only; this second pass is for files that have findings to place.

    >>> element_positions(b"<a>\n <b/></a>")
    [(1, 1), (2, 2)]
    """
    positions: list[tuple[int, int]] = []
    parser = expat.ParserCreate()
    marked = content.startswith(BYTE_ORDER_MARKS)

    def remember(_name: str, _attributes: object) -> None:
        mark = marked and parser.CurrentLineNumber == 1  # expat counts the byte order mark as a column
        positions.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + (0 if mark else 1)))

    parser.StartElementHandler = remember
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError):  # an encoding that expat does not know: the lines must do
        return []
    return positions


def _refuse_doctype(content: bytes) -> None:
    """Raise if a document type declaration stands before the root element."""
    plain = content.replace(b"\0", b"") if b"\0" in content[:64] else content  # UTF-16
    if match := PROLOG_BEFORE_DOCTYPE.match(plain):
        before = plain[: match.end() - len(b"<!DOCTYPE")]
        line = before.count(b"\n") + 1
        column = len(before) - (before.rfind(b"\n") + 1) + 1
        raise UnusableXml(Code.DOCTYPE_REFUSED.at(None), line, column)
