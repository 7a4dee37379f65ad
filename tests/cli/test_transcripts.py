"""Whether the command line answers as its transcripts say; ``pytest --accept`` rewrites them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.transcript import Step, accepted, ended, read_case, run_case

CASES = sorted((Path(__file__).parent / "cases").glob("*.md"))


def shown(steps: tuple[Step, ...]) -> list[tuple[str, str, str, int]]:
    """Return what is compared: each command with what came out."""
    return [
        (step.command, step.stdout and ended(step.stdout), step.stderr and ended(step.stderr), step.status)
        for step in steps
    ]


@pytest.mark.parametrize("path", CASES, ids=lambda path: str(path.stem))
def test_the_command_line_answers_as_written(path: Path, tmp_path: Path, accept: bool) -> None:
    """Each command of a transcript gives its standard output, standard error and exit status."""
    text = path.read_text("utf-8")
    steps = run_case(read_case(text), tmp_path)
    path.write_text(accepted(text, steps) if accept else text, "utf-8")
    assert shown(read_case(path.read_text("utf-8")).steps) == shown(steps)


def test_there_are_transcripts() -> None:
    """The folder of cases is not empty."""
    assert CASES
