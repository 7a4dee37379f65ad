"""Whether the page on findings says what the table says, and whether each code can be triggered."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from converter.diagnostics import Code

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "findings.md").read_text("utf-8")
ENTRY = re.compile(
    r"^### `(?P<code>[a-z-]+)` · (?P<severity>\w+)\n(?P<text>.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL
)
ENTRIES = {match["code"]: match for match in ENTRY.finditer(PAGE)}
IN_VALIDATION = [
    *("xml-syntax", "doctype-refused", "tei-schema", "json-syntax", "json-duplicate-key", "json-schema"),
    *("bibtex-syntax", "bibtex-entry", "bibtex-field", "id-duplicate", "pointer-dangling", "note-unmarked"),
    *("marker-misplaced", "text-disagrees", "date-invalid", "date-order", "language-invalid", "work-uncited"),
    *("ris-syntax", "ris-field", "csl-schema", "csl-field", "address-invalid", "date-contradicts"),
    *(
        "code-unknown",
        "files-disagree",
        "output-invalid",
        "unknown-type",
        "note-order",
        "note-duplicate",
        "orphan-marker",
    ),
]
CASES = "\n".join(path.read_text("utf-8") for path in sorted(Path(__file__).parent.glob("test_*_file.py")))
OTHER_CASES = "\n".join(
    (Path(__file__).parent / name).read_text("utf-8")
    for name in ("test_agreement.py", "test_fresh.py", "test_values.py", "test_xml.py")
)


def test_every_finding_has_an_entry_with_its_severity() -> None:
    """The page has each code of the table with the severity of the table, and no other code."""
    documented = {code: match["severity"] for code, match in ENTRIES.items()}
    assert documented == {code.code: str(code.severity) for code in Code}


@pytest.mark.parametrize("code", sorted(ENTRIES))
def test_every_entry_says_what_to_do(code: str) -> None:
    """An entry has a sentence of meaning and a line on what to do."""
    meaning, _, advice = ENTRIES[code]["text"].partition("* What to do: ")
    assert meaning.strip()
    assert advice.strip()


@pytest.mark.parametrize("code", IN_VALIDATION)
def test_every_code_of_validation_has_a_case(code: str) -> None:
    """Some case in the tests of validation expects the code, or the words of its finding."""
    template = next(one.template for one in Code if one.code == code)
    words = max(re.split(r"\{\w+\}", template), key=len).strip()
    text = CASES + OTHER_CASES
    assert f'"{code}"' in text or (len(words) > 5 and words in text)
