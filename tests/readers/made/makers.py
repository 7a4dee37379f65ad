"""Real files of labelled pages, made by the programs that people make them with: form → pages as files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from converter.evaluation.forms import Rendered
from converter.evaluation.gold import Gold
from converter.evaluation.office_form import as_word
from tests.clients.programs import office, pandoc
from tests.readers.made.layouts import ESSAY, FOOTED, PAPER, REPORT, TEX, TYPST_PAPER, TYPST_REPORT, Layout
from tests.readers.made.sheets import expected, has_native_notes, is_plain, sheet_of_gold
from tests.readers.made.sites import SITES, Site, page
from tests.readers.pdf import markup
from tests.readers.pdf.setters import Setter, chromium, pdflatex, typst, weasyprint

Made = tuple[str, Rendered]
"""The name of a page, and its file."""
Maker = Callable[[Sequence[Gold]], Iterator[Made]]


def _site(name: str) -> Maker:
    """Write pages as a web site prints them."""
    site: Site = SITES[name]

    def make(golds: Sequence[Gold]) -> Iterator[Made]:
        for gold in golds:
            if is_plain(gold):
                held = expected(gold, furniture=site.furniture)
                yield gold.name, Rendered(held, ".html", page(gold, site).encode())

    return make


def _set(setter: Setter, layout: Layout, *, native: bool) -> Maker:
    """Print pages; where the program numbers the notes, only those which it numbers as the page does."""

    def one(gold: Gold) -> Made:
        content = setter(sheet_of_gold(gold))
        return gold.name, Rendered(
            expected(gold, native=native, furniture=layout.furniture(gold, content)), ".pdf", content
        )

    def make(golds: Sequence[Gold]) -> Iterator[Made]:
        fitting = [gold for gold in golds if is_plain(gold) and (not native or has_native_notes(gold))]
        fitting = [gold for gold in fitting if layout.fits(gold)]
        with ThreadPoolExecutor(2) as pool:
            yield from pool.map(one, fitting)

    return make


def _office(target: str, ending: str) -> Maker:
    """Let LibreOffice write Word documents, whose notes are notes of the file, as something else."""

    def make(golds: Sequence[Gold]) -> Iterator[Made]:
        words = {gold.name: (gold, as_word(gold)) for gold in golds if has_native_notes(gold)}
        written = {name: content for name, (_, content) in words.items() if content is not None}
        for name, content in _converted(written, ".docx", target, ending):
            yield name, Rendered(expected(words[name][0], native=True), ending, content)

    return make


def _web_to_office(target: str, ending: str) -> Maker:
    """Let LibreOffice write web pages, whose notes are typed, as something else."""

    def make(golds: Sequence[Gold]) -> Iterator[Made]:
        known = {gold.name: gold for gold in golds if is_plain(gold)}
        pages = {name: page(gold, ARTICLE).encode() for name, gold in known.items()}
        for name, content in _converted(pages, ".html", target, ending):
            yield name, Rendered(expected(known[name]), ending, content)

    return make


def _converted(
    files: Mapping[str, bytes], before: str, target: str, ending: str
) -> Iterator[tuple[str, bytes]]:
    with TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "in").mkdir()
        for name, content in files.items():
            (folder / "in" / f"{name}{before}").write_bytes(content)
        office(target, sorted((folder / "in").iterdir()), folder / "out")
        for name in files:
            file = folder / "out" / f"{name}{ending}"
            if file.is_file():
                yield name, file.read_bytes()


ARTICLE = Site(
    SITES["portal"].notes,
    '<!DOCTYPE html><html lang="LANGUAGE" dir="DIRECTION"><meta charset="utf-8"><body>BODY</body></html>',
    (),
    SITES["blog"].tags,
)


def _pandoc(ending: str, *, native: bool) -> Maker:
    """Let pandoc write pages: notes of the format, or such as are typed."""

    def make(golds: Sequence[Gold]) -> Iterator[Made]:
        for gold in golds:
            if not is_plain(gold) or (native and not has_native_notes(gold)):
                continue
            source = markup.markdown(sheet_of_gold(gold), markup.NATIVE) if native else page(gold, ARTICLE)
            with TemporaryDirectory() as place:
                file = Path(place) / f"page{ending}"
                arguments = [
                    f"--from={'markdown' if native else 'html'}",
                    f"--to={ending[1:]}",
                    "--standalone",
                ]
                done = pandoc(*arguments, f"--output={file}", text=source)
                assert done.returncode == 0, done.stderr
                yield gold.name, Rendered(expected(gold, native=native), ending, file.read_bytes())

    return make


FORMS: Mapping[str, Maker] = {
    **{f"site-{name}": _site(name) for name in SITES},
    "pandoc-docx": _pandoc(".docx", native=False),
    "pandoc-docx-notes": _pandoc(".docx", native=True),
    "pandoc-odt": _pandoc(".odt", native=False),
    "pandoc-rtf": _pandoc(".rtf", native=False),
    "pandoc-epub": _pandoc(".epub", native=False),
    "pandoc-epub-notes": _pandoc(".epub", native=True),
    "office-docx": _office("docx:MS Word 2007 XML", ".docx"),
    "office-odt": _office("odt", ".odt"),
    "office-rtf": _office("rtf", ".rtf"),
    "office-epub": _office("epub", ".epub"),
    "web-odt": _web_to_office("odt:writer8", ".odt"),
    "web-rtf": _web_to_office("rtf:Rich Text Format", ".rtf"),
    "pdf-office": _office("pdf", ".pdf"),
    "pdf-report": _set(chromium(REPORT.style, markup.TYPED), REPORT, native=False),
    "pdf-paper": _set(chromium(PAPER.style, markup.RAISED), PAPER, native=False),
    "pdf-essay": _set(weasyprint(ESSAY.style, markup.TYPED), ESSAY, native=False),
    "pdf-footed": _set(weasyprint(FOOTED.style, markup.NATIVE), FOOTED, native=True),
    "pdf-typst": _set(typst(TYPST_REPORT.style), TYPST_REPORT, native=True),
    "pdf-typst-columns": _set(typst(TYPST_PAPER.style), TYPST_PAPER, native=True),
    "pdf-tex": _set(pdflatex(TEX.style), TEX, native=True),
}
"""Name → how pages become files of this form; the first word says of what kind the files are."""
