"""A number that counts in one way is compared with those that count so too: in which place, how often, how many."""

from __future__ import annotations

import pytest

from l10n.text.numbers import otherwise
from l10n.text.numbers.ways import told
from tests.growth import grows_evenly


def flawed(source, target, locale):
    return [target[flaw.start : flaw.end] for flaw in otherwise(source, target, ("en", locale))]


def values(text, locale):
    return {way: [sorted(map(int, one.meant)) for one in rows] for way, rows in told(text, locale).items() if rows}


@pytest.mark.parametrize(
    ("locale", "right", "wrong"),
    [
        ("ko", "둘째 등대였다.", "셋째 등대였다."),
        ("ko", "두 번째 등대였다.", "네 번째 등대였다."),
        ("ko", "제2 등대였다.", "첫 등대였다."),
        ("ja", "二番目の灯台だった。", "三番目の灯台だった。"),
        ("ja", "2つ目の灯台だった。", "最初の灯台だった。"),
        ("zh_CN", "那是第二座灯塔。", "那是第四座灯塔。"),
        ("zh_TW", "那是第二座燈塔。", "那是首座燈塔。"),
        ("es", "Era el segundo faro.", "Era el tercer faro."),
        ("de", "Es war der zweite Leuchtturm.", "Es war der erste Leuchtturm."),
        ("de", "Es war der zweitgrößte.", "Es war der drittgrößte."),
        ("fr", "C’était le second phare.", "C’était le quatrième phare."),
        ("it", "Era il secondo faro.", "Era il terzo faro."),
        ("pt", "Era o segundo farol.", "Era o quinto farol."),
        ("ru", "Это был второй маяк.", "Это был третий маяк."),
        ("nl", "Het was de tweede vuurtoren.", "Het was de derde vuurtoren."),
        ("pl", "Była to druga latarnia.", "Była to trzecia latarnia."),
        ("ar", "كانت هذه المنارة الثانية.", "كانت هذه المنارة الرابعة."),
        ("cs", "Byl to druhý maják.", "Byl to třetí maják."),
        ("vi", "Đó là ngọn hải đăng thứ hai.", "Đó là ngọn hải đăng thứ ba."),
    ],
)
def test_another_place_in_a_row_is_found(locale, right, wrong):
    source = "It was the second lighthouse."
    assert flawed(source, right, locale) == []
    assert len(flawed(source, wrong, locale)) == 1


@pytest.mark.parametrize(
    ("locale", "right", "wrong"),
    [
        ("ko", "종이 두 차례 울렸다.", "종이 세 차례 울렸다."),
        ("ja", "鐘は二度鳴った。", "鐘は四度鳴った。"),
        ("zh_CN", "钟响了两次。", "钟响了三次。"),
        ("de", "Die Glocke läutete zweimal.", "Die Glocke läutete drei Mal."),
        ("es", "La campana sonó dos veces.", "La campana sonó tres veces."),
        ("fr", "La cloche a sonné deux fois.", "La cloche a sonné trois fois."),
        ("it", "La campana suonò due volte.", "La campana suonò tre volte."),
        ("ru", "Колокол прозвонил дважды.", "Колокол прозвонил трижды."),
        ("nl", "De klok luidde twee keer.", "De klok luidde drie keer."),
        ("pl", "Dzwon zabił dwa razy.", "Dzwon zabił trzy razy."),
        ("ar", "دق الجرس مرتين.", "دق الجرس ثلاث مرات."),
    ],
)
def test_another_number_of_times_is_found(locale, right, wrong):
    source = "The bell rang twice."
    assert flawed(source, right, locale) == []
    assert len(flawed(source, wrong, locale)) == 1


@pytest.mark.parametrize(
    ("locale", "right", "wrong"),
    [
        ("ko", "가격이 두 배가 됐다.", "가격이 세 배가 됐다."),
        ("it", "I prezzi sono raddoppiati.", "I prezzi sono triplicati."),
        ("zh_CN", "价格翻了一番。", "价格是原来的三倍。"),
        ("de", "Die Preise haben sich verdoppelt.", "Die Preise haben sich verdreifacht."),
    ],
)
def test_another_multiple_is_found(locale, right, wrong):
    assert flawed("Prices doubled.", right, locale) == []
    assert len(flawed("Prices doubled.", wrong, locale)) == 1


@pytest.mark.parametrize(
    ("locale", "right", "wrong"),
    [
        ("es", "Salieron tres barcas.", "Salieron cuatro barcas."),
        ("de", "Drei Boote fuhren ab.", "Vier Boote fuhren ab."),
        ("fr", "Trois bateaux sont partis.", "Cinq bateaux sont partis."),
        ("sv", "Tre båtar gick.", "Fem båtar gick."),
        ("hu", "Három csónak indult.", "Négy csónak indult."),
        ("fi", "Kolme venettä lähti.", "Neljä venettä lähti."),
        ("zh_CN", "三艘船开了。", "四艘船开了。"),
        ("ja", "三隻の船が出た。", "五隻の船が出た。"),
        ("ko", "배 세 척이 떠났다.", "배 다섯 척이 떠났다."),
    ],
)
def test_another_number_of_things_is_found(locale, right, wrong):
    assert flawed("Three boats left.", right, locale) == []
    assert len(flawed("Three boats left.", wrong, locale)) == 1


@pytest.mark.parametrize(
    ("locale", "right", "wrong"),
    [
        ("ko", "수만 명이 달아났다.", "수천 명이 달아났다."),
        ("ja", "数万人が逃げた。", "数百人が逃げた。"),
        ("zh_CN", "数万人逃离。", "数十人逃离。"),
        ("zh_CN", "成千上万人逃离。", "数百人逃离。"),
        ("es", "Huyeron decenas de miles.", "Huyeron miles."),
        ("de", "Zehntausende flohen.", "Tausende flohen."),
        ("fr", "Des dizaines de milliers ont fui.", "Des centaines ont fui."),
        ("ar", "فر عشرات الآلاف.", "فر المئات."),
    ],
)
def test_another_rough_number_is_found(locale, right, wrong):
    source = "Tens of thousands fled."
    assert flawed(source, right, locale) == []
    assert len(flawed(source, wrong, locale)) == 1


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("Wait a second.", "Espera al tercer día.", "es"),
        ("It takes thirty seconds.", "Es el tercer intento.", "es"),
        ("The first-aid box is red.", "Der zweite Kasten ist rot.", "de"),
        ("A third of the crew left.", "Le quatrième est parti.", "fr"),
        ("Use a third-party tool.", "두 번째 도구를 쓰라.", "ko"),
        ("More than two dozen boats left.", "Salieron más de veinticuatro barcas.", "es"),
        ("It is six feet wide.", "Es mide dos metros.", "es"),
        ("They met at half past six.", "Sie trafen sich um halb sieben.", "de"),
        ("A boy and two girls left.", "Tres niños se fueron.", "es"),
        ("Two girls and a boy left.", "Drei Kinder gingen.", "de"),
        ("Three men and two women left.", "Cinco personas se fueron.", "es"),
        ("Two million came.", "Vinieron tres.", "es"),
        ("They waited two weeks.", "Esperaron quince días.", "es"),
        ("The two boats left.", "غادر القاربان بثلاث شباك.", "ar"),
        ("Three boats left.", "배 4척이 떠났다.", "ko"),
        ("The initial plan failed, and the second was lost.", "Falló el primer plan y no se halló otro.", "es"),
        ("The second prize went to her.", "그는 준우승을 차지했고 첫 상이었다.", "ko"),
        ("Her second visit was on Monday.", "Sua visita foi na quarta.", "pt"),
        ("Eighteen per cent left.", "Yüzde on sekizi ayrıldı.", "tr"),
        ("The first boat left on Friday.", "Con thuyền đi vào thứ Sáu.", "vi"),
    ],
)
def test_what_is_no_such_number_or_is_told_otherwise_is_no_fault(source, target, locale):
    assert flawed(source, target, locale) == []


def test_a_row_of_words_is_one_number_and_an_ordinal_ends_it():
    assert values("двадцать пятый", "ru") == {"ordinals": [[5, 20, 25]]}
    assert values("القارب الثالث بأربع شباك", "ar") == {"ordinals": [[3]], "cardinals": [[4]]}
    assert values("twenty-two boats", "en") == {"cardinals": [[2, 20, 22]]}


def test_each_place_counts_in_one_way():
    assert values("두 번째로 세 번", "ko") == {"ordinals": [[2]], "repeats": [[3]]}
    assert values("第三次，两次，四名", "zh_CN") == {"ordinals": [[3]], "repeats": [[2]], "cardinals": [[4]]}
    assert values("三四名", "zh_CN") == {}


def test_nothing_is_said_where_one_side_has_no_such_number():
    assert flawed("The second boat left.", "Zarpó otra barca.", "es") == []
    assert flawed("A boat left.", "Zarpó la segunda barca.", "es") == []


def test_reading_takes_time_by_the_length_of_a_text():
    assert grows_evenly(
        lambda many: list(otherwise("the second of two " * many, "el tercero de dos " * many, ("en", "es"))), 200
    )
