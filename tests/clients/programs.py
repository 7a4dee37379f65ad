"""The programs from outside Python that read what we write: where they are, and what they say.

One that is missing skips the test; on CI (environment variable ``CI``) it fails it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

HERE = Path(__file__).parent
PLACE = re.compile(r"^WARN - Datamodel: Entry (?='[^']*')|(?<=') \([^()]*\)(?=:)")
"""What biber says before the key of an entry, and the file that it names behind it."""


def missing(what: str, remedy: str) -> None:
    """Skip the test, or fail it on CI, and say what would install what is missing."""
    words = f"{what} is missing: {remedy}"
    if os.environ.get("CI"):
        pytest.fail(f"required on CI, but {words}")
    pytest.skip(words)


def run(name: str, remedy: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder and return what came of it."""
    if shutil.which(name) is None:
        missing(name, remedy)
    return subprocess.run(
        [name, *arguments], capture_output=True, text=True, cwd=folder, timeout=300, check=False
    )


def biber_complaints(bibliography: Path, folder: Path) -> list[str]:
    """Return the warnings and errors of biber, which holds the entries against the data model of BibLaTeX."""
    shutil.copy(bibliography, folder)  # biber writes beside what it reads
    arguments = ("--tool", "--validate-datamodel", "--nolog", bibliography.name)
    done = run("biber", "apt-get install biber", *arguments, folder=folder)
    lines = f"{done.stdout}{done.stderr}".splitlines()
    assert any(line.startswith("INFO - Datamodel validation complete") for line in lines), lines
    return [PLACE.sub("", line) for line in lines if line.startswith(("WARN", "ERROR"))]


def bibtex_complaints(bibliography: Path, style: str, folder: Path) -> list[str]:
    """Return the warnings and errors of classic bibtex, which sets every entry in a style."""
    (folder / "all.aux").write_text(
        f"\\citation{{*}}\n\\bibdata{{{bibliography.stem}}}\n\\bibstyle{{{style}}}\n", "ascii"
    )
    shutil.copy(bibliography, folder / bibliography.name)
    done = run("bibtex", "apt-get install texlive-binaries texlive-base", "all", folder=folder)
    assert (folder / "all.bbl").is_file(), done.stdout
    lines = (folder / "all.blg").read_text("utf-8", "replace").splitlines()
    return [
        line.removeprefix("Warning--") for line in lines if line.startswith("Warning--") or "---line" in line
    ]


def ajv_complaints(schema: Path, documents: Sequence[Path]) -> list[str]:
    """Return what ajv, in strict mode and with formats, objects to in a schema and in documents."""
    if not (HERE / "node_modules" / "ajv").is_dir():
        missing("ajv", f"npm install --no-package-lock --prefix {HERE}")
    arguments = ("validate.mjs", str(schema), *map(str, documents))
    done = run("node", "apt-get install nodejs npm", *arguments, folder=HERE)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def office(target: str, files: Sequence[Path], folder: Path) -> None:
    """Let LibreOffice write files in another format into a folder, with a profile of its own."""
    with TemporaryDirectory() as profile:
        profile_option = f"-env:UserInstallation={Path(profile).as_uri()}"
        arguments = ("--headless", profile_option, "--convert-to", target, "--outdir", str(folder))
        folder.mkdir(exist_ok=True)
        remedy = "apt-get install --no-install-recommends libreoffice-writer"
        done = run("soffice", remedy, *arguments, *map(str, files), folder=folder)
    assert done.returncode == 0, done.stderr


def pandoc(*arguments: str, text: str) -> subprocess.CompletedProcess[str]:
    """Run pandoc, the one that is installed or the one that ``pypandoc-binary`` brings."""
    program = shutil.which("pandoc")
    package = find_spec("pypandoc")
    if program is None and package is not None and package.origin is not None:
        program = str(Path(package.origin).parent / "files" / "pandoc")
    if program is None or not Path(program).is_file():
        missing("pandoc", "pip install pypandoc-binary")
    command = [str(program), *arguments]
    return subprocess.run(command, input=text, capture_output=True, text=True, timeout=120, check=False)


def pandoc_file(text: str, file: Path) -> None:
    """Let pandoc write its Markdown as a file of the kind that the ending of its name says."""
    done = pandoc("--from=markdown", f"--to={file.suffix[1:]}", f"--output={file}", text=text)
    assert done.returncode == 0, done.stderr
