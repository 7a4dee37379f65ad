"""How a citation stands in its note: the text as printed, its parts marked as fields and links."""

from __future__ import annotations

from converter.analysis.parts import Part, content_of
from converter.analysis.work_dates import CUE
from converter.analysis.work_draft import WorkDraft
from converter.model import Citation

BOOK_LIKE = frozenset({"book", "report", "thesis"})

Values = dict[str, str | None]


def citation_content(work: WorkDraft, reference: str, language: str) -> Citation:
    """Return the citation as it stands in its note, its parts marked.

    A date has a role here only where a word of the note gives it; what is inferred stands in the reference.
    """
    parts = [Part(piece.start, piece.end, "author", {}) for piece in work.authors]
    parts += [Part(piece.start, piece.end, "editor", {}) for piece in work.editors]
    for name, piece in work.pieces.items():
        if name != "url" or work.web_url:
            parts.append(Part(piece.start, piece.end, *_field(name, work, language)))
    if date := work.date:
        role = work.date_role if work.date_reason == CUE else None
        parts.append(Part(date.start, date.end, "date", {"when": date.iso, "role": role}))
    if visit := work.accessed:
        parts.append(Part(visit.start, visit.end, "date", {"when": visit.iso, "role": "accessed"}))
    return Citation(reference, content_of(work.flow, work.start, work.end, parts))


def _field(name: str, work: WorkDraft, language: str) -> tuple[str, Values]:
    """Return the name of the field that a part becomes, and what else is known of it."""
    if name == "title":
        return name, {"level": "m" if work.type in BOOK_LIKE else "a", "language": language}
    if name == "url":
        return name, {"target": work.web_url}
    if name == "container":
        return name, {"level": "m" if work.type == "chapter" else "j"}
    if name == "year":
        return "date", {"when": work.text("year")}
    return name, {"unit": name} if name in ("volume", "issue", "page") else {}
