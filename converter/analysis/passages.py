"""What a passage is: a paragraph of the source before it is known which part of the page it is in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.analysis.flow import Flow
from converter.profiles.words import plain

WORD = re.compile(r"\w+")
LONGEST_WORD = 2000

Breaks = Sequence[tuple[int, str | None]]
"""Offsets in a flow where a page of the source ends, with the printed page number."""


class Passage:
    """A paragraph with what the format and the page around it say of it."""

    __slots__ = (
        "after_rule", "breaks", "cells", "flow", "gap", "is_head", "kind", "label", "level", "more",
        "note", "page_break", "page_number", "pieces", "plain", "text", "words",
    )  # fmt: skip

    def __init__(
        self, flow: Flow, kind: str, level: int, gap: int, note: str | None = None, label: str | None = None
    ) -> None:
        self.flow = flow
        self.text = flow.text
        self.kind = kind
        self.level = level
        self.gap = gap
        self.note = note
        self.label = label
        self.page_break = False
        """A page of the source ends somewhere between this passage and the one before it."""
        self.page_number: str | None = None
        self.is_head = False
        """The pages of the source repeat it as their head."""
        self.after_rule = False
        """A rule of the page stands between this passage and the one before it."""
        self.pieces: Sequence[Flow] = ()
        """Where it was put together from pieces (a page break between them), each of them."""
        self.breaks: Breaks = ()
        self.cells: Sequence[tuple[int, int]] = ()
        """Where the cells of a row begin and end, where nothing in its text shows it."""
        self.more: list[tuple[str, Flow]] = []
        """Lines that go on in it and are not put together yet."""
        self.plain = ""
        self.words: Sequence[str] = ()

    @property
    def closing(self) -> str:
        """Its text without the markers at its end that the format itself raises or calls such."""
        if not self.flow.is_raised:
            return self.text
        end = len(self.text)
        for start, _, run in reversed(list(self.flow.run_places())):
            if not (run.marker or "superscript" in run.marks or self.text[start:end].isspace()):
                break
            end = start
        return self.text[:end] or self.text

    def unmarked(self) -> str:
        """Return the text without markers that the format shows: a name with a note is still a name."""
        return self.flow.unmarked().text

    def read_plain(self) -> str:
        """Write the text plain, once: what short passages are asked for many times."""
        if not self.plain:
            self.plain = plain(self.text)
        return self.plain

    def read_words(self) -> Sequence[str]:
        """Cut it into words, written plain, once."""
        if not self.words:
            self.words = WORD.findall(self.read_plain())
        return self.words

    def extend(self, flow: Flow, glue: str) -> None:
        """Let another line go on in this passage; ``settle`` puts all of them together."""
        self.more.append((glue, flow))

    def settle(self) -> None:
        """Put the lines together that go on in this passage: at once, as there may be thousands."""
        if self.more:
            glues, flows = zip(*self.more, strict=True)
            self.flow = Flow.joined([self.flow, *flows], *glues)
            self.text = self.flow.text
            self.more, self.plain, self.words = [], "", ()

    @property
    def last_line(self) -> Flow:
        """The line that it ends with so far."""
        return next((flow for _, flow in reversed(self.more) if flow.text), self.flow)

    def last_word(self) -> str:
        """Return what stands behind its last blank so far: of an address of many lines, what tells."""
        word = ""
        for glue, flow in reversed(self.more):
            word = flow.text.rpartition(" ")[2] + word
            if glue == " " or " " in flow.text or len(word) > LONGEST_WORD:
                return word
        return self.text[-LONGEST_WORD:].rpartition(" ")[2] + word
