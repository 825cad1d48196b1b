"""Which letters do not belong into a language?"""

import pytest

from l10n.text.identity import foreign


def found(text, locale="ko", source="The council met."):
    return [(text[one.start : one.end], one.sure) for one in foreign.strangers(text, source, locale)]


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("시의회는 会议를 열었다.", "ko", [("会议", False)]),
        ("시의회는 经济改革을 했다.", "ko", [("经济改革", True)]),
        ("시의회는 ありがとう 했다.", "ko", [("ありがとう", True)]),
        ("그는 “ありがとう”라고 했다.", "ko", [("ありがとう", True)]),
        ("市议会회의", "zh_CN", [("회의", True)]),
        ("El consejo совет habló.", "es", [("совет", False)]),
    ],
)
def test_letters_of_another_script_are_found(text, locale, expected):
    assert found(text, locale) == expected


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("시의회(市議會)가 열렸다.", "ko"),
        ("美·中 정상, 北 압박", "ko"),
        ("‘事必歸正’이라고 했다.", "ko"),
        ("NASA와 iPhone", "ko"),
        ("el ángulo π y 5 μm", "es"),
        ("市議会は港で会った。", "ja"),
        ("我的の店", "zh_CN"),
    ],
)
def test_glosses_headline_signs_and_formulas_are_no_strangers(text, locale):
    assert found(text, locale) == []


def test_what_the_source_has_is_no_stranger():
    assert found("그는 совет라고 했다.", source="He said совет.") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("N\u0410TO 함정", ["N\u0410TO"]),
        ("M\u03bfscow", ["M\u03bfscow"]),
        ("\u041cосквa", ["\u041cосквa"]),
        ("IT-специалист и USB-порт", []),
        ("10 kΩ и NATO", []),
    ],
)
def test_look_alikes_inside_of_a_word_are_found(text, words):
    assert [text[start:end] for start, end in foreign.mixed(text)] == words


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("市议会昨天在港口开会，他们说这是为了渔民。", "ja", True),
        ("市議会は昨日港で会議を開いた。", "ja", False),
        ("東京都議会議員選挙結果速報", "ja", False),
        ("市议会昨天在港口开会，他们说这是为了渔民。", "zh_CN", False),
    ],
)
def test_chinese_is_told_from_japanese_without_kana(text, locale, expected):
    assert foreign.chinese(text, locale) is expected
