"""Train the judge of readings, the same on every run: ``python -m tests.training.judge``.

Every page of the training and development corpus is read in the forms that pages have; a passage at whose place the result is
wrong teaches that its signs speak of errors. With ``--folds`` the judge is only measured, on houses it has not seen.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import exp, sqrt
from pathlib import Path
from random import Random
from typing import NamedTuple

from converter.analysis import regions
from converter.analysis.features import score_passages
from converter.analysis.head_scores import with_learned
from converter.analysis.hints import gather_hints
from converter.analysis.houses import recognise_house
from converter.analysis.label_styles import plan_notes
from converter.analysis.ledger import Ledger
from converter.analysis.lines import build_passages
from converter.analysis.native_notes import with_native_notes
from converter.analysis.reading_signs import signs_of
from converter.evaluation import Document, read_gold, render, score
from converter.evaluation.outcomes import Outcome
from converter.pipeline import convert_bytes
from converter.readers import read
from converter.source import Source, Span

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "tests" / "gold" / "corpus"
HALVES = ("training", "development")
"""The pages of the training half are short and hard, those of the other as long as real ones."""

TABLE = ROOT / "converter" / "profiles" / "tables" / "judge.json"
FORMS = ("as-is", "wrapped", "newlines", "hyphens", "glued", "markdown", "web-page", "word", "page-ends")
FIELDS = {
    "paragraphs": frozenset({"paragraph", "heading", "item", "kind", "place"}),
    "notes": frozenset({"note", "note-link"}),
}
FEWEST = 40
"""A sign that fewer passages have teaches nothing that holds elsewhere."""

EPOCHS, SEED, STEP, SHRINK = 4, 20, 0.2, 1e-4
FOLDS = 5
LEAST_WEIGHT = 0.05
LEAST = {"paragraphs": 0.27, "notes": 0.35}
"""How likely an error must be to be reported."""


class Example(NamedTuple):
    """A passage: the house of its page, its signs, and what is wrong at its place; of that, what is not told."""

    house: str
    signs: tuple[str, ...]
    wrong: frozenset[str]
    silent: frozenset[str]


def main() -> None:
    """Collect, train and write; or measure."""
    found = list(examples())
    if "--folds" in sys.argv:
        for name in FIELDS:
            measure(found, name)
        return
    judge = {
        name: {"least": least, "weights": dict(sorted(train(found, name).items()))}
        for name, least in LEAST.items()
    }
    TABLE.write_text(json.dumps(judge, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


def examples() -> Iterator[Example]:
    """Yield every passage of every page."""
    for path in [path for half in HALVES for path in sorted((CORPUS / half).glob("*.gold"))]:
        gold = read_gold(path.read_text(encoding="utf-8"), path.stem)
        house = path.stem.split("-", 1)[0]
        for form in FORMS:
            page = render(gold, form)
            if page is None:
                continue
            name = f"{path.stem}{page.ending}"
            result = convert_bytes(page.content, name)
            document = Document(result.commentary, result.source.text)
            wrong = [one for one in score(page.gold, document, form).outcomes if not one.right]
            yield from _passages(house, result.source, read(page.content, name), wrong)


def _passages(house: str, whole: Source, source: Source, wrong: Sequence[Outcome]) -> Iterator[Example]:
    ledger = Ledger(())
    lines = build_passages(source)
    profile = recognise_house(lines.passages, source.clues, ledger, ())
    if profile.has_own_navigation:
        lines = build_passages(source, profile)
    plan = with_native_notes(plan_notes(lines.passages), lines.passages)
    hints = gather_hints(lines.passages, plan, profile)
    scores = score_passages(lines.passages, hints)
    readings = regions.best_reading(with_learned(scores, lines.passages, hints))
    all_signs = signs_of(lines.passages, readings, plan, profile)
    half = len(whole.text) / 2
    for passage, signs in zip(lines.passages, all_signs, strict=True):
        span = passage.flow.whole()
        touched = [one for one in wrong if any(_overlap(span, place, half) for place in one.places)]
        yield Example(house, tuple(signs), _kinds(touched), _kinds([one for one in touched if one.is_silent]))


def _kinds(outcomes: Sequence[Outcome]) -> frozenset[str]:
    return frozenset(name for name, fields in FIELDS.items() if any(one.field in fields for one in outcomes))


def _overlap(span: Span, place: Span, half: float) -> bool:
    return span.start < place.end and place.start < span.end and place.end - place.start <= half


def train(found: Sequence[Example], name: str) -> dict[str, float]:
    """Return the weights: a logistic regression with steps of its own for each sign."""
    counts = Counter(sign for one in found for sign in one.signs)
    known = {sign for sign, count in counts.items() if count >= FEWEST}
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(lambda: 1e-6)
    order = Random(SEED)
    pages = [(tuple(sign for sign in one.signs if sign in known), name in one.wrong) for one in found]
    for _ in range(EPOCHS):
        order.shuffle(pages)
        for signs, wrong in pages:
            error = 1 / (1 + exp(-sum(weights[sign] for sign in signs))) - wrong
            for sign in signs:
                gradient = error + SHRINK * weights[sign]
                squares[sign] += gradient * gradient
                weights[sign] -= STEP * gradient / sqrt(squares[sign])
    return {sign: round(weight, 2) for sign, weight in weights.items() if abs(weight) >= LEAST_WEIGHT}


def measure(found: Sequence[Example], name: str) -> None:
    """Print, for several limits, how many errors are told and how many passages are reported."""
    houses = sorted({one.house for one in found})
    doubts: list[tuple[float, Example]] = []
    for fold in range(FOLDS):
        held = {house for at, house in enumerate(houses) if at % FOLDS == fold}
        weights = train([one for one in found if one.house not in held], name)
        for one in found:
            if one.house in held:
                value = sum(weights.get(sign, 0.0) for sign in one.signs)
                doubts.append((1 / (1 + exp(-value)), one))
    wrong = sum(name in one.wrong for _, one in doubts)
    silent = sum(name in one.silent for _, one in doubts)
    print(name, len(doubts), "passages,", wrong, "wrong,", silent, "of them in silence")
    for least in (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6):
        said = [one for value, one in doubts if value >= least]
        right = sum(name in one.wrong for one in said)
        newly = sum(name in one.silent for one in said)
        print(
            f"{least:4}: {len(said):6} reported, {right / max(len(said), 1):.2f} of them wrong,"
            f" {newly / max(silent, 1):.2f} of the silent told"
        )


if __name__ == "__main__":
    main()
