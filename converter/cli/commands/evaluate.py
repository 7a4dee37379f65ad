"""``converter evaluate``: its arguments and options."""

from __future__ import annotations

from pathlib import Path

import click

from converter.cli.commands.arguments import ANY_PATH

SHOWN = ("table", "json", "csv")


def known_forms(_context: click.Context, _option: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the forms that are asked for, or say which there are."""
    from converter.evaluation import FORMS

    for name in names:
        if name not in FORMS:
            raise click.BadParameter(f"{name!r} is none of {', '.join(FORMS)}.")
    return names


@click.command(
    epilog="""\b
Examples:
  converter evaluate gold                              is the gold sound?
  converter evaluate gold --render forms               its pages, as they are and damaged
  converter convert forms -o out
  converter evaluate gold out                          how right is what came out?
  converter evaluate gold out --form as-is --wrong
  converter evaluate gold out --to csv > values.csv
"""
)
@click.argument("gold", metavar="GOLD", type=ANY_PATH)
@click.argument("out", metavar="[OUT]", required=False, type=ANY_PATH)
@click.option(
    "--to", "shown", type=click.Choice(SHOWN), default="table", show_default=True, help="What is written."
)
@click.option(
    "--form",
    "forms",
    metavar="FORM",
    multiple=True,
    callback=known_forms,
    help="Only this form; may be repeated.",
)
@click.option("--wrong", is_flag=True, help="Name every wrong value, too.")
@click.option("--floors", metavar="FILE", type=ANY_PATH, help="Figures (TOML) that must be reached.")
@click.option(
    "--render", metavar="FOLDER", type=ANY_PATH, help="Write the pages of GOLD in every form, and end."
)
def evaluate(
    gold: Path,
    out: Path | None,
    shown: str,
    forms: tuple[str, ...],
    *,
    wrong: bool,
    floors: Path | None,
    render: Path | None,
) -> int:
    """Score converted documents against labelled ones, and count the errors that no finding points at.

    GOLD is a labelled document (NAME.gold, see docs/evaluation.md) or a folder with such. OUT is the folder
    with their converted JSON: OUT/FORM/NAME.json for pages that --render wrote, else OUT/NAME.json. Without
    OUT the gold is only checked.
    """
    from converter.cli.evaluating import Wanted, check_only, evaluate_outputs, render_forms

    if render is not None:
        return render_forms(gold, render, forms)
    if out is None:
        return check_only(gold)
    return evaluate_outputs(gold, out, Wanted(shown, forms, wrong, floors))
