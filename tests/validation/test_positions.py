"""The place of a value in a JSON text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.validation.json_tree import Json, walk
from converter.validation.positions import offset_of, position_of

TEXT = """\
{
  "title": "a \\"quoted\\" {brace} [x]",
  "a/b": {"~": [1, 2.5e3, true]},
  "İ\\u0131": ["ş", {"deep": [[], {}, null]}],
  "empty": ""
}
"""


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ("", (1, 1)),
        ("/title", (2, 12)),
        ("/a~1b", (3, 10)),
        ("/a~1b/~0", (3, 16)),
        ("/a~1b/~0/0", (3, 17)),
        ("/a~1b/~0/1", (3, 20)),
        ("/a~1b/~0/2", (3, 27)),
        ("/İı/0", (4, 15)),
        ("/İı/1/deep", (4, 29)),
        ("/İı/1/deep/0", (4, 30)),
        ("/İı/1/deep/1", (4, 34)),
        ("/İı/1/deep/2", (4, 38)),
        ("/empty", (5, 12)),
    ],
)
def test_value_is_placed(pointer: str, place: tuple[int, int]) -> None:
    """Line and column count from 1, in code points, and name the first character of the value."""
    assert place == position_of(TEXT, pointer)


@pytest.mark.parametrize(
    ("pointer", "nearest"),
    [("/title/x", "/title"), ("/nothing", ""), ("/a~1b/~0/7", "/a~1b/~0"), ("/empty/0/y", "/empty")],
)
def test_pointer_that_leads_nowhere(pointer: str, nearest: str) -> None:
    """A pointer to something that is missing gives the place of the innermost value that exists."""
    assert position_of(TEXT, nearest) == position_of(TEXT, pointer)


def test_last_of_two_equal_keys() -> None:
    """Of two equal keys the later one counts, as for a parser."""
    expected = 17
    assert expected == offset_of('{"a": 1, "a":    22}', "/a")


@pytest.mark.parametrize("text", ["", "[x", "[1", '{"a": "b', "[1, [2"])
def test_text_that_is_no_json(text: str) -> None:
    """A text that no parser would accept raises an error and never runs on."""
    with pytest.raises((ValueError, IndexError)):
        offset_of(text, "/0/0/0")


def test_depth_is_no_matter() -> None:
    """A value nested ten thousand deep is passed over without recursion."""
    expected = 20_003
    assert expected == offset_of("[" + "[" * 10_000 + "]" * 10_000 + ", 7]", "/1")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=20,
)


@given(value=VALUES, indent=st.none() | st.integers(0, 3), ascii_only=st.booleans())
def test_every_value_of_any_document(value: Json, indent: int | None, ascii_only: bool) -> None:
    """What stands at the place of any pointer reads as the value that the pointer names."""
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    decode = json.JSONDecoder().raw_decode
    expected = [found for _, found in walk(value)]
    assert expected == [decode(text, offset_of(text, pointer))[0] for pointer, _ in walk(value)]
