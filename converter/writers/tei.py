"""What a commentary is in TEI P5: header, front, body and back, built with the XML library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import Element, tostring

from converter.writers.characters import without_forbidden
from converter.writers.page_marks import PageMarks
from converter.writers.tei_back import add_back, unmarked_notes
from converter.writers.tei_body import add_body
from converter.writers.tei_content import ContentWriter
from converter.writers.tei_elements import TEI, TEI_NAMESPACE, XML_LANG, add, lay_out
from converter.writers.tei_front import add_front
from converter.writers.tei_header import add_header

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

    from converter.model import Commentary

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write_tei(commentary: Commentary) -> str:
    """Write a commentary as a TEI document."""
    return f"{DECLARATION}{tostring(build_tei(commentary), encoding='unicode')}\n"


def build_tei(commentary: Commentary) -> Node:
    """Build the TEI tree; characters that XML forbids become U+FFFD."""
    try:
        return _build(commentary)
    except ValueError:  # lxml refuses control characters and lone surrogates
        return _build(without_forbidden(commentary))


def _build(commentary: Commentary) -> Node:
    root = Element(
        f"{TEI}TEI",
        {XML_LANG: commentary.metadata.language},
        nsmap={None: TEI_NAMESPACE},  # type: ignore[dict-item]  # the stub knows no default namespace
    )
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
    lay_out(text, 1)
    add_header(header, commentary, writer)
    lay_out(root, 0)
    return root
