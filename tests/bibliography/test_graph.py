"""Who cites whom and what."""

from __future__ import annotations

import csv
import json

import networkx as nx
import pytest

from converter.bibliography import make_graph
from converter.bibliography.graph import Graph, people
from converter.bibliography.graph_files import FILES, cell, write_graphml, write_json
from converter.model import Name
from converter.works import cited_work
from tests.bibliography.archive import PIET, document, keyed, work

DAMS = work("dams", author=(PIET,), url="https://www.example.org/dams")
ARCHIVE = (
    document("a", DAMS, work("only", title='=HYPERLINK("x")', url="https://news.example.org/1")),
    document("b", work("dams2", url="https://example.org/dams"), work("b", title="On A", url="https://example.org/a")),
    document("c", title="On A", url="https://example.org/a"),
)  # fmt: skip


def graph() -> Graph:
    """Return the graph of the archive."""
    return make_graph(keyed(*ARCHIVE), ARCHIVE)


def rows(name: str) -> list[dict[str, str]]:
    """Return a table as a reader of such tables finds it."""
    return list(csv.DictReader(FILES[name](graph()).removeprefix("\ufeff").splitlines()))


def test_edges() -> None:
    """A document cites a work in the notes that say so; a cited document is a document."""
    assert [
        ("ormana", "dams", ("1",)),
        ("ormana", "only", ("2",)),
        ("ormanb", "dams", ("1",)),
        ("ormanb", "ormanc", ("2",)),
    ] == [(edge.source, edge.target, edge.notes) for edge in graph().edges]


def test_a_document_that_is_there_twice() -> None:
    """A document that stands in two files is one, and cites a work once."""
    twice = [
        document("a", DAMS, title="The Same", url="https://example.org/same"),
        document("b", DAMS, title="The Same", url="https://example.org/same"),
    ]
    edges = make_graph(keyed(*twice), twice).edges
    assert [("ormana", "dams", ("1",))] == [(edge.source, edge.target, edge.notes) for edge in edges]


def test_nodes() -> None:
    """A node says whether it is a document, how often it is cited and how much it cites."""
    assert {
        "dams": (False, 2, 0),
        "only": (False, 1, 0),
        "ormana": (True, 0, 2),
        "ormanb": (True, 0, 2),
        "ormanc": (True, 1, 0),
    } == {node.key: (node.is_document, node.cited_by, node.cites) for node in graph().nodes}


def test_who_cites_whom() -> None:
    """Authors cite authors, and where none is known the site."""
    assert [("Aldous, Piet", 2), ("Orman, Ada", 1), ("news.example.org", 1)] == [
        (link.target, link.works) for link in graph().who_cites_whom if link.source == "Orman, Ada"
    ]


def test_most_cited_works() -> None:
    """The table begins with the work that most documents cite."""
    assert [("2", "dams"), ("1", "only"), ("1", "ormanc")] == [
        (row["cited_by"], row["key"]) for row in rows("works.csv")
    ]


def test_most_cited_hosts() -> None:
    """The table begins with the site that most documents cite."""
    assert [("2", "example.org", "2", "3"), ("1", "news.example.org", "1", "1")] == [
        tuple(row.values()) for row in rows("hosts.csv")
    ]


def test_no_cell_is_a_formula() -> None:
    """A title that a spreadsheet would take for a formula has an apostrophe before it."""
    assert '\'=HYPERLINK("x")' in [row["title"] for row in rows("works.csv")]


@pytest.mark.parametrize("value", ["=1", "+1", "-1", "@a", "\t=1", " =1", "＝1", "\r\n=1"])
def test_begins_of_formulas(value: str) -> None:
    """Whatever a cell begins with, blanks and tabs before it included, it is text."""
    assert cell(value).startswith("'")


def test_a_foreign_reader_reads_the_graphml() -> None:
    """Read by a library for graphs, the GraphML has the nodes and edges of the JSON."""
    read = nx.parse_graphml(write_graphml(graph()))
    written = json.loads(write_json(graph()))
    assert (
        sorted(node["key"] for node in written["nodes"]),
        sorted((edge["source"], edge["target"]) for edge in written["edges"]),
        ("The Long Dams", 2),
    ) == (
        sorted(read.nodes),
        sorted(read.edges),
        (read.nodes["dams"]["title"], read.nodes["dams"]["cited_by"]),
    )


def test_signs_of_xml_in_titles() -> None:
    """A title with signs of XML and characters that XML forbids is text."""
    documents = [document("a", work(title="<b>&\x01"))]
    assert "&lt;b&gt;&amp;\ufffd" in write_graphml(make_graph(keyed(*documents), documents))


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (work(author=(PIET, Name(None, None, None, "House"))), ("Aldous, Piet", "House")),
        (work(container="The Paper", publisher="House"), ("The Paper",)),
        (work(publisher="House"), ("House",)),
        (work(url="https://www.example.org/a"), ("example.org",)),
        (work(), ()),
    ],
)
def test_who_made_a_work(one: object, expected: tuple[str, ...]) -> None:
    """Authors, else the outlet, else the house, else the site."""
    assert expected == people(cited_work(one))  # type: ignore[arg-type]
