"""A folder of houses: they are recognised beside the shipped ones, each page is read with its own."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import converter
from converter import profiles
from converter.errors import InvalidProfile, UnknownProfile

HOUSE = """
name = "{name}"
description = "{name}"

[detect]
addresses = ["{name}.example.org"]

[publisher.names]
en = "{name} institute"

[labels]
about = ["Of the pen"]
"""
PROSE = "The lamps on the northern shore were lit again this spring, and the ferries run as they did before."
PAGE = "THE LAMPS\n\nAda ORMAN\n\n{prose}\n\nOf the pen: Ada lives on the shore.\n\npost@{name}.example.org\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two houses."""
    for name in ("tidal", "harbour"):
        (tmp_path / f"{name}.toml").write_text(HOUSE.format(name=name), "utf-8")
    return tmp_path


def read(name: str, folder: Path) -> tuple[str, list[str]]:
    """Return the profile that a page of a house is read with, and what stands behind its text."""
    text = PAGE.format(prose=PROSE, name=name)
    document = converter.convert_text(text, profile=str(folder)).commentary
    return document.provenance.profile, [section.type for section in document.back_matter]


@pytest.mark.parametrize("name", ["tidal", "harbour"])
def test_every_page_is_read_with_the_profile_of_its_house(name: str, folder: Path) -> None:
    """The address in the contact lines shows the house; its labels are known."""
    assert (name, ["about-author", "colophon"]) == read(name, folder)


def test_shipped_houses_are_recognised_beside_them(folder: Path) -> None:
    """A page of a shipped house keeps its profile, one of none the generic one."""
    avim = Path(__file__).parents[2] / "samples" / "avim-2025-37.txt"
    assert "avim" == converter.convert(avim, profile=str(folder)).commentary.provenance.profile
    assert "generic" == read("nowhere", folder)[0]


def test_a_house_of_the_folder_replaces_a_shipped_one(folder: Path) -> None:
    """Of two profiles with one name the user's is taken."""
    own = HOUSE.format(name="avim").replace("avim.example.org", "avim.org.tr")
    (folder / "avim.toml").write_text(own, "utf-8")
    avim = Path(__file__).parents[2] / "samples" / "avim-2025-37.txt"
    document = converter.convert(avim, profile=str(folder)).commentary
    (taken,) = [one for one in profiles.open_profile(folder).houses if one.name == "avim"]
    assert "avim" == document.provenance.profile
    assert "avim institute" == taken.publisher.names["en"]


def test_houses_travel_between_processes(folder: Path) -> None:
    """A folder arrives as it was sent, and counts by what stands in its files."""
    houses = profiles.open_profile(folder)
    assert repr(houses) == repr(pickle.loads(pickle.dumps(houses)))  # noqa: S301 - our own bytes
    (folder / "tidal.toml").write_text(
        HOUSE.format(name="tidal") + '\n[dates]\norder = "month-day"\n', "utf-8"
    )
    assert repr(houses) != repr(profiles.open_profile(folder)) != repr(profiles.load("generic"))


def test_a_wrong_folder_is_an_error(folder: Path, tmp_path: Path) -> None:
    """No file, a name given twice, and no such folder are told."""
    (folder / "again.toml").write_text(HOUSE.format(name="tidal"), "utf-8")
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(InvalidProfile, match=r"tidal.toml:2: name: .*again.toml has this name too"):
        profiles.open_profile(folder)
    with pytest.raises(InvalidProfile, match="no profile"):
        profiles.open_profile(empty)
    with pytest.raises(UnknownProfile):
        profiles.open_profile(tmp_path / "nowhere")
