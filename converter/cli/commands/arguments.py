"""What several commands take: paths, formats, the name of a profile."""

from __future__ import annotations

from pathlib import Path

import click

FORMATS = ("tei", "json", "bibtex", "csl-json", "ris")
DEFAULT_FORMATS = ("tei", "json", "bibtex")
IMPORTERS = {"zotero": "bibtex", "jabref": "bibtex", "mendeley": "ris", "endnote": "ris", "latex": "bibtex"}
"""Program → the format that is written for it if none is asked for."""
DIALECTS = ("bibtex", "biblatex")
STDIN = Path("-")
ANY_PATH = click.Path(readable=False, path_type=Path)
"""Click must not look whether a file can be read: that is a finding of the file, and the others go on."""


class FormatList(click.ParamType[tuple[str, ...]]):
    """Names of output formats with commas between."""

    name = "formats"

    def convert(
        self, value: str | tuple[str, ...], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the formats in our order, each once."""
        asked = {name.strip() for name in value.split(",")} if isinstance(value, str) else set(value)
        unknown = sorted(asked - set(FORMATS))
        if unknown:
            self.fail(f"no such format: {', '.join(unknown)} (there are {', '.join(FORMATS)})", param, ctx)
        return tuple(name for name in FORMATS if name in asked)


class ProfileName(click.ParamType[str]):
    """The name of a shipped profile."""

    name = "profile"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name if there is such a profile."""
        from converter.errors import UnknownProfile
        from converter.pipeline import convert_text

        try:
            convert_text(
                "x", to=(), profile=value
            )  # the way through the house is the only one to the profiles
        except UnknownProfile as error:
            self.fail(str(error), param, ctx)
        return value
