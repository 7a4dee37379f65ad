"""Drop capitals: the large first letter of a text goes to its word, the lines beside it to the margin."""

from __future__ import annotations

from converter.readers.pdf_lines import Line, Lines

LARGER = 1.7
"""Size of such a letter, as a share of that of the text, at least."""

LONGEST = 2
"""Characters: the letter, and a quotation mark before it."""


def with_initials(lines: Lines, size: float) -> Lines:
    """Return lines with each drop capital put before the line whose first letter it is."""
    found = [line for line in lines if _is_initial(line, size)]
    for initial in found:
        beside = [line for line in lines if line is not initial and _is_beside(line, initial)]
        if not beside:
            continue
        first = max(beside, key=lambda line: line.y)
        whole = Line([*initial.glyphs, *first.glyphs], first.page)
        whole.y, whole.size, whole.style, whole.tag = first.y, first.size, first.style, first.tag
        for line in beside:
            line.x0 = initial.x0
        lines = [whole if line is first else line for line in lines if line is not initial]
    return lines


def _is_initial(line: Line, size: float) -> bool:
    text = line.text.strip()
    return (
        0 < len(text) <= LONGEST and text[-1].isalpha() and text[-1].isupper() and line.size >= LARGER * size
    )


def _is_beside(line: Line, initial: Line) -> bool:
    gap = line.x0 - initial.x1
    inside = initial.y - 0.2 * line.size < line.y < initial.y + initial.size
    return inside and -0.3 * line.size < gap < 1.2 * line.size and line.size < initial.size
