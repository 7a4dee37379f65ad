"""How each client reads a bibliography of ours: one function a client, from a file to what it holds."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import NormalizeFieldKeys, SeparateCoAuthors, SplitNameParts
from lxml import etree
from pybtex.database import parse_string as pybtex_parse_string
from pybtex.errors import set_strict_mode

from converter.validation.latex import plain_value
from tests.clients.programs import HERE, missing, pandoc, run
from tests.clients.seen import Library, Seen, iso, kept, people

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MODS = {"m": "http://www.loc.gov/mods/v3"}
Read = Callable[[Path, str, Path], Library]
"""File, its format and a folder to work in → what the client holds."""


# --- CSL ---------------------------------------------------------------------------------------------------


def of_csl(items: Sequence[Mapping[str, Any]]) -> Library:
    """Return works that a client holds as items of CSL."""
    return {item["id"]: _of_item(item) for item in items}


def _of_item(item: Mapping[str, Any]) -> Seen:
    return kept(
        {
            "author": _csl_people(item.get("author", ())),
            "editor": _csl_people(item.get("editor", ())),
            "title": re.sub(r"<[^<>]*>", "", item.get("title", "")),
            "date": _csl_date(item.get("issued")),
            "series": item.get("genre"),
            "number": item.get("issue") or item.get("number"),
            "institution": item.get("publisher"),
            "container": item.get("container-title"),
            "volume": item.get("volume"),
            "pages": item.get("page"),
            "town": item.get("publisher-place"),
            "url": item.get("URL"),
            "doi": item.get("DOI"),
            "visited": _csl_date(item.get("accessed")),
            "language": item.get("language"),
        }
    )


def _csl_people(names: Sequence[Mapping[str, str]]) -> str:
    return people((name.get("family") or name.get("literal"), name.get("given")) for name in names)


def _csl_date(date: Mapping[str, Any] | None) -> str | None:
    return iso(*date["date-parts"][0]) if date and date.get("date-parts") else None


def by_pandoc(file: Path, form: str, _folder: Path) -> Library:
    """Read by pandoc."""
    form = {"csl-json": "csljson"}.get(form, form)
    done = pandoc(f"--from={form}", "--to=csljson", text=file.read_text("utf-8"))
    assert done.stderr == ""
    return of_csl(json.loads(done.stdout))


def by_citation_js(file: Path, form: str, _folder: Path) -> Library:
    """Read by citation-js."""
    return of_csl(_by_node("citation-js", file, form))


# --- Libraries of JavaScript ------------------------------------------------------------------------------


def _by_node(client: str, file: Path, form: str) -> list[dict[str, Any]]:
    if not (HERE / "node_modules" / "biblatex-csl-converter").is_dir():
        missing(client, f"npm install --no-package-lock --prefix {HERE}")
    arguments = ("bibliography.mjs", client, form, str(file.resolve()))
    done = run("node", "apt-get install nodejs npm", *arguments, folder=HERE)
    assert done.returncode == 0, done.stderr
    read: list[dict[str, Any]] = json.loads(done.stdout)
    return read


def by_better_bibtex(file: Path, form: str, _folder: Path) -> Library:
    """Read by the parser of Better BibTeX for Zotero."""
    return {
        entry["key"]: _of_fields(
            {name: _listed(value) for name, value in entry["fields"].items()},
            author=_bbt_people(entry["fields"].get("author", ())),
            editor=_bbt_people(entry["fields"].get("editor", ())),
        )
        for entry in _by_node("better-bibtex", file, form)
    }


def _bbt_people(names: Sequence[Mapping[str, str]]) -> str:
    return people((name.get("lastName") or name.get("name"), name.get("firstName")) for name in names)


def _listed(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def by_fidus(file: Path, form: str, _folder: Path) -> Library:
    """Read by the converter of Fidus Writer."""
    return {
        entry["entry_key"]: _of_fields(
            {name: _fidus_text(value) for name, value in entry["fields"].items()},
            author=_fidus_people(entry["fields"].get("author", ())),
            editor=_fidus_people(entry["fields"].get("editor", ())),
        )
        for entry in _by_node("fidus", file, form)
    }


def _fidus_text(value: Any) -> str:
    if isinstance(value, list):
        whole = [_fidus_text(part) for part in value]
        return ("-" if value and isinstance(value[0], list) and len(value) == 2 else "").join(whole)
    return str(value.get("text", "")) if isinstance(value, dict) else str(value)


def _fidus_people(names: Sequence[Mapping[str, Any]]) -> str:
    return people(
        (_fidus_text(name.get("family") or name.get("literal", "")), _fidus_text(name.get("given", "")))
        for name in names
    )


# --- BibTeX ------------------------------------------------------------------------------------------------


def _of_fields(fields: Mapping[str, str], *, author: str, editor: str) -> Seen:
    """Return a work that a client holds as fields of BibTeX or BibLaTeX."""
    month = fields.get("month", "")
    month = str(MONTHS.index(month[:3].lower()) + 1) if month[:3].lower() in MONTHS else month
    return kept(
        {
            "author": author,
            "editor": editor,
            "title": fields.get("title"),
            "date": fields.get("date") or iso(fields.get("year"), month, fields.get("day")),
            "series": fields.get("type"),
            "number": fields.get("number"),
            "institution": next(
                (fields[one] for one in ("institution", "publisher", "organization") if one in fields), None
            ),
            "container": next(
                (fields[one] for one in ("journal", "journaltitle", "booktitle") if one in fields), None
            ),
            "volume": fields.get("volume"),
            "pages": fields.get("pages"),
            "town": fields.get("address") or fields.get("location"),
            "url": fields.get("url"),
            "doi": fields.get("doi"),
            "visited": fields.get("urldate"),
            "language": fields.get("language") or fields.get("langid"),
        }
    )


def by_bibtexparser(file: Path, _form: str, _folder: Path) -> Library:
    """Read by bibtexparser, which must find nothing that it cannot read."""
    library = parse_string(
        file.read_text("utf-8"),
        append_middleware=[NormalizeFieldKeys(), SeparateCoAuthors(), SplitNameParts()],
    )
    assert library.failed_blocks == []
    return {
        entry.key: _of_fields(
            {field.key.lower(): _undone(field.key, str(field.value)) for field in entry.fields},
            author=_parser_people(entry.get("author")),
            editor=_parser_people(entry.get("editor")),
        )
        for entry in library.entries
    }


def _parser_people(field: Any) -> str:
    names = field.value if field is not None else ()
    return people(
        (plain_value(" ".join(one.von + one.last)), plain_value(" ".join(one.first))) for one in names
    )


def _undone(name: str, value: str) -> str:
    """Undo escapes and braces, which these clients leave to whoever asks; addresses have none."""
    return value if name in ("url", "doi") else plain_value(value)


def by_pybtex(file: Path, _form: str, _folder: Path) -> Library:
    """Read by pybtex, which forgives nothing."""
    set_strict_mode(True)
    read = pybtex_parse_string(file.read_text("utf-8"), "bibtex")
    return {
        key: _of_fields(
            {name.lower(): _undone(name, str(value)) for name, value in entry.fields.items()},
            author=_pybtex_people(entry.persons.get("author", ())),
            editor=_pybtex_people(entry.persons.get("editor", ())),
        )
        for key, entry in read.entries.items()
    }


def _pybtex_people(persons: Sequence[Any]) -> str:
    return people(
        (
            plain_value(" ".join(one.prelast_names + one.last_names)),
            plain_value(" ".join(one.first_names + one.middle_names)),
        )
        for one in persons
    )


def by_biber(file: Path, form: str, folder: Path) -> Library:
    """Read and written again by biber."""
    out = folder / "biber.bib"
    arguments = (
        "--tool",
        "--nolog",
        "--quiet",
        "--output-fieldcase=lower",
        f"--output-file={out}",
        str(file.resolve()),
    )
    done = run("biber", "apt-get install biber", *arguments, folder=folder)
    assert out.is_file(), done.stdout
    return by_bibtexparser(out, form, folder)


def by_bibtool(file: Path, form: str, folder: Path) -> Library:
    """Read and written again by BibTool."""
    out = folder / "bibtool.bib"
    resource = ("-r", "biblatex") if form == "biblatex" else ()
    arguments = ("-q", *resource, "-o", str(out), str(file.resolve()))
    done = run("bibtool", "apt-get install bibtool", *arguments, folder=folder)
    assert ("", "") == (done.stdout, done.stderr)
    return by_bibtexparser(out, form, folder)


def by_jabref(file: Path, form: str, folder: Path) -> Library:
    """Let JabRef import it, and read the library that it writes."""
    out = folder / "jabref.bib"
    given = {"ris": "ris"}.get(form, "bibtex")
    done = run(
        "jabref",
        "apt-get install jabref",
        "-n",
        "-i",
        f"{file.resolve()},{given}",
        "-o",
        str(out),
        folder=folder,
    )
    assert out.is_file(), done.stdout + done.stderr
    if form != "ris":
        return by_bibtexparser(out, form, folder)
    keyed = re.sub(
        r"(?m)^(@\w+\{),(.*?\n  refid\s*= \{([^}]*)\})", r"\1\3,\2", out.read_text("utf-8"), flags=re.S
    )
    out.write_text(keyed, "utf-8")  # JabRef puts the id of RIS into a field and leaves the key to its user
    return by_bibtexparser(out, form, folder)


# --- RIS and MODS -----------------------------------------------------------------------------------------


def by_rispy(file: Path, _form: str, _folder: Path) -> Library:
    """Read by rispy."""
    return {item["id"]: _of_ris(item) for item in rispy.loads(file.read_text("utf-8"))}


def _of_ris(item: Mapping[str, Any]) -> Seen:
    pages = iso(item.get("start_page"), item.get("end_page"))
    return kept(
        {
            "author": "; ".join(item.get("authors", ())),
            "editor": "; ".join(item.get("secondary_authors", ())),
            "title": item.get("title"),
            "date": item.get("date", item.get("year", "")).rstrip("/").replace("/", "-"),
            "series": item.get("type_of_work"),
            "number": item.get("number"),
            "institution": item.get("publisher"),
            "container": item.get("secondary_title"),
            "volume": item.get("volume"),
            "pages": pages,
            "town": item.get("place_published"),
            "url": (item.get("urls") or [None])[0],
            "doi": item.get("doi"),
            "visited": item.get("access_date", "").replace("/", "-"),
            "language": item.get("language"),
        }
    )


def by_bibutils(file: Path, form: str, folder: Path) -> Library:
    """Read by bibutils, which makes MODS of it."""
    program = {"bibtex": "bib2xml", "biblatex": "biblatex2xml", "ris": "ris2xml"}[form]
    done = run(program, "apt-get install bibutils", str(file.resolve()), folder=folder)
    read = etree.fromstring(done.stdout.lstrip("\ufeff").encode())
    return {one.get("ID", ""): _of_mods(one) for one in read.findall("m:mods", MODS)}


def _of_mods(one: Any) -> Seen:
    def first(*paths: str) -> str | None:
        found = (one.findtext(path, None, MODS) for path in paths)
        return next((value for value in found if value), None)

    title, subtitle = first("m:titleInfo/m:title"), first("m:titleInfo/m:subTitle")
    host = "m:relatedItem[@type='host']"
    part, host_part = "m:part", f"{host}/m:part"
    numbers = ("issue", "number", "report number")
    genres = [genre.text for genre in one.findall("m:genre", MODS) if genre.get("authority") is None]
    pages = "-".join(
        filter(
            None, (first(*(f"{at}/m:extent/m:{end}" for at in (part, host_part))) for end in ("start", "end"))
        )
    )
    return kept(
        {
            "author": _mods_people(one, "author"),
            "editor": _mods_people(one, "editor") or _mods_people(one, "editor", host),
            "title": ": ".join(filter(None, (title, subtitle))),
            "date": first(
                "m:originInfo/m:dateIssued",
                f"{host}/m:originInfo/m:dateIssued",
                f"{host_part}/m:date",
                "m:part/m:date",
            ),
            "series": genres[0] if genres else None,
            "number": first(
                *(f"{at}/m:detail[@type='{kind}']/m:number" for at in (part, host_part) for kind in numbers)
            ),
            "institution": first("m:originInfo/m:publisher", f"{host}/m:originInfo/m:publisher")
            or _mods_people(one, "sponsor"),
            "container": first(f"{host}/m:titleInfo/m:title"),
            "volume": first(*(f"{at}/m:detail[@type='volume']/m:number" for at in (part, host_part))),
            "pages": pages,
            "town": first("m:originInfo/m:place/m:placeTerm", f"{host}/m:originInfo/m:place/m:placeTerm"),
            "url": first("m:location/m:url"),
            "doi": first("m:identifier[@type='doi']"),
            "visited": one.find("m:location/m:url", MODS).get("dateLastAccessed")
            if first("m:location/m:url")
            else None,
            "language": first("m:language/m:languageTerm"),
        }
    )


def _mods_people(one: Any, role: str, under: str = ".") -> str:
    found = []
    for name in one.findall(f"{under}/m:name", MODS):
        if name.findtext("m:role/m:roleTerm", "", MODS) == role:
            parts = {
                kind: " ".join(part.text for part in name.findall(f"m:namePart[@type='{kind}']", MODS))
                for kind in ("family", "given")
            }
            found.append((parts["family"] or name.findtext("m:namePart", "", MODS), parts["given"]))
    return people(found)


CLIENTS: Mapping[str, tuple[Read, tuple[str, ...]]] = {
    "bibtexparser": (by_bibtexparser, ("bibtex", "biblatex")),
    "pybtex": (by_pybtex, ("bibtex", "biblatex")),
    "biber": (by_biber, ("biblatex",)),
    "BibTool": (by_bibtool, ("bibtex", "biblatex")),
    "JabRef": (by_jabref, ("bibtex", "biblatex", "biblatex --for jabref", "ris")),
    "Better BibTeX": (by_better_bibtex, ("bibtex", "biblatex", "biblatex --for zotero")),
    "citation-js": (by_citation_js, ("bibtex", "biblatex", "csl-json", "ris", "ris --for zotero")),
    "Fidus": (by_fidus, ("bibtex", "biblatex")),
    "pandoc": (by_pandoc, ("bibtex", "biblatex", "csl-json", "ris", "ris --for endnote")),
    "bibutils": (by_bibutils, ("bibtex", "biblatex", "ris")),
    "rispy": (by_rispy, ("ris",)),
}
"""Client → how it reads, and which formats, as they are or for a program."""
