"""How a source is understood: the steps in their order, each a module of its own."""

from __future__ import annotations

import msgspec

from converter.analysis.assembly import Assembly
from converter.analysis.conservation import check_conservation
from converter.analysis.houses import POINTER, recognise_house
from converter.analysis.layout import read_layout
from converter.analysis.ledger import Ledger
from converter.analysis.lines import Lines, build_passages
from converter.model import Commentary
from converter.normalizers.kept import forget
from converter.profiles import Profile
from converter.source import Source


def analyse(source: Source, profile: Profile | None = None) -> Commentary:
    """Understand a source; whatever is doubtful or was done to it is among the document's diagnostics.

    Without a profile the house is recognised by what the page says of itself; with houses of the user's own,
    among these and the shipped ones.
    """
    forget()
    ledger = Ledger(source.diagnostics)
    lines = build_passages(source)
    house = _house(profile, lines, source, ledger)
    if house.has_own_navigation:
        lines = build_passages(source, house)
    ledger.findings += lines.findings
    layout = read_layout(lines, house, ledger)
    commentary = Assembly(source, house, layout, ledger).commentary()
    lost = check_conservation(source, commentary)
    return (
        msgspec.structs.replace(commentary, diagnostics=(*commentary.diagnostics, *lost))
        if lost
        else commentary
    )


def _house(asked: Profile | None, lines: Lines, source: Source, ledger: Ledger) -> Profile:
    if asked is None or asked.houses:
        return recognise_house(lines.passages, source.clues, ledger, asked.houses if asked else ())
    ledger.note(POINTER, None, "asked for", 1.0)
    return asked
