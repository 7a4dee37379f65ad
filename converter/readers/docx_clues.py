"""What the properties of a Word document say of it; programs fill them in, so little is believed."""

from __future__ import annotations

from collections.abc import Iterator

from converter.readers.clues import means_something
from converter.readers.docx_xml import Relations
from converter.readers.packages import Package
from converter.source import Clue

DC = "{http://purl.org/dc/elements/1.1/}"
FIELDS = {
    f"{DC}title": "title",
    f"{DC}creator": "author",
    f"{DC}language": "language",
    "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}keywords": "keywords",
}
"""Element → field; when a file was made says nothing of when its text was published."""


def docx_clues(package: Package, relations: Relations) -> Iterator[Clue]:
    """Yield the clues of the core properties."""
    for part in relations.parts("core-properties"):
        root = package.tree(part)
        for element in root if root is not None else ():
            field, text = FIELDS.get(element.tag), (element.text or "").strip()
            if field and means_something(text):
                yield Clue(field, text, part)
