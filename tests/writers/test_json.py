"""What the JSON promises: the model, key by key, and back."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.writers import read_json, write_json

from . import commentaries as samples


@pytest.mark.parametrize("name", samples.ODD)
def test_what_is_written_is_read_back(name: str) -> None:
    """Reading what was written gives the same commentary."""
    commentary = samples.ODD[name]()
    assert commentary == read_json(write_json(commentary))


@pytest.mark.parametrize("name", samples.ODD)
def test_the_value_is_what_is_written(name: str) -> None:
    """The value of a commentary, which is what the schema is asked about, is the value of its JSON."""
    commentary = samples.ODD[name]()
    assert json.loads(json.dumps(msgspec.to_builtins(commentary))) == json.loads(write_json(commentary))


def test_order_of_the_keys() -> None:
    """The top-level keys stand in the order of the contract."""
    assert list(json.loads(write_json(samples.seed()))) == [
        "$schema",
        "schema_version",
        "id",
        "metadata",
        "front_matter",
        "body",
        "footnotes",
        "references",
        "cite_as",
        "back_matter",
        "diagnostics",
        "provenance",
    ]


def test_layout() -> None:
    """Two blanks a level, letters as they are, a line end at the end."""
    lines = write_json(samples.seed()).split("\n")
    assert (lines[0], lines[2], *lines[-2:]) == ("{", '  "schema_version": "1.1.0",', "}", "")


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_any_text_survives(text: str) -> None:
    """Whatever a paragraph holds is read back."""
    commentary = samples.with_body(samples.paragraph("p1", text))
    assert commentary == read_json(write_json(commentary))


def test_half_a_pair() -> None:
    """Half of a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD."""
    commentary = samples.with_body(samples.paragraph("p1", "a\ud800b"))
    assert read_json(write_json(commentary)).body[0].text == "a\ufffdb"
