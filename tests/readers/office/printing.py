"""A source written down in short, for tests: a line a block."""

from __future__ import annotations

from converter.readers import read
from converter.source import Block, Run, Source

LETTERS = {"bold": "b", "italic": "i", "superscript": "s", "underline": "u", "code": "c"}


def printed(content: bytes, name: str) -> list[str]:
    """Return what a reader makes of a file; see ``line``."""
    source = read(content, name)
    return [line(source, block) for block in source.blocks]


def line(source: Source, block: Block) -> str:
    """Return a block as ``kind: text``: marked runs in ``{b:…}``, links ``{→…:…}``, markers ``{^…}``."""
    signs = [block.kind if block.kind != "text" else ""]
    signs += [str(block.level)] if block.level else []
    signs += [f"({block.label})"] if block.label else []
    signs += [f"note={block.note}"] if block.note else []
    signs += [f"[{block.furniture}]"] if block.furniture else []
    head = " ".join(sign for sign in signs if sign)
    text = "".join(run_text(source, run) for run in block.runs)
    return f"{head}: {text}" if head else text


def run_text(source: Source, run: Run) -> str:
    """Return a run with what is said of it."""
    text = run.reads(source.text)
    if run.marker:
        return f"{{^{text}}}"
    marks = "".join(LETTERS[mark] for mark in run.marks)
    link = f"→{run.target}" if run.target else ""
    return f"{{{marks}{link}:{text}}}" if marks or link else text
