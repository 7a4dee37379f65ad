"""What the tags, roles, classes and words of a page say that a part of it is: navigation, share buttons, comments."""

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
        "annotation": "hidden", "address": "contact", "amp-social-share": "share", "amp-consent": "cookie-notice",
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
    ("hidden", "(?:foot ?note|side ?note) tooltip|mw editsection|screen reader(?: text)?|sr only|visually ?hidden"),
    ("hidden", "assistive text"),
    ("back-link", "cite backlink|footnote backlink|footnote backref|footnote back|backlink|backref|footnote return"),
    ("notes", "footnotes?|endnotes?|dipnot(?:lar)?|footnote plugin text|reflist|mw references wrap|fussnoten"),
    ("cookie-notice", "cookies?|consent|gdpr|cookiebar|onetrust|kvkk|cerez|cookiebanner|privacy banner|cli bar"),
    ("comments", "comments|commentlist|comment list|comment respond|respond|disqus(?: thread)?|comments area"),
    ("comments", "comment form|comment body|comment content|yorum yap|leave reply|kommentare|fb comments"),
    ("related", "related|yarpp|recommended|recommendations|similar|ilgili|benzer|teasers?|jp relatedposts"),
    ("related", "(?:latest|recent|popular|more|other|trending|next) (?:posts?|articles?|news|stories)|most read"),
    ("related", "read (?:more|next|also)|also read|outbrain|taboola|onerilen|you may (?:also )?like|readmore"),
    ("cite-as", "cite(?: (?:as|this|box|block))|how to cite|suggested citation|citation|atif"),
    ("author", "authors?(?: (?:box|bio|info|card|description|about))?|about (?:the )?authors?|author(?:box|bio)"),
    ("author", "bio(?:graphy)?|yazar(?: (?:bilgi|hakkinda|kutusu))?|autor(?:en)?|auteur|contributor"),
    ("share", "share(?:s|d?addy|bar|buttons?)?|sharing|addtoany|addthis|a2a(?: kit)?|socials?|ssba|jssocials"),
    ("share", "(?:post|article|page|entry) (?:tools|actions)|print(?: ?friendly| button| link)|paylas(?:im)?"),
    ("share", "font ?size|text ?size|like button|heateor sss"),
    ("promotion", "newsletters?|subscribe|subscription|sign ?up|mailchimp|cta|promo(?:tion)?|adverts?|ads?"),
    ("promotion", "advertisement|ad (?:container|slot|wrapper)|adsbygoogle|sponsored?|donate|donation|popup|modal"),
    ("navigation", "nav|navbar|navigation|(?:main |sub |top |side |mega ?)?menu|menubar|submenu|breadcrumbs?|crumbs"),
    ("navigation", "pagination|pager|page ?nav|skip (?:link|nav|to content)|skiplink|jump (?:link|to nav)|toolbar|toc|tabs"),
    ("navigation", "top ?bar|no ?print|d print none|hidden print"),
    ("navigation", "(?:language|lang) (?:switcher|selector|menu)|languages|table of contents|back to top|ekmek"),
    ("tags", "tags?(?: (?:list|links|cloud))?|post tags|tagcloud|etiketler|tagged|cat links"),
    ("form", "search(?: ?(?:form|box|bar))?|log ?in|register"),
    ("sidebar", "side ?bar|widgets?(?: area)?|(?:right|left) (?:column|col|sidebar)|(?:right|left)col|rail"),
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
        (?: foot | end | cite[-_]? | side | author[-_]? )? note s? | ftn | edn | fn | en | sdfootnote | sdendnote
      | dipnot | sonnot | snoska | sn | fu(?:ß|ss)note | anm(?:erkung)? | nota | nbp | rf | foot | footnote_plugin_reference
    ) (?: [-_:.] [\w:.-]* | [a-z]? ) \d
    | ^_?(?:n|r|nt|ref|fnt)[-_:.]?\d{1,4}[a-z]?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Names that pages give to notes: ``_ftn1``, ``fn:1``, ``cite_note-2``, ``n4``."""

RELATED = re.compile(
    r"""
    (?: related \s+ (?: articles? | posts? | content | publications? | topics? | stories | reading | analys[ei]s )
      | (?: you \s+ (?: may | might ) \s+ also \s+ (?: like | be .* ) ) | read \s+ (?: more | also | next )
      | more \s+ (?: from | on | by | commentar | articles | analys ) .* | recommended .* | most \s+ (?: read | popular )
      | latest \s+ .* | (?: recent | popular | similar | other ) \s+ (?: articles | posts | commentaries | news )
      | ilgili \s+ \w+ | benzer \s+ \w+ | diğer \s+ (?: yazılar | haberler | makaleler | yorumlar | analizler ) .*
      | son \s+ (?: yazılar | haberler | eklenenler | yorumlar ) | en \s+ çok \s+ okunan\w* | bunlar .* ilginizi .*
      | ayrıca \s+ okuyun | похожие .* | по \s+ теме | читайте \s+ также | также \s+ по \s+ теме | другие \s+ \w+
      | последние \s+ \w+ | самое \s+ читаемое | (?: ähnliche | verwandte | weitere | neueste ) \s+ \w+ | mehr \s+ zum \s+ thema
      | das \s+ könnte \s+ sie .* | meistgelesen\w* | (?: à \s+ )? lire \s+ (?: aussi | également )
      | (?: sur | dans ) \s+ (?: le | la ) \s+ même \s+ \w+ | articles \s+ (?: liés | similaires | connexes | récents )
      | les \s+ plus \s+ lus | oxşar \s+ \w+ | əlaqəli \s+ \w+ | digər \s+ (?: yazılar | məqalələr | xəbərlər | şərhlər )
      | həmçinin \s+ oxuyun | son \s+ (?: xəbərlər | yazılar ) | ən \s+ çox \s+ oxunan\w*
    ) \s* :? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A heading over links to other pages."""

COMMENTS = re.compile(
    r"""
    (?: \d{1,5} \s+ (?: comments? | responses? | replies | thoughts .* | yorum | комментари\w+ | kommentare? | commentaires? | şərh )
      | (?: leave | post | write | add ) \s+ a \s+ (?: reply | comment ) .* | join \s+ the \s+ (?: discussion | conversation )
      | bir \s+ (?: yanıt | cevap | yorum ) \s+ (?: yazın | yazınız | bırakın ) .* | yorum \s+ (?: yap\w* | yaz\w* | ekle\w* | bırak\w* )
      | yorumlar | comments | комментарии | kommentare | commentaires | şərhlər | (?: оставить | добавить ) \s+ комментарий .*
      | schreib\w* \s+ .* kommentar .* | (?: laisser | ajouter ) \s+ un \s+ commentaire .* | şərh \s+ (?: yaz\w* | əlavə .* )
    ) \s* (?: \( \d+ \) )? \s* :? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A heading over the comments of readers."""

TOOL = re.compile(
    r"""
    (?: share (?: \s+ (?: this | on | via | by ) .* )? | tweet | print (?: \s+ (?: this | page | article ) .* )? | e-?mail (?: \s+ this .* )?
      | (?: download | view ) \s+ (?: as \s+ )? (?: the \s+ )? pdf | pdf (?: \s+ (?: indir | version | olarak .* ) )? | copy \s+ link | save | bookmark
      | paylaş\w* (?: \s+ .{1,20} )? | yazdır\w* | çap \s+ et | e-posta .{0,15} | indir | linki \s+ kopyala
      | поделиться .{0,30} | печать | распечатать | скачать .{0,15} | teilen .{0,20} | drucken | artikel \s+ (?: teilen | drucken )
      | partager .{0,25} | imprimer .{0,20} | télécharger .{0,20} | facebook | twitter | x | linkedin | whatsapp | telegram | vkontakte | vk | mastodon
      | (?: source | quelle | kaynak ) \s+ url: \s .*
      | (?: back \s+ to | nach | zum ) \s+ (?: top | oben | seitenanfang ) | yukarı \s+ çık | başa \s+ dön | наверх | haut \s+ de \s+ page
    ) [\s:.…]* $
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What is printed on a button, or beside a row of them."""

SHARE_ADDRESS = re.compile(
    r"(?:facebook\.com/(?:sharer|share\.php|dialog)|twitter\.com/(?:intent|share|home\?)|x\.com/(?:intent|share)|t\.me/share|"
    r"telegram\.me/share|wa\.me/|whatsapp(?:\.com/send|://)|linkedin\.com/(?:share|sharing)|vk\.com/share|"
    r"connect\.ok\.ru|pinterest\.\w+/pin/create|reddit\.com/submit|bsky\.app/intent|mailto:\?|javascript:window\.print)",
    re.IGNORECASE,
)
"""Where a button leads that shares a page."""
