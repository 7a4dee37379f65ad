"""The rules of CSL for its JSON, in a schema of our own words: which types, which variables, which shapes.

They are those of the schema that the CSL project publishes for such data (version 1.0.2), without the
variables that no bibliography of ours has.
"""

from __future__ import annotations

TYPES = """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
    dataset document entry entry-dictionary entry-encyclopedia figure graphic hearing interview legal_case
    legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance
    periodical personal_communication post post-weblog regulation report review review-book software song
    speech standard thesis treaty webpage
"""
TEXTS = """
    title container-title publisher publisher-place genre DOI URL language keyword note abstract
    collection-title title-short source
"""
NUMBERS = "volume issue number page edition collection-number"
NAMES = "author editor translator"
DATES = "issued accessed original-date"

TEXT = {"type": "string"}
NUMBER = {"type": ["string", "number"]}
NAME = {
    "type": "object",
    "properties": dict.fromkeys(("family", "given", "literal", "suffix", "non-dropping-particle"), TEXT),
    "additionalProperties": False,
}
PEOPLE = {"type": "array", "items": NAME}
PARTS = {"type": "array", "items": {"type": ["string", "number"]}, "minItems": 1, "maxItems": 3}
DATE = {
    "type": "object",
    "properties": {"date-parts": {"type": "array", "items": PARTS, "minItems": 1, "maxItems": 2}},
    "additionalProperties": False,
}
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "properties": {
            "type": {"enum": TYPES.split()},
            "id": {"type": ["string", "number"]},
            "custom": {"type": "object"},
            **dict.fromkeys(TEXTS.split(), TEXT),
            **dict.fromkeys(NUMBERS.split(), NUMBER),
            **dict.fromkeys(NAMES.split(), PEOPLE),
            **dict.fromkeys(DATES.split(), DATE),
        },
        "additionalProperties": False,
    },
}
