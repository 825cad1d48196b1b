"""Putting fixes into a text."""

from l10n.model import Flaw
from l10n.text.mending import put_in


def test_fixes_are_put_in_and_of_two_that_touch_the_later_waits():
    flaws = [Flaw("", 4, 6, "X"), Flaw("", 0, 2, ""), Flaw("", 6, 7, "Y"), Flaw("", 9, 9, "Z")]
    assert put_in("abcdefghij", flaws) == ("cdXghiZj", [1, 0, 3])


def test_a_fault_without_a_fix_or_in_a_kept_stretch_is_left():
    flaws = [Flaw("", 0, 1), Flaw("", 2, 4, "X"), Flaw("", 6, 7, "Y"), Flaw("", 8, 9, "i")]
    assert put_in("abcdefghi", flaws, [(3, 6)]) == ("abcdefYhi", [2])
