"""Valid files, and copies of them that are broken in one place."""

from __future__ import annotations

from pathlib import Path

from converter.validation.findings import FileFinding

FILES = Path(__file__).parent / "files"


def sample(name: str) -> str:
    """Return a valid file."""
    return (FILES / name).read_text("utf-8")


def broken(name: str, old: str, new: str) -> bytes:
    """Return a valid file with the first ``old`` replaced; fail if there is none."""
    text = sample(name)
    if old not in text:
        raise ValueError(f"{name} has no {old!r}")
    return text.replace(old, new, 1).encode()


def line_of(name: str, text: str) -> int:
    """Return the line of a valid file on which a text first stands."""
    content = sample(name)
    return content.count("\n", 0, content.index(text)) + 1


def codes(findings: list[FileFinding]) -> list[str]:
    """Return the codes of findings in order."""
    return [found.diagnostic.code for found in findings]


def messages(findings: list[FileFinding]) -> list[str]:
    """Return the messages of findings in order."""
    return [found.diagnostic.message for found in findings]
