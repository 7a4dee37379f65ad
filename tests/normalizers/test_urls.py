"""Addresses: found, cleaned, judged, shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.normalizers.urls import (
    clean_url,
    display_url,
    doi_of,
    find_emails,
    find_urls,
    is_web_url,
    percent_encode_unsafe,
    site_label,
)

if TYPE_CHECKING:
    from tests.normalizers.conftest import Case

PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "http://",
                "https://",
                "www.",
                "example",
                ".org",
                "/",
                "?",
                "&",
                "utm_source=x",
                "id=1",
                "#",
                ":~:",
            ),
            *(
                ")",
                "(",
                "[",
                "]",
                "](",
                "'",
                "’",
                ",",
                ".",
                " ",
                "<",
                ">",
                "a@b.org",
                "%C4%B0",
                "%2F",
                "ı",
                "10.1000/ab",
            ),
        ]
    ),
    max_size=16,
).map("".join)


def test_find_urls(case: Case) -> None:
    """An address is found whole, the punctuation and brackets around it left out."""
    assert case.expected == "\n".join(case.written[start:end] for start, end in find_urls(case.written))


def test_find_emails(case: Case) -> None:
    """E-mail addresses are found, handles are not."""
    assert case.expected == "\n".join(case.written[start:end] for start, end in find_emails(case.written))


def test_clean_url(case: Case) -> None:
    """Tracking goes and is named; everything else stays byte for byte."""
    url, removed = clean_url(case.written)
    assert case.expected == "\n".join([url, *([" ".join(removed)] if removed else [])])


def test_is_web_url(case: Case) -> None:
    """An address can be followed if scheme, host and port are sound."""
    assert case.expected == ("yes" if is_web_url(case.written) else "no")


def test_percent_encode_unsafe(case: Case) -> None:
    """Only what no address may hold is encoded."""
    assert case.expected == percent_encode_unsafe(case.written)


def test_site_label(case: Case) -> None:
    """A site's own name is the label before the public endings."""
    assert case.expected == site_label(case.written)


def test_display_url(case: Case) -> None:
    """Only escapes that are printable letters beyond ASCII are decoded for people."""
    assert case.expected == display_url(case.written)


def test_doi_of(case: Case) -> None:
    """A DOI is found in addresses and behind labels; numbers of other kinds are none."""
    assert case.expected == (doi_of(case.written) or "none")


@given(st.one_of(st.text(max_size=80), PIECES))
def test_places_hold(text: str) -> None:
    """Addresses stand in order, apart from each other, and hold no white space."""
    spans = find_urls(text)
    places = [place for span in spans for place in span]
    assert places == sorted(places)
    assert [text[start:end] for start, end in spans if text[start:end].split() != [text[start:end]]] == []


@given(st.one_of(st.text(max_size=80), PIECES))
def test_cleaning_twice_is_cleaning_once(url: str) -> None:
    """A clean address has nothing more to remove."""
    clean, _ = clean_url(url)
    assert (clean, ()) == clean_url(clean)


@given(st.one_of(st.text(max_size=80), PIECES))
def test_any_text_is_judged(text: str) -> None:
    """Whatever is asked about, there is an answer; what was encoded holds nothing unsafe."""
    encoded = percent_encode_unsafe(text, non_ascii=True)
    assert encoded.isascii()
    assert percent_encode_unsafe(encoded) == encoded
    assert site_label(text).isascii()
    assert isinstance(is_web_url(text), bool)
    assert doi_of(text) is None or "/" in str(doi_of(text))


@given(st.text(st.characters(categories=["L"]), min_size=1, max_size=20))
def test_shown_addresses_can_be_written_again(word: str) -> None:
    """Encoding what is shown gives the printed address back."""
    printed = percent_encode_unsafe(f"https://example.org/{word}", non_ascii=True)
    assert printed == percent_encode_unsafe(display_url(printed), non_ascii=True)


@pytest.mark.parametrize(
    "text", ["http://a" + ")(" * 20000, "http://a" + ")" * 40000, "www." * 20000, "a@" * 20000]
)
def test_hard_texts_take_no_time(text: str) -> None:
    """Text made to be slow is read in linear time (a quadratic reading would not end within the test)."""
    assert len(find_urls(text)) <= 1
    assert find_emails(text) == []
