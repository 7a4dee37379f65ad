"""What a PDF says of itself beside its text: title, authors and language, believed little."""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.readers.pdf_library import Handle, language_of, meta_text
from converter.source import Clue

NO_TITLE = re.compile(
    r"""
      \S+ \. (?: docx? | odt | rtf | pdf | indd | qxd | tex | html? | txt | pages | pptx? | dvi | typ ) $
    | microsoft\ word\b | (?: untitled | unbenannt | adsız | document | belge | layout ) \s* \d* $
    """,
    re.VERBOSE | re.IGNORECASE,
)
NO_AUTHOR = re.compile(
    r"(?: user | admin\w* | owner | author | unknown | anonym\w* | microsoft | root | pc | hp | \W* )\d*$",
    re.VERBOSE | re.IGNORECASE,
)
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")
LONGEST = 500


def is_title(value: str) -> bool:
    """Tell a title from what a program puts in its place: the name of the file, or its own."""
    return 1 < len(value) <= LONGEST and not NO_TITLE.search(value)


def is_author(value: str) -> bool:
    """Tell the name of a person from that of an account."""
    return " " in value and not NO_AUTHOR.match(value)


def read_clues(document: Handle) -> Iterator[Clue]:
    """Yield what the document information says, where it can be meant for a reader."""
    title, author = meta_text(document, "Title"), meta_text(document, "Author")
    if is_title(title):
        yield Clue("title", title, "PDF document information, Title")
    for name in re.split(r"\s*;\s*", author) if len(author) <= LONGEST else ():
        if is_author(name):
            yield Clue("author", name, "PDF document information, Author")
    language = language_of(document)
    if LANGUAGE.match(language):
        yield Clue("language", language, "PDF catalogue, Lang")
    keywords = meta_text(document, "Keywords")
    if 1 < len(keywords) <= LONGEST:
        yield Clue("keywords", keywords, "PDF document information, Keywords")
