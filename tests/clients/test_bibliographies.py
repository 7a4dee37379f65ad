"""Every program that reads bibliographies finds each field of every work as the model has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.clients.fates import FATES, changed, invented, table
from tests.clients.readers import CLIENTS
from tests.samples import ROOT

ALL = [(client, form) for client, (_, forms) in CLIENTS.items() for form in forms]
PAGE = ROOT / "docs" / "bibliographies.md"


@pytest.mark.client
@pytest.mark.parametrize(("client", "form"), ALL)
def test_what_a_client_holds(client: str, form: str, tmp_path: Path) -> None:
    """A client holds every field of every work as the model does, but for what is known, with the reason."""
    known = {name: fate.works for name, fate in FATES.get((client, form), {}).items()}
    assert known == changed(client, form, tmp_path)


@pytest.mark.client
@pytest.mark.parametrize(("client", "form"), ALL)
def test_no_client_finds_more(client: str, form: str, tmp_path: Path) -> None:
    """No client finds a work that there is not."""
    assert [] == invented(client, form, tmp_path)


def test_the_table_in_the_docs() -> None:
    """The table of what becomes of every field is the one that these tests prove."""
    assert table() in PAGE.read_text("utf-8")


def test_every_known_loss_is_of_a_client() -> None:
    """Losses are listed of clients that are run only."""
    assert [] == [pair for pair in FATES if pair not in ALL]
