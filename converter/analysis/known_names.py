"""How a name printed in capitals is spelled elsewhere: in the house's list, or in the document itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from converter.normalizers.names import ParsedName, fold_name, parse_name

DOTLESS = str.maketrans({"I": "ı", "İ": "i"})
DOTTED = str.maketrans({"İ": "i"})


class KnownNames:
    """Reads names, each once; those whose capitals the list or the document resolves are spelled as there."""

    def __init__(self, listed: Mapping[str, str]) -> None:
        self._spellings = dict(listed)
        self._parsed: dict[str, ParsedName] = {}

    def learn(self, printed: Iterable[str], text: str) -> None:
        """Look for the spelling of names in the text of the document.

        Only a family name that stands in exactly one of its two possible small-letter spellings counts.
        """
        for name in printed:
            parsed = self.parse(name)
            if parsed.case == "as-printed" or not parsed.family or not parsed.printed_family:
                continue
            spellings = {_small(parsed.printed_family, table) for table in (DOTLESS, DOTTED)}
            attested = [spelling for spelling in spellings if _stands_alone(spelling, text)]
            if len(spellings) > 1 and len(attested) == 1:
                given = parsed.given or ""
                self._spellings[fold_name(f"{given} {parsed.printed_family}")] = f"{given}|{attested[0]}"
                self._parsed.clear()

    def parse(self, printed: str) -> ParsedName:
        """Read a printed name."""
        parsed = self._parsed.get(printed)
        if parsed is None:
            parsed = self._parsed[printed] = parse_name(printed, self._spellings)
        return parsed


def _small(family: str, table: dict[int, str]) -> str:
    return " ".join([word[:1] + word[1:].translate(table).lower() for word in family.split()])


def _stands_alone(word: str, text: str) -> bool:
    """Tell whether a word stands in a text, not as a part of another word."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum():
            return True
        at = text.find(word, at + 1)
    return False
