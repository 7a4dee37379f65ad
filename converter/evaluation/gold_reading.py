"""A gold file is read: a TOML head between `+++` lines, then the page, each line behind a margin."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from converter.evaluation.brackets import BRACKET
from converter.evaluation.gold import LABELS, Block, Fault, Gold, InvalidGold

FENCE = "+++"
LINE = re.compile(r"(?P<label>[a-z]+[0-9]?)?(?P<joins>\+)?[ \t]*\|(?: (?P<text>.*))?")
TOML_LINE = re.compile(r"at line (\d+)")


def read_gold(text: str, name: str) -> Gold:
    """Return a labelled document; raise ``InvalidGold`` with all faults if it is none."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    head, start = _head(lines, name)
    faults: list[Fault] = []
    blocks, trailing = _blocks(lines, start, faults)
    faults += [fault for block in blocks for fault in _bracket_faults(block)]
    if not blocks:
        faults.append(Fault(start + 1, "there is no page under the head"))
    if faults:
        raise InvalidGold(name, tuple(sorted(faults, key=lambda fault: fault.line)))
    return Gold(name, head, tuple(blocks), trailing)


def _head(lines: Sequence[str], name: str) -> tuple[dict[str, Any], int]:
    """Return the truth of the metadata, and where the page begins."""
    fences = [number for number, line in enumerate(lines) if line.strip() == FENCE][:2]
    if len(fences) < 2 or any(line.strip() for line in lines[: fences[0]]):
        raise InvalidGold(name, (Fault(1, "a gold file begins with a head between two lines of +++"),))
    first, last = fences
    try:
        head = tomllib.loads("\n".join(lines[first + 1 : last]))
    except tomllib.TOMLDecodeError as problem:
        where = TOML_LINE.search(str(problem))
        line = first + 1 + (int(where[1]) if where else 1)
        raise InvalidGold(name, (Fault(line, f"the head is no TOML: {problem}"),)) from problem
    return head, last + 1


def _blocks(lines: Sequence[str], start: int, faults: list[Fault]) -> tuple[list[Block], int]:
    """Return the blocks of the page and how many empty lines end it."""
    blocks: list[Block] = []
    gap = 0
    for number, line in _page_lines(lines, start):
        match = LINE.fullmatch(line)
        if not line.strip():
            gap += 1
        elif match is None:
            faults.append(
                Fault(number, f"neither a label and a margin (p | …) nor an empty line: {line[:40]}")
            )
        else:
            problem = _add(blocks, match, number, gap)
            faults += [Fault(number, problem)] if problem else []
            gap = 0
    return blocks, gap


def _page_lines(lines: Sequence[str], start: int) -> Iterator[tuple[int, str]]:
    end = len(lines) - 1 if lines[-1] == "" else len(lines)
    yield from ((number, lines[number - 1]) for number in range(start + 1, end + 1))


def _add(blocks: list[Block], match: re.Match[str], number: int, gap: int) -> str | None:
    """Add a line to the blocks; return what is wrong with it."""
    label, text = match["label"], match["text"] or ""
    if label is None:
        if match["joins"] or not blocks:
            return "a line without a label goes on with a block, and there is none"
        last = blocks[-1]
        blocks[-1] = replace(last, text=last.text + "\n" * (gap + 1) + text)
        return None
    if label not in LABELS:
        return f"{label} is no label (known: {', '.join(LABELS)})"
    if match["joins"] and not any(block.label == label for block in blocks):
        return f"{label}+ goes on with a block {label}, and there is none before it"
    blocks.append(Block(label, text, number, gap, bool(match["joins"])))
    return None


def _bracket_faults(block: Block) -> Iterator[Fault]:
    """Yield the brackets that are not closed, or hold one another."""
    for match in re.finditer("[⟦⟧]", BRACKET.sub(lambda found: " " * len(found[0]), block.text)):
        place = block.text[match.start() : match.start() + 30].replace("\n", " ")
        line = block.line + block.text.count("\n", 0, match.start())
        yield Fault(line, f"a bracket that is not ⟦key value:printed⟧: {place}")
