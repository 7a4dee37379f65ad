"""OpenDocument texts (ODT), read without a program from outside."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from converter.diagnostics import Code
from converter.errors import UnreadableInput
from converter.readers.clues import means_something
from converter.readers.left_out import LeftOut
from converter.readers.odt_body import Body
from converter.readers.odt_inline import PARAGRAPHS, STYLE_NAME
from converter.readers.odt_styles import NAME, OFFICE, STYLE, Styles
from converter.readers.packages import Package
from converter.readers.paragraphs import Sheet
from converter.source import Clue, Source

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
CONTENT, STYLES, META, MANIFEST = "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"
ENCRYPTED = b"encryption-data"
MASTER = f"{STYLE}master-page"
HEADS = {f"{STYLE}{name}": "running-head" for name in ("header", "header-first", "header-left")}
FEET = {f"{STYLE}{name}": "running-foot" for name in ("footer", "footer-first", "footer-left")}
CLUES = {
    "{http://purl.org/dc/elements/1.1/}title": "title",
    "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}initial-creator": "author",
    "{http://purl.org/dc/elements/1.1/}language": "language",
    "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}keyword": "keywords",
}


def read_odt(content: bytes, name: str, sha256: str) -> Source:
    """Read an OpenDocument text; nothing that it points at outside itself is opened."""
    package = Package(content, name)
    if ENCRYPTED in (package.find(MANIFEST) or b""):
        raise UnreadableInput(name, Code.ENCRYPTED.at(None))
    root = package.needed(CONTENT)
    named = package.tree(STYLES)
    styles = Styles([root] if named is None else [named, root])
    text = root.find(f"{OFFICE}body/{OFFICE}text")
    if text is None:
        raise UnreadableInput(name, Code.UNKNOWN_TYPE.at(None, type="a package that holds no office text"))
    sheet, left_out = Sheet(), LeftOut()
    body = Body(sheet, styles, left_out, has_title=_has_title(root, styles))
    for part in _page_ends(named, styles, HEADS):
        body.lay_out(part, HEADS[part.tag])
    body.lay_out(text)
    for part in _page_ends(named, styles, FEET):
        body.lay_out(part, FEET[part.tag])
    for note in sorted(body.inline.notes, key=lambda note: note.kind != "footnote"):
        body.lay_out_note(note)
    return sheet.source(name, MEDIA_TYPE, "utf-8", sha256, left_out.findings(), _clues(package))


def _has_title(root: etree._Element, styles: Styles) -> bool:
    """Tell whether a paragraph has the style of a title, so that the headings are below it."""
    used = {element.get(STYLE_NAME) for element in root.iter(*PARAGRAPHS)}
    return any(style.is_title for name in used if (style := styles.get("paragraph", name)))


def _page_ends(
    root: etree._Element | None, styles: Styles, names: dict[str, str]
) -> Iterator[etree._Element]:
    """Yield the heads or feet of the pages that the text has, each text once."""
    masters = [] if root is None else list(root.iter(MASTER))
    following = {one.get(NAME): one.get(f"{STYLE}next-style-name") for one in masters}
    used: set[str | None] = {masters[0].get(NAME) if masters else None, "Standard", *styles.masters()}
    used |= {following.get(name) for name in used}
    seen: set[str] = set()
    for part in (part for one in masters if one.get(NAME) in used for part in one):
        text = "".join(map(str, part.itertext())) if part.tag in names else ""
        if text.strip() and text not in seen:
            seen.add(text)
            yield part


def _clues(package: Package) -> Iterator[Clue]:
    root = package.tree(META)
    for element in root.iter(*CLUES) if root is not None else ():
        text = (element.text or "").strip()
        if means_something(text):
            yield Clue(CLUES[element.tag], text, META)
