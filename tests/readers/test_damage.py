"""What is damage and what is only a rare letter."""

from __future__ import annotations

from functools import reduce

import pytest

from converter.readers import read
from converter.readers.damage import find_repairs, lost_letters

ICELANDIC = (
    "Það er enginn vafi á því að höfnin í Þorlákshöfn þarf að stækka. Bæði ráðherrann og bærinn sögðu það."
)
TURKMEN = "Türkmenistanyň paýtagty Aşgabat şäheri. Ýurduň günbatarynda täze deňiz porty gurulýar, ýük artýar."
CZECH = (
    "Přístav byl v loňském roce znovu prohlouben a doprava podél celého pobřeží od té doby výrazně vzrostla."
)
RUSSIAN = "Срок «Руси» и «СССР» — тема №5; её автор — Ёлкин. Р.С. Росс и С. Рё спорят: «Реки…» или «Ручьи»?"
UKRAINIAN = "Ґанок їхнього дому, європейські ідеї, ґрунт і є «Річ»… Рівне, Єва й Іван — усі були там."


def misread(text: str, page: str) -> str:
    """Return UTF-8 as a program reads it in another code page, without the bytes that the page lacks."""
    return text.encode("utf-8").decode(page, "ignore")


def read_text(text: str, *, with_entities: bool = True) -> str:
    """Return how a text reads."""
    pieces, at = [], 0
    for repair in find_repairs(text, with_entities=with_entities):
        pieces += [text[at : repair.start], repair.text]
        at = repair.end
    return "".join(pieces) + text[at:]


@pytest.mark.parametrize(
    ("damaged", "sound"),
    [
        ("TÃ¼rkiye ve dÃ¼nya", "Türkiye ve dünya"),
        ("â€œLimanâ€\x9d ve â€˜kÄ±yÄ±â€™", "“Liman” ve ‘kıyı’"),
        (
            "\xd0\u201c\xd0\xb0\xd0\xb2\xd0\xb0\xd0\xbd\xd1\u0152 \xd0\xb8 \xd0\xbc\xd0\xb0\xd1\x8f\xd0\xba",
            "Гавань и маяк",
        ),
        ("Týp Biliþiminde yeni bir doðrultu için çalýþma", "Tıp Bilişiminde yeni bir doğrultu için çalışma"),
        ("oﬃce ﬂag ﬁrst oﬀ", "office flag first off"),
        ("u\u0308ber cafe\u0301", "über café"),
        ("Har\u00adbour\u200b trade\u2060", "Harbour trade"),
        (
            "Trade &amp; Transport &#8212; &quot;now&quot; &amp;nbsp;here",
            'Trade & Transport — "now" \u00a0here',
        ),
    ],
)
def test_damage_is_read_as_it_was_meant(damaged: str, sound: str) -> None:
    """Each family by its own signs."""
    assert read_text(damaged) == sound


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("Паромы, Ирина и причалы: «тихо»", ["cp1251"]),
        ("Bərələr üçün şəhər", ["latin-1", "latin-1"]),
        ("Türkiye ve dünya için “liman”", ["latin-1", "latin-1", "latin-1"]),
        ("Şehir, “liman” ve Ğazi, ışık, ölçü", ["cp1254"]),
    ],
)
def test_what_was_read_wrongly_is_read_again(text: str, pages: list[str]) -> None:
    """However often; a byte that was dropped is known where only one could stand there."""
    assert read_text(reduce(misread, pages, text)) == text


@pytest.mark.parametrize(
    "text",
    [
        ICELANDIC,
        TURKMEN,
        CZECH,
        RUSSIAN,
        UKRAINIAN,
        "CAFÉ» ve DAĞ» ile BAĞ», ÇAĞ”: kıyıdaki dört evin adları böyleydi, şimdi hiçbiri yok.",
        "«É» et «À» sont des lettres",
        "The sign Ã¼ alone",
        "می\u200cخواهم",
        "https://example.org/?a=1&copy=2&lang=tr",
        "AT&T; R&D; &unknownname;",
        "&#1; &#0;",
        "Guðmundur",
    ],
)
def test_sound_letters_stay(text: str) -> None:
    """A letter of another language, a lone sign, and what is no reference."""
    assert find_repairs(text, with_entities=True) == []


def test_references_are_read_in_texts_only() -> None:
    """A reader of HTML has read them already."""
    assert read_text("a &amp;amp; b", with_entities=False) == "a &amp;amp; b"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ara?t?rmalar Merkezi ve bas?n", 3),
        ("bo\ufffdaz, k\ufffdy\ufffd", 3),
        ("Really? Yes. Who?", 0),
        ("https://example.org/?a=b&c?d https://example.org/x?y https://example.org/x?z", 0),
    ],
)
def test_lost_letters_are_counted(text: str, count: int) -> None:
    """Question marks inside words; those of addresses are none."""
    assert len(lost_letters(text)) == count


def test_a_lone_doubtful_letter_is_told_and_kept() -> None:
    """Too few signs agree."""
    source = read(
        "The office is in Çınarlı? No: in KARASAHÝL, on the northern shore.".replace("ı", "i").encode(),
        "a.txt",
    )
    assert [found.code for found in source.diagnostics] == ["mojibake-suspected"]
    assert "KARASAHÝL" in source.text
