"""A sheet written in the languages that programs read: HTML, Typst, LaTeX, groff, Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from tests.readers.pdf.parts import LEFT_OUT, Inline, Part, Sheet

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
NATIVE, TYPED, RAISED = "native", "typed", "raised"
"""How notes are set: by the program at the foot of the page, or at the end, as ``[1]`` or raised."""


def html(sheet: Sheet, style: str, notes: str) -> str:
    """Write a sheet as a page of HTML."""
    body = "\n".join(_html_parts(sheet, notes))
    return (
        f'<!DOCTYPE html><html lang="{sheet.language}" dir="{direction(sheet)}"><head><meta charset="utf-8">'
        f"<title>{escape(sheet.title)}</title><style>{style}</style></head><body>{body}</body></html>"
    )


def direction(sheet: Sheet) -> str:
    """Return in which direction the text of a sheet runs."""
    return "rtl" if sheet.language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def _bracketed(label: str) -> str:
    return f"[{label}]" if label.isalnum() else label


TAGS = {"title": "h1", "heading": "h2", "quote": "blockquote"}
MARK_TAGS = {"bold": "b", "italic": "i", "superscript": "sup", "underline": "u", "code": "code"}


def _html_parts(sheet: Sheet, notes: str) -> Iterator[str]:
    rows: list[str] = []
    for part in sheet.parts:
        if part.kind == "row":
            cells = "".join(f"<td>{cell}</td>" for cell in _html_line(sheet, part, notes).split("\t"))
            rows.append(f"<tr>{cells}</tr>")
            continue
        if rows:
            yield f"<table>{''.join(rows)}</table>"
            rows = []
        if notes == NATIVE and part.kind in LEFT_OUT:
            continue
        if part.kind == "note":
            label = f"{_bracketed(part.label)} " if notes == TYPED else f"<sup>{part.label}</sup> "
            yield f'<p class="note">{label}{_html_line(sheet, part, notes)}</p>'
            continue
        tag = TAGS.get(part.kind, "p")
        bullet = f"{part.label or '•'} " if part.kind == "item" else ""
        yield f'<{tag} class="{part.kind}">{bullet}{_html_line(sheet, part, notes)}</{tag}>'


def _html_line(sheet: Sheet, part: Part, notes: str) -> str:
    return "".join(_html_inline(sheet, inline, notes) for inline in part.inlines)


def _html_inline(sheet: Sheet, inline: Inline, notes: str) -> str:
    if inline.note is not None:
        if notes == NATIVE and inline.note in sheet.notes:
            label, paragraphs = sheet.notes[inline.note]
            text = "<br>".join(
                "".join(_html_inline(sheet, one, notes) for one in line) for line in paragraphs
            )
            return f'<span class="foot" data-label="{label}">{text}</span>'
        return _bracketed(inline.text) if notes == TYPED else f"<sup>{inline.text}</sup>"
    text = escape(inline.text, quote=False)
    for mark in inline.marks:
        text = f"<{MARK_TAGS[mark]}>{text}</{MARK_TAGS[mark]}>"
    return text


TYPST_SIGNS = re.compile(r"[\\#\[\]*_$`<>@~/=+\-\"'.]")


TYPST_FORMS = {
    "title": "#heading(level: 1)[{}]",
    "heading": "#heading(level: 2)[{}]",
    "quote": "#quote(block: true)[{}]",
}


def typst(sheet: Sheet, head: str) -> str:
    """Write a sheet in Typst, its notes at the foot of the page."""
    first = next((int(label) for label, _ in sheet.notes.values() if label.isdecimal()), 1)
    lines = [head.replace("LANG", sheet.language), f"#counter(footnote).update({first - 1})"]
    for is_table, parts in groupby(sheet.parts, lambda part: part.kind == "row"):
        if is_table:
            rows = [_typst_line(sheet, part).split("\t") for part in parts]
            inside = ", ".join(f"[{cell}]" for row in rows for cell in row)
            lines.append(f"#table(columns: {len(rows[0])}, {inside})")
        else:
            lines += [_typst_part(sheet, part) for part in parts if part.kind not in LEFT_OUT]
    return "\n\n".join(lines)


def _typst_part(sheet: Sheet, part: Part) -> str:
    text = _typst_line(sheet, part)
    if part.kind == "item":
        return f"#block[{part.label or '•'} {text}]"
    return TYPST_FORMS.get(part.kind, "{}").replace("{}", text)


def _typst_line(sheet: Sheet, part: Part) -> str:
    return "".join(_typst_inline(sheet, inline) for inline in part.inlines)


def _typst_inline(sheet: Sheet, inline: Inline) -> str:
    if inline.note is not None:
        if inline.note not in sheet.notes:
            return f"#super[{inline.text}]"
        label, paragraphs = sheet.notes[inline.note]
        text = "\n\n".join("".join(_typst_inline(sheet, one) for one in line) for line in paragraphs)
        if not label.isdecimal():
            return f"#footnote(numbering: _ => [{_typst_text(label)}])[{text}]"
        return f"#footnote[{text}]"
    text = _typst_text(inline.text)
    if "bold" in inline.marks:
        text = f"#strong[{text}]"
    return f"#emph[{text}]" if "italic" in inline.marks else text


def _typst_text(text: str) -> str:
    return TYPST_SIGNS.sub(lambda match: f"\\{match[0]}", text)


TEX_SIGNS = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "#": r"\#", "$": r"\$", "%": r"\%", "&": r"\&",
    "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "<": r"\textless{}", ">": r"\textgreater{}",
    '"': r"\textquotedbl{}", "'": r"\textquotesingle{}", "’": "’",
}  # fmt: skip


def latex(sheet: Sheet, head: str) -> str:
    """Write a sheet in LaTeX, its notes at the foot of the page."""
    lines = []
    for part in sheet.parts:
        text = "".join(_tex_inline(sheet, inline) for inline in part.inlines)
        if part.kind == "title":
            lines.append(rf"{{\noindent\LARGE\bfseries {text}\par}}\bigskip")
        elif part.kind == "heading":
            lines.append(rf"\section*{{{text}}}")
        elif part.kind == "item":
            bullet = part.label or r"\textbullet{}"
            lines.append(rf"\noindent\hangindent=1.5em {bullet} {text}")
        elif part.kind == "row":
            cells = text.split("\t")
            lines.append(r"\noindent " + "".join(rf"\makebox[7em][l]{{{cell}}}" for cell in cells))
        elif part.kind in ("paragraph", "abstract", "about-author"):
            lines.append(text)
        elif part.kind not in LEFT_OUT:
            lines.append(rf"\noindent {text}")
    return head.replace("TITLE", _tex_text(sheet.title[:40])) + "\n\n".join(lines) + "\n\\end{document}\n"


def _tex_inline(sheet: Sheet, inline: Inline) -> str:
    if inline.note is not None:
        if inline.note not in sheet.notes:
            return rf"\textsuperscript{{{inline.text}}}"
        label, paragraphs = sheet.notes[inline.note]
        text = r"\par ".join("".join(_tex_inline(sheet, one) for one in line) for line in paragraphs)
        if label.isdecimal():
            return rf"\footnote[{label}]{{{text}}}"
        return rf"{{\renewcommand\thefootnote{{{_tex_text(label)}}}\footnote[1]{{{text}}}}}"
    text = _tex_text(inline.text)
    if "bold" in inline.marks:
        text = rf"\textbf{{{text}}}"
    return rf"\emph{{{text}}}" if "italic" in inline.marks else text


def _tex_text(text: str) -> str:
    return "".join(TEX_SIGNS.get(sign, sign) for sign in text)


MARKDOWN_SIGNS = re.compile(r"[\\`*_{}\[\]<>#+\-.!|~^$@\"'()]")


MARKDOWN_FORMS = {"title": "# ", "heading": "## ", "quote": "> "}


def markdown(sheet: Sheet, notes: str) -> str:
    """Write a sheet in pandoc's Markdown, its notes native, or typed as they stand."""
    parts = [part for part in sheet.parts if notes == TYPED or part.kind not in LEFT_OUT]
    lines = [_markdown_part(part, _markdown_line(sheet, part.inlines, notes)) for part in parts]
    if notes == NATIVE:
        for identifier, (_, paragraphs) in sheet.notes.items():
            text = "\n\n    ".join(_markdown_line(sheet, line, notes) for line in paragraphs)
            lines.append(f"[^{identifier}]: {text}")
    return "\n\n".join(lines)


def _markdown_part(part: Part, text: str) -> str:
    if part.kind == "item":
        return f"{_markdown_text(part.label) or '•'} {text}"
    if part.kind == "note":
        return f"{_markdown_text(_bracketed(part.label))} {text}"
    return MARKDOWN_FORMS.get(part.kind, "") + text.replace("\t", " \\| ")


def _markdown_line(sheet: Sheet, inlines: Sequence[Inline], notes: str) -> str:
    return "".join(_markdown_inline(sheet, inline, notes) for inline in inlines)


def _markdown_inline(sheet: Sheet, inline: Inline, notes: str) -> str:
    if inline.note is not None:
        if notes == NATIVE:
            return f"[^{inline.note}]" if inline.note in sheet.notes else f"^{inline.text}^"
        return _markdown_text(_bracketed(inline.text))
    text = _markdown_text(inline.text)
    stars = "**" if "bold" in inline.marks else "*" if "italic" in inline.marks else ""
    return f"{stars}{text}{stars}"


def _markdown_text(text: str) -> str:
    return MARKDOWN_SIGNS.sub(lambda match: f"\\{match[0]}", text)


def groff(sheet: Sheet, head: str) -> str:
    """Write a sheet for ``groff -ms``, its notes at the foot of the page."""
    lines = [head]
    for part in sheet.parts:
        if part.kind in LEFT_OUT:
            continue
        opening = {"title": ".SH", "heading": ".SH", "paragraph": ".PP"}.get(part.kind, ".LP")
        bullet = f"{part.label or '•'} " if part.kind == "item" else ""
        text = bullet + "".join(_groff_inline(sheet, inline) for inline in part.inlines)
        lines += [opening, text.replace("\t", "    ")]
    return "\n".join(lines) + "\n"


def _groff_inline(sheet: Sheet, inline: Inline) -> str:
    if inline.note is not None:
        raised = f"\\u\\s-3{_groff_text(inline.text)}\\s+3\\d"
        if inline.note not in sheet.notes:
            return raised
        label, paragraphs = sheet.notes[inline.note]
        text = "\n.br\n".join("".join(_groff_text(one.text) for one in line) for line in paragraphs)
        return f"{raised}\\c\n.FS\n\\u\\s-3{_groff_text(label)}\\s+3\\d {text}\n.FE\n\\&"
    text = _groff_text(inline.text)
    return f"\\fI{text}\\fP" if "italic" in inline.marks else text


def _groff_text(text: str) -> str:
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return f"\\&{escaped}" if escaped[:1] in (".", "\\") else escaped
