"""What a commentary is in TEI P5: header, front, body and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter.writers.characters import without_forbidden
from converter.writers.page_marks import PageMarks
from converter.writers.tei_back import add_back, unmarked_notes
from converter.writers.tei_body import add_body
from converter.writers.tei_content import ContentWriter
from converter.writers.tei_elements import XML_LANG
from converter.writers.tei_front import add_front
from converter.writers.tei_header import add_header
from converter.writers.xml_text import Element, add, xml_text
from converter.xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element as TreeRoot

    from converter.model import Commentary

TEI_NAMESPACE = "http://www.tei-c.org/ns/1.0"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

ELEMENT_NAMES = """
    TEI teiHeader fileDesc titleStmt respStmt publicationStmt address availability seriesStmt sourceDesc
    biblStruct analytic monogr imprint encodingDesc editorialDecl appInfo application profileDesc langUsage
    textClass keywords text front docTitle body back div list table row figure listBibl
"""
ELEMENTS_ONLY = frozenset(ELEMENT_NAMES.split())
"""The elements in which TEI allows no text: white space between their children is nobody's."""


def write_tei(commentary: Commentary) -> str:
    """Write a commentary as a TEI document; characters that XML forbids become U+FFFD."""
    try:
        return _written(commentary)
    except ValueError:
        return _written(without_forbidden(commentary))


def build_tei(commentary: Commentary) -> TreeRoot:
    """Return the TEI document as a tree of lxml."""
    return parse_xml(write_tei(commentary).encode())


def _written(commentary: Commentary) -> str:
    return f"{DECLARATION}{xml_text(_build(commentary), ELEMENTS_ONLY)}\n"


def _build(commentary: Commentary) -> Element:
    root = Element("TEI", {"xmlns": TEI_NAMESPACE, XML_LANG: commentary.metadata.language})
    header = add(root, "teiHeader")
    text = add(root, "text")
    writer = ContentWriter(commentary)
    marks = PageMarks(commentary)
    unmarked = unmarked_notes(commentary)
    back = bool(commentary.back_matter or commentary.cite_as or commentary.references or unmarked)
    add_front(text, commentary, writer, marks)
    add_body(text, commentary, writer, marks, back=back)
    if back:
        add_back(text, commentary, writer, marks, unmarked)
    add_header(header, commentary, writer)
    return root
