"""What a cited work is called and where it appeared: by quotes, by italics, by the form of the citation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.analysis.outlet_names import is_outlet, may_be_outlet, outlet_cut, outlet_first
from converter.analysis.parts import trimmed
from converter.analysis.quotes import Quote
from converter.analysis.work_dates import is_set_apart
from converter.analysis.work_draft import Piece, WorkDraft
from converter.analysis.work_imprint import by_kind, first_number, imprint_behind, imprint_last
from converter.analysis.work_patterns import (
    APA,
    DATING,
    DIGIT,
    EDITED,
    EDITION,
    EDITION_SIGNS,
    GOES_ON,
    IN,
    LETTERS,
    LOWER_START,
    NEWSPAPER,
    NUMBERED_HEAD,
    PAGE,
    QUOTE_GOES_ON,
    SEASON,
    TAIL,
    TRAILING_VOLUME,
    YEAR,
)
from converter.analysis.work_people import (
    add_people,
    is_body,
    read_author_first,
    read_before_title,
    take_behind_title,
)
from converter.normalizers.names import looks_like_name, split_names
from converter.profiles import Profile
from converter.profiles.outlets import is_known_outlet

SHORTEST_ITALIC = 8
SHORTEST_TITLE = 3
LONGEST_CONTAINER = 120
MOST_IMPRINT_WORDS = 6
"""Blanks in place and publisher of a book that is named behind `in`."""

UNSURE_TITLE = 0.55
"""How sure a title is whose end may be an outlet; it is reported."""


def is_title(work: WorkDraft, quote: Quote) -> bool:
    """Tell whether a quote is a title: whole, not a word of one, not what a source says behind a colon."""
    text = work.note.text
    inner = text[quote.inner_start : quote.inner_end]
    if " " not in inner.strip() and inner.islower():
        return False
    behind = text[quote.end : work.last].lstrip()[:1]
    if behind.islower() and text[quote.end : quote.end + 1] == " " and not IN.match(text, quote.end):
        return text[quote.inner_end - 1] in ".,?!"
    before = text[work.first : quote.start].rstrip()
    if not before:
        return behind != ":"
    if before[-1] == ":" and (_is_speaker(before) or (work.date and work.date.start < quote.start)):
        return False
    return (
        before[-1] in ",.:;()-–—" or behind in (",", "(") or looks_like_name(before) >= 0.5 or is_body(before)
    )


def _is_speaker(before: str) -> bool:
    """Know `Orman: "No more dredging"`, a title that says who speaks, from an author with a given name."""
    return " " not in before.rstrip(" :")


def read_title(work: WorkDraft, quotes: Sequence[Quote], profile: Profile) -> None:
    """Take the title, and what stands before and behind it."""
    if quotes:
        _read_quoted(work, quotes, profile)
    elif not (_read_newspaper(work) or _read_italic(work, profile) or _read_apa(work, profile)):
        _read_unquoted(work)


def is_newspaper(work: WorkDraft) -> bool:
    """Tell whether a work is a day's newspaper, of which no article is named."""
    return "title" not in work.pieces and "container" in work.pieces and work.date is not None


def _read_newspaper(work: WorkDraft) -> bool:
    """Take `Harbour Times, 3 May 1919, p. 4` for the newspaper of a day."""
    if work.date is None or work.date.day is None or work.url:
        return False
    text = work.note.text
    start, end = trimmed(text, work.first, work.date.start)
    behind = PAGE.sub("", text[work.date.end : work.last])
    if not text[start:end] or LETTERS.search(behind) or "," in text[start:end]:
        return False
    name = text[start:end]
    if not (is_known_outlet(name, alone=True) or (NEWSPAPER.search(name) and is_outlet(work, start, end))):
        return False
    work.take("container", start, end)
    return True


def _read_quoted(work: WorkDraft, quotes: Sequence[Quote], profile: Profile) -> None:
    title = max(quotes, key=lambda quote: (quote.end - quote.start > 12, -quote.start))
    work.take("title", *trimmed(work.note.text, title.inner_start, title.inner_end, " .,;"))
    work.understood.append((title.start, title.end))
    if more := QUOTE_GOES_ON.match(work.note.text, title.end, work.last):
        work.take("title", title.start, more.end())
    read_before_title(work, title.start)
    printed = work.pieces.get("title", title)
    _read_behind_title(work, max(title.end, printed.end), profile)
    _join_subtitle(work, title)


def _join_subtitle(work: WorkDraft, title: Quote) -> None:
    """Take `“Words”: More Words (Place: Press, Year)` for one title of a book."""
    behind = work.pieces.get("container")
    if behind and "publisher" in work.pieces and work.note.text[title.end : behind.start].strip() == ":":
        del work.pieces["container"]
        work.take("title", title.start, behind.end)


def _read_italic(work: WorkDraft, profile: Profile) -> bool:
    """Take an italic stretch for the title where there are no quotes."""
    flow = work.flow
    if not flow.marked:
        return False
    for start, end in flow.stretches("italic"):
        inside = start >= work.first and end <= work.last and end - start > SHORTEST_ITALIC
        if inside and work.is_free(start, end):
            work.take("title", *trimmed(flow.text, start, end, " .,;"))
            read_before_title(work, start)
            if not imprint_behind(work, end):
                _read_behind_title(work, end, profile)
            return True
    return False


def _read_apa(work: WorkDraft, profile: Profile) -> bool:
    """Take author, year and title of `Family, G. (1998). Words of the title`."""
    text = work.note.text
    match = APA.match(text, work.first, work.last) if text.find("(", work.first, work.last) >= 0 else None
    if match is None or len(match["title"]) < SHORTEST_ITALIC:
        return False
    if not looks_like_name(match["author"].split(",")[0] + " X"):
        return False
    add_people(work, *match.span("author"))
    work.take("title", *match.span("title"))
    _read_behind_title(work, match.end(), profile)
    return True


def _read_behind_title(work: WorkDraft, title_end: int, profile: Profile) -> None:
    """Take what stands between the title and the next known part: where the work appeared."""
    text = work.note.text
    stop = min((begin for begin, _ in work.taken() if begin > title_end), default=work.last)
    stop = first_number(work, title_end, stop)
    match = IN.match(text, title_end, stop)
    start, end = trimmed(text, match.end() if match else title_end, stop, " \t.,;:()-–[]")
    year = YEAR.search(text, start, end)
    if year and "year" not in work.pieces:
        work.take("year", *year.span())
        start, end = trimmed(text, start, year.start(), " \t.,;:()-–[]")
    start, end = _without_editor(work, *_without_editor_first(work, start, end))
    if edition := _edition(text, max(start, end - TAIL), end):
        work.understood.append(edition.span())
        end = edition.start()
    if season := SEASON.search(text, max(start, end - TAIL), end):
        work.understood.append(season.span())
        end = season.start()
    if match and "year" in work.pieces and "publisher" not in work.pieces:
        end = _imprint_of_container(work, start, end)
    volume = TRAILING_VOLUME.search(text, start, end)
    if volume and "volume" not in work.pieces and volume.end() == end:
        work.take("volume", *volume.span("volume"))
        end = volume.start()
    fits = 2 <= end - start <= LONGEST_CONTAINER and "container" not in work.pieces
    if fits and not profile.accessed.pattern.fullmatch(text, start, end):
        take_behind_title(work, start, end, inside=match is not None)


def _imprint_of_container(work: WorkDraft, start: int, end: int) -> int:
    """Take `in: Title, Place, Publisher, 2012`; return where the title of the book ends."""
    text = work.note.text
    second = text.rfind(", ", start, end)
    first = text.rfind(", ", start, second) if second > 0 else -1
    if first < 0 or text.count(" ", first + 2, end) > MOST_IMPRINT_WORDS:
        return end
    for name, found in by_kind(text, (first + 2, second), (second + 2, end)).items():
        work.take(name, *found)
    return first


def _without_editor_first(work: WorkDraft, start: int, end: int) -> tuple[int, int]:
    """Take the editors of `in Given Family (ed.), Title`."""
    text = work.note.text
    edited = EDITED.search(text, start, end)
    if edited is None or edited["name"] or end - edited.end() < SHORTEST_ITALIC or edited.start() == start:
        return start, end
    names = split_names(text[start : edited.start()])
    work.editors += [Piece(start + left, start + right) for left, right in names]
    work.understood.append(edited.span())
    return trimmed(text, edited.end(), end, " \t.,;:")


def _without_editor(work: WorkDraft, start: int, end: int) -> tuple[int, int]:
    edited = EDITED.search(work.note.text, start, end)
    if edited and edited["name"]:
        work.editors.append(Piece(*edited.span("name")))
        return trimmed(work.note.text, start, edited.start(), " \t.,;:")
    return start, end


def _read_unquoted(work: WorkDraft) -> None:
    """Find the title in the head of the citation, perhaps behind an author and before an outlet."""
    text = work.note.text
    if "url" in work.pieces and work.pieces["url"].start == work.first:
        _read_behind_address(work)
        return
    stop = min((begin for begin, _ in _taken_outside_title(work) if begin > work.first), default=work.last)
    if DIGIT.search(text, work.first, stop):
        stop = first_number(work, work.first, stop)
    start, end = trimmed(text, work.first, stop, " \t.,;:(<-–")
    if text[start : start + 1].islower() and (cue := LOWER_START.search(text, start, end)):
        start = cue.end()
    outlet = outlet_first(work, start, end)
    if outlet:
        work.take("container", start, outlet)
        start = outlet + 2
    else:
        start = read_author_first(work, start, end)
        end = _read_outlet_last(work, start, end)
    _take_title(work, *trimmed(text, start, end))


def _taken_outside_title(work: WorkDraft) -> list[tuple[int, int]]:
    """Leave a date to the title that goes on behind it: `Resolution of 3 May 2020 on Ports, …`."""
    taken, date = work.taken(), work.date
    if date and not is_set_apart(work, date) and GOES_ON.match(work.note.text, date.end):
        taken.remove((date.start, date.end))
    return taken


def _take_title(work: WorkDraft, start: int, end: int) -> None:
    """Take an unquoted title, the number of the edition left out."""
    text = work.note.text
    if head := NUMBERED_HEAD.match(text, start, end):
        work.understood.append(head.span())
        start = head.end()
    if edition := _edition(text, max(start, end - TAIL), end):
        work.understood.append(edition.span())
        end = edition.start()
    if (
        work.date
        and not text[end : work.date.start].strip()
        and (dating := DATING.search(text, max(start, end - TAIL), end))
    ):
        work.understood.append(dating.span())
        end = dating.start()
    if end - start >= SHORTEST_TITLE and any(map(str.isalpha, text[start:end])):
        work.take("title", start, end)
        unsure = work.url and "container" not in work.pieces and may_be_outlet(text, start, end)
        work.title_confidence = UNSURE_TITLE if unsure else 0.8


def _edition(text: str, start: int, end: int) -> re.Match[str] | None:
    tail = text[start:end].lower()
    return EDITION.search(text, start, end) if any(map(tail.__contains__, EDITION_SIGNS)) else None


def _read_behind_address(work: WorkDraft) -> None:
    """Look for the title behind an address that comes first."""
    behind = work.pieces["url"].end
    stop = min((begin for begin, _ in work.taken() if begin >= behind), default=work.last)
    start, end = trimmed(work.note.text, behind, stop, " \t.,;:()-–")
    if "title" not in work.pieces and end - start > SHORTEST_ITALIC and work.is_free(start, end):
        work.take("title", start, end)
        work.title_confidence = 0.5


def _read_outlet_last(work: WorkDraft, start: int, end: int) -> int:
    """Take the outlet or imprint behind the last comma or dash; return where the title ends."""
    text = work.note.text
    if cut := outlet_cut(work, start, end):
        work.take("container", cut[1], end)
        return cut[0]
    comma = text.rfind(", ", start, end)
    if comma <= start + SHORTEST_ITALIC or text.count(" ", comma + 2, end) > MOST_IMPRINT_WORDS:
        return end
    if work.url is None and "publisher" not in work.pieces:
        if not LETTERS.search(text, comma + 2, end):
            return comma
        return imprint_last(work, start, comma, comma + 2, end)
    return end
