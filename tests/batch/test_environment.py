"""The same bytes whatever the environment: language, time zone, order of hashes, clock, number of jobs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.archives import outputs

ROOT = Path(__file__).parents[2]
SAMPLES = ("avim-2025-37.txt", "kuzeyofis-2024-18.txt", "lodestar-2023-4.md", "arsiv-0412.txt")
OTHER_CLOCK = """
import time
time.time = lambda: 915148800.0
time.time_ns = lambda: 915148800 * 10**9
"""
ENVIRONMENTS = {
    "plain": {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "0", "PYTHONUTF8": "0"},
    "Turkish": {
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "1",
    },
    "far": {
        "LC_ALL": "C.UTF-8",
        "TZ": "America/St_Johns",
        "PYTHONHASHSEED": "4294967295",
        "OTHER_CLOCK": "1",
    },
}
"""Where a locale is not installed the system falls back to C, which is another one all the same."""


def converted(out: Path, environment: dict[str, str], *options: str) -> dict[str, str]:
    """Convert samples in a process with such an environment; return the hashes of the outputs."""
    places = [str(ROOT / "samples" / name) for name in SAMPLES]
    paths = [str(ROOT), *([str(out.parent)] if "OTHER_CLOCK" in environment else [])]
    command = [sys.executable, "-m", "converter", "convert", *places, "-o", str(out), "--quiet", *options]
    surroundings = {**os.environ, **environment, "PYTHONPATH": os.pathsep.join(reversed(paths))}
    subprocess.run(command, env=surroundings, check=True, cwd=out.parent)
    return outputs(out)


@pytest.mark.parametrize("options", [("--jobs", "2"), ("--sink", "jsonl", "--jobs", "1")])
def test_the_environment_decides_nothing(options: tuple[str, ...], tmp_path: Path) -> None:
    """Runs under different languages, zones, seeds and clocks write the same bytes."""
    (tmp_path / "sitecustomize.py").write_text(OTHER_CLOCK)
    found = [converted(tmp_path / name, one, *options) for name, one in ENVIRONMENTS.items()]
    assert found[0]
    assert found == [found[0]] * len(ENVIRONMENTS)
