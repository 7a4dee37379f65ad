"""A labelled page as a Word document whose notes are notes of the file."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from converter.evaluation.brackets import Bracket, pieces
from converter.evaluation.gold import NOTES, Block, Gold
from converter.evaluation.layouts import REFLOWED

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
STYLES = {"title": "Title", "subtitle": "Subtitle", "head": "Heading1"}
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
FIRST_NOTE = 2
"""Word keeps 0 and 1 for the lines between text and notes."""


def as_word(gold: Gold) -> bytes | None:
    """Return the page as DOCX, or ``None`` if its notes do not have one marker each, in their order."""
    marks = [
        one.value
        for block in gold.blocks
        for one in pieces(block.text)
        if isinstance(one, Bracket) and one.key == "m"
    ]
    notes = list(_notes(gold))
    plain = not any(block.joins or block.label == "pagebreak" for block in gold.blocks)
    if gold.is_markdown or not plain or not notes or marks != [name for name, _ in notes]:
        return None
    numbers = {name: number for number, (name, _) in enumerate(notes, FIRST_NOTE)}
    body = "".join(
        _paragraph(block, numbers) for block in gold.blocks if block.label not in {*NOTES, "notes"}
    )
    document = f"{XML}<w:document {W}><w:body>{body}</w:body></w:document>"
    return _package(document, _footnotes(notes, numbers))


def _notes(gold: Gold) -> Iterator[tuple[str, list[Block]]]:
    current: list[Block] = []
    for block in gold.blocks:
        if block.label == "note":
            found = next(
                (one for one in pieces(block.text) if isinstance(one, Bracket) and one.key == "n"), None
            )
            current = [block]
            yield found.value.split()[0] if found else "", current
        elif block.label == "note2":
            current.append(block)


def _paragraph(block: Block, numbers: dict[str, int]) -> str:
    style = STYLES.get(block.label)
    inside = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside += "<w:bidi/>" if RIGHT_TO_LEFT.search(block.text) else ""
    properties = f"<w:pPr>{inside}</w:pPr>" if inside else ""
    runs = "".join(_run(one, block, numbers) for one in pieces(block.text))
    return f"<w:p>{properties}{runs}</w:p>"


def _run(piece: str | Bracket, block: Block, numbers: dict[str, int]) -> str:
    if isinstance(piece, Bracket) and piece.key == "m":
        return f'<w:r>{RAISED}<w:footnoteReference w:id="{numbers[piece.value]}"/></w:r>'
    if isinstance(piece, Bracket) and piece.key == "n":
        return f"<w:r>{RAISED}<w:footnoteRef/></w:r>"
    text = piece if isinstance(piece, str) else piece.printed
    lines = [re.sub(r"\s+", " ", text)] if block.label in {*REFLOWED} else text.split("\n")
    runs = [f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines]
    return f"<w:r>{'<w:br/>'.join(runs)}</w:r>"


def _footnotes(notes: list[tuple[str, list[Block]]], numbers: dict[str, int]) -> str:
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in enumerate(("separator", "continuationSeparator"))
    )
    paragraphs = {name: "".join(_paragraph(block, numbers) for block in blocks) for name, blocks in notes}
    written = "".join(
        f'<w:footnote w:id="{numbers[name]}">{inside}</w:footnote>' for name, inside in paragraphs.items()
    )
    return f"{XML}<w:footnotes {W}>{lines}{written}</w:footnotes>"


def _package(document: str, footnotes: str) -> bytes:
    types = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{WORD}.{kind}+xml"/>'
        for part, kind in (("document", "document.main"), ("footnotes", "footnotes"))
    )
    parts = {
        "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": _relation("rId1", "officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _relation("rId1", "footnotes", "footnotes.xml"),
        "word/document.xml": document,
        "word/footnotes.xml": footnotes,
    }
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            record = ZipInfo(name)
            record.compress_type = ZIP_DEFLATED
            archive.writestr(record, text)
    return stream.getvalue()


def _relation(name: str, kind: str, target: str) -> str:
    relation = f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{relation}</Relationships>'
