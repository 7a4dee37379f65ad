"""Menus over a text that was copied from a browser."""

from __future__ import annotations

from converter.pipeline import convert_text

PROSE = (
    "The harbour was deepened again in the spring, and the trade of the whole coast has grown since then. "
    "The ministry counts the ships that come in, while nobody counts the ones that leave again at night."
)
PAGE = f"""Home
About us
Straits
Contact

THE QUIET HARBOUR
14 March 2023

Share
Facebook
Twitter

Ada ORMAN

{PROSE}
"""


def test_menus_and_buttons_over_the_title_are_set_aside() -> None:
    """They are navigation, and neither title nor authors."""
    commentary = convert_text(PAGE).commentary
    assert commentary.metadata.title == "THE QUIET HARBOUR"
    assert [author.literal for author in commentary.metadata.authors] == ["Ada ORMAN"]
    assert [one.text for one in commentary.provenance.furniture] == [
        "Home",
        "About us",
        "Straits",
        "Contact",
        "Share",
        "Facebook",
        "Twitter",
    ]


def test_one_such_word_in_the_header_is_no_menu() -> None:
    """A series may be called News; contact lines at the end are none either."""
    text = f"News\n\nTHE QUIET HARBOUR\n\nAda ORMAN\n\n{PROSE}\n\nContact\nE-mail\nnews@tidal.example.org\n"
    commentary = convert_text(text).commentary
    assert commentary.provenance.furniture == ()
