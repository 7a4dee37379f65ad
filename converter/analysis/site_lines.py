"""Which lines behind the text are of the site and not of the page: tags, comments, other pages to read."""

from __future__ import annotations

import re

LONGEST = 120
"""Characters of such a line, and of the title of another page."""

SITE_LINE = re.compile(
    r"""
    (?: read (?: \s (?: more | also | next ) )? | see \s also \s on \s this \s site | tags?
      | share | filed \s under
      | etiketler? | paylaş | devamı | bunlar \s da \s ilginizi
      | lire \s aussi | à \s lire | partager | lesen \s sie \s auch | schlagworte | teilen
      | mehr \s zum \s thema
      | читайте \s (?: также | ещё | еще | також ) | теги | поделиться | поділитися
      | leer \s (?: más | también ) | etiquetas | compartir | leggi \s anche | condividi
      | czytaj \s (?: też | także ) | tagi | čtěte \s také | čítajte \s aj | štítky | lees \s ook
      | läs \s (?: också | även ) | les \s også | læs \s også | lue \s myös | olvassa \s el | citește \s și
      | διαβάστε \s επίσης | oxuyun | həmçinin \s oxuyun
    ) \s* : \s* \S
    | (?: \d{1,4} | no ) \s (?: comments? | yorum | kommentare? | commentaires?
      | комментари\w* ) (?: \s yet )? \.? $
    | (?: share \s this \s (?: post | page ) | leave \s a \s (?: comment | reply )
      | yorum \s (?: yap | yazın ) ) \b .{0,30} $
    | subscribe \s to \s .{3,40} $ | sign \s up \s for \s .{3,40} $
    | (?: подпи (?: сывай | ши ) | підпи (?: суй | ши ) ) тесь \s .{3,40} $ | abonnieren \s sie \s .{3,60} $
    | bizi \s takip \s edin .{0,30} $ | follow \s us \s .{0,40} $ | suivez- nous .{0,40} $
    | (?: condividi | partager | compartir | teilen | zdieľať | sdílet | udostępnij | поділитися | поделиться
      | share | paylaş ) (?: \s (?: su | sur | en | auf | na | в | у | on ) \b .{0,30} )? \s* :? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A line of the site behind the text: ``READ MORE: …``, ``Tags: …``, ``3 comments``."""

RELATED = re.compile(
    r"""
    (?: related \s (?: articles? | posts? | content | stories | reading s? ) | you \s (?: may
      | might ) \s also \s like
      | more \s (?: from | on ) \s .{2,40} | recent \s posts | latest \s (?: posts | articles )
      | (?: ilgili | benzer | diğer | son ) \s (?: yazılar | haberler | içerikler | makaleler )
      | читайте \s (?: также | також ) | похожие \s (?: статьи | материалы ) | схожі \s статті
      | articles \s (?: liés | associés | similaires ) | à \s lire \s aussi
      | weitere \s (?: beiträge | artikel )
      | (?: ähnliche | verwandte ) \s (?: beiträge | artikel ) | artículos \s relacionados
      | articoli \s correlati
      | powiązane \s artykuły | oxşar \s yazılar | əlaqəli \s məqalələr | leggi \s anche | leer \s también
      | lire \s aussi | čtěte \s také | související \s články | súvisiace \s články | lees \s ook
      | gerelateerde \s artikelen | läs \s också | les \s også | relaterade \s artiklar | lue \s myös
      | kapcsolódó \s cikkek | articole \s similare | σχετικά \s άρθρα | читај \s још | повезани \s чланци
      | povezani \s članci | more \s on \s this \s topic | further \s commentaries
      | also \s on \s this \s site
    ) \s* :? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The heading of a list of other pages."""

SENTENCE = re.compile(r"[.!…;:][”\"’»)]?$")
CONTACT = re.compile(r"[@©\[]|https?:|\(c\)\s", re.IGNORECASE)


def is_site_line(text: str) -> bool:
    """Tell whether a line behind the text is one of the site.

    >>> is_site_line("Tags: Fisheries Oceans"), is_site_line("Tags are for oceans.")
    (True, False)
    """
    return len(text) <= LONGEST and SITE_LINE.match(text) is not None


def heads_other_pages(text: str) -> bool:
    """Tell whether a line heads a list of other pages (``Related articles``)."""
    return len(text) <= LONGEST and RELATED.match(text) is not None


def may_be_title(text: str) -> bool:
    """Tell whether a line may be the title of another page in such a list."""
    return len(text) <= LONGEST and not SENTENCE.search(text) and not CONTACT.search(text)
