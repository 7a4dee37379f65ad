"""How markers and labels of notes are set apart in their blocks, and the arrows that lead back."""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence

from converter import profiles
from converter.normalizers.labels import bare_label
from converter.normalizers.spaces import title_key
from converter.profiles import Label
from converter.readers.html_drafts import Draft, Inline, Look
from converter.readers.html_notes import ARROWS, Note, Notes, Reference

BRACKETS = {"[": "]", "(": ")"}
LONGEST_ARROW = 30
LONGEST_HEADING = 60
SHORTEST_REPEATED, LONGEST_REPEATED = 12, 2000


def mark_notes(notes: Sequence[Note], finder: Notes, drafts: list[Draft]) -> None:
    """Set apart markers, labels and arrows of all notes; the arrows become blocks of their own."""
    for note in notes:
        for number in note.drafts:
            _set_arrows_aside(drafts[number], note, finder)
    marker = _Marker(drafts)
    for note in notes:
        for one in sorted(note.references, key=lambda one: -one.begin):
            if bare_label(one.text) == note.label:
                marker.mark(one)
        _take([drafts[number] for number in note.drafts], note.label)


def _take(own: Sequence[Draft], label: str) -> None:
    """Let blocks be a note."""
    for draft in own:
        draft.note = label
        draft.kind, draft.level, draft.label = "text", 0, None
    text = [draft for draft in own if draft.part is None and draft.text]
    if text:
        _label(text[0], label)
    if len(text) > 1 and len(text[0].inlines) == 1:
        _join(text[0], text[1])


def set_repeated_aside(notes: Sequence[Note], drafts: Sequence[Draft]) -> None:
    """Set aside what a page prints of its notes a second time, beside the text or where one points."""
    keys = {title_key(drafts[note.drafts[0]].text).removeprefix(title_key(note.label)) for note in notes}
    keys = {key for key in keys if len(key) >= SHORTEST_REPEATED}
    for draft in drafts if keys else ():
        if draft.note is None and draft.part is None and len(draft.text) <= LONGEST_REPEATED:
            key = title_key(draft.text)
            if key in keys or key.lstrip("0123456789") in keys:
                draft.part = "sidebar"


def label_inline_notes(drafts: Sequence[Draft]) -> None:
    """Let every note that stood in a line begin with its label."""
    for draft in drafts:
        if draft.note:
            _take([draft], draft.note)


def move_headings(notes: Sequence[Note], drafts: Sequence[Draft]) -> None:
    """Let the heading over a list of notes go with them to where they are laid out."""
    labels = profiles.load("generic").notes
    _move_lone_heading(notes, drafts, labels)
    for note in notes:
        above = drafts[note.drafts[0] - 1] if note.drafts[0] else None
        if above is None or above.note is not None or above.part or len(above.text) > LONGEST_HEADING:
            continue
        match = labels.match(above.text)
        if (match and match.end() == len(above.text)) or _is_headed(above, drafts[note.drafts[0]]):
            above.note = ""


def _move_lone_heading(notes: Sequence[Note], drafts: Sequence[Draft], labels: Label) -> None:
    """Move the one line behind the last marker that is but a heading of notes, wherever it stands."""
    last = max((one.draft for note in notes for one in note.references), default=len(drafts))
    lone = [draft for draft in drafts[last + 1 :] if draft.part is None and draft.note is None]
    heads = [
        draft for draft in lone if (match := labels.match(draft.text)) and match.end() == len(draft.text)
    ]
    if len(heads) == 1:
        heads[0].note = ""


def _is_headed(above: Draft, first: Draft) -> bool:
    """Tell whether a heading stands in one part of the page with the note below, apart from the text."""
    if above.kind != "heading":
        return False
    parts = [one for one in first.block.ancestors() if one.mark == "notes"]
    return any(part.holds(above.block) for part in parts)


class _Marker:
    """Makes links markers, in blocks that may have thousands of them."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.drafts = drafts
        self.blocks: dict[int, tuple[list[Inline], list[Look], dict[int, int]]] = {}

    def mark(self, one: Reference) -> None:
        """Make the text of a link a marker, with brackets that stand around the link."""
        if one.draft not in self.blocks:
            self.blocks[one.draft] = self._open(self.drafts[one.draft])
        inlines, looks, begins = self.blocks[one.draft]
        if (begin := begins.get(id(one.link))) is not None:
            _mark(inlines, looks, begin)

    def _open(self, draft: Draft) -> tuple[list[Inline], list[Look], dict[int, int]]:
        """Let a block be changed; return its parts and where the text of each link (by ``id()``) begins."""
        draft.inlines, draft.looks = inlines, looks = list(draft.inlines), list(draft.looks)
        begins = {id(look.link): at for at, look in reversed([*enumerate(looks)]) if look.link}
        return inlines, looks, begins


def _mark(inlines: MutableSequence[Inline], looks: MutableSequence[Look], begin: int) -> None:
    link, end = looks[begin].link, begin
    while end < len(looks) and looks[end].link is link:
        looks[end] = looks[end]._replace(marker=True)
        end += 1
    if begin > 0 and end < len(inlines):
        before, after = inlines[begin - 1].text, inlines[end].text
        if before[-1:] in BRACKETS and after[:1] == BRACKETS[before[-1:]]:
            inlines[begin - 1] = inlines[begin - 1]._replace(text=before[:-1])
            inlines[begin] = inlines[begin]._replace(text=before[-1] + inlines[begin].text)
            inlines[end - 1] = inlines[end - 1]._replace(text=inlines[end - 1].text + after[0])
            inlines[end] = inlines[end]._replace(text=after[1:])


def _label(draft: Draft, label: str) -> None:
    """Make the label that a note begins with a run of its own; print the number that the browser prints."""
    text = "".join([inline.text for inline in draft.inlines])
    end = _end_of_label(text, label)
    if end and text[end - 1 : end + 1].isalnum() and not _is_edge(draft, end):
        end = 0
    inlines, looks = [], []
    if end == 0:
        first = draft.inlines[0]
        inlines = [first._replace(text=label), first._replace(text=" ")]
        looks = [Look(marker=True), Look()]
    else:
        inlines, looks = (
            [draft.inlines[0]._replace(text=text[:end].strip())],
            [draft.looks[0]._replace(marker=True)],
        )
    for inline, look in zip(draft.inlines, draft.looks, strict=True):
        rest = inline.text[end:]
        end = max(end - len(inline.text), 0)
        if rest:
            inlines.append(inline._replace(text=rest))
            looks.append(look)
    if len(inlines) > 1 and inlines[1].text[:1].isalnum():
        inlines.insert(1, inlines[1]._replace(text=" "))
        looks.insert(1, Look())
    draft.inlines, draft.looks, draft.cells = inlines, looks, ()


def _end_of_label(text: str, label: str) -> int:
    """Return where a label ends that a text begins with, brackets and stop included; 0 if there is none."""
    at = len(text) - len(text.lstrip())
    if text[at : at + 1] in ("[", "(", "{", "^"):
        at += 1
        at += len(text[at:]) - len(text[at:].lstrip())
    if not text.startswith(label, at):
        return 0
    at += len(label)
    for signs in ("])}", ".:"):
        rest = text[at:].lstrip()
        if rest[:1] and rest[0] in signs:
            at = len(text) - len(rest) + 1
    return at


def _join(label: Draft, text: Draft) -> None:
    """Print a label that stands alone before the text that it is of."""
    space = label.inlines[0]._replace(text=" ")
    text.inlines, text.looks = [*label.inlines, space, *text.inlines], [*label.looks, Look(), *text.looks]
    label.inlines, label.looks = [], []


def _is_edge(draft: Draft, end: int) -> bool:
    """Tell whether a stretch of text ends with an inline."""
    length = 0
    for inline in draft.inlines:
        length += len(inline.text)
        if length >= end:
            return length == end
    return False


def _set_arrows_aside(draft: Draft, note: Note, finder: Notes) -> None:
    """Part from a note the links that lead back to its references, but not its label."""
    inlines: list[Inline] = []
    looks: list[Look] = []
    for inline, look in zip(draft.inlines, draft.looks, strict=True):
        if _is_arrow(inline, look, note, finder, opens=not inlines or not _words(inlines)):
            draft.arrows.append(inline)
        else:
            inlines.append(inline)
            looks.append(look)
    if inlines and draft.arrows:
        draft.inlines, draft.looks = inlines, looks
        draft.text = "".join([inline.text for inline in inlines]).strip()


def _words(inlines: Sequence[Inline]) -> bool:
    return any(any(map(str.isalpha, inline.text)) for inline in inlines)


def _is_arrow(inline: Inline, look: Look, note: Note, finder: Notes, *, opens: bool) -> bool:
    if len(inline.text) > LONGEST_ARROW:
        return False
    if opens and bare_label(inline.text) == note.label:
        return False
    if look.link is None:
        return inline.text.strip() in ("^", "↑", "↩", "⤴", "\ufe0e") and opens
    leads = any(
        back.link is look.link and any(finder.answers(back, one) for one in note.references)
        for number in note.drafts
        for back in finder.by_draft.get(number, ())
    )
    return leads or ("#" in look.link.get("href") and ARROWS.match(inline.text) is not None)
