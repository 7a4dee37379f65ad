"""The text of one paragraph with white space normalised, which knows the source place of every character."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import repeat

from converter.model import Link, Text
from converter.source import Run, Span

ODD_SPACE = re.compile(r"\s{2,}|[^\S ]")
"""White space that is not one plain blank."""

PLAIN = Run(0, 0)


class Flow:
    """Text in pieces; piece ``i`` begins at ``starts[i]`` in ``text`` and at ``places[i]`` in the source.

    Within a piece both run in step, unless its run reads otherwise than it stands. A blank that stands for a
    line end or for several blanks is a piece of its own, at the place of the first of them.
    """

    __slots__ = ("marked", "places", "runs", "starts", "text")

    def __init__(
        self, text: str, starts: list[int], places: list[int], runs: list[Run], *, marked: bool = True
    ) -> None:
        self.text = text
        self.starts = starts
        self.places = places
        self.runs = runs
        self.marked = marked
        """Some run of it may have marks or a link; if not, all of it is one text."""

    @classmethod
    def of_runs(cls, source: str, runs: Sequence[Run]) -> Flow:
        """Make the flow of one block; blanks at its ends are left out."""
        if len(runs) == 1:
            run = runs[0]
            text = run.reads(source)
            if _reads_as_it_stands(text):
                return cls(text, [0], [run.start], [run], marked=bool(run.marks or run.target))
        builder = _Builder()
        for run in runs:
            builder.add(run.reads(source), run.start, run)
        return builder.flow()

    @classmethod
    def joined(cls, flows: Sequence[Flow], *glues: str) -> Flow:
        """Join several flows, with a blank or with what ``glues`` has for each joint.

        Glue stands at the place where the flow before it ends.
        """
        texts, starts, places, runs = (
            [flows[0].text],
            [*flows[0].starts],
            [*flows[0].places],
            [*flows[0].runs],
        )
        length = len(flows[0].text)
        for flow, glue in zip(flows[1:], glues or repeat(" "), strict=False):
            if glue and length and flow.text:
                starts.append(length)
                places.append(places[-1] + starts[-1] - starts[-2])
                runs.append(PLAIN)
                texts.append(glue)
                length += len(glue)
            starts += [start + length for start in flow.starts]
            places += flow.places
            runs += flow.runs
            texts.append(flow.text)
            length += len(flow.text)
        return cls("".join(texts), starts, places, runs, marked=any(flow.marked for flow in flows))

    def place(self, at: int) -> int:
        """Return the source offset of the character at an offset of the text."""
        piece = bisect_right(self.starts, at) - 1
        run = self.runs[piece]
        return self.places[piece] + at - self.starts[piece] if run.text is None else run.start

    def span(self, start: int, end: int) -> Span:
        """Return the place of a stretch of the text, from its first character to its last."""
        if end <= start:
            at = self.place(start) if self.text else self.places[0] if self.places else 0
            return Span(at, at)
        starts, places, runs = self.starts, self.places, self.runs
        if len(starts) == 1 and runs[0].text is None:
            return Span(places[0] + start, places[0] + end)
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        return Span(
            places[first] + start - starts[first] if runs[first].text is None else runs[first].start,
            places[last] + end - starts[last] if runs[last].text is None else runs[last].end,
        )

    def whole(self) -> Span:
        """Return the place of all of it."""
        return self.span(0, len(self.text))

    def part(self, start: int, end: int) -> Flow:
        """Return a stretch of the flow as a flow."""
        if start == 0 and end >= len(self.text):
            return self
        if start >= end:
            return Flow("", [], [], [], marked=False)
        if len(self.starts) == 1:
            return Flow(self.text[start:end], [0], [self.places[0] + start], self.runs, marked=self.marked)
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1)
        starts = [0, *(at - start for at in self.starts[first + 1 : last])]
        places = [self.places[first] + start - self.starts[first], *self.places[first + 1 : last]]
        return Flow(self.text[start:end], starts, places, self.runs[first:last], marked=self.marked)

    def stripped(self, characters: str | None = None) -> Flow:
        """Return it without these characters (white space) at its ends."""
        text = self.text
        start = len(text) - len(text.lstrip(characters))
        return self.part(start, len(text.rstrip(characters)))

    @property
    def is_raised(self) -> bool:
        """Whether the format raises some run of several, or calls it a marker."""
        runs = self.runs
        return len(runs) > 1 and any(run.marker or "superscript" in run.marks for run in runs)

    def unmarked(self) -> Flow:
        """Return it without markers of notes that the format shows (``Jane Doe¹`` is ``Jane Doe``)."""
        if not self.is_raised:
            return self
        places = list(self.run_places())
        parts = [self.part(start, end) for start, end, run in places if not self._is_mark(start, end, run)]
        if not parts or len(parts) == len(places):
            return self
        return Flow.joined(parts, *[""] * len(parts)).stripped()

    def _is_mark(self, start: int, end: int, run: Run) -> bool:
        """Tell a marker, or a raised figure or sign; ``st`` in ``21st`` is a part of its word."""
        if run.marker:
            return True
        return "superscript" in run.marks and not any(map(str.isalpha, self.text[start:end]))

    def run_at(self, at: int) -> Run:
        """Return the run that the character at an offset belongs to."""
        return self.runs[bisect_right(self.starts, at) - 1]

    def run_places(self) -> Iterator[tuple[int, int, Run]]:
        """Yield where each run begins and ends in the text, and the run."""
        yield from zip(self.starts, [*self.starts[1:], len(self.text)], self.runs, strict=True)

    def stretches(self, mark: str) -> Iterator[tuple[int, int]]:
        """Yield where the stretches with a mark begin and end in the text."""
        end = -1
        start = 0
        for left, right, run in self.run_places():
            if mark not in run.marks:
                continue
            if left > end >= 0:
                yield start, end
            start, end = start if left == end else left, right
        if end >= 0:
            yield start, end

    def content(self, start: int, end: int) -> list[Text | Link]:
        """Return a stretch as text and links, with the marks that the source has."""
        if start >= end:
            return []
        if not self.marked:
            return [Text(self.text[start:end])]
        if len(self.starts) == 1:
            return [self._inline(start, end, self.runs[0])]
        parts: list[Text | Link] = []
        begin, run = start, self.run_at(start)
        piece = bisect_right(self.starts, start)
        while piece < len(self.starts) and self.starts[piece] < end:
            following = self.runs[piece]
            if following is not PLAIN and (following.marks, following.target) != (run.marks, run.target):
                parts.append(self._inline(begin, self.starts[piece], run))
                begin, run = self.starts[piece], following
            piece += 1
        parts.append(self._inline(begin, end, run))
        return parts

    def _inline(self, start: int, end: int, run: Run) -> Text | Link:
        if run.target:
            return Link(self.text[start:end], run.target, run.marks)
        return Text(self.text[start:end], run.marks)


def _reads_as_it_stands(text: str) -> bool:
    """Tell whether the white space of a text is single blanks between words, mostly by a quick test."""
    if not text or text[0].isspace() or text[-1].isspace():
        return not text
    return "  " not in text if text.isprintable() else not ODD_SPACE.search(text)


class _Builder:
    """Puts a flow together run by run."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.starts: list[int] = []
        self.places: list[int] = []
        self.runs: list[Run] = []
        self.length = 0
        self.marked = False

    def add(self, text: str, place: int, run: Run) -> None:
        """Add the text of a run, its white space made single blanks."""
        self.marked = self.marked or bool(run.marks or run.target)
        if "  " not in text and text.isprintable():
            self._piece(text, place, run)
            return
        at = 0
        for space in ODD_SPACE.finditer(text):
            self._piece(text[at : space.start()], place + at, run)
            self._blank(place + space.start(), run)
            at = space.end()
        self._piece(text[at:], place + at, run)

    def _blank(self, place: int, run: Run) -> None:
        if self.texts and not self.texts[-1].endswith(" "):
            self._piece(" ", place, run)

    def _piece(self, text: str, place: int, run: Run) -> None:
        if text.startswith(" ") and (not self.texts or self.texts[-1].endswith(" ")):
            text, place = text[1:], place + 1
        if not text:
            return
        self.texts.append(text)
        self.starts.append(self.length)
        self.places.append(place)
        self.runs.append(run)
        self.length += len(text)

    def flow(self) -> Flow:
        """Return what was put together."""
        text = "".join(self.texts)
        flow = Flow(text, self.starts, self.places, self.runs, marked=self.marked)
        return flow.stripped() if text and (text[0] == " " or text[-1] == " ") else flow
