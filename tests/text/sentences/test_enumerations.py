"""An item that a list has twice is found where the source says nothing twice."""

from __future__ import annotations

import pytest

from l10n.text.sentences.enumerations import doubled

SOURCE = "The tax on nets, boats and other goods rose."


@pytest.mark.parametrize(
    ("target", "locale", "item"),
    [
        ("그물, 그물 및 다른 상품에 붙는 세금이 올랐다.", "ko", "그물"),
        ("그물, 그물 등에 붙는 세금이 올랐다.", "ko", "그물"),
        ("그물과 그물 등에 붙는 세금이 올랐다.", "ko", "그물"),
        ("漁網や漁網などにかかる税が上がった。", "ja", "漁網"),
        ("网具、网具等商品的税上调了。", "zh_CN", "网具"),
        ("Subió el impuesto a redes, redes y otros bienes.", "es", "redes"),
        ("网具、网具和其他商品的税上调了。", "zh_CN", "网具"),
        ("Die Steuer auf Netze, Netze und andere Waren stieg.", "de", "Netze"),
        ("La taxe sur les filets, les filets et les voiles a augmenté.", "fr", "les filets"),
        ("Subió el impuesto a barcos, redes y redes.", "es", "redes"),
    ],
)
def test_an_item_that_stands_twice_is_found(target, locale, item):
    assert item in [one for *_, one in doubled(SOURCE, target, ("en", locale))]


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        (SOURCE, "Subió el impuesto a redes, barcos y otros bienes.", "es"),
        ("No, uh no, the nets, boats and sails are wet.", "No, no, redes, barcos y velas están mojados.", "es"),
        ("The boat left.", "Salió el barco, el barco y nada más.", "es"),
        ("They go from boat to boat and sell nets, ropes and sails.", "Van al barco, barco y otro más.", "es"),
        ("Plans a, b and c are wet.", "Los planes a, a y c están mojados.", "es"),
        (SOURCE, "항구, 항구 등대에 붙는 세금이 올랐다.", "ko"),
        (SOURCE, "Subió el impuesto a paredes, redes y otros bienes.", "es"),
    ],
)
def test_lists_without_one_and_sources_that_say_a_word_twice_have_none(source, target, locale):
    assert list(doubled(source, target, ("en", locale))) == []
