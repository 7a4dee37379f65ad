"""A score for programs: JSON with the sums, CSV with every value."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from converter.evaluation.compare import DocumentScore
from converter.evaluation.floors import figures
from converter.evaluation.outcomes import Outcome
from converter.evaluation.reliability import bins
from converter.evaluation.scores import FAMILIES, Score, grouped, total

COLUMNS = (
    "document",
    "form",
    "language",
    "line",
    "field",
    "expected",
    "actual",
    "exact",
    "right",
    "near",
    "flagged",
)


def as_json(scores: Sequence[DocumentScore]) -> str:
    """Write the sums, and the wrong values one by one."""
    found = bins(value for one in scores for value in one.sureness)
    content = {
        "all": _sums(total(scores)),
        "languages": {name: _sums(one) for name, one in grouped(scores, lambda one: one.language).items()},
        "forms": {name: _sums(one) for name, one in grouped(scores, lambda one: one.form).items()},
        "reliability": [
            {"from": one.low, "to": one.high, "values": one.count, "stated": one.stated, "right": one.right}
            for one in found
        ],
        "wrong": [dict(zip(COLUMNS, row, strict=True)) for row in _rows(scores) if not row[8]],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def as_csv(scores: Sequence[DocumentScore]) -> str:
    """Write every value that was compared, one a line."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_rows(scores))
    return text.getvalue()


def _sums(score: Score) -> dict[str, Any]:
    fields = {}
    for name in FAMILIES:
        one = score.family(name)
        if one.values:
            f1 = {
                kind: one.f1(hits)
                for kind, hits in (("exact", one.exact), ("soft", one.right), ("levenshtein", one.near))
            }
            fields[name] = {
                "values": one.values,
                "wrong": one.values - one.right,
                "silent": one.silent,
                "f1": f1,
            }
    counts = {
        "documents": score.documents,
        "whole": score.whole,
        "values": score.values,
        "silent": score.silent,
    }
    return {**counts, **figures(score), "fields": fields}


def _rows(scores: Sequence[DocumentScore]) -> list[list[Any]]:
    return [
        [document.name, document.form, document.language, *_row(one)]
        for document in scores
        for one in document.outcomes
    ]


def _row(one: Outcome) -> list[Any]:
    compared = [one.exact, one.right, round(one.near, 4), one.flagged]
    return [one.line, one.field, one.expected, one.actual, *compared]
