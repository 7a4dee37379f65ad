"""Archives for the tests: small documents, and conversions that misbehave when their document says so."""

from __future__ import annotations

import faulthandler
import hashlib
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from converter.batch.inputs import Input, convert_input
from converter.batch.options import Limits, Options
from converter.batch.record import Line
from converter.batch.run import Order, Run
from converter.pipeline import Result

TEXT = """LIGHTHOUSES OF THE NORTHERN SHORE, PART {number}

Ada ORMAN

The lighthouses of the northern shore were lit again in spring, after a pause of {number} years[1].

[1] The lamps are lit, Accessed 9 May 2024, https://news.example.org/lamps/{number}
"""
JSON_ONLY = Options(("json",))
QUICK = Limits(seconds=4.0, mebibytes=640)
NO_HURRY = Limits(seconds=60.0, mebibytes=640)
"""For documents that eat memory on a machine that is busy."""


def fill(folder: Path, count: int) -> Path:
    """Write so many documents, a few in each folder."""
    for number in range(count):
        path = folder / f"{number // 10:02}" / f"{number:04}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT.format(number=number), "utf-8")
    return folder


def outputs(out: Path) -> dict[str, str]:
    """Return the hash of each output in a folder: of everything but our state and the report."""
    return {
        str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file() and ".converter" not in path.parts and path.name != "report.jsonl"
    }


def litter(out: Path) -> list[str]:
    """Return what is in the folder of our state beside the state."""
    return sorted(path.name for path in (out / ".converter").glob("*") if path.name != "state.db")


def convert(
    folder: Path,
    out: Path,
    *,
    options: Options = JSON_ONLY,
    jobs: int = 2,
    limits: Limits = QUICK,
    conversion: Callable[[Input, Options], Result] = convert_input,
) -> list[Line]:
    """Convert a folder; return the lines of its report."""
    with Run(Order([folder], out, options, limits, jobs, conversion)) as run:
        return list(run.lines())


def codes(lines: list[Line]) -> dict[str, list[str]]:
    """Return the errors of each document that has some, by file name."""
    errors = {
        Path(line.path).name: [found.code for found in line.diagnostics if found.severity == "error"]
        for line in lines
    }
    return {name: found for name, found in errors.items() if found}


def misbehave(given: Input, options: Options) -> Result:
    """Convert a document, unless its name says what goes wrong with it."""
    fault = FAULTS.get(given.name.partition("-")[0])
    if fault is not None:
        fault()
    return convert_input(given, options)


def exit_once(given: Input, options: Options) -> Result:
    """Convert a document; the worker that takes the first of an archive dies, the next one does not."""
    mark = Path(os.environ["CONVERTER_TEST_MARK"])
    if given.name == "0000.txt" and not mark.exists():
        mark.touch()
        os._exit(3)
    return convert_input(given, options)


def slay(given: Input, options: Options) -> Result:
    """Convert a document, unless it is called slay: that kills the process which started this one."""
    if given.name.startswith("slay"):
        os.kill(os.getppid(), signal.SIGKILL)
    return convert_input(given, options)


def _eat() -> None:
    eaten = []
    while True:
        eaten.append(bytearray(16 << 20))


def _kill(number: signal.Signals) -> Callable[[], None]:
    def die() -> None:
        faulthandler.disable()  # pytest's would print the stack
        os.kill(os.getpid(), number)

    return die


FAULTS: dict[str, Callable[[], None]] = {
    "exit": lambda: os._exit(7),
    "hang": lambda: time.sleep(600),
    "eat": _eat,
    "segv": _kill(signal.SIGSEGV),
    "kill": _kill(signal.SIGKILL),
    "stop": _kill(signal.SIGSTOP),
}
