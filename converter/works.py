"""What a bibliography knows of a work, be it the document itself or one that its notes cite.

Every bibliographic format is written from this one record, in the words of CSL, so that none of them can say
something that the others do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from converter.model import Name, PrintedDate

if TYPE_CHECKING:
    from converter.model import Commentary, Metadata, Reference


class Work(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """A work; ``None`` means that nothing is known."""

    id: str
    type: str
    """A CSL type."""
    title: str | None = None
    subtitle: str | None = None
    language: str | None = None
    """BCP 47; ``None`` where it is not known."""
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    container: str | None = None
    collection: str | None = None
    """The series that a book stands in."""
    publisher: str | None = None
    publisher_place: str | None = None
    edition: str | None = None
    genre: str | None = None
    """Of a report: its series, which says what kind of report it is."""
    number: str | None = None
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    number_of_pages: str | None = None
    issued: PrintedDate | None = None
    accessed: PrintedDate | None = None
    date: PrintedDate | None = None
    """A date whose role is open."""
    original_date: PrintedDate | None = None
    """Of a translation or reprint: when the text first appeared."""
    url: str | None = None
    doi: str | None = None
    isbn: str | None = None
    keywords: tuple[str, ...] = ()
    note: str | None = None
    """What the printed citation has beside the other parts."""
    literal: str | None = None
    """The citation as printed."""

    @property
    def full_title(self) -> str | None:
        """The title with the subtitle behind a colon, or behind the stop that the title ends with."""
        if not self.title or not self.subtitle:
            return self.title or self.subtitle
        return f"{self.title}{title_joint(self.title)}{self.subtitle}"


def title_joint(title: str) -> str:
    """Return what parts a title from its subtitle.

    >>> title_joint("Water"), title_joint("Whose water?")
    (': ', ' ')
    """
    return " " if title.endswith((":", "?", "!", ".")) else ": "


def own_work(commentary: Commentary) -> Work:
    """Return the document itself as a work: a report of its house, where it has one."""
    metadata = commentary.metadata
    publisher, series = metadata.publisher, metadata.series
    loose = "webpage" if metadata.doi or metadata.url else "document"
    return Work(
        id=commentary.id,
        type="report" if series or publisher else loose,
        title=metadata.title,
        subtitle=metadata.subtitle,
        language=_known(metadata.language),
        author=metadata.authors,
        editor=_contributors(metadata, "editor"),
        translator=_contributors(metadata, "translator"),
        publisher=publisher.full_name if publisher else None,
        genre=series.name if series else None,
        number="/".join(filter(None, (series.volume, series.number))) or None if series else None,
        issued=metadata.published,
        accessed=commentary.cite_as.accessed if commentary.cite_as else None,
        original_date=metadata.original_published,
        url=metadata.url,
        doi=metadata.doi,
        keywords=metadata.keywords,
        literal=commentary.cite_as.literal if commentary.cite_as else None,
    )


def cited_work(reference: Reference) -> Work:
    """Return a work that a note cites."""
    return Work(
        id=reference.id,
        type=reference.type,
        title=reference.title,
        language=_known(reference.language),
        author=reference.author,
        editor=reference.editor,
        container=reference.container,
        publisher=reference.publisher,
        publisher_place=reference.publisher_place,
        genre=reference.genre,
        number=reference.number,
        volume=reference.volume,
        issue=reference.issue,
        page=reference.page,
        issued=reference.issued,
        accessed=reference.accessed,
        date=reference.date,
        url=reference.url,
        doi=reference.doi,
        literal=reference.literal,
    )


def works_of(commentary: Commentary) -> tuple[Work, ...]:
    """Return the document itself, then every work that its notes cite, in their order."""
    return own_work(commentary), *map(cited_work, commentary.references)


def _known(language: str | None) -> str | None:
    return None if language == "und" else language


def _contributors(metadata: Metadata, role: str) -> tuple[Name, ...]:
    return tuple(
        Name(one.given, one.family, None, one.literal) for one in metadata.contributors if one.role == role
    )
