"""How an element of our TEI is made, and what an attribute of it can hold."""

from __future__ import annotations

import re
from functools import lru_cache

from converter.model import Link
from converter.normalizers.urls import percent_encode_unsafe
from converter.writers.xml_text import Element, append_text, put

XML_ID = "xml:id"
XML_LANG = "xml:lang"

COMPLETE_DATE = re.compile(
    r"""
    \d{4}                                    # 2025; never --05-30, which has no year
    (?: -(?:0[1-9]|1[0-2])                   # 2025-05
      (?: -(?:0[1-9]|[12]\d|3[01]) )? )?     # 2025-05-30
    """,
    re.VERBOSE | re.ASCII,
)

WEB_TARGET = re.compile(
    r"""
    (?: https?:// [^\s\#%<>\\{}\[\]"^`|/?]+ (?= [/?\#] | \Z )   # https://avim.org.tr
      | (?: mailto: | doi: ) (?=LEGAL) )
    LEGAL* (?: %[0-9A-Fa-f]{2} LEGAL* )*            # /public/a%20b?c=d
    (?: \# LEGAL* (?: %[0-9A-Fa-f]{2} LEGAL* )* )?  # #part
    """.replace("LEGAL", r"""[^\s\#%<>\\{}\[\]"^`|]"""),
    re.VERBOSE,
)
"""The addresses that ``@target`` may hold: safe to follow, and the same to every validator."""

STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
BEHIND_HOST = re.compile(r"(?<=[^:/])[/?#]")


def date_attributes(date: str | None) -> dict[str, str]:
    """Return ``@when`` for a date that has at least its year, else nothing.

    >>> date_attributes("2025-05"), date_attributes("--05-30")
    ({'when': '2025-05'}, {})
    """
    return {"when": date} if date and COMPLETE_DATE.fullmatch(date) else {}


@lru_cache(maxsize=1024)
def web_target(url: str) -> str | None:
    """Return the address as ``@target`` can hold it, ``None`` if it must not be a link.

    >>> web_target("https://example.org/a [b]"), web_target("javascript:alert(1)")
    ('https://example.org/a%20%5Bb%5D', None)
    """
    if WEB_TARGET.fullmatch(url):
        return url
    encoded = STRAY_PERCENT.sub("%25", percent_encode_unsafe(url))
    head, hash_sign, fragment = encoded.partition("#")
    behind_host = BEHIND_HOST.search(head)
    start = behind_host.start() if behind_host else len(head)
    path = head[start:].replace("[", "%5B").replace("]", "%5D")
    fragment = fragment.replace("#", "%23").replace("[", "%5B").replace("]", "%5D")
    encoded = head[:start] + path + hash_sign + fragment
    return encoded if WEB_TARGET.fullmatch(encoded) else None


def add_link(parent: Element, link: Link) -> None:
    """Add ``ref[@target]``; an address that must not be followed stays text."""
    target = web_target(link.target)
    if target is None:
        append_text(parent, link.text)
    else:
        put(parent, "ref", link.text, {"target": target})
