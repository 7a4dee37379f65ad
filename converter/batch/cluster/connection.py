"""The way to the scheduler of a cluster, and its troubles in words."""

from __future__ import annotations

import logging
import os
import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec

from converter.batch.cluster.versions import differences, versions_here
from converter.errors import ConverterError

SECONDS = 15
"""How long a scheduler may take to answer."""
ADDRESS = re.compile(r"(?:[a-z]+://)?[^/\s]+:\d+/?")
EXAMPLE = "tcp://10.0.0.5:8786"
NOISY = ("distributed", "tornado", "asyncio")


class NoCluster(ConverterError):
    """The cluster cannot be used, or not any longer."""


@contextmanager
def connected(address: str) -> Iterator[Any]:
    """Connect to a scheduler, by its address or by the file that it wrote; raise ``NoCluster`` with words."""
    client = _client(address)
    try:
        _check_workers(client)
        yield client
    finally:
        with suppress(Exception):
            client.close(timeout=2)


def _client(address: str) -> Any:
    try:
        import distributed
    except ImportError:
        raise NoCluster("--cluster needs an optional part: pip install 'converter[cluster]'") from None
    for name in (*NOISY, *logging.root.manager.loggerDict):  # what they would say is said in our words
        if name.startswith(NOISY):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    warnings.filterwarnings("ignore", module="distributed")
    place = _address_of(address)
    begin: Any = distributed.Client
    try:
        return begin(place, timeout=SECONDS, set_as_default=False, name="converter")
    except (OSError, ValueError, TypeError, KeyError) as error:
        reason = " ".join(str(error).split())[:200]
        raise NoCluster(
            f"no scheduler answers at {address} ({reason}); "
            f"say its address, such as {EXAMPLE}, or the file that it wrote (--scheduler-file)"
        ) from None


def _address_of(given: str) -> str:
    """Return the address of a scheduler, which may stand in the file that it wrote."""
    address: object = given
    if Path(given).is_file():
        try:
            address = msgspec.json.decode(Path(given).read_bytes(), type=dict[str, Any]).get("address")
        except (OSError, msgspec.DecodeError):
            address = None
        if not isinstance(address, str):
            raise NoCluster(f"{given} is no file of a scheduler: it holds no address")
    if not ADDRESS.fullmatch(str(address)):
        raise NoCluster(f"{given} is neither the address of a scheduler ({EXAMPLE}) nor a file that is there")
    return str(address)


def _check_workers(client: Any) -> None:
    """Raise if one of the workers has other versions than we have; those to come see to it themselves."""
    try:
        found = client.run(versions_here)
    except Exception as error:  # noqa: BLE001 - whatever a worker raises comes through as it is
        raise NoCluster(f"a worker of the cluster cannot convert: {words_of(error)}") from None
    for worker, versions in found.items():
        told = differences(versions_here(), versions)
        if told is not None:
            raise NoCluster(f"the worker {worker} has other versions, and might write other outputs: {told}")


def threads_of(client: Any) -> int | None:
    """Return how many threads the workers have; ``None`` if nobody can say now."""
    try:
        return int(sum(client.ncores().values()))
    except Exception:  # noqa: BLE001 - what is wrong will show
        return None


def run_name() -> str:
    """Return a name that no other run of this machine has."""
    node = os.uname().nodename if hasattr(os, "uname") else ""
    return f"{node}.{os.getpid()}"


def words_of(error: BaseException) -> str:
    """Say what a worker complains about; what is not installed there is told as such."""
    if isinstance(error, ImportError):
        return f"{error}; install the same version of the converter there"
    return f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"


def everywhere(client: Any, work: Callable[[str], object], argument: str) -> None:
    """Let every worker do something at once; one that is gone need not."""
    with suppress(Exception):
        client.run(work, argument, on_error="ignore")
