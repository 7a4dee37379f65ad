"""Menus and rows of buttons over a text that was copied from a browser with all that stood around it."""

from __future__ import annotations

from collections.abc import Sequence

from converter.analysis.flow import Flow
from converter.source import Block

ENTRIES = frozenset(
    {
        "home", "about", "about us", "contact", "contact us", "menu", "search", "log in", "login", "sign in",
        "sign up", "subscribe", "publications", "events", "news", "anasayfa", "ana sayfa", "hakkımızda",
        "kurumsal", "iletişim", "yayınlar", "etkinlikler", "haberler", "duyurular", "arama", "ara", "menü",
        "giriş", "üye ol", "yorum", "analiz", "paylaş", "startseite", "über uns", "kontakt", "suche",
        "veröffentlichungen", "impressum", "accueil", "à propos", "qui sommes-nous", "contactez-nous",
        "recherche", "главная", "о нас", "контакты", "новости", "публикации", "поиск", "ana səhifə",
        "haqqımızda", "əlaqə", "axtarış", "xəbərlər", "facebook", "twitter", "x", "linkedin", "whatsapp",
        "telegram", "instagram", "youtube", "e-mail", "email", "print", "yazdır", "share", "teilen",
        "partager", "поделиться",
    }
)  # fmt: skip
"""What they say, in small letters."""

FEWEST = 2
MOST_LINES = 40
"""Lines from the start in which there may be menus."""

LONGEST_ENTRY = 30
LONGEST_LINE = 90


def menu_lines(blocks: Sequence[Block], flows: Sequence[Flow]) -> frozenset[int]:
    """Return the numbers of the lines that are menus: short ones under each other, half of them known."""
    found: list[int] = []
    run: list[int] = []
    for number, flow in enumerate(flows[:MOST_LINES]):
        if len(flow.text) > LONGEST_LINE or blocks[number].kind not in ("text", "item"):
            break
        if blocks[number].gap or len(flow.text) > LONGEST_ENTRY:
            found += _if_menu(run, flows)
            run = []
        if len(flow.text) <= LONGEST_ENTRY:
            run.append(number)
    return frozenset([*found, *_if_menu(run, flows)])


def _if_menu(run: Sequence[int], flows: Sequence[Flow]) -> Sequence[int]:
    entries = sum(flows[number].text.replace("İ", "i").casefold() in ENTRIES for number in run)
    return run if entries >= FEWEST and 2 * entries >= len(run) else []
