"""Whether files that exist keep their promises, and whether what was just written does."""

from converter.validation.agreement import check_agreement
from converter.validation.bibtex_file import validate_bibtex
from converter.validation.contents import validate_contents
from converter.validation.csl_file import validate_csl
from converter.validation.findings import FileFinding, has_errors
from converter.validation.fresh import check_json, check_tei
from converter.validation.json_file import validate_json
from converter.validation.ris_file import validate_ris
from converter.validation.schemas import schema_text
from converter.validation.tei_file import validate_tei

__all__ = [
    "FileFinding",
    "check_agreement",
    "check_json",
    "check_tei",
    "has_errors",
    "schema_text",
    "validate_bibtex",
    "validate_contents",
    "validate_csl",
    "validate_json",
    "validate_ris",
    "validate_tei",
]
