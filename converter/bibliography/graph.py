"""Who cites whom and what: documents and works as nodes, notes as edges, and what is cited most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from converter.bibliography.citing import keys_of_documents
from converter.bibliography.documents import Document
from converter.bibliography.merging import Merged
from converter.normalizers.urls import host_of
from converter.works import Work


class Node(msgspec.Struct, frozen=True):
    """A work; ``is_document`` if it is one of the documents, so that it may cite others."""

    key: str
    is_document: bool
    type: str
    title: str | None
    authors: tuple[str, ...]
    year: str | None
    language: str | None
    host: str | None
    url: str | None
    cited_by: int
    """How many documents cite it."""
    cites: int
    """How many works it cites."""


class Edge(msgspec.Struct, frozen=True):
    """A document cites a work, in these notes."""

    source: str
    target: str
    notes: tuple[str, ...]
    """Their printed labels."""


class Link(msgspec.Struct, frozen=True):
    """Who cites whom: the authors of documents, and those of the works (a site where none is known)."""

    source: str
    target: str
    works: int


class Host(msgspec.Struct, frozen=True):
    """A site, and how much it is cited."""

    host: str
    works: int
    documents: int
    citations: int


class Graph(msgspec.Struct, frozen=True):
    """The whole."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    who_cites_whom: tuple[Link, ...]
    hosts: tuple[Host, ...]


def make_graph(works: Sequence[Merged], documents: Sequence[Document]) -> Graph:
    """Make the graph of works that have their keys."""
    edges = tuple(sorted(_edges(works, documents), key=lambda edge: (edge.source, edge.target)))
    by_key = {one.work.id: one.work for one in works}
    cites, cited = Counter(edge.source for edge in edges), Counter(edge.target for edge in edges)
    nodes = tuple(
        _node(one, cited.get(one.work.id, 0), cites.get(one.work.id, 0))
        for one in sorted(works, key=lambda one: one.work.id)
    )
    return Graph(nodes, edges, tuple(_links(edges, by_key)), tuple(_hosts(edges, by_key)))


def most_cited(graph: Graph) -> list[Node]:
    """Return the works that are cited, those first that most documents cite."""
    cited = [node for node in graph.nodes if node.cited_by]
    return sorted(cited, key=lambda node: (-node.cited_by, node.key))


def people(work: Work) -> tuple[str, ...]:
    """Return the authors of a work as ``Family, Given``; where none is known its house, outlet or site."""
    names = tuple(", ".join(filter(None, (name.family, name.given))) or name.literal for name in work.author)
    if names:
        return names
    return tuple(filter(None, [work.container or work.publisher or _host(work)]))


def _edges(works: Sequence[Merged], documents: Sequence[Document]) -> Iterator[Edge]:
    keys = keys_of_documents(works)
    notes = {document.name: _notes(document) for document in documents}
    for one in works:
        by_source: dict[str, list[str]] = {}
        for entry in one.entries:
            if not entry.is_own:
                labels = notes[entry.document].get(entry.work.id, [])
                by_source.setdefault(keys[entry.document], []).extend(labels)
        for key, labels in by_source.items():
            yield Edge(key, one.work.id, tuple(dict.fromkeys(labels)))


def _notes(document: Document) -> dict[str, list[str]]:
    """Return the labels of the notes that cite each work, in their order."""
    found: dict[str, list[str]] = {}
    for note in document.commentary.footnotes:
        for cited in dict.fromkeys(note.citations):
            found.setdefault(cited, []).append(note.label)
    return found


def _node(one: Merged, cited: int, cites: int) -> Node:
    work = one.work
    date = work.issued or work.date
    return Node(
        work.id,
        bool(one.documents),
        work.type,
        work.full_title,
        people(work),
        date.date[:4] if date else None,
        work.language,
        _host(work),
        work.url,
        cited,
        cites,
    )


def _host(work: Work) -> str | None:
    return (host_of(work.url).removeprefix("www.") or None) if work.url else None


def _links(edges: Sequence[Edge], works: Mapping[str, Work]) -> Iterator[Link]:
    counted = Counter(
        (source, target)
        for edge in edges
        for source in people(works[edge.source])
        for target in people(works[edge.target])
    )
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    yield from (Link(source, target, count) for (source, target), count in ranked)


def _hosts(edges: Sequence[Edge], works: Mapping[str, Work]) -> Iterator[Host]:
    by_host: dict[str, list[Edge]] = {}
    for edge in edges:
        if host := _host(works[edge.target]):
            by_host.setdefault(host, []).append(edge)
    hosts = [
        Host(
            host,
            len({edge.target for edge in found}),
            len({edge.source for edge in found}),
            sum(max(len(edge.notes), 1) for edge in found),
        )
        for host, found in by_host.items()
    ]
    yield from sorted(hosts, key=lambda one: (-one.documents, -one.works, one.host))
