"""How the repairs of a text enter its source: the text stays as it is, the runs say how they read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import msgspec

from converter.diagnostics import Code, Diagnostic
from converter.readers.damage import Repair, doubtful_letter, find_repairs, lost_letters
from converter.readers.mojibake import left_damaged
from converter.source import Block, Run, Source, Span

TELLING = frozenset({"application/pdf"})
"""Types whose reader itself tells what letters are not known."""

WITH_ENTITIES = frozenset({"text/plain", "text/markdown"})
"""Media types in which character references are damage; elsewhere the reader has read them."""

LONGEST_SHOWN = 40


def repaired(source: Source) -> Source:
    """Return a source whose runs read as they were meant; every block with a repair has a finding."""
    text = source.text
    repairs = find_repairs(text, with_entities=source.media_type in WITH_ENTITIES)
    doubts = _doubts(text, repairs, source.media_type)
    if not repairs and not doubts:
        return source
    blocks: list[Block] = []
    findings: list[Diagnostic] = []
    starts = [repair.start for repair in repairs]
    for block in source.blocks:
        own = repairs[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        if not own:
            blocks.append(block)
            continue
        runs, applied = _repaired_runs(block.runs, own)
        findings += _report(text, applied)
        if any(run.reads(text).strip() for run in runs):
            blocks.append(msgspec.structs.replace(block, runs=runs))
    findings += doubts
    return msgspec.structs.replace(source, blocks=tuple(blocks), diagnostics=(*source.diagnostics, *findings))


def _doubts(text: str, repairs: Sequence[Repair], media_type: str) -> list[Diagnostic]:
    """Report letters that seem damaged and stay as they are."""
    findings = []
    if media_type not in TELLING and (lost := lost_letters(text)):
        findings.append(Code.LETTERS_LOST.at(Span(*lost[0]), count=len(lost), text=_around(text, *lost[0])))
    mended = [repair for repair in repairs if repair.code is Code.MOJIBAKE]
    doubtful = left_damaged(text, [repair[:3] for repair in mended]) if mended else doubtful_letter(text)
    if doubtful:
        findings.append(Code.MOJIBAKE_SUSPECTED.at(Span(*doubtful), text=_around(text, *doubtful)))
    return findings


def _around(text: str, start: int, end: int) -> str:
    return " ".join(text[max(start - 12, 0) : end + 12].split())


def _repaired_runs(runs: Iterable[Run], repairs: Sequence[Repair]) -> tuple[tuple[Run, ...], list[Repair]]:
    """Cut runs at the repairs inside them; a repair over an end of a run is left."""
    found: list[Run] = []
    applied: list[Repair] = []
    for run in runs:
        at = run.start
        for repair in repairs:
            if run.text is not None or not at <= repair.start <= repair.end <= run.end:
                continue
            if repair.start > at:
                found.append(msgspec.structs.replace(run, start=at, end=repair.start))
            found.append(msgspec.structs.replace(run, start=repair.start, end=repair.end, text=repair.text))
            applied.append(repair)
            at = repair.end
        if at < run.end or at == run.start:
            found.append(msgspec.structs.replace(run, start=at) if at > run.start else run)
    return tuple(found), applied


def _report(text: str, repairs: Sequence[Repair]) -> list[Diagnostic]:
    """Report the repairs of a block, one finding a kind, at the place of the first."""
    kinds: dict[Code, list[Repair]] = {}
    for repair in repairs:
        kinds.setdefault(repair.code, []).append(repair)
    return [
        code.at(
            Span(of_kind[0].start, of_kind[0].end),
            count=len(of_kind),
            printed=text[of_kind[0].start : of_kind[0].end][:LONGEST_SHOWN],
            chosen=of_kind[0].text,
        )
        for code, of_kind in kinds.items()
    ]
