"""The footnotes and endnotes of a Word document, and which number Word would print for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from converter.readers.docx_xml import VAL, Relations, W, number, part_of_kind, value
from converter.readers.left_out import LeftOut
from converter.readers.numerals import printed
from converter.readers.packages import Package

ID, TYPE = f"{W}id", f"{W}type"
KINDS = {"footnote": "decimal", "endnote": "lowerRoman"}
"""Kind of note → how Word numbers it if nothing is said."""


class Note(NamedTuple):
    """A note with its printed label."""

    label: str
    body: etree._Element
    part: str


class Notes:
    """Numbers the notes in the order in which the text refers to them."""

    def __init__(
        self,
        package: Package,
        relations: Relations,
        sections: list[etree._Element],
        left_out: LeftOut,
    ) -> None:
        self._sections = sections
        self._left_out = left_out
        self.section = 0
        """Which section of the document is being read, from 0."""
        self._package = package
        self._relations = relations
        self._bodies: dict[tuple[str, str | None], tuple[str, etree._Element]] = {}
        for kind in KINDS:
            part, root = part_of_kind(package, relations, f"{kind}s") or ("", None)
            for body in root.findall(f"{W}{kind}") if root is not None else ():
                if body.get(TYPE, "normal") == "normal":
                    self._bodies[kind, body.get(ID)] = part, body
        self._labels: dict[tuple[str, str | None], str] = {}
        self._properties: dict[tuple[int, str], Mapping[str, str | None]] = {}
        self._counts: dict[str, int] = {}
        self._counted_in: dict[str, int] = {}

    @cached_property
    def _settings(self) -> etree._Element | None:
        found = part_of_kind(self._package, self._relations, "settings")
        return found[1] if found else None

    def label(self, kind: str, key: str | None, custom: str | None = None) -> str:
        """Return the label that is printed for a reference; ``custom`` is a mark typed by hand."""
        if (kind, key) not in self._labels:
            self._labels[kind, key] = custom or self._next(kind)
        return self._labels[kind, key]

    def section_goes_on(self) -> bool:
        """Tell whether the section that begins stays on the page."""
        section = next(iter(self._sections[self.section : self.section + 1]), None)
        return value(section, "type") == "continuous"

    def in_order(self) -> Iterator[Note]:
        """Yield the footnotes, then the endnotes, as referred to; those without a reference come last."""
        for kind in KINDS:
            referred = [key for key in self._labels if key[0] == kind]
            for key in referred:
                if key in self._bodies:
                    part, body = self._bodies[key]
                    yield Note(self._labels[key], body, part)
            for key, (part, body) in self._bodies.items():
                if key[0] == kind and key not in self._labels:
                    yield Note(self._next(kind), body, part)

    def _next(self, kind: str) -> str:
        said = self._numbering(kind)
        start = number(said.get("numStart"), 1)
        restart = said.get("numRestart")
        anew = restart == "eachSect" and self._counted_in.get(kind) != self.section
        if restart == "eachPage":
            self._left_out.notes_anew_on_pages = True
        self._counts[kind] = start if anew or kind not in self._counts else self._counts[kind] + 1
        self._counted_in[kind] = self.section
        return printed(self._counts[kind], said.get("numFmt") or KINDS[kind])

    def _numbering(self, kind: str) -> Mapping[str, str | None]:
        """Return what the document, and above it the section, says of the numbers of its notes, once."""
        if (self.section, kind) not in self._properties:
            within = self._sections[self.section : self.section + 1]
            parents = [one for one in (self._settings, *within) if one is not None]
            said = [one for parent in parents for one in parent.iterfind(f"{W}{kind}Pr/*")]
            self._properties[self.section, kind] = {
                str(one.tag).removeprefix(W): one.get(VAL) for one in said if one.get(VAL) is not None
            }
        return self._properties[self.section, kind]
