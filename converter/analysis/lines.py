"""How physical lines become passages: lines that were wrapped are joined, marks of the page are set aside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from converter.analysis.button_rows import is_button_row
from converter.analysis.content import link_target
from converter.analysis.damaged_lines import completes_word, footer_begin, is_drop_capital
from converter.analysis.flow import Flow
from converter.analysis.indents import indented_blocks
from converter.analysis.ledger import quoted
from converter.analysis.menus import menu_lines
from converter.analysis.page_marks import (
    BEGINS_ANEW,
    mark_kind,
    page_number,
    repeated_lines,
    titles_of_heads,
)
from converter.analysis.passages import Passage
from converter.analysis.plain_rows import find_rows
from converter.analysis.site_lines import heads_other_pages, is_site_line, may_be_title
from converter.analysis.wording import breaks_word, splits_address
from converter.analysis.wrapping import first_word, printed_length, prose_begin, wrap_width
from converter.diagnostics import Code, Diagnostic
from converter.model import Furniture
from converter.normalizers.house_names import house_name
from converter.profiles import Profile, load
from converter.source import Block, Source, Span

FEWEST_PARTED = 3
"""Empty lines in a text whose paragraphs they part."""

NEARLY_FULL = 0.92
"""Share of the width up to which a line was filled, where empty lines part the paragraphs."""

NUMBERED = re.compile(
    r"\(?\d{1,3}[.)]\s|\d{1,3}\s+[^\W\d_a-z]|\(?(?:[^\W\d_]|[ivx]{1,4})\)\s"
)  # 1. The   (2) the   3 The   a) the   (iv) the
OPEN_LINE = re.compile(r"[^.!?:;…”\"’»)\]]$")
"""A full line that ends so goes on in the next, even where that begins with a figure."""

TEXTUAL = frozenset({"text", "heading", "item"})
MOST_LISTED = 6
"""Lines behind the title of another page, of which none is a paragraph."""

LONGEST_TITLE = 120
PAGE_ENDS = frozenset({"page-number", "running-head", "page-break"})


@dataclass(slots=True)
class Lines:
    """What the lines of a source come to."""

    passages: list[Passage]
    furniture: list[Furniture]
    findings: list[Diagnostic]


def build_passages(source: Source, profile: Profile | None = None) -> Lines:
    """Join wrapped lines and set aside the marks of the page."""
    return _Reader(source, profile or load("generic")).read()


class _Reader:
    """Reads the blocks in order; what stood between two passages is kept until the second begins."""

    def __init__(self, source: Source, profile: Profile) -> None:
        self.navigation = profile.navigation
        self.text = source.text
        self.blocks = source.blocks
        self.flows = [Flow.of_runs(source.text, block.runs) for block in source.blocks]
        self.indented = indented_blocks(source.text, source.blocks)
        self.width = wrap_width(source.text, source.blocks, self.flows)
        self.begin = prose_begin(self.width, source.blocks, self.flows)
        self.rows = find_rows(source.text, source.blocks, self.flows, self.begin)
        self.parted = sum(block.gap > 0 for block in self.blocks) >= max(
            FEWEST_PARTED, len(self.blocks) // 10
        )
        self.found = Lines([], [], [])
        self.in_list = False
        self._new_page()

    def _new_page(self) -> None:
        self.page_break, self.after_rule, self.unjoined, self.after_comma = False, False, False, False
        self.page_number: str | None = None

    def read(self) -> Lines:
        """Take every block, as text or as a mark of the page."""
        repeated = repeated_lines(
            [flow for flow, block in zip(self.flows, self.blocks, strict=True) if not block.furniture]
        )
        titles = titles_of_heads(self.flows, repeated) if repeated else {}
        menus = menu_lines(self.blocks, self.flows)
        self.unjoined = True
        for number, block in enumerate(self.blocks):
            if block.kind == "row" and not self.flows[number].text:
                continue  # the line under the head of a table
            kind = mark_kind(number, block, self.flows, repeated, self.navigation) or self._site_line(number)
            kind = kind or ("navigation" if number in menus else None)
            if kind == "separator" and self.flows[number].text == "," and self._takes_comma(number):
                continue
            if kind and not (kind == "running-head" and number in titles):
                self._mark(kind, block, self.flows[number])
            elif block.continues is not None and self._may_go_on(block):
                self._go_on(block.continues, self.flows[number])
            else:
                self._text(number, block, self.flows[number])
                self.found.passages[-1].is_head |= titles.get(number) is False
        self._settle()
        self._part_footer()
        self.found.findings += _report_bad_links(self.flows)
        if self.width:
            first = self.found.passages[0].flow.whole() if self.found.passages else None
            self.found.findings.append(Code.LINES_UNWRAPPED.at(first, width=self.width))
        return self.found

    def _site_line(self, number: int) -> str | None:
        """Know the lines of the site behind the text, and the titles in its list of other pages."""
        block, text = self.blocks[number], self.flows[number].text
        if block.kind in TEXTUAL and is_button_row(text):
            return "navigation"
        if block.kind not in TEXTUAL or number < self.begin:
            return None
        if self.in_list and not self._is_listed(number):
            self.in_list = False
        elif self.in_list:
            return "navigation"
        self.in_list = heads_other_pages(text) and self._lists_titles(number)
        return "navigation" if self.in_list or is_site_line(text) else None

    def _lists_titles(self, number: int) -> bool:
        following = number + 1
        return following == len(self.blocks) or self._is_listed(following)

    def _is_listed(self, number: int) -> bool:
        """Know the title of another page: right below the list's heading, or with but lines behind it."""
        text = self.flows[number].text
        if not may_be_title(text) or house_name(text) > 0:
            return False
        behind = self.flows[number : number + MOST_LISTED]
        return self.blocks[number].gap == 0 or all(len(flow.text) <= LONGEST_TITLE for flow in behind)

    def _mark(self, kind: str, block: Block, flow: Flow) -> None:
        if block.kind != "page-break":
            self.found.furniture.append(Furniture(kind, flow.text, flow.whole()))
        if kind in PAGE_ENDS:
            self.page_break = True
            self.page_number = page_number(flow.text) or self.page_number
        self.unjoined = True
        self.after_rule = self.after_rule or (kind == "separator" and len(flow.text) > 1)

    def _text(self, number: int, block: Block, flow: Flow) -> None:
        before = self.found.passages[-1] if self.found.passages and not self.unjoined else None
        if number in self.rows:
            self._settle()
            passage = Passage(flow, "row", 0, block.gap)
            passage.cells = self.rows[number]
            self.found.passages.append(passage)
        elif before and self.after_comma:
            before.extend(flow, " ")
        elif before and not before.more and is_drop_capital(before.text, flow.text):
            glue = "" if completes_word(before.text, flow.text, self.text) else " "
            word = quoted(before.text + glue + flow.text.split(" ", 1)[0])
            self.found.findings.append(Code.DROP_CAPITAL.at(before.flow.whole(), word=word))
            before.extend(flow, glue)
        elif before and block.gap == 0 and before.kind == "quote" and self._is_quote(number):
            before.extend(flow, " ")
        elif before and self.width and self._continues(before, number, block, flow):
            broken = breaks_word(before.last_line.text, flow.text)
            if broken:
                self._report_hyphen(before, flow)
            before.extend(flow, "" if broken or splits_address(before.last_word(), flow.text) else " ")
        else:
            self._settle()
            kind = "quote" if number in self.indented else block.kind
            passage = Passage(flow, kind, block.level, block.gap, block.note, block.label)
            passage.page_break, passage.page_number = self.page_break, self.page_number
            passage.after_rule = self.after_rule
            self.found.passages.append(passage)
        self._new_page()

    def _is_quote(self, number: int) -> bool:
        return self.blocks[number].kind == "quote" or number in self.indented

    def _may_go_on(self, block: Block) -> bool:
        passages = self.found.passages
        return bool(passages) and passages[-1].kind == block.kind and not passages[-1].note

    def _go_on(self, glue: str, flow: Flow) -> None:
        """Let a paragraph go on behind the page break that cuts it."""
        self._settle()
        passage = self.found.passages[-1]
        begin = len(passage.text) + len(glue)
        passage.pieces = [*(passage.pieces or [passage.flow]), flow]
        passage.breaks = [*passage.breaks, (begin, self.page_number)]
        passage.extend(flow, glue)
        self._new_page()

    def _settle(self) -> None:
        if self.found.passages:
            self.found.passages[-1].settle()

    def _takes_comma(self, number: int) -> bool:
        """Let a comma alone between two lines join them: sites part the names of several authors so."""
        if not self.found.passages or self.unjoined or number + 1 == len(self.blocks):
            return False
        self.found.passages[-1].extend(self.flows[number], "")
        self.after_comma = True
        return True

    def _part_footer(self) -> None:
        """Part contact lines from the last paragraph where they follow it on the same line."""
        last = self.found.passages[-1] if self.found.passages else None
        is_plain = last is not None and last.kind == "text" and not (last.note or last.pieces)
        cut = footer_begin(last.text) if last and is_plain else None
        if last and cut:
            tail = last.flow.part(cut, len(last.text)).stripped()
            body = Passage(last.flow.part(0, cut).stripped(), "text", 0, last.gap)
            body.page_break, body.page_number = last.page_break, last.page_number
            body.after_rule = last.after_rule
            rights = max(tail.text.find("©"), 0)
            pieces = [tail.part(0, rights).stripped(), tail.part(rights, len(tail.text))]
            footer = [Passage(piece, "text", 0, 0) for piece in pieces if piece.text]
            self.found.passages[-1:] = [body, *footer]
            self.found.findings.append(Code.FOOTER_PARTED.at(tail.whole(), text=quoted(tail.text)))

    def _report_hyphen(self, before: Passage, following: Flow) -> None:
        """Report a hyphen that may be the word's own or the line's; it is kept, since nothing is lost."""
        word = before.last_word() + following.text.split(" ", 1)[0]
        line = before.last_line
        end = len(line.text)
        self.found.findings.append(Code.HYPHEN_KEPT.at(line.span(end - 1, end), word=quoted(word)))

    def _continues(self, before: Passage, number: int, block: Block, flow: Flow) -> bool:
        """Tell whether a line goes on where the line before it was wrapped."""
        if block.gap or block.kind != "text" or before.kind not in ("text", "quote") or self.width is None:
            return False
        last, length = self.flows[number - 1].text, printed_length(self.blocks[number - 1])
        opens = OPEN_LINE.search(last) is not None
        if BEGINS_ANEW.match(flow.text) or (NUMBERED.match(flow.text) and not opens):
            return False
        if "://" in last and length > self.width:
            return True
        room = NEARLY_FULL * self.width if self.parted else self.width
        if length + 1 + first_word(self.text, block) > room:
            return True
        return length > 0.6 * self.width and flow.text[0].islower() and opens


def _report_bad_links(flows: Sequence[Flow]) -> list[Diagnostic]:
    """Report links to what is no address: their words stay as text, the target does not."""
    runs = {
        run.start: run
        for flow in flows
        if flow.marked
        for run in flow.runs
        if run.target and run.end > run.start
    }
    return [
        Code.URL_INVALID.at(Span(run.start, run.end), printed=quoted(run.target or ""))
        for run in runs.values()
        if link_target(run.target or "") is None
    ]
