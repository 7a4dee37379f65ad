"""Which passages are cite-as blocks, and which block speaks for the document: the one in its language."""

from __future__ import annotations

from collections.abc import Sequence

from converter.analysis import regions
from converter.analysis.cite_as import ParsedCiteAs, parse_cite_as
from converter.analysis.flow import Flow
from converter.analysis.layout import Layout
from converter.analysis.ledger import Ledger
from converter.diagnostics import Code
from converter.normalizers.languages import language_of
from converter.profiles import Profile


def read_cite_blocks(
    layout: Layout, profile: Profile, text: str, titles: Sequence[str], ledger: Ledger
) -> list[ParsedCiteAs]:
    """Parse the cite-as blocks; the one in the language of the text comes first, bare labels last."""
    blocks = _blocks(layout, profile)
    flows = [flow for flow in blocks if not _is_bare_label(flow.text, profile)]
    empty = [flow for flow in blocks if _is_bare_label(flow.text, profile)]
    if not flows:
        ledger.find(Code.MISSING_CITE_AS, None, "/cite_as")
    if len(flows) > 1:
        ledger.find(Code.MULTIPLE_CITE_AS, flows[1].whole(), "/cite_as", count=len(flows))
        language = language_of(text)[0]
        flows.sort(key=lambda flow: language_of(flow.text, {"en", "tr", language})[0] != language)
    return [parse_cite_as(flow, profile, ledger, titles) for flow in [*flows, *empty]]


def _is_bare_label(text: str, profile: Profile) -> bool:
    match = profile.cite_as.match(text)
    return match is not None and match.end() == len(text)


def _blocks(layout: Layout, profile: Profile) -> list[Flow]:
    """Join the lines of each block; a label begins a new one."""
    blocks: list[list[Flow]] = []
    last = -2
    for number in layout.numbers(regions.CITE_AS):
        flow = layout.passages[number].flow
        if blocks and last == number - 1 and not profile.cite_as.match(flow.text):
            blocks[-1].append(flow)
        else:
            blocks.append([flow])
        last = number
    return [Flow.joined(block) if len(block) > 1 else block[0] for block in blocks]
