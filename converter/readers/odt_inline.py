"""The text of one paragraph of an OpenDocument text, with what its spans, links and notes say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar, NamedTuple

from lxml import etree

from converter.readers.docx_xml import number
from converter.readers.laying_out import Piece
from converter.readers.left_out import LeftOut
from converter.readers.looks import NO_LOOK, Look, marks_of
from converter.readers.odt_styles import OFFICE, TEXT, Styles
from converter.readers.paragraphs import LINE_BREAK, Line, on_one_line

DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
HREF = "{http://www.w3.org/1999/xlink}href"
PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
STYLE_NAME = f"{TEXT}style-name"
MOST_BLANKS = 1000
"""Of one element; a larger number is an attack."""


class Note(NamedTuple):
    """A note, where the text refers to it: its printed label and its body."""

    kind: str
    label: str
    body: etree._Element


class Context(NamedTuple):
    """What is said of the text inside an element by those around it."""

    look: Look = NO_LOOK
    target: str | None = None


class Inline:
    """Reads the paragraphs of a document."""

    def __init__(self, styles: Styles, left_out: LeftOut) -> None:
        self._styles = styles
        self._left_out = left_out
        self._line = Line()
        self._counts: dict[str, int] = {}
        self.notes: list[Note] = []
        """Those that were referred to so far."""
        self.boxes: list[etree._Element] = []
        """Frames with text that are anchored in the paragraph read last; their text is not in it."""

    def read(self, paragraph: etree._Element, look: Look = NO_LOOK) -> list[Piece]:
        """Return the text of a paragraph; leave its text boxes in ``boxes``."""
        self.boxes = []
        context = Context(look)
        self._say(paragraph.text, context)
        open_elements: list[tuple[Iterator[etree._Element], Context, str | None]] = [
            (iter(paragraph), context, None)
        ]
        while open_elements:
            children, context, tail = open_elements[-1]
            child = next(children, None)
            if child is None:
                open_elements.pop()
                if open_elements:
                    self._say(tail, open_elements[-1][1])
                continue
            if self._is_leaf(child, context):
                self._say(child.tail, context)
                continue
            inner = self._inside(child, context)
            self._say(child.text, inner)
            open_elements.append((iter(child), inner, child.tail))
        return self._line.take()

    def _is_leaf(self, element: etree._Element, context: Context) -> bool:
        """Take an element that holds no text of this paragraph."""
        tag = element.tag
        if (leaf := self.LEAVES.get(tag)) is not None:
            leaf(self, element, context)
        elif not isinstance(tag, str):
            pass  # a comment or an instruction of XML
        elif tag.startswith(DRAW):
            self._drawing(element)
        else:
            return False
        return True

    def _inside(self, element: etree._Element, context: Context) -> Context:
        if element.tag == f"{TEXT}span":
            style = self._styles.get("text", element.get(STYLE_NAME))
            return Context({**context.look, **style.look}, context.target) if style else context
        if element.tag == f"{TEXT}a":
            address = element.get(HREF, "")
            return context._replace(target=None if address.startswith("#") else address or None)
        return context

    def _say(self, text: str | None, context: Context, *, marker: bool = False) -> None:
        if not text:
            return
        look, target = context
        if look.get("hidden"):
            self._left_out.hidden += len(text.strip())
            return
        if look and target:
            look = {**look, "underline": False}
        self._line.add(on_one_line(text), marks_of(look), target, marker)

    def _blanks(self, element: etree._Element, context: Context) -> None:
        self._say(" " * min(max(number(element.get(f"{TEXT}c"), 1), 0), MOST_BLANKS), context)

    def _tab(self, _element: etree._Element, context: Context) -> None:
        self._say("\t", context)

    def _break(self, _element: etree._Element, context: Context) -> None:
        if not context.look.get("hidden"):
            self._line.add(LINE_BREAK)

    def _note(self, element: etree._Element, context: Context) -> None:
        kind = element.get(f"{TEXT}note-class", "footnote")
        citation, body = element.find(f"{TEXT}note-citation"), element.find(f"{TEXT}note-body")
        self._counts[kind] = self._counts.get(kind, 0) + 1
        label = "" if citation is None else "".join(map(str, citation.itertext())).strip()
        label = label or str(self._counts[kind])
        if body is not None:
            self.notes.append(Note(kind, label, body))
        self._say(label, Context({**context.look, "superscript": True, "hidden": False}), marker=True)

    def _note_reference(self, element: etree._Element, context: Context) -> None:
        """Take a cross-reference to a note: raised, it is a further marker."""
        text = "".join(map(str, element.itertext()))
        self._say(text, context, marker=bool(context.look.get("superscript")))

    def _comment(self, _element: etree._Element, _context: Context) -> None:
        self._left_out.comments += 1

    def _drawing(self, element: etree._Element) -> None:
        if next(element.iter(*PARAGRAPHS), None) is not None:
            self.boxes.append(element)
        elif next(element.iter(f"{DRAW}object"), None) is not None:
            self._left_out.unread.append("an embedded object (a formula or a chart)")

    def _skip(self, _element: etree._Element, _context: Context) -> None:
        """Leave out what is no text of the page."""

    LEAVES: ClassVar[Mapping[str, Callable[[Any, etree._Element, Context], None]]] = {
        f"{TEXT}s": _blanks,
        f"{TEXT}tab": _tab,
        f"{TEXT}line-break": _break,
        f"{TEXT}note": _note,
        f"{TEXT}note-ref": _note_reference,
        f"{OFFICE}annotation": _comment,
        f"{TEXT}script": _skip,
        f"{TEXT}hidden-text": _skip,
        f"{TEXT}tracked-changes": _skip,
    }
    """What is done with an element whose own text is none of the paragraph."""
