"""``converter bibliography`` and ``converter graph``: what is read, merged and written, and the exit code."""

from __future__ import annotations

from collections.abc import Sequence, Sized
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from converter.batch.documents import hash_of_record, load_documents, write_whole
from converter.batch.files import VALIDATION_LIMIT, read_file
from converter.bibliography import (
    Document,
    EarlierKeys,
    Merging,
    entries_of,
    make_graph,
    merge,
    read_earlier_keys,
    write_bibliography,
    write_record,
)
from converter.bibliography.graph_files import FILES
from converter.bibliography.keys import with_keys
from converter.bibliography.merging import Merged, unmerged
from converter.bibliography.writing import Choice, chosen, losses
from converter.cli.streams import write_out
from converter.cli.terminal import say, show
from converter.diagnostics import Code
from converter.pipeline import bibliographic_style
from converter.validation.findings import FileFinding, has_errors

CHOICES: tuple[Choice, ...] = get_args(Choice)
RECORD = ".merges.json"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What bibliography is wanted."""

    form: str
    importer: str | None
    choice: Choice
    ascii: bool
    merged: bool


def make_bibliography(
    paths: Sequence[Path], wanted: Wanted, out: Path | None, keys: Path | None, *, force: bool, quiet: bool
) -> int:
    """Write one bibliography of many documents, and beside it the record of what was merged."""
    documents, findings = load_documents(paths)
    if not documents:  # nothing that was written before must give way to nothing
        show(findings, quiet=quiet)
        return 1
    earlier = _earlier(keys)
    works, merging = _works(documents, earlier, merged=wanted.merged)
    style = bibliographic_style(None, wanted.importer, ascii=wanted.ascii)
    written = write_bibliography(works, documents, wanted.form, style, wanted.choice)
    findings += _doubts(works, merging)
    lost = losses(written, chosen(works, wanted.choice), wanted.form, style)
    findings += [FileFinding(str(out or "-"), 1, 1, one) for one in lost]
    show(findings, quiet=quiet)
    if out is None:
        write_out(written)
    else:
        _write_files(out, written, works, merging, force=force)
    if not quiet:
        say(_summary(documents, chosen(works, wanted.choice), out))
    return 1 if has_errors(findings) else 0


def make_citation_graph(paths: Sequence[Path], out: Path | None, form: str | None, *, quiet: bool) -> int:
    """Write who cites whom and what: all files into a folder, or one to standard output."""
    documents, findings = load_documents(paths)
    if not documents:
        show(findings, quiet=quiet)
        return 1
    works, merging = _works(documents, None, merged=True)
    findings += _doubts(works, merging)
    show(findings, quiet=quiet)
    graph = make_graph(works, documents)
    if out is None:
        write_out(FILES[form or "citations.graph.json"](graph))
    else:
        for name in [form] if form else FILES:
            write_whole(out / name, FILES[name](graph).encode(), force=True)
    if not quiet:
        counts = ((documents, "document"), (graph.nodes, "work"), (graph.edges, "citation"))
        say(f"converter: {', '.join(_counted(things, word) for things, word in counts)}")
    return 1 if has_errors(findings) else 0


def _works(
    documents: Sequence[Document], earlier: EarlierKeys | None, *, merged: bool
) -> tuple[tuple[Merged, ...], Merging]:
    entries = [entry for document in documents for entry in entries_of(document)]
    merging = merge(entries) if merged else unmerged(entries)
    return with_keys(merging.works, *(() if earlier is None else (earlier,))), merging


def _earlier(keys: Path | None) -> EarlierKeys | None:
    if keys is None:
        return None
    return read_earlier_keys(read_file(keys, follow_links=True, limit=VALIDATION_LIMIT), str(keys))


def _doubts(works: Sequence[Merged], merging: Merging) -> list[FileFinding]:
    """Return what is not sure: works merged though their titles differ, and works kept apart."""
    found = []
    for one in works:
        for join in one.joins:
            if join.titles_differ:
                first, second = (one.entries[at] for at in join.entries)
                values = {"rule": join.value, "one": first.work.title, "other": second.work.title}
                doubt = Code.MERGE_UNCERTAIN.at(None, **values)
                found.append(FileFinding(second.document, 1, 1, doubt, second.work.id))
    for apart in merging.apart:
        first, second = apart.entries
        told = Code.KEPT_APART.at(None, title=second.work.title, other=first.document, reason=apart.reason)
        found.append(FileFinding(second.document, 1, 1, told, second.work.id))
    return found


def _write_files(out: Path, written: str, works: Sequence[Merged], merging: Merging, *, force: bool) -> None:
    record = out.with_name(out.name + RECORD)
    known = hash_of_record(record)
    write_whole(out, written.encode(), force=force, known=filter(None, [known]))
    content = write_record(works, merging.apart, written, out.name)
    write_whole(record, content.encode(), force=force or known is not None)


def _summary(documents: Sequence[Document], works: Sequence[Merged], out: Path | None) -> str:
    several = [one for one in works if len(one.entries) > 1]
    merged = f", {len(several)} of them merged from {sum(len(one.entries) for one in several)} entries"
    where = f"; see {out}{RECORD}" if out is not None else ""
    counts = f"{_counted(works, 'work')} of {_counted(documents, 'document')}"
    return f"converter: {counts}{merged if several else ''}{where}"


def _counted(things: Sized, word: str) -> str:
    """Count things in words: ``1 work``, ``2 works``."""
    return f"{len(things)} {word}" + ("" if len(things) == 1 else "s")
