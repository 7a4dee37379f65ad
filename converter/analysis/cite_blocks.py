"""Which passages are cite-as blocks, and which block speaks for the document: the one in its language."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.analysis import regions
from converter.analysis.cite_as import ParsedCiteAs, parse_cite_as
from converter.analysis.flow import Flow
from converter.analysis.layout import Layout
from converter.analysis.ledger import Ledger, quoted
from converter.analysis.wording import splits_address
from converter.diagnostics import Code
from converter.normalizers.languages import language_of
from converter.profiles import Profile


def read_cite_blocks(
    layout: Layout, profile: Profile, text: str, titles: Sequence[str], ledger: Ledger
) -> list[ParsedCiteAs]:
    """Parse the cite-as blocks; the one in the language of the text comes first, bare labels last."""
    blocks = _blocks(layout, profile, ledger)
    first_lines = {id(flow): length for flow, length in blocks}
    flows = [flow for flow, _ in blocks if not _is_bare_label(flow.text, profile)]
    empty = [flow for flow, _ in blocks if _is_bare_label(flow.text, profile)]
    if not flows:
        ledger.find(Code.MISSING_CITE_AS, None, "/cite_as")
    if len(flows) > 1:
        ledger.find(Code.MULTIPLE_CITE_AS, flows[1].whole(), "/cite_as", count=len(flows))
        language = language_of(text)[0]
        flows.sort(key=lambda flow: language_of(flow.text, {"en", "tr", language})[0] != language)
    parsed = [
        parse_cite_as(flow, profile, ledger, titles, first_lines[id(flow)]) for flow in [*flows, *empty]
    ]
    if flows:
        _write_down(parsed[0], ledger)
    return parsed


def _write_down(block: ParsedCiteAs, ledger: Ledger) -> None:
    """Write down where the block and its parts stand."""
    ledger.note("/cite_as", block.model.span, "label", 0.95)
    for name, place in block.parts.items():
        ledger.note(f"/cite_as/{name}", block.flow.span(*place), "cite-as", 0.9)


def _is_bare_label(text: str, profile: Profile) -> bool:
    match = profile.cite_as.match(text)
    return match is not None and match.end() == len(text)


def _blocks(layout: Layout, profile: Profile, ledger: Ledger) -> list[tuple[Flow, int]]:
    """Join the lines of each block, and tell how long its first line is; a label begins a new block."""
    blocks: list[list[Flow]] = []
    last = -2
    for number in layout.numbers(regions.CITE_AS):
        flow = layout.passages[number].flow
        if blocks and last == number - 1 and not profile.cite_as.match(flow.text):
            blocks[-1].append(flow)
        else:
            blocks.append([flow])
        last = number
    return [(_joined(block, ledger), len(block[0].text)) for block in blocks]


def _joined(block: Sequence[Flow], ledger: Ledger) -> Flow:
    """Join the lines of a block; an address that a line end cut goes on without a blank."""
    glues = []
    for before, flow in pairwise(block):
        cut = splits_address(before.text, flow.text)
        glues.append("" if cut else " ")
        if cut:
            chosen = before.text.rsplit(" ", 1)[-1] + flow.text.split(" ", 1)[0]
            ledger.find(Code.URL_JOINED, flow.span(0, 1), "/cite_as/url", chosen=quoted(chosen, 120))
    return Flow.joined(block, *glues) if glues else block[0]
