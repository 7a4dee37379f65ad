"""Programs that people really make PDF files with, each as a layout: sheet → bytes of a PDF."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.clients.programs import missing, pandoc_file
from tests.readers.pdf import markup
from tests.readers.pdf.parts import Sheet

Setter = Callable[[Sheet], bytes]

HEADS = """
@page { size: SIZE; margin: 25mm 22mm;
  @top-left { content: "Northgate Review"; font-size: 8pt }
  @bottom-center { content: counter(page); font-size: 8pt } }
body { font-family: "DejaVu Serif", serif; font-size: 10pt; line-height: 1.3 }
h1 { font-size: 18pt } h2 { font-size: 12pt } td { padding: 2pt 12pt }
"""
JUSTIFIED = "p { text-align: justify; hyphens: auto; margin: 0; text-indent: 1.2em } .note { font-size: 8pt }"
SPACED = "p { margin: 0 0 7pt 0 } .note { font-size: 9pt }"
COLUMNS = "body { columns: 2; column-gap: 8mm } h1 { column-span: all }"
FOOT = ".foot { float: footnote; font-size: 8pt; text-indent: 0; hyphens: manual }"
STARRED = '.foot[data-label="*"]::footnote-call, .foot[data-label="*"]::footnote-marker { content: "*" }'


def chromium(style: str, notes: str) -> Setter:
    """Print a page of HTML with Chromium."""

    def set_sheet(sheet: Sheet) -> bytes:
        program = shutil.which("chromium") or shutil.which("google-chrome") or ""
        if not program:
            missing("Chromium", "apt-get install chromium")
        with TemporaryDirectory() as place:
            page, out = Path(place) / "page.html", Path(place) / "page.pdf"
            page.write_text(markup.html(sheet, style, notes), "utf-8")
            options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={place}/profile"]
            _run([program, *options, "--no-pdf-header-footer", f"--print-to-pdf={out}", str(page)], place)
            return out.read_bytes()

    return set_sheet


def weasyprint(style: str, notes: str) -> Setter:
    """Set a page of HTML with WeasyPrint."""

    def set_sheet(sheet: Sheet) -> bytes:
        try:
            from weasyprint import HTML
        except ImportError:
            missing("WeasyPrint", "pip install weasyprint, apt-get install libpango-1.0-0 libpangoft2-1.0-0")
        return bytes(HTML(string=markup.html(sheet, style, notes)).write_pdf())

    return set_sheet


def typst(head: str) -> Setter:
    """Set a sheet with Typst."""

    def set_sheet(sheet: Sheet) -> bytes:
        try:
            import typst as program
        except ImportError:
            missing("Typst", "pip install typst")
        return bytes(program.compile(markup.typst(sheet, head).encode()))

    return set_sheet


def libreoffice(ending: str, notes: str) -> Setter:
    """Let pandoc write an office file, and LibreOffice print it."""

    def set_sheet(sheet: Sheet) -> bytes:
        program = shutil.which("soffice") or ""
        if not program:
            missing("LibreOffice", "apt-get install libreoffice-writer")
        with TemporaryDirectory() as place:
            file = Path(place) / f"page.{ending}"
            pandoc_file(markup.markdown(sheet, notes), file)
            options = ["--headless", f"-env:UserInstallation=file://{place}/profile", "--convert-to", "pdf"]
            _run([program, *options, "--outdir", place, str(file)], place)
            return file.with_suffix(".pdf").read_bytes()

    return set_sheet


def pdflatex(head: str) -> Setter:
    """Set a sheet with pdfTeX."""

    def set_sheet(sheet: Sheet) -> bytes:
        if not shutil.which("pdflatex"):
            missing("pdfTeX", "apt-get install texlive-latex-recommended lmodern")
        with TemporaryDirectory() as place:
            (Path(place) / "page.tex").write_text(markup.latex(sheet, head), "utf-8")
            _run(["pdflatex", "-interaction=nonstopmode", "page.tex"], place)
            return (Path(place) / "page.pdf").read_bytes()

    return set_sheet


def groff(head: str) -> Setter:
    """Set a sheet with groff."""

    def set_sheet(sheet: Sheet) -> bytes:
        if not shutil.which("gropdf"):
            missing("groff", "apt-get install groff")
        with TemporaryDirectory() as place:
            (Path(place) / "page.ms").write_text(markup.groff(sheet, head), "utf-8")
            command = ["groff", "-k", "-ms", "-Tpdf", "-dpaper=letter", "page.ms"]
            return subprocess.run(command, cwd=place, capture_output=True, timeout=120, check=True).stdout

    return set_sheet


def _run(command: list[str], place: str) -> None:
    subprocess.run(command, cwd=place, capture_output=True, timeout=120, check=False)


TYPST_INDENTED = """#set page(
  paper: "a4", numbering: "1", header: align(right, text(8pt)[Northgate Review · Commentary]))
#set par(justify: true, first-line-indent: 1.2em, spacing: 0.65em)
#set text(lang: "LANG", size: 11pt, hyphenate: true)"""
TYPST_COLUMNS = """#set page(paper: "us-letter", columns: 2, numbering: "1 / 1")
#set par(justify: true)
#set text(lang: "LANG", size: 10pt)
#set super(typographic: false)"""
TEX_HEAD = r"""\documentclass[OPTIONS]{article}
\usepackage[utf8]{inputenc}\usepackage[T1]{fontenc}\usepackage{lmodern}\usepackage{textcomp}
\pagestyle{myheadings}\markboth{Northgate Review}{TITLE}\sloppy
\begin{document}
"""

LAYOUTS: Mapping[str, Setter] = {
    "chromium-a4": chromium(HEADS.replace("SIZE", "A4") + SPACED, markup.TYPED),
    "chromium-columns": chromium(HEADS.replace("SIZE", "letter") + JUSTIFIED + COLUMNS, markup.RAISED),
    "weasyprint-a4": weasyprint(HEADS.replace("SIZE", "A4") + JUSTIFIED + FOOT + STARRED, markup.NATIVE),
    "weasyprint-letter": weasyprint(HEADS.replace("SIZE", "letter") + SPACED + FOOT + STARRED, markup.NATIVE),
    "typst-indented": typst(TYPST_INDENTED),
    "typst-columns": typst(TYPST_COLUMNS),
    "libreoffice-docx": libreoffice("docx", markup.NATIVE),
    "libreoffice-odt": libreoffice("odt", markup.TYPED),
    "pdflatex-article": pdflatex(TEX_HEAD.replace("OPTIONS", "a4paper,11pt")),
    "pdflatex-columns": pdflatex(TEX_HEAD.replace("OPTIONS", "letterpaper,twocolumn")),
    "groff-ms": groff(".ds LH Northgate Review\n.ds CH\n.ds RH Commentary\n.ds CF %"),
    "groff-columns": groff(".ds CH Northgate Review\n.ds CF - % -\n.2C"),
}
"""Name → how a sheet is set."""
