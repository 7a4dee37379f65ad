"""The hook that we offer is run by pre-commit on a repository of somebody else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.clients.programs import missing
from tests.samples import ROOT, golden

SEED = "avim-2025-37.txt"
GIT = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")


@pytest.fixture(scope="module")
def program() -> str:
    """Return where pre-commit is: beside this Python, or on the path."""
    found = shutil.which("pre-commit", path=str(Path(sys.executable).parent)) or shutil.which("pre-commit")
    if found is None:
        missing("pre-commit", "pip install pre-commit")
    return str(found)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Set up a repository with the outputs of one document."""
    for ending in (".tei.xml", ".json", ".bib"):
        shutil.copy(golden(SEED, ending), tmp_path)
    (tmp_path / "package.json").write_text("{}", "utf-8")
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "first"]):
        subprocess.run([*GIT, *arguments], cwd=tmp_path, check=True)
    return tmp_path


@pytest.mark.client
def test_the_hook_passes_what_is_sound_and_stops_what_is_not(program: str, repository: Path) -> None:
    """A commit of sound files goes through; one that changes the TEI alone is stopped, with the place."""
    command = [program, "try-repo", str(ROOT), "converter-validate", "--all-files", "--verbose"]
    environment = {**os.environ, "PRE_COMMIT_HOME": str(repository.parent / "hooks"), "NO_COLOR": "1"}
    sound = subprocess.run(
        command, cwd=repository, env=environment, capture_output=True, text=True, check=False
    )
    assert ("Passed" in sound.stdout, 0) == (True, sound.returncode), sound.stdout + sound.stderr
    tei = repository / "avim-2025-37.tei.xml"
    tei.write_text(tei.read_text("utf-8").replace("<surname>Khan", "<surname>Kahn", 1), "utf-8")
    broken = subprocess.run(
        command, cwd=repository, env=environment, capture_output=True, text=True, check=False
    )
    assert ("Failed" in broken.stdout, 1) == (True, broken.returncode), broken.stdout + broken.stderr
    assert "error files-disagree: authors" in broken.stdout
