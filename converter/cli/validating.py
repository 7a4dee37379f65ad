"""``converter validate``: what is printed and which exit code it gives."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from converter.batch.checking import validate_files
from converter.cli.terminal import say, show
from converter.validation.findings import has_errors


def validate_and_report(files: Sequence[Path], *, quiet: bool) -> int:
    """Validate files and print what was found."""
    findings = validate_files(files)
    show(findings, quiet=quiet)
    if has_errors(findings):
        return 1
    if not findings and not quiet:
        say("converter: valid")
    return 0
