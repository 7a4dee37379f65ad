"""The works of a note from the parts that the model of notes finds in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.analysis.note_text import NoteText
from converter.analysis.parts import trimmed
from converter.analysis.work_address import read_address
from converter.analysis.work_dates import CUE, is_cued_published, read_date_behind_author
from converter.analysis.work_draft import Piece, WorkDraft
from converter.analysis.works import draw_borders, type_of
from converter.normalizers.dates import FoundDate
from converter.normalizers.names import split_names
from converter.profiles import Profile
from converter.references.note_parts import value_of
from converter.references.part import Part
from converter.references.people import read_people
from converter.references.when import YEAR

PIECES = frozenset({"title", "container", "publisher", "place", "volume", "issue", "page", "number"})
PEOPLE = frozenset({"author", "editor"})
DATES = frozenset({"date", "accessed"})
CLOSING = frozenset({"date", "url", "doi", "page", "publisher", "accessed", "place"})
"""Parts behind which an author is that of another work."""
OPENS_QUOTE = "“”„«»\"'‘‚›‹『「《"

TALK = re.compile(
    r"interview | communication | conversation | görüşme | mülakat | röportaj | gespräch | entretien"
    r" | entrevista | intervista | söyleşi | wywiad | інтерв | интервью | müsahibə",
    re.VERBOSE | re.IGNORECASE,
)
"""A talk is dated like a publication and is none, unless it has a title in quotes or a place to be found."""

Group = list[Part]


def works_in_parts(note: NoteText, parts: Sequence[Part], profile: Profile) -> list[WorkDraft]:
    """Return the works that the parts of a note make up, in order."""
    found = [_work(note, group, profile) for group in _groups(note.text, parts)]
    return [work for work in found if work is not None]


def _groups(text: str, parts: Sequence[Part]) -> Iterator[Group]:
    """Yield the parts of each work: one ends at prose, or where the next one begins."""
    group: Group = []
    for part in parts:
        if part.name in ("prose", "back"):
            if _is_whole(group) or part.name == "back":
                yield group
                group = []
            continue
        if group and _begins_anew(text, group, part):
            yield group
            group = []
        group.append(part)
    yield group


def _is_whole(group: Group) -> bool:
    names = {part.name for part in group}
    return "title" in names or "url" in names or len(names) > 2


def _begins_anew(text: str, group: Group, part: Part) -> bool:
    """Tell whether a part is of another work than those before it."""
    names = {one.name for one in group}
    between = text[group[-1].end : part.start]
    if ";" in between and part.name in ("author", "title", "container", "url") and _is_whole(group):
        return True
    if part.name == "title":
        return "title" in names and not _goes_on(between)
    if part.name == "author":
        return bool(names & CLOSING) and ("title" in names or "url" in names) and "/" not in between
    return part.name == "url" and "url" in names and "title" in names and ";" in between


def _goes_on(between: str) -> bool:
    """Tell whether a second title is the first one going on: behind a colon or a dash."""
    return between.strip() in (":", "–", "—", "-", ".", "/", "=")


def _work(note: NoteText, group: Group, profile: Profile) -> WorkDraft | None:
    """Make a work of its parts; ``None`` if they name none."""
    names = {part.name for part in group}
    if not ("title" in names or "url" in names or {"container", "date"} <= names):
        return None
    first, last = group[0].start, group[-1].end
    work = WorkDraft(note, first, last, first, last)
    read_address(work)
    for part in group:
        _take(work, part)
    _take_dates(work, [part for part in group if part.name in DATES], profile)
    title = work.pieces.get("title")
    work.quoted = title is not None and title.start > 0 and note.text[title.start - 1] in OPENS_QUOTE
    read_date_behind_author(work)
    work.type = type_of(work, quoted=work.quoted)
    draw_borders(work)
    return work


def is_talk(work: WorkDraft) -> bool:
    """Tell whether what is dated like a publication is but a talk that was had."""
    return not (work.quoted or work.url) and TALK.search(work.note.text, 0, work.end) is not None


def _take(work: WorkDraft, part: Part) -> None:
    name = part.name
    if name in PEOPLE:
        people = _people(work.note.text, part.start, part.end)
        (work.authors if name == "author" else work.editors).extend(people)
    elif name in PIECES and name not in work.pieces:
        work.take(name, *value_of(work.note.text, part))
    elif name == "title":
        work.pieces[name] = Piece(work.pieces[name].start, value_of(work.note.text, part)[1])
    elif name not in DATES:
        work.understood.append((part.start, part.end))
    work.sureness[name] = min(part.confidence, work.sureness.get(name, 1.0))


def _people(text: str, start: int, end: int) -> list[Piece]:
    """Return the places of persons; what cannot be parted as lists of persons are stays whole."""
    start, end = trimmed(text, start, end, " \t,;:")
    parted = [Piece(start + left, start + right) for left, right in split_names(text[start:end])]
    return parted if len(parted) == len(read_people(text[start:end])) > 1 else [Piece(start, end)]


def _take_dates(work: WorkDraft, parts: Sequence[Part], profile: Profile) -> None:
    """Take the day, month or year in the parts that are dates."""
    dates = _dates_of(work, profile) if parts else []
    for part in parts:
        own = next((date for date in dates if date.start < part.end and part.start < date.end), None)
        if own is None:
            if part.name == "date":
                _take_year(work, part)
        elif part.name == "accessed":
            work.accessed = work.accessed or own
        elif work.date is None:
            work.date = own
            if is_cued_published(work, own, profile):
                work.date_role, work.date_confidence, work.date_reason = "published", 0.95, CUE
    if work.date and "year" in work.pieces:
        work.understood.append(work.pieces.pop("year"))


def _take_year(work: WorkDraft, part: Part) -> None:
    year = YEAR.search(work.note.text, part.start, part.end)
    if year and "year" not in work.pieces:
        work.take("year", *year.span("year"))
    else:
        work.understood.append((part.start, part.end))


def _dates_of(work: WorkDraft, profile: Profile) -> list[FoundDate]:
    found = [date for date in work.note.dates_before(len(work.note.text)) if date.valid and date.year]
    if profile.dates.order == "month-day":
        return [date.turned() if date.may_be_turned else date for date in found]
    return found
