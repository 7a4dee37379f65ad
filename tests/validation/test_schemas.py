"""Where the schemas are found, and that they are compiled once and fast."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from lxml import etree

from converter.validation import schemas, shipped


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Set up a package with schemas of its own and a folder beside it that has some too."""
    inside, beside = tmp_path / "converter", tmp_path
    for place, text in ((inside, "inside"), (beside, "beside")):
        (place / "schemas").mkdir(parents=True)
        (place / "schemas" / "commentary.rng").write_text(text, encoding="utf-8")
    monkeypatch.setattr(shipped, "PLACES", (inside, beside))
    return inside, beside


def test_the_package_comes_first(installed: tuple[Path, Path]) -> None:
    """An installed package reads its own schemas, whatever else lies beside it."""
    assert installed[0] / "schemas" / "commentary.rng" == shipped.shipped_path("schemas/commentary.rng")


def test_a_checkout_has_them_beside(installed: tuple[Path, Path]) -> None:
    """Where the package has none, the folder beside it is read."""
    (installed[0] / "schemas" / "commentary.rng").unlink()
    assert schemas.schema_text("tei") == "beside"


@pytest.mark.usefixtures("installed")
def test_missing_schema_is_named() -> None:
    """Where there is none at all, the error names the file."""
    with pytest.raises(FileNotFoundError, match=r"commentary\.schema\.json"):
        schemas.schema_text("json")


def test_compiled_once() -> None:
    """A second call gives the compiled schema of the first."""
    assert schemas.relaxng() is schemas.relaxng()
    assert schemas.json_validator() is schemas.json_validator()


def test_fit_for_a_single_file() -> None:
    """Both schemas compile in a fifth of a second together, so that one small file does not wait for them."""
    started = time.process_time()
    schemas.relaxng.__wrapped__()
    schemas.json_validator.__wrapped__()
    assert time.process_time() - started < 0.2


def test_validators_work() -> None:
    """What is compiled refuses what is none of ours."""
    assert not schemas.relaxng().validate(etree.fromstring("<TEI/>"))
    assert not schemas.json_validator().is_valid({})
