"""The labelled corpus: its two halves, every form of every page, converted and scored."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from hashlib import sha256
from pathlib import Path

from converter.evaluation import (
    FORMS,
    DocumentScore,
    Gold,
    Rendered,
    check_gold,
    read_document,
    read_gold,
    render,
    score,
)
from converter.pipeline import convert_bytes

CORPUS = Path(__file__).parent / "corpus"
HALVES = ("development", "test")
PLAIN = "as-is"


@cache
def files(half: str) -> tuple[Path, ...]:
    """Return the labelled documents of a half."""
    return tuple(sorted((CORPUS / half).glob("*.gold")))


def fingerprint(half: str) -> str:
    """Return what changes with every change of a half."""
    digest = sha256()
    for file in files(half):
        digest.update(file.read_bytes())
    return f"{len(files(half))} documents, {digest.hexdigest()[:16]}"


def gold(file: Path) -> Gold:
    """Read a labelled document."""
    return read_gold(file.read_text("utf-8"), file.stem)


def faults(file: Path) -> list[str]:
    """Return where a labelled document contradicts itself."""
    return [f"{file.name}:{fault.line}: {fault.problem}" for fault in check_gold(gold(file))]


def score_of(labelled: Gold, form: str, rendered: Rendered, out: Path | None = None) -> DocumentScore:
    """Convert a page in a form and score what comes out; keep both where somebody wants to look at them."""
    name = f"{labelled.name}{rendered.ending}"
    result = convert_bytes(rendered.content, name, to=("json",))
    written = result.json
    if out is not None:
        for folder, ending, content in (
            ("pages", rendered.ending, rendered.content),
            ("out", ".json", written.encode()),
        ):
            file = out / folder / form / f"{labelled.name}{ending}"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    return score(rendered.gold, read_document(written.encode(), result.source.text), form)


def scores_of(file: Path, forms: Sequence[str], out: Path | None = None) -> list[DocumentScore]:
    """Return the scores of the forms that a page has."""
    labelled = gold(file)
    rendered = ((form, render(labelled, form)) for form in forms)
    return [score_of(labelled, form, one, out) for form, one in rendered if one is not None]


def all_scores(half: str, forms: Iterable[str] = FORMS, out: Path | None = None) -> Iterator[DocumentScore]:
    """Yield the scores of a half, on every processor that there is."""
    wanted = tuple(forms)
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        tasks = [pool.submit(scores_of, file, wanted, out) for file in files(half)]
        for task in tasks:
            yield from task.result()
