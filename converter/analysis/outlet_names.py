"""Whether a stretch of a citation names the outlet in which a work appeared, and where it begins."""

from __future__ import annotations

import re

from converter.analysis.work_draft import WorkDraft
from converter.analysis.work_patterns import ARTICLE, OUTLET, SEPARATOR
from converter.normalizers.keys import ascii_fold
from converter.normalizers.spaces import title_key
from converter.normalizers.urls import host_of, site_label
from converter.profiles.outlets import is_known_outlet

LONGEST_OUTLET = 70
MOST_WORDS = 5
SHORTEST_HEAD = 8
"""Letters of a title that stands before an outlet."""

SITE = re.compile(r"\w[\w-]*(?:\.[\w-]+){0,2}\.[a-z]{2,4}")  # President.az

PART_OF_WORK = re.compile(r"(?:annex|appendix|part|chapter|section|article|ek|bölüm|madde)\b", re.IGNORECASE)

FEW_WORDS = 3
"""Words of a last part that may be an outlet, though nothing proves it."""


def is_outlet(work: WorkDraft, start: int, end: int) -> bool:
    """Tell whether a stretch names the site or outlet: by the address, by its words, or by its shape."""
    text = work.note.text[start:end].strip()
    if text and (is_known_outlet(text) or SITE.fullmatch(text)):
        return True
    if not text or len(text) > LONGEST_OUTLET or not (text[0].isupper() or text[0].isdigit()):
        return "." in text and work.url is not None and text.casefold() in work.url.casefold()
    if work.url and names_host(text, work.url):
        return True
    words = text.split()
    return (
        len(words) <= MOST_WORDS
        and all(word[:1].isupper() or len(word) <= 3 for word in words)
        and OUTLET.search(text) is not None
    )


def names_host(name: str, url: str) -> bool:
    """Tell whether an address is that of an outlet of this name: its letters, or its initials.

    >>> names_host("RFE/RL", "https://www.rferl.org/a"), names_host("Deutsche Welle", "https://www.dw.com/a")
    (True, True)
    """
    host, label = title_key(host_of(url)), site_label(url)
    words = ascii_fold(ARTICLE.sub("", name)).split()
    for key in {title_key(name), "".join(words)}:
        if len(key) >= 3 and (key in host or (len(host) > 6 and host.replace("www", "") in key)):
            return True
    initials = "".join(word[0] for word in words)
    if len(initials) < 2 or len(words) > MOST_WORDS:
        return False
    return label == initials or (len(initials) > 2 and label.startswith(initials))


def outlet_cut(work: WorkDraft, start: int, end: int) -> tuple[int, int] | None:
    """Return where an unquoted title ends and where the outlet behind it begins."""
    text = work.note.text
    for match in reversed(list(SEPARATOR.finditer(text, start, end))):
        if match.start() > start + SHORTEST_HEAD and (
            is_outlet(work, match.end(), end)
            or (match["strong"] and text.count(" ", match.end(), end) <= MOST_WORDS)
        ):
            return match.start(), match.end()
        break
    for sign in (", ", ". "):
        cut = text.rfind(sign, start, end)
        if cut > start + SHORTEST_HEAD and is_outlet(work, cut + 2, end):
            return cut, cut + 2
    return None


def outlet_first(work: WorkDraft, start: int, end: int) -> int | None:
    """Return where an outlet before an unquoted title ends (`Reuters. Title words`)."""
    text = work.note.text
    cuts = [cut for sign in (", ", ". ") if (cut := text.find(sign, start, end)) > 0]
    cut = min(cuts, default=-1)
    if cut < 0 or text.count(" ", cut + 2, end) < 2 or not is_known_outlet(text[start:cut]):
        return None
    return cut


def may_be_outlet(text: str, start: int, end: int) -> bool:
    """Tell whether what follows the last comma of a title is short and capitalised, so perhaps an outlet."""
    comma = text.rfind(", ", start, end)
    last = text[comma + 2 : end]
    return comma > start + SHORTEST_HEAD and _is_short(last) and not PART_OF_WORK.match(last)


def _is_short(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= FEW_WORDS and all(word[:1].isupper() or word[:1].isdigit() for word in words)
