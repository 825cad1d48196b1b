"""Builds texts as newsrooms and archives hold them, with what must come of them known from how they were built."""

from __future__ import annotations

import textwrap
from itertools import cycle, islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

PROSE = (
    (
        "The keeper of the lamp had not slept since the snow began to fall, and when the bell rang at last he walked "
        "down to the pier with his coat open. Nobody was there. A rope hung in the water, cut clean through, and the "
        "boat that it had held was a long way out. He called twice, and then he went home."
    ),
    (
        "Most of the money came from people who had never seen the valley. They sent what they could, in stamps and "
        "in small notes, with letters that told of brothers who had left on foot. Anna kept every one of the letters "
        "in a tin, and read them aloud on Sundays to whoever would listen."
    ),
    (
        "After the vote the mayor said that the bridge would be mended before winter, though not at the price which "
        "the county had asked. Two members left the room. What they said outside is not known, but the paper of "
        "Thursday printed a drawing of a bridge with a hole in the middle."
    ),
    (
        "When a ship is late in those parts, women put a light into the window that looks to the sea and wait without "
        "speaking. It is a custom that no one explains. In the year of the great storm there were forty lights on one "
        "street, and by morning thirty of them had been put out by those who came home."
    ),
)
HYPHENS = (
    "A twenty-year-old mate in a well-worn coat saw the so-called hit-and-run from the half-built tower, and the "
    "long-serving harbor-master, a soft-spoken man of sixty-five, wrote down a much-mended, out-of-date, second-hand "
    "account of how the flat-bottomed coal-barge went off-course with her run-down, ill-paid and half-asleep crew."
)
VERSES = (
    (
        "The night is long, the road is white,",
        "No lamp is in the hall,",
        "And he who left us for the light",
        "Comes home no more at all.",
    ),
    (
        "O tell me where the swallow sleeps",
        "When all the barns are bare,",
        "And tell me who is it that weeps",
        "Upon the broken stair.",
    ),
    ("Green is the hill,", "Cold is the spring,", "Slow is the mill,", "Late birds sing."),
    (
        "My father sowed a field of rye,",
        "The crows came down to see;",
        "He looked at them, they looked at him,",
        "And then they looked at me.",
    ),
)
NAMES = ("Owen Pryce", "Ana Lind", "Mina Seo", "Dai Rees")
PLACES = ("BRYN BAY", "TARN HARBOR", "OLD QUAY", "NEW FORD")
WIDTHS = (48, 54, 58, 60, 62, 64, 66, 68, 70, 72, 75, 78)


class Text(NamedTuple):
    source: str
    wanted: tuple[str, ...]
    """The texts that must come, in order."""


def wrapped(text: str, width: int, first: str = "") -> str:
    return textwrap.fill(text, width, initial_indent=first, break_on_hyphens=False, break_long_words=False)


def _prose(at: int, width: int) -> Text:
    one, two = PROSE[at % 4], PROSE[(at + 1) % 4]
    return Text(f"{wrapped(one, width)}\n\n{wrapped(two, width)}\n", (one, two))


def _byline(at: int, width: int) -> Text:
    head = (f"{PLACES[at % 4]}, May {at + 1}", f"By {NAMES[at % 4]}")[: 1 + at % 2]
    return Text("\n".join([*head, wrapped(PROSE[at % 4], width)]), (*head, PROSE[at % 4]))


def _long(at: int, width: int) -> Text:
    lines = wrapped(PROSE[at % 4], width).split("\n")
    lines[2] += f" See https://example.org/{'deep/' * 24}{at} for it."
    return Text("\n".join(lines), (" ".join(lines),))


def _underlined(at: int, width: int) -> Text:
    title = ("The long winter", "What was left", "A bridge", "Home again")[at % 4]
    return Text(f"{title}\n{'=-~*'[at % 4] * len(title)}\n{wrapped(PROSE[at % 4], width)}\n", (title, PROSE[at % 4]))


def _ended(at: int, width: int) -> Text:
    mark = ("###", "-30-", "* * *", "#")[at % 3]
    return Text(f"{wrapped(PROSE[at % 4], width)}\n{mark}\n", (PROSE[at % 4],))


def _table(at: int, width: int) -> Text:
    cells = [
        ("Ware", "Price", "Left"),
        ("Rope, thick", "3.50", "12"),
        ("Tar", "1.20", str(at)),
        ("Sail cloth", "14.00", "7"),
    ]
    pad = (str.ljust, str.rjust)[at % 2]
    rows = [f"{one.ljust(14)}{pad(two, 8)}  {pad(three, 6)}".rstrip() for one, two, three in cells]
    table = "\n".join([rows[0], *(["-" * 12 + "  " + "-" * 6] if at % 3 else []), *rows[1:]])
    return Text(f"{wrapped(PROSE[at % 4], width)}\n\n{table}\n", (PROSE[at % 4], *rows))


def _verse(at: int, width: int) -> Text:
    lines = VERSES[at % 4]
    if at % 3 == 0:
        return Text("\n".join(lines), lines)
    indents = ("  ", "", "    ", "      ")
    shown = "\n".join(indents[(place if at % 2 else 1) % 4] + line for place, line in enumerate(lines))
    return Text(f"{wrapped(PROSE[at % 4], width)}\n\n{shown}\n", (PROSE[at % 4], *lines))


def _letter(at: int, width: int) -> Text:
    lines: tuple[str, ...]
    if at % 2:
        lines = (f"{NAMES[at % 4]}", "12 Quay Street", PLACES[at % 4].title())
    else:
        lines = ("To: the council", f"From: {NAMES[at % 4]}", f"Date: May {at + 1}", "Re: the bridge")
    return Text("\n".join([*lines, "", wrapped(PROSE[at % 4], width)]), (*lines, PROSE[at % 4]))


def _options(at: int, width: int) -> Text:
    pairs = (("-v, --verbose", "say more"), ("-q, --quiet", "say nothing at all"), ("--help", "show this list"))
    if at % 2:
        pairs = (("y", "take this part"), ("n", "leave this part"), ("q", "stop; leave this part and all others"))
    gap = " - " if at % 2 else ""
    lines = [f"{key}{gap}{text}" if gap else f"{key.ljust(17)}{text}" for key, text in pairs]
    shown = "\n".join(" " * (2 + at % 5) + line for line in lines)
    return Text(f"{wrapped(PROSE[at % 4], width)}\n\n{shown}\n", (PROSE[at % 4], *lines))


def _typewritten(at: int, width: int) -> Text:
    one, two = PROSE[at % 4], PROSE[(at + 1) % 4]
    first = ("    ", "\t", "  ", "     ")[at % 4]
    return Text(f"{wrapped(one, width, first)}\n{wrapped(two, width, first)}\n", (one, two))


def _quoted(at: int, width: int) -> Text:
    one, two = PROSE[at % 4], PROSE[(at + 1) % 4]
    inner = textwrap.indent(wrapped(two, width - 14), " " * (3 + at % 4))
    return Text(f"{wrapped(one, width)}\n\n{inner}\n", (one, two))


def _spoken(at: int, width: int) -> Text:
    dash = "–—―"[at % 3]
    said = [f"{dash} {text}" for text in ("Where is the boat?", "Gone, said the boy.", PROSE[at % 4])]
    return Text("\n".join(wrapped(one, width) for one in said), tuple(said))


def _double(at: int, width: int) -> Text:
    one, two = PROSE[at % 4], PROSE[(at + 1) % 4]
    first = ("    ", "     ", "")[at % 3]
    shown = "\n".join([wrapped(one, width, first), *([""] if not first else []), wrapped(two, width, first)])
    return Text(shown.replace("\n", "\n\n"), (one, two))


def _apart(at: int, width: int) -> Text:
    said = [f"{text.split('. ')[0]}." for text in PROSE[at % 3 :] + PROSE]
    shown = [wrapped(one, width).replace("\n", "\n\n") for one in said]
    return Text("\n\n\n".join(shown), tuple(said))


def _hyphens(at: int, width: int) -> Text:
    text = HYPHENS if at % 2 else f"{PROSE[at % 4]} {HYPHENS}"
    return Text(textwrap.fill(text, width, break_on_hyphens=True), (text,))


def _unwrapped(at: int, width: int) -> Text:  # noqa: ARG001 -- nothing is wrapped
    short = ("The last word", NAMES[at % 4], "Bryn Bay")
    return Text(
        "\n".join([PROSE[at % 4], PROSE[(at + 1) % 4], "", *short]), (PROSE[at % 4], PROSE[(at + 1) % 4], *short)
    )


KINDS: dict[str, Callable[[int, int], Text]] = {
    "wrapped prose": _prose,
    "a dateline or byline above a wrapped body": _byline,
    "a wrapped body with one long line": _long,
    "an underlined heading": _underlined,
    "an end mark": _ended,
    "a table in columns": _table,
    "verse": _verse,
    "the head of a letter": _letter,
    "a list of options": _options,
    "first lines indented": _typewritten,
    "a narrow quotation": _quoted,
    "a dialogue": _spoken,
    "double spacing": _double,
    "double spacing, paragraphs set apart by more": _apart,
    "words wrapped at their hyphen": _hyphens,
    "long lines": _unwrapped,
}


def texts(kind: str) -> list[Text]:
    """Return a dozen texts of a kind, a headline above each."""
    return [
        Text(f"What happened in part {at}\n\n{one.source}", (f"What happened in part {at}", *one.wanted))
        for at, width in enumerate(islice(cycle(WIDTHS), 12))
        for one in [KINDS[kind](at, width)]
    ]
