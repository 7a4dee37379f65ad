"""How text looks in an office file, and what the names of styles mean: words of all its formats."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

Look = Mapping[str, bool]
"""``bold``, ``italic``, ``underline``, ``superscript``, ``code``, ``hidden``: on or off, if it is said."""

NO_LOOK: Look = MappingProxyType({})
MARKS = ("bold", "italic", "superscript", "underline", "code")

HEADING_NAME = re.compile(r"heading (?P<level>[1-9])$")
CONTENTS_NAME = re.compile(r"toc (?:\d|heading)$|table of contents|contents (?:\d|heading)$")
QUOTE_NAMES = frozenset(
    {"quote", "intense quote", "block text", "block quotation", "quotation", "quotations", "blockquote"}
)
CODE_NAMES = frozenset({"verbatim char", "source code", "html code", "code", "html typewriter"})
TITLE_NAMES = frozenset({"title", "subtitle"})


def marks_of(look: Look) -> tuple[str, ...]:
    """Return the marks of a run of this look.

    >>> marks_of({"bold": True, "italic": False, "superscript": True})
    ('bold', 'superscript')
    """
    return tuple([mark for mark in MARKS if look.get(mark)]) if look else ()


def heading_level(name: str) -> int:
    """Return the level that the name of a style gives a heading; 0 for other names.

    >>> heading_level("heading 2"), heading_level("body text")
    (2, 0)
    """
    match = HEADING_NAME.match(name)
    return int(match["level"]) if match else 0


def is_quote_name(name: str) -> bool:
    """Tell the style of a quotation set apart."""
    return name in QUOTE_NAMES


def is_contents_name(name: str) -> bool:
    """Tell the style of a line of a table of contents."""
    return CONTENTS_NAME.match(name) is not None


def says_something(name: str) -> bool:
    """Tell the name of a style that means something to us."""
    return name in QUOTE_NAMES or name in TITLE_NAMES or heading_level(name) > 0 or is_contents_name(name)
