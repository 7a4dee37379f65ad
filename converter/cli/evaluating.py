"""``converter evaluate``: gold is read and checked, outputs are found and scored, the scores are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from converter.batch.files import VALIDATION_LIMIT, read_file
from converter.cli.streams import write_out
from converter.cli.summary import plural
from converter.cli.terminal import complain, say, visible
from converter.errors import ConverterError
from converter.evaluation import (
    FORMS,
    DocumentScore,
    Fault,
    Gold,
    InvalidGold,
    check_gold,
    read_document,
    read_gold,
    render,
    score,
)
from converter.evaluation.floors import breaches, read_floors
from converter.evaluation.scores import total
from converter.evaluation.tables import as_text, headline, report
from converter.evaluation.written import as_csv, as_json
from converter.pipeline import source_text

ENDING = ".gold"
PLAIN = "as-is"


class NoGold(ConverterError):
    """There is no labelled document where one was to be."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be shown."""

    shown: str
    forms: tuple[str, ...]
    wrong: bool
    floors: Path | None


def check_only(path: Path) -> int:
    """Say where labelled documents contradict themselves."""
    golds, faults = load_gold(path)
    _tell(faults)
    names = {gold.name for gold in golds} | {Path(file).name.removesuffix(ENDING) for file, _ in faults}
    say(f"converter: {plural(len(names), 'labelled document')}, {plural(len(faults), 'fault')}")
    return 1 if faults else 0


def render_forms(path: Path, folder: Path, forms: Sequence[str]) -> int:
    """Write the pages in every form that each has, ``FOLDER/FORM/NAME.ending``."""
    golds, faults = load_gold(path)
    _tell(faults)
    count = 0
    for form in forms or FORMS:
        for gold in golds:
            rendered = render(gold, form)
            if rendered is not None:
                file = folder / form / f"{gold.name}{rendered.ending}"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(rendered.content)
                count += 1
    pages = f"{plural(count, 'page')} of {plural(len(golds), 'labelled document')}"
    say(f"converter: {pages} written to {visible(str(folder))}")
    return 1 if faults else 0


def evaluate_outputs(path: Path, out: Path, wanted: Wanted) -> int:
    """Score what was converted, show the scores, and hold them against floors."""
    golds, faults = load_gold(path)
    _tell(faults)
    missing: list[str] = []
    scores = [one for gold in golds for one in _scores(gold, out, wanted.forms, missing)]
    for name in missing:
        complain(name)
    if not scores:
        raise NoGold(f"{visible(str(out))} holds no JSON of any labelled document in {visible(str(path))}")
    _show(scores, wanted)
    fallen = _fallen(scores, wanted.floors)
    for line in fallen:
        complain(line)
    return 1 if faults or missing or fallen else 0


def load_gold(path: Path) -> tuple[list[Gold], list[tuple[str, Fault]]]:
    """Read a labelled document or all of a folder; those that contradict themselves are told, not used."""
    files = sorted(path.rglob(f"*{ENDING}")) if path.is_dir() else [path]
    if not files or not (path.is_dir() or path.is_file()):
        raise NoGold(f"there is no labelled document ({ENDING}) at {visible(str(path))}")
    golds, faults = [], []
    for file in files:
        try:
            text = read_file(file, follow_links=True, limit=VALIDATION_LIMIT).decode("utf-8")
            gold = read_gold(text, file.name.removesuffix(ENDING))
        except UnicodeDecodeError:
            faults.append((str(file), Fault(1, "is not UTF-8")))
        except InvalidGold as error:
            faults += [(str(file), fault) for fault in error.faults]
        else:
            found = check_gold(gold)
            faults += [(str(file), fault) for fault in found]
            golds += [] if found else [gold]
    return golds, faults


def _tell(faults: Sequence[tuple[str, Fault]]) -> None:
    for file, fault in faults:
        say(f"{visible(file)}:{fault.line}: {visible(fault.problem)}")


def _scores(gold: Gold, out: Path, forms: Sequence[str], missing: list[str]) -> Iterator[DocumentScore]:
    """Yield the scores of the forms of a document that are in the folder."""
    found = False
    for form in forms or FORMS:
        file = out / form / f"{gold.name}.json"
        if form == PLAIN and not file.is_file():
            file = out / f"{gold.name}.json"
        if file.is_file():
            found = True
            scored = _score(gold, file, form, missing)
            yield from [scored] if scored else []
    if not found:
        missing.append(f"{visible(gold.name)}: there is no {visible(gold.name)}.json in {visible(str(out))}")


def _score(gold: Gold, file: Path, form: str, missing: list[str]) -> DocumentScore | None:
    rendered = render(gold, form)
    if rendered is None:
        missing.append(f"{visible(str(file))}: the labelled document has no form {form}")
        return None
    try:
        document = read_document(read_file(file, follow_links=True, limit=VALIDATION_LIMIT))
    except ConverterError as error:
        missing.append(f"{visible(str(file))}: {error}")
        return None
    text = source_text(rendered.content, f"{gold.name}{rendered.ending}")
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    known = digest == document.commentary.provenance.source.text_sha256
    return score(rendered.gold, replace(document, source=text) if known else document, form)


def _show(scores: Sequence[DocumentScore], wanted: Wanted) -> None:
    if wanted.shown != "table":
        write_out({"json": as_json, "csv": as_csv}[wanted.shown](scores))
        return
    if wanted.wrong:
        write_out("".join(f"{line}\n" for one in scores for line in wrong_lines(one)) + "\n")
    parts = [f"{heading}\n\n{as_text(table)}\n" for heading, table in report(scores)]
    write_out("\n".join([f"{headline(total(scores))}\n", *parts]))


def wrong_lines(one: DocumentScore) -> Iterator[str]:
    """Yield the wrong values of a document, one a line."""
    for outcome in one.outcomes:
        if not outcome.right:
            silent = "silent " if outcome.is_silent else ""
            where = f"{one.name}:{outcome.line}: {one.form}"
            texts = (f"expected {outcome.expected!r}", f"found {outcome.actual!r}")
            yield f"{where}: {silent}{outcome.field}: {visible(', '.join(texts))}"
    if one.lost or one.invented:
        yield f"{one.name}:1: {one.form}: {one.lost} characters lost, {one.invented} invented"


def _fallen(scores: Sequence[DocumentScore], floors: Path | None) -> list[str]:
    if floors is None:
        return []
    text = read_file(floors, follow_links=True, limit=VALIDATION_LIMIT).decode("utf-8", "replace")
    return [str(one) for one in breaches(total(scores), read_floors(text, str(floors)))]
