"""A text as a reader sees it, and faults in it at their place in the text as typed."""

from __future__ import annotations

import unicodedata

from l10n import formats
from l10n.model import Flaw
from l10n.text.markup.visible_text import view


def test_a_fault_keeps_its_place_behind_markup():
    text = "**항만청**(HPO)를 본다"
    seen = view(text, formats.load("markdown").inline(text))
    flaw = seen.placed(Flaw("wrong", 8, 9, "을"))
    assert (seen.text, text[flaw.start : flaw.end], flaw.fix) == ("항만청(HPO)를 본다", "를", "을")


def test_a_fault_with_markup_inside_is_not_mended():
    text = "할**수** 있다"
    seen = view(text, formats.load("markdown").inline(text))
    assert seen.text == "할수 있다"
    assert seen.placed(Flaw("wrong", 0, 2, "할 수")).fix is None


def test_a_fault_of_text_in_letters_is_mended_where_it_is_typed_so():
    typed = unicodedata.normalize("NFD", "보도을 부인했다")
    flaw = view(typed).placed(Flaw("wrong", 2, 3, "를"))
    assert (unicodedata.normalize("NFC", typed[flaw.start : flaw.end]), flaw.fix) == ("을", "를")
