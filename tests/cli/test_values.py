"""Values on the command line are what typer would make of them, whether it looked at them or not."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import pytest
import typer

from l10n.cli.values import lightly


class Size(StrEnum):
    SMALL = "small"
    LARGE = "large"


def command(  # noqa: PLR0917  typer makes options of parameters
    names: Annotated[list[str] | None, typer.Argument()] = None,
    text: Annotated[str, typer.Option()] = "a",
    size: Annotated[Size, typer.Option()] = Size.SMALL,
    path: Annotated[Path | None, typer.Option()] = None,
    kept: Annotated[Path, typer.Option(exists=True)] = Path(),
    number: Annotated[int, typer.Option(min=1)] = 2,
    shares: Annotated[list[float] | None, typer.Option()] = None,
    sure: Annotated[bool, typer.Option("--sure")] = False,  # noqa: FBT002
) -> None:
    seen.append((names, text, size, path, kept, number, shares, sure))


seen: list[tuple[object, ...]] = []
LINES: tuple[list[str], ...] = (
    [],
    ["a", "b", "--sure", "--text", "", "--size", "large"],
    ["--path", "nowhere", "--number", "3", "--shares", "1.5", "--shares", "2"],
    ["--size", "LARGE"],
    ["--size", "huge"],
    ["--number", "0"],
    ["--number", "many"],
    ["--shares", "one"],
    ["--kept", "nowhere"],
    ["--path", "."],
    ["--text", "\udc80"],
    ["--path", "a\0b"],
    ["\udc80"],
)


def outcome(line, *, light):
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command()(command)
    made = typer.main.get_command(app)
    if light:
        lightly(made.params)
    seen.clear()
    try:
        made.main(list(line), standalone_mode=False)
    except Exception as err:  # noqa: BLE001  which one it is is compared
        return type(err), str(err)
    return list(seen), [type(value) for value in seen[0]]


@pytest.mark.parametrize("line", LINES, ids=ascii)
def test_a_value_is_what_typer_makes_of_it(line):
    assert outcome(line, light=True) == outcome(line, light=False)
