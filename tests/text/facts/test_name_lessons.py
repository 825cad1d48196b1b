"""What all reviewed texts together teach: one spelling, or several for a person to decide."""

from l10n.text.facts.name_lessons import ReviewedText, lessons


def learnt(*texts, locale="ko"):
    given = [ReviewedText(f"{at}.md", source, target) for at, (source, target) in enumerate(texts)]
    return {one.name: [(way.target, way.uses, way.article) for way in one.ways] for one in lessons(given, locale)}


def test_a_name_that_is_spelt_in_one_way_is_learnt_with_its_first_article():
    found = learnt(
        ("The mayor thanked Selma Torvik.", "시장은 셀마 토르비크(Selma Torvik)에게 감사했다."),
        ("A boat of Selma Torvik sank.", "셀마 토르비크의 배가 가라앉았다."),
    )
    assert found == {"Selma Torvik": [("셀마 토르비크", 2, "0.md")]}


def test_two_spellings_are_told_the_most_used_first():
    found = learnt(
        ("The mayor thanked Selma Torvik.", "시장은 젤마 토르비크(Selma Torvik)에게 감사했다."),
        ("A boat of Selma Torvik sank.", "셀마 토르비크(Selma Torvik)의 배가 가라앉았다."),
        ("The boat of Selma Torvik is back.", "셀마 토르비크(Selma Torvik)의 배가 돌아왔다."),
    )
    assert found == {"Selma Torvik": [("셀마 토르비크", 2, "1.md"), ("젤마 토르비크", 1, "0.md")]}


def test_other_texts_decide_where_a_name_ends():
    first = ("He sold it to Anna Bolena.", "그는 안나 볼레나에 그것을 팔았다.")
    assert learnt(first) == {}
    second = ("They saw Anna Bolena.", "그들은 안나 볼레나와 마주쳤다.")
    assert learnt(first, second) == {"Anna Bolena": [("안나 볼레나", 2, "0.md")]}


def test_other_texts_decide_where_a_translated_name_begins():
    first = ("The Office of Public Wells is shut.", "시의 공공 우물 관리청(Office of Public Wells)은 닫혔다.")
    assert learnt(first) == {}
    second = ("Ask the Office of Public Wells.", "공공 우물 관리청에 물어보라.")
    assert learnt(first, second)["Office of Public Wells"] == [("공공 우물 관리청", 2, "0.md")]


def test_a_part_of_a_longer_name_is_one_only_where_it_stands_alone():
    part = ("They saw Premier Selma Torvik there.", "그들은 거기서 셀마 토르비크 총리를 보았다.")
    assert "Selma Torvik" not in learnt(part)
    alone = ("They saw Selma Torvik again.", "그들은 그녀를 다시 보았다.")
    assert learnt(part, alone)["Selma Torvik"] == [("셀마 토르비크", 1, "0.md")]


def test_a_word_that_stands_in_small_letters_is_no_name():
    texts = [("They read the Banner.", "그들은 배너(Banner)를 읽었다.")]
    assert learnt(*texts) == {"Banner": [("배너", 1, "0.md")]}
    assert learnt(*texts, ("A banner hung there.", "현수막이 걸려 있었다.")) == {}


def test_nothing_is_learnt_from_nothing():
    assert learnt() == {}


def test_the_beginning_of_the_next_word_is_no_second_spelling():
    text = ("Judges met Ben Kastner.", "法官会见了本·卡斯特纳。")
    again = ("They saw Ben Kastner there.", "他们在那里见到本·卡斯特纳。")
    joined = ("Did Ben Kastner leave?", "本·卡斯特纳尔走了？")
    assert learnt(text, again, joined, locale="zh_CN") == {"Ben Kastner": [("本·卡斯特纳", 2, "0.md")]}


def test_a_word_that_is_ordinary_elsewhere_sounds_like_a_name_by_chance():
    chance = ("They saw Captain Halkett.", "그들은 주장 할킷을 보았다.")
    assert "Captain Halkett" in learnt(chance)
    others = [(f"The coach spoke {at} times.", f"주장 {at}명이 말했다.") for at in range(3)]
    assert learnt(chance, *others) == {}


def test_what_says_something_else_however_it_ends_is_a_second_spelling():
    sure = ("They saw Anna Bolena.", "그들은 안나 볼레나(Anna Bolena)를 보았다.")
    open_ = ("He sold it to Anna Bolena.", "그는 앙나 볼레나에 그것을 팔았다.")
    assert [way[0] for way in learnt(sure, open_)["Anna Bolena"]] == ["안나 볼레나", "앙나 볼레나"]
