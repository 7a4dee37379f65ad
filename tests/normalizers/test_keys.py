"""Keys and comparison forms: folding, citation keys, key rings, titles, white space."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from converter.normalizers.folding import FOLDING_VERSION
from converter.normalizers.keys import KeyRing, ascii_fold, citation_key
from converter.normalizers.spaces import normalize_quotes, squeeze, strip_spaces, title_key

if TYPE_CHECKING:
    from tests.normalizers.conftest import Case


def test_ascii_fold(case: Case) -> None:
    """Every script is written in plain ASCII words."""
    assert case.expected == ascii_fold(case.written)


def test_citation_key(case: Case) -> None:
    """A key is family, year and the first word that says something."""
    family, year, title, language = case.written.split("|")
    assert case.expected == citation_key(family, year or None, title or None, language)


def test_same_title(case: Case) -> None:
    """Header, cite-as and slug of one title have one key."""
    assert title_key(case.expected) == title_key(case.written)


def test_folding_version() -> None:
    """A changed table of letters needs a new version, since keys of archives change with it."""
    assert (FOLDING_VERSION, ascii_fold("щ"), ascii_fold("ə")) == (1, "shch", "e")


def test_key_ring_gives_letters_in_order() -> None:
    """The first has the plain key, the others a, b, c in the order of asking."""
    ring = KeyRing()
    assert [ring.take(key) for key in ("x2025a", "x2025", "x2025", "x2025")] == [
        "x2025a",
        "x2025",
        "x2025b",
        "x2025c",
    ]


def test_key_ring_goes_on_after_z() -> None:
    """The twenty-eighth work of one key has two letters."""
    ring = KeyRing()
    assert [ring.take("x") for _ in range(28)][-2:] == ["xz", "xaa"]


def test_quotes() -> None:
    """All double and all single quotes are one each."""
    assert normalize_quotes("“a” ‘b’ ‚c` «d»") == "\"a\" 'b' 'c' \"d\""


@given(st.lists(st.sampled_from(["k", "ka", "kb", "kaa", "m"]), max_size=60))
def test_keys_are_unique(asked: list[str]) -> None:
    """No key is given twice."""
    ring = KeyRing()
    given_keys = [ring.take(key) for key in asked]
    assert len(given_keys) == len(set(given_keys))


@given(
    st.text(max_size=60),
    st.none() | st.text(max_size=6),
    st.none() | st.text(max_size=60),
    st.text(max_size=5),
)
def test_keys_are_well_formed(family: str, year: str | None, title: str | None, language: str) -> None:
    """Any key begins with a letter, is plain ASCII and has at most 40 characters."""
    assert re.fullmatch(r"[a-z][a-z0-9]{0,39}", citation_key(family, year, title, language))


@given(st.text(max_size=80))
def test_normal_forms_are_stable(text: str) -> None:
    """What is normalized once is not changed by normalizing it again."""
    forms = [squeeze, strip_spaces, normalize_quotes, title_key, ascii_fold]
    once = [form(text) for form in forms]
    assert once == [form(value) for form, value in zip(forms, once, strict=True)]


@given(st.text(max_size=80))
def test_squeezing_keeps_the_signs(text: str) -> None:
    """White space is all that squeezing changes."""
    assert strip_spaces(text) == strip_spaces(squeeze(text))
