"""What the head of a web page says of the document: meta tags, structured data, title, language, address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from converter.normalizers.spaces import squeeze, title_key
from converter.readers.html_drafts import Draft
from converter.readers.html_structured import structured_clues
from converter.readers.html_tree import Element, Tree
from converter.source import Clue

META: tuple[tuple[str, str, str], ...] = (
    # name or property of the tag, in small letters → field, origin; the most trusted first
    *((f"citation_{name}", field, "Highwire") for name, field in (
        ("title", "title"), ("author", "author"), ("authors", "author"), ("publication_date", "published"),
        ("date", "published"), ("online_date", "published"), ("cover_date", "published"), ("year",
        "published"),
        ("public_url", "url"), ("abstract_html_url", "url"), ("fulltext_html_url", "url"), ("doi", "doi"),
        ("publisher", "publisher"), ("technical_report_institution", "publisher"),
        ("series_title", "series"), ("journal_title", "series"), ("volume", "volume"), ("issue", "number"),
        ("technical_report_number", "number"), ("keywords", "keywords"), ("language", "language"),
        ("editor", "editor"), ("translator", "translator"),
    )),
    *((f"{prefix}.{name}", field, "Dublin Core") for prefix in ("dc", "dcterms") for name, field in (
        ("title", "title"), ("creator", "author"), ("date.issued", "published"), ("issued", "published"),
        ("date", "published"), ("date.created", "published"), ("created", "published"), ("publisher",
        "publisher"),
        ("language", "language"), ("rights", "rights"), ("subject", "keywords"), ("contributor.translator",
        "translator"),
        ("contributor.editor", "editor"), ("identifier.doi", "doi"), ("ispartof", "series"),
    )),
    ("structured data", "", ""),
    ("article:published_time", "published", "OpenGraph"), ("og:article:published_time", "published",
    "OpenGraph"),
    ("article:author", "author", "OpenGraph"), ("og:title", "title", "OpenGraph"), ("og:url", "url",
    "OpenGraph"),
    ("og:site_name", "publisher", "OpenGraph"), ("article:tag", "keywords", "OpenGraph"),
    ("article:publisher", "publisher", "OpenGraph"), ("og:locale", "language", "OpenGraph"),
    ("twitter:title", "title", "Twitter"), ("parsely-author", "author", "meta"), ("parsely-pub-date",
    "published", "meta"),
    ("sailthru.author", "author", "meta"), ("sailthru.date", "published", "meta"), ("author", "author",
    "meta"),
    ("authors", "author", "meta"), ("pubdate", "published", "meta"), ("publish-date", "published", "meta"),
    ("publish_date", "published", "meta"), ("date", "published", "meta"), ("keywords", "keywords", "meta"),
    ("copyright", "rights", "meta"), ("content-language", "language", "meta"), ("language", "language",
    "meta"),
)  # fmt: skip
PLACES = {name: number for number, (name, _, _) in enumerate(META)}
OF_STRUCTURED_DATA = PLACES["structured data"]

ISO_DATE = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?=$|[T\s])|(\d{4})(\d{2})(\d{2})(?=$|T)")
ADDRESS = re.compile(r"https?://", re.IGNORECASE)
ARCHIVED = re.compile(r"https?://[^/\s]+/(?:web/)?\d{8,14}(?:[a-z]{2}_)?/(?=https?://)", re.IGNORECASE)
"""What a web archive sets before the address of a page that it keeps."""

SITE_SIGNS = re.compile(r"\s+(?:[|–—»«·•:]|-{1,2}|::|/)\s+")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
PEOPLE_SIGNS = re.compile(r"\s*;\s*")
SITE_NAME = re.compile(r" (?:site|blog) (?:title|name) (?!description)")
SHORTEST_NAME, LONGEST_NAME = 3, 80
LONGEST = 2000
"""Characters of a value; what is longer is none."""

MOST = 40
"""Values of one field."""


class Found(NamedTuple):
    """A clue, and how much its kind is trusted."""

    rank: int
    clue: Clue


def read_clues(tree: Tree) -> list[Clue]:
    """Return what the page says of the document beside its text, the most trusted first."""
    found = [
        *_head(tree),
        *_named(tree.root),
        *(Found(OF_STRUCTURED_DATA, clue) for clue in structured_clues(tree.root)),
    ]
    if tree.saved_from:
        found.append(
            Found(len(META) + 3, Clue("url", tree.saved_from, "address that the page was saved from"))
        )
    found.sort(key=lambda one: one.rank)
    counts: dict[str, int] = {}
    clues: dict[tuple[str, str, str], Clue] = {}
    for _, clue in found:
        value = _tidy(clue.field, squeeze(clue.value))
        counts[clue.field] = counts.get(clue.field, 0) + 1
        if value and len(value) <= LONGEST and counts[clue.field] <= MOST:
            clues.setdefault((clue.field, value, clue.origin), Clue(clue.field, value, clue.origin))
    return _without_site(list(clues.values()))


def _head(tree: Tree) -> Iterator[Found]:
    for element in tree.root.elements():
        if element.tag == "meta":
            yield from _of_meta(element)
        elif element.tag == "title" and (element.parent is None or element.parent.tag != "svg"):
            yield Found(len(META), Clue("title", element.text(), "title element"))
        elif element.tag == "link" and "canonical" in element.get("rel").lower().split():
            yield Found(PLACES["og:url"] - 1, Clue("url", element.get("href"), "canonical link"))
        elif element.tag == "html" and (language := element.get("lang") or element.get("xml:lang")):
            yield Found(PLACES["og:locale"] - 1, Clue("language", language, "html lang"))


def _named(root: Element) -> Iterator[Found]:
    """Yield the names of the site and of the author that the page itself calls such."""
    for element in root.elements():
        attributes = element.attributes
        if not attributes or element.tag in ("meta", "link", "html", "body"):
            continue
        words = " ".join([attributes.get(name) or "" for name in ("class", "id", "rel", "itemprop")])
        if "author" in words and (name := _named_author(element)):
            yield Found(len(META) + 5, Clue("author", name, "named as author in the page"))
        elif ("itle" in words or "ame" in words or "home" in words) and _names_site(element):
            yield Found(len(META) + 4, Clue("publisher", squeeze(element.text()), "name of the site"))


def _names_site(element: Element) -> bool:
    home = element.tag == "a" and element.get("rel") == "home"
    named = home or SITE_NAME.search(element.words()) is not None
    return named and SHORTEST_NAME <= len(squeeze(element.text())) <= LONGEST_NAME


def _named_author(element: Element) -> str | None:
    """Return the name that microdata, a microformat or a link calls the author's, but of no comment."""
    said = element.get("itemprop") == "author" or "author" in element.get("rel").lower().split()
    if not (said or " p author " in element.words()):
        return None
    inner = next((one for one in element.elements() if one.get("itemprop") == "name"), element)
    name = squeeze(inner.text() or inner.get("content"))
    of_comment = any(" comment" in one.words() for one in element.ancestors())
    return name if SHORTEST_NAME <= len(name) <= LONGEST_NAME and not of_comment else None


def _of_meta(element: Element) -> Iterator[Found]:
    content = element.get("content")
    for key in ("name", "property", "http-equiv", "itemprop"):
        name = element.get(key).strip().lower()
        rank = PLACES.get(name)
        if rank is None and name == "datepublished":
            yield Found(OF_STRUCTURED_DATA, Clue("published", content, "meta datePublished"))
        elif name == "dc.identifier" and content.lower().startswith(("doi", "10.", "https://doi")):
            yield Found(PLACES["dc.title"], Clue("doi", content, f"meta {element.get(key)}"))
        elif rank is not None and content:
            field = META[rank][1]
            for value in _values(field, content):
                yield Found(rank, Clue(field, value, f"meta {element.get(key).strip()}"))


def _values(field: str, content: str) -> Sequence[str]:
    """Return the single values of a tag: names are parted by semicolons, keywords by commas as well."""
    if field == "author":
        return [] if ADDRESS.match(content) else PEOPLE_SIGNS.split(content)
    if field == "keywords":
        return re.split(r"\s*[;,]\s*", content)
    return [content]


def _tidy(field: str, value: str) -> str:
    """Write a date as ISO has it, a language as a tag; leave out what is no address or language."""
    if field == "published" and (match := ISO_DATE.match(value)):
        year, month, day = (match[1], match[2], match[3]) if match[1] else (match[4], match[5], match[6])
        return f"{year}-{month:0>2}-{day:0>2}"
    if field == "language":
        match = LANGUAGE.fullmatch(value)
        return value.replace("_", "-") if match else ""
    if field == "url":
        return ARCHIVED.sub("", value) if ADDRESS.match(value) else ""
    if field == "publisher" and ADDRESS.match(value):
        return ""
    return value


def _without_site(clues: list[Clue]) -> list[Clue]:
    """Take the name of the site from the end or the beginning of titles."""
    names = {title_key(clue.value) for clue in clues if clue.field == "publisher"}
    titles = [clue for clue in clues if clue.field == "title"]
    short = {title_key(clue.value) for clue in titles}
    return [
        Clue(clue.field, bare_title(clue.value, names, short), clue.origin) if clue in titles else clue
        for clue in clues
    ]


def bare_title(title: str, sites: set[str], others: set[str]) -> str:
    """Return a title without the name of the site at one of its ends.

    >>> bare_title("A Quiet Harbour | Example House", {"examplehouse"}, set())
    'A Quiet Harbour'
    """
    signs = list(SITE_SIGNS.finditer(title))
    for sign in signs:
        before, after = title[: sign.start()].strip(), title[sign.end() :].strip()
        if title_key(after) in sites or title_key(before) in others:
            return before
        if title_key(before) in sites or title_key(after) in others:
            return after
    return title


def titles_of(clues: Sequence[Clue]) -> list[str]:
    """Return the keys of the titles; of a title element also what stands before and behind a sign in it."""
    keys: dict[str, None] = {}
    for clue in clues:
        if clue.field == "title":
            pieces = SITE_SIGNS.split(clue.value) if clue.origin == "title element" else []
            for piece in (clue.value, *pieces[:1], *pieces[-1:]):
                keys.setdefault(title_key(piece), None)
    return [key for key in keys if key]


def dated_in_text(drafts: Sequence[Draft], end: int) -> list[Clue]:
    """Return the date of the first ``time`` element in the head of the article, or that a class names."""
    for number, draft in enumerate(drafts):
        for inline in draft.inlines:
            for element in inline.element.ancestors():
                if clue := _date_of(element, near=number < end):
                    return [clue]
                if element is draft.block:
                    break
    return []


def _date_of(element: Element, *, near: bool) -> Clue | None:
    published = " published " in element.words() or element.get("itemprop") == "datePublished"
    value = element.get("datetime") or element.get("content") or element.get("title")
    match = ISO_DATE.match(value.strip()) if published or (element.tag == "time" and near) else None
    return Clue("published", _tidy("published", match[0]), f"{element.tag} element") if match else None
