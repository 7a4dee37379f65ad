"""What validation reports of a file that exists: a finding with file, line, column and element."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from converter.diagnostics import Code, Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class FileFinding:
    """One finding in one file; line and column count from 1, columns in code points."""

    path: str
    line: int
    column: int
    diagnostic: Diagnostic
    element: str | None = None
    """The id of the part it concerns: an ``xml:id``, a JSON ``id`` or a BibTeX key."""

    @property
    def part(self) -> str | None:
        """The part as its format names it: a JSON pointer, an id (``#fn1`` in XML) or a key."""
        return self.diagnostic.field or self.element


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a validation: the files that were looked at, and what was found in them."""

    files: tuple[str, ...]
    findings: tuple[FileFinding, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each severity."""
        found = [one.diagnostic.severity for one in self.findings]
        return {str(severity): found.count(str(severity)) for severity in Severity}

    @property
    def is_valid(self) -> bool:
        """Whether there is no error."""
        return not has_errors(self.findings)


def in_order(findings: Iterable[FileFinding]) -> list[FileFinding]:
    """Return the findings as a reader of the files meets them, each once."""
    unique = dict.fromkeys(findings)
    return sorted(unique, key=lambda found: (found.path, found.line, found.column, found.diagnostic.code))


def has_errors(findings: Iterable[FileFinding]) -> bool:
    """Say whether any of the findings is an error."""
    return any(found.diagnostic.severity == Severity.ERROR for found in findings)


def place_of_byte(content: bytes, offset: int) -> tuple[int, int]:
    r"""Return line and column of a byte of UTF-8 text.

    >>> place_of_byte("ı\nşx".encode(), 5)
    (2, 2)
    """
    before = content[:offset]
    line_start = before.rfind(b"\n") + 1
    return before.count(b"\n") + 1, len(before[line_start:].decode("utf-8", "replace")) + 1


def decode_utf8(content: bytes, path: str, code: Code) -> str | FileFinding:
    """Return the text of a UTF-8 file, or the finding that says where it is none."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = place_of_byte(content, error.start)
        reason = f"byte 0x{content[error.start]:02X} is not UTF-8"
        return FileFinding(path, line, column, code.at(None, reason=reason))
