"""The samples, decoded and converted, and where their expected outputs stand."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from converter.batch.work import placed
from converter.cli.terminal import finding_line
from converter.pipeline import DEFAULT_FORMATS, FORMATS, Result, convert

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
GOLDEN = SAMPLES / "out"

NAMES = sorted(path.name for path in SAMPLES.iterdir() if path.is_file())
SEED = "avim-2025-37.txt"
BIBLATEX = ".biblatex.bib"
FINDINGS = ".findings"
ENDINGS = (*(FORMATS[name] for name in DEFAULT_FORMATS), BIBLATEX, FINDINGS)

CODE_PAGES = {"dapa-2020-29.txt": "cp1254", "hazargozlem-2022-33.txt": "utf-16"}
"""The samples that are not UTF-8, as their authors say."""


def golden(name: str, ending: str) -> Path:
    """Return where the expected output of a sample stands."""
    return GOLDEN / f"{Path(name).stem}{ending}"


def decoded(name: str) -> str:
    """Return the text of a sample, its line ends as they are."""
    return (SAMPLES / name).read_bytes().decode(CODE_PAGES.get(name, "utf-8")).removeprefix("\ufeff")


@cache
def converted(name: str) -> Result:
    """Convert a sample; once for all tests."""
    return convert(SAMPLES / name)


def outputs(name: str) -> dict[str, str]:
    """Return what a sample becomes, by file ending."""
    result = converted(name)
    written = {FORMATS[form]: written for form, written in result.outputs.items()}
    written[BIBLATEX] = convert(SAMPLES / name, to=("bibtex",), dialect="biblatex").bibtex
    written[FINDINGS] = findings(result)
    return written


def findings(result: Result) -> str:
    """Return the findings as the command line prints them."""
    return "".join(
        f"{finding_line(found.path, found.line, found.column, found.diagnostic)}\n"
        for found in placed(result, f"samples/{result.name}", strict=False)
    )
