"""How a source is understood: the steps in their order, each a module of its own."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from converter import profiles
from converter.analysis.assembly import Assembly
from converter.analysis.conservation import check_conservation
from converter.analysis.labels import NOTE_START
from converter.analysis.layout import read_layout
from converter.analysis.ledger import Ledger
from converter.analysis.lines import build_passages
from converter.analysis.passages import Passage
from converter.model import Commentary
from converter.source import Source


def analyse(source: Source, profile: str | None = None) -> Commentary:
    """Understand a source; whatever is doubtful or was done to it is among the document's diagnostics."""
    ledger = Ledger(source.diagnostics)
    lines = build_passages(source)
    ledger.findings += lines.findings
    house = profiles.load(profile) if profile else profiles.detect(_own_words(lines.passages))
    layout = read_layout(lines, house, ledger)
    commentary = Assembly(source, house, layout, ledger).commentary()
    lost = check_conservation(source, commentary)
    return (
        msgspec.structs.replace(commentary, diagnostics=(*commentary.diagnostics, *lost))
        if lost
        else commentary
    )


def _own_words(passages: Sequence[Passage]) -> str:
    """Return what the house may say of itself: the short passages that no note label opens."""
    return "\n".join(
        passage.text for passage in passages if len(passage.text) < 600 and not NOTE_START.match(passage.text)
    )
