"""What number an OpenDocument text prints before an item of a list or a heading."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from converter.readers.docx_xml import number
from converter.readers.numerals import printed
from converter.readers.odt_styles import STYLE, TEXT, Styles

DEEPEST = 10
LEVEL, START = f"{TEXT}level", f"{TEXT}start-value"
FORMS = {"i": "lowerRoman", "I": "upperRoman", "a": "lowerLetter", "A": "upperLetter"}
OUTLINE = "\0outline"
"""The key of the numbering of headings; no style can be called so."""


@dataclass(slots=True)
class Item:
    """An item of a list whose first paragraph has not come yet."""

    style: str | None
    level: int
    start: int | None
    is_open: bool = True


class Lists:
    """Counts the items of every list of a document, in reading order."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._counts: dict[str, list[int | None]] = {}
        self._levels: dict[tuple[str, int], etree._Element | None] = {}

    def begin(self, element: etree._Element, style: str | None, level: int) -> None:
        """Begin a list: it counts anew unless it goes on with another."""
        goes_on = element.get(f"{TEXT}continue-numbering") == "true" or element.get(f"{TEXT}continue-list")
        if not goes_on and level == 1:
            self._counts.pop(style or "", None)

    def label(self, item: Item) -> str | None:
        """Return the number that is printed before the first paragraph of an item."""
        return self._label(item.style or "", item.level, item.start)

    def heading_label(self, heading: etree._Element, level: int) -> str | None:
        """Return the number that is printed before a heading."""
        if self._styles.outline is None or heading.get(f"{TEXT}is-list-header") == "true":
            return None
        form = self._level(OUTLINE, min(level, DEEPEST))
        if form is None or not form.get(f"{STYLE}num-format"):
            return None
        return self._label(OUTLINE, level, None)

    def _label(self, key: str, level: int, start: int | None) -> str | None:
        level = min(max(level, 1), DEEPEST)
        counts = self._count(key, level, start)
        form = self._level(key, level)
        if form is None or not form.get(f"{STYLE}num-format"):
            return None
        shown = min(max(number(form.get(f"{TEXT}display-levels"), 1), 1), level)
        numbers = [self._number(key, at, counts[at]) for at in range(level - shown + 1, level + 1)]
        inner = ".".join(one for one in numbers if one)
        label = f"{form.get(f'{STYLE}num-prefix', '')}{inner}{form.get(f'{STYLE}num-suffix', '')}"
        return label.strip() or None

    def _count(self, key: str, level: int, start: int | None) -> list[int | None]:
        counts = self._counts.setdefault(key, [None] * (DEEPEST + 1))
        count = counts[level]
        if start is None and count is None:
            form = self._level(key, level)
            start = 1 if form is None else number(form.get(START), 1)
        counts[level] = start if start is not None else (count or 0) + 1
        counts[level + 1 :] = [None] * (DEEPEST - level)
        return counts

    def _number(self, key: str, level: int, count: int | None) -> str:
        form = self._level(key, level)
        kind = "" if form is None else form.get(f"{STYLE}num-format", "")
        return printed(1 if count is None else count, FORMS.get(kind, "decimal")) if kind else ""

    def _level(self, key: str, level: int) -> etree._Element | None:
        """Return what a style says of a level; what a bullet is printed for has no number."""
        if (key, level) not in self._levels:
            parent = self._styles.outline if key == OUTLINE else self._styles.lists.get(key)
            found = () if parent is None else parent
            same = [one for one in found if number(one.get(LEVEL)) == level]
            self._levels[key, level] = same[0] if same else None
        return self._levels[key, level]
