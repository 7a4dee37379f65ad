"""How a transcript of the command line is read from Markdown, run, and written again.

A case is a title, prose, and fenced blocks: ``file NAME`` is a file that is there, ``command`` is run by
a shell, and ``stdin``, ``stdout``, ``stderr`` and ``status`` behind it belong to it. What is missing is
empty, a missing status 0.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

import converter.version

BLOCK = re.compile(r"^```(?P<kind>\w+)(?: (?P<name>\S+))?\n(?P<text>.*?)^```\n", re.MULTILINE | re.DOTALL)
RESULTS = ("stdout", "stderr", "status")
FUNCTION = 'converter() { "$PYTHON" -m converter "$@"; }\n'
ROOT = Path(converter.version.__file__).parents[1]


@dataclass(frozen=True)
class Step:
    """A command, what it gets, and what is expected of it."""

    command: str
    stdin: str = ""
    stdout: str = ""
    stderr: str = ""
    status: int = 0


@dataclass(frozen=True)
class Case:
    """Files and steps of one transcript."""

    files: dict[str, str] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()


def read_case(text: str) -> Case:
    """Read a case from Markdown."""
    files: dict[str, str] = {}
    steps: list[Step] = []
    for block in BLOCK.finditer(text):
        kind, content = block["kind"], block["text"]
        if kind == "file":
            files[block["name"]] = content
        elif kind == "command":
            steps.append(Step(content))
        else:
            steps[-1] = with_block(steps[-1], kind, content)
    return Case(files, tuple(steps))


def with_block(step: Step, kind: str, content: str) -> Step:
    """Return a step to which a block belongs."""
    match kind:
        case "stdin":
            return replace(step, stdin=content)
        case "stdout":
            return replace(step, stdout=content)
        case "stderr":
            return replace(step, stderr=content)
        case "status":
            return replace(step, status=int(content))
        case _:
            raise ValueError(f"a transcript has no block {kind!r}")


def run_case(case: Case, folder: Path) -> tuple[Step, ...]:
    """Run the steps of a case in a folder and return them with what came out."""
    for name, content in case.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return tuple(run_step(step, folder) for step in case.steps)


def run_step(step: Step, folder: Path) -> Step:
    """Run one command."""
    done = subprocess.run(
        ["bash", "-c", FUNCTION + step.command],
        input=step.stdin.encode(),
        capture_output=True,
        cwd=folder,
        env=environment(folder),
        timeout=60,
        check=False,
    )
    out, err = (stream.decode("utf-8", "backslashreplace") for stream in (done.stdout, done.stderr))
    return replace(step, stdout=out, stderr=err, status=done.returncode)


def environment(folder: Path) -> dict[str, str]:
    """Return the variables of a plain user with a terminal of 100 columns."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHON": sys.executable,
        "PYTHONPATH": str(ROOT),
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "100",
    }


def accepted(text: str, steps: tuple[Step, ...]) -> str:
    """Return a case with the results of its steps written as what is expected."""
    without = BLOCK.sub(lambda block: "" if block["kind"] in RESULTS else block[0], text)
    remaining = list(steps)

    def with_results(block: re.Match[str]) -> str:
        return (
            block[0] + results(remaining.pop(0)) if block["kind"] == block_before_results(block) else block[0]
        )

    def block_before_results(block: re.Match[str]) -> str:
        following = BLOCK.search(without, block.end())
        has_stdin = following is not None and following["kind"] == "stdin" and block["kind"] == "command"
        return "stdin" if has_stdin or block["kind"] == "stdin" else "command"

    return re.sub(r"\n{3,}", "\n\n", BLOCK.sub(with_results, without))


def results(step: Step) -> str:
    """Write what came out of a step as blocks."""
    status = f"{step.status}\n" if step.status else ""
    contents = (("stdout", step.stdout), ("stderr", step.stderr), ("status", status))
    return "".join(f"```{kind}\n{ended(content)}```\n" for kind, content in contents if content)


def ended(content: str) -> str:
    """Return the content with a line end behind its last line."""
    return content if content.endswith("\n") else f"{content}\n"
