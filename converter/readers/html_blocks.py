"""Where the blocks of a web page begin and end, and what the page says of each: heading, item, quote, row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.normalizers.labels import bare_label
from converter.readers.html_drafts import Draft, Inline, Look
from converter.readers.html_inline_notes import NO_NOTES, InlineNotes
from converter.readers.html_lists import brings_number, is_word_item, numbers_in, take_bullet
from converter.readers.html_marks import mark_of
from converter.readers.html_rows import LINE, SEPARATOR, is_sign, joints_of
from converter.readers.html_tables import is_table_of_facts
from converter.readers.html_tree import Element

BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "iframe",
        "legend", "li", "main", "menu", "nav", "noframes", "noscript", "object", "ol", "optgroup", "option",
        "p", "page", "pre", "search", "section", "select", "summary", "svg", "table", "tbody", "td",
        "textarea", "tfoot", "th", "thead", "tr", "ul", "amp-sidebar", "amp-social-share", "amp-consent",
        "amp-user-notification",
    }
)  # fmt: skip
"""Elements that begin on a line of their own."""

NO_TEXT = frozenset(
    {"script", "style", "template", "head", "meta", "link", "title", "base", "param", "datalist"}
)
"""Elements whose text nobody reads; a script is never text."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}
MARKS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "cite": "italic", "dfn": "italic",
    "var": "italic", "sup": "superscript", "u": "underline", "ins": "underline", "code": "code",
    "kbd": "code", "samp": "code", "tt": "code",
}  # fmt: skip
STYLED = (
    (re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE), "superscript"),
    (re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE), "bold"),
    (re.compile(r"font-style\s*:\s*italic", re.IGNORECASE), "italic"),
)
BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|table|list-item|flex|grid)\b", re.IGNORECASE)
SPACE = re.compile(r"[ \t\n\r\f]+")
ASIDE = frozenset({"hidden", "back-link", SEPARATOR})
"""Parts of the page that may stand inside a line."""

IN_LINE = "note "
"""What stands before the label of a note in the line, where ``Look.aside`` names it."""

ODD_SPACE = re.compile(r"[\t\n\r\f]|  ")
UNSEEN = str.maketrans(dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""))
"""Where a word may or may not be broken (as ``<wbr>`` says); no reader sees them."""


def draft_blocks(root: Element, inline: InlineNotes = NO_NOTES) -> list[Draft]:
    """Return the blocks of a page in order; what is a note in the line is a block behind it."""
    return _Walker(inline).walk(root)


class _Walker:
    """Walks the tree without recursion and gathers text until a block ends."""

    def __init__(self, notes: InlineNotes) -> None:
        self.notes = notes
        self.drafts: list[Draft] = []
        self.inlines: list[Inline] = []
        self.looks: list[Look] = []
        self.block = Element("page", {}, None, 0)
        self.row: list[int] | None = None
        self.item: Element | None = None
        self.numbers: dict[int, str] = {}
        self.facts: set[int] = set()
        self.joints: dict[int, str] = {}
        self.rows: set[int] = set()
        self.lined: set[int] = set()
        """Elements that begin no line, whatever their tag."""
        self.classes: dict[str, str | None] = {}
        self.gap = 1
        self.at = 0
        self.tails: dict[str | None, str] = {}
        """The last character of the line, and of what stands beside it in the line."""

    def walk(self, root: Element) -> list[Draft]:
        """Take every element and text in order."""
        self.block = root
        stack: list[tuple[Element | str | None, Element, Look]] = [(root, root, Look())]
        while stack:
            item, owner, look = stack.pop()
            if isinstance(item, str):
                self._text(item, owner, look)
            elif item is None:
                self._leave(owner)
            elif item.tag not in NO_TEXT:
                self.at = item.index
                inner = self._enter(item, look)
                stack.append((None, item, look))
                stack += [(child, item, inner) for child in reversed(item.children)]
        self._flush()
        return self.drafts

    def _enter(self, element: Element, look: Look) -> Look:
        tag, style = element.tag, element.get("style")
        element.mark = mark_of(element, self.classes)
        if element.index in self.joints:
            self._join(element, self.joints[element.index], look)
        if self.row is None and (self._is_of_note(element) or _is_note(look)):
            return self._enter_note(element, look)
        if tag == "br":
            self._break_line(look)
        elif self.row is not None:
            self._enter_in_row(tag)
        elif tag in BLOCKS or (style and BLOCK_STYLE.search(style)):
            self._flush()
            self.block, self.gap = element, 1
            self._enter_block(element)
        if element.mark in ASIDE and not _is_label(element):
            look = look._replace(aside=element.mark)
        return _inner_look(element, look, style)

    def _enter_block(self, element: Element) -> None:
        tag = element.tag
        if tag == "li":
            self.item = element
        elif tag == "ol":
            self.numbers.update(numbers_in(element))
        elif tag == "table" and is_table_of_facts(element):
            self.facts.add(element.index)
        elif tag == "tr" and _table_of(element).index in self.facts:
            self.row = []

        if joints := joints_of(element):
            self.joints.update(joints)
            self.rows.add(element.index)

    def _join(self, element: Element, joint: str, look: Look) -> None:
        """Set a piece of a row apart from the one before it."""
        if joint == SEPARATOR:
            element.mark = SEPARATOR
        elif joint == LINE:
            self._flush()
        elif self.inlines:
            self._add(" ", element, look)

    def _is_of_note(self, element: Element) -> bool:
        return element.index in self.notes.notes or element.index in self.notes.markers

    def _enter_note(self, element: Element, look: Look) -> Look:
        """Mark a marker; let a note be a block of its own, with a marker where the page has none."""
        self.lined.add(element.index)
        inner = _inner_look(element, look, element.get("style"))
        if element.index in self.notes.markers:
            inner = inner._replace(marker=True)
        if (note := self.notes.notes.get(element.index)) is None:
            return inner
        aside = Look(aside=f"{IN_LINE}{note.label}")
        if note.text is not None:
            self._add(note.text, element, aside)
            return inner
        if not note.marked:
            self._add(note.label, element, look._replace(marker=True))
        return aside

    def _leave(self, element: Element) -> None:
        if (self.row is not None and element.tag != "tr") or element.index in self.lined:
            return
        if element is self.block or element.tag in BLOCKS:
            self._flush()
            self.row = None
            self.block, self.gap = element.parent or self.block, 1

    def _enter_in_row(self, tag: str) -> None:
        if tag in ("td", "th") and self.row is not None:
            self.row.append(len(self.inlines))
        elif tag in BLOCKS and self.inlines:
            self._text(" ", self.inlines[-1].element, self.looks[-1])

    def _break_line(self, look: Look) -> None:
        if self.row is not None or (look.kind in ("heading", "item") and self.inlines):
            self._enter_in_row("p")
        elif self.inlines and self._flush():
            self.gap = 0
        else:
            self.gap = 1

    def _text(self, text: str, owner: Element, look: Look) -> None:
        if look.kept:
            for number, line in enumerate(text.splitlines() if "\n" in text or "\r" in text else [text]):
                if number:
                    self._break_line(look)
                self._add(line, owner, look)
            return
        if owner.index in self.rows and text.strip() and is_sign(text):
            look = look._replace(aside=SEPARATOR)
        self._add(SPACE.sub(" ", text) if ODD_SPACE.search(text) else text, owner, look)

    def _add(self, text: str, owner: Element, look: Look) -> None:
        if not text.isprintable():
            text = text.translate(UNSEEN)
        if text[:1] == " " and not look.kept and self.tails.get(look.aside, " ") == " ":
            text = text[1:]
        if text:
            self.tails[look.aside] = text[-1]
            self.inlines.append(Inline(text, owner, self.at))
            self.looks.append(look)

    def _flush(self) -> bool:
        """Make a block of what was gathered; tell whether there was any."""
        inlines, looks = self.inlines, self.looks
        if not inlines:
            return False
        self.inlines, self.looks, self.tails = [], [], {}
        if not any(not inline.text.isspace() for inline in inlines):
            return False
        if self.row is not None:
            draft = Draft(inlines, looks, self.block, self.gap)
            draft.kind, draft.cells = "row", self.row
            self.drafts.append(draft)
            return True
        if not any(look.aside for look in looks):
            self._lay(None, inlines, looks, range(len(inlines)))
            return True
        places: dict[str | None, list[int]] = {}
        for number, look in enumerate(looks):
            places.setdefault(look.aside, []).append(number)
        for aside, own in places.items():
            self._lay(aside, inlines, looks, own)
        return True

    def _lay(
        self, aside: str | None, inlines: Sequence[Inline], looks: Sequence[Look], own: Sequence[int]
    ) -> None:
        """Make a block of the text, or of what stands beside it in the same line."""
        if not any(not inlines[number].text.isspace() for number in own):
            return
        draft = Draft([inlines[n] for n in own], [looks[n] for n in own], self.block, self.gap)
        if aside and aside.startswith(IN_LINE):
            draft.note = aside.removeprefix(IN_LINE)
        else:
            draft.part = aside
        if draft.kind == "item" and not aside:
            self._number(draft)
        elif not aside and is_word_item(self.block):
            take_bullet(draft)
        self.drafts.append(draft)

    def _number(self, draft: Draft) -> None:
        """Give the first block of an item its number; what follows in it is text of its own."""
        item = next((one for one in self.block.ancestors() if one.tag == "li"), None)
        if item is None or item is not self.item:
            draft.kind, draft.level = "text", 0
            return
        self.item = None
        label = self.numbers.get(item.index)
        draft.label = None if label is None or brings_number(draft.text, label) else label


def _inner_look(element: Element, look: Look, style: str) -> Look:
    tag = element.tag
    if mark := MARKS.get(tag):
        return look if mark in look.marks else look._replace(marks=(*look.marks, mark))
    if tag == "a":
        return look._replace(link=element)
    if level := HEADINGS.get(tag):
        return look._replace(kind="heading", level=level)
    if tag == "li":
        return look._replace(kind="item", level=look.level + 1 if look.kind == "item" else 1)
    if tag == "figcaption":
        return look._replace(kind="figure", level=0)
    if tag in ("blockquote", "pre"):
        return look._replace(kind="quote", level=0) if tag == "blockquote" else look._replace(kept=True)
    if style or element.get("class") == "MsoFootnoteReference":
        return _styled(element, look, style)
    return look


def _styled(element: Element, look: Look, style: str) -> Look:
    marks = [mark for pattern, mark in STYLED if pattern.search(style)]
    if element.get("class") == "MsoFootnoteReference":
        marks.append("superscript")
    return look._replace(marks=tuple(dict.fromkeys((*look.marks, *marks)))) if marks else look


def _is_label(element: Element) -> bool:
    """Tell a link back whose text is the label of the note."""
    return element.mark == "back-link" and bare_label(element.text().strip()).isdecimal()


def _is_note(look: Look) -> bool:
    return look.aside is not None and look.aside.startswith(IN_LINE)


def _table_of(row: Element) -> Element:
    return next((one for one in row.ancestors() if one.tag == "table"), row)
