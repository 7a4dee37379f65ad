"""The table of language subtags, made from IANA's registry: ``python -m tests.validation.subtags`` writes it.

The registry is that of the npm package ``language-subtag-registry``, which ``tests/clients`` installs.
"""

from __future__ import annotations

import json
import textwrap
from collections import defaultdict
from pathlib import Path

from tests.clients.programs import HERE, missing

MODULE = Path(__file__).parents[2] / "converter" / "validation" / "language_subtags.py"
PACKAGE = HERE / "node_modules" / "language-subtag-registry" / "data" / "json"
WIDTH = 100


def registered(kind: str) -> list[str]:
    """Return the subtags of one kind; ranges for private use (``qaa..qtz``) are left to the rule."""
    return sorted(one for one in json.loads((PACKAGE / f"{kind}.json").read_text("utf-8")) if "." not in one)


def rendered() -> str:
    """Return the module."""
    if not PACKAGE.is_dir():
        missing("language-subtag-registry", f"npm install --no-package-lock --prefix {HERE}")
    date = json.loads((PACKAGE / "meta.json").read_text("utf-8"))["File-Date"]
    languages = registered("language")
    parts = [
        f'"""Subtags of IANA\'s registry of {date}: made by ``python -m tests.validation.subtags``."""',
        "from __future__ import annotations",
        stated("TWO_LETTERS", (one for one in languages if len(one) == 2)),
        stated("THREE_LETTERS", grouped(one for one in languages if len(one) == 3)),
        '"""By their first two letters: ``aa:abc`` stands for aaa, aab and aac."""',
        stated("SCRIPTS", registered("script")),
        stated("REGIONS", registered("region")),
    ]
    return "\n\n".join(parts).replace('"""\n\n"""By', '"""\n"""By') + "\n"


def grouped(codes: object) -> list[str]:
    """Join codes that share their first two letters."""
    groups: dict[str, str] = defaultdict(str)
    for code in codes:  # type: ignore[attr-defined]
        groups[code[:2]] += code[2]
    return [f"{start}:{ends}" for start, ends in groups.items()]


def stated(name: str, words: object) -> str:
    """Write a constant of many words."""
    text = textwrap.fill(" ".join(words), WIDTH, initial_indent="    ", subsequent_indent="    ")  # type: ignore[arg-type]
    return f'{name} = """\n{text}\n"""'


if __name__ == "__main__":
    MODULE.write_text(rendered(), encoding="utf-8")
