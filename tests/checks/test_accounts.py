"""What the articles of a locale told is unpacked as rarely as can be, for each time costs as much as the article."""

from __future__ import annotations

from l10n.checks import run
from l10n.model import Flaw, Severity
from l10n.protocols import Example, Rule, Scope


def _turns(articles):
    """Find a fault in each pair of each article, the articles by turns."""
    sizes = list(articles)
    for index in range(max(sizes)):
        for at, size in enumerate(sizes):
            if index < size:
                yield at, index, Flaw(f"{at}/{index}")


BY_TURNS = Rule(
    id="by-turns",
    severity=Severity.INFO,
    reason="A rule that goes to and fro between articles.",
    failing=(Example("a", "b"),),
    passing=(),
    find=_turns,
    digest=len,
    scope=Scope.LOCALE,
)


class Accounts(list[tuple[int, "run.Digest"]]):
    """Accounts that count how often one is asked for."""

    asked = 0

    def __getitem__(self, at):
        self.asked += 1
        return super().__getitem__(at)


def test_an_account_is_asked_for_once_whatever_is_found_in_its_article():
    told = Accounts([(number, (range(100 * number, 100 * number + 20), 20)) for number in range(3)])
    found = list(run.compared({"by-turns": told}, [BY_TURNS]))
    assert [(at, index, flaw.message) for at, index, _, flaw in found[:4]] == [
        (0, 0, "0/0"),
        (1, 100, "1/0"),
        (2, 200, "2/0"),
        (0, 1, "0/1"),
    ]
    assert len(found) == 60
    assert told.asked == 3
