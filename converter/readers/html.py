"""Web pages: the article with its notes, and beside it, set aside but kept, all else that the page prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urljoin

from converter.diagnostics import Code
from converter.errors import UnreadableInput
from converter.readers.html_blocks import draft_blocks
from converter.readers.html_clues import dated_in_text, read_clues, titles_of
from converter.readers.html_drafts import Draft
from converter.readers.html_encoding import decode_page
from converter.readers.html_inline_notes import find_inline_notes
from converter.readers.html_layout import lay_out
from converter.readers.html_links import host_of
from converter.readers.html_note_marks import (
    label_inline_notes,
    mark_notes,
    move_headings,
    set_repeated_aside,
)
from converter.readers.html_notes import Notes
from converter.readers.html_parts import Parts
from converter.readers.html_tree import Element, Tree, read_tree
from converter.source import Clue, Source

FALLBACKS = frozenset({"noscript", "noframes"})
"""Elements whose text a browser shows only where it can do less."""

FEWEST_LETTERS = 40
"""Letters of text that a page must have if it holds scripts, not to be an empty shell."""


def read_html(content: bytes, name: str, sha256: str) -> Source:
    """Read a web page as it was saved; nothing that it names is fetched."""
    text, encoding, damage = decode_page(content, name)
    tree = read_tree(text)
    clues = read_clues(tree)
    drafts = draft_blocks(tree.root, find_inline_notes(tree.root, tree.by_id))
    _refuse_shell(tree, drafts, name)
    address = _address(tree, clues)
    label_inline_notes(drafts)
    finder = Notes(drafts, tree.by_id)
    notes = finder.find()
    mark_notes(notes, finder, drafts)
    set_repeated_aside(notes, drafts)
    move_headings(notes, drafts)
    parts = Parts(tree.root, drafts, titles_of(clues), address)
    parts.decide()
    if all(draft.part for draft in drafts):  # a page of links only: there is nothing to set aside from
        for draft in drafts:
            draft.part = None
    clues += dated_in_text(drafts, parts.begin + 12)
    paper = lay_out(drafts, lambda href: _resolved(href, address))
    return paper.source(name, "text/html", encoding, sha256, damage.findings(paper.text), clues)


def _refuse_shell(tree: Tree, drafts: Sequence[Draft], name: str) -> None:
    """Raise if the page has no text of its own: frames around others, or a program that makes it."""
    frames = [one.get("src") for one in tree.root.elements() if one.tag == "frame" and one.get("src")]
    seen = [draft for draft in drafts if not any(one.tag in FALLBACKS for one in draft.block.ancestors())]
    letters = sum(map(str.isalpha, "".join([draft.text for draft in seen])))
    if letters >= FEWEST_LETTERS:
        return
    if frames:
        raise UnreadableInput(name, Code.FRAMES_ONLY.at(None, files=", ".join(frames[:5])))
    if letters == 0 or any(_is_program(one) for one in tree.root.elements()):
        code = Code.SCRIPT_ONLY if any(map(_is_program, tree.root.elements())) else Code.EMPTY
        raise UnreadableInput(name, code.at(None))


def _is_program(element: Element) -> bool:
    return element.tag == "script" and "json" not in element.get("type")


def _address(tree: Tree, clues: Sequence[Clue]) -> str:
    """Return the address of the page, against which its links are read; empty if it does not say."""
    base = next((one.get("href") for one in _bases(tree)), "")
    address = next((clue.value for clue in clues if clue.field == "url"), "")
    return base if host_of(base) else address


def _bases(tree: Tree) -> Iterator[Element]:
    yield from (one for one in tree.root.elements() if one.tag == "base" and one.get("href"))


def _resolved(href: str, address: str) -> str | None:
    """Return the whole address of a link; nothing for one that leads nowhere outside the page."""
    href = "".join(href.split())
    if not href or href.startswith("#"):
        return None
    scheme = href.partition(":")[0].lower()
    if scheme in ("http", "https", "mailto", "doi", "ftp"):
        return href
    if ":" in href.partition("/")[0] or not host_of(address):
        return None
    try:
        return urljoin(address, href)
    except ValueError:
        return None
