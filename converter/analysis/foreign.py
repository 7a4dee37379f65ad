"""Which stretches of the text are in another language: quotations, emphasised phrases, other scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from converter.analysis.quotes import find_quotes
from converter.model import Block, Content, Item, Paragraph, Text
from converter.normalizers.language_scripts import LATIN_RUN, OTHER_RUN, script_of
from converter.normalizers.languages import language_of

SURE = 0.8
"""Confidence from which another language of the same script is believed."""

SHORTEST = 25
"""Letters of a quotation that tell its language."""

SHORTEST_PHRASE = 2
"""Words of an emphasised phrase, or of letters of another script."""

NEAR = (
    frozenset({"tr", "az", "tk"}),
    frozenset({"es", "pt", "it", "gl", "ca", "ro"}),
    frozenset({"ru", "uk", "be", "bg", "mk", "sr"}),
    frozenset({"da", "no", "nb", "sv"}),
    frozenset({"cs", "sk", "pl"}),
    frozenset({"kk", "ky", "tt", "uz"}),
)
"""Languages that a few words of are easily taken for each other."""

PHRASES = {
    "la": (
        "de jure", "de facto", "ad hoc", "inter alia", "status quo", "status quo ante", "casus belli",
        "sui generis", "a priori", "a posteriori", "mutatis mutandis", "pacta sunt servanda",
        "persona non grata", "prima facie", "uti possidetis", "terra nullius", "jus cogens", "opinio juris",
        "ex officio", "in absentia", "modus vivendi", "modus operandi", "quid pro quo", "sine qua non",
        "rebus sic stantibus", "ipso facto", "bona fide", "ultima ratio", "divide et impera", "lex specialis",
    ),
    "fr": (
        "raison d'être", "raison d'état", "fait accompli", "laissez-faire", "rapprochement", "en masse",
        "chargé d'affaires", "coup d'état", "idée fixe", "par excellence", "force majeure", "aide-mémoire",
        "note verbale", "cordon sanitaire", "tour d'horizon", "ancien régime", "mise en scène",
    ),
    "de": ("realpolitik", "ostpolitik", "lebensraum", "weltanschauung", "zeitgeist", "drang nach osten"),
}  # fmt: skip
LANGUAGE_OF_PHRASE = {phrase: language for language, phrases in PHRASES.items() for phrase in phrases}
"""Phrases too short for their words to tell, where the page sets them apart."""

OTHER_SCRIPT = re.compile(rf"(?:{OTHER_RUN.pattern})(?:[\s,.’'\-–0-9]*(?:{OTHER_RUN.pattern}))*")
LATIN = re.compile(rf"(?:{LATIN_RUN.pattern})(?:[\s,’'\-–]*(?:{LATIN_RUN.pattern}))*")
EMPHASIS = "italic"

Stretch = tuple[int, int, str]
"""Where a stretch begins and ends, and its language."""


def mark_foreign(blocks: Sequence[Block], language: str) -> tuple[Block, ...]:
    """Give the stretches of another language their tag, ``und`` where only the script tells."""
    if language == "und":
        return tuple(blocks)
    latin = script_of(" ".join([block.text for block in blocks[:5]])) == "Latin"
    return tuple([_with_languages(block, language, latin=latin) for block in blocks])


def _with_languages(block: Block, language: str, *, latin: bool) -> Block:
    if block.type in ("figure", "table"):
        return block
    if block.type == "quote" and (tag := _sure_language(block.text, language)):
        whole = [
            msgspec.structs.replace(part, language=tag) if isinstance(part, Text) else part
            for part in block.content
        ]
        return msgspec.structs.replace(block, content=tuple(whole))
    if not _may_be_foreign(block, latin=latin):
        return block
    return msgspec.structs.replace(block, content=_marked(block.content, language, latin=latin))


def _may_be_foreign(block: Block, *, latin: bool) -> bool:
    """Tell by quick signs whether a block can hold anything foreign."""
    text = block.text
    if any(sign in text for sign in '“"«„»‘'):
        return True
    if not (text.isascii() if latin else not LATIN_RUN.search(text)) and (
        not latin or OTHER_RUN.search(text)
    ):
        return True
    return any(isinstance(part, Text) and EMPHASIS in part.marks for part in block.content)


def _marked(content: Sequence[Content], language: str, *, latin: bool) -> tuple[Content, ...]:
    marked: list[Content] = []
    for part in content:
        if isinstance(part, (Item, Paragraph)):
            inner = _marked(part.content, language, latin=latin)
            marked.append(msgspec.structs.replace(part, content=inner))
        elif isinstance(part, Text) and part.language is None:
            marked += _cut(part, language, latin=latin)
        else:
            marked.append(part)
    return tuple(marked)


def _cut(part: Text, language: str, *, latin: bool) -> Iterator[Text]:
    at = 0
    for start, end, tag in sorted(_stretches(part, language, latin=latin), key=_outer_first):
        if start < at:
            continue
        if start > at:
            yield Text(part.text[at:start], part.marks)
        yield Text(part.text[start:end], part.marks, tag)
        at = end
    if at < len(part.text):
        yield Text(part.text[at:], part.marks)


def _outer_first(stretch: Stretch) -> tuple[int, int]:
    return stretch[0], -stretch[1]


def _stretches(part: Text, language: str, *, latin: bool) -> Iterator[Stretch]:
    text = part.text
    if EMPHASIS in part.marks and (tag := _phrase_language(text, language)):
        yield 0, len(text), tag
        return
    for quote in find_quotes(text):
        inner = text[quote.inner_start : quote.inner_end]
        if len(inner) >= SHORTEST and (tag := _sure_language(inner, language)):
            yield quote.inner_start, quote.inner_end, tag
    for match in OTHER_SCRIPT.finditer(text) if latin else LATIN.finditer(text):
        if tag := _script_language(match[0], language, latin=latin):
            yield match.start(), match.end(), tag


def _sure_language(text: str, language: str) -> str | None:
    tag, confidence = language_of(text)
    if confidence < SURE or tag in ("und", language) or any({tag, language} <= near for near in NEAR):
        return None
    return tag


def _phrase_language(text: str, language: str) -> str | None:
    """Return the language of an emphasised phrase: one that is known, or that its words tell."""
    known = LANGUAGE_OF_PHRASE.get(text.strip(" .,;:").replace("’", "'").casefold())
    if known:
        return known if known != language else None
    return _sure_language(text, language) if len(text.split()) > SHORTEST_PHRASE else None


def _script_language(text: str, language: str, *, latin: bool) -> str | None:
    """Return the language of a stretch in another script; Latin words in another one are mostly names."""
    if not latin:
        return _sure_language(text, language) if len(text) >= SHORTEST else None
    if len(text) < SHORTEST_PHRASE:
        return None
    tag, confidence = language_of(text)
    return tag if confidence >= SURE and tag != language else "und"
