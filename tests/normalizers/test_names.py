"""Names: parts, roles, the case of capitals, bodies, lines of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.normalizers.names import (
    ParsedName,
    fold_name,
    has_others,
    looks_like_name,
    parse_name,
    split_names,
)

if TYPE_CHECKING:
    from tests.normalizers.conftest import Case

LINES = st.lists(
    st.sampled_from(
        [
            "Alev",
            "KILIÇ",
            "İlaha",
            "IV",
            "O'BRIEN",
            ",",
            ";",
            " and ",
            " ve ",
            " ",
            "(R)",
            "Dr.",
            "van",
            "A.",
            "&",
            "*",
            "AVİM",
        ]
    ),
    max_size=12,
).map("".join)


def shown(name: ParsedName) -> str:
    if name.corporate:
        return "corporate"
    if name.family is None:
        return name.role or "-"
    parts = [name.given or "-", name.family, name.role or "-", name.case]
    return " | ".join([*parts, *([] if name.certain_split else ["unsure split"])])


def test_parse_name(case: Case) -> None:
    """A printed name is read into given name, family name, role, and the way its case was found."""
    assert case.expected == shown(parse_name(case.written))


def test_recase(case: Case) -> None:
    """The letters of the name decide between ı and i; where they do not, that is said."""
    name = parse_name(case.written)
    assert case.expected == f"{name.family} {name.case}"


def test_split_names(case: Case) -> None:
    """A line of several authors parts between whole names only."""
    assert case.expected == "\n".join(case.written[start:end] for start, end in split_names(case.written))


def test_same_name(case: Case) -> None:
    """Case, accents, the dot of i, punctuation and order make no other name."""
    assert fold_name(case.expected) == fold_name(case.written)


@pytest.mark.parametrize("printed", ["Hazel ÇAĞAN ELBİR", "ELBİR, Hazel Çağan", "HAZEL ÇAĞAN ELBİR"])
def test_known_spelling_wins(printed: str) -> None:
    """A spelling attested elsewhere decides parts and case."""
    known = {fold_name("Hazel Çağan Elbir"): "Hazel|Çağan Elbir"}
    name = parse_name(printed, known)
    assert (
        name.given,
        name.family,
        name.case,
        name.certain_split,
    ) == ("Hazel", "Çağan Elbir", "letters", True)


def test_known_spelling_keeps_the_role() -> None:
    """A rank before a known name stays its role."""
    name = parse_name("Amb. (R) ALEV KILIÇ", {fold_name("Alev Kılıç"): "Alev|Kılıç"})
    assert (name.family, name.role, name.printed_family) == ("Kılıç", "Amb. (R)", "KILIÇ")


def test_printed_family_is_kept() -> None:
    """The family name as printed stays beside the recased one."""
    assert parse_name("İlaha KHANTAMIROVA").printed_family == "KHANTAMIROVA"


def test_literal_keeps_role_and_leaves_mark() -> None:
    """The literal is the printed name with its role, without the mark of a note."""
    assert parse_name(" Emekli Büyükelçi  Ömer Engin LÜTEM* ").literal == "Emekli Büyükelçi Ömer Engin LÜTEM"


def test_affiliation_is_apart_from_the_name() -> None:
    """A body in brackets behind a person is the affiliation; without one there is none."""
    names = [parse_name("Cem Aksoy (Aras University)"), parse_name("Alev KILIÇ (R)")]
    assert [name.affiliation for name in names] == ["Aras University", None]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ali DEMİR et al.", True),
        ("Ali Demir, Veli Kaya vd.", True),
        ("Ali DEMİR ve diğerleri", True),
        ("Иванов И. и др.", True),
        ("Ali DEMİR ve Veli KAYA", False),
        ("Etalia Vdovin", False),
    ],
)
def test_has_others(line: str, expected: bool) -> None:
    """Words such as *et al.* say that there are more authors than the named ones."""
    assert has_others(line) is expected


@pytest.mark.parametrize(
    "line",
    [
        "İlaha KHANTAMIROVA",
        "N. E. SELCEN-AKÇAY",
        "A. Nilgün SELCEN",
        "E. Büyükelçi Ömer Engin LÜTEM",
        "Cem Aksoy (Aras University)",
        "Ali DEMİR / Veli KAYA",
        "Ali DEMİR - Veli KAYA",
        "Ali Demir et al.",
        "Johan du Plessis",
        "Jane Winter",
        "Karl German",
        "Mehmet Oğuzhan TULUN",
        "Ambassador (R) Alev KILIÇ",
        "Ömer Engin LÜTEM (R) Ambassador",
        "Teoman Ertuğrul Tulun*",
        "KHANTAMIROVA, İlaha",
        "T. E. Tulun",
        "Сергей ЛАВРОВ",
    ],
)
def test_bylines_look_like_names(line: str) -> None:
    """A byline scores more than half."""
    assert looks_like_name(line) > 0.5


@pytest.mark.parametrize(
    "line",
    [
        "A SILENT POWER STRUGGLE",
        "The border was closed.",
        "Iran Warns Against Encroachments On Border",
        "30 May 2025",
        "Commentary No.2025 / 37",
        "Misafir Araştırmacı",
        "Tel: +90",
        "-",
        "",
        "What Next?",
        "WHO OWNS THE DANUBE?",
        "THE QUIET WINTER",
        "A QUIET WINTER",
        "BORDER OF IRAN",
        "A. GİRİŞ",
        "TÜRKİYE VE AZERBAYCAN",
    ],
)
def test_other_lines_do_not(line: str) -> None:
    """Titles, sentences, dates and labels score little."""
    assert looks_like_name(line) <= 0.2


@given(st.one_of(st.text(max_size=60), LINES))
def test_any_text_is_read(text: str) -> None:
    """Any text gives a name whose literal has the printed words and whose letters have no stray dot."""
    name = parse_name(text)
    assert "".join(name.literal.split()) in "".join(text.split())
    assert "\u0307" in text or "\u0307" not in f"{name.given}{name.family}"


@given(st.one_of(st.text(max_size=60), LINES))
def test_normalized_names_are_stable(text: str) -> None:
    """Folding a folded name changes nothing, and the score stays between 0 and 1."""
    assert fold_name(fold_name(text)) == fold_name(text)
    assert 0.0 <= looks_like_name(text) <= 1.0


@given(st.one_of(st.text(max_size=60), LINES))
def test_split_places_hold(text: str) -> None:
    """Names of a line stand in order, apart from each other, and none is empty."""
    places = [place for span in split_names(text) for place in span]
    assert places == sorted(set(places))


@pytest.mark.parametrize("line", ["a and " * 3000, " " * 50000, "AI " * 5000, ", " * 20000, "A, B; " * 5000])
def test_long_lines_take_no_time(line: str) -> None:
    """A text far too long for a name stays whole."""
    assert parse_name(line).family is None
    assert len(split_names(line)) <= 1
