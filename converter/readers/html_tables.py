"""Whether a table holds facts in rows and columns, or only lays out a page."""

from __future__ import annotations

from itertools import islice

from converter.readers.html_marks import NOTE_ID
from converter.readers.html_tree import Element

LAID_OUT = frozenset(
    {
        "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "article", "nav", "form", "blockquote",
        "header", "footer", "section",
    }
)  # fmt: skip
"""What stands in the cells of a table that lays out a page."""

LONGEST_CELL = 500
"""Characters of a cell of facts."""

MOST_PARAGRAPHS = 3
"""Paragraphs of such a cell; short ones, too, are the text of a page where there are more."""

MOST_ELEMENTS = 20_000
ROLES = frozenset({"presentation", "none"})


def is_table_of_facts(table: Element) -> bool:
    """Tell a table of two or more rows and columns of short cells from one that lays out a page."""
    if table.tag != "table" or table.get("role").lower() in ROLES:
        return False
    rows = widest = 0
    cells: list[Element] = []
    for number, element in enumerate(table.elements()):
        if element is table:
            continue
        if element.tag in LAID_OUT or number > MOST_ELEMENTS or _is_place_of_note(element):
            return False
        if element.tag == "tr":
            rows += 1
            widest, cells = max(widest, len(cells)), []
        elif element.tag in ("td", "th"):
            cells.append(element)
            if _is_page(element):
                return False
    return rows > 1 and max(widest, len(cells)) > 1


def _is_page(cell: Element) -> bool:
    """Tell whether a cell holds the text of a page: a long one, or several paragraphs."""
    if len(cell.text()) > LONGEST_CELL:
        return True
    paragraphs = islice((element for element in cell.elements() if element.tag == "p"), MOST_PARAGRAPHS + 1)
    return len(list(paragraphs)) > MOST_PARAGRAPHS


def _is_place_of_note(element: Element) -> bool:
    name = element.get("id") or (element.get("name") if element.tag == "a" else "")
    return bool(name) and NOTE_ID.search(name) is not None
