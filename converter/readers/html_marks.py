"""What the tags, roles and classes of a page say that a part of it is: navigation, comments, share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from converter.readers.html_tree import Element

TAGS: Mapping[str, str] = MappingProxyType(
    {
        "nav": "navigation", "menu": "navigation", "amp-sidebar": "navigation", "aside": "sidebar",
        "footer": "footer", "header": "header", "form": "form", "button": "form", "select": "form",
        "option": "form", "textarea": "form", "dialog": "form", "search": "form", "noscript": "hidden",
        "svg": "hidden", "iframe": "hidden", "object": "hidden", "noframes": "hidden",
        "annotation": "hidden", "address": "contact", "amp-social-share": "share",
        "amp-consent": "cookie-notice",
        "amp-user-notification": "cookie-notice",
    }
)  # fmt: skip
ROLES: Mapping[str, str] = MappingProxyType(
    {
        "navigation": "navigation", "menu": "navigation", "menubar": "navigation", "search": "form",
        "complementary": "sidebar", "contentinfo": "footer", "banner": "header", "dialog": "form",
        "alertdialog": "form", "button": "form", "doc-toc": "navigation", "doc-footnote": "notes",
        "doc-endnotes": "notes", "doc-endnote": "notes", "doc-backlink": "back-link", "tooltip": "hidden",
    }
)  # fmt: skip

CLASSES: tuple[tuple[str, str], ...] = (
    # words of classes and ids, in order, → part; the first that fits wins
    (
        "hidden",
        "(?:foot ?note|side ?note) tooltip|mw editsection|screen reader(?: text)?|sr only|visually ?hidden",
    ),
    ("hidden", "assistive text"),
    (
        "back-link",
        "cite backlink|footnote backlink|footnote backref|footnote back|backlink|backref|footnote return",
    ),
    (
        "notes",
        "footnotes?|endnotes?|dipnot(?:lar)?|footnote plugin text|reflist|mw references wrap|fussnoten",
    ),
    (
        "cookie-notice",
        "cookies?|consent|gdpr|cookiebar|onetrust|kvkk|cerez|cookiebanner|privacy banner|cli bar",
    ),
    (
        "comments",
        "comments|commentlist|comment list|comment respond|respond|disqus(?: thread)?|comments area",
    ),
    ("comments", "comment form|comment body|comment content|yorum yap|leave reply|kommentare|fb comments"),
    ("related", "related|yarpp|recommended|recommendations|similar|ilgili|benzer|teasers?|jp relatedposts"),
    (
        "related",
        "(?:latest|recent|popular|more|other|trending|next) (?:posts?|articles?|news|stories)|most read",
    ),
    (
        "related",
        "read (?:more|next|also)|also read|outbrain|taboola|onerilen|you may (?:also )?like|readmore",
    ),
    ("cite-as", "cite(?: (?:as|this|box|block))|how to cite|suggested citation|citation|atif"),
    (
        "author",
        "authors?(?: (?:box|bio|info|card|description|about))?|about (?:the )?authors?|author(?:box|bio)",
    ),
    ("author", "bio(?:graphy)?|yazar(?: (?:bilgi|hakkinda|kutusu))?|autor(?:en)?|auteur|contributor"),
    (
        "share",
        "share(?:s|d?addy|bar|buttons?)?|sharing|addtoany|addthis|a2a(?: kit)?|socials?|ssba|jssocials",
    ),
    (
        "share",
        "(?:post|article|page|entry) (?:tools|actions)|print(?: ?friendly| button| link)|paylas(?:im)?",
    ),
    ("share", "font ?size|text ?size|like button|heateor sss"),
    ("promotion", "newsletters?|subscribe|subscription|sign ?up|mailchimp|cta|promo(?:tion)?|adverts?|ads?"),
    (
        "promotion",
        "advertisement|ad (?:container|slot|wrapper)|adsbygoogle|sponsored?|donate|donation|popup|modal",
    ),
    (
        "navigation",
        "nav|navbar|navigation|(?:main |sub |top |side |mega ?)?menu|menubar|submenu|breadcrumbs?|crumbs",
    ),
    (
        "navigation",
        "pagination|pager|page ?nav|skip (?:link|nav|to content)|skiplink|toolbar|toc|tabs",
    ),
    ("navigation", "jump (?:link|to nav)|top ?bar|no ?print|d print none|hidden print"),
    (
        "navigation",
        "(?:language|lang) (?:switcher|selector|menu)|languages|table of contents|back to top|ekmek",
    ),
    (
        "tags",
        "(?:post|entry) (?:terms|taxonom\\w+|utility|tags|categories)|taxonomy(?: \\w+)?|posted in",
    ),
    ("tags", "kicker|eyebrow|overline|dachzeile|topline|surtitre|rubrik"),
    ("sidebar", "entry details|article details|pkp block"),
    ("tags", "tags?(?: (?:list|links|cloud))?|post tags|tagcloud|etiketler|tagged|cat links"),
    ("form", "search(?: ?(?:form|box|bar))?|log ?in|register"),
    (
        "sidebar",
        "side ?bar|widget ?areas?|widgets|(?:right|left) (?:column|col|sidebar)|(?:right|left)col|rail",
    ),
    ("contact", "contacts?|address|imprint|colophon|copyright|iletisim|kunye|vcard|impressum|site info"),
    ("footer", "(?:site |page |main )?footer|foot|bottom"),
    ("header", "(?:site |page |main |top )header|masthead|logo|branding"),
)
"""Part → words, each whole; `` `` in them is any sign between words."""

CLASS = re.compile(" (?:" + "|".join(f"(?P<p{n}>{words})" for n, (_, words) in enumerate(CLASSES)) + ")(?= )")
PARTS_OF_CLASSES = tuple(part for part, _ in CLASSES)

HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
NEVER_MARKED = frozenset({"html", "body", "page", "h1", "article", "main", "tbody"})
"""Elements whose classes say what page it is, not what part of one."""


def mark_of(element: Element, known: dict[str, str | None]) -> str | None:
    """Return the part of the page that an element says it is; ``known`` remembers classes already seen."""
    attributes = element.attributes
    if element.tag in NEVER_MARKED:
        return None
    if attributes:
        if "hidden" in attributes or HIDDEN_STYLE.search(element.get("style")):
            return "hidden"
        if (role := element.get("role").lower()) in ROLES:
            return ROLES[role]
        if (types := element.get("epub:type")) and ("note" in types or "rearnote" in types):
            return None if "noteref" in types else "notes"
    own = TAGS.get(element.tag)
    if not attributes or ("class" not in attributes and "id" not in attributes):
        return own
    words = element.words()
    if words not in known:
        known[words] = _part_of(words)
    found = known[words]
    return found if own in (None, "sidebar", "footer", "header") and found else own


def _part_of(words: str) -> str | None:
    """Return the part that the first fitting words in the table name, wherever they stand."""
    best: int | None = None
    for match in CLASS.finditer(words):
        number = int((match.lastgroup or "p0")[1:])
        best = number if best is None else min(best, number)
    return None if best is None else PARTS_OF_CLASSES[best]


NOTE_ID = re.compile(
    r"""
    (?: ^ | [-_:.] ) (?:
        (?: foot | end | cite[-_]? | side | author[-_]? )? note s? | ftn | edn | fn | en | sdfootnote |
          sdendnote
      | dipnot | sonnot | snoska | sn | fu(?:ß|ss)note | anm(?:erkung)? | nota | nbp | rf | foot |
        footnote_plugin_reference
    ) (?: [-_:.] [\w:.-]* | [a-z]? ) \d
    | ^_?(?:n|r|nt|ref|fnt)[-_:.]?\d{1,4}[a-z]?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Names that pages give to notes: ``_ftn1``, ``fn:1``, ``cite_note-2``, ``n4``."""
