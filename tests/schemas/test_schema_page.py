"""Whether the page on the schemas says what the schemas say."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import etree

from converter.model import SCHEMA_ID
from tests.schemas.documentation import PAGE, page_with, rendered
from tests.schemas.programs import SCHEMAS

TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)


def test_page_is_made_from_the_schema() -> None:
    """The tables are those of the schema; ``python -m tests.schemas.documentation`` makes them anew."""
    assert page_with(rendered()) == TEXT


def test_page_names_the_schema() -> None:
    """The page gives the identifier under which documents name their schema."""
    assert SCHEMA_ID in TEXT


@pytest.mark.parametrize("name", sorted(set(re.findall(r"schemas/([\w.]+\.[a-z]+)", TEXT))))
def test_named_files_exist(name: str) -> None:
    """Every file of ``schemas/`` that the page names is there."""
    assert (SCHEMAS / name).is_file()


def test_every_element_of_the_schema_is_named() -> None:
    """The page lists all elements that our TEI uses."""
    root = etree.parse(str(SCHEMAS / "commentary.rng")).getroot()
    elements = {str(one.get("name")) for one in root.iter("{http://relaxng.org/ns/structure/1.0}element")}
    listed = re.search(r"These elements occur, and no others:\n\n(.*?)\n\n", TEXT, re.DOTALL)
    assert listed is not None
    assert sorted(elements, key=str.lower) == re.findall(r"`(\w+)`", listed[1])


def test_page_renders_wording(tmp_path: Path) -> None:
    """What is written by hand stays when the tables are made anew."""
    page = tmp_path / "page.md"
    page.write_text("By hand.\n", encoding="utf-8")
    assert page_with("Tables.", page).startswith("By hand.\n")


def test_there_are_examples() -> None:
    """The page shows JSON, and all of it can be parsed."""
    assert all(json.loads(example) for example in EXAMPLES)
    assert EXAMPLES
