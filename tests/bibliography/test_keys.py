"""Which keys a merged bibliography gives, and which it keeps."""

from __future__ import annotations

import json

import pytest

from converter.bibliography import Document, EarlierKeys, read_earlier_keys, write_bibliography, write_record
from converter.errors import UnreadableInput
from converter.pipeline import bibliographic_style
from tests.bibliography.archive import PIET, document, keyed, work

FIRST = document("a", work("dams2020a", title="The First of the Dams", doi="10.5555/a"))
SECOND = document("b", work("dams2020a", title="The Second of the Dams", url="https://example.org/second"))
THIRD = document("c", work("dams2020a", title="The Third: of <all> {Dams} & co.", author=(PIET,)))
ARCHIVE = (FIRST, SECOND, THIRD)


def titles(*documents: Document, earlier: EarlierKeys) -> dict[str, str | None]:
    """Return the title of each cited work by its key."""
    return {one.work.id: one.work.title for one in keyed(*documents, earlier=earlier) if one.cited_in}


def written(form: str) -> str:
    """Return the bibliography of the first two documents."""
    works = keyed(*ARCHIVE)
    if form == "record":
        return write_record(works, (), "", "all.bib")
    return write_bibliography(works, ARCHIVE, form, bibliographic_style())


def test_keys_are_unique() -> None:
    """The first to ask has the plain key, the others a letter; works stand in the order of their keys."""
    keys = [one.work.id for one in keyed(*ARCHIVE)]
    assert ["dams2020a", "dams2020aa", "dams2020ab", "ormana", "ormanb", "ormanc"] == keys


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "csl-json", "ris", "record"])
def test_earlier_keys_are_kept(form: str) -> None:
    """When documents come in another order, and others are added, each work keeps the key that it had."""
    earlier = read_earlier_keys(written(form).encode(), "all")
    added = document("0", work("dams2020a", title="A new one on dams"))
    found = titles(added, THIRD, SECOND, FIRST, earlier=earlier)
    assert {
        "dams2020a": "The First of the Dams",
        "dams2020aa": "The Second of the Dams",
        "dams2020ab": "The Third: of <all> {Dams} & co.",
        "dams2020ac": "A new one on dams",
    } == found


def test_keys_of_the_editor_are_kept() -> None:
    """A key that a person chose in the file is kept like any other."""
    edited = written("bibtex").replace("{dams2020aa,", "{second,")
    assert titles(*ARCHIVE, earlier=read_earlier_keys(edited.encode(), "all"))["second"]


def test_an_earlier_key_goes_to_no_other_work() -> None:
    """The key of a work that is gone is not given again."""
    earlier = read_earlier_keys(written("csl-json").encode(), "all")
    other = document("d", work("dams2020a", title="Something else entirely"))
    assert list(titles(other, earlier=earlier)) == ["dams2020ac"]


@pytest.mark.parametrize(
    "content",
    ["", "no bibliography", "{}", "[]", "[1]", "{", '{"works": [{"key": "x"}]}', "TY  - BOOK\nER  - \n"],
)
def test_a_file_without_keys_is_refused(content: str) -> None:
    """What holds no keys is no earlier bibliography, and that is said."""
    with pytest.raises(UnreadableInput):
        read_earlier_keys(content.encode(), "all")


@pytest.mark.parametrize("key", ["x},\n@misc{y", "a b", "", "a,b", "#", "{"])
def test_no_key_breaks_a_file(key: str) -> None:
    """A key that a format would take for something else is neither kept from a file nor from a document."""
    earlier = read_earlier_keys(json.dumps([{"id": key, "DOI": "10.5555/a"}, {"id": "ok"}]).encode(), "x")
    edited = document("a", work(key, doi="10.5555/a"))
    keys = [*titles(FIRST, earlier=earlier), *titles(edited, earlier=EarlierKeys({}, frozenset()))]
    assert (2, []) == (len(keys), [one for one in keys if not one.isalnum()])


def test_keys_by_csl_json_of_others() -> None:
    """An item without title, year or address keeps its key from being given again."""
    earlier = read_earlier_keys(json.dumps([{"id": "dams2020a", "type": "book"}]).encode(), "x")
    assert list(titles(FIRST, earlier=earlier)) == ["dams2020aa"]
