"""Names, as an editor keeps them: learnt from reviewed texts, taken from a list, used in drafts and checks."""

from __future__ import annotations

import json

import pytest

from tests.engines.online import table
from tests.exchange.sheets import table as sheet

NEWS = "Harbor news\n\nMayor Selma Torvik met Rudi Kastner on Monday.\n\nTorvik thanked Rudi Kastner.\n"
FIRST = "Mayor Selma Torvik met Rudi Kastner on Monday."
SECOND = "Torvik thanked Rudi Kastner."
EXAMPLES = '구분,한글 표기,원어 표기\n인명,"토르비그, 셀마",Selma Torvik\n인명,"룬, 아다",Ada Lund\n'


@pytest.fixture
def made(site):
    site.configure('locales = ["ko"]\nengines = ["memory", "pseudo"]')
    site.write("articles/a.txt", NEWS)
    site.ok("extract")
    return site


def review(site, first="월요일 셀마 토르비크(Selma Torvik) 시장은 루디 카스트너(Rudi Kastner)를 만났다."):
    site.translate("locales/ko/a.txt.po", {FIRST: first, SECOND: "토르비크는 루디 카스트너에게 감사했다."})


def names(site, locale="ko"):
    rows = site.read(f"locales/{locale}/names.tsv").splitlines()[1:]
    return dict(row.split("\t")[:2] for row in rows)


def test_names_are_learnt_from_reviewed_texts_and_written(made):
    review(made)
    done = made.ok("glossary", "candidates", "--write")
    assert "locales/ko/names.tsv: 2 names added, 0 changed\n" in done.out
    assert "  Selma Torvik  셀마 토르비크  a.txt\n" in done.out
    assert names(made) == {"Rudi Kastner": "루디 카스트너", "Selma Torvik": "셀마 토르비크"}
    before = made.snapshot()
    assert "0 names added, 0 changed" in made.ok("glossary", "candidates", "--write").out
    assert made.snapshot() == before


def test_without_write_nothing_is_written(made):
    review(made)
    before = made.snapshot()
    made.ok("glossary", "candidates")
    assert made.snapshot() == before


def test_a_machines_text_teaches_nothing(made):
    review(made)
    po = made.read("locales/ko/a.txt.po")
    for text in (FIRST, SECOND):
        po = po.replace(f'msgid "{text}"', f'#, fuzzy\nmsgid "{text}"')
    made.write("locales/ko/a.txt.po", po)
    assert "0 names added" in made.ok("glossary", "candidates", "--write").out
    assert not (made.root / "locales/ko/names.tsv").exists()


def test_a_name_with_a_row_is_no_candidate_any_more(made):
    assert "Rudi Kastner" in made.ok("glossary", "candidates").out
    made.write("locales/ko/names.tsv", "source\ttarget\nRudi Kastner\t루디 카스트너\n")
    assert "Rudi Kastner" not in made.ok("glossary", "candidates").out


def test_two_spellings_are_told_and_not_written(made):
    review(made, "월요일 셀마 토르비크(Selma Torvik) 시장은 루돌프 카스트너(Rudi Kastner)를 만났다.")
    made.translate("locales/ko/a.txt.po", {SECOND: "토르비크는 루디 카스트나(Rudi Kastner)에게 감사했다."})
    made.translate(
        "locales/ko/a.txt.po",
        {FIRST: "월요일 셀마 토르비크(Selma Torvik) 시장은 루디 카스트너(Rudi Kastner)를 만났다."},
    )
    done = made.ok("glossary", "candidates", "--write")
    assert "not written: Rudi Kastner is 루디 카스트나 (1 text, a.txt) or 루디 카스트너 (1 text, a.txt)" in done.out
    assert names(made) == {"Selma Torvik": "셀마 토르비크"}


def test_a_row_of_a_person_stays_and_is_told_where_it_differs(made):
    made.write("locales/ko/names.tsv", "# 이름\nsource\ttarget\tnote\nSelma Torvik\t젤마 토르비크\t시장\n")
    review(made)
    done = made.ok("glossary", "candidates", "--write")
    told = "not changed: locales/ko/names.tsv:3: Selma Torvik is 젤마 토르비크; reviewed texts have 셀마 토르비크"
    assert told in done.out
    assert "# 이름\n" in made.read("locales/ko/names.tsv")
    assert "Selma Torvik\t젤마 토르비크\t시장\n" in made.read("locales/ko/names.tsv")


def test_what_the_glossary_has_is_left_to_it(made):
    made.write("locales/ko/glossary.tsv", "source\ttarget\nSelma Torvik\t젤마 토르빅\n")
    review(made)
    made.ok("glossary", "candidates", "--write")
    assert names(made) == {"Rudi Kastner": "루디 카스트너"}


def test_languages_of_latin_letters_need_no_name_memory(site):
    site.configure('locales = ["es"]\nengines = ["memory"]')
    site.write("articles/a.txt", NEWS)
    site.ok("extract")
    site.translate("locales/es/a.txt.po", {SECOND: "Torvik dio las gracias a Rudi Kastner."})
    done = site.ok("glossary", "candidates", "--write", "--json")
    assert json.loads(done.out)["names"] == {}


@pytest.mark.parametrize(
    ("locale", "target", "name"),
    [
        ("ja", "トルビクはルディ・カストナーに感謝した。", "ルディ・カストナー"),
        ("zh_CN", "托尔维克感谢了鲁迪·卡斯特纳。", "鲁迪·卡斯特纳"),
        ("ar", "شكر تورفيك رودي كاستنر.", "رودي كاستنر"),
    ],
)
def test_other_scripts_are_learnt_by_the_same_way(site, locale, target, name):
    site.configure(f'locales = ["{locale}"]\nengines = ["memory"]')
    site.write("articles/a.txt", NEWS)
    site.ok("extract")
    site.translate(f"locales/{locale}/a.txt.po", {SECOND: target})
    site.ok("glossary", "candidates", "--write")
    assert names(site, locale) == {"Rudi Kastner": name}


@pytest.mark.parametrize(
    "data",
    [
        EXAMPLES.encode(),
        EXAMPLES.encode("utf-8-sig"),
        EXAMPLES.encode("cp949"),
        sheet(
            ("구분", "한글 표기", "원어 표기"),
            ("인명", "토르비그, 셀마", "Selma Torvik"),
            ("인명", "룬, 아다", "Ada Lund"),
        ),
    ],
    ids=["utf-8", "utf-8-sig", "cp949", "xlsx"],
)
def test_a_list_of_names_is_imported(made, data):
    made.write("list.bin", data)
    done = made.ok("glossary", "import", "--kornorms", str(made.root / "list.bin"))
    assert done.out.startswith("locales/ko/names.tsv: 2 names added, 0 changed\n")
    assert "2 rows read; 0 with no name in Latin letters, 0 names spelt in several ways" in done.err
    assert names(made) == {"Ada Lund": "아다 룬", "Selma Torvik": "셀마 토르비그"}


def test_what_was_learnt_and_what_is_imported_stand_beside_each_other(made):
    review(made)
    made.ok("glossary", "candidates", "--write")
    made.write("k.csv", EXAMPLES)
    done = made.ok("glossary", "import", "--kornorms", "k.csv")
    assert "not changed: locales/ko/names.tsv:3: Selma Torvik is 셀마 토르비크; the list has 셀마 토르비그" in done.out
    assert names(made)["Selma Torvik"] == "셀마 토르비크"
    assert names(made)["Ada Lund"] == "아다 룬"


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (None, 3, "k.csv: is not there"),
        (b"a,b\n", 2, "k.csv:1: there is no row with the heads 원어 표기 and 한글 표기"),
        ("한글 표기,원어 표기\n룬,=Lund\n".encode(), 2, "k.csv:2: column 2 holds a formula"),
        (b"\xff\xff,\xff\n", 2, "k.csv:1: neither UTF-8 nor CP949"),
        (b"\xd0\xcf\x11\xe0", 2, "k.csv: an Excel file of before 2007"),
    ],
)
def test_a_list_that_is_none_is_refused_and_nothing_is_lost(made, data, code, said):
    made.write("locales/ko/names.tsv", "source\ttarget\nAda Lund\t에이다 룬드\n")
    if data is not None:
        made.write("k.csv", data)
    before = made.snapshot()
    done = made.run("glossary", "import", "--kornorms", "k.csv")
    assert (done.code, done.out) == (code, "")
    assert f"l10n: {said}" in done.err
    assert made.snapshot() == before


def test_a_list_is_refused_where_no_language_is_spelt_by_it(site):
    site.configure('locales = ["ja", "es"]\nengines = ["memory"]')
    site.write("articles/a.txt", NEWS)
    site.write("k.csv", EXAMPLES)
    done = site.run("glossary", "import", "--kornorms", "k.csv")
    assert done.code == 2
    assert "no locale of ja, es spells names by this list" in done.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("source\ttarget\nSelma Torvik\t=A1\n", "locales/ko/names.tsv:2: the target begins with `=`"),
        ("name\n", "locales/ko/names.tsv:1: unknown column `name`"),
        (b"source\ttarget\nx\t\xff\n", "locales/ko/names.tsv:2: not UTF-8"),
    ],
)
def test_a_broken_name_memory_keeps_its_locale_from_being_worked_on(made, text, said):
    review(made)
    made.write("locales/ko/names.tsv", text)
    made.write("k.csv", EXAMPLES)
    before = {name: data for name, (_, data) in made.snapshot().items()}
    for command in (
        ("draft",),
        ("check",),
        ("glossary", "candidates", "--write"),
        ("glossary", "import", "--kornorms", "k.csv"),
    ):
        done = made.run(*command)
        assert done.code == 3, command
        assert said in done.err
    assert {name: data for name, (_, data) in made.snapshot().items()} == before


def test_names_go_to_an_engine_as_marks_and_come_back_as_they_are_spelt(site, service):
    site.configure('locales = ["ko"]\nengines = ["google"]\n' + table("google", service.url, ""))
    site.write("articles/a.txt", NEWS)
    site.write("locales/ko/names.tsv", "source\ttarget\nSelma Torvik\t셀마 토르비크\n")
    site.ok("extract")
    service.translate = {
        "Harbor news": "항구 소식",
        "Mayor ⟦1⟧ met Rudi Kastner on Monday.": "⟦1⟧ 시장은 월요일 루디 카스트너를 만났다.",
        "⟦1⟧ thanked Rudi Kastner.": "⟦1⟧은 루디 카스트너에게 감사했다.",
    }
    site.ok("draft")
    po = site.read("locales/ko/a.txt.po")
    assert 'msgstr "셀마 토르비크 시장은 월요일 루디 카스트너를 만났다."' in po
    assert 'msgstr "토르비크는 루디 카스트너에게 감사했다."' in po


def test_an_engine_that_takes_terms_is_told_of_names(site, service):
    site.configure('locales = ["ko"]\nengines = ["openai"]\n' + table("openai", service.url, ""))
    site.write("articles/a.txt", SECOND + "\n")
    site.write("locales/ko/names.tsv", "source\ttarget\nRudi Kastner\t루디 카스트너\n")
    site.ok("extract")
    service.translate = {SECOND: "토르비크는 루디 카스트너에게 감사했다."}
    site.ok("draft")
    sent = json.loads(json.loads(service.bodies[0])["messages"][-1]["content"])
    assert sent["glossary"] == [{"source": "Rudi Kastner", "target": "루디 카스트너"}]


def test_check_shows_a_name_that_is_spelt_otherwise_and_mends_it_in_a_draft(made):
    made.write("locales/ko/names.tsv", "source\ttarget\nSelma Torvik\t셀마 토르비크\nRudi Kastner\t루디 카스트나\n")
    review(made)
    done = made.ok("check", "--json")
    found = [one for one in json.loads(done.out)["findings"] if one["rule"] == "name-memory"]
    assert [(one["severity"], one["message"]) for one in found] == [
        ("warning", "“루디 카스트너” is “루디 카스트나” in the name memory (“Rudi Kastner”)"),
        ("warning", "“루디 카스트너” is “루디 카스트나” in the name memory (“Rudi Kastner”)"),
    ]
    made.ok("check", "--fix-reviewed")
    assert "루디 카스트나(Rudi Kastner)를 만났다" in made.read("locales/ko/a.txt.po")


def test_the_json_of_both_commands_is_as_their_schemas_say(made):
    review(made)
    made.write("k.csv", EXAMPLES + '인명,"룬드, 에이다",Ada Lund\n인명,"룬, 보",Bo Lund\n')
    learnt = json.loads(made.ok("glossary", "candidates", "--write", "--json").out)["names"]["ko"]
    assert learnt["added"][1] == {"source": "Selma Torvik", "target": "셀마 토르비크", "from": "a.txt"}
    done = json.loads(made.ok("glossary", "import", "--kornorms", "k.csv", "--json").out)
    assert (done["rows"], done["passed"]) == (4, 0)
    assert done["doubtful"] == {"Ada Lund": ["아다 룬", "에이다 룬드"]}
    assert done["names"]["ko"]["added"] == [{"source": "Bo Lund", "target": "보 룬", "from": "kornorms"}]
    assert done["names"]["ko"]["clashes"] == [
        {"source": "Selma Torvik", "target": "셀마 토르비크", "line": 3, "other": "셀마 토르비그"}
    ]
