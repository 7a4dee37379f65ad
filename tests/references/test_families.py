"""Forms that are easily misread, each for the family that it stands for."""

from __future__ import annotations

import pytest

from converter.references import parse_references
from converter.works import Work
from tests.references.measuring import read_parts


def work_of(line: str) -> Work:
    """Read one line."""
    return parse_references(line).references[0].work


@pytest.mark.parametrize(
    ("line", "part", "expected"),
    [
        ("Carl Vance, Black Gardens: Ports in War, London: Harbour, 2003, p. 7.", "author", "Carl Vance"),
        ("Carver, J., & Nolan, E. (Eds.). (1999). The sea. Clarendon.", "editor", "Carver, J. Nolan, E."),
        ("Ruth Stein, “A Port”, in Henry Barlow (ed.), Rivers, Brill, Leiden, 2017.", "container", "Rivers"),
        ("Lowe, I. (2016). The last keeper. Northern Magazine 22–29.", "page", "22-29"),
        ("I. Kaya, Stare latarnie, Warszawa 2011, s. 12.", "title", "Stare latarnie"),
        ("I. Kaya, Stare latarnie, Warszawa 2011, s. 12.", "place", "Warszawa"),
        ("Weiss, Karl: Häfen im Wandel, in: Hafenblatt 14 (1991), S. 33-58.", "title", "Häfen im Wandel"),
        ("Kaya, İ. (2011). Kuzey fenerleri (2. baskı). Liman Yayınları.", "edition", "2"),
        ("Walker, J. (2021, May 3). Why the lamps went out. https://a.example.org/1", "date", "2021-05-03"),
        ("Doyle, Sean. 2017. “Three Ports.” Irish Chronicle, September 21.", "date", "2017-09-21"),
        ("The Lamps Are Lit, Harbour Times, 9 May 2024, https://a.example.org/1.", "url", "https://a.example.org/1"),
        ("The Lamps (see <https://a.example.org/1>), Harbour Times, 9 May 2024.", "url", "https://a.example.org/1"),
        ("UN General Assembly, Oceans and the sea, A/RES/76/72, 9 December 2021.", "number", "A/RES/76/72"),
    ],
)  # fmt: skip
def test_a_part_is_read(line: str, part: str, expected: str) -> None:
    """One part of one reference."""
    assert expected == read_parts(work_of(line)).get(part)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Orman, A. (2019). The lamps of the shore. Tidal Review, 12(3), 45-67.", "article-journal"),
        ("Orman, Ada. Lamps of the Shore. London: Harbour Press, 2001.", "book"),
        ("Orman, Ada. “Lamps.” In Rivers, edited by Lee Ashe. London: Harbour Press, 2001.", "chapter"),
        ("Rahman, N. “Smuggling.” PhD diss., University of Northgate, 2010.", "thesis"),
        ("The Lamps Are Lit, Harbour Times, 9 May 2024, https://a.example.org/1", "article-newspaper"),
        ("Bergström, O. (2015). The price of light (Working Paper No. 12). Tidal Institute.", "report"),
        ("Orman v. Harbour Authority, Application no. 1234/15, 12 June 2018.", "legal_case"),
        ("Treaty on the Regime of the Northern Strait, Lausanne, 24 July 1923.", "treaty"),
    ],
)  # fmt: skip
def test_the_type_follows_from_the_parts(line: str, expected: str) -> None:
    """The types that lists have most."""
    assert expected == work_of(line).type
