"""The words of CSL 1.0.2 in its JSON: types of works, and what kind of value each variable takes."""

from __future__ import annotations

from converter.normalizers.spaces import word_set

TYPES = word_set("""
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic
    hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet
    paper-conference patent performance periodical personal_communication post post-weblog
    regulation report review review-book software song speech standard thesis treaty webpage
""")
NAMES = word_set("""
    author chair collection-editor compiler composer container-author contributor curator director
    editor editorial-director editor-translator executive-producer guest host illustrator
    interviewer narrator organizer original-author performer producer recipient reviewed-author
    script-writer series-creator translator
""")
DATES = word_set("accessed available-date event-date issued original-date submitted")
NUMBERS = word_set("""
    chapter-number citation-number collection-number edition first-reference-note-number issue
    locator number number-of-pages number-of-volumes page page-first part-number part
    printing-number section supplement-number version volume
""")
TEXTS = word_set("""
    abstract annote archive archive_collection archive_location archive-place authority call-number
    citation-key citation-label collection-title container-title container-title-short dimensions
    division DOI event event-title event-place genre ISBN ISSN journalAbbreviation jurisdiction
    keyword language license medium note original-publisher original-publisher-place original-title
    part-title PMCID PMID publisher publisher-place references reviewed-genre reviewed-title scale
    shortTitle source status title title-short URL volume-title volume-title-short year-suffix
""")
NAME_PARTS = word_set("family given dropping-particle non-dropping-particle suffix literal")
NAME_SIGNS = word_set("comma-suffix static-ordering parse-names")
DATE_PARTS = word_set("date-parts season circa literal raw")
OTHERS = word_set("id type categories custom")
VARIABLES = NAMES | DATES | NUMBERS | TEXTS | OTHERS
