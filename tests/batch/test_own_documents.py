"""Documents that the converter wrote, met in a folder of inputs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from converter.cli import main
from tests.samples import GOLDEN, SAMPLES


def statuses(out: Path) -> dict[str, str]:
    """Return name and status of every input of a run."""
    lines = (out / "report.jsonl").read_text("utf-8").splitlines()
    return {Path(line["path"]).name: line["status"] for line in map(json.loads, lines)}


def test_what_we_made_of_a_file_is_left_out_beside_it(tmp_path: Path) -> None:
    """Alone it is an input, and a foreign JSON file is none."""
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    shutil.copy(SAMPLES / "avim-2025-37.txt", folder)
    for name in ("avim-2025-37.json", "avim-2025-37.tei.xml", "lodestar-2025-2.tei.xml"):
        shutil.copy(GOLDEN / name, folder)
    (folder / "package.json").write_text('{"name": "x"}', "utf-8")
    assert main(["convert", str(folder), "-o", str(out), "--quiet", "--jobs", "1"]) == 0
    assert statuses(out) == {
        "avim-2025-37.txt": "warning",
        "avim-2025-37.json": "skipped",
        "avim-2025-37.tei.xml": "skipped",
        "lodestar-2025-2.tei.xml": "ok",
        "package.json": "skipped",
    }
    again = (out / "lodestar-2025-2.tei.xml").read_bytes()
    assert again == (GOLDEN / "lodestar-2025-2.tei.xml").read_bytes()
