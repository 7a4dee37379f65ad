"""Word documents as Word writes them, built by hand for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ROOTS = {"footnotes": "footnotes", "endnotes": "endnotes", "styles": "styles", "numbering": "numbering"}
ROOTS |= {"comments": "comments", "settings": "settings", "header1": "hdr", "footer1": "ftr"}
KINDS = {"header1": "header", "footer1": "footer"}
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="KonuBal"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Balk1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Ours"><w:name w:val="House Head"/><w:basedOn w:val="Balk1"/></w:style>
<w:style w:type="paragraph" w:styleId="Alnt"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="character" w:styleId="Gl"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Kpr"><w:name w:val="Hyperlink"/>
  <w:rPr><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Dip"><w:name w:val="footnote reference"/>
  <w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
"""
SEPARATORS = """
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:t>no text</w:t></w:r></w:p></w:footnote>
"""


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a package with these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def relations(*entries: tuple[str, str, str]) -> str:
    """Return a part of relations: (id, kind, target); a target with a scheme is outside."""
    lines = [
        f'<Relationship Id="{key}" Type="{RELATIONS}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if ":" in target else "/>")
        for key, kind, target in entries
    ]
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{space}">{"".join(lines)}</Relationships>'


def part(root: str, content: str) -> str:
    """Return a part with this root."""
    return f"{HEAD}<w:{root} {NAMES}>{content}</w:{root}>"


def parts(body: str, links: Mapping[str, str] | None = None, /, **more: str) -> dict[str, str | bytes]:
    """Return the parts of a document; ``more`` are further ones by name, ``links`` addresses by id."""
    more = {"styles": STYLES, **more}
    entries = [(f"rId{name}", KINDS.get(name, name), f"{name}.xml") for name in more]
    entries += [(key, "hyperlink", address) for key, address in (links or {}).items()]
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(*entries),
    }
    found |= {f"word/{name}.xml": part(ROOTS[name], content) for name, content in more.items()}
    return found


def docx(body: str, links: Mapping[str, str] | None = None, /, **more: str) -> bytes:
    """Return a document."""
    return zipped(parts(body, links, **more))


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    both = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f'<w:p w:rsidR="00A77427" w:rsidRDefault="007F1D13">{both}{"".join(runs)}</w:p>'


def r(text: str, properties: str = "") -> str:
    """Return a run; ``text`` is its content if it is XML."""
    content = text if text.startswith("<") else f'<w:t xml:space="preserve">{text}</w:t>'
    both = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r w:rsidR="003B5E1C">{both}{content}</w:r>'


def ref(key: int, kind: str = "footnote") -> str:
    """Return the reference to a note."""
    return r(f'<w:{kind}Reference w:id="{key}"/>', '<w:rStyle w:val="Dip"/>')


def note(key: int, *paragraphs: str, kind: str = "footnote", marked: bool = True) -> str:
    """Return a note of one paragraph or several."""
    sign = r(f"<w:{kind}Ref/>", '<w:rStyle w:val="Dip"/>') if marked else ""
    first = p(sign, r(f" {paragraphs[0]}" if marked else paragraphs[0]))
    return f'<w:{kind} w:id="{key}">{first}{"".join(p(r(one)) for one in paragraphs[1:])}</w:{kind}>'


def num(level: int, key: int = 1) -> str:
    """Return the properties of a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>'


def field(instruction: str, *shown: str) -> str:
    """Return a complex field."""
    begin, separate, end = (
        r(f'<w:fldChar w:fldCharType="{step}"/>') for step in ("begin", "separate", "end")
    )
    code = r(f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>')
    return f"{begin}{code}{separate}{''.join(shown)}{end}"
