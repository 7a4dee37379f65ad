"""Profiles: every shipped one is sound, a wrong file is told in words, the page decides whose it is."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import converter
from converter.cli import main
from converter.errors import InvalidProfile, UnknownProfile
from converter.profiles import load, load_text, names, open_profile
from converter.profiles.templates import name_pattern, printed_pattern

BODY = (
    "The lamps on the northern shore were lit again this spring, and the ferries run as they did before. "
    "Nobody on the island had expected it so soon, and the harbour master least of all."
)
LINES = [
    ('name = "x"\nlabel = 1', 2, "label: no such key; is labels meant?"),
    ('name = "x"\n[labels]\n\ncite_a = ["Quote"]', 4, "labels.cite_a: no such key; is cite_as meant?"),
    ('name = "x"\n[labels]\ncite_as = ["Quote", 3]', 3, "labels.cite_as: expected str, got int"),
    ('name = "x"\n[detect]\nnames = "House"', 3, "detect.names: expected array, got str"),
    ('name = "x"\n[dates]\norder = "american"', 3, "dates.order: invalid enum value 'american'"),
    ('name = "x"\n[labels]\nabout = [" "]', 3, "labels.about: an empty word would be found everywhere"),
    ('name = "X y"', 1, "name: 'X y' is no name: small letters a to z, figures and hyphens, at most 40"),
    ('description = "x"', 1, "object missing required field name"),
    (
        'name = "x"\n[authors]\n"Ada ORMAN" = "Ada Orman"',
        3,
        """authors.Ada ORMAN: 'Ada Orman' is not "Given|Family\"""",
    ),
    (
        'name = "x"\n[series]\npatterns = ["{series} {volume}"]',
        3,
        "series.patterns: '{series} {volume}' has no {number}",
    ),
    (
        'file_names = ["{vol}"]\nname = "x"',
        1,
        "file_names: '{vol}' has {vol} (there are any, author, day, language, month,",
    ),
    ('name = "x"\n[addresses]\npaths = ["/a"]', 3, "addresses.paths: '/a' has nothing in braces"),
    ('name = "x"\nextends = "y"', 2, "extends: there is no shipped profile 'y'"),
    ('name = "x"\nname = "y"', 2, "not TOML: cannot overwrite a value"),
    ("name = [", 1, "not TOML:"),
]


@pytest.mark.parametrize(("text", "line", "words"), LINES, ids=[words[:40] for _, _, words in LINES])
def test_a_wrong_file_is_told_with_its_place(text: str, line: int, words: str) -> None:
    """The message has file, line and key, and what is wrong."""
    with pytest.raises(InvalidProfile) as caught:
        load_text(text, "house.toml")
    assert str(caught.value).startswith(f"house.toml:{line}: {words}"), caught.value


@pytest.mark.parametrize("name", names())
def test_a_shipped_profile_can_be_read_and_explained(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each is found by its name, described in a line, and explained."""
    assert (name, True) == (load(name).name, bool(load(name).description))
    assert 0 == main(["profiles", name])
    assert capsys.readouterr().out.startswith(f"{name}: {load(name).description}")


@pytest.mark.parametrize("name", [name for name in names() if name != "generic"])
def test_a_house_is_found_by_each_of_its_signs(name: str) -> None:
    """Every address, name, line and DOI that a profile names as a sign shows a page to be of its house."""
    detect = load(name).written.detect
    signs = [f"https://www.{address}" for address in detect.addresses] + list(detect.names)
    signs += [f"{line} 2021/12" for line in detect.lines] + [
        f"doi:{prefix}/2021C32" for prefix in detect.dois
    ]
    pages = [f"{sign}\n\nTHE LAMPS\n\nAda ORMAN\n\n{BODY}\n" for sign in signs]
    found = [converter.convert_text(page, to=()).commentary.provenance.profile for page in pages]
    assert [name] * len(signs) == found


def test_the_evidence_says_what_showed_the_house() -> None:
    """The sign stands in the evidence with its place; a forced profile is evidence too."""
    page = f"THE LAMPS\n\nAda ORMAN\n\n{BODY}\n\nTel: +90 312 000 00 00 • http://avim.org.tr\n"
    shown = converter.convert_text(page, to=()).commentary.provenance
    asked = converter.convert_text(page, to=(), profile="osw").commentary.provenance
    rules = [
        (one.rule, one.confidence)
        for shown in (shown, asked)
        for one in shown.evidence
        if "profile" in one.field
    ]
    assert [("sign of the house “avim.org.tr”", 0.9), ("asked for", 1.0)] == rules
    assert ("avim", "osw") == (shown.profile, asked.profile)


def test_what_notes_and_prose_say_decides_nothing() -> None:
    """A house that a note cites, or that the text speaks of once, is not the house of the page."""
    page = (
        f"THE LAMPS\n\nAda ORMAN\n\n{BODY}[1] A paper of the International Crisis Group says so too.\n\n"
        "[1] The Lamps, 4 May 2021, https://avim.org.tr/en/Yorum/THE-LAMPS\n"
    )
    assert "generic" == converter.convert_text(page, to=()).commentary.provenance.profile


def test_two_houses_shown_alike_are_a_finding() -> None:
    """Neither profile is used where both are shown as clearly."""
    page = f"THE LAMPS\n\nAda ORMAN\n\n{BODY}\n\nTel: +90 312 000 00 00, http://avim.org.tr, https://orsam.org.tr\n"
    read = converter.convert_text(page, to=())
    found = [one.message for one in read.diagnostics if one.code == "profile-uncertain"]
    words = "the page may be of avim or orsam; it is read without the profile of either"
    assert ("generic", [words]) == (read.commentary.provenance.profile, found)


def test_an_unknown_name_is_told_with_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    """The command says which there are; so does the library."""
    assert 2 == main(["inspect", "-", "--profile", "nowhere"])
    assert "unknown profile 'nowhere' (known: ankasam, avim," in capsys.readouterr().err
    with pytest.raises(UnknownProfile):
        converter.convert_text("x", profile="nowhere")


def test_a_file_that_is_no_profile_is_told(tmp_path: Path) -> None:
    """A file that is not there, is no UTF-8 or far too large is told in words."""
    (tmp_path / "latin.toml").write_bytes('name = "x"\ndescription = "Çınar"'.encode("cp1254"))
    (tmp_path / "large.toml").write_bytes(b"#" * 1_100_000)
    messages = []
    for name in ("absent", "latin", "large"):
        with pytest.raises(InvalidProfile) as caught:
            open_profile(tmp_path / f"{name}.toml")
        messages.append(str(caught.value).removeprefix(f"{tmp_path}/"))
    assert [
        "absent.toml:1: No such file or directory",
        "latin.toml:2: not UTF-8",
        "large.toml:1: more than 1048576 bytes, which is no profile",
    ] == messages


def test_a_profile_travels_between_processes() -> None:
    """A shipped profile and one of a user are the same after pickling."""
    own = load_text('name = "own"\n[labels]\nabout = ["Of her"]', "own.toml")
    there, back = pickle.loads(pickle.dumps((own, load("avim"))))  # noqa: S301 - our own bytes
    assert (own, load("avim")) == (there, back)


def test_printed_patterns_do_not_mind_blanks() -> None:
    """Blanks around signs, letter case and the letter i do not matter; a number may have letters."""
    pattern = printed_pattern("{series} No. {number}, {month} {year}", ["Bölgesel İnceleme"])
    found = pattern.search("BÖLGESEL INCELEME No.13 , MAYIS 2014")
    assert found is not None
    assert ("13", "MAYIS", "2014") == found.group("number", "month", "year")


def test_file_names_are_read_as_a_whole() -> None:
    """A pattern of file names fits the whole name or not at all."""
    pattern = name_pattern("{any}-{volume}-{number}")
    assert ("2025", "37") == pattern.fullmatch("avim-2025-37").group("volume", "number")  # type: ignore[union-attr]  # the test fails
    assert pattern.fullmatch("avim-2025-37-b") is None


def test_the_order_of_day_and_month_is_a_habit_of_the_house() -> None:
    """Without a word on it the day comes first and a finding says so; the profile may say otherwise."""
    page = f"THE LAMPS\n\nAda ORMAN\n\n04/05/2021\n\n{BODY}\n"
    american = load_text('name = "coast"\n[dates]\norder = "month-day"', "coast.toml")
    reads = [converter.convert_text(page, to=(), profile=profile) for profile in (None, american)]
    dates = [read.commentary.metadata.published for read in reads]
    codes = [[one.code for one in read.diagnostics if one.code == "date-ambiguous"] for read in reads]
    assert ["2021-05-04", "2021-04-05"] == [date.date for date in dates if date]
    assert [["date-ambiguous"], []] == codes


def test_what_a_note_date_is_of_is_a_habit_of_the_house() -> None:
    """The habit decides where nothing in the notes does, and a finding says so."""
    page = f"THE LAMPS\n\nAda ORMAN\n\n{BODY}[1]\n\n[1] The lamps are lit, 9 May 2024, https://news.example.org/lamps\n"
    visits = load_text('name = "coast"\n[dates]\nnotes = "visit"', "coast.toml")
    work = converter.convert_text(page, to=(), profile=visits).commentary.references[0]
    assert "2024-05-09" == (work.accessed.date if work.accessed else None)


def test_report_three_of_may_is_no_third_of_may() -> None:
    """`Rapor No: 3 Mayıs 2009` is a number and a month by the pattern of the house."""
    page = f"ORSAM\n\nRapor No: 3 Mayıs 2009\n\nLAMBALAR\n\nAda ORMAN\n\n{BODY}\n"
    metadata = converter.convert_text(page, to=(), profile="orsam").commentary.metadata
    assert metadata.series is not None
    assert metadata.published is not None
    assert ("3", None, "2009-05") == (metadata.series.number, metadata.series.volume, metadata.published.date)
