"""Whether a line is but the name of a house, and which names in scripts without capitals are persons'."""

from __future__ import annotations

import pytest

from converter.normalizers.house_names import LIKELY, NOT, SURE, house_name
from converter.normalizers.names import looks_like_name, parse_name, split_names

HOUSES = (
    "NORTHERN SEA INSTITUTE",
    "Centre for Maritime Affairs (CMA)",
    "Doğu Akdeniz Araştırmaları Vakfı",
    "Institut für Küstenpolitik",
    "Deutsche Gesellschaft für Seepolitik e. V.",
    "Centre d'études du littoral",
    "Институт приморских исследований",
    "Фонд «Открытый берег»",
    "«Дала ойы» талдау орталығы",
    "Fundación Mar Abierto",
    "Istituto per gli Studi Marittimi",
    "Ośrodek Studiów Morskich",
    "Центр морських досліджень",
    "Xəzər Araşdırmalar Mərkəzi",
    "مرکز مطالعات دریایی",
    "مركز الدراسات البحرية",
    "Ινστιτούτο Θαλάσσιων Μελετών",
    "Ծովային հետազոտությունների կենտրոն",
    "ზღვის კვლევების ინსტიტუტი",
    "海洋政策研究中心",
    "海洋政策研究所",
)
TITLES = (
    "The Institute That Forgot Its Coast",
    "The Center Cannot Hold",
    "Centre Stage",
    "At the Centre",
    "The End of the Academy",
    "Центр тяжести смещается",
    "İstanbul'un Merkezi",
    "Amsel Council on Foreign Relations: The First Hundred Years",
    "Report of the Working Group on Buoys",
)


@pytest.mark.parametrize("line", HOUSES)
def test_a_house_is_known_by_the_head_of_its_name(line: str) -> None:
    """The head stands at the beginning in some languages and at the end in others."""
    assert house_name(line) == SURE


@pytest.mark.parametrize("line", TITLES)
def test_a_title_with_such_a_word_is_no_house(line: str) -> None:
    """A question, a genitive, a verb or a colon says that the line is more than a name."""
    assert house_name(line) == NOT


def test_a_word_of_titles_leaves_a_doubt() -> None:
    """A council is a house or the matter of a title."""
    assert house_name("Harbour Studies Group") == LIKELY


@pytest.mark.parametrize(
    ("printed", "family", "given"),
    [
        ("李海洋", "李", "海洋"),
        ("欧阳明", "欧阳", "明"),
        ("山田太郎", "山田", "太郎"),
        ("佐藤 美咲", "佐藤", "美咲"),
        ("김민수", "김", "민수"),
        ("مریم احمدی", "احمدی", "مریم"),
        ("გიორგი მესხიშვილი", "მესხიშვილი", "გიორგი"),
        ("Szabó Gergely", "Szabó", "Gergely"),
        ("Лебедева Мария Андреевна", "Лебедева", "Мария Андреевна"),
        ("William P. Huxley III", "Huxley III", "William P."),
        ("R. de Souza e Silva", "de Souza e Silva", "R."),
        ("Penhoët (L.)", "Penhoët", "L."),
    ],
)
def test_a_name_is_split_by_the_habits_of_its_language(printed: str, family: str, given: str) -> None:
    """East Asian and Hungarian names begin with the family; a patronym and particles tell it, too."""
    name = parse_name(printed)
    assert (name.family, name.given) == (family, given)


@pytest.mark.parametrize(
    "line", ["ناوگان بدون کشتی", "没有船的港口", "船のない港", "ნავსადგური გემების გარეშე"]
)
def test_a_title_without_capitals_is_no_name(line: str) -> None:
    """Where a script has no capitals, only known names and endings make a name."""
    assert looks_like_name(line) < 0.5


def test_names_in_a_row_are_parted_by_signs_and_words_of_their_language() -> None:
    """A blank parts Chinese names, a slash German ones, a small word the Italian ones."""
    lines = ["李海洋 王晓明", "Andreas Thiel/Petra Noll", "Giovanni De Luca e Francesca Dall'Orto"]
    assert [len(split_names(line)) for line in lines] == [2, 2, 2]


def test_a_school_behind_a_name_is_the_affiliation() -> None:
    """It is neither an author nor a role."""
    name = parse_name("Dr Siobhán Ní Bhriain, Trinity College")
    assert (name.family, name.role, name.affiliation) == ("Ní Bhriain", "Dr", "Trinity College")
