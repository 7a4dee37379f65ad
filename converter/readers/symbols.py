"""Signs of the fonts Symbol and Wingdings, which office files name by the place in the font."""

from __future__ import annotations

SYMBOL = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
) | {"·": "•", "*": "∗", "-": "−", "\xb0": "°", "\xb1": "±", "\xb3": "≥", "\xa3": "≤", "\xae": "→"}
WINGDINGS = {
    "l": "●",
    "n": "■",
    "q": "❑",
    "§": "▪",
    "\xa8": "◻",
    "\xfc": "✓",
    "\xe0": "→",
    "v": "❖",
    "\xd8": "➢",
}
FONTS = {"symbol": SYMBOL, "wingdings": WINGDINGS}
PRIVATE = 0xF000
"""Where Word puts the places of such fonts."""


def symbol(font: str, code: int) -> str:
    """Return the sign at a place of a font; one that we do not know stays as it is.

    >>> symbol("Symbol", 0xF061), symbol("Wingdings", 0xFC), symbol("Other", 0x2014)
    ('α', '✓', '—')
    """
    table = FONTS.get(font.lower(), {})
    place = code - PRIVATE if PRIVATE <= code <= PRIVATE + 0xFF else code
    if table and place <= 0xFF:
        return table.get(chr(place), chr(place) if chr(place).isprintable() else chr(PRIVATE + place))
    return chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"
