"""Who wrote the commentary: the names of the byline, else the signature, else the cite-as block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from converter.analysis.author_roles import is_house, roles_below
from converter.analysis.candidates import Candidate
from converter.analysis.clues import WEAK
from converter.analysis.flow import Flow
from converter.analysis.hints import BY, CONTRIBUTOR, NOTE_MARK, without_credit
from converter.analysis.ledger import Ledger, quoted
from converter.analysis.segments import split_segments
from converter.analysis.witnesses import Witnesses
from converter.diagnostics import Code
from converter.model import Contributor, Name, Rejected
from converter.normalizers.names import ParsedName, fold_name, is_initialed, looks_like_name, split_names
from converter.source import Span

LEAST_NAME = 0.6
LABEL = re.compile(r"[^\W\d_]{3,20}\s?:\s+(?=\w)")
CONFIRMED, CONFIDENCE, TOLD, DOUBTED = 0.98, 0.85, 0.75, 0.6
"""How sure a name is that stands in two places, in one, only in what the file says beside its text."""
NO_AUTHOR = re.compile(
    r"\d|\b(?:microsoft|adobe|office|user|superuser|root|admin\w*|webmaster|editors?|staff|unknown)\b"
    r"|^(?:windows\b|author$|guest$|redaktion$|yönetici$|администратор$|редакция$)",
    re.IGNORECASE,
)
"""What programs and sites write who know no name."""

BEHIND_DATE = re.compile(r"\d\s*[,|·–—-]\s+(?=\w+\s)")
POINTER = "/metadata/authors"


class _Author(NamedTuple):
    """A name as it is printed in one place."""

    name: ParsedName
    key: str
    """What two spellings of one name have in common."""
    span: Span | None
    rule: str
    stated: bool = False
    """A person says so beside the page."""


def read_authors(witnesses: Witnesses, ledger: Ledger) -> tuple[Name, ...]:
    """Return the authors by byline, else signature, else cite-as block, else the file; report others."""
    stated, told = (
        clue_authors(witnesses, "author", stated=True),
        clue_authors(witnesses, "author", stated=False),
    )
    printed, cited = _printed_authors(witnesses), _cited_authors(witnesses)
    ranked = [group for group in (stated, printed, cited, told) if group]
    if not ranked:
        ledger.find(Code.MISSING_AUTHOR, None, POINTER)
        return ()
    chosen, others = ranked[0], [author for group in ranked[1:] for author in group]
    others = _under_same_key(chosen, others)
    _compare(chosen, others, ledger)
    if chosen is told or (chosen is cited and any(_has_but_initials(author.name) for author in cited)):
        source = "the cite-as block" if chosen is cited else chosen[0].rule
        literals = quoted(", ".join([author.name.literal for author in chosen]))
        ledger.find(Code.AUTHOR_INFERRED, chosen[0].span, POINTER, chosen=literals, source=source)
    roles = roles_below(witnesses, [author.span for author in printed]) if chosen is printed else {}
    keys = {author.key for author in chosen}
    strangers = [author for author in others if author.key not in keys]
    names = []
    for number, author in enumerate(chosen):
        lost = [other for other in others if other.key == author.key]
        lost += strangers if number == 0 else []
        names.append(_author(f"{POINTER}/{number}", author, lost, roles.get(number), ledger))
    return tuple(names)


def _has_but_initials(name: ParsedName) -> bool:
    """Tell whether given names are but initials, as in most cite-as blocks: who wrote it has more."""
    words = (name.given or "").replace("-", " ").split()
    return bool(words) and all(len(word.rstrip(".")) == 1 for word in words)


def _printed_authors(witnesses: Witnesses) -> list[_Author]:
    """Return the names of the bylines, else behind a date (``10 mai 2015, par …``), else of the signature."""
    bylines = [draft.flow for draft in witnesses.drafts("byline") if not CONTRIBUTOR.match(draft.flow.text)]
    printed = [author for flow in bylines for author in _byline(flow, witnesses, "byline")]
    dated = [draft.flow for draft in witnesses.drafts("date")] if not printed else []
    printed += [
        author
        for flow in dated
        if (match := BEHIND_DATE.search(flow.text)) and (by := BY.match(flow.text, match.end()))
        for author in _authors_in(flow, by.end(), len(flow.text), witnesses, "byline")
    ]
    return printed or [
        author for flow in witnesses.signature for author in _byline(flow, witnesses, "signature")
    ]


def clue_authors(witnesses: Witnesses, field: str, *, stated: bool) -> list[_Author]:
    """Return the persons that clues of one origin name, in order; of a file only what reads like a name.

    Programs write who typed a document, and sites write their own name there.
    """
    found: list[_Author] = []
    for clue in witnesses.clues.first_group(field, stated=stated):
        for left, right in split_names(clue.value):
            name = witnesses.known.parse(clue.value[left:right])
            if stated or _may_be_author(name, witnesses):
                found.append(_Author(name, _key(name), None, clue.rule, stated))
    return found


def _may_be_author(name: ParsedName, witnesses: Witnesses) -> bool:
    if NO_AUTHOR.search(name.literal) or is_house(name.literal, witnesses):
        return False
    return name.corporate or looks_like_name(name.literal) >= LEAST_NAME


def _key(name: ParsedName) -> str:
    return fold_name(f"{name.given or ''} {name.family or name.literal}")


def read_contributors(witnesses: Witnesses, ledger: Ledger) -> tuple[Contributor, ...]:
    """Return the translators and editors that lines of the header name."""
    found: list[Contributor] = []
    for draft in witnesses.front:
        match = CONTRIBUTOR.match(draft.flow.text) if draft.type in ("line", "byline") else None
        if match is None:
            continue
        role = "editor" if match["editor"] else "translator"
        for author in _authors_in(draft.flow, match.end(), len(draft.flow.text), witnesses, "header"):
            name = author.name
            ledger.note(f"/metadata/contributors/{len(found)}", author.span, "header", 0.9)
            found.append(Contributor(role, name.given, name.family, name.literal))
    return (*found, *_clue_contributors(witnesses, found, ledger))


def _clue_contributors(
    witnesses: Witnesses, printed: Sequence[Contributor], ledger: Ledger
) -> Iterator[Contributor]:
    """Yield translators and editors whom a person names, and those whom the file names, none twice."""
    known = {fold_name(f"{one.given or ''} {one.family or one.literal}") for one in printed}
    count = len(printed)
    for role in ("translator", "editor"):
        stated = clue_authors(witnesses, role, stated=True)
        for author in stated or clue_authors(witnesses, role, stated=False):
            if author.key in known:
                continue
            known.add(author.key)
            confidence = 1.0 if stated else TOLD
            ledger.note(f"/metadata/contributors/{count}", None, author.rule, confidence)
            yield Contributor(role, author.name.given, author.name.family, author.name.literal)
            count += 1


def _byline(flow: Flow, witnesses: Witnesses, rule: str) -> list[_Author]:
    pieces = split_segments(flow.text)
    if len(pieces) > 1:
        named = [flow.part(start, end) for start, end in pieces if _names_person(flow.text[start:end])]
        return [author for piece in named for author in _byline(piece, witnesses, rule)]
    label = witnesses.profile.author.match(flow.text) or BY.match(flow.text) or _unknown_label(flow.text)
    begin = label.end() if label else 0
    return _authors_in(flow, begin, len(flow.text), witnesses, rule)


def _unknown_label(text: str) -> re.Match[str] | None:
    """Find a word with a colon before names, in a language whose labels the profile lacks."""
    label = LABEL.match(text)
    return label if label and _names_person(text[label.end() :]) else None


def _names_person(text: str) -> bool:
    """Tell whether a piece of a line holds names, and no number or date."""
    if any(map(str.isdigit, text)):
        return False
    line = without_credit(text)
    return any(looks_like_name(line[start:end]) >= 0.5 for start, end in split_names(line))


def _cited_authors(witnesses: Witnesses) -> list[_Author]:
    cite_as = witnesses.cite_as
    if cite_as is None or not cite_as.model.author:
        return []
    return _authors_in(cite_as.flow, *cite_as.parts["author"], witnesses, "cite-as")


def _authors_in(flow: Flow, begin: int, end: int, witnesses: Witnesses, rule: str) -> list[_Author]:
    text = flow.text[begin:end]
    found = []
    for left, right in split_names(text):
        right = left + len(NOTE_MARK.sub("", text[left:right]))
        if any(map(str.isalpha, text[left:right])):
            name = witnesses.known.parse(text[left:right])
            found.append(_Author(name, _key(name), flow.span(begin + left, begin + right), rule))
    return found


def _under_same_key(chosen: Sequence[_Author], others: Sequence[_Author]) -> list[_Author]:
    """Give a name with initials the key of the chosen one that it may be: `Korkmaz, S. A.` is Selin Aydın."""
    found = []
    for other in others:
        twin = next(
            (one for one in chosen if one.key != other.key and is_initialed(other.name, one.name)), None
        )
        found.append(other._replace(key=twin.key) if twin else other)
    return found


def _compare(chosen_ones: Sequence[_Author], others: Sequence[_Author], ledger: Ledger) -> None:
    known = {author.key for author in chosen_ones}
    agreeing = {author.rule for author in others if author.key in known and author.span is None}
    for number, author in enumerate(others):  # files often name only one of several
        if author.key not in known and author.rule not in WEAK | agreeing:
            chosen = quoted(chosen_ones[min(number, len(chosen_ones) - 1)].name.literal)
            literal = quoted(author.name.literal) + ("" if author.span else f" ({author.rule})")
            ledger.find(Code.AUTHOR_CONFLICT, author.span, POINTER, printed=literal, chosen=chosen)


def _author(
    pointer: str, author: _Author, lost: Sequence[_Author], role_line: Candidate | None, ledger: Ledger
) -> Name:
    """Settle one author; the same name in another place makes it sure."""
    twin = next((other for other in lost if other.key == author.key), None)
    name = _split_by_twin(author.name, twin)
    losers = [Rejected(other.name.literal, other.span, other.rule) for other in lost]
    told = 1.0 if author.stated else TOLD
    printed_sure = DOUBTED if ledger.is_doubted(author.span) else CONFIDENCE
    confidence = CONFIRMED if twin else printed_sure if author.span else told
    ledger.note(pointer, author.span, author.rule, confidence, losers)
    if twin is None or not (name.certain_split or twin.name.certain_split):
        _report_doubt(author, name, pointer, ledger)
    _report_case(name, author.span, pointer, ledger)
    role = name.role
    if role is None and role_line:
        role = role_line.value
        ledger.note(f"{pointer}/role", role_line.span, role_line.rule, 0.8)
    if name.affiliation:
        ledger.note(f"{pointer}/affiliation", author.span, author.rule, 0.85)
    return Name(name.given, name.family, role, name.literal, name.affiliation)


def _split_by_twin(name: ParsedName, twin: _Author | None) -> ParsedName:
    """Take the split of ``Family, Given`` in the cite-as block where the byline leaves it open."""
    if twin is None or name.certain_split or not twin.name.certain_split or "," not in twin.name.literal:
        return name
    other = twin.name
    given, case = (
        (other.given, other.case)
        if not is_initialed(other, name)
        else (given_before(name, other.family or ""), name.case)
    )
    return ParsedName(
        given, other.family, name.role, name.literal, case, other.printed_family, certain_split=True
    )


def given_before(name: ParsedName, family: str) -> str | None:
    """Return the given names of a name whose family name is known from a shorter form."""
    words = f"{name.given or ''} {name.family or ''}".split()
    count = len(family.split())
    return (
        " ".join(words[:-count]) if fold_name(" ".join(words[-count:])) == fold_name(family) else name.given
    )


def _report_doubt(author: _Author, name: ParsedName, pointer: str, ledger: Ledger) -> None:
    """Report what nothing in another place confirms."""
    if not name.certain_split and not name.corporate:
        ledger.find(Code.NAME_UNSPLIT, author.span, pointer, printed=quoted(name.literal))
    if author.rule == "byline" and looks_like_name(name.literal) < LEAST_NAME:
        ledger.find(Code.AUTHOR_UNCERTAIN, author.span, pointer, printed=quoted(name.literal))


def _report_case(name: ParsedName, span: Span | None, pointer: str, ledger: Ledger) -> None:
    if name.case == "as-printed" or not name.family:
        return
    values = {"printed": name.printed_family or name.literal, "chosen": name.family}
    if name.case == "uncertain":
        ledger.find(Code.NAME_CASE_UNCERTAIN, span, f"{pointer}/family", **values)
    else:
        reason = "its letters decide"
        ledger.find(Code.NAME_CASE_INFERRED, span, f"{pointer}/family", **values, reason=reason)
