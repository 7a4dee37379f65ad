"""Which language the title of a cited work is in: by its words, its address, the document around it."""

from __future__ import annotations

from typing import NamedTuple

from converter.analysis.work_draft import WorkDraft
from converter.normalizers.languages import language_hint_of_url, language_of

ALPHABETS = {
    "en": "",
    "tr": "çğıöşüâîûÇĞİÖŞÜÂÎÛ",
    "az": "çəğıöşüÇƏĞİÖŞÜ",
    "de": "äöüßÄÖÜ",
    "fr": "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ",
}
"""Letters beyond plain ones that a language has."""


class TitleLanguage(NamedTuple):
    """A language tag, how sure it is, and by what."""

    tag: str
    confidence: float
    reason: str


def title_language(work: WorkDraft, document: str) -> TitleLanguage:
    """Return the language of the title; if nothing decides, that of the document if its letters allow it."""
    title = work.text("title")
    if not title:
        return TitleLanguage("und", 0.0, "no title")
    tag, confidence = language_of(title)
    hint = language_hint_of_url(work.url) if work.url else None
    if hint and hint == tag:
        return TitleLanguage(
            tag, min(confidence + 0.1, 0.99), "letters and words of the title, and the address"
        )
    if hint and confidence < 0.5:
        return TitleLanguage(hint, 0.6, "the address")
    if tag == "und" and document != "und" and _fits(title, document):
        return TitleLanguage(document, 0.45, "the language of the document, which the letters allow")
    return TitleLanguage(tag, confidence, "letters and words of the title")


def _fits(title: str, language: str) -> bool:
    """Tell whether all letters of a title are letters of a language, one of them not a plain one.

    Plain letters alone say nothing for a language that has others.
    """
    own = ALPHABETS.get(language)
    if own is None:
        return False
    letters = [letter for letter in title if letter.isalpha()]
    if own and not any(letter in own for letter in letters):
        return False
    return all(letter.isascii() or letter in own for letter in letters)
