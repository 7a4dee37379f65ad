"""Whether every document that our TEI schema accepts is TEI: shown with documents made from the schema.

``tests/schemas/grammar.py`` walks the schema at random and takes at many turns what it has taken least, so
that every pattern is used. A second set are random changes to a valid document: those that our schema lets
pass must be TEI too.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

import pytest
from lxml import etree

from tests.schemas.edits import mutants
from tests.schemas.grammar import Generator, Grammar
from tests.schemas.programs import DOCUMENTS, SCHEMAS, jing_errors, tei_all

SCHEMA = SCHEMAS / "commentary.rng"
SEED = 20250530
GENERATED = 520
MUTATED = 3000


@dataclass(frozen=True)
class Made:
    """Documents made from the schema, and the patterns that none of them uses."""

    documents: list[bytes]
    unused: list[str]


@dataclass(frozen=True)
class Mutated:
    """Changed documents that our schema still accepts, and how many it refuses."""

    accepted: list[bytes]
    refused: int


def schema() -> etree.RelaxNG:
    """Return our schema, compiled anew."""
    return etree.RelaxNG(etree.parse(str(SCHEMA)))


@pytest.fixture(scope="module")
def made() -> Made:
    """Make documents until there are enough of them."""
    grammar = Grammar(SCHEMA)
    generator = Generator(grammar, SEED)
    documents = [etree.tostring(generator.document(), encoding="utf-8") for _ in range(GENERATED)]
    unused = [grammar.describe(pattern) for pattern in grammar.patterns() if not generator.visits[pattern]]
    return Made(documents, unused)


@pytest.fixture(scope="module")
def mutated() -> Mutated:
    """Change a document that has everything, in one place at a time."""
    relaxng = schema()
    random = Random(SEED)  # noqa: S311
    full = etree.parse(str(DOCUMENTS / "full.tei.xml")).getroot()
    changed = [etree.tostring(one, encoding="utf-8") for one in islice(mutants(full, random), MUTATED)]
    accepted = [one for one in dict.fromkeys(changed) if is_valid(relaxng, one)]
    return Mutated(accepted, len(set(changed)) - len(accepted))


def is_valid(relaxng: etree.RelaxNG, document: bytes) -> bool:
    """Say whether our schema accepts a document, which may have an id twice."""
    return bool(relaxng.validate(etree.fromstring(document, etree.XMLParser(collect_ids=False))))


def written(documents: list[bytes], folder: Path) -> list[Path]:
    """Write documents to files, for jing."""
    paths = [folder / f"{number:04}.xml" for number in range(len(documents))]
    for path, document in zip(paths, documents, strict=True):
        path.write_bytes(document)
    return paths


def test_every_pattern_is_used(made: Made) -> None:
    """The documents show every alternative of the schema, so that the proof leaves none out."""
    assert [] == made.unused


def test_documents_differ(made: Made) -> None:
    """No document is made twice."""
    assert GENERATED == len(set(made.documents))


def test_documents_are_valid_here(made: Made) -> None:
    """What is made from our schema is valid against it: the walk follows the schema."""
    relaxng = schema()
    assert [] == [document for document in made.documents if not is_valid(relaxng, document)]


@pytest.mark.client
def test_jing_reads_our_schema_alike(made: Made, tmp_path: Path) -> None:
    """A second validator accepts the same documents, so that nothing hangs on a peculiarity of libxml2."""
    assert [] == jing_errors(SCHEMA, written(made.documents, tmp_path))


@pytest.mark.client
def test_documents_are_tei(made: Made, tmp_path: Path) -> None:
    """Every document that can be made from our schema is valid against tei_all."""
    assert [] == jing_errors(tei_all(), written(made.documents, tmp_path))


def test_most_changes_are_refused(mutated: Mutated) -> None:
    """A random change mostly breaks a document; the rest is what the next test is about."""
    assert mutated.refused > 5 * len(mutated.accepted) > 0


@pytest.mark.client
def test_changed_documents_that_pass_are_tei(mutated: Mutated, tmp_path: Path) -> None:
    """A changed document that our schema still accepts is valid against tei_all."""
    assert [] == jing_errors(tei_all(), written(mutated.accepted, tmp_path))
