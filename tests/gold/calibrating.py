"""``python -m tests.gold.calibrating`` learns from the development half how far each rule can be believed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from unittest.mock import patch

from converter.evaluation import FORMS
from converter.evaluation.compare import Sureness
from converter.profiles import calibration
from converter.profiles.calibration import Curve, kind_of
from tests.gold.halves import files, scores_of

TABLE = Path(calibration.__file__).parent / "tables" / "calibration.toml"
HEAD = """\
# How often a value was right on the development half of the corpus (`right`), by its kind and by how sure
# its rule says it is (`said`). Written by `make calibration`; converter/profiles/calibration.py reads it.
"""
LEAST_VALUES = 60
"""Of a kind with fewer values nothing is learnt."""
PRIOR = 10
"""So many values as sure as the rule says are added, so that few values change little."""
HIGHEST = 0.99

Step = tuple[float, float, float]
"""What was said, how many values, how many of them right."""


def main() -> None:
    """Write the table."""
    kinds: dict[str, list[Sureness]] = defaultdict(list)
    with ProcessPoolExecutor() as pool:
        for found in pool.map(said_by_rules, files("development")):
            for one in found:
                kinds[kind_of(one.pointer)].append(one)
    learnt = {kind: curve(found) for kind, found in kinds.items() if len(found) >= LEAST_VALUES}
    tables = [
        f'["{kind}"]\nsaid = {list(one.said)}\nright = {list(one.right)}'
        for kind, one in sorted(learnt.items())
    ]
    TABLE.write_text("\n\n".join([HEAD.rstrip(), *tables]) + "\n", "utf-8")


def said_by_rules(file: Path) -> list[Sureness]:
    """Return what the rules themselves say of one document in every form, before any calibration."""
    with patch("converter.analysis.ledger.calibrated", lambda _field, said: said):
        return [value for score in scores_of(file, tuple(FORMS)) for value in score.sureness]


def curve(found: Sequence[Sureness]) -> Curve:
    """Return the rising curve that lies nearest to what was right (pool adjacent violators)."""
    counts: dict[float, list[bool]] = defaultdict(list)
    for one in found:
        if one.confidence < 1:
            counts[round(one.confidence, 2)].append(one.right)
    pools: list[list[Step]] = []
    for said, rights in sorted(counts.items()):
        pools.append([(said, len(rights) + PRIOR, sum(rights) + PRIOR * said)])
        while len(pools) > 1 and _share(pools[-2]) >= _share(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    knots = [(said, min(round(_share(pool), 2), HIGHEST)) for pool in pools for said in _ends(pool)]
    return Curve(tuple(said for said, _ in knots), tuple(right for _, right in knots))


def _share(pool: Sequence[Step]) -> float:
    return sum(right for _, _, right in pool) / sum(count for _, count, _ in pool)


def _ends(pool: Sequence[Step]) -> tuple[float, ...]:
    first, last = pool[0][0], pool[-1][0]
    return (first,) if first == last else (first, last)


if __name__ == "__main__":
    main()
