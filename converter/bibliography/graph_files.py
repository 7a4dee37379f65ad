"""How a citation graph is written: JSON, GraphML, and tables that a spreadsheet can open without harm."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

import msgspec

from converter.bibliography.graph import Edge, Graph, Node, most_cited
from converter.writers.bibtex_escape import on_one_line
from converter.writers.xml_text import Element, add, put, xml_text

FORMULA_STARTS = tuple("=+-@＝＋－＠\t\r")
"""What a spreadsheet takes for the begin of a formula."""

NODE_KEYS = (
    ("title", "string"),
    ("is_document", "boolean"),
    ("type", "string"),
    ("authors", "string"),
    ("year", "int"),
    ("language", "string"),
    ("host", "string"),
    ("url", "string"),
    ("cited_by", "int"),
    ("cites", "int"),
)
"""GraphML: what is said of a node, and its type."""

ELEMENTS_ONLY = frozenset(["graphml", "graph", "node", "edge"])


def write_json(graph: Graph) -> str:
    """Write the graph as JSON: nodes, edges, who cites whom, hosts."""
    return msgspec.json.format(msgspec.json.encode(graph), indent=2).decode() + "\n"


def write_graphml(graph: Graph) -> str:
    """Write the graph as GraphML, which Gephi, yEd, Cytoscape and networkx read."""
    root = Element("graphml", {"xmlns": "http://graphml.graphdrawing.org/xmlns"})
    for name, kind in NODE_KEYS:
        put(root, "key", None, {"id": name, "for": "node", "attr.name": name, "attr.type": kind})
    put(root, "key", None, {"id": "notes", "for": "edge", "attr.name": "notes", "attr.type": "string"})
    inner = add(root, "graph", None, {"id": "citations", "edgedefault": "directed"})
    for node in graph.nodes:
        _add_node(inner, node)
    for edge in graph.edges:
        _add_edge(inner, edge)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{xml_text(root, ELEMENTS_ONLY)}\n'


def _add_node(parent: Element, node: Node) -> None:
    element = add(parent, "node", None, {"id": node.key})
    values = msgspec.structs.asdict(node)
    values["authors"] = "; ".join(node.authors)
    values["is_document"] = "true" if node.is_document else "false"
    for name, kind in NODE_KEYS:
        value = values[name]
        if value not in (None, "") and (kind != "int" or str(value).isdecimal()):
            put(element, "data", on_one_line(str(value)), {"key": name})


def _add_edge(parent: Element, edge: Edge) -> None:
    element = add(parent, "edge", None, {"source": edge.source, "target": edge.target})
    if edge.notes:
        put(element, "data", on_one_line(", ".join(edge.notes)), {"key": "notes"})


def write_works(graph: Graph) -> str:
    """Write the cited works as a table, those first that most documents cite."""
    head = ("cited_by", "key", "title", "authors", "year", "type", "language", "host", "url", "is_document")
    return _table(head, _rows_of_works(graph))


def _rows_of_works(graph: Graph) -> Iterator[Sequence[object]]:
    for node in most_cited(graph):
        yield (
            node.cited_by,
            node.key,
            node.title,
            "; ".join(node.authors),
            node.year,
            node.type,
            node.language,
            node.host,
            node.url,
            "yes" if node.is_document else "no",
        )


def write_hosts(graph: Graph) -> str:
    """Write the cited sites as a table, those first that most documents cite."""
    rows = ((one.documents, one.host, one.works, one.citations) for one in graph.hosts)
    return _table(("documents", "host", "works", "citations"), rows)


def write_links(graph: Graph) -> str:
    """Write who cites whom as a table."""
    return _table(
        ("works", "who", "whom"), ((one.works, one.source, one.target) for one in graph.who_cites_whom)
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Write a table; the mark in front tells spreadsheets that it is UTF-8."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([cell(value) for value in row])
    return "\ufeff" + stream.getvalue()


def cell(value: object) -> str:
    """Return a value as a cell that no spreadsheet takes for a formula.

    >>> cell("=1+1"), cell("A title"), cell(3), cell(None)
    ("'=1+1", 'A title', '3', '')
    """
    if value is None:
        return ""
    text = on_one_line(str(value))
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


FILES: Mapping[str, Callable[[Graph], str]] = MappingProxyType(
    {
        "citations.graph.json": write_json,
        "citations.graphml": write_graphml,
        "works.csv": write_works,
        "hosts.csv": write_hosts,
        "who-cites-whom.csv": write_links,
    }
)
"""File → what writes it."""
