"""``converter convert``: what is printed and which exit code it gives."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from converter.batch.inputs import Input, convert_input
from converter.batch.options import Options
from converter.batch.outputs import REPORT
from converter.batch.record import status_of
from converter.batch.run import Order, Run
from converter.batch.stores import Location
from converter.batch.tally import Tally
from converter.batch.work import placed
from converter.cli.interruptions import deferred
from converter.cli.streams import read_in, write_out
from converter.cli.terminal import show, words_for
from converter.cli.voices import Voice
from converter.errors import ConverterError, UnreadableInput
from converter.validation.findings import FileFinding

STDIN_NAME = "<stdin>"


def convert_files(order: Order, voice: Voice) -> int:
    """Convert files and folders into the output folder."""
    tally = Tally()
    try:
        with Run(order) as run:
            _listen(run, voice, tally)
    except (ConverterError, OSError) as error:
        voice.complain(words_for(error))
        return 1
    voice.conclude(tally, report_of(order.out))
    return 1 if tally.statuses["failed"] else 0


def report_of(out: Location) -> str:
    """Return where the report is."""
    return str(out / REPORT) if isinstance(out, Path) else f"{out.rstrip('/')}/{REPORT}"


def _listen(run: Run, voice: Voice, tally: Tally) -> None:
    """Count and tell what comes of each input; a signal waits until the workers have ended."""
    with (
        deferred() as interruption,
        voice.during(run.total),
        closing(run.lines(interruption.is_there)) as lines,
    ):
        for line in lines:
            tally.add(line)
            voice.tell(line)
        if interruption.is_there():
            voice.remark(f"stopped after {tally.total} of {run.total}; run it again to go on")


def convert_stream(name: str, options: Options, *, quiet: bool) -> int:
    """Convert standard input to standard output."""
    try:
        result = convert_input(Input(name, read_in(STDIN_NAME)), options)
    except UnreadableInput as error:
        show([FileFinding(STDIN_NAME, 1, 1, error.diagnostic)], quiet=quiet)
        return 1
    findings = placed(result, STDIN_NAME, strict=options.strict)
    show(findings, quiet=quiet)
    if status_of(findings) == "failed":
        return 1
    write_out(result.outputs[options.formats[0]])
    return 0
