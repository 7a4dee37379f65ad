"""Where the web addresses, e-mail addresses and DOIs of a text are."""

from __future__ import annotations

import re
from urllib.parse import unquote

BODY = re.compile(r"[\w\[][^\s<>\"“”„«»，。；：、（）「」『』《》،؛\u200b\u2028\u2029\ufeff\x00-\x1f]*")
"""What may follow ``://``: everything up to white space, angle brackets, double quotes, wide signs."""

SCHEMES = ("https", "http", "ftp")
WWW = re.compile(r"(?i:www)\.(?=\w)")
TRAILING = ".,;:!?…·•|\\'‘’‚`´*_~^"
CLOSING = {")": "(", "]": "[", "}": "{"}
OPENING = {opening: closing for closing, opening in CLOSING.items()}

EMAIL = re.compile(
    r"""
    (?<! [\w.+%-] )
    [\w] [\w.+%-]{0,63}                                    # info, first.last+news
    @
    (?: [^\W_] (?: [\w-]{0,61} [^\W_] )? \. ){1,8}         # avim.org.
    [^\W\d_]{2,24} (?! [\w-] )                             # tr
    """,
    re.VERBOSE,
)
LONGEST_LOCAL_PART = 64

DOI = re.compile(r"(?<![\d.])10\.\d{4,9}(?:/|%2[Ff])[^\s\"“”<>]+")
SHORTEST_BARE_DOI = 4
"""Letters after the slash, where nothing says that it is a DOI: ``10.2025/37`` is none."""


def find_urls(text: str) -> list[tuple[int, int]]:
    """Return the places of the web addresses in reading order, punctuation around them left out.

    >>> text = "See (https://x.org/a_(b)), or www.y.org."
    >>> [text[start:end] for start, end in find_urls(text)]
    ['https://x.org/a_(b)', 'www.y.org']
    """
    has_www = names_www(text)
    mark = text.find("://")
    if mark < 0:
        return _find_www(text, 0, len(text)) if has_www else []
    spans: list[tuple[int, int]] = []
    position = 0
    while mark >= 0:
        start = _scheme_start(text, mark)
        body = BODY.match(text, mark + 3) if start >= position else None
        end = _trim(text, mark + 3, body.end()) if body else -1
        if end > mark + 3:
            if has_www:
                spans += _find_www(text, position, start)
            spans.append((start, end))
            position = end
        mark = text.find("://", max(mark + 3, position))
    return spans + _find_www(text, position, len(text)) if has_www else spans


def names_www(text: str) -> bool:
    """Tell whether a text may hold an address without a scheme."""
    return "www." in text or "WWW." in text or "Www." in text


def _scheme_start(text: str, mark: int) -> int:
    before = text[max(0, mark - 5) : mark].lower()
    for scheme in SCHEMES:
        if before.endswith(scheme):
            return mark - len(scheme)
    return -1


def _find_www(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if not names_www(text[start:end]):
        return []
    spans: list[tuple[int, int]] = []
    position = start
    while match := WWW.search(text, position, end):
        position = match.end()
        glued = match.start() > 0 and (
            text[match.start() - 1].isalnum() or text[match.start() - 1] in "@.-/_"
        )
        body = None if glued else BODY.match(text, position, end)
        stop = _trim(text, position, body.end()) if body else position
        if "." in text[position:stop]:
            spans.append((match.start(), stop))
            position = stop
    return spans


def _trim(text: str, start: int, end: int) -> int:
    """Give back the punctuation, quotes and unmatched brackets at the end of an address."""
    end = _host_stop(text, start, end)
    excess: dict[
        str, int
    ] = {}  # closing brackets without an opening one; counted once, so that time is linear
    while end > start:
        last = text[end - 1]
        if opening := CLOSING.get(last):
            if last not in excess:
                excess[last] = text.count(last, start, end) - text.count(opening, start, end)
            if excess[last] <= 0:
                return end
            excess[last] -= 1
        elif closing := OPENING.get(last):
            if closing in excess:
                excess[closing] += 1
        elif last not in TRAILING:
            return end
        end -= 1
    return start


def _host_stop(text: str, start: int, end: int) -> int:
    """Stop at a quote in the host (``avim.org.tr'de``) and at the middle of a Markdown link."""
    link = text.find("](", start, end)
    end = link if link >= 0 else end
    slash = text.find("/", start, end)
    for quote in "'’":
        at = text.find(quote, start, slash if slash >= 0 else end)
        end = at if at >= 0 else end
    return end


def find_emails(text: str) -> list[tuple[int, int]]:
    """Return the places of the e-mail addresses in reading order.

    >>> find_emails("E-Mail: info@avim.org.tr.")
    [(8, 24)]
    """
    spans: list[tuple[int, int]] = []
    position, sign = 0, text.find("@")
    while sign >= 0:
        match = EMAIL.search(text, max(position, sign - LONGEST_LOCAL_PART), min(len(text), sign + 300))
        if match is not None:
            spans.append(match.span())
            position = match.end()
        sign = text.find("@", max(sign + 1, position))
    return spans


def doi_of(text: str) -> str | None:
    """Return the first DOI in a text or address.

    >>> doi_of("https://doi.org/10.18449/2021C32.")
    '10.18449/2021C32'
    """
    if "10." not in text:
        return None
    for match in DOI.finditer(text):
        end = _trim(text, match.start(), match.end())
        doi = unquote(text[match.start() : end]).partition("?")[0]
        told = "doi" in text[max(0, match.start() - 16) : match.start()].lower()
        if told or len(doi.partition("/")[2]) >= SHORTEST_BARE_DOI:
            return doi
    return None
