"""The rules about what a machine does to a text leave to others what others tell."""

from __future__ import annotations

import pytest

from l10n import checks, formats
from l10n.checks.rules.machine import RULES
from l10n.protocols import Pair

MET = "The council met in the harbor on Monday."


def found(source: str, target: str, locale: str = "es") -> list[str]:
    fmt = formats.load("markdown")
    pair = Pair(
        source=source,
        target=target,
        locale=locale,
        source_spans=fmt.inline(source),
        target_spans=fmt.inline(target),
    )
    return [rule.id for _, rule, _ in checks.inspect([pair], RULES)]


@pytest.mark.parametrize(
    ("target", "rules"),
    [
        ("EL CONSEJO SE REUNIÓ EN EL PUERTO EL LUNES.", ["spoilt-text"]),
        ("El consejo se reunió el lunes en el puerto de mar en el puerto de mar.", ["said-again"]),
        ("El consejo se reunió. ¿Desea que le ayude hoy con alguna otra cosa?", ["engine-talk"]),
        ("El consejo se reunió. ¿Cómo habrán pasado la noche los barcos?", ["added-sentence"]),
    ],
)
def test_one_fault_is_told_by_one_rule(target, rules):
    assert found(MET, target) == rules


def test_a_loop_is_told_by_the_rule_of_loops():
    assert found(MET, "El consejo se reunió " + "en el puerto de mar " * 6 + "el lunes.") == []


def test_a_text_in_its_own_language_is_not_spoilt():
    assert found("The council of the harbor met.", "THE COUNCIL OF THE HARBOR MET ALL DAY.", "en") == []


@pytest.mark.parametrize(
    "target",
    [
        "Der Rat ist im Hafen und hat nicht viel zu sagen. ¿Por favor, puedo ayudar?",
        "O conselho reuniu-se no porto e não votou em nada. Você acha que os barcos são muito grandes?",
        "Der Rat ist am Montag im Hafen und hat nicht viel zu sagen. Wer hat die Boote von der Insel nicht gesehen?",
    ],
)
def test_what_is_not_in_its_language_is_no_talk_and_adds_nothing(target):
    assert found(MET, target) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Type `net` on Monday.", "Escriba `red !!!!!!` el lunes."),
        ("See [the pier](https://pier.example/a) today.", "Vea hoy [el muelle](https://pier.example/x!!!!!!)."),
    ],
)
def test_code_and_addresses_are_not_spoilt(source, target):
    assert "spoilt-text" not in found(source, target)
