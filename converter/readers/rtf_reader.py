"""Walks the groups and control words of an RTF file and gathers its stories."""

from __future__ import annotations

from dataclasses import replace

from converter.diagnostics import Code
from converter.errors import UnreadableInput
from converter.readers.rtf_controls import NAMED, Controls
from converter.readers.rtf_letters import Font
from converter.readers.rtf_state import State, Style
from converter.readers.rtf_story import Story
from converter.readers.rtf_words import (
    CHARACTERS,
    LINE_ENDS_AND_FAULTS,
    SIGNS,
    SKIPPED,
    STARRED,
    TOKEN,
)

MOST_GROUPS = 10_000
"""Groups inside groups; more are an attack."""

PAGE_ENDS = dict.fromkeys(("header", "headerl", "headerr", "headerf"), "running-head")
PAGE_ENDS |= dict.fromkeys(("footer", "footerl", "footerr", "footerf"), "running-foot")
STORIES = PAGE_ENDS | {"shptxt": "box", "dptxbxtext": "box", "footnote": "note"}
CLUES = frozenset({"title", "author", "keywords"})


class Reader(Controls):
    """Reads a file from its first token to its last; groups are kept on a stack."""

    def read(self) -> None:
        """Read it all."""
        content, end = self._content, len(self._content)
        while self._at < end:
            token = TOKEN.match(content, self._at)
            if token is None:
                stray = LINE_ENDS_AND_FAULTS.match(content, self._at)
                self._at = stray.end() if stray else self._at + 1
                continue
            self._at = token.end()
            kind = token.lastgroup or ""
            if kind == "text":
                self._text(token["text"])
            elif kind == "byte":
                self._text(bytes((int(token["byte"], 16),)))
            elif kind in ("word", "number"):
                number = token["number"]
                self._word(token["word"].decode("ascii"), None if number is None else int(number))
            else:
                self._sign(kind, token["sign"] or b"")
        self._flush()
        if self._outer:
            self.left_out.unread.append("the end of the file, which is cut off,")
        while self._outer:
            self._close()
        self._end_paragraph()
        self.left_out.notes_anew_on_pages = self._numbers.anew_on_pages and bool(self.notes)

    def _sign(self, kind: str, sign: bytes) -> None:
        self._flush()
        if kind == "open":
            self._open()
        elif kind == "close":
            self._close()
        elif sign == b"*":
            self._starred = True
        elif sign in (b"\r", b"\n"):
            self._word("par", None)
        elif self._to_skip:
            self._to_skip -= 1
        elif sign in SIGNS:
            self._say(SIGNS[sign])

    def _text(self, content: bytes) -> None:
        """Take bytes, but for those that old readers show in place of a character before."""
        skipped = min(self._to_skip, len(content))
        self._to_skip -= skipped
        if self._state.destination != "skip":
            self._bytes += content[skipped:]

    def _flush(self) -> None:
        """Decode the bytes so far; a character may have several."""
        if self._bytes:
            self._say(self.letters.decoded(bytes(self._bytes), self._state.font))
            self._bytes.clear()

    def _open(self) -> None:
        self._to_skip, self._starred = 0, False
        if len(self._outer) > MOST_GROUPS:
            reason = f"groups are nested deeper than {MOST_GROUPS}"
            raise UnreadableInput(self._name, Code.BROKEN_PACKAGE.at(None, reason=reason))
        self._outer.append(self._state)
        self._state = replace(self._state)

    def _close(self) -> None:
        self._to_skip, self._starred = 0, False
        if not self._outer:
            return  # one too many
        inner, outer = self._state, self._outer[-1]
        self._close_table(inner, outer)
        if inner.story is not outer.story:
            self._end_paragraph()
            self._keep(inner.story, outer.story)
        self._state = self._outer.pop()

    def _close_table(self, inner: State, outer: State) -> None:
        """Keep the name of a font or style, or a property."""
        text = "".join(self._words).strip()
        if not text or (inner.destination == outer.destination == "info"):
            return
        name = text.partition(";")[0].strip()
        if inner.destination == "fonttbl" and inner.font is not None:
            self.letters.fonts.setdefault(inner.font, Font()).name = name
        elif inner.destination == "stylesheet":
            self._styles.found[inner.style] = Style(name.lower(), inner.outline, inner.look)
        elif inner.destination in CLUES:
            self.clues.append((inner.destination, text))
        else:
            return
        self._words = []

    def _keep(self, story: Story, outer: Story) -> None:
        if story.kind == "note":
            self.notes.append(story)
        elif story.kind == "box":
            outer.add_box(story)
        else:
            self.page_ends.append(story)

    def _word(self, word: str, number: int | None) -> None:
        self._flush()
        starred, self._starred = self._starred, False
        if word == "bin":
            self._at += max(number or 0, 0)
        elif self._state.destination == "skip":
            pass
        elif (starred and word not in STARRED) or word in SKIPPED:
            self._state.destination = "skip"
        elif word in CHARACTERS:
            self._say(CHARACTERS[word])
        elif word in STORIES:
            self._begin(word)
        elif word in NAMED:
            self._begin_name(word)
        elif (control := self.CONTROLS.get(word)) is not None:
            control(self, number)
        else:
            self._formatting(word, number)

    def _begin(self, word: str) -> None:
        """Begin a story of its own."""
        kind = STORIES[word]
        label = self._note_label() if kind == "note" else ""
        self._state = State(Story(kind, label), font=self._state.font, unicode_skip=self._state.unicode_skip)

    def _note_label(self) -> str:
        """Return the label of the note that begins; its marker is printed, automatic or typed, or not yet."""
        label, self._label = self._label, None
        if label is None:
            line = self._state.story
            label = line.typed_marker() or self._numbers.next(endnote=False)
            line.line.add(label, ("superscript",), None, marker=True)
        return label

    def _begin_name(self, word: str) -> None:
        """Let text be the name of something; properties stand in the group of properties only."""
        if word not in CLUES or self._state.destination == "info":
            self._state.destination, self._words = word, []
