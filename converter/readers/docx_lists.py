"""What number Word would print before a paragraph of a list; the file only says in which list it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from converter.readers.docx_styles import Styles
from converter.readers.docx_xml import W, is_on, number, value
from converter.readers.numerals import printed

DEEPEST = 8
PLACE = re.compile(r"%([1-9])")
NUMBER_ID, LEVEL = f"{W}numId", f"{W}ilvl"


class Numbered(NamedTuple):
    """How a paragraph stands in a list."""

    level: int
    """From 1."""
    label: str | None
    """The printed number; ``None`` where a bullet or nothing is printed."""


class Lists:
    """Counts the paragraphs of every list of a document, in reading order."""

    def __init__(self, numbering: Callable[[], etree._Element | None], styles: Styles) -> None:
        self._numbering = numbering
        self._styles = styles
        self._counts: dict[str | None, list[int | None]] = {}
        self._restarted: set[tuple[str, int]] = set()
        self._levels: dict[tuple[str, int], etree._Element | None] = {}

    @cached_property
    def _root(self) -> etree._Element | None:
        return self._numbering()

    @cached_property
    def _lists(self) -> dict[str | None, etree._Element]:
        root = self._root
        return {one.get(NUMBER_ID): one for one in root.findall(f"{W}num")} if root is not None else {}

    @cached_property
    def _forms(self) -> dict[str | None, etree._Element]:
        root = self._root
        forms = root.findall(f"{W}abstractNum") if root is not None else ()
        return {one.get(f"{W}abstractNumId"): one for one in forms}

    def number(self, properties: etree._Element | None, style: str | None) -> Numbered | None:
        """Count a paragraph with these ``w:numPr`` and return how it stands in its list, if it is in one."""
        key = value(properties, "numId")
        if properties is None or key is None or key not in self._lists:
            return None
        at = min(max(number(value(properties, "ilvl"), self._level_of_style(key, style)), 0), DEEPEST)
        form = self._level(key, at)
        if form is None:
            return None
        label = self._label(key, at, form)
        return Numbered(at + 1, label.strip() or None)

    def _label(self, key: str, at: int, form: etree._Element) -> str:
        counts = self._count(key, at)
        if value(form, "numFmt") in ("bullet", "none"):
            return ""
        legal = bool(is_on(form.find(f"{W}isLgl")))

        def one(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            other = self._level(key, level)
            count = counts[level]
            count = number(value(other, "start"), 1) if count is None else count
            return printed(count, "decimal" if legal else value(other, "numFmt") or "decimal")

        return PLACE.sub(one, value(form, "lvlText") or "")

    def _count(self, key: str, at: int) -> list[int | None]:
        """Count one more at a level; the levels below it begin anew."""
        counts = self._counts.setdefault(self._form_of(key), [None] * (DEEPEST + 1))
        start = self._override(key, at)
        if start is not None and (key, at) not in self._restarted:
            self._restarted.add((key, at))
            counts[at] = None
        count = counts[at]
        first = number(value(self._level(key, at), "start"), 1) if start is None else start
        counts[at] = first if count is None else count + 1
        counts[at + 1 :] = [None] * (DEEPEST - at)
        return counts

    def _form_of(self, key: str) -> str | None:
        """Return the form of a list; one that is a link to a style is that of the style."""
        form = value(self._lists[key], "abstractNumId")
        linked = value(self._forms.get(form), "numStyleLink")
        style = self._styles.get(linked) if linked else None
        other = value(style.numbering, "numId") if style else None
        return value(self._lists.get(other), "abstractNumId") if other in self._lists else form

    def _level(self, key: str, at: int) -> etree._Element | None:
        if (key, at) not in self._levels:
            own = self._find(f"{W}lvlOverride", self._lists[key], at)
            own = None if own is None else own.find(f"{W}lvl")
            form = self._forms.get(self._form_of(key))
            self._levels[key, at] = self._find(f"{W}lvl", form, at) if own is None else own
        return self._levels[key, at]

    def _override(self, key: str, at: int) -> int | None:
        start = value(self._find(f"{W}lvlOverride", self._lists[key], at), "startOverride")
        return None if start is None else number(start, 1)

    def _level_of_style(self, key: str, style: str | None) -> int:
        """Return the level that a list keeps for a style (numbered headings); 0 if it keeps none."""
        form = self._forms.get(self._form_of(key))
        levels = () if form is None or style is None else form.findall(f"{W}lvl")
        return next((number(one.get(LEVEL)) for one in levels if value(one, "pStyle") == style), 0)

    def _find(self, name: str, parent: etree._Element | None, at: int) -> etree._Element | None:
        found = () if parent is None else parent.findall(name)
        return next((one for one in found if number(one.get(LEVEL), -1) == at), None)
