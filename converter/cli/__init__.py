"""The command line: arguments in, one call, one exit code out."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType
from typing import TextIO

SUCCESS, FAILURE, WRONG_USE, INTERRUPTED, TERMINATED = 0, 1, 2, 130, 143


class TerminatedError(BaseException):
    """The process was asked to end (SIGTERM); no ``Exception``, so that nothing on the way stops it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; every way out is a message, never a traceback."""
    signal.signal(signal.SIGTERM, _terminate)
    _show_what_cannot_be_encoded(sys.stdout, sys.stderr)
    try:
        code = _run(arguments)
        _flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except TerminatedError:
        code = TERMINATED
    return code


def _run(arguments: Sequence[str] | None) -> int:
    import click

    from converter.cli.commands import converter
    from converter.cli.terminal import complain, explain_usage, words_for

    try:
        outcome = converter.main(arguments, prog_name="converter", standalone_mode=False)
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        explain_usage(error)
        return WRONG_USE
    except BrokenPipeError:  # the reader went away: ``| head``
        _close(1)
        return FAILURE
    except Exception as error:  # noqa: BLE001 - the last resort: a fault of ours is told in words too
        complain(words_for(error))
        return FAILURE
    return outcome if isinstance(outcome, int) else SUCCESS


def _terminate(_number: int, _frame: FrameType | None) -> None:
    raise TerminatedError


def _show_what_cannot_be_encoded(*streams: TextIO | None) -> None:
    r"""Let a terminal that lacks a letter show ``\u0131`` instead of failing."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _flush() -> None:
    """Write out what is buffered; a reader that went away is no error."""
    for number, stream in ((1, sys.stdout), (2, sys.stderr)):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            _close(number)


def _close(number: int) -> None:
    """Send to nowhere what a stream still holds, or Python complains at its end with exit code 120."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), number)
