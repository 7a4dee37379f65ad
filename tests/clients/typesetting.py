"""What the reader of a bibliography sees: set by LaTeX as a PDF, by classic BibTeX, and by citeproc."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from converter.works import Work
from tests.clients.programs import missing, pandoc, run

STYLES = "tex/latex/citation-style-language/styles"
"""Where texlive-bibtex-extra keeps the styles of CSL."""

DOCUMENT = r"""
\documentclass{article}
\usepackage[paperwidth=80in,paperheight=20in,margin=1in]{geometry}
\usepackage{fontspec}
\setmainfont{DejaVu Sans}
\usepackage[style=authoryear,backend=biber,maxnames=9]{biblatex}
\addbibresource{letters.bib}
\begin{document}
\nocite{*}
\printbibliography
\end{document}
"""
"""The paper is so wide that no entry breaks."""


def pdf_text(bibliography: Path, folder: Path) -> str:
    """Set a bibliography with BibLaTeX and return the text of the PDF."""
    (folder / "letters.tex").write_text(DOCUMENT, "utf-8")
    assert bibliography == folder / "letters.bib"
    remedy = "apt-get install texlive-luatex texlive-latex-recommended texlive-bibtex-extra fonts-dejavu-core"
    for program, *arguments in (
        ("lualatex", "-interaction=batchmode", "letters.tex"),
        ("biber", "--quiet", "letters"),
        ("lualatex", "-interaction=batchmode", "letters.tex"),
    ):
        done = run(program, remedy, *arguments, folder=folder)
        assert done.returncode == 0, done.stdout
    log = (folder / "letters.log").read_text("utf-8", "replace")
    assert "Missing character" not in log
    done = run("pdftotext", "apt-get install poppler-utils", "-layout", "letters.pdf", "-", folder=folder)
    return unicodedata.normalize("NFC", done.stdout)


def printed(work: Work) -> list[str]:
    """Return what stands in a bibliography of each style of what is known of a work."""
    date = work.issued or work.date
    values = [
        *(name.family or name.literal for name in work.author),
        work.full_title,
        work.genre,
        work.number or work.issue,
        work.publisher,
        work.container,
        date.date[:4] if date else None,
        work.url,
        work.doi,
    ]
    return [value for value in values if value]


def csl_style(name: str) -> Path:
    """Return the file of a style of CSL."""
    done = run("kpsewhich", "apt-get install texlive-binaries", "-var-value=TEXMFDIST", folder=Path())
    path = Path(done.stdout.strip()) / STYLES / f"{name}.csl"
    if not path.is_file():
        missing(f"the style {name}", "apt-get install texlive-bibtex-extra")
    return path


def set_by_citeproc(bibliography: Path, style: str) -> list[str]:
    """Return the entries of a bibliography as pandoc's citeproc sets them in a style."""
    page = f"---\nnocite: '@*'\nbibliography: {bibliography}\n---\n"
    arguments = ("--citeproc", f"--csl={csl_style(style)}", "--from=markdown", "--to=plain", "--wrap=none")
    done = pandoc(*arguments, text=page)
    assert done.stderr == ""
    return [" ".join(entry.split()) for entry in re.split(r"\n{2,}", done.stdout) if entry.strip()]
