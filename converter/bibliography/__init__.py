"""What many documents cite: one bibliography with the works of several merged, and the graph of it."""

from __future__ import annotations

from converter.bibliography.documents import Document, Entry, entries_of, read_document
from converter.bibliography.earlier_keys import EarlierKeys, read_earlier_keys
from converter.bibliography.graph import Graph, make_graph
from converter.bibliography.merging import Merged, Merging, merge
from converter.bibliography.record import split, write_record
from converter.bibliography.writing import FORMATS, write_bibliography

__all__ = [
    "FORMATS",
    "Document",
    "EarlierKeys",
    "Entry",
    "Graph",
    "Merged",
    "Merging",
    "entries_of",
    "make_graph",
    "merge",
    "read_document",
    "read_earlier_keys",
    "split",
    "write_bibliography",
    "write_record",
]
