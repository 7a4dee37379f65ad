"""The exceptions of the converter: the caller's mistakes and files that cannot be read.

::

    ConverterError
    ├── UnknownFormat      no reader or writer goes by this name
    ├── UnknownProfile     no profile of a house goes by this name
    ├── InvalidProfile     the file of a profile says what no profile can
    ├── UnreadableInput    the file is not there, too large, or no reader can read it (carries a finding)
    └── InvalidDocument    what would have been written breaks a promise of ours; nothing was written

Bad text is never an exception: it is a finding (see ``converter.diagnostics``).
"""

from __future__ import annotations

from collections.abc import Iterable

from converter.diagnostics import Diagnostic


class ConverterError(Exception):
    """Whatever the converter raises on purpose."""


class UnknownFormat(ConverterError):
    """No reader or writer goes by this name."""

    def __init__(self, name: str, *, known: Iterable[str]) -> None:
        super().__init__(f"unknown format {name!r} (known: {', '.join(sorted(known))})")
        self.name = name


class UnknownProfile(ConverterError):
    """No profile of a house goes by this name."""

    def __init__(self, name: str, *, known: Iterable[str]) -> None:
        super().__init__(
            f"unknown profile {name!r} (known: {', '.join(sorted(known))}; or a file that ends in .toml)"
        )
        self.name = name


class InvalidProfile(ConverterError):
    """The file of a profile says what no profile can; ``line`` is where."""

    def __init__(self, file: str, line: int, problem: str) -> None:
        super().__init__(f"{file}:{line}: {problem}")
        self.file = file
        self.line = line


class UnreadableInput(ConverterError):
    """A file that cannot be read; ``diagnostic`` says why and what would help."""

    def __init__(self, name: str, diagnostic: Diagnostic) -> None:
        super().__init__(f"{name}: {diagnostic.message}")
        self.name = name
        self.diagnostic = diagnostic


class InvalidDocument(ConverterError):
    """A document that must not be written; ``diagnostics`` holds all its findings."""

    def __init__(self, name: str, diagnostics: Iterable[Diagnostic]) -> None:
        self.name = name
        self.diagnostics = tuple(diagnostics)
        super().__init__(f"{name}: not written, {len(self.diagnostics)} findings")
