"""How right real files are, and what the format alone costs: beside the pages as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from converter.evaluation import DocumentScore, Gold, read_document, score
from converter.evaluation.forms import Rendered, render
from converter.evaluation.scores import Score, total
from converter.pipeline import convert_bytes
from tests.readers.made.makers import FORMS, Made

PLAIN = "as-is"
FAMILIES = ("title", "authors", "date", "paragraphs", "notes", "note links", "citation fields")


def scored(name: str, form: str, rendered: Rendered) -> DocumentScore:
    """Convert a file and hold it against what is expected."""
    result = convert_bytes(rendered.content, f"{name}{rendered.ending}", to=("json",))
    return score(rendered.gold, read_document(result.json.encode(), result.source.text), form)


def plain_score(gold: Gold) -> DocumentScore:
    """Return the score of a page as it is."""
    rendered = render(gold, PLAIN)
    assert rendered is not None, gold.name
    return scored(gold.name, PLAIN, rendered)


def made(form: str, golds: Sequence[Gold]) -> Iterator[Made]:
    """Yield the files of a form."""
    yield from FORMS[form](golds)


def costs(files: Iterable[DocumentScore], pages: Iterable[DocumentScore]) -> dict[str, float]:
    """Return by how much F1 of each family is lower in files than in the pages that they were made of."""
    ours, theirs = total(files), total(pages)
    return {name: _f1(theirs, name) - _f1(ours, name) for name in FAMILIES}


def _f1(one: Score, family: str) -> float:
    count = one.family(family)
    return count.f1(count.right)


def worse(page: DocumentScore, file: DocumentScore) -> Iterator[str]:
    """Yield what is wrong in a file and right in the page that it was made of."""
    known = {(one.field, one.expected, one.actual) for one in page.outcomes if not one.right}
    for one in file.outcomes:
        if not one.right and (one.field, one.expected, one.actual) not in known:
            silent = "" if one.flagged else "[silent] "
            found = f"expected {one.expected!r}, found {one.actual!r}"
            yield f"{file.name}: {file.form}: {silent}{one.field}: {found}"
    if (file.lost, file.invented) != (page.lost, page.invented):
        yield f"{file.name}: {file.form}: letters: lost {file.lost}, invented {file.invented}"
