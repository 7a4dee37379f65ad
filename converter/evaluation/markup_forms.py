"""A labelled page as Markdown and as a saved web page."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape

from converter.evaluation.brackets import Bracket, pieces
from converter.evaluation.gold import Block, Gold
from converter.evaluation.layouts import REFLOWED, in_lines, roomy

SIMPLE_ID = re.compile(r"[A-Za-z0-9-]+")
SLANTED = frozenset({"container"})
HEADS = {"title": "# ", "head": "## "}
TAGS = {"title": "h1", "subtitle": "h2", "head": "h2", "quote": "blockquote", "caption": "p"}
FOOTER = "Back to top"
MENU = ("Home", "About", "Publications", "Events", "Contact")


def as_markdown(gold: Gold) -> str | None:
    """Return the page as a careful typist writes it in Markdown: headings, footnotes, emphasis."""
    if gold.is_markdown or any(_is_odd(block) for block in gold.blocks):
        return None
    text = ""
    last: Block | None = None
    for block in gold.blocks:
        text += "\n" * (1 + _gap(last, block)) if last else ""
        text += _markdown(block)
        last = block
    return f"{text}\n"


def _is_odd(block: Block) -> bool:
    """Say whether a block has markers that Markdown has no form for."""
    marks = [one for one in pieces(block.text) if isinstance(one, Bracket) and one.key in {"m", "n"}]
    return any(not SIMPLE_ID.fullmatch(one.value.split()[0]) for one in marks) or block.label == "pagebreak"


def _gap(last: Block, block: Block) -> int:
    return 0 if block.label == last.label in {"item", "table"} else max(1, roomy(last, block))


def _markdown(block: Block) -> str:
    text = "".join(one if isinstance(one, str) else _markdown_piece(one, block) for one in pieces(block.text))
    if block.label == "note":
        text = re.sub(r"^(\[\^[^\]]+\]:)\s*", r"\1 ", text.lstrip())
    if block.label in REFLOWED:
        text = " ".join(text.split())
    if block.label == "note2":
        return f"    {text}"
    quoted = "> " if block.label == "quote" and not text.startswith(">") else ""
    return f"{HEADS.get(block.label, '')}{quoted}{text}"


def _markdown_piece(piece: Bracket, block: Block) -> str:
    if piece.key == "m":
        return f"[^{piece.value}]"
    if piece.key == "n":
        return f"[^{piece.value.split()[0]}]:"
    slanted = piece.key in SLANTED and block.label == "note" and not re.search(r"[*_\[\]<>]", piece.printed)
    return f"*{' '.join(piece.printed.split())}*" if slanted else piece.printed


def as_web_page(gold: Gold) -> str | None:
    """Return the page as a browser saves it: a menu, the article with linked notes, a footer."""
    if gold.is_markdown or any(block.label == "pagebreak" or block.joins for block in gold.blocks):
        return None
    title = gold.head.get("title")
    house = str(gold.head.get("publisher") or gold.name)
    body = "\n".join(_groups(gold))
    menu = "".join(f'<li><a href="/{word.lower()}">{word}</a></li>' for word in MENU)
    name = f"<title>{escape(f'{title} | {house}')}</title>" if title else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{gold.language}">\n<head><meta charset="utf-8">{name}\n'
        "<style>nav li { display: inline }</style></head>\n<body>\n"
        f"<nav><ul>{menu}</ul></nav>\n<main><article>\n{body}\n</article></main>\n"
        f'<footer><p><a href="#top">{FOOTER}</a></p></footer>\n</body>\n</html>\n'
    )


def with_menu(gold: Gold) -> Gold:
    """Return it with what the web page has round the article."""
    menu = tuple(Block("furniture", word, 1) for word in MENU)
    return replace(gold, blocks=(*menu, *gold.blocks, Block("furniture", FOOTER, 1)))


def _groups(gold: Gold) -> list[str]:
    """Return the blocks as elements, rows and items in their table or list."""
    written: list[str] = []
    last = ""
    for block in gold.blocks:
        if last != block.label and last in {"item", "table"}:
            written.append("</ul>" if last == "item" else "</table>")
        if last != block.label and block.label in {"item", "table"}:
            written.append("<ul>" if block.label == "item" else "<table>")
        written.append(_element(block))
        last = block.label
    return written + ({"item": ["</ul>"], "table": ["</table>"]}.get(last, []))


def _element(block: Block) -> str:
    inside = "".join(
        escape(one, quote=False) if isinstance(one, str) else _html_piece(one) for one in pieces(block.text)
    )
    if block.label == "item":
        return f"<li>{re.sub(r'^[ 	]*[-–—•*·] +', '', inside)}</li>"
    if block.label == "table":
        rows = [re.split(r"\s*[|\t]\s*", row.strip(" |")) for row in inside.split("\n")]
        cells = [
            "".join(f"<td>{cell}</td>" for cell in row) for row in rows if re.search(r"\w", "".join(row))
        ]
        return "".join(f"<tr>{row}</tr>" for row in cells)
    tag = TAGS.get(block.label, "p")
    if block.label not in REFLOWED:
        inside = inside.replace("\n", "<br>\n")
    return f"<{tag}>{inside}</{tag}>"


def _html_piece(piece: Bracket) -> str:
    text = escape(piece.printed, quote=False)
    if piece.key == "m" and SIMPLE_ID.fullmatch(piece.value):
        return f'<sup><a href="#fn-{piece.value}">{text.strip()}</a></sup>'
    if piece.key == "n" and SIMPLE_ID.fullmatch(piece.value.split()[0]):
        return f'<a id="fn-{piece.value.split()[0]}">{text}</a>'
    if piece.key == "url" and not re.search(r"\s", piece.printed):
        return f'<a href="{escape(piece.printed)}">{text}</a>'
    return f"<em>{text}</em>" if piece.key in SLANTED else text


__all__ = ["as_markdown", "as_web_page", "in_lines"]
