"""``converter upgrade``: what is printed and which exit code it gives."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from converter.batch.upgrading import Outcome, upgrade_files
from converter.cli.terminal import report, say, visible


def upgrade_and_report(paths: Sequence[Path], *, dry_run: bool, quiet: bool) -> int:
    """Upgrade files and say what became of each."""
    failed = False
    for outcome in upgrade_files(paths, dry_run=dry_run):
        if outcome.finding is not None:
            failed = True
            found = outcome.finding
            report(found.path, found.line, found.column, found.diagnostic, found.part)
        elif not quiet:
            say(f"{visible(str(outcome.path))}: {_words(outcome, dry_run=dry_run)}")
    if failed:
        say("converter: what is told of above was left as it is")
    return 1 if failed else 0


def _words(outcome: Outcome, *, dry_run: bool) -> str:
    if outcome.upgrade is None:
        return "left as it is, for it names no version of our schemas"
    if not outcome.is_new:
        return f"is of {outcome.upgrade.after}, the newest version"
    done = "would become" if dry_run else "is now"
    return f"{done} {outcome.upgrade.after}, was {outcome.upgrade.before}"
