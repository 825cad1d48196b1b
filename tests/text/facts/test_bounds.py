"""The least and the most, the first and the last: words beside a figure that is the same in both texts."""

from __future__ import annotations

import pytest

from l10n.model import Severity
from l10n.text.facts.bounds import turned


def told(language, source, target):
    return [target[flaw.start : flaw.end].strip() for flaw in turned(source, target, language)]


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("ko", "More than 450 nets were lost.", "그물 450개 미만을 잃었다."),
        ("ko", "At least six boats sank.", "최대 여섯 척이 가라앉았다."),
        ("ko", "Up to 90 crews may stay.", "최소 90명의 선원이 머물 수 있다."),
        ("ko", "Sign up before June 21.", "6월 21일 이후에 신청하라."),
        ("ko", "The pier has been shut since 2014.", "부두는 2014년까지 닫혀 있었다."),
        ("ko", "You may not land after 9 p.m.", "오후 9시 이전에는 상륙할 수 없다."),
        ("ja", "Sign up before June 21.", "6月21日以降に申し込む。"),
        ("zh", "Fewer than 450 nets were lost.", "超过450张渔网丢失。"),
        ("es", "More than 450 nets were lost.", "Se perdieron menos de 450 redes."),
        ("de", "At least 450 nets were lost.", "Höchstens 450 Netze gingen verloren."),
        ("fr", "Fewer than 450 nets were lost.", "Plus de 450 filets ont été perdus."),
        ("ar", "More than 450 nets were lost.", "فقدت أقل من 450 شبكة."),
        ("it", "At least 450 nets were lost.", "Al massimo 450 reti sono andate perse."),
        ("ru", "More than 450 nets were lost.", "Потеряно менее 450 сетей."),
    ],
)
def test_the_opposite_bound_at_the_same_figure_is_found(language, source, target):
    assert len(told(language, source, target)) == 1


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("ko", "No more than 450 nets were lost.", "잃은 그물은 최대 450개다."),
        ("ko", "It took less than 20 minutes.", "20분을 넘지 않았다."),
        ("ko", "The gate will not open until June 21.", "문은 6월 21일 이후에 열린다."),
        ("ko", "More than 450 nets and at least 30 boats were lost.", "배 30척 이상과 그물 450개 이상을 잃었다."),
        ("ko", "More than 30 of the 30 boats were old.", "30척 가운데 30척 미만이 낡았다."),
        ("ko", "It lasted 30 days.", "30일 이상 걸렸다."),
        ("de", "Not more than 450 nets were lost.", "Es gingen nicht mehr als 450 Netze verloren."),
        ("es", "Fewer than 450 nets were lost.", "No se perdieron más de 450 redes."),
        ("th", "More than 450 nets were lost.", "สูญหายน้อยกว่า 450 ผืน"),
    ],
)
def test_the_same_bound_a_negated_one_and_what_is_not_certain_is_left_alone(language, source, target):
    assert told(language, source, target) == []


def test_a_date_is_one_figure_whatever_number_stands_beside_its_bound():
    assert told("ko", "Sign up before June 21, 2030.", "2030년 6월 21일 이후에 신청하라.")
    assert told("es", "Sign up before June 21.", "Apúntese después del 21 de junio.")
    assert not told("ko", "Sign up before June 21.", "7월 21일 이후에 신청하라.")


def test_the_message_names_both_words():
    (flaw,) = turned("More than 450 nets were lost.", "그물 450개 미만을 잃었다.", "ko")
    assert flaw.message.startswith("the source says “More than”")
    assert "미만" in flaw.message


def test_the_bound_of_a_date_warns():
    (amount,) = turned("More than 450 nets were lost.", "그물 450개 미만을 잃었다.", "ko")
    (date,) = turned("Sign up before June 21.", "6월 21일 이후에 신청하라.", "ko")
    assert (amount.severity, date.severity) == (None, Severity.WARNING)
