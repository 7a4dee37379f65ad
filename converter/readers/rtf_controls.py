"""The control words of an RTF file that change what holds for the text behind them, or end a paragraph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from converter.readers.fields import Field
from converter.readers.left_out import LeftOut
from converter.readers.looks import NO_LOOK
from converter.readers.rtf_letters import Letters
from converter.readers.rtf_state import NoteNumbers, State, Styles
from converter.readers.rtf_story import Story
from converter.readers.rtf_words import LOOKS, NOTE_AHEAD, UNDERLINES, code_page

NAMED = frozenset({"fonttbl", "stylesheet", "info", "title", "author", "keywords"})
"""Groups whose text is a name of something."""

RAISED = 4
"""Half points above the base line from which a run is a superscript."""


class Controls:
    """What is known while a file is read, and what each control word does to it."""

    def __init__(self, content: bytes, name: str) -> None:
        self._content = content
        self._name = name
        self._at = 0
        self.body = Story()
        self.notes: list[Story] = []
        self.page_ends: list[Story] = []
        self.clues: list[tuple[str, str]] = []
        self.left_out = LeftOut()
        self.letters = Letters()
        self._styles = Styles()
        self._numbers = NoteNumbers()
        self._state = State(self.body)
        self._outer: list[State] = []
        self._bytes = bytearray()
        self._words: list[str] = []
        """Text of a font, a style or a property."""
        self._to_skip = 0
        self._starred = False
        self._label: str | None = None
        """Of a note whose marker is printed already."""
        self._new_section = False

    def _say(self, text: str) -> None:
        state = self._state
        if state.destination == "text":
            self._print(text, state)
        elif state.destination == "fldinst":
            if state.open_field:
                state.open_field.instruction += text
        elif state.destination == "label":
            state.story.list_label = (state.story.list_label or "") + text.strip()
        elif state.destination in NAMED:
            self._words.append(text)

    def _print(self, text: str, state: State) -> None:
        look = state.look
        if look.get("deleted"):
            self.left_out.deleted += 1
        elif look.get("hidden"):
            self.left_out.hidden += len(text.strip())
        else:
            marks = self._styles.marks(state)
            if state.target:
                marks = tuple([mark for mark in marks if mark != "underline"])
            state.story.line.add(text, marks, state.target, state.marker)

    def _formatting(self, word: str, number: int | None) -> None:
        state = self._state
        if word in LOOKS:
            state.look = {**state.look, LOOKS[word]: number != 0}
        elif word in UNDERLINES or word == "ulnone":
            state.look = {**state.look, "underline": word != "ulnone" and number != 0}
        elif word in ("super", "nosupersub", "sub", "up", "dn"):
            raised = word == "super" or (word == "up" and (number or 0) >= RAISED)
            state.look = {**state.look, "superscript": raised and number != 0}
        else:
            self._numbers.take(word, number)

    def _note_marker(self, _number: int | None) -> None:
        if self._state.story.kind == "note" or self._state.destination != "text":
            return
        ahead = NOTE_AHEAD.match(self._content, self._at)
        self._label = self._numbers.next(endnote=bool(ahead and ahead["end"]))
        self._state.story.line.add(self._label, ("superscript",), None, marker=True)

    def _end_note_kind(self, _number: int | None) -> None:
        self._state.story.is_endnote = True

    def _end_paragraph(self, _number: int | None = None) -> None:
        state = self._state
        if state.destination != "text":
            return
        shape = self._styles.shape(state)
        if self._new_section:
            shape, self._new_section = shape._replace(page_break=True), False
        state.story.end_paragraph(shape, state.level, in_table=state.in_table)

    def _end_cell(self, _number: int | None) -> None:
        self._state.story.end_cell(self._styles.shape(self._state), self._state.level)

    def _end_row(self, _number: int | None) -> None:
        self._state.story.end_row()

    def _end_section(self, _number: int | None) -> None:
        if self._state.story.line.has_text():
            self._end_paragraph()
        self._new_section = True
        self._numbers.ended = [True, True]

    def _begin_section(self, _number: int | None) -> None:
        self._numbers.anew = [False, False]

    def _stay_on_page(self, _number: int | None) -> None:
        self._new_section = False

    def _plain_paragraph(self, _number: int | None) -> None:
        self._state.plain_paragraph()

    def _plain(self, _number: int | None) -> None:
        self._state.look, self._state.font = NO_LOOK, None

    def _style(self, number: int | None) -> None:
        self._state.style = number or 0

    def _outline(self, number: int | None) -> None:
        self._state.outline = number or 0

    def _level(self, number: int | None) -> None:
        self._state.level = (number or 0) + 1

    def _in_table(self, number: int | None) -> None:
        self._state.in_table = number != 0

    def _break_page(self, number: int | None) -> None:
        self._state.page_break = number != 0

    def _font(self, number: int | None) -> None:
        self._state.font = number

    def _character_set(self, number: int | None) -> None:
        if self._state.destination == "fonttbl" and self._state.font is not None and number is not None:
            self.letters.set_character_set(self._state.font, number)

    def _font_code_page(self, number: int | None) -> None:
        if self._state.destination == "fonttbl" and self._state.font is not None and number is not None:
            self.letters.set_code_page(self._state.font, number)

    def _default_font(self, number: int | None) -> None:
        self.letters.default = number

    def _code_page(self, number: int | None) -> None:
        self.letters.ansi = code_page(number or 1252)

    def _mac(self, _number: int | None) -> None:
        self.letters.ansi = "mac-roman"

    def _dos(self, _number: int | None) -> None:
        self.letters.ansi = "cp850"

    def _character(self, number: int | None) -> None:
        self._say(self.letters.character(number or 0, self._state.font))
        self._to_skip = self._state.unicode_skip

    def _unicode_skip(self, number: int | None) -> None:
        self._state.unicode_skip = min(max(number or 0, 0), 10) if number is not None else 1

    def _field(self, _number: int | None) -> None:
        inside = self._state.destination == "fldinst"
        self._state.open_field = Field()
        if inside:
            self._state.destination = "skip"

    def _instruction(self, _number: int | None) -> None:
        self._state.destination = "fldinst"

    def _result(self, _number: int | None) -> None:
        state = self._state
        if state.open_field:
            state.open_field.show()
            state.target = state.open_field.target or state.target
            state.marker = state.open_field.marker or state.marker

    def _list_label(self, _number: int | None) -> None:
        self._state.destination = "label"
        self._state.story.list_label = ""

    def _two_forms(self, _number: int | None) -> None:
        self._state.destination = "upr"

    def _second_form(self, _number: int | None) -> None:
        """Take the second of two forms of a text, which has the letters that the first could not have."""
        outer = (one.destination for one in reversed(self._outer))
        self._state.destination = next((one for one in outer if one != "upr"), "text")

    def _comment(self, _number: int | None) -> None:
        self.left_out.comments += 1
        self._state.destination = "skip"

    def _inserted(self, number: int | None) -> None:
        self.left_out.inserted += number != 0

    CONTROLS: ClassVar[Mapping[str, Callable[[Any, int | None], None]]] = {
        "par": _end_paragraph,
        "cell": _end_cell,
        "row": _end_row,
        "nestcell": _end_paragraph,
        "sect": _end_section,
        "sectd": _begin_section,
        "sbknone": _stay_on_page,
        "sbkcol": _stay_on_page,
        "pard": _plain_paragraph,
        "plain": _plain,
        "s": _style,
        "outlinelevel": _outline,
        "ilvl": _level,
        "intbl": _in_table,
        "pagebb": _break_page,
        "f": _font,
        "fcharset": _character_set,
        "cpg": _font_code_page,
        "deff": _default_font,
        "ansicpg": _code_page,
        "mac": _mac,
        "pc": _dos,
        "pca": _dos,
        "u": _character,
        "uc": _unicode_skip,
        "field": _field,
        "fldinst": _instruction,
        "fldrslt": _result,
        "listtext": _list_label,
        "pntext": _list_label,
        "upr": _two_forms,
        "ud": _second_form,
        "annotation": _comment,
        "revised": _inserted,
        "chftn": _note_marker,
        "ftnalt": _end_note_kind,
    }
    """What is done at a control word that is neither text nor the look of text."""
