"""What a cite-as block says, as printed: author, year, title, publisher, series, dates and address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from converter.analysis.cite_as_reader import FILLER, YEAR, CiteAsReader, Place
from converter.analysis.flow import Flow
from converter.analysis.ledger import Ledger, quoted
from converter.analysis.parts import content_of, gaps, trimmed
from converter.analysis.series import FoundSeries
from converter.diagnostics import Code
from converter.model import CiteAs, PrintedDate
from converter.normalizers.dates import FoundDate
from converter.profiles import Profile
from converter.source import Span


@dataclass(slots=True)
class ParsedCiteAs:
    """A cite-as block with the places of its parts in the flow."""

    model: CiteAs
    flow: Flow
    parts: dict[str, Place] = field(default_factory=dict)
    date: FoundDate | None = None
    accessed: FoundDate | None = None
    series: FoundSeries | None = None

    def span(self, name: str) -> Span | None:
        """Return the source place of a part."""
        return self.flow.span(*self.parts[name]) if name in self.parts else None

    def text(self, name: str) -> str | None:
        """Return a part as printed."""
        return self.flow.text[slice(*self.parts[name])] if name in self.parts else None


def parse_cite_as(
    flow: Flow, profile: Profile, ledger: Ledger, titles: Sequence[str] = (), first_line: int = 0
) -> ParsedCiteAs:
    """Parse the block from both ends: address and dates from the back, author and year from the front.

    ``titles`` are those of the header, the longest first: one of them in the block is its title. The label
    may fill the first line, which is ``first_line`` characters long, without a colon behind it.
    """
    text = flow.text
    match = profile.cite_as.match(text) or profile.cite_as.match(text[:first_line])
    begin = match.end() if match else 0
    begin += len(text[begin:]) - len(text[begin:].lstrip())
    label = text[: match.end()].strip() if match else None
    reader = CiteAsReader(text, begin, profile, titles)
    reader.read()
    _report_leftovers(reader, flow, ledger)
    parts = {part.name: (part.start, part.end) for part in reader.parts}
    if (
        "year" not in parts
        and reader.date
        and (year := YEAR.search(text, reader.date.start, reader.date.end))
    ):
        parts["year"] = year.span()
    volume = reader.series.volume if reader.series else None
    if "year" not in parts and volume and YEAR.fullmatch(text[slice(*volume)]):
        parts["year"] = volume
    literal = text[begin:]

    def printed(name: str) -> str | None:
        return text[slice(*parts[name])] if name in parts else None

    model = CiteAs(
        label=label, literal=literal, content=content_of(flow, begin, len(text), reader.fields()),
        author=printed("author"), year=printed("year"), title=printed("title"),
        publisher=printed("publisher"),
        series=printed("series"), number=printed("number"), date=_printed_date(reader.date),
        accessed=_printed_date(reader.accessed), url=printed("url"), span=flow.whole(),
    )  # fmt: skip
    return ParsedCiteAs(model, flow, parts, reader.date, reader.accessed, reader.series)


def _printed_date(date: FoundDate | None) -> PrintedDate | None:
    return PrintedDate(date.iso, date.precision, date.literal) if date and date.iso else None


def _report_leftovers(reader: CiteAsReader, flow: Flow, ledger: Ledger) -> None:
    for gap in gaps(reader.begin, len(reader.text), reader.taken):
        start, end = trimmed(reader.text, *gap, " \t.,;:()[]<>“”„«»‘’\"'-–")
        if end > start and not FILLER.match(reader.text[start:end]):
            ledger.find(
                Code.CITE_AS_UNPARSED, flow.span(start, end), "/cite_as", text=quoted(reader.text[start:end])
            )
