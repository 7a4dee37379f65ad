"""Who wrote the commentary: the names of the byline, else the signature, else the cite-as block."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from converter.analysis.flow import Flow
from converter.analysis.hints import BYLINE_WORDS
from converter.analysis.ledger import Ledger, quoted
from converter.analysis.sections import Draft
from converter.analysis.segments import split_segments
from converter.analysis.witnesses import Candidate, Witnesses
from converter.analysis.wording import ACRONYM_BEHIND
from converter.diagnostics import Code
from converter.model import Contributor, Name, Rejected
from converter.normalizers.names import ParsedName, fold_name, looks_like_name, split_names
from converter.normalizers.spaces import title_key
from converter.source import Span

BY = re.compile(rf"(?:by|von|par|{BYLINE_WORDS})\s+", re.IGNORECASE)
LONGEST_ROLE = 100
LEAST_NAME = 0.6
POINTER = "/metadata/authors"
CONTRIBUTOR = re.compile(
    r"""
    (?: (?P<editor> edited\s+by | editors? | editör | yayına\s+hazırlayan
      | redaktion | редактор )  # Edited by
      | translated\s+by | translators? | translation | çeviren | çeviri | tercüme                  # Çeviren:
      | übersetzt\s+von | übersetzung | traduit\s+par | traduction | перевод | tərcümə )
    \b \s* (?: \( [^()]* \) \s* )? :? \s* (?= [^\W\d_] )
    """,
    re.VERBOSE | re.IGNORECASE,
)


class _Author(NamedTuple):
    """A name as it is printed in one place."""

    name: ParsedName
    key: str
    """What two spellings of one name have in common."""
    span: Span | None
    rule: str


def read_authors(witnesses: Witnesses, ledger: Ledger) -> tuple[Name, ...]:
    """Return the authors; what the cite-as block says of them otherwise is reported."""
    bylines = [draft.flow for draft in witnesses.drafts("byline") if not CONTRIBUTOR.match(draft.flow.text)]
    printed = [author for flow in bylines for author in _byline(flow, witnesses, "byline")]
    if not printed:
        printed = [author for flow in witnesses.signature for author in _byline(flow, witnesses, "signature")]
    cited, told = _cited_authors(witnesses), _told_authors(witnesses)
    if not (printed or cited or told):
        ledger.find(Code.MISSING_AUTHOR, None, POINTER)
        return ()
    if printed:
        _compare(printed, cited, ledger)
    if (
        (printed or cited)
        and told
        and {one.key for one in told}.isdisjoint(one.key for one in printed or cited)
    ):
        _compare(printed or cited, told[:1], ledger)
    roles = _role_lines(witnesses) if len(printed) == 1 else []
    role = roles[0] if len(roles) == 1 else None
    return tuple(
        _author(f"{POINTER}/{number}", author, [*cited, *told], role, ledger)
        for number, author in enumerate(printed or cited or told)
    )


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
    return tuple(found)


def _byline(flow: Flow, witnesses: Witnesses, rule: str) -> list[_Author]:
    pieces = split_segments(flow.text)
    if len(pieces) > 1:
        named = [flow.part(start, end) for start, end in pieces if _names_person(flow.text[start:end])]
        return [author for piece in named for author in _byline(piece, witnesses, rule)]
    label = witnesses.profile.author.match(flow.text) or BY.match(flow.text)
    begin = label.end() if label else 0
    return _authors_in(flow, begin, len(flow.text), witnesses, rule)


def _names_person(text: str) -> bool:
    """Tell whether a piece of a line holds names, and no number or date."""
    if any(map(str.isdigit, text)):
        return False
    line = BY.sub("", text)
    return any(looks_like_name(line[start:end]) >= 0.5 for start, end in split_names(line))


def _cited_authors(witnesses: Witnesses) -> list[_Author]:
    cite_as = witnesses.cite_as
    if cite_as is None or not cite_as.model.author:
        return []
    return _authors_in(cite_as.flow, *cite_as.parts["author"], witnesses, "cite-as")


def _told_authors(witnesses: Witnesses) -> list[_Author]:
    """Return the authors that only the file names."""
    found = []
    for clue in witnesses.clues.people("author"):
        name = witnesses.known.parse(clue.value)
        key = fold_name(f"{name.given or ''} {name.family or name.literal}")
        found.append(_Author(name, key, None, clue.origin))
    return found


def _authors_in(flow: Flow, begin: int, end: int, witnesses: Witnesses, rule: str) -> list[_Author]:
    text = flow.text[begin:end]
    found = []
    for left, right in split_names(text):
        if any(map(str.isalpha, text[left:right])):
            name = witnesses.known.parse(text[left:right])
            key = fold_name(f"{name.given or ''} {name.family or name.literal}")
            found.append(_Author(name, key, flow.span(begin + left, begin + right), rule))
    return found


def _compare(printed: Sequence[_Author], cited: Sequence[_Author], ledger: Ledger) -> None:
    known = {author.key for author in printed}
    for number, author in enumerate(cited):
        if author.key not in known:
            chosen = quoted(printed[min(number, len(printed) - 1)].name.literal)
            literal = quoted(author.name.literal)
            ledger.find(Code.AUTHOR_CONFLICT, author.span, POINTER, printed=literal, chosen=chosen)


def _role_lines(witnesses: Witnesses) -> list[Candidate]:
    """Return the lines under (or over) a byline that say a role."""
    return [
        Candidate(draft.flow.text, draft.flow.whole(), "line by the byline")
        for draft in witnesses.drafts("line")
        if _is_beside_byline(draft, witnesses)
        and len(draft.flow.text) <= LONGEST_ROLE
        and not CONTRIBUTOR.match(draft.flow.text)
        and not _is_house(draft.flow.text, witnesses)
    ]


def _is_house(text: str, witnesses: Witnesses) -> bool:
    """Know the name of the publisher, which is no role, from the profile or the cite-as block."""
    cite_as = witnesses.cite_as
    cited = cite_as.model.publisher if cite_as else None
    name = title_key(ACRONYM_BEHIND.sub("", text))
    houses = [*witnesses.profile.publisher.all_names, *([cited] if cited else [])]
    return name in {title_key(ACRONYM_BEHIND.sub("", house)) for house in houses}


def _is_beside_byline(draft: Draft, witnesses: Witnesses) -> bool:
    numbers = {number for byline in witnesses.drafts("byline") for number in byline.numbers}
    return any(number - 1 in numbers or number + 1 in numbers for number in draft.numbers)


def _author(
    pointer: str, author: _Author, cited: Sequence[_Author], role_line: Candidate | None, ledger: Ledger
) -> Name:
    """Settle one author; the same name in the cite-as block makes it sure."""
    twin = next((other for other in cited if other.key == author.key and other.rule != author.rule), None)
    name = _split_by_twin(author.name, twin)
    losers = [Rejected(twin.name.literal, twin.span, twin.rule)] if twin else []
    ledger.note(pointer, author.span, author.rule, 0.98 if twin else 0.85, losers)
    if twin is None:
        _report_doubt(author, name, pointer, ledger)
    _report_case(name, author.span, pointer, ledger)
    role = name.role
    if role is None and role_line:
        role = role_line.value
        ledger.note(f"{pointer}/role", role_line.span, role_line.rule, 0.8)
    return Name(name.given, name.family, role, name.literal)


def _split_by_twin(name: ParsedName, twin: _Author | None) -> ParsedName:
    """Take the split of ``Family, Given`` in the cite-as block where the byline leaves it open."""
    if twin is None or name.certain_split or not twin.name.certain_split or "," not in twin.name.literal:
        return name
    other = twin.name
    return ParsedName(
        other.given,
        other.family,
        name.role,
        name.literal,
        other.case,
        other.printed_family,
        certain_split=True,
    )


def _report_doubt(author: _Author, name: ParsedName, pointer: str, ledger: Ledger) -> None:
    """Report what nothing in the cite-as block confirms."""
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
