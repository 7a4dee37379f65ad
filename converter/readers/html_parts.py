"""Which blocks of a page are the article and its back matter, and which part of the page any other is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter import profiles
from converter.normalizers.dates import find_dates
from converter.readers.html_above import lines_above
from converter.readers.html_article import FOREIGN, clear_wrong_marks, find_article, is_title, name_notes
from converter.readers.html_drafts import Draft
from converter.readers.html_links import LONGEST_ENTRY, MENU, Links, host_of, is_form_label, is_tool
from converter.readers.html_tree import Element
from converter.readers.html_words import COMMENTS, RELATED

SOME_LINKS = 0.3
"""Share of link text from which on something beside the article is more than text."""

FEWEST_ENTRIES = 3
"""Entries that make a menu of links; one or two may be text."""

KEPT = frozenset({"author", "notes", "cite-as", "contact"})
"""Parts that belong to the commentary wherever they stand."""

SOFT = frozenset(
    {"navigation", "share", "tags", "form", "promotion", "sidebar", "hidden", "footer", "header", "back-link"}
)
MOST_OF_ARTICLE = 0.3
"""Share of the article from which on a part of it is text, whatever its classes say."""

CONTACT = re.compile(
    r"""
    © | \(c\)\s\d{4} | copyright | all\s+rights\s+reserved | tüm\s+hakları | все\s+права | alle\s+rechte
    | tous\s+droits | bütün\s+hüquqlar | [\w.+-]+@[\w-]+\.\w{2,} | \+\d{1,3}[\s(.-]*\d{2,}
    | \b (?: tel | phone | fax | faks | telefon | тел | факс | e-?mail | e-posta ) \b \s* [.:]
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What a house says of itself at the foot of its pages."""

LONGEST_LABEL = 30
"""Characters before an address: its scheme, and what says that it is one."""

FARTHEST_FACT = 3
"""Blocks above the title in which its date or number may stand."""

NUMBER = re.compile(r"(?:№|\b(?:no|nr|sayı|n°|nº))\s?[.:]?\s*:?\s*(?:\d{4}\s*/\s*)?\d{1,4}\b", re.IGNORECASE)
SHORTEST_PROSE = 60
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Parts:
    """Decides for each block; ``None`` is the text of the commentary."""

    def __init__(self, root: Element, drafts: Sequence[Draft], titles: Sequence[str], address: str) -> None:
        self.drafts = drafts
        self.titles = titles
        self.links = Links(host_of(address))
        self.address = address.partition("://")[2].rstrip("/")
        self.labels = profiles.load("generic")
        name_notes(drafts, self.labels.notes)
        clear_wrong_marks(drafts, titles)
        self.article = self._with_text_beside(find_article(root, drafts))
        inside = [number for number, draft in enumerate(drafts) if self.article.holds(draft.block)]
        self.begin = inside[0] if inside else 0
        self.end = inside[-1] + 1 if inside else len(drafts)
        self.title = self._find_title()
        self.above = lines_above(self.article, drafts, self.begin, self._is_foreign) if self.title < 0 else ()

    def _is_foreign(self, number: int) -> bool:
        draft = self.drafts[number]
        own = self._marked(number) or self._mark(draft) or self.links.linked(draft) >= SOME_LINKS
        return bool(own) or is_tool(draft)

    def _with_text_beside(self, article: Element) -> Element:
        """Go out from the article as long as nothing but text stands beside it."""
        self.article = article
        while (parent := article.parent) is not None:
            beside = [
                draft for draft in self.drafts if parent.holds(draft.block) and not article.holds(draft.block)
            ]
            if any(
                self._mark(draft) or self.links.linked(draft) >= SOME_LINKS or is_tool(draft)
                for draft in beside
            ):
                break
            article = parent
        return article

    def _find_title(self) -> int:
        """Return the number of the last block up to the text that is the title; -1 if none is."""
        last = min(self.begin + 12, self.end)
        named = [n for n in range(last) if is_title(self.drafts[n].text, self.titles) and not self._marked(n)]
        if named:
            return named[0] if named[0] >= self.begin else named[-1]
        heads = [
            n for n in range(self.begin) if self.drafts[n].kind == "heading" and self.drafts[n].level == 1
        ]
        return heads[-1] if heads and not self._marked(heads[-1]) else -1

    def _marked(self, number: int) -> bool:
        draft = self.drafts[number]
        return (
            bool(draft.part)
            or self._mark(draft) in FOREIGN | {"navigation", "hidden", "share"}
            or self.links.is_crumbs(draft)
        )

    def decide(self) -> None:
        """Give every block its part of the page."""
        for number, draft in enumerate(self.drafts):
            if draft.note is None and draft.part is None:
                draft.part = self._part(number, draft)
        self._set_menus_aside()
        self._set_headed_parts_aside()
        self._keep_contacts()
        self._straighten_header()

    def _straighten_header(self) -> None:
        """Let what the head of the page calls its title be one; author and date under it are no list."""
        if self.title >= 0 and is_title(self.drafts[self.title].text, self.titles):
            self.drafts[self.title].kind, self.drafts[self.title].level = "heading", 1
        begin = min(self.begin, self.title) if self.title >= 0 else 0
        for draft in self.drafts[begin : self.end]:
            if draft.part is None and len(draft.text) >= SHORTEST_PROSE and draft.kind != "heading":
                return
            if draft.kind == "item" and draft.note is None:
                draft.kind, draft.level, draft.label = "text", 0, None

    def _part(self, number: int, draft: Draft) -> str | None:
        mark = self._mark(draft)
        if mark == "tags" and NUMBER.search(draft.text) and number <= self.begin + FARTHEST_FACT:
            mark = None
        if mark is not None and mark not in KEPT:
            return "navigation" if mark in ("header", "footer") else mark
        if part := self._part_by_words(draft):
            return part
        inside = self.begin <= number < self.end and self.article.holds(draft.block)
        if number < self.begin or (self.title > number):
            if self.links.is_crumbs(draft):
                return "navigation"
            own = inside or number in self.above or 0 <= self.title <= number
            return None if own or self._is_fact(number, draft) else "navigation"
        if inside or mark in KEPT or self._is_back_matter(draft):
            return None
        return "navigation" if self.links.linked(draft) >= MENU else "sidebar"

    def _part_by_words(self, draft: Draft) -> str | None:
        """Know by what it says a field of a form, a button, a link to another article."""
        if is_form_label(draft):
            return "form"
        if is_tool(draft) or self._is_own_address(draft):
            return "share"
        return "related" if self.links.leads_away(draft) else None

    def _is_own_address(self, draft: Draft) -> bool:
        """Know the line in which a page to be printed names itself."""
        text = draft.text.rpartition(" ")[2].rpartition("://")[2].rstrip("/")
        return bool(self.address) and text == self.address and len(draft.text) <= len(text) + LONGEST_LABEL

    def _mark(self, draft: Draft) -> str | None:
        """Return what the elements around a block say that it is: what is foreign to the article first."""
        found: str | None = None
        for element in draft.place.ancestors():
            if element is self.article:
                break
            mark = element.mark
            if mark is None or (mark in SOFT and self._is_much(element)):
                continue
            if mark in FOREIGN or mark == "hidden":
                return mark
            if found is None or (found == "author" and mark == "navigation"):
                found = mark
        return found

    def _is_much(self, element: Element) -> bool:
        return element.weight > MOST_OF_ARTICLE * max(self.article.weight, 1)

    def _is_fact(self, number: int, draft: Draft) -> bool:
        """Know the date or the number that stands right above the title."""
        if (
            not 0 < self.title - number <= FARTHEST_FACT
            or len(draft.text) > LONGEST_ENTRY
            or self.links.linked(draft)
        ):
            return False
        return any(date.day for date in find_dates(draft.text)) or NUMBER.search(draft.text) is not None

    def _is_back_matter(self, draft: Draft) -> bool:
        """Know by their labels the cite-as line and the author's note that stand outside the article."""
        text = draft.text
        return bool(self.labels.cite_as.match(text) or self.labels.about.match(text))

    def _set_menus_aside(self) -> None:
        """Set aside the entries of menus: several short links to other pages that follow each other."""
        run: list[Draft] = []
        for draft in [*self.drafts, None]:
            if draft is not None and draft.part is None and draft.note is None and self._is_entry(draft):
                run.append(draft)
                continue
            links = sum(len({id(look.link) for look in one.looks if look.link}) for one in run)
            if links >= FEWEST_ENTRIES:
                for one in run:
                    one.part = "navigation"
            run = []

    def _is_entry(self, draft: Draft) -> bool:
        short = len(draft.text) <= LONGEST_ENTRY * max(
            1, len({id(look.link) for look in draft.looks if look.link})
        )
        return short and draft.kind != "row" and self.links.linked(draft) >= MENU

    def _set_headed_parts_aside(self) -> None:
        """Set aside what stands under a heading over links or comments, up to the next of its rank."""
        part: str | None = None
        level, scope = 0, self.article
        for number, draft in enumerate(self.drafts):
            found = self._headed(number, draft) if draft.note is None else None
            if found:
                part, level, scope = found, draft.level or 7, self._scope(number)
            elif draft.note or not scope.holds(draft.block) or (part and self._ends_part(draft, level, part)):
                part = None
            if part and draft.part in (None, "navigation", "sidebar"):
                draft.part = part

    def _scope(self, number: int) -> Element:
        """Return what a heading is of: the innermost element that holds it and what follows it."""
        following = (
            self.drafts[number + 1].block if number + 1 < len(self.drafts) else self.drafts[number].block
        )
        block = self.drafts[number].block
        return next(one for one in block.ancestors() if one.holds(following) or one.parent is None)

    def _headed(self, number: int, draft: Draft) -> str | None:
        if len(draft.text) > LONGEST_ENTRY or number <= max(self.title, self.begin):
            return None
        heads = (
            draft.kind == "heading" or _is_bold(draft) or draft.block.tag in ("div", "span", "td", "legend")
        )
        if heads and RELATED.match(draft.text):
            return "related" if self._leads_to_links(number, draft) else None
        far = number > self.begin + 0.5 * (self.end - self.begin)
        return "comments" if heads and far and COMMENTS.match(draft.text) else None

    def _leads_to_links(self, number: int, draft: Draft) -> bool:
        following = self.drafts[number + 1 : number + 4]
        return any(
            self.links.linked(one) >= 0.5 or one.part in ("navigation", "related")
            for one in [draft, *following]
        )

    def _ends_part(self, draft: Draft, level: int, part: str) -> bool:
        if draft.kind == "heading" and draft.level <= level:
            return True
        if self._mark(draft) in KEPT or self._is_back_matter(draft) or self.labels.notes.match(draft.text):
            return True
        return part == "related" and len(draft.text) > 2 * LONGEST_ENTRY and self.links.linked(draft) < 0.2

    def _keep_contacts(self) -> None:
        """Keep what the house says of itself at the foot of the page: address, telephone, rights."""
        groups: dict[int, list[Draft]] = {}
        for number, draft in enumerate(self.drafts):
            if (
                number >= self.begin
                and draft.part in ("navigation", "sidebar")
                and self._mark(draft) not in FOREIGN
            ):
                group = (
                    draft.block.parent if draft.block.tag in ("p", "li", "span", *HEADINGS) else draft.block
                )
                groups.setdefault(group.index if group else 0, []).append(draft)
        for drafts in groups.values():
            if any(CONTACT.search(draft.text) for draft in drafts):
                for draft in drafts:
                    if self.links.linked(draft) < 0.5 and self._mark(draft) not in (
                        "navigation",
                        "form",
                        "share",
                    ):
                        draft.part = None


def _is_bold(draft: Draft) -> bool:
    return all("bold" in look.marks for look in draft.looks)
