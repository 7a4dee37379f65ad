"""Where the links of a block lead: to other pages of the site, as those of menus do, or elsewhere."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from converter.normalizers.spaces import squeeze
from converter.readers.html_drafts import Draft
from converter.readers.html_words import ALSO, SHARE_ADDRESS, TOOL

LONGEST_ENTRY = 100
"""Characters of an entry of a menu."""

LONGEST_TOOL = 45
AROUND = " -–—|·•"
LONGEST_BUTTON = 20
MOST_OF_FORM = 12
FIELDS = frozenset({"input", "textarea"})
MENU = 0.8
"""Share of the text of a menu that is link text."""

CRUMBS = re.compile(r"\s[»›>/→|]\s")


class Links:
    """Measures blocks; ``host`` is that of the page, without ``www.``."""

    def __init__(self, host: str) -> None:
        self.host = host

    def linked(self, draft: Draft) -> float:
        """Return the share of the text that leads to other pages of the site."""
        linked = length = 0
        for inline, look in zip(draft.inlines, draft.looks, strict=True):
            letters = len(inline.text.strip(" |/·•»›>-–\u00a0"))
            length += letters
            if look.link is not None and self._is_internal(look.link.get("href"), inline.text):
                linked += letters
        return linked / length if length else 0.0

    def _is_internal(self, href: str, text: str) -> bool:
        if "://" in text or href.startswith("#") or text.startswith("www."):
            return False
        try:
            host = urlsplit(href.strip()).hostname or ""
        except ValueError:
            return False
        return not host or host.removeprefix("www.") == self.host or bool(SHARE_ADDRESS.search(href))

    def leads_away(self, draft: Draft) -> bool:
        """Know a line between paragraphs that is but a link to another page of the site."""
        match = ALSO.match(draft.text)
        if match is None or len(draft.text) > 2 * LONGEST_ENTRY:
            return False
        return self.linked(draft) * len(draft.text) >= MENU * (len(draft.text) - match.end())

    def is_crumbs(self, draft: Draft) -> bool:
        """Know the way to a page, from the start page down, in the line above its title."""
        first = draft.looks[0].link
        if draft.kind == "heading" or first is None or not self._is_internal(first.get("href"), draft.text):
            return False
        return len(CRUMBS.findall(draft.text)) > 0 and self.linked(draft) > 0.2


def host_of(address: str) -> str:
    """Return the host of an address, without ``www.``; empty if there is none.

    >>> host_of("https://www.example.org/a")
    'example.org'
    """
    try:
        return (urlsplit(address.strip()).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def is_form_label(draft: Draft) -> bool:
    """Know the words over a field that one writes in, where nothing else stands beside it."""
    parent = draft.block.parent
    if parent is None or len(draft.text) > LONGEST_TOOL or parent.end - parent.index > MOST_OF_FORM:
        return False
    fields = [one for one in parent.elements() if one.tag in FIELDS and one.get("type") != "hidden"]
    return bool(fields) and len(squeeze(parent.text())) <= len(draft.text) + LONGEST_BUTTON


def is_tool(draft: Draft) -> bool:
    """Know a button that shares, prints or saves the page."""
    if len(draft.text) > LONGEST_ENTRY or draft.kind == "heading":
        return False
    links = [look.link for look in draft.looks if look.link is not None]
    only = bool(links) and len(links) == len([1 for one in draft.inlines if not one.text.isspace()])
    if only and any(SHARE_ADDRESS.search(link.get("href")) for link in links):
        return True
    return TOOL.match(draft.text.strip(AROUND)) is not None and (
        len(draft.text) <= LONGEST_TOOL or ": http" in draft.text
    )
