"""Converted documents are scored against labelled ones: what is right, wrong, and wrong in silence."""

from converter.evaluation.compare import DocumentScore, score
from converter.evaluation.document import Document, NotOurDocument, read_document
from converter.evaluation.forms import FORMS, Rendered, render
from converter.evaluation.gold import Fault, Gold, InvalidGold
from converter.evaluation.gold_checks import check_gold
from converter.evaluation.gold_reading import read_gold

__all__ = [
    "FORMS",
    "Document",
    "DocumentScore",
    "Fault",
    "Gold",
    "InvalidGold",
    "NotOurDocument",
    "Rendered",
    "check_gold",
    "read_document",
    "read_gold",
    "render",
    "score",
]
