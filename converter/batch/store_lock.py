"""One run at a time in one folder of a store, which knows no locks: an object that its owner renews.

Who finds the object there waits and looks whether it is renewed. If not, its owner is no more, and it is
taken over. No clock is compared with another.
"""

from __future__ import annotations

import os
import time
from threading import Event, Thread

from converter.batch.stores import in_words, store_of
from converter.errors import ConverterError

BEAT = 10.0
"""Seconds after which the owner renews the object."""
PATIENCE = 35.0
"""Seconds without a sign of life after which the owner is taken for dead."""
PAUSE = 1.0
SETTLE = 0.2
"""Seconds after which the object is read again: of two that came at once the last stays."""


class StoreBusy(ConverterError):
    """Another run writes to the folder."""


class StoreLock:
    """The right to write to a folder of a store."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._store, _ = store_of(url)
        node = os.uname().nodename if hasattr(os, "uname") else "somewhere"
        self.token = f"{node}.{os.getpid()}.{time.monotonic_ns()}"
        self._beats = 0
        self._last = 0.0
        self._held = False
        self._over = Event()
        self._keeper: Thread | None = None
        self._trouble: Exception | None = None

    def take(self) -> None:
        """Take the lock; raise ``StoreBusy`` if somebody holds and renews it."""
        seen = self._content()
        if seen is not None and not self._is_dead(seen):
            self._watch(seen)
        self._write()
        time.sleep(SETTLE)
        if not self._is_mine():
            raise StoreBusy("another run has begun to write to this folder at the same moment")
        self._held = True

    def _watch(self, seen: bytes) -> None:
        """Wait whether the owner gives the lock up or is dead; raise if it gives a sign of life."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            time.sleep(PAUSE)
            now = self._content()
            if now is None:
                return
            if now != seen:
                raise StoreBusy(
                    f"another run ({' '.join(_owner(now))}) is writing there; wait until it has ended"
                )

    def beat(self) -> None:
        """Renew the lock if it is time; raise if somebody has taken it over."""
        if self._trouble is not None:
            raise self._trouble
        if self._keeper is None:
            self._renew()

    def _renew(self) -> None:
        if self._held and time.monotonic() - self._last > BEAT:
            if not self._is_mine():
                self._held = False
                raise StoreBusy("another run took this one for dead and has taken over its folder")
            self._write()

    def keep(self) -> None:
        """Renew the lock from now on, whatever else goes on; ``beat`` tells if it was lost."""
        self._keeper = Thread(target=self._keep, daemon=True)
        self._keeper.start()

    def _keep(self) -> None:
        while not self._over.wait(BEAT / 2):
            try:
                with in_words(self._url):
                    self._renew()
            except (ConverterError, OSError) as error:
                self._trouble = error
                return

    def free(self) -> None:
        """Give the lock up."""
        self._over.set()
        if self._keeper is not None:
            self._keeper.join(BEAT)
        if self._held and self._is_mine():
            self._store.rm_file(self._url)
        self._held = False

    def _is_dead(self, content: bytes) -> bool:
        """Say whether the owner is a process of this machine that is no more."""
        node, number = _owner(content)
        if node != _owner(self.token.encode())[0] or not number.isdigit():
            return False
        try:
            os.kill(int(number), 0)
        except ProcessLookupError:
            return True
        except (OSError, OverflowError):
            return False
        return False

    def _content(self) -> bytes | None:
        try:
            return bytes(self._store.cat_file(self._url))
        except FileNotFoundError:
            return None

    def _is_mine(self) -> bool:
        content = self._content()
        return content is not None and content.split(b" ")[0] == self.token.encode()

    def _write(self) -> None:
        self._beats += 1
        self._store.pipe_file(self._url, f"{self.token} {self._beats}".encode())
        self._last = time.monotonic()


def _owner(content: bytes) -> tuple[str, str]:
    """Return machine and process that a lock tells of."""
    token = content.decode("utf-8", "replace").partition(" ")[0]
    node, _, number = token.rpartition(".")[0].rpartition(".")
    return node, number
