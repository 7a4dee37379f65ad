"""The text of one paragraph of a Word document, with what its runs, links, fields and tracked changes say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any, ClassVar, NamedTuple

from lxml import etree

from converter.readers.docx_notes import Notes
from converter.readers.docx_styles import Styles, read_look
from converter.readers.docx_xml import VAL, R, Relations, W, properties_of
from converter.readers.fields import Field, understood
from converter.readers.laying_out import PAGE_BREAK, Piece
from converter.readers.left_out import LeftOut
from converter.readers.looks import NO_LOOK, Look, marks_of
from converter.readers.paragraphs import LINE_BREAK, Line, on_one_line
from converter.readers.symbols import symbol

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATIVES = f"{COMPATIBILITY}AlternateContent"
RUN, RUN_PROPERTIES, RUN_STYLE = f"{W}r", f"{W}rPr", f"{W}rStyle"
BOX = f"{W}txbxContent"
NO_TEXT = frozenset(
    W + name
    for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData", "delText", "delInstrText",
        "rubyPr", "ffData", "numberingChange",
    )
)  # fmt: skip
PARTS_ELSEWHERE = {
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": "a chart",
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds": "a diagram (SmartArt)",
}
SIGNS = {"tab": "\t", "ptab": "\t", "cr": LINE_BREAK, "noBreakHyphen": "\u2011", "softHyphen": "\xad"}


class Context(NamedTuple):
    """What is said of the text inside an element by those around it."""

    look: Look = NO_LOOK
    target: str | None = None
    marker: bool = False


NOTHING_SAID = Context()


class Inline:
    """Reads the paragraphs of one part; a field may begin in one paragraph and end in another."""

    def __init__(self, styles: Styles, notes: Notes, relations: Relations, left_out: LeftOut) -> None:
        self._styles = styles
        self._notes = notes
        self._relations = relations
        self._left_out = left_out
        self._line = Line()
        self._fields: list[Field] = []
        self._custom: tuple[str, str | None] | None = None
        self.boxes: list[etree._Element] = []
        """Text boxes that are anchored in the paragraph read last; their text is not in it."""

    def read(self, paragraph: etree._Element) -> list[Piece]:
        """Return the text of a paragraph; leave its text boxes in ``boxes``."""
        self.boxes = []
        open_elements: list[tuple[Iterator[etree._Element], Context]] = [(iter(paragraph), NOTHING_SAID)]
        while open_elements:
            children, context = open_elements[-1]
            element = next(children, None)
            if element is None:
                open_elements.pop()
                continue
            tag = element.tag
            if tag == RUN:
                if left := self._run_text(element, context):
                    open_elements.append(left)
            elif (leaf := self.LEAVES.get(tag)) is not None:
                leaf(self, element, context)
            elif tag not in NO_TEXT:
                around = self.AROUND.get(tag)
                inner = around(self, element, context) if around else context
                open_elements.append((inside(element), inner))
        return self._line.take()

    def _run_text(
        self, run: etree._Element, context: Context
    ) -> tuple[Iterator[etree._Element], Context] | None:
        """Take what a run holds; return what is left to read if something in it holds more."""
        context = self._run(run, context)
        children = iter(run)
        for element in children:
            tag = element.tag
            if (leaf := self.LEAVES.get(tag)) is not None:
                leaf(self, element, context)
            elif tag not in NO_TEXT:
                return chain((element,), children), context
        return None

    def _say(self, text: str, context: Context) -> None:
        """Let text follow, unless it is hidden or the instruction of a field."""
        look, target, marker = context
        if self._fields:
            if not all(field.shows for field in self._fields):
                if len(self._fields) == 1:  # of a field that is never shown: nobody must miss it unsaid
                    self._left_out.hidden += len(text.strip())
                return
            for field in self._fields:
                target, marker = field.target or target, field.marker or marker
        if look.get("hidden"):
            self._left_out.hidden += len(text.strip())
            return
        if self._custom and text.strip():
            kind, key = self._custom
            self._notes.label(kind, key, text.strip())
            self._custom, marker = None, True
        if look and target:
            look = {**look, "underline": False}
        self._line.add(text, marks_of(look), target, marker)

    def _run(self, element: etree._Element, context: Context) -> Context:
        self._custom = None
        properties = properties_of(element, RUN_PROPERTIES)
        if not properties:
            return context
        named = properties.get(RUN_STYLE)
        style = None if named is None else self._styles.get(named.get(VAL))
        look = read_look(properties)
        return Context({**style.look, **look} if style else look, context.target, context.marker)

    def _link(self, element: etree._Element, context: Context) -> Context:
        address = self._relations.address(element.get(f"{R}id"))
        place = element.get(f"{W}anchor")
        if address and place and "#" not in address:
            address = f"{address}#{place}"
        return context._replace(target=address)

    def _simple_field(self, element: etree._Element, context: Context) -> Context:
        target, marker = understood(element.get(f"{W}instr", ""))
        return context._replace(target=target or context.target, marker=marker)

    def _inserted(self, _element: etree._Element, context: Context) -> Context:
        self._left_out.inserted += 1
        return context

    def _deleted(self, _element: etree._Element, _context: Context) -> None:
        self._left_out.deleted += 1

    def _text(self, element: etree._Element, context: Context) -> None:
        text = element.text
        if not text:
            return
        if context is NOTHING_SAID and not self._fields and self._custom is None:
            self._line.add(on_one_line(text))  # as most text is, and quicker
        else:
            self._say(on_one_line(text), context)

    def _sign(self, element: etree._Element, context: Context) -> None:
        self._say(SIGNS[etree.QName(element).localname], context)

    def _break(self, element: etree._Element, context: Context) -> None:
        self._say(PAGE_BREAK if element.get(f"{W}type") == "page" else LINE_BREAK, context)

    def _symbol(self, element: etree._Element, context: Context) -> None:
        try:
            code = int(element.get(f"{W}char", ""), 16)
        except ValueError:
            code = 0
        self._say(symbol(element.get(f"{W}font", ""), code), context)

    def _field(self, element: etree._Element, _context: Context) -> None:
        step = element.get(f"{W}fldCharType")
        if step == "begin":
            self._fields.append(Field())
        elif self._fields and step == "separate":
            self._fields[-1].show()
        elif self._fields and step == "end":
            self._fields.pop()

    def _instruction(self, element: etree._Element, _context: Context) -> None:
        if self._fields and not self._fields[-1].shows:
            self._fields[-1].instruction += element.text or ""

    def _footnote(self, element: etree._Element, context: Context) -> None:
        self._reference("footnote", element, context)

    def _endnote(self, element: etree._Element, context: Context) -> None:
        self._reference("endnote", element, context)

    def _reference(self, kind: str, element: etree._Element, context: Context) -> None:
        key = element.get(f"{W}id")
        if element.get(f"{W}customMarkFollows", "0") in ("1", "true", "on"):
            self._custom = kind, key
            return
        look = {**context.look, "superscript": True, "hidden": False}
        self._say(self._notes.label(kind, key), Context(look, None, marker=True))

    def _comment(self, _element: etree._Element, _context: Context) -> None:
        self._left_out.comments += 1

    def _box(self, element: etree._Element, _context: Context) -> None:
        self.boxes.append(element)

    def _elsewhere(self, element: etree._Element, _context: Context) -> None:
        self._left_out.unread.append(PARTS_ELSEWHERE[element.tag])

    LEAVES: ClassVar[Mapping[str, Callable[[Any, etree._Element, Context], None]]] = {
        f"{W}t": _text,
        f"{MATH}t": _text,
        f"{W}br": _break,
        f"{W}sym": _symbol,
        f"{W}fldChar": _field,
        f"{W}instrText": _instruction,
        f"{W}footnoteReference": _footnote,
        f"{W}endnoteReference": _endnote,
        f"{W}commentReference": _comment,
        f"{W}del": _deleted,
        f"{W}moveFrom": _deleted,
        BOX: _box,
        **dict.fromkeys((f"{W}{name}" for name in SIGNS), _sign),
        **dict.fromkeys(PARTS_ELSEWHERE, _elsewhere),
    }
    """What is done with an element that has no text inside, or none of this paragraph."""

    AROUND: ClassVar[Mapping[str, Callable[[Any, etree._Element, Context], Context]]] = {
        f"{W}hyperlink": _link,
        f"{W}fldSimple": _simple_field,
        f"{W}ins": _inserted,
        f"{W}moveTo": _inserted,
    }
    """What an element says of the text inside it."""


def inside(element: etree._Element) -> Iterator[etree._Element]:
    """Return the children of an element; of alternatives for several programs, those of one alone."""
    if element.tag != ALTERNATIVES:
        return iter(element)
    choices = element.findall(f"{COMPATIBILITY}Choice")
    with_text = [one for one in choices if next(one.iter(f"{W}t", BOX), None) is not None]
    fallback = element.find(f"{COMPATIBILITY}Fallback")
    chosen = with_text[0] if with_text else fallback if fallback is not None else next(iter(choices), None)
    return iter(() if chosen is None else chosen)
