"""A labelled page as web sites print it: by several systems, with notes in several manners."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from converter.evaluation.gold import Gold
from tests.readers.made.sheets import sheet_of_gold
from tests.readers.pdf.markup import direction
from tests.readers.pdf.parts import Inline, Part, Sheet

FRAMES = Path(__file__).parent / "frames"
Notes = tuple[Callable[[Inline], str], Callable[[Part], str]]
"""How a marker is written, and how the head of a note."""


def _linked_marker(one: Inline) -> str:
    return f'<sup><a href="#_ftn{one.note}" id="_ftnref{one.note}">[{one.text}]</a></sup>'


def _linked_head(part: Part) -> str:
    return f'<a href="#_ftnref{part.label}" id="_ftn{part.label}">[{part.label}]</a> '


def _raised_marker(one: Inline) -> str:
    return f"<sup>{one.text}</sup>"


def _raised_head(part: Part) -> str:
    return f"<sup>{part.label}</sup> "


def _plain_marker(one: Inline) -> str:
    return f"[{one.text}]"


def _plain_head(part: Part) -> str:
    return f"[{part.label}] "


def _plugin_marker(one: Inline) -> str:
    return (
        f'<span class="fnref"><a class="footnote-link" role="doc-noteref" href="#note-{one.note}" '
        f'id="back-{one.note}"><sup>{one.text}</sup></a></span>'
    )


def _plugin_head(part: Part) -> str:
    return f'<a class="back" href="#back-{part.label}" id="note-{part.label}" title="Back">{part.label}.</a> '


LINKED: Notes = (_linked_marker, _linked_head)
RAISED: Notes = (_raised_marker, _raised_head)
PLAIN: Notes = (_plain_marker, _plain_head)
PLUGIN: Notes = (_plugin_marker, _plugin_head)


@dataclass(frozen=True, slots=True)
class Site:
    """How a site prints a page: its notes, the frame round the article, and the furniture in it."""

    notes: Notes
    frame: str
    furniture: Sequence[str]
    """Every line of the frame that a reader sees."""
    tags: Mapping[str, str]
    """Kind of a part → its element with attributes; others are paragraphs."""


TAGS = {
    "title": 'h1 class="entry-title"',
    "heading": "h2",
    "subtitle": 'p class="subtitle"',
    "quote": "blockquote",
}
OLD_TAGS = {
    "title": 'p align="center"><font size="5"><b', "heading": 'p><b', "quote": "blockquote><p",
    "byline": "p><i", "subtitle": "p><font size=\"4\"",
}  # fmt: skip


def _site(name: str, notes: Notes, tags: Mapping[str, str]) -> Site:
    frame = (FRAMES / f"{name}.html").read_text("utf-8")
    furniture = (FRAMES / f"{name}.txt").read_text("utf-8").splitlines()
    return Site(notes, frame, furniture, tags)


SITES: Mapping[str, Site] = {
    "blog": _site("blog", LINKED, TAGS),
    "portal": _site("portal", PLAIN, {**TAGS, "heading": "h3"}),
    "tables": _site("tables", RAISED, OLD_TAGS),
    "journal": _site("journal", PLUGIN, {**TAGS, "title": 'h1 class="page_title"'}),
    "builder": _site("builder", RAISED, {**TAGS, "title": "h1", "heading": "h4"}),
}
"""Name → how it prints."""


def page(gold: Gold, site: Site) -> str:
    """Return a labelled page as a site prints it."""
    sheet = sheet_of_gold(gold)
    body = "\n".join(_elements(sheet, site))
    values = {
        "LANGUAGE": gold.language,
        "DIRECTION": direction(sheet),
        "TITLE": escape(sheet.title),
        "BODY": body,
    }
    return re.sub("|".join(values), lambda match: values[match[0]], site.frame)


def _elements(sheet: Sheet, site: Site) -> Iterator[str]:
    last = ""
    for part in [*sheet.parts, Part("end", ())]:
        group = _group(part)
        if group != last:
            yield {"table": "</table>", "ul": "</ul>", "ol": "</ol>"}.get(last, "")
            yield {"table": '<table border="1">', "ul": "<ul>", "ol": "<ol>"}.get(group, "")
        last = group
        if part.kind == "row":
            cells = "".join(f"<td>{cell}</td>" for cell in _line(part, site).split("\t"))
            yield f"<tr>{cells}</tr>"
        elif group in {"ul", "ol"}:
            yield f"<li>{_line(part, site)}</li>"
        elif part.kind != "end":
            yield _paragraph(part, site)


def _group(part: Part) -> str:
    if part.kind == "row":
        return "table"
    if part.kind != "item":
        return ""
    return "ol" if re.fullmatch(r"\d+\.", part.label) else "ul" if not re.search(r"\w", part.label) else ""


def _paragraph(part: Part, site: Site) -> str:
    opening = site.tags.get(part.kind, f'p class="{part.kind}"' if part.kind == "note" else "p")
    closing = "".join(f"</{tag}>" for tag in reversed(re.findall(r"(?:^|<)(\w+)", opening)))
    label = f"{escape(part.label)} " if part.kind == "item" else ""
    head = site.notes[1](part) if part.kind == "note" and part.label else ""
    return f"<{opening}>{head}{label}{_line(part, site)}{closing}"


def _line(part: Part, site: Site) -> str:
    return "".join(_inline(one, site) for one in part.inlines)


def _inline(one: Inline, site: Site) -> str:
    if one.note is not None and one.text == one.note and one.text.isalnum():
        return site.notes[0](one)
    if one.note is not None:
        return f"[{one.text}]" if one.text.isalnum() else escape(one.text)
    text = escape(one.text, quote=False)
    if re.fullmatch(r"https?://\S+", one.text):
        return f'<a href="{escape(one.text)}">{text}</a>'
    return f"<em>{text}</em>" if "italic" in one.marks else text
