"""Documents that hang, eat memory or kill their worker: each is told, and nothing else is lost."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from converter.batch.crew import NoWorkers
from converter.batch.options import Limits
from tests.batch.archives import FAULTS, NO_HURRY, codes, convert, exit_once, fill, litter, misbehave, outputs

TOLD = {
    "exit": "worker-died",
    "hang": "time-limit",
    "eat": "memory-limit",
    "segv": "worker-died",
    "kill": "worker-died",
    "stop": "time-limit",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_document_that_ends_its_worker_costs_only_itself(fault: str, tmp_path: Path) -> None:
    """The document has a code of its own, all others are converted, and the report keeps its order."""
    folder = fill(tmp_path / "in", 30)
    undisturbed = convert(folder, tmp_path / "undisturbed")
    bad = folder / "01" / f"{fault}-0015.txt"
    bad.write_text("A title\n\nText.\n")
    lines = convert(folder, tmp_path / "out", conversion=misbehave)
    assert {bad.name: [TOLD[fault]]} == codes(lines)
    assert outputs(tmp_path / "undisturbed") == outputs(tmp_path / "out")
    assert sorted([str(bad), *(line.path for line in undisturbed)]) == [line.path for line in lines]
    assert litter(tmp_path / "out") == []


def test_many_of_them_cost_only_themselves(tmp_path: Path) -> None:
    """Workers die one after the other, and the others go on."""
    folder = fill(tmp_path / "in", 20)
    bad = [f"{fault}-{number}.txt" for number in range(5) for fault in ("exit", "eat", "kill")]
    for name in bad:
        (folder / name).write_text("A title\n\nText.\n")
    lines = convert(folder, tmp_path / "out", conversion=misbehave, limits=NO_HURRY)
    assert {name: [TOLD[name.partition("-")[0]]] for name in bad} == codes(lines)
    assert len(outputs(tmp_path / "out")) == 20


def test_a_document_whose_worker_died_of_something_else_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that somebody kills is no fault of the document: it is converted by the next one."""
    monkeypatch.setenv("CONVERTER_TEST_MARK", str(tmp_path / "mark"))
    lines = convert(fill(tmp_path / "in", 5), tmp_path / "out", conversion=exit_once)
    assert codes(lines) == {}
    assert (tmp_path / "mark").exists()
    assert len(outputs(tmp_path / "out")) == 5


def test_what_failed_is_not_tried_again_until_it_is_asked_for(tmp_path: Path) -> None:
    """A document that hangs costs its time once; it stays failed and is told in each report."""
    folder = fill(tmp_path / "in", 3)
    (folder / "exit-1.txt").write_text("A title\n\nText.\n")
    convert(folder, tmp_path / "out", conversion=misbehave)
    again = convert(folder, tmp_path / "out")
    assert [line.status for line in again] == ["failed", "skipped", "skipped", "skipped"]
    assert [found.code for found in again[0].diagnostics] == ["failed-before", "worker-died"]


def test_no_process_is_left(tmp_path: Path) -> None:
    """When the run is over so are its workers."""
    convert(fill(tmp_path / "in", 5), tmp_path / "out")
    assert multiprocessing.active_children() == []


def test_workers_that_need_too_much_before_their_first_document_end_the_run(tmp_path: Path) -> None:
    """A limit below what a worker itself needs is told at once, not tried for ever."""
    fill(tmp_path / "in", 3)
    with pytest.raises(NoWorkers, match="before their first document"):
        convert(tmp_path / "in", tmp_path / "out", limits=Limits(seconds=4.0, mebibytes=8))
