"""``converter profiles``: its arguments and options."""

from __future__ import annotations

import click


@click.command(
    epilog="""\b
Examples:
  converter profiles
  converter profiles avim
  converter profiles avim --file > house.toml
  converter profiles house.toml
  converter profiles houses/
"""
)
@click.argument("profile", metavar="[NAME|FILE|DIR]", required=False)
@click.option("--file", "as_file", is_flag=True, help="Print the file itself, to write a new one after it.")
def profiles(profile: str | None, *, as_file: bool) -> int:
    """List the known houses, or explain one: what shows a page to be of it, what is known of it.

    A file that ends in .toml is checked and explained in the same way; a house needs no more than that file.
    """
    from converter.cli.houses import explain_profile, list_profiles, print_file

    if profile is None:
        if as_file:
            raise click.UsageError("--file prints the file of one profile: which? Say its name")
        return list_profiles()
    return print_file(profile) if as_file else explain_profile(profile)
