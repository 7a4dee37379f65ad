"""Whether a schema that says something new has a new version, and whether its two forms are one."""

from __future__ import annotations

import hashlib
import json
import tomllib
from pathlib import Path

import pytest
from lxml import etree

from converter.model import SCHEMA_VERSION, TEI_SCHEMA_ID
from tests.schemas.programs import SCHEMAS, trang

ABOUT = "{urn:converter:schema:about}schema"
WORDING = {"title", "description", "examples"}
ADVICE = """\
The {name} schema allows something else than version {version} did. Give it a new version and record in
schemas/versions.toml: "{version}" = "{digest}"
"""


def json_meaning(folder: Path = SCHEMAS) -> bytes:
    """Return what the JSON Schema says, without its wording."""
    schema = json.loads((folder / "commentary.schema.json").read_text(encoding="utf-8"))
    return json.dumps(without_wording(schema), sort_keys=True).encode()


def without_wording(schema: object) -> object:
    """Take titles, descriptions and examples out; of a property with such a name the value is an object."""
    if isinstance(schema, list):
        return [without_wording(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: part for key, part in schema.items() if key not in WORDING or isinstance(part, dict)}
    return {key: without_wording(part) for key, part in kept.items()}


def tei_meaning(path: Path = SCHEMAS / "commentary.rng") -> bytes:
    """Return what the RELAX NG schema says, without comments and indentation."""
    parser = etree.XMLParser(remove_comments=True, remove_blank_text=True)
    return etree.tostring(etree.parse(str(path), parser), method="c14n")


def recorded(name: str) -> dict[str, str]:
    """Return the versions of a schema with their digests, the newest last."""
    versions: dict[str, dict[str, str]] = tomllib.loads(
        (SCHEMAS / "versions.toml").read_text(encoding="utf-8")
    )
    return versions[name]


def json_version() -> str:
    """Return the version that the JSON Schema gives itself."""
    identifier = json.loads((SCHEMAS / "commentary.schema.json").read_text(encoding="utf-8"))["$id"]
    return str(identifier).removeprefix("urn:converter:schema:commentary:")


def tei_version(root: etree._Element) -> str:
    """Return the version that the RELAX NG schema gives itself, by attribute and identifier alike."""
    about = next(root.iterchildren(ABOUT))
    assert about.get("identifier") == f"urn:converter:schema:tei:{about.get('version')}"
    return str(about.get("version"))


def test_json_meaning_has_its_version() -> None:
    """The JSON Schema says what it said when its version was recorded."""
    digest = hashlib.sha256(json_meaning()).hexdigest()
    advice = ADVICE.format(name="JSON", version=json_version(), digest=digest)
    assert recorded("json")[json_version()] == digest, advice


def test_tei_meaning_has_its_version() -> None:
    """The TEI schema says what it said when its version was recorded."""
    version = tei_version(etree.parse(str(SCHEMAS / "commentary.rng")).getroot())
    digest = hashlib.sha256(tei_meaning()).hexdigest()
    assert recorded("tei")[version] == digest, ADVICE.format(name="TEI", version=version, digest=digest)


@pytest.mark.parametrize("version", list(recorded("json"))[:-1])
def test_older_json_schemas_are_kept(version: str) -> None:
    """Every version stands in a folder of its name, as it was recorded."""
    assert recorded("json")[version] == hashlib.sha256(json_meaning(SCHEMAS / version)).hexdigest()


@pytest.mark.parametrize("version", list(recorded("tei"))[:-1])
def test_older_tei_schemas_are_kept(version: str) -> None:
    """Every version stands in a folder of its name, as it was recorded, with its readable source."""
    folder = SCHEMAS / version
    assert recorded("tei")[version] == hashlib.sha256(tei_meaning(folder / "commentary.rng")).hexdigest()
    assert f'version = "{version}"' in (folder / "commentary.rnc").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["json", "tei"])
def test_the_changelog_has_every_version(kind: str) -> None:
    """The page on the schemas says of each version what is new in it."""
    page = (SCHEMAS.parent / "docs" / "schema.md").read_text(encoding="utf-8")
    changes = page.partition("## Changes\n")[2].partition("\n## ")[0]
    assert [] == [version for version in recorded(kind) if f"### {version}" not in changes]


def test_tei_names_the_newest_version() -> None:
    """What we write names the schema of today."""
    assert f"urn:converter:schema:tei:{list(recorded('tei'))[-1]}" == TEI_SCHEMA_ID


def test_newest_versions_are_in_use() -> None:
    """The schemas carry the versions recorded last, and the documents that of the JSON Schema."""
    version = tei_version(etree.parse(str(SCHEMAS / "commentary.rng")).getroot())
    expected = [list(recorded("json"))[-1], list(recorded("json"))[-1], list(recorded("tei"))[-1]]
    assert expected == [json_version(), SCHEMA_VERSION, version]


def test_wording_is_no_meaning() -> None:
    """A description may change without a new version; a property of that name, or a pattern, may not."""
    one = {"description": "a", "properties": {"title": {"description": "b", "pattern": "c"}}}
    assert {"properties": {"title": {"pattern": "c"}}} == without_wording(one)


def test_source_and_schema_have_one_version() -> None:
    """The readable source and the schema made from it name the same version, trang or no trang."""
    source = (SCHEMAS / "commentary.rnc").read_text(encoding="utf-8")
    version = tei_version(etree.parse(str(SCHEMAS / "commentary.rng")).getroot())
    assert f'identifier = "urn:converter:schema:tei:{version}" version = "{version}"' in source


@pytest.mark.client
def test_schema_is_made_from_its_source(tmp_path: Path) -> None:
    """The committed schema is what the readable source gives."""
    trang(SCHEMAS / "commentary.rnc", tmp_path / "commentary.rng")
    assert tei_meaning(tmp_path / "commentary.rng") == tei_meaning()
