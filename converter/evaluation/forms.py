"""The forms in which a labelled page is rendered: as it is, and damaged or copied in the ways that occur."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from converter.evaluation.changed_pages import (
    SUPERSCRIPT,
    renumbered,
    with_notes_at_page_ends,
    with_page_marks,
    without_cite_as,
    without_colophon,
    without_header,
)
from converter.evaluation.dice import Dice
from converter.evaluation.gold import Gold, page_of
from converter.evaluation.layouts import hyphenated, roomily, tightly, wrapped
from converter.evaluation.markup_forms import as_markdown, as_web_page, with_menu
from converter.evaluation.office_form import as_word

CODE_PAGES = MappingProxyType(
    {
        **dict.fromkeys(("tr", "az"), "cp1254"),
        **dict.fromkeys(("ru", "uk", "bg"), "cp1251"),
        **dict.fromkeys(("pl", "cs", "hu", "ro"), "cp1250"),
        **dict.fromkeys(("ar", "fa"), "cp1256"),
        "el": "cp1253",
        "he": "cp1255",
    }
)
"""Language → the code page of its old Windows; of all others the Western one."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page in one form, with the gold that it is held against."""

    gold: Gold
    ending: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Form:
    """One form: what it does, what is expected to change, and how it is made (``None``: not of this page)."""

    does: str
    changes: str
    render: Callable[[Gold, Dice], Rendered | None]


def render(gold: Gold, form: str) -> Rendered | None:
    """Return a page in a form, always the same, or ``None`` if the page has no such form."""
    return FORMS[form].render(gold, Dice(gold.name, form))


def _written(gold: Gold, text: str, *, encoding: str = "utf-8", ending: str = "") -> Rendered:
    return Rendered(gold, ending or (".md" if gold.is_markdown else ".txt"), text.encode(encoding))


def _text(make: Callable[[Gold, Dice], str]) -> Callable[[Gold, Dice], Rendered | None]:
    """Return the form that only lays the text out in another way."""
    return lambda gold, dice: _written(gold, make(gold, dice))


def _plain_text(make: Callable[[Gold, Dice], str]) -> Callable[[Gold, Dice], Rendered | None]:
    """Return the same for pages that are no Markdown, in which line ends mean more."""
    return lambda gold, dice: None if gold.is_markdown else _written(gold, make(gold, dice))


def _page(change: Callable[[Gold, Dice], Gold | None]) -> Callable[[Gold, Dice], Rendered | None]:
    """Return the form that changes the page itself, and with it what is expected."""

    def make(gold: Gold, dice: Dice) -> Rendered | None:
        changed = change(gold, dice)
        return _written(changed, page_of(changed)) if changed else None

    return make


def _as_is(gold: Gold, _dice: Dice) -> str:
    return page_of(gold)


def _decomposed(gold: Gold, _dice: Dice) -> str:
    return unicodedata.normalize("NFD", page_of(gold))


def _carriage_returns(gold: Gold, _dice: Dice) -> str:
    return page_of(gold).replace("\n", "\r\n")


def _invisible(gold: Gold, dice: Dice) -> str:
    """Put soft hyphens into long words and hard blanks between some, as a web page has them."""

    def hyphen(match: re.Match[str]) -> str:
        return f"{match[0][:4]}\u00ad{match[0][4:]}" if dice.throw(3) == 0 else match[0]

    text = re.sub(r"(?<![\w/@.#-])[^\W\d_]{9,}(?![\w/@.])", hyphen, page_of(gold))
    return re.sub(r"(?<=[^\W\d_]) (?=[^\W\d_])", lambda _: "\u00a0" if dice.throw(12) == 0 else " ", text)


def _old_windows(gold: Gold, _dice: Dice) -> Rendered | None:
    code_page = CODE_PAGES.get(gold.language.split("-")[0], "cp1252")
    try:
        rendered = _written(gold, page_of(gold), encoding=code_page)
    except UnicodeEncodeError:
        return None
    return None if rendered.content.isascii() else rendered


def _markdown(gold: Gold, _dice: Dice) -> Rendered | None:
    text = as_markdown(gold)
    return None if text is None else Rendered(gold, ".md", text.encode())


def _web_page(gold: Gold, _dice: Dice) -> Rendered | None:
    text = as_web_page(gold)
    return None if text is None else Rendered(with_menu(gold), ".html", text.encode())


def _word(gold: Gold, _dice: Dice) -> Rendered | None:
    content = as_word(gold)
    return None if content is None else Rendered(gold.without(frozenset({"notes"})), ".docx", content)


NOTHING = "nothing"
FEWER = "what no other part says is expected no more"
LAYOUTS = {
    "as-is": Form("the page as it was labelled", NOTHING, _text(_as_is)),
    "wrapped": Form("lines cut near one column", NOTHING, _plain_text(wrapped)),
    "one-line": Form("a line for each paragraph, empty lines between", NOTHING, _plain_text(roomily)),
    "newlines": Form("a line for each paragraph, no empty lines", NOTHING, _plain_text(tightly)),
    "hyphens": Form("cut near one column, long words broken", NOTHING, _plain_text(hyphenated)),
    "decomposed": Form("letters and their accents apart (NFD)", NOTHING, _text(_decomposed)),
    "invisible": Form("soft hyphens and hard blanks", NOTHING, _text(_invisible)),
    "crlf": Form("line ends of Windows", NOTHING, _text(_carriage_returns)),
    "code-page": Form("the code page of an old Windows", NOTHING, _old_windows),
}
PAGES = {
    "page-marks": Form(
        "page breaks in mid-sentence, running heads, page numbers", "more furniture", _page(with_page_marks)
    ),
    "page-ends": Form(
        "each note at the end of its page", "the notes have no heading", _page(with_notes_at_page_ends)
    ),
    "parentheses": Form("markers and labels (1)", NOTHING, _page(renumbered("({})", "({})"))),
    "superscript": Form("markers and labels ¹", NOTHING, _page(renumbered(SUPERSCRIPT, SUPERSCRIPT))),
    "glued": Form("markers as figures on the word, labels 1.", NOTHING, _page(renumbered("{}", "{}."))),
    "no-header": Form("nothing above the text", FEWER, _page(without_header)),
    "no-cite-as": Form("no cite-as block", f"{FEWER}; missing-cite-as is", _page(without_cite_as)),
    "no-colophon": Form("no address and rights lines", FEWER, _page(without_colophon)),
}
KINDS = {
    "markdown": Form("headings, footnotes, emphasis of Markdown", NOTHING, _markdown),
    "web-page": Form("a saved web page, linked notes", "menu and footer are furniture", _web_page),
    "word": Form("a Word document with notes of its own", "the notes have no heading", _word),
}
FORMS: Mapping[str, Form] = MappingProxyType({**LAYOUTS, **PAGES, **KINDS})
"""Form → what it is. The first is the page itself."""
