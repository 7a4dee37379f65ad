"""Every finding that the converter can report: a stable code, how grave it is, and how it reads.

The table is closed. Each code has its page entry in ``docs/findings.md``; a test holds the two together.
A *warning* is a value that may be wrong, an *info* something that was done and is sure, an *error* something that
could not be kept or is invalid.
"""

from __future__ import annotations

from enum import Enum, StrEnum

import msgspec

from converter.source import Span


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Diagnostic(msgspec.Struct, frozen=True, gc=False):
    """One finding: what, how grave, in words, where in the source text, and which value it concerns."""

    code: str
    severity: str
    message: str
    span: Span | None = None
    field: str | None = None
    """A JSON pointer into the document."""


ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


class Code(Enum):
    """The findings; ``value`` is (code, severity, wording)."""

    # fmt: off
    # Reading
    ENCODING_GUESSED = "encoding-guessed", WARNING, "not valid UTF-8; read as {encoding}, which is a guess"
    CONTROL_CHARACTERS = "control-characters", WARNING, "{count} characters that no document may hold were replaced by U+FFFD"
    LIGATURES = "ligatures-written-out", INFO, "{count} ligatures of this paragraph are written as letters: {printed} is {chosen}"
    INVISIBLE = "invisible-left-out", INFO, "{count} soft hyphens or other characters that nobody sees are left out of this paragraph"
    COMPOSED = "letters-composed", INFO, "{count} letters with accents of their own are written as one character: {chosen}"
    ENTITIES = "entities-read", INFO, "{count} character references are read as what they stand for: {printed} is {chosen}"
    MOJIBAKE = "mojibake-repaired", WARNING, "{count} letters that a wrong code page made are read as they were meant: {printed} as {chosen}"
    MOJIBAKE_SUSPECTED = "mojibake-suspected", WARNING, "a letter may come from a wrong code page and is kept as it stands: {text}"
    LETTERS_LOST = "letters-lost", WARNING, "{count} letters were lost before the text was saved, and cannot be mended: {text}"
    LETTER_UNKNOWN = "letter-unknown", WARNING, "the file does not say which letter is printed here: {text}"
    FRONT_MATTER_UNREAD = "front-matter-unread", WARNING, "the data at the head of the file are kept as text: {reason}"
    UNREADABLE = "unreadable", ERROR, "cannot be read: {reason}"
    TOO_LARGE = "too-large", ERROR, "{size} bytes are more than the limit of {limit}"
    UNKNOWN_TYPE = "unknown-type", ERROR, "no reader for {type}"
    TYPE_MISMATCH = "type-mismatch", WARNING, "the name promises {named}, but it is {found}, and is read as such"
    BROKEN_PACKAGE = "broken-package", ERROR, "the file is damaged or no document: {reason}"
    ENCRYPTED = "encrypted", ERROR, "it is protected by a password; save it without one and convert that"
    OLD_FORMAT = "old-format", ERROR, "{type} cannot be read; open it in Word or LibreOffice and save it as DOCX"
    TRACKED_CHANGES = (
        "tracked-changes",
        INFO,
        "tracked changes: read as if all were accepted ({inserted} insertions kept, {deleted} deletions left out)",
    )
    COMMENTS_LEFT_OUT = "comments-left-out", INFO, "{count} comments are no part of the text and are left out"
    HIDDEN_TEXT = "hidden-text", WARNING, "{count} characters that the file itself hides are left out"
    PART_NOT_READ = "part-not-read", WARNING, "{what} may hold text and is not read"
    NOTES_NUMBERED_THROUGH = (
        "notes-numbered-through",
        WARNING,
        "the notes begin with 1 on each page, which only the printed page shows; they are numbered through",
    )
    BYTES_REPLACED = "bytes-replaced", WARNING, "{count} bytes that are no {encoding} were replaced by U+FFFD"
    FRAMES_ONLY = "frames-only", ERROR, "a page of frames, whose text is in other files: {files}"
    SCRIPT_ONLY = "script-only", ERROR, "the page holds no text, only a program that a browser makes it with"
    NOT_OURS = "not-ours", ERROR, "is {kind}, but none that this version of the converter wrote"
    EMPTY = "empty-document", ERROR, "there is no text in it"
    MISSING_PART = "missing-part", ERROR, "reading {type} needs an optional part: pip install 'converter[{part}]'"
    NO_TEXT = "no-text", ERROR, "there is no text on its {count} pages, only pictures: run text recognition (OCR) over it first"
    FONT_CIPHER = (
        "font-cipher",
        ERROR,
        "its fonts do not say which letters they print ({share} % stand for others): print it anew or run text recognition (OCR)",
    )
    TOO_MANY_PAGES = "too-many-pages", ERROR, "{count} pages are more than the limit of {limit}: take out those of the commentary"
    PAGE_WITHOUT_TEXT = "page-without-text", WARNING, "no text, perhaps a scanned picture, on pages {pages}"
    PAGE_LOST = "page-lost", WARNING, "page {page} cannot be read and is missing"
    PDF_DAMAGED = "pdf-damaged", WARNING, "the file is damaged or cut off and was mended; pages may be missing"

    SIDECAR_UNREADABLE = "sidecar-unreadable", WARNING, "{file} stands beside the document and cannot be used: {reason}"
    SIDECAR_KEY = "sidecar-key", WARNING, "{place}: {key} is no key of a sidecar; {hint}"
    SIDECAR_VALUE = "sidecar-value", WARNING, "{place}: {key} is {printed}, which is no {kind}; it is not used"

    # Reading the whole
    REGIONS_UNCERTAIN = "regions-uncertain", WARNING, "read as {label}, but {runner_up} is nearly as likely"
    PARAGRAPH_JOINED = "paragraph-joined", INFO, "a paragraph cut in mid-sentence was joined again"
    PARAGRAPH_JOIN_UNCERTAIN = "paragraph-join-uncertain", WARNING, "a paragraph that may have been cut here was {decision}"
    PARAGRAPH_UNCERTAIN = "paragraph-uncertain", WARNING, "read as {label}; of passages that look like this one, {share} % were read wrongly"
    NOTE_UNCERTAIN = "note-uncertain", WARNING, "read as {label}; where passages look like this one, {share} % had a note or marker read wrongly"
    DROP_CAPITAL = "drop-capital", WARNING, "a large first letter was joined to the line under it: {word}"
    FOOTER_PARTED = "footer-parted", WARNING, "contact lines that stood on the last paragraph were parted from it: {text}"
    HYPHEN_KEPT = (
        "hyphen-kept",
        WARNING,
        "a word broken at the end of a line or page was joined; its hyphen may not belong to it: {word}",
    )
    HYPHEN_JOINED = (
        "hyphen-joined",
        INFO,
        "a word broken at the end of a line was joined as it is written elsewhere in the document: {word}",
    )
    HYPHEN_DROPPED = (
        "hyphen-dropped",
        WARNING,
        "a word broken at the end of a line was joined without its hyphen, which may belong to it: {word}",
    )
    LINES_UNWRAPPED = "lines-unwrapped", INFO, "hard-wrapped lines (near column {width}) were joined into paragraphs"
    ONE_LINE_DOCUMENT = "one-line-document", INFO, "the whole article stands on one line and is one paragraph"
    FURNITURE = "furniture-removed", INFO, "{type} set aside as a mark of the page: {text}"
    REPEATED_TEXT = "repeated-text", WARNING, "this paragraph stands twice in the document"

    # Metadata
    PROFILE_UNCERTAIN = "profile-uncertain", WARNING, "the page may be of {houses}; it is read without the profile of either"
    MISSING_TITLE = "missing-title", WARNING, "no title found"
    MISSING_AUTHOR = "missing-author", WARNING, "no author found"
    MISSING_DATE = "missing-date", WARNING, "no date of publication found"
    MISSING_SERIES = "missing-series", WARNING, "no series or number found"
    MISSING_PUBLISHER = "missing-publisher", WARNING, "no publisher found"
    MISSING_URL = "missing-url", INFO, "no address of the document found"
    MISSING_CITE_AS = "missing-cite-as", WARNING, "no cite-as block found"
    MULTIPLE_CITE_AS = "multiple-cite-as", WARNING, "{count} cite-as blocks; the one in the language of the document is taken"
    TITLE_INFERRED = "title-inferred", WARNING, "the title is taken from {source}"
    TITLE_CONFLICT = "title-conflict", WARNING, "the title reads {printed} here, but {chosen} is taken"
    AUTHOR_INFERRED = "author-inferred", WARNING, "the author {chosen} stands in no byline; it is taken from {source}"
    AUTHOR_CONFLICT = "author-conflict", WARNING, "the author reads {printed} here, but {chosen} is taken"
    AUTHOR_UNCERTAIN = "author-uncertain", WARNING, "taken as the author's name, but it may be none: {printed}"
    NAME_UNSPLIT = "name-unsplit", WARNING, "the name cannot be split surely: {printed}"
    NAME_CASE_INFERRED = "name-case-inferred", INFO, "printed {printed}, written {chosen}: {reason}"
    NAME_CASE_UNCERTAIN = "name-case-uncertain", WARNING, "printed {printed}, written {chosen}, but its letters do not decide"
    YEAR_CONFLICT = "year-conflict", WARNING, "printed year {printed}, taken as {chosen}: {reason}"
    YEAR_INFERRED = "year-inferred", WARNING, "the date {printed} has no year; {chosen} is taken from {source}"
    DATE_INFERRED = "date-inferred", WARNING, "the date {chosen} is not printed; it is taken from {source}"
    DATE_CONFLICT = "date-conflict", WARNING, "the date reads {printed} here, but {chosen} is taken"
    DATE_AMBIGUOUS = "date-ambiguous", WARNING, "{printed} is read as {chosen}, but may be {other}"
    INVALID_DATE = "invalid-date", WARNING, "{printed} is no date of the calendar"
    SERIES_INFERRED = "series-inferred", WARNING, "the series number {chosen} is not printed; it is taken from {source}"
    SERIES_CONFLICT = "series-conflict", WARNING, "the series number reads {printed} here, but {chosen} is taken"
    PUBLISHER_CONFLICT = "publisher-conflict", INFO, "the publisher's name reads {printed} here, but {chosen} is taken"
    PUBLISHER_INFERRED = "publisher-inferred", WARNING, "the publisher {chosen} is not named as such; it is taken from {source}"
    URL_CONFLICT = "url-conflict", INFO, "the address of the document reads {printed}, but {chosen} is taken"
    URL_INVALID = "url-invalid", WARNING, "{printed} is no usable address; it is kept as text"
    URL_SHORTENED = "url-shortened", INFO, "{removed} was left out of the address, as the profile {profile} says"
    RIGHTS_YEAR = "rights-year", INFO, "the years of the rights line are not those of publication"
    LANGUAGE_UNCERTAIN = "language-uncertain", WARNING, "the language is taken as {chosen}, which is not sure"
    SELDOM_RIGHT = "seldom-right", WARNING, "this {kind} may be wrong: of those that were read in the same way {share} % were right"
    CITE_AS_UNPARSED = "cite-as-unparsed", WARNING, "this part of the cite-as block is not understood: {text}"
    EMPTY_SECTION = "empty-section", INFO, "{heading} has nothing under it"
    TRANSLATION_NOTE = "translation-note", INFO, "a note to the reader gives the first publication: {text}"

    # Notes
    ORPHAN_NOTE = "orphan-note", WARNING, "no marker points to note {label}"
    ORPHAN_MARKER = "orphan-marker", WARNING, "there is no note for the marker {literal}"
    NOTE_CITED_AGAIN = "note-cited-again", INFO, "note {label} is referred to more than once"
    NOTE_ORDER = "note-order", WARNING, "note {label} stands out of order"
    NOTE_DUPLICATE = "note-duplicate", WARNING, "a second note carries the label {label}"
    NOTES_ANEW = "notes-numbered-anew", INFO, "the numbering of the notes begins anew with {label}"
    NOTE_OFFSET = "note-offset", INFO, "the notes are numbered from {label}"
    MARKER_ORDER = "marker-order", WARNING, "marker {literal} stands out of order"
    MARKER_UNCERTAIN = "marker-uncertain", WARNING, "{literal} is taken as a marker of note {label}, which is not sure"
    MARKER_KEPT_AS_TEXT = "marker-kept-as-text", WARNING, "{literal} looks like a marker, but is kept as text"
    NOTE_EMPTY = "note-empty", WARNING, "note {label} has no text"

    # Works cited
    CITATION_UNPARSED = "citation-unparsed", WARNING, "no work recognised in this note; its text is kept"
    REFERENCE_UNPARSED = "reference-unparsed", WARNING, "no work recognised in this line; it is kept whole as a note: {text}"
    CITATION_UNCERTAIN = "citation-uncertain", WARNING, "this part of the citation may be read wrongly: {text}"
    DATE_ROLE_INFERRED = "date-role-inferred", WARNING, "{printed} is taken as the date {role}: {reason}"
    DATE_ROLE_OPEN = "date-role-open", WARNING, "nothing says whether {printed} is the date of publication or of the visit"
    ISSUED_FROM_URL = "issued-from-url", WARNING, "the date of publication {chosen} is taken from the address"
    URL_CLEANED = "url-cleaned", INFO, "tracking parameters were left out of the address: {removed}"
    URL_JOINED = "url-joined", WARNING, "an address broken by a blank or a line end was joined: {chosen}"

    # What is written
    TEXT_LOST = "text-lost", ERROR, "this text is in no part of the document: {text}"
    TEXT_DOUBLED = "text-doubled", ERROR, "this text stands in two parts of the document: {text}"
    READ_BACK_DIFFERS = "read-back-differs", WARNING, "this document of the converter was changed since: it is not written again as it stands here: {text}"
    TEXT_NOT_WRITTEN = "text-not-written", ERROR, "the TEI does not hold the text of the document from here: {text}"
    LETTERS_KEPT = "letters-kept", WARNING, "LaTeX has no command for these letters, which stand as they are: {letters}"
    NOT_HELD = "not-held", WARNING, "{format} cannot hold {what}: {value}"
    OUTPUT_INVALID = "output-invalid", ERROR, "the {format} would not be valid: {reason}"

    # Bibliographies
    MERGE_UNCERTAIN = "merge-uncertain", WARNING, "taken as one work, for both have {rule}, but the titles differ: {one} / {other}"
    KEPT_APART = "kept-apart", INFO, "{title} has the title and year of a work in {other}, but is kept apart: {reason}"

    # Files and folders
    FILE_SKIPPED = "file-skipped", INFO, "left out: {reason}"
    NAME_COLLISION = "name-collision", ERROR, "would be written to the same files as {other}"
    ARCHIVE_MEMBER = "archive-member", ERROR, "not read: {reason}"
    ARCHIVE_DAMAGED = "archive-damaged", ERROR, "cannot be read to its end, what could be read of it is converted: {reason}"
    ROW_UNUSABLE = "row-unusable", ERROR, "row {number} is no input: {reason}"
    FOREIGN_FILE = "foreign-file", ERROR, "{path} was not written by the converter, or was changed since; --force replaces it"
    UNWRITABLE = "unwritable", ERROR, "{path} cannot be written: {reason}"
    TIME_LIMIT = "time-limit", ERROR, "given up after {seconds} seconds; --timeout allows more"
    MEMORY_LIMIT = "memory-limit", ERROR, "given up because it needs more than {mebibytes} MiB of memory; --memory allows more"
    WORKER_DIED = "worker-died", ERROR, "the process that converted it died, twice: {how}"
    UP_TO_DATE = "up-to-date", INFO, "nothing to do: input, options and outputs are as an earlier run left them"
    FAILED_BEFORE = "failed-before", INFO, "failed in an earlier run and has not changed since; --retry-failed tries again"
    OUTPUT_RESTORED = "output-restored", INFO, "{path} was damaged and was made again"
    INTERNAL_ERROR = "internal-error", ERROR, "the converter failed on this document, please report it: {reason}"
    STRICT_REFUSED = "strict-refused", ERROR, "not written, because --strict accepts no warning"

    # Validation of files
    XML_SYNTAX = "xml-syntax", ERROR, "not well-formed XML: {reason}"
    DOCTYPE_REFUSED = "doctype-refused", ERROR, "a DOCTYPE is refused: entities could be hidden in it"
    TEI_SCHEMA = "tei-schema", ERROR, "{reason}"
    JSON_SYNTAX = "json-syntax", ERROR, "not JSON: {reason}"
    JSON_DUPLICATE_KEY = "json-duplicate-key", ERROR, "the key {key} stands twice in one object"
    JSON_SCHEMA = "json-schema", ERROR, "{reason}"
    BIBTEX_SYNTAX = "bibtex-syntax", ERROR, "not BibTeX: {reason}"
    BIBTEX_ENTRY = "bibtex-entry", ERROR, "{reason}"
    BIBTEX_FIELD = "bibtex-field", WARNING, "{reason}"
    ID_DUPLICATE = "id-duplicate", ERROR, "the id {id} is given twice"
    POINTER_DANGLING = "pointer-dangling", ERROR, "{pointer} points at nothing"
    NOTE_UNMARKED = "note-unmarked", WARNING, "note {label} has no marker"
    MARKER_MISPLACED = "marker-misplaced", ERROR, "the marker of note {label} does not stand where the document says"
    TEXT_DISAGREES = "text-disagrees", ERROR, "{reason}"
    DATE_INVALID = "date-invalid", ERROR, "{value} is no date"
    DATE_ORDER = "date-order", WARNING, "{reason}"
    LANGUAGE_INVALID = "language-invalid", WARNING, "{value} is no language tag (BCP 47): {reason}"
    WORK_UNCITED = "work-uncited", WARNING, "no note cites the work {id}"
    FILES_DISAGREE = "files-disagree", ERROR, "{value}: {here} here, but {there} in {other}"
    RIS_SYNTAX = "ris-syntax", ERROR, "not RIS: {reason}"
    RIS_FIELD = "ris-field", WARNING, "{reason}"
    CSL_SCHEMA = "csl-schema", ERROR, "{reason}"
    CSL_FIELD = "csl-field", WARNING, "{reason}"
    ADDRESS_INVALID = "address-invalid", WARNING, "{value} is no address of the web: {reason}"
    DATE_CONTRADICTS = "date-contradicts", WARNING, "{reason}"
    CODE_UNKNOWN = "code-unknown", WARNING, "no finding has the code {code}"
    SCHEMA_OLD = "schema-old", INFO, "written for version {version} of the schema; converter upgrade brings it to {newest}"
    SCHEMA_UNKNOWN = "schema-unknown", ERROR, "version {version} of the schema is not known here; the newest is {newest}"
    SOURCE_MISSING = "source-missing", WARNING, "no source of this document: {reason}"
    SOURCE_CHANGED = "source-changed", ERROR, "{source} is not the file that was converted: {reason}"
    SOURCE_LOST = "source-lost", ERROR, "{place}: the document does not hold what the source has: {text}"
    SOURCE_ADDED = "source-added", ERROR, "the source does not have this text, or not as often: {text}"

    # fmt: on

    def __init__(self, code: str, severity: Severity, template: str) -> None:
        self.code = code
        self.severity = severity
        self.template = template

    def at(self, span: Span | None, field: str | None = None, **values: object) -> Diagnostic:
        """Make the finding at a place, its wording filled in.

        >>> Code.ORPHAN_NOTE.at(Span(3, 9), "/footnotes/0", label="4").message
        'no marker points to note 4'
        """
        return Diagnostic(self.code, str(self.severity), self.template.format(**values), span, field)
