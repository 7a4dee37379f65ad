"""The commentary that every client has to read: Turkish, Azerbaijani and Russian letters in every field."""

from __future__ import annotations

from converter.model import Commentary, Metadata, Name, PrintedDate, Publisher, Reference, Series
from tests.writers import commentaries as samples

VISIT = PrintedDate("2025-05-22", "day", "22 May 2025")


def person(given: str, family: str) -> Name:
    """Return a person."""
    return Name(given, family, None, f"{given} {family}")


METADATA = Metadata(
    title="Şeki İlinin Iğdır Çağrısı",
    language="tr",
    authors=(person("İlayda Ünzile", "Çağlayangöz"), person("Əli", "Şıxəliyev")),
    publisher=Publisher("Göl Kıyısı Araştırmaları Derneği", "GÖKAD"),
    series=Series("Görüş Yazısı", "2025", "37", "Görüş Yazısı 2025/37"),
    published=PrintedDate("2025-05-30", "day", "30 Mayıs 2025"),
    url="https://gokad.example/tr/gorus/%C5%9Feki_ilinin-%C3%A7a%C4%9Fr%C4%B1s%C4%B1?id=1&no=37",
    keywords=("Ağrı", "göç & su"),
)

REFERENCES = (
    Reference(
        "liman2025birge",
        "webpage",
        title="Birgə təliminin açılış mərasimi: Ərazi və Ğ",
        language="az",
        author=(Name(None, None, None, "Limanlar Agentliyi və Gəmiçilik"),),
        issued=PrintedDate("2025-05-21", "day", "21 may 2025"),
        accessed=VISIT,
        url="https://liman.example/az/x%C9%99b%C9%99r/birg%C9%99",
        literal="x",
    ),
    Reference(
        "ezhov2024politika",
        "article-journal",
        title="Политика баланса: почему Ёлка и Щука служат миру",
        language="ru",
        author=(person("Фёдор Щербатович", "Ежов"),),
        container="Вестник Озёрной Политики",
        volume="12",
        issue="3",
        page="45-67",
        issued=PrintedDate("2024", "year", "2024"),
        doi="10.5555/vop.2024_12.3",
        literal="x",
    ),
    Reference(
        "ozguncu2019kiyi",
        "book",
        title="Kıyı ve İskele: Bir Şehrin Öyküsü",
        language="tr",
        author=(person("Işıl", "Özgüncü"),),
        publisher="Ilgaz & Ünlü Yayınevi",
        publisher_place="İzmir",
        issued=PrintedDate("2019", "year", "2019"),
        literal="x",
    ),
    Reference(
        "council2023measures",
        "report",
        title="Measures for the NATO Harbours of Armenia",
        language="en",
        author=(Name(None, None, None, "River and Sea Council"),),
        publisher="River and Sea Council",
        genre="Policy Brief",
        number="12",
        issued=PrintedDate("2023-11", "month", "November 2023"),
        url="https://council.example/briefs/12.pdf",
        literal="x",
    ),
    Reference(
        "ozguncu2021iskele",
        "chapter",
        title="İskelede Çay",
        language="tr",
        author=(person("Işıl", "Özgüncü"),),
        editor=(person("Gülşah", "Iğdırlı"),),
        container="Kıyı Yazıları",
        publisher="Ilgaz & Ünlü Yayınevi",
        page="101-119",
        issued=PrintedDate("2021", "year", "2021"),
        literal="x",
    ),
)


def letters() -> Commentary:
    """Return the document."""
    return samples.change(samples.empty(), id="caglayangoz2025seki", metadata=METADATA, references=REFERENCES)
