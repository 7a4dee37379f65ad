"""Every program that reads bibliographies finds each field of every work as the model has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.bibliography import write_bibliography
from converter.pipeline import bibliographic_style
from converter.works import works_of
from tests.bibliography.archive import document, keyed, work
from tests.clients.fates import ENDINGS, FATES, changed, invented, table, write
from tests.clients.letters import letters
from tests.clients.programs import run
from tests.clients.readers import CLIENTS
from tests.samples import ROOT

ALL = [(client, form) for client, (_, forms) in CLIENTS.items() for form in forms]
MANY = (
    document("a", work("dams", title="The Dams of Şəki"), work("only", title="Only here and nowhere")),
    document("b", work("dams2", title="The Dams of Şəki")),
)
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


@pytest.mark.client
@pytest.mark.parametrize(
    ("client", "form"), [pair for pair in ALL if pair[1] in ("bibtex", "biblatex", "ris", "csl-json")]
)
def test_a_merged_bibliography(client: str, form: str, tmp_path: Path) -> None:
    """A client finds every work of a merged bibliography; who cites it stands between, and is no entry."""
    file = tmp_path / f"all{ENDINGS[form]}"
    file.write_text(write_bibliography(keyed(*MANY), MANY, form, bibliographic_style()), "utf-8")
    assert [one.work.id for one in keyed(*MANY)] == sorted(CLIENTS[client][0](file, form, tmp_path))


def test_the_table_in_the_docs() -> None:
    """The table of what becomes of every field is the one that these tests prove."""
    assert table() in PAGE.read_text("utf-8")


def test_every_known_loss_is_of_a_client() -> None:
    """Losses are listed of clients that are run only."""
    assert [] == [pair for pair in FATES if pair not in ALL]


@pytest.mark.client
def test_jabref_exports(tmp_path: Path) -> None:
    """What JabRef has imported it exports again for other programs, titles and authors with every letter."""
    out = tmp_path / "exported.ris"
    library = write("biblatex --for jabref", tmp_path)
    arguments = ("-n", "-i", f"{library},bibtex", "-o", f"{out},ris")
    run("jabref", "apt-get install jabref", *arguments, folder=tmp_path)
    text = out.read_text("utf-8")
    works = works_of(letters())
    values = [
        value for work in works for value in (work.title, *(name.family for name in work.author)) if value
    ]
    assert [] == [value for value in values if value not in text]
