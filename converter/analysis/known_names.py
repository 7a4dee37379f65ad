"""How a name that is printed in capitals is spelled elsewhere: in the house's list, or in the document itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from converter.normalizers.names import fold_name, parse_name

DOTLESS = str.maketrans({"I": "ı", "İ": "i"})
DOTTED = str.maketrans({"İ": "i"})


def known_names(printed: Iterable[str], text: str, listed: Mapping[str, str]) -> dict[str, str]:
    """Return folded names → ``Given|Family`` for names whose capitals the document itself resolves.

    Only a family name that stands in exactly one of its two possible small-letter spellings counts.
    """
    known = {fold_name(name): spelling for name, spelling in listed.items()}
    for name in printed:
        parsed = parse_name(name)
        if parsed.case == "as-printed" or not parsed.family or not parsed.printed_family:
            continue
        spellings = {_small(parsed.printed_family, table) for table in (DOTLESS, DOTTED)}
        attested = [
            spelling
            for spelling in spellings
            if spelling in text and re.search(rf"(?<!\w){re.escape(spelling)}(?!\w)", text)
        ]
        if len(spellings) > 1 and len(attested) == 1:
            known[fold_name(f"{parsed.given or ''} {parsed.printed_family}")] = (
                f"{parsed.given or ''}|{attested[0]}"
            )
    return known


def _small(family: str, table: dict[int, str]) -> str:
    return " ".join(word[:1] + word[1:].translate(table).lower() for word in family.split())
