"""How a run speaks: a bar on a terminal, lines elsewhere, objects for programs."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

from tests.batch.archives import fill
from tests.cli.transcript import environment

COMMAND = [sys.executable, "-m", "converter", "convert", "in", "-o", "out"]


def on_a_terminal(folder: Path, *options: str) -> str:
    """Run the command with a terminal as standard error; return what is shown."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 100, 0, 0))
    process = subprocess.Popen([*COMMAND, *options], cwd=folder, stderr=theirs, env=environment(folder))
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
        shown += part
    process.wait(timeout=60)
    os.close(ours)
    return shown.decode("utf-8")


def test_a_terminal_has_a_bar_and_only_errors_above_it(tmp_path: Path) -> None:
    """Who looks at a terminal sees how far it is, how fast, how long it still takes, and what failed."""
    fill(tmp_path / "in", 30)
    (tmp_path / "in" / "empty.txt").write_text("")
    shown = on_a_terminal(tmp_path)
    assert "/31 [" in shown
    assert re.search(r"\d\d:\d\d<(?:\?|\d\d:\d\d), +(?:\?|\d+\.\d+) files/s", shown)
    assert "empty.txt:1:1:" in shown
    assert ": info " not in shown
    assert "30 converted" in shown


def test_a_quiet_run_shows_no_bar(tmp_path: Path) -> None:
    """With --quiet there is nothing but errors."""
    fill(tmp_path / "in", 3)
    assert on_a_terminal(tmp_path, "--quiet") == ""


def test_programs_are_told_in_json(tmp_path: Path) -> None:
    """Each line is an object: the documents, and at the end the summary; also a complaint is one."""
    fill(tmp_path / "in", 3)
    command = [*COMMAND, "--log-format", "json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, env=environment(tmp_path), check=True)
    events = [json.loads(line) for line in done.stderr.splitlines()]
    assert [event["event"] for event in events] == ["document"] * 3 + ["summary"]
    assert events[-1]["statuses"] == {"warning": 3}
    (tmp_path / "out" / "report.jsonl").write_text("mine")
    refused = subprocess.run(
        command, cwd=tmp_path, capture_output=True, env=environment(tmp_path), check=False
    )
    assert refused.returncode == 1
    assert [json.loads(line)["event"] for line in refused.stderr.splitlines()] == ["error"]
