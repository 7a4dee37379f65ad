"""How a run speaks while it goes on: lines, a progress bar on a terminal, or JSON for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import RLock
from time import monotonic
from typing import TYPE_CHECKING, Never

from converter.batch.record import Line
from converter.batch.tally import Tally
from converter.cli.summary import details, headline
from converter.cli.terminal import complain, report, say

if TYPE_CHECKING:
    from tqdm import tqdm

REPORT_SECONDS = 30.0
"""Where there is no bar, a long run says so often how far it is."""


class Voice:
    """Lines on standard error, as they are told."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._total = self._done = 0
        self._began = self._last = monotonic()

    def during(self, total: int) -> AbstractContextManager[object]:
        """Begin, and return what is to be kept up while the run goes on."""
        self._total = total
        self._began = self._last = monotonic()
        return nullcontext()

    def tell(self, line: Line) -> None:
        """Tell of one input; of one that was up to date there is nothing to tell."""
        self._findings(line, only_errors=self._quiet)
        self._advance()

    def conclude(self, tally: Tally, report: str) -> None:
        """Tell what came of the run."""
        if self._quiet:
            return
        if tally.total > 1:
            for text in details(tally):
                say(text)
        say(headline(tally, report))

    def prospect(self, path: str, reason: str) -> None:
        """Tell that an input would be converted."""
        if not self._quiet:
            say(f"{path}: would be converted: {reason}")

    def remark(self, text: str) -> None:
        """Say something about the whole."""
        if not self._quiet:
            say(f"converter: {text}")

    def complain(self, message: str) -> None:
        """Tell why nothing more was done."""
        complain(message)

    def _findings(self, line: Line, *, only_errors: bool) -> None:
        hidden = line.status == "skipped" and line.is_earlier
        for found in () if hidden else line.diagnostics:
            if found.severity == "error" or not only_errors:
                report(line.path, found.line, found.column, found.diagnostic)

    def _advance(self) -> None:
        self._done += 1
        now = monotonic()
        if now - self._last > REPORT_SECONDS and not self._quiet:
            self._last = now
            rate = self._done / (now - self._began)
            minutes = (self._total - self._done) / rate / 60
            say(f"converter: {self._done} of {self._total}, {rate:.0f} a second, {minutes:.0f} minutes left")


class BarVoice(Voice):
    """A progress bar, and above it the errors."""

    def __init__(self) -> None:
        super().__init__(quiet=False)
        self._bar: tqdm[Never] | None = None

    @contextmanager
    def during(self, total: int) -> Iterator[None]:
        """Show the bar; for a single document it is not worth it."""
        super().during(total)
        if total == 1:
            yield
            return
        from tqdm import tqdm

        tqdm.monitor_interval = 0  # no thread: workers are copies of this process
        tqdm.set_lock(RLock())
        with tqdm(total=total, unit=" files", dynamic_ncols=True, file=sys.stderr, leave=False) as self._bar:
            yield
        self._bar = None

    def tell(self, line: Line) -> None:
        """Tell of one input: above the bar only what is an error."""
        if self._bar is None:
            super().tell(line)
            return
        if line.status == "failed":
            self._bar.clear()
            self._findings(line, only_errors=True)
        self._bar.update()


class JsonVoice(Voice):
    """An object of JSON on each line of standard error."""

    def tell(self, line: Line) -> None:
        """Tell of one input, with its findings."""
        if line.status == "failed" or not self._quiet:
            found = [
                {"code": one.code, "severity": one.severity, "message": one.message, "line": one.line}
                for one in line.diagnostics
            ]
            _object("document", path=line.path, status=line.status, seconds=line.seconds, diagnostics=found)

    def conclude(self, tally: Tally, report: str) -> None:
        """Tell what came of the run."""
        findings = {one.code: one.documents for one in tally.by_gravity()}
        worst = [{"path": path, "errors": weight[0], "warnings": weight[1]} for path, weight in tally.worst()]
        counts = {"statuses": dict(tally.statuses), "up_to_date": tally.earlier.total()}
        _object("summary", report=report, **counts, findings=findings, worst=worst)

    def prospect(self, path: str, reason: str) -> None:
        """Tell that an input would be converted."""
        _object("stale", path=path, reason=reason)

    def remark(self, text: str) -> None:
        """Say something about the whole."""
        _object("remark", message=text)

    def complain(self, message: str) -> None:
        """Tell why nothing more was done."""
        _object("error", message=message)


def voice_for(log_format: str, *, quiet: bool) -> Voice:
    """Return how a run speaks."""
    if log_format == "json":
        return JsonVoice(quiet=quiet)
    looked_at = sys.stderr is not None and sys.stderr.isatty()
    return BarVoice() if looked_at and not quiet else Voice(quiet=quiet)


def _object(event: str, **values: object) -> None:
    say(json.dumps({"event": event, **values}))
