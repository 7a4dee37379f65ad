"""Whether the TEI, the JSON and the BibTeX of one document say the same, as they must."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from urllib.parse import unquote

from converter.diagnostics import Code
from converter.validation.facts import Fact, Facts
from converter.validation.facts_bibtex import bibtex_facts
from converter.validation.facts_json import json_facts
from converter.validation.facts_tei import tei_facts
from converter.validation.facts_works import csl_facts, ris_facts
from converter.validation.findings import FileFinding

READERS: Mapping[str, Callable[[bytes, str], Facts]] = {
    "json": json_facts,
    "tei": tei_facts,
    "bibtex": bibtex_facts,
    "csl-json": csl_facts,
    "ris": ris_facts,
}
"""In order of trust: a finding stands in the later file and names the earlier one."""

SHOWN = 60
JOINTS = re.compile(r"[:.–—-]")
"""What may part title and subtitle where a format has only one field for both."""


def check_agreement(files: Mapping[str, tuple[str, bytes]]) -> list[FileFinding]:
    """Return where the files of one document disagree; ``files`` gives path and content by kind.

    All files must be readable: validate each of them first.
    """
    said = [read(files[kind][1], files[kind][0]) for kind, read in READERS.items() if kind in files]
    findings: list[FileFinding] = []
    for count, here in enumerate(said):
        for fact, other, there in disagreements(here, said[:count]):
            findings.append(_finding(here, fact, other, there))
    return findings


def disagreements(here: Facts, trusted: Sequence[Facts]) -> Iterator[tuple[Fact, Fact, Facts]]:
    """Yield each fact that says something else than the most trusted file that knows of it."""
    for name, fact in here.by_name.items():
        there = next((facts for facts in trusted if name in facts.by_name), None)
        if there is not None and not agree(name, fact.value, there.by_name[name].value):
            yield fact, there.by_name[name], there


def agree(name: str, one: str, other: str) -> bool:
    """Say whether two values of one name mean the same, however each format writes them.

    >>> agree("title", "A  title", "A title"), agree("url", "https://x.org/%C4%B0", "https://x.org/İ")
    (True, True)
    """
    if name.split(" of ")[0] in ("url", "doi"):
        return unquote(one) == unquote(other)
    if name == "whole title":
        return squeezed(JOINTS.sub("", one)) == squeezed(JOINTS.sub("", other))
    if name == "authors":  # RIS has no comma in the name of a body
        return squeezed(one.replace(",", "")) == squeezed(other.replace(",", ""))
    return squeezed(one) == squeezed(other)


def squeezed(text: str) -> str:
    """Return the text in one normal form of Unicode, without white space."""
    return unicodedata.normalize("NFC", "".join(text.split()))


def _finding(here: Facts, fact: Fact, other: Fact, there: Facts) -> FileFinding:
    line, column = fact.place()
    mine, theirs = shown(fact.value, other.value)
    diagnostic = Code.FILES_DISAGREE.at(None, value=fact.name, here=mine, there=theirs, other=there.path)
    return FileFinding(here.path, line, column, diagnostic)


def shown(one: str, other: str) -> tuple[str, str]:
    """Quote two values; of long ones the stretch from where they part."""
    one, other = " ".join(one.split()), " ".join(other.split())
    if max(len(one), len(other)) <= SHOWN:
        return f'"{one}"', f'"{other}"'
    pairs = enumerate(zip(one, other, strict=False))
    start = next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))
    start = max(start - SHOWN // 3, 0)
    return _excerpt(one, start), _excerpt(other, start)


def _excerpt(text: str, start: int) -> str:
    end = start + SHOWN
    return f'"{"…" if start else ""}{text[start:end]}{"…" if end < len(text) else ""}"'
