"""How BibTeX is written: its dialect, and what an importer or a typesetter wants of it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from converter.normalizers.spaces import word_set

Dialect = Literal["bibtex", "biblatex"]

BABEL = {
    "ar": "arabic", "az": "azerbaijani", "bg": "bulgarian", "cs": "czech", "da": "danish", "de": "german",
    "el": "greek", "en": "english", "es": "spanish", "et": "estonian", "fa": "persian", "fi": "finnish",
    "fr": "french", "he": "hebrew", "hr": "croatian", "hu": "hungarian", "hy": "armenian", "it": "italian",
    "ka": "georgian", "kk": "kazakh", "lt": "lithuanian", "lv": "latvian", "mn": "mongolian", "nb": "norsk",
    "nl": "dutch", "no": "norsk", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sk": "slovak", "sl": "slovenian", "sq": "albanian", "sr": "serbian", "sv": "swedish", "tk": "turkmen",
    "tr": "turkish", "uk": "ukrainian",
}  # fmt: skip
"""BCP 47 → babel's name, which BibLaTeX hyphenates by."""


LOCALISED = word_set("""
    bulgarian croatian czech danish dutch english estonian finnish french german greek hungarian italian
    latvian lithuanian norwegian persian polish portuguese romanian russian serbian slovak slovene spanish
    swedish turkish ukrainian
""")
"""Languages whose name BibLaTeX prints in the language of the bibliography; others are printed as written."""
PRINTED = {"norsk": "norwegian", "slovenian": "slovene"}
"""Where BibLaTeX calls a language otherwise than babel."""


class BibStyle(NamedTuple):
    """What the files of one run have in common."""

    dialect: Dialect = "bibtex"
    ascii: bool = False
    """Write letters beyond ASCII as LaTeX does."""
    protect: bool = True
    """Put capitals that a style would lower in braces."""
    babel: bool = False
    """Name languages as babel does, not by their codes."""
    jabref: bool = False
    """Say in the file what JabRef asks for: its encoding and its dialect."""

    @property
    def is_biblatex(self) -> bool:
        """Whether the entries are those of BibLaTeX."""
        return self.dialect == "biblatex"

    def language(self, tag: str | None) -> str | None:
        """Return a language as this style names it."""
        if tag is None or not self.babel:
            return tag
        return BABEL.get(tag.partition("-")[0].lower(), tag)

    def printed_language(self, tag: str | None) -> str | None:
        """Return a language as the field that styles print has it."""
        name = self.language(tag)
        if name is None or not self.babel:
            return name
        name = PRINTED.get(name, name)
        return name if name in LOCALISED or name == tag else name.capitalize()

    def head(self) -> str:
        """Return what stands before the first entry."""
        return "% Encoding: UTF-8\n\n" if self.jabref else ""

    def foot(self) -> str:
        """Return what stands behind the last entry."""
        return f"\n@Comment{{jabref-meta: databaseType:{self.dialect};}}\n" if self.jabref else ""
