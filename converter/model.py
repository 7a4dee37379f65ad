"""The document model: what a commentary is, in the shape and the order of the JSON that we write.

Every class is frozen data, which can hold no cycle, so that the garbage collector need not look at it
(``gc=False``); ``None`` means that the source does not say. The JSON Schema
(``schemas/commentary.schema.json``) describes the same shape; ``docs/encoding.md`` gives the reasons.
"""

from __future__ import annotations

import msgspec

from converter.diagnostics import Diagnostic
from converter.source import Clue, Span

SCHEMA_VERSION = "1.1.0"
SCHEMA_ID = f"urn:converter:schema:commentary:{SCHEMA_VERSION}"
TEI_SCHEMA_ID = "urn:converter:schema:tei:1.1.0"


# --- Text with structure inside (`content[]`) ------------------------------------------------------------


class Text(msgspec.Struct, frozen=True, gc=False, tag="text", omit_defaults=True):
    """A run of text (TEI: characters, ``hi[@rend]`` for marks, ``foreign[@xml:lang]`` for a language)."""

    text: str
    marks: tuple[str, ...] = ()
    language: str | None = None


class Link(msgspec.Struct, frozen=True, gc=False, tag="link", omit_defaults=True):
    """A printed address or a linked phrase (TEI: ``ref[@target]``); ``target`` is the clean address."""

    text: str
    target: str
    marks: tuple[str, ...] = ()


class NoteMarker(msgspec.Struct, frozen=True, gc=False, tag="note-marker"):
    """A reference to a note; ``footnote`` is its id, ``None`` where there is no such note.

    ``label`` is the bare label (``1``), ``literal`` the mark as printed (``[1]``). In TEI the first marker of
    a note is the ``note`` itself, a later one ``ref[@type='note'][@target]``, an unresolved one
    ``ref[@type='note'][@subtype='unresolved']`` with ``literal`` as its text.
    """

    footnote: str | None
    label: str
    literal: str


class PageBreak(msgspec.Struct, frozen=True, gc=False, tag="page-break"):
    """The place where a page of the source ends (TEI ``pb``); ``n`` is the printed number, if any."""

    n: str | None = None


class Field(msgspec.Struct, frozen=True, gc=False, tag="field", omit_defaults=True):
    """A recognised part of a citation, as printed.

    ``name`` is ``author``, ``editor``, ``title``, ``container``, ``publisher``, ``place``, ``series``,
    ``number``, ``volume``, ``issue``, ``page`` or ``date``. TEI: ``author``, ``editor``, ``title``
    (``container`` is ``title[@level='j' or 'm']``, ``series`` ``title[@level='s']``), ``publisher``,
    ``pubPlace``, ``biblScope[@unit]`` and ``date``.
    """

    name: str
    text: str
    language: str | None = None
    """BCP 47, of a title (TEI ``@xml:lang``)."""
    level: str | None = None
    """Of a title: ``a``, ``m``, ``j`` or ``s`` (TEI ``@level``)."""
    when: str | None = None
    """Of a date: ISO 8601, as exact as known (TEI ``@when``)."""
    role: str | None = None
    """Of a date: ``published`` or ``accessed``, where that is known (TEI ``@type``)."""
    unit: str | None = None
    """Of a scope: ``volume``, ``issue`` or ``page`` (TEI ``@unit``)."""


class Citation(msgspec.Struct, frozen=True, gc=False, tag="citation"):
    """The stretch of a note that cites one work (TEI ``bibl[@corresp]``); ``reference`` is the work's id."""

    reference: str
    content: tuple[Text | Link | Field, ...]


class Cell(msgspec.Struct, frozen=True, gc=False, tag="cell"):
    """A cell of a table row."""

    content: tuple[Text | Link | NoteMarker | PageBreak, ...]


class Row(msgspec.Struct, frozen=True, gc=False, tag="row"):
    """A row of a table."""

    content: tuple[Cell, ...]


class Item(msgspec.Struct, frozen=True, gc=False, tag="item", omit_defaults=True):
    """An item of a list; ``label`` is its number as printed (``1)``), none for a bullet."""

    content: tuple[Text | Link | NoteMarker | PageBreak, ...]
    label: str | None = None


class Paragraph(msgspec.Struct, frozen=True, gc=False, tag="paragraph"):
    """One paragraph of a note or of a front or back section that has several."""

    content: tuple[Text | Link | NoteMarker | PageBreak | Citation | Field, ...]


PRINTED = (Text, Link, Field)
"""The inlines that are nothing but their text."""

Inline = Text | Link | NoteMarker | PageBreak | Citation | Field
Content = Inline | Item | Row | Paragraph


# --- Metadata ---------------------------------------------------------------------------------------------


class PrintedDate(msgspec.Struct, frozen=True, gc=False):
    """A date: ISO 8601 as exact as known, how exact that is, and the words on the page."""

    date: str
    """``2025-05-30``, ``2025-05``, ``2025``; ``--05-30`` for a day without a year (only in ``cite_as``)."""
    precision: str
    """``day``, ``month`` or ``year``."""
    literal: str | None = None
    """As printed; ``None`` where nothing of it is printed as a date."""


class Name(msgspec.Struct, frozen=True, gc=False):
    """A person (``family``, ``given``) or a body (only ``literal``)."""

    given: str | None
    family: str | None
    role: str | None
    """Rank or title as printed: ``Amb. (R)``, ``Doç. Dr.``"""
    literal: str
    """The name as printed, role included."""
    affiliation: str | None = None


class Contributor(msgspec.Struct, frozen=True, gc=False):
    """A person other than an author: ``role`` is ``translator`` or ``editor``."""

    role: str
    given: str | None
    family: str | None
    literal: str


class Publisher(msgspec.Struct, frozen=True, gc=False):
    """The house that publishes, with what its colophon says."""

    name: str
    """Without the acronym."""
    acronym: str | None = None
    address: str | None = None
    """The postal address as printed; several lines are parted by a line feed."""
    phone: str | None = None
    fax: str | None = None
    email: str | None = None
    website: str | None = None
    social: tuple[str, ...] = ()
    """Handles and profile addresses as printed."""

    @property
    def full_name(self) -> str:
        """The name with the acronym in brackets, as houses print it."""
        if self.acronym is None or f"({self.acronym})" in self.name or self.acronym == self.name:
            return self.name
        return f"{self.name} ({self.acronym})"


class Series(msgspec.Struct, frozen=True, gc=False):
    """The numbered series: ``Commentary``, volume ``2025``, number ``37``."""

    name: str | None
    volume: str | None
    number: str | None
    literal: str | None


class Metadata(msgspec.Struct, frozen=True, gc=False):
    """What describes the commentary (TEI ``teiHeader/fileDesc``)."""

    title: str | None = None
    subtitle: str | None = None
    language: str = "und"
    authors: tuple[Name, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    publisher: Publisher | None = None
    series: Series | None = None
    published: PrintedDate | None = None
    original_published: PrintedDate | None = None
    """Of a translation or reprint: when the text first appeared."""
    url: str | None = None
    doi: str | None = None
    rights: str | None = None
    keywords: tuple[str, ...] = ()


# --- The parts of the document ----------------------------------------------------------------------------


class Section(msgspec.Struct, frozen=True, gc=False):
    """A part of the front or back matter.

    ``type`` in front: ``title``, ``subtitle``, ``byline``, ``date``, ``series``, ``abstract``, ``keywords``,
    ``line`` (anything else). In back: ``about-author``, ``cite-as`` (only those beside the main one),
    ``colophon``, ``notes-heading``, ``line``. ``text`` holds the heading too; ``content`` does not.
    """

    type: str
    id: str
    heading: str | None
    text: str
    content: tuple[Content, ...]
    span: Span


class Block(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A block of the body: ``paragraph``, ``heading``, ``list``, ``quote``, ``table`` or ``figure``.

    ``text`` is the plain text without markers: a list has its items and a table its rows each on a line
    (cells with one blank between), without bullets or numbers. Offsets of markers count code points of it.
    """

    type: str
    id: str
    content: tuple[Content, ...]
    text: str
    span: Span
    spans: tuple[Span, ...] = ()
    """The pieces, where a block stands in several (a page break between them)."""
    level: int | None = None
    """Of a heading, from 1."""
    ordered: bool | None = None
    """Of a list."""


class Marker(msgspec.Struct, frozen=True, gc=False):
    """Where a note is referred to: a block's id (``title``, ``byline`` in front), the offset in ``text``."""

    block: str
    offset: int
    span: Span


class Footnote(msgspec.Struct, frozen=True, gc=False):
    """A note: its printed label, text, and the works that it cites."""

    id: str
    label: str
    kind: str
    """``reference``, ``comment``, ``mixed``, ``back-reference`` or ``unknown``."""
    text: str
    content: tuple[Content, ...]
    citations: tuple[str, ...]
    markers: tuple[Marker, ...]
    span: Span
    """With its printed label."""


class Reference(msgspec.Struct, frozen=True, gc=False):
    """A work that a note cites, in the words of CSL."""

    id: str
    type: str
    """A CSL type: ``webpage``, ``article-journal``, ``book``, ``chapter``, ``report`` ..."""
    title: str | None = None
    language: str | None = None
    """BCP 47, of the title; ``und`` when unsure."""
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    container: str | None = None
    publisher: str | None = None
    publisher_place: str | None = None
    genre: str | None = None
    number: str | None = None
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    issued: PrintedDate | None = None
    accessed: PrintedDate | None = None
    date: PrintedDate | None = None
    """A date whose role is open: the note does not say whether it is of publication or of the visit."""
    url: str | None = None
    url_as_printed: str | None = None
    doi: str | None = None
    literal: str = ""
    """The citation as printed."""


class CiteAs(msgspec.Struct, frozen=True, gc=False):
    """The cite-as block: as printed, and its parts as printed, contradictions included."""

    label: str | None
    literal: str
    """Without the label."""
    content: tuple[Text | Link | Field, ...]
    author: str | None
    year: str | None
    title: str | None
    publisher: str | None
    series: str | None
    number: str | None
    date: PrintedDate | None
    accessed: PrintedDate | None
    url: str | None
    """As printed."""
    span: Span
    """With the label."""


# --- Where it came from -----------------------------------------------------------------------------------


class SourceRecord(msgspec.Struct, frozen=True, gc=False):
    """The file that was read."""

    name: str
    sha256: str
    media_type: str
    encoding: str
    text_sha256: str
    """Of the source text in UTF-8: what every span counts in."""
    clues: tuple[Clue, ...] = ()
    """What is said of the document beside the text; whether it was believed is in the evidence."""


class Furniture(msgspec.Struct, frozen=True, gc=False):
    """A mark of the page that is no part of the text: ``separator``, ``page-number``, ``running-head`` ..."""

    type: str
    text: str
    span: Span


class Rejected(msgspec.Struct, frozen=True, gc=False):
    """A candidate that lost."""

    value: str
    span: Span | None
    rule: str


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """Where a value came from: a JSON pointer, its place (``None``: inferred), the rule, how sure (to 1)."""

    field: str
    span: Span | None
    rule: str
    confidence: float
    rejected: tuple[Rejected, ...] = ()


class Provenance(msgspec.Struct, frozen=True, gc=False):
    """How the document came to be."""

    source: SourceRecord
    converter: str
    profile: str
    furniture: tuple[Furniture, ...]
    evidence: tuple[Evidence, ...]


class Commentary(msgspec.Struct, frozen=True, gc=False, kw_only=True, rename={"schema": "$schema"}):
    """One commentary, whole. The order of the fields is the order of the keys in JSON."""

    schema: str = SCHEMA_ID
    schema_version: str = SCHEMA_VERSION
    id: str
    """The citation key of the document itself: ``familyYYYYword``."""
    metadata: Metadata
    front_matter: tuple[Section, ...]
    body: tuple[Block, ...]
    footnotes: tuple[Footnote, ...]
    references: tuple[Reference, ...]
    cite_as: CiteAs | None
    back_matter: tuple[Section, ...]
    diagnostics: tuple[Diagnostic, ...]
    provenance: Provenance
