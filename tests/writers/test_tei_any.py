"""What the TEI promises of commentaries of any shape: valid, and every character of the text once."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from converter.model import (
    Block,
    Cell,
    Citation,
    Commentary,
    Content,
    Field,
    Footnote,
    Furniture,
    Item,
    Link,
    Metadata,
    NoteMarker,
    PageBreak,
    Paragraph,
    Reference,
    Row,
    Section,
    Text,
)
from converter.source import Span
from converter.writers import build_tei

from . import commentaries as samples
from .test_tei import schema, string

if TYPE_CHECKING:
    from collections.abc import Iterable

words = st.sampled_from(["a", "B c", "é ", "<&>", "]]>", "İ"])
marks = st.sampled_from([(), ("bold",), ("italic", "superscript")])
texts = st.builds(Text, words, marks, st.sampled_from([None, "az"]))
links = st.builds(
    Link, words, st.sampled_from(["https://example.org/", "javascript:x", "http://x y/"]), marks
)
markers = st.sampled_from(["fn1", "fn2", "fn3", None]).map(lambda note: NoteMarker(note, "1", "[1]"))
breaks = st.builds(PageBreak, st.sampled_from([None, "3"]))
inlines = st.lists(st.one_of(texts, links, markers, breaks), max_size=5).map(tuple)
parts = st.sampled_from(["author", "title", "container", "series", "place", "page", "number", "date"])
fields = st.builds(Field, parts, words, when=st.sampled_from([None, "2025", "--05-30"]))
citations = st.builds(
    Citation, st.just("w1"), st.lists(st.one_of(texts, links, fields), max_size=4).map(tuple)
)
paragraphs = st.builds(Paragraph, inlines)
items = st.lists(st.builds(Item, inlines, st.sampled_from([None, "1)"])), max_size=3).map(tuple)
cells = st.lists(st.builds(Cell, inlines), min_size=1, max_size=2).map(tuple)
rows = st.lists(st.builds(Row, cells), max_size=3).map(tuple)
mixed = st.lists(st.one_of(texts, paragraphs, st.builds(Item, inlines), markers), max_size=4).map(tuple)
note_content = st.one_of(
    st.lists(st.one_of(texts, citations, markers), max_size=4).map(tuple),
    st.lists(paragraphs, max_size=3).map(tuple),
)
shapes = st.one_of(
    st.tuples(st.just("paragraph"), inlines),
    st.tuples(st.just("heading"), inlines),
    st.tuples(st.just("list"), items),
    st.tuples(st.just("table"), rows),
    st.tuples(st.just("quote"), mixed),
    st.tuples(st.just("figure"), inlines),
)
front_types = ["title", "subtitle", "byline", "date", "series", "abstract", "keywords", "line"]
back_types = ["about-author", "cite-as", "colophon", "notes-heading", "line"]


@st.composite
def commentaries(draw: st.DrawFn) -> Commentary:
    """Draw a commentary with parts of every kind, in places that follow each other."""
    places = iter(range(0, 10_000, 10))

    def span() -> Span:
        start = next(places)
        return Span(start, start + 8)

    def furniture() -> list[Furniture]:
        kinds = draw(st.lists(st.sampled_from(["separator", "navigation"]), max_size=1))
        return [Furniture(kind, "~", span()) for kind in kinds]

    found: list[Furniture] = []
    front: list[Section] = []
    body: list[Block] = []
    back: list[Section] = []
    for kind in draw(st.lists(st.sampled_from(front_types), max_size=5)):
        found += furniture()
        content = draw(inlines)
        front.append(Section(kind, f"f{len(front)}", draw(st.sampled_from([None, "H"])), "", content, span()))
    for kind, content in draw(st.lists(shapes, max_size=5)):
        found += furniture()
        level = draw(st.integers(1, 4)) if kind == "heading" else None
        body.append(Block(kind, f"p{len(body)}", content, "", span(), level=level))
    notes = [
        Footnote(f"fn{number}", "1", "mixed", "", draw(note_content), (), (), span()) for number in (1, 2, 3)
    ]
    for kind in draw(st.lists(st.sampled_from(back_types), max_size=4)):
        found += furniture()
        content = draw(st.one_of(inlines, st.lists(paragraphs, max_size=2).map(tuple)))
        back.append(Section(kind, f"b{len(back)}", draw(st.sampled_from([None, "H"])), "", content, span()))
    found += furniture()
    return samples.change(
        samples.empty(),
        metadata=Metadata(language="en"),
        front_matter=tuple(front),
        body=tuple(body),
        footnotes=tuple(notes),
        references=(Reference("w1", "webpage"),),
        back_matter=tuple(back),
        provenance=samples.provenance(*found),
    )


def characters(commentary: Commentary) -> Counter[str]:
    """Count the characters that the text must hold, white space apart."""
    sections = (*commentary.front_matter, *commentary.back_matter)
    contents = [part.content for part in sections]
    contents += [part.content for part in commentary.body]
    contents += [part.content for part in commentary.footnotes]
    pieces = [section.heading or "" for section in sections]
    pieces += printed(chain.from_iterable(contents))
    pieces += [mark.text for mark in commentary.provenance.furniture if mark.type != "navigation"]
    return Counter("".join("".join(pieces).split()))


def printed(content: Iterable[Content | Cell]) -> list[str]:
    """Return the printed pieces of content; a marker without note is printed, others are not."""
    pieces: list[str] = []
    for part in content:
        if isinstance(part, NoteMarker):
            pieces.append("" if part.footnote else part.literal)
        elif isinstance(part, Text | Link | Field):
            pieces.append(part.text)
        elif not isinstance(part, PageBreak):
            pieces += printed(part.content)
    return pieces


@given(commentaries())
@settings(max_examples=80)
def test_every_shape_is_valid(commentary: Commentary) -> None:
    """Whatever parts a commentary has, its TEI is valid against our schema."""
    schema().assertValid(build_tei(commentary))


@given(commentaries())
@settings(max_examples=80)
def test_every_character_stands_once(commentary: Commentary) -> None:
    """Each character of the text and of the marks on its pages stands in ``text`` exactly once."""
    (text,) = build_tei(commentary).findall("{*}text")
    assert characters(commentary) == Counter("".join(string(text).split()))
