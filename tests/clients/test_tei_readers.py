"""Readers of TEI show what our files hold: CETEIcean in a browser, and a stylesheet in another processor."""

from __future__ import annotations

import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from lxml import etree, html

from tests.clients.programs import HERE, missing, run
from tests.samples import NAMES, golden

TEI = "{http://www.tei-c.org/ns/1.0}"
CETEI = HERE / "node_modules" / "CETEIcean" / "dist" / "CETEI.js"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
READ = ["avim-2025-37.txt", "harbour-2021-64.txt", "kuzeyofis-2024-18.txt", "lodestar-2023-4.md"]
"""Samples with notes, marks of the page, Turkish letters, tables and lists; a browser starts slowly."""


class Silent(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def browser() -> str:
    """Return the name of a browser that runs without a screen."""
    found = next((name for name in BROWSERS if shutil.which(name)), None)
    if found is None:
        missing("a browser", "apt-get install chromium")
    if not CETEI.is_file():
        missing("CETEIcean", f"npm install --no-package-lock --prefix {HERE}")
    return str(found)


def shown(name: str, folder: Path) -> html.HtmlElement:
    """Return the page that CETEIcean makes of a sample, as the browser has it at last."""
    program = browser()
    shutil.copy(CETEI, folder / "CETEI.js")
    shutil.copy(HERE / "reading.html", folder / "reading.html")
    shutil.copy(golden(name, ".tei.xml"), folder / "note.tei.xml")
    with served(folder) as address:
        options = ("--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}")
        done = subprocess.run(
            [
                program,
                *options,
                "--virtual-time-budget=8000",
                "--dump-dom",
                f"{address}/reading.html#note.tei.xml",
            ],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    page = html.fromstring(done.stdout)
    assert page.xpath("//body/@data-ready") == ["yes"], done.stderr
    return page


def undecorated(page: html.HtmlElement) -> html.HtmlElement:
    """Take out what the reader keeps beside what it shows; return the text."""
    for hidden in page.xpath("//cetei-original"):
        hidden.drop_tree()
    (text,) = page.xpath("//tei-text")
    return text


def squeezed(text: str) -> str:
    """Leave out white space."""
    return "".join(text.split())


def text_of(element: etree._Element) -> str:
    """Return the text of an element without what a reader adds to it."""
    return squeezed("".join(str(one) for one in element.itertext()))


def without_notes(element: etree._Element, name: str) -> str:
    """Return the text of an element with a sign in place of each note."""
    pieces = [element.text or ""]
    for child in element:
        pieces += ["*" if child.tag == name else without_notes(child, name), child.tail or ""]
    return squeezed("".join(pieces))


@pytest.mark.client
@pytest.mark.parametrize("name", READ)
def test_ceteicean_shows_all_the_text(name: str, tmp_path: Path) -> None:
    """Every paragraph, title and note stands on the page, letter by letter, each note at its marker."""
    page = undecorated(shown(name, tmp_path))
    source = etree.parse(str(golden(name, ".tei.xml"))).getroot().find(f"{TEI}text")
    assert source is not None
    notes = [f"({text_of(one)})" for one in source.iter(f"{TEI}note")]
    assert notes == [text_of(one) for one in page.iter("tei-note")]
    for kind in ("p", "titlePart", "byline", "cell", "item"):
        mine = [without_notes(one, f"{TEI}note") for one in source.iter(TEI + kind)]
        assert mine == [without_notes(one, "tei-note") for one in page.iter(f"tei-{kind.lower()}")], kind
    links = [one.get("target") for one in source.iter(f"{TEI}ref") if one.get("type") != "note"]
    assert links == page.xpath(".//tei-ref[not(@type='note')]//a/@href")


STYLESHEET = """\
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:template match="/">
    <xsl:for-each select="//t:fileDesc/t:titleStmt/t:author">
      <xsl:value-of select="concat('author ', normalize-space(.), '&#10;')"/>
    </xsl:for-each>
    <xsl:value-of select="concat('title ', normalize-space(//t:titleStmt/t:title[@type='main']), '&#10;')"/>
    <xsl:value-of select="concat('date ', //t:publicationStmt/t:date/@when, '&#10;')"/>
    <xsl:for-each select="//t:note[@place='foot']">
      <xsl:value-of select="concat('note ', @n, ' ', normalize-space(.), '&#10;')"/>
    </xsl:for-each>
    <xsl:for-each select="//t:bibl[@corresp]">
      <xsl:variable name="key" select="substring-after(@corresp, '#')"/>
      <xsl:value-of select="concat('work ', $key, ' ', count(//t:biblStruct[@xml:id = $key]), '&#10;')"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
"""


@pytest.mark.client
@pytest.mark.parametrize("name", NAMES)
def test_a_stylesheet_finds_what_it_looks_for(name: str, tmp_path: Path) -> None:
    """A processor of its own reads authors, title, date, notes and works where the TEI promises them."""
    (tmp_path / "read.xsl").write_text(STYLESHEET, "utf-8")
    path = golden(name, ".tei.xml")
    done = run("xsltproc", "apt-get install xsltproc", "--nonet", "read.xsl", str(path), folder=tmp_path)
    assert (0, "") == (done.returncode, done.stderr)
    root = etree.parse(str(path)).getroot()
    notes = [f"note {one.get('n')} {plain(one)}" for one in root.iter(f"{TEI}note") if one.get("place")]
    lines = done.stdout.splitlines()
    assert notes == [line for line in lines if line.startswith("note ")]
    assert [] == [line for line in lines if line.startswith("work ") and not line.endswith(" 1")]
    title = root.find(f".//{TEI}titleStmt/{TEI}title")
    assert title is not None
    assert f"title {plain(title)}".strip() in [line.strip() for line in lines]


def plain(element: etree._Element) -> str:
    """Return the text of an element with normal white space."""
    return re.sub(r"[ \t\r\n]+", " ", "".join(str(one) for one in element.itertext())).strip(" \t\r\n")
