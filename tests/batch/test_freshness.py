"""A second run does what is needed and no more, and can say so before."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import converter.batch.options
from converter.batch.options import Limits, Options
from converter.batch.preview import preview
from converter.batch.run import Order
from converter.profiles import load, load_text
from tests.batch.archives import JSON_ONLY, QUICK, convert, fill, misbehave, outputs


def reasons(folder: Path, out: Path, options: Options = JSON_ONLY, limits: Limits = QUICK) -> list[str]:
    """Return why each document would be converted."""
    return [one.reason for one in preview(Order([folder], out, options, limits)) if one.reason is not None]


def test_a_second_run_converts_nothing(tmp_path: Path) -> None:
    """All is up to date, and the report still tells the findings and names the outputs."""
    folder = fill(tmp_path / "in", 4)
    first = convert(folder, tmp_path / "out")
    second = convert(folder, tmp_path / "out")
    assert [line.status for line in second] == ["skipped"] * 4
    assert [line.diagnostics[0].code for line in second] == ["up-to-date"] * 4
    assert [line.outputs for line in first] == [line.outputs for line in second]
    assert [line.diagnostics for line in first] == [line.diagnostics[1:] for line in second]
    assert reasons(folder, tmp_path / "out") == []


CHANGES: dict[str, Callable[[Path, Path], object]] = {
    "the input has changed": lambda folder, _: (folder / "00" / "0001.txt").write_text("Other\n\nText.\n"),
    "the .json is gone": lambda _, out: (out / "00" / "0001.json").unlink(),
    "the .json has changed": lambda _, out: (out / "00" / "0001.json").write_text("{"),
    "it is new": lambda folder, _: (folder / "00" / "new.txt").write_text("New\n\nText.\n"),
}


@pytest.mark.parametrize("reason", CHANGES)
def test_what_changed_is_converted_and_nothing_else(reason: str, tmp_path: Path) -> None:
    """The one document is named with the reason, and only this one is converted."""
    folder = fill(tmp_path / "in", 3)
    convert(folder, tmp_path / "out")
    CHANGES[reason](folder, tmp_path / "out")
    assert reasons(folder, tmp_path / "out") == [reason]
    assert [line.status for line in convert(folder, tmp_path / "out")].count("warning") == 1
    assert reasons(folder, tmp_path / "out") == []


OWN = 'name = "own"\ndescription = "Ours"\n'


@pytest.mark.parametrize(
    "options",
    [
        Options(("json", "bibtex")),
        replace(JSON_ONLY, strict=True),
        replace(JSON_ONLY, profile=load("generic")),
        replace(JSON_ONLY, profile=load_text(OWN, "own.toml")),
    ],
)
def test_other_options_make_all_stale(options: Options, tmp_path: Path) -> None:
    """What decides the result is part of what is compared."""
    folder = fill(tmp_path / "in", 2)
    convert(folder, tmp_path / "out")
    expected = ["the options or the converter have changed"] * 2
    assert reasons(folder, tmp_path / "out", options) == expected


def test_the_text_of_a_profile_counts_and_not_its_place() -> None:
    """A file that was moved is the same profile, one that was edited is another."""
    here, moved, edited = (
        replace(JSON_ONLY, profile=load_text(OWN + more, file)).settings
        for more, file in (("", "own.toml"), ("", "elsewhere.toml"), ("# more\n", "own.toml"))
    )
    assert here == moved != edited


def test_another_version_makes_all_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new converter may read better."""
    folder = fill(tmp_path / "in", 2)
    convert(folder, tmp_path / "out")
    monkeypatch.setattr(converter.batch.options, "__version__", "9.9")
    assert len(reasons(folder, tmp_path / "out")) == 2


def test_force_and_retry_failed(tmp_path: Path) -> None:
    """``force`` converts all, ``retry_failed`` what failed, and so do limits that allow more."""
    folder = fill(tmp_path / "in", 2)
    (folder / "eat-1.txt").write_text("A title\n\nText.\n")
    convert(folder, tmp_path / "out", conversion=misbehave)
    assert reasons(folder, tmp_path / "out") == []
    assert len(reasons(folder, tmp_path / "out", replace(JSON_ONLY, force=True))) == 3
    again = replace(JSON_ONLY, retry_failed=True)
    assert reasons(folder, tmp_path / "out", again) == ["--retry-failed"]
    assert len(reasons(folder, tmp_path / "out", limits=replace(QUICK, mebibytes=512))) == 1


def test_a_preview_changes_nothing(tmp_path: Path) -> None:
    """Not even the output folder is made; an archive may be moved and is still up to date."""
    folder = fill(tmp_path / "in", 2)
    assert reasons(folder, tmp_path / "out") == ["it is new"] * 2
    assert not (tmp_path / "out").exists()
    convert(folder, tmp_path / "out")
    before = outputs(tmp_path)
    shutil.move(tmp_path / "in", tmp_path / "elsewhere")
    assert reasons(tmp_path / "elsewhere", tmp_path / "out") == []
    shutil.move(tmp_path / "elsewhere", tmp_path / "in")
    assert before == outputs(tmp_path)
