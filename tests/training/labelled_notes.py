"""Notes to learn from: those of labelled documents, and many more in their manner; invented works set into notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from converter.evaluation.brackets import WORK_KEYS, Bracket, pieces
from converter.evaluation.gold import Block, Gold
from converter.evaluation.gold_reading import read_gold
from converter.normalizers.dates import find_dates
from converter.references.cues import ANY

CORPUS = Path(__file__).resolve().parents[1] / "gold" / "corpus" / "training"
NOTES = Path(__file__).parent / "notes.txt"
NAMES = {"issued": "date", "genre": "other"}
"""Key of a labelled page → part that the model knows it as."""
PROSE, OTHER, BACK = "prose", "other", "back"
WORD = re.compile(r"[^\W_]+")
SHORT_TAIL = 4
"""Words behind a work that still belong to it: a page, a volume."""
LANGUAGE = re.compile(r"[a-z]{2,3}")


class LabelledPiece(NamedTuple):
    """A stretch of a note and the part that it is."""

    text: str
    name: str
    language: str = ""


class LabelledNote(NamedTuple):
    """A note in pieces, in the language of its document."""

    pieces: tuple[LabelledPiece, ...]
    language: str
    document: str = ""

    @property
    def text(self) -> str:
        """The note as printed."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def labels(self) -> list[str]:
        """The part of each character."""
        return [piece.name for piece in self.pieces for _ in piece.text]


def read_documents(folder: Path = CORPUS) -> list[tuple[str, Gold]]:
    """Return the labelled documents of a folder with their names, in order."""
    return [
        (path.stem, read_gold(path.read_text("utf-8"), path.stem)) for path in sorted(folder.glob("*.gold"))
    ]


def notes_of(gold: Gold, name: str = "") -> Iterator[LabelledNote]:
    """Yield the notes of a labelled document."""
    language = str(gold.head.get("language", "und"))
    for block in gold.blocks:
        if block.label in ("note", "note2"):
            note = labelled_note(block, language)
            if note.text.strip():
                yield note._replace(document=name)


def sample_notes() -> list[LabelledNote]:
    """Return the labelled notes of the samples, each a document of its own language."""
    lines = [line for line in NOTES.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    split = [line.partition(" | ") for line in lines]
    return [
        labelled_note(Block("note", text, number, 0, joins=False), language)._replace(document="samples")
        for number, (language, _, text) in enumerate(split, 1)
    ]


def prose_of(gold: Gold) -> Iterator[str]:
    """Yield sentences of the body of a labelled document."""
    for block in gold.blocks:
        if block.label == "p":
            text = "".join(piece for piece in pieces(block.text) if isinstance(piece, str))
            yield from (
                one.strip() for one in re.split(r"(?<=[.!?。])\s+", " ".join(text.split())) if len(one) > 20
            )


def labelled_note(block: Block, language: str) -> LabelledNote:
    """Return the note of a block: its words inside works, and outside of them."""
    found: list[LabelledPiece] = []
    works: list[int] = []
    work = 0
    seen: set[str] = set()
    for piece in pieces(block.text):
        if isinstance(piece, str):
            found.append(LabelledPiece(_flat(piece), PROSE))
            works.append(0)
        elif piece.key == "work" or (piece.key in seen and piece.key == "title"):
            work, seen = work + 1, {piece.key}
        elif piece.key not in ("n", "m", "x"):
            seen.add(piece.key)
            work = work or 1
            found.append(_labelled(piece))
            works.append(work if piece.key in WORK_KEYS else 0)
    return LabelledNote(tuple(_trimmed(_with_inner(found, works))), language)


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("*", "").replace("\\", ""))


def _labelled(piece: Bracket) -> LabelledPiece:
    name = BACK if piece.key == "back" else NAMES.get(piece.key, piece.key)
    if piece.key not in WORK_KEYS and piece.key != "back":
        name = PROSE
    language = piece.value if piece.key == "title" and LANGUAGE.fullmatch(piece.value) else ""
    return LabelledPiece(_flat(piece.printed if piece.key != "fix" else piece.value), name, language)


def _with_inner(found: Sequence[LabelledPiece], works: Sequence[int]) -> Iterator[LabelledPiece]:
    """Call what stands between the parts of one work ``other``, and so a page behind its last part."""
    for place, piece in enumerate(found):
        if works[place] or piece.name != PROSE:
            yield piece
            continue
        before = next((one for one in reversed(works[:place]) if one), 0)
        after = next((one for one in works[place + 1 :] if one), 0)
        inside = before == after != 0
        tail = (
            before and not after and len(WORD.findall(piece.text)) <= SHORT_TAIL and place == len(found) - 1
        )
        yield piece._replace(name=OTHER) if inside or tail else piece


def _trimmed(found: Iterable[LabelledPiece]) -> list[LabelledPiece]:
    kept = [piece for piece in found if piece.text]
    if kept:
        kept[0] = kept[0]._replace(text=kept[0].text.lstrip())
        kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip())
    return [piece for piece in kept if piece.text]


# --- Invented works as notes ------------------------------------------------------------------------------

FIGURES = re.compile(r"(?:[A-Za-z]?\d[\w/.]*(?:\s?[-–—]+\s?\w*\d\w*)?|\b[ivxlcIVXLC]+\b(?:-[ivxlc]+)?)")
CORES = frozenset(("volume", "issue", "page", "number"))
DROPPED = frozenset(("series", "genre", "edition", "isbn"))


def as_notes_label(text: str, labels: Sequence[str]) -> list[LabelledPiece]:
    """Return a printed work in pieces, cue words of figures, visits and editors apart from them."""
    found: list[LabelledPiece] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or labels[end] != labels[start]:
            found += _core(text[start:end], labels[start])
            start = end
    return found


def _core(text: str, name: str) -> list[LabelledPiece]:
    """Part a field of a printed work into its value and the words that only lead to it."""
    span = (0, len(text))
    if name in DROPPED:
        name = OTHER
    elif name in CORES:
        match = FIGURES.search(text)
        span = match.span() if match else span
    elif name in ("accessed", "date"):
        dates = find_dates(text)
        span = (dates[0].start, dates[0].end) if dates else span
    elif name in ("editor", "translator"):
        cues = [match.span() for match in ANY.finditer(text)]
        if cues and cues[0][0] == 0:
            span = (cues[0][1], span[1])
        if cues and cues[-1][1] == len(text) and cues[-1][0] > span[0]:
            span = (span[0], cues[-1][0])
    before, value, behind = text[: span[0]], text[span[0] : span[1]], text[span[1] :]
    kept = [(before, OTHER), (value, name), (behind, OTHER)]
    return [LabelledPiece(*one) for one in kept if one[0]]


LEADS = {
    "en": "See |See also |See, for example, |Cf. |Compare |For an overview see |For details, see |As argued in |Quoted in |See e.g. |On this, see |Reprinted in |I follow |The figures are from |An exception is |A similar point is made by |Cited after ",
    "tr": "Bkz. |Bkz. |bkz. |Bakınız: |Ayrıca bkz. |Krş. |Ayrıntılı bilgi için bkz. |Örneğin bkz. |Aktaran: |Bu konuda bkz. |Rakamlar için bkz. |Karşılaştırınız: ",
    "de": "Vgl. |Siehe |Siehe auch |Vgl. etwa |Etwa |Zit. nach |Dazu |Ausführlich: |Hierzu |Vgl. hierzu |So auch ",
    "fr": "Voir |Voir aussi |Cf. |Voir notamment |Cité dans |Sur ce point, voir |D’après |Voir par exemple |Cité par ",
    "ru": "См. |См.: |См. также: |Ср.: |Цит. по: |Подробнее см.: |См., например: |Об этом см.: ",
    "pl": "Zob. |Zob. też |Por. |Por. także |Cyt. za: |Szerzej zob. |Zob. np. ",
    "es": "Véase |Véase también |Cf. |Cfr. |Citado en |Sobre este punto, véase |Véase, por ejemplo, ",
    "az": "Bax: |Bax |Həmçinin bax: |Müq. et: |Ətraflı bax: ",
}
ADDED = {
    "en": ", p. 9| at 9|, esp. pp. 9-9|, ch. 9|, table 9|, para. 9| (emphasis added)|, here p. 9",
    "tr": ", s. 9|, özellikle ss. 9-9|, madde 9|, tablo 9", "de": ", hier S. 9|, bes. S. 9-9|, Art. 9|, Tab. 9",
    "fr": ", ici p. 9|, spéc. p. 9-9|, art. 9", "ru": ", с. 9|, здесь с. 9|, ст. 9", "pl": ", s. 9|, tu s. 9|, art. 9",
    "es": ", p. 9|, esp. pp. 9-9|, art. 9", "az": ", s. 9|, maddə 9",
}  # fmt: skip
BACKS = {
    "en": "Ibid.|Ibid|ibid.|%, op. cit.|%, op. cit.|Op. cit.|%, loc. cit.|Idem|%, note 9 above|%, supra note 9|%, “@”|%, @|See % (n. 9)|Ibidem|%, ibid.",
    "tr": "A.g.e.|a.g.e.|Agm.|A.g.m.|%, a.g.e.|%, a.g.m.|%, a.g.y.|Aynı yerde|%, “@”|%, a.g.t.|%, age|Aynı eser|%, @|%, a.g.r.",
    "de": "Ebd.|ebd.|Ebenda|%, a. a. O.|%, a.a.O.|% (Anm. 9)|%, “@”|%, @|Ders.|% (wie Anm. 9)",
    "fr": "Ibid.|ibid.|%, op. cit.|%, art. cit.|%, art. cité|%, @|%, « @ »|Id.",
    "ru": "Там же|Там же.|%, указ. соч.|% Указ. соч.|%. Цит. соч.|Ibid.|%, «@»|Указ. соч.",
    "pl": "Tamże|tamże|%, dz. cyt.|%, op. cit.|%, art. cyt.|Ibidem|%, @",
    "es": "Ibíd.|Ibid.|%, op. cit.|%, ob. cit.|%, art. cit.|Idem|%, @", "az": "Yenə orada|%, göst. əsər|Yenə orada.|%, “@”|Həmin yerdə",
}  # fmt: skip


def spread(random: Random, choices: str) -> str:
    """Return one of the choices, its figures made up."""
    chosen = random.choice(choices.split("|"))
    return re.sub("9", lambda _: str(random.randint(1, random.choice([9, 60, 400]))), chosen)
