"""How a number is printed that an office file only counts: figures, Roman figures, letters, signs."""

from __future__ import annotations

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
SIGNS = "*†‡§"
CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
LATIN = "abcdefghijklmnopqrstuvwxyz"
LARGEST = 9999
"""A larger number is printed in figures, whatever the format wants."""


def printed(number: int, form: str) -> str:
    """Return a number in a form of Word's (``w:numFmt``); one that we do not know is printed in figures.

    >>> [printed(4, form) for form in ("decimal", "lowerRoman", "upperLetter", "chicago", "decimalZero")]
    ['4', 'iv', 'D', '§', '04']
    >>> printed(28, "lowerLetter"), printed(5, "chicago")
    ('bb', '**')
    """
    if not 0 < number <= LARGEST:
        return str(number)
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    if form == "decimalZero":
        return f"{number:02d}"
    letters = {"lowerLetter": LATIN, "upperLetter": LATIN.upper(), "chicago": SIGNS}
    letters |= {"russianLower": CYRILLIC, "russianUpper": CYRILLIC.upper()}
    return _repeated(number, letters[form]) if form in letters else str(number)


def _roman(number: int) -> str:
    found = []
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        found.append(letters * count)
    return "".join(found)


def _repeated(number: int, letters: str) -> str:
    """Count with letters as Word does: after z comes aa, then bb."""
    rounds, at = divmod(number - 1, len(letters))
    return letters[at] * (rounds + 1)
