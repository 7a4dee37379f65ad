"""Answers that are kept while one document is read."""

from __future__ import annotations

from collections.abc import Callable

from converter import convert_text
from converter.normalizers.kept import forget, kept


def _counted(asked: list[str]) -> Callable[[str], int]:
    """Return a function that says how long a text is and writes down what it was really asked."""

    @kept
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    return length


def test_an_answer_is_found_once() -> None:
    """The same question is not asked again until all is forgotten."""
    asked: list[str] = []
    length = _counted(asked)
    assert [length("lamp"), length("lamp")] == [4, 4]
    forget()
    assert length("lamp") == 4
    assert asked == ["lamp", "lamp"]


def test_each_document_begins_anew() -> None:
    """What was kept while one document was read is forgotten when the next begins."""
    asked: list[str] = []
    length = _counted(asked)
    length("lamp")
    convert_text("A lamp.\n")
    length("lamp")
    assert asked == ["lamp", "lamp"]
