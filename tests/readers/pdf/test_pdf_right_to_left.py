"""Letters of text that is read from right to left are put in the order of reading by their places."""

from __future__ import annotations

import pytest

from converter.readers.pdf_right_to_left import Letter, pieces_in_order, runs_right_to_left
from converter.readers.pdf_styles import Style

PLAIN = Style(10.0, bold=False, italic=False, hidden=False, angle=0)
SMALL = PLAIN._replace(size=6.0)


def printed(visible: str, x: float = 0.0, y: float = 100.0) -> list[Letter]:
    """Return letters as they stand on the page from the right edge leftwards, blanks as gaps."""
    return [
        Letter(sign, x + 5 * at, x + 5 * at + 5, y, PLAIN, at)
        for at, sign in enumerate(visible)
        if sign != " "
    ]


def read(letters: list[Letter]) -> list[str]:
    """Return the pieces of a page as texts."""
    return ["".join(one.text for one in piece) for piece in pieces_in_order(letters)]


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        pytest.param("مركز الساحل", "مركز الساحل", id="letters"),
        pytest.param("عام 0202، ص 81.", "عام 2020، ص 18.", id="numbers run from the left"),
        pytest.param("نشر 0202/2/4 في", "نشر 4/2/2020 في", id="dates are one number"),
        pytest.param("من 93 إلى 26", "من 39 إلى 62", id="two numbers are two"),
        pytest.param("مجلة 4 .oN ,weiveR tsaoC عدد", "مجلة Coast Review, No. 4 عدد", id="Latin words"),
        pytest.param("a/elpmaxe.a//:sptth", "https://a.example/a", id="a line of Latin letters only"),
        pytest.param("]2[ 2 .p ,weiveR.", "[2] Review, p. 2.", id="a Latin note has its label to the right"),
        pytest.param(
            "المرسى، 0202/2/4، na.a//:ptth", "المرسى، 4/2/2020، http://a.an", id="an Arabic comma parts"
        ),
        pytest.param("قال )نعم( ثم", "قال (نعم) ثم", id="brackets that were not mirrored"),
        pytest.param("قال (نعم) ثم", "قال (نعم) ثم", id="brackets that were mirrored"),
    ],
)
def test_the_order_of_reading(seen: str, meant: str) -> None:
    """What stands farthest to the right comes first; numbers and Latin words are turned."""
    assert [meant] == read(printed(seen))


def test_the_order_of_the_file_does_not_count() -> None:
    """Programs draw such text in whatever order."""
    assert ["مركز الساحل"] == read(printed("مركز الساحل")[::-1])


def test_marks_go_behind_the_letters_that_they_stand_over() -> None:
    """A mark has a place, and in most files a height, of its own."""
    letters = printed("تفتح")
    mark = Letter("\u064f", 1.0, 4.0, 103.0, PLAIN, 9)
    assert ["ت\u064fفتح"] == read([mark, *letters])


def test_what_a_file_names_twice_at_one_place_is_read_once() -> None:
    """Some programs give a letter and its mark for each of the two signs."""
    letters = printed("ساحل")
    assert ["ساحل"] == read([*letters, letters[1]._replace(y=101.0)])


def test_lam_and_alef_at_one_place_are_in_order() -> None:
    """They are one sign, and files differ in which they name first."""
    alef, lam = (Letter(sign, 5.0, 10.0, 100.0, PLAIN, 0) for sign in "ال")
    assert ["بلا"] == read([*printed("ب"), alef, lam])


def test_raised_figures_stay_in_their_line() -> None:
    """A marker is smaller and stands higher; it is no line of its own."""
    letters = [*printed("رسومها."), Letter("1", 35.0, 38.0, 104.0, SMALL, 7), *printed("أما", x=41.0)]
    assert ["رسومها.1 أما"] == read(letters)


def test_a_raised_figure_is_none_of_the_number_before_it() -> None:
    """Both run from the left, each by itself."""
    letters = printed("عام 0202")
    marker = Letter("7", letters[-1].x1, letters[-1].x1 + 3, 100.0, PLAIN, 9, raised=True)
    assert ["عام 20207"] == read([*letters, marker])


def test_wide_gaps_part_pieces() -> None:
    """Columns are parted as those of other pages are."""
    assert ["ساحل", "مركز"] == read([*printed("ساحل"), *printed("مركز", x=60.0)])


def test_a_page_with_a_few_such_words_is_read_from_the_left() -> None:
    """A title that is cited in Arabic turns no page."""
    assert [True, False] == [runs_right_to_left(text) for text in ("مركز الساحل", "as ساحل says of harbours")]
