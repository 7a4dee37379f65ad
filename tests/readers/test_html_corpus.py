"""The samples as web pages that pandoc writes, bare and inside a site: they give what their text gives."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from converter.pipeline import convert_bytes
from tests.clients.programs import pandoc
from tests.readers.office.rendering import syntax_tree
from tests.samples import NAMES, converted

PARTS = ("body", "footnotes", "references", "metadata")

LABELS = "pandoc counts the notes anew: those that begin at 17, and a star, get other labels"
TWICE = "a note with two markers: pandoc cannot write the second, so that it is text"

EXCEPTIONS: dict[tuple[str, str], str] = {
    **{("abae-2021-4.md", part): LABELS for part in PARTS[:2]},
    **{("harbour-2021-64.txt", part): TWICE for part in PARTS[:2]},
}
"""(sample, part) → why it differs in a page with linked notes."""

BEFORE = """<body><header class="site-header"><a href="/">The House</a><nav><ul>
<li><a href="/a">Papers</a></li>
<li><a href="/b">People</a></li><li><a href="/c">Contact</a></li></ul></nav></header><main><article>"""
BEHIND = """</article></main><aside class="sidebar"><h3>Related articles</h3><ul>
<li><a href="/x">Another paper</a></li></ul></aside><footer><a href="/privacy">Privacy</a></footer></body>"""


def pages(*, native: bool, inside_site: bool) -> dict[str, bytes]:
    """Return every sample as a page."""
    made = {}
    for name in NAMES:
        done = pandoc(
            "--standalone", "--from=json", "--to=html", "--metadata", "title= ",
            text=syntax_tree(name, native=native),
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        text = done.stdout
        if inside_site:
            text = text.replace("<body>", BEFORE).replace("</body>", BEHIND)
        made[name] = text.encode()
    return made


def bare(value: object) -> object:
    """Return a part of a document without places, and without what a page prints around a marker."""
    if isinstance(value, list):
        return [bare(one) for one in value if not (isinstance(one, dict) and one.get("type") == "page-break")]
    if isinstance(value, dict):
        left_out = {"span", "spans"} | ({"literal"} if value.get("type") == "note-marker" else set())
        return {key: bare(one) for key, one in value.items() if key not in left_out}
    return value


@pytest.mark.client
@pytest.mark.parametrize("inside_site", [False, True], ids=["bare", "site"])
@pytest.mark.parametrize("native", [False, True], ids=["typed", "linked"])
def test_a_page_gives_what_its_text_gives(native: bool, inside_site: bool) -> None:
    """Body, notes, works and metadata are the same, whatever stands around the article."""
    differing = set()
    for name, content in pages(native=native, inside_site=inside_site).items():
        document = json.loads(convert_bytes(content, f"{Path(name).stem}.html").json)
        own = json.loads(converted(name).json)
        differing |= {(name, part) for part in PARTS if bare(document[part]) != bare(own[part])}
    assert differing == (EXCEPTIONS.keys() if native else set())
