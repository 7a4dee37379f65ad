"""How the documents of a book become one page: their bodies in order, links between them made links in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import unquote

from converter.readers.packages import resolved
from converter.xml import feed_html

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "wbr"}
)
SILENT = frozenset({"head", "script", "style", "title", "link", "meta", "base"})
"""Elements without text of the page."""

PARTS = frozenset({"html", "body", "section", "article", "main"})
"""Elements that cut a book into parts, which are one article here."""

NAMES = frozenset({"id", "name"})


class Joined:
    """The page that is written document by document."""

    def __init__(self, parts: Sequence[str]) -> None:
        self._numbers = {part: number for number, part in enumerate(parts)}
        self._written: list[str] = []
        self._contents: list[str] = []

    def add(self, part: str, text: str, *, is_contents: bool) -> None:
        """Write a document; the list of contents is navigation."""
        self.write(f'<a id="{self._name(part)}"></a>')
        if is_contents:
            before, self._written = self._written, []
            feed_html(text, _Body(part, self))
            self._contents, self._written = self._written, before
        else:
            feed_html(text, _Body(part, self))

    def text(self) -> str:
        """Return what was written: the list of contents, and the book as one article."""
        contents = f"<nav>{''.join(self._contents)}</nav>" if self._contents else ""
        return f"{contents}<article>{''.join(self._written)}</article>"

    def write(self, markup: str) -> None:
        """Write a tag or a text."""
        self._written.append(markup)

    def link(self, part: str, address: str) -> str:
        """Return where a link of a document leads in the page; one that leads out of the book stays."""
        path, sign, place = address.partition("#")
        if not path:
            return f"#{self.named(part, place)}"
        other = resolved(part, unquote(path))
        if ":" in path.partition("/")[0] or other not in self._numbers:
            return address
        return f"#{self.named(other, place)}" if sign and place else f"#{self._name(other)}"

    def named(self, part: str, name: str) -> str:
        """Return the name in the page of what is called so in a document; it keeps what it says."""
        return name if self._numbers[part] == 0 else f"{name}-{self._name(part)}"

    def _name(self, part: str) -> str:
        return f"document-{self._numbers[part] + 1}"


class _Body:
    """Writes what stands in the body of a document."""

    def __init__(self, part: str, page: Joined) -> None:
        self._part = part
        self._page = page
        self._silent: list[str] = []

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        """Write a start tag."""
        if self._silent or tag in SILENT:
            self._silent.append(tag)
        elif tag not in PARTS:
            written = "".join([f' {key}="{escape(self._attribute(key, attrib[key]))}"' for key in attrib])
            self._page.write(f"<{tag}{written}>")
        elif attrib and attrib.get("id"):
            self._page.write(f'<a id="{escape(self._attribute("id", attrib["id"]))}"></a>')

    def end(self, tag: str) -> None:
        """Write an end tag."""
        if self._silent:
            self._silent.pop()
        elif tag not in VOID and tag not in PARTS:
            self._page.write(f"</{tag}>")

    def data(self, text: str) -> None:
        """Write text."""
        if not self._silent:
            self._page.write(escape(text, quote=False))

    def comment(self, text: str) -> None:
        """Leave out a comment."""

    def close(self) -> None:
        """End the document."""

    def _attribute(self, key: str, value: str | None) -> str:
        value = value or ""
        if key in NAMES:
            return self._page.named(self._part, value)
        return self._page.link(self._part, value) if key == "href" else value
