"""The control words of RTF that a reader of its text must know, and which bytes stand for which letters."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from types import MappingProxyType

from converter.readers.laying_out import PAGE_BREAK
from converter.readers.paragraphs import LINE_BREAK

TOKEN = re.compile(
    rb"""
      (?P<open>\{)
    | (?P<close>\})
    | \\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})?[ ]?    # \par   \u351   \b0
    | \\'(?P<byte>[0-9A-Fa-f]{2})                              # \'fe
    | \\(?P<sign>[^A-Za-z'])                                   # \~   \*   \{
    | (?P<text>[^\\{}\r\n]+)
    """,
    re.VERBOSE | re.DOTALL,
)
LINE_ENDS_AND_FAULTS = re.compile(rb"[\r\n]+|\\'?")
"""What stands between tokens: line ends, which mean nothing, and broken ones."""

CHARACTERS: Mapping[str, str] = MappingProxyType(
    {
        "tab": "\t", "line": LINE_BREAK, "column": LINE_BREAK, "page": PAGE_BREAK, "softline": LINE_BREAK,
        "softpage": "", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
        "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
        "zwj": "\u200d", "zwnj": "\u200c", "zwbo": "\u200b", "zwnbo": "\u2060", "ltrmark": "\u200e",
        "rtlmark": "\u200f",
    }
)  # fmt: skip
"""Control word → what it prints."""

SIGNS: Mapping[bytes, str] = MappingProxyType(
    {b"~": "\xa0", b"-": "\xad", b"_": "\u2011", b"{": "{", b"}": "}", b"\\": "\\"}
)
"""What a backslash before a sign prints."""

LOOKS: Mapping[str, str] = MappingProxyType({"b": "bold", "i": "italic", "v": "hidden", "deleted": "deleted"})
UNDERLINES = frozenset({"ul", "uld", "uldb", "ulw", "uldash", "uldashd", "uldashdd", "ulth", "ulwave"})

SKIPPED = frozenset(
    {
        "colortbl", "pict", "themedata", "colorschememapping", "latentstyles", "datastore", "generator",
        "listtable", "listoverridetable", "rsidtbl", "xmlnstbl", "mmathPr", "filetbl", "revtbl",
        "pgdsctbl", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "bkmkstart", "bkmkend",
        "xe", "tc", "nonshppict", "objdata", "shprslt", "sp", "nesttableprops", "nonesttables", "atnid",
        "atnauthor", "atnref", "atrfstart", "atrfend", "fontemb", "falt", "panose", "pn", "passwordhash",
        "company", "doccomm", "hlinkbase", "userprops", "template", "private", "formfield", "datafield",
    }
)  # fmt: skip
"""Groups that hold no text of the page."""

STARRED = frozenset(
    {"footnote", "fldinst", "shpinst", "ud", "annotation", "do", "pntext", "listtext", "shptxt", "dptxbxtext"}
)
"""Groups that are read though a reader may pass over them (``\\*``)."""

CODE_PAGES: Mapping[int, str] = MappingProxyType(
    {
        0: "cp1252", 2: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030",
        136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
        186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
    }
)  # fmt: skip
"""Character set of a font → code page."""

SYMBOL_SET = 2
NUMBER_FORMS: Mapping[str, str] = MappingProxyType(
    {"ar": "decimal", "alc": "lowerLetter", "auc": "upperLetter", "rlc": "lowerRoman", "ruc": "upperRoman"}
    | {"chi": "chicago"}
)
NOTE_NUMBERS = re.compile(
    r"(?P<end>a?)ftn(?:n(?P<form>ar|alc|auc|rlc|ruc|chi)|(?P<what>start|restart|rstpg))$"
)
"""``\\ftnnrlc``, ``\\aftnstart``"""
NOTE_AHEAD = re.compile(rb"[\s}]*\{\s*(?:\\\*\s*)?\\footnote\s*(?P<end>\\ftnalt)?")
"""The group of a note behind its marker, which alone says what kind of note it is."""


def code_page(number: int) -> str:
    """Return the name of a code page by its number.

    >>> code_page(1254), code_page(10000), code_page(99999)
    ('cp1254', 'mac-roman', 'cp1252')
    """
    if number in (65001, 10000):
        return "utf-8" if number == 65001 else "mac-roman"
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"
