"""What labels of notes have in common, whatever is printed around them."""

from __future__ import annotations

FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def bare_label(text: str) -> str:
    """Return a label without what stands around it.

    >>> bare_label("[^1]:")
    '1'
    """
    return text.strip("[](){}^.: \u00a0\n").translate(FIGURES)


def begins_anew(before: str, label: str) -> bool:
    """Tell whether the numbering of notes begins anew behind a label, as it does with each section or page.

    >>> begins_anew("7", "1"), begins_anew("1", "1"), begins_anew("7", "3")
    (True, False, False)
    """
    return label == "1" and before.isdecimal() and int(before) > 1
