"""``converter convert --dry-run`` and ``--check``: what would be converted, and why."""

from __future__ import annotations

from collections import Counter

from converter.batch.preview import Prospect, preview
from converter.batch.run import Order
from converter.cli.terminal import report, words_for
from converter.cli.voices import Voice
from converter.errors import ConverterError

KINDS = {"stale": "to convert", "problem": "that cannot be converted", "fresh": "up to date"}


def preview_files(order: Order, voice: Voice, *, must_be_fresh: bool) -> int:
    """Tell which inputs a run would convert; if all must be fresh, the exit code says whether they are."""
    counts: Counter[str] = Counter()
    try:
        for prospect in preview(order):
            counts[_tell(prospect, voice)] += 1
    except (ConverterError, OSError) as error:
        voice.complain(words_for(error))
        return 1
    voice.remark(
        ", ".join(f"{counts[kind]} {words}" for kind, words in KINDS.items()) + "; nothing was changed"
    )
    return 1 if must_be_fresh and (counts["stale"] or counts["problem"]) else 0


def _tell(prospect: Prospect, voice: Voice) -> str:
    """Tell of one input; return what kind it is of."""
    if prospect.is_left_out:
        return "left out"
    if prospect.problem is not None:
        report(prospect.path, 1, 1, prospect.problem)
        return "problem"
    if prospect.reason is not None:
        voice.prospect(prospect.path, prospect.reason)
        return "stale"
    return "fresh"
