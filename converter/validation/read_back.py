"""Whether a document of ours that was read back is written again as it stood."""

from __future__ import annotations

from converter.diagnostics import Code, Diagnostic


def check_read_back(content: bytes, written: str) -> list[Diagnostic]:
    """Report where a file differs from what its own content is written as; line ends do not count."""
    before = content.decode("utf-8", "replace").removeprefix("\ufeff").split()
    after = written.split()
    if before == after:
        return []
    shorter = min(len(before), len(after))
    at = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    here = " ".join(before[max(at - 2, 0) : at + 3])
    return [Code.READ_BACK_DIFFERS.at(None, text=here)]
