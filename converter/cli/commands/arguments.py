"""What several commands take: paths, formats, the name of a profile."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from converter.profiles import Profile

FORMATS = ("tei", "json", "bibtex", "csl-json", "ris")
DEFAULT_FORMATS = ("tei", "json", "bibtex")
IMPORTERS = {"zotero": "bibtex", "jabref": "bibtex", "mendeley": "ris", "endnote": "ris", "latex": "bibtex"}
"""Program → the format that is written for it if none is asked for."""
DIALECTS = ("bibtex", "biblatex")
STDIN = Path("-")
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
ANY_PATH = click.Path(readable=False, path_type=Path)
"""Click must not look whether a file can be read: that is a finding of the file, and the others go on."""


class AnyPlace(click.ParamType["Path | str"]):
    """A path, or an address in a store (``s3://bucket/texts``), which stays text."""

    name = "place"

    def convert(
        self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path | str:
        """Return a path, or the address as it was given."""
        if isinstance(value, Path):
            return value
        return value if ADDRESS.match(value) else ANY_PATH.convert(value, param, ctx)


ANY_PLACE = AnyPlace()


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


class AnyProfile(click.ParamType["Profile"]):
    """The name of a shipped profile, a file that holds one, or a folder of such files."""

    name = "profile"

    def convert(
        self, value: str | Profile, param: click.Parameter | None, ctx: click.Context | None
    ) -> Profile:
        """Return the profile; of a wrong file say what is wrong with it and where."""
        from converter.errors import InvalidProfile, UnknownProfile
        from converter.profiles import open_profile

        if not isinstance(value, str):
            return value
        try:
            return open_profile(value)
        except (UnknownProfile, InvalidProfile) as error:
            self.fail(str(error), param, ctx)


profile_option = click.option(
    "--profile",
    metavar="NAME|FILE|DIR",
    type=AnyProfile(),
    help="The house that publishes (see converter profiles), or a .toml file; recognised if not said. "
    "The houses of a folder are recognised beside the shipped ones.",
)
"""``--profile`` of the commands that read documents."""
