"""What must be the same on all machines of a run, or the outputs might not be."""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from lxml import etree

from converter.version import __version__

PACKAGE = Path(__file__).resolve().parents[2]
Versions = Mapping[str, str]


@cache
def versions_here() -> Versions:
    """Return the versions of this machine; the code counts by its content."""
    return {
        "converter": f"{__version__} ({_code()})",
        "Python": ".".join(map(str, sys.version_info[:2])),
        "Unicode": unicodedata.unidata_version,
        "lxml": etree.__version__,
        "libxml2": ".".join(map(str, etree.LIBXML_VERSION)),
    }


def differences(ours: Versions, theirs: Versions) -> str | None:
    """Say in words what differs; ``None`` if nothing does.

    >>> differences({"Python": "3.11"}, {"Python": "3.12"})
    'Python 3.11 here, 3.12 there'
    """
    found = [
        f"{name} {ours[name]} here, {theirs.get(name)} there"
        for name in ours
        if ours[name] != theirs.get(name)
    ]
    return "; ".join(found) or None


def _code() -> str:
    whole = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*.py")):
        whole.update(path.relative_to(PACKAGE).as_posix().encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()[:12]
