"""How the value of each kind of BibTeX field is written, and how fields become an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter.writers.bibtex_ascii import in_latex, percent_encoded
from converter.writers.bibtex_escape import escape, escape_name_part, guard_entry_like

if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.model import Name


RAW_FIELDS = frozenset(["doi", "url"])
"""Fields that are read as they stand, without TeX's escapes."""


class Macro(str):
    """A value that BibTeX expands itself (``may``), and so stands without braces."""

    __slots__ = ()


def entry(
    entry_type: str, identifier: str, fields: Iterable[tuple[str, str | None]], *, latex_ascii: bool = False
) -> str:
    """Write one entry, a field a line; a field without a value is left out."""
    lines = [f"@{entry_type}{{{identifier},"]
    for name, value in fields:
        if value:
            if latex_ascii and not value.isascii():
                value = percent_encoded(value) if name in RAW_FIELDS else in_latex(value)
            lines.append(f"  {name} = {value}," if isinstance(value, Macro) else f"  {name} = {{{value}}},")
    return "\n".join((*lines, "}\n"))


def text(value: str | None) -> str | None:
    """Escape a value that is printed as it stands."""
    return guard_entry_like(escape(value)) if value else None


def corporate(name: str | None) -> str | None:
    """Return a body's name in braces of its own, so that it is not cut into given and family name."""
    return f"{{{text(name)}}}" if name else None


def names(persons: Iterable[Name]) -> str | None:
    """Return authors or editors as BibTeX parts them.

    >>> from converter.model import Name
    >>> names([Name("Ada", "Orman", None, "Ada Orman"), Name(None, None, None, "Lodestar")])
    'Orman, Ada and {Lodestar}'
    """
    return guard_entry_like(" and ".join(map(_name, persons))) or None


def _name(person: Name) -> str:
    if person.family is None and person.given is None:
        return corporate(person.literal) or "{}"
    return ", ".join(escape_name_part(part) for part in (person.family, person.given) if part)


def page_range(page: str | None) -> str | None:
    """Write a range of pages with the two hyphens of BibTeX.

    >>> page_range("12-15"), page_range("7")
    ('12--15', '7')
    """
    first, dash, last = (page or "").replace("–", "-").partition("-")
    return f"{first.strip()}--{last.strip('- ')}" if dash and first and last else page
