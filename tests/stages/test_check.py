"""What `check` tells of a project: whose rules, in what order, what is silenced, and what was known before."""

import json
from datetime import date

import pytest

from l10n import project
from l10n.catalog.positions import located
from l10n.checks import baseline
from l10n.checks.selection import CheckOptions, options
from l10n.errors import UsageError
from l10n.model import Severity
from l10n.stages.check import check, examine, write_baseline
from l10n.stages.extract import extract
from l10n.stages.workset import gather

PO = "locales/ko/a.md.po"
RULES = ("white-space", "numbers", "structure", "unused-ignore", "unknown-ignore")
SHIP, PORT = "The ship left.", "It cost $1.5 billion."


def work_on(site, *, articles=(), chosen=()):
    return gather(project.find(site.root), articles=articles, chosen=chosen)


def translated(site, pairs, article="a.md", head=""):
    """Write an article of these English texts with these translations, `head` above the first."""
    site.write(f"articles/{article}", "\n\n".join(pairs) + "\n")
    extract(work_on(site), today=date(2026, 11, 23))
    for locale in work_on(site).locales:
        site.translate(f"locales/{locale}/{article}.po", pairs)
    if head:
        po = f"locales/ko/{article}.po"
        site.write(po, site.read(po).replace("#. paragraph", f"{head}#. paragraph", 1))


def told(site, wanted=None, **chosen):
    """Return rule and severity of the findings of the rules that these tests are about."""
    found = check(work_on(site, **chosen), wanted).findings
    return [(one.rule, one.severity.value) for one in found if one.rule in RULES]


FAULTY = {SHIP: "배가  떠났다.", PORT: "15만  달러였다."}


def test_findings_are_in_the_order_of_articles_locales_lines_places_and_rules(site):
    site.configure('locales = ["ko", "ja"]\n')
    for name in ("b.md", "a.md"):
        translated(site, {SHIP: "배가  떠났다.  또  갔다.", PORT: "15만  달러였다."}, article=name)
    found = check(work_on(site), CheckOptions(select=RULES)).findings
    keys = [(one.article, ["ko", "ja"].index(one.locale), one.line, one.start, one.rule) for one in found]
    assert keys == sorted(keys)
    assert len(keys) == 2 * 2 * 5


def test_a_family_and_a_rule_are_selected_and_ignored(site):
    translated(site, FAULTY)
    both = [("white-space", "warning"), ("numbers", "error"), ("white-space", "warning")]
    assert told(site) == both
    assert told(site, CheckOptions(select=("facts",))) == [("numbers", "error")]
    assert told(site, CheckOptions(select=("white-space", "numbers"))) == both
    assert told(site, CheckOptions(ignore=("typography",))) == [("numbers", "error")]


def test_the_command_line_beats_the_locale_and_the_locale_the_project(site):
    tables = (
        'locales = ["ko", "ja"]\n[tool.l10n.check]\nignore = ["white-space"]\n'
        '[tool.l10n.check.severity]\nnumbers = "warning"\n'
        '[tool.l10n.locale.ko.check]\nselect = ["typography"]\n'
        '[tool.l10n.locale.ko.check.severity]\nwhite-space = "error"\n'
    )
    site.configure(tables)
    translated(site, FAULTY)
    assert told(site, chosen=["ja"]) == [("numbers", "warning")]
    assert told(site, chosen=["ko"]) == [("white-space", "error")] * 2
    assert told(site, CheckOptions(ignore=("white-space",)), chosen=["ko"]) == []
    assert told(site, CheckOptions(select=("numbers",)), chosen=["ko"]) == [("numbers", "warning")]


def test_a_family_may_have_a_severity(site):
    site.configure('locales = ["ko"]\n[tool.l10n.check.severity]\ntypography = "info"\n')
    translated(site, FAULTY)
    assert told(site, CheckOptions(select=("typography",))) == [("white-space", "info")] * 2


def test_a_name_that_is_no_rule_is_refused_with_the_nearest():
    with pytest.raises(UsageError, match=r"`nubmers`\. Did you mean `numbers`"):
        options(("nubmers",), ())
    with pytest.raises(UsageError, match="--explain all"):
        options((), ("qqqq",))


@pytest.mark.parametrize(
    "comment",
    [
        "l10n-ignore: white-space",
        "l10n-ignore: typography",
        "l10n-ignore: white-space — the poet wants it",
        "l10n-ignore: white-space (as printed)",
        "L10N-Ignore:white-space",
    ],
)
def test_a_comment_silences_a_rule_for_its_entry_alone(site, comment):
    translated(site, FAULTY, head=f"# {comment}\n")
    assert told(site) == [("numbers", "error"), ("white-space", "warning")]


def test_several_comments_and_names_add_up(site):
    translated(
        site, {PORT: "15만  달러였다."}, head="# l10n-ignore: white-space, markup\n# a note\n# l10n-ignore: numbers\n"
    )
    assert told(site) == [("unused-ignore", "info")]


def test_a_comment_that_silences_nothing_any_more_is_told(site):
    translated(site, {SHIP: "배가 떠났다."}, head="# l10n-ignore: white-space — once it had two\n")
    assert told(site) == [("unused-ignore", "info")]
    assert told(site, CheckOptions(select=("numbers", "unused-ignore"))) == []
    assert told(site, CheckOptions(ignore=("unused-ignore",))) == []


def test_a_comment_on_a_text_that_is_not_checked_is_let_pass(site):
    translated(site, {SHIP: "배가 떠났다."}, head="# l10n-ignore: white-space\n")
    site.write(PO, site.read(PO).replace("#: a.md\n", '#: a.md\n#, fuzzy\n#| msgid "Old."\n'))
    assert told(site) == []


@pytest.mark.parametrize(
    ("comment", "says"),
    [
        ("l10n-ignore: nubmers", "did you mean `numbers`"),
        ("l10n-ignore:", "names no rule"),
        ("l10n-ignore: all", "`all`"),
    ],
)
def test_a_comment_that_names_no_rule_is_told(site, comment, says):
    translated(site, {SHIP: "배가 떠났다."}, head=f"# {comment}\n")
    found = check(work_on(site), CheckOptions(select=RULES)).findings
    assert [one.rule for one in found] == ["unknown-ignore"]
    assert says in found[0].message


def test_no_comment_silences_what_the_build_refuses_all_the_same(site):
    site.write("articles/page.html", f"<p>{SHIP}</p>\n")
    extract(work_on(site), today=date(2026, 11, 23))
    po = "locales/ko/page.html.po"
    site.translate(po, {SHIP: "배가</p><p>떠났다."})
    assert "structure" in [rule for rule, _ in told(site)]
    assert "structure" not in [rule for rule, _ in told(site, CheckOptions(ignore=("structure",)))]
    site.write(po, site.read(po).replace("#. paragraph", "# l10n-ignore: structure\n#. paragraph"))
    assert "structure" in [rule for rule, _ in told(site)]


def test_a_reason_without_a_dash_is_told_once(site):
    translated(site, {SHIP: "배가  떠났다."}, head="# l10n-ignore white-space because it is right\n")
    found = check(work_on(site), CheckOptions(select=RULES)).findings
    assert [one.rule for one in found] == ["unknown-ignore"]
    assert "a reason stands behind a dash" in found[0].message


def test_mending_one_fault_of_a_text_does_not_make_its_others_new(site):
    faulty = "배가  떠났다고 항만 관계자가 12일 밤에 말했지만 아무도 보지  못했다."
    translated(site, {SHIP: faulty})
    wanted = CheckOptions(select=RULES, baseline="known.json")
    write_baseline(work_on(site), wanted, examine(work_on(site), wanted))
    site.write(PO, site.read(PO).replace("배가  떠났다고", "배가 떠났다고"))
    done = check(work_on(site), wanted)
    assert (done.findings, done.gone) == ((), 1)


def test_the_baseline_hides_what_was_there_and_nothing_new(site):
    translated(site, FAULTY)
    wanted = CheckOptions(select=RULES, baseline="known.json")
    assert write_baseline(work_on(site), wanted, examine(work_on(site), wanted)) == ("known.json", 3, True)
    done = check(work_on(site), wanted)
    assert (done.findings, done.known, done.gone) == ((), 3, 0)
    site.write(PO, site.read(PO).replace("배가  떠났다.", "배가  가  버렸다."))
    done = check(work_on(site), wanted)
    assert [one.rule for one in done.findings] == ["white-space", "white-space"]
    assert (done.known, done.gone) == (2, 1)


def test_equal_findings_are_counted(site):
    translated(site, {SHIP: "배가  떠났다.  갔다."})
    wanted = CheckOptions(select=RULES, baseline="known.json")
    write_baseline(work_on(site), wanted, examine(work_on(site), wanted))
    rows = json.loads(site.read("known.json"))["findings"]
    assert [row.get("count") for row in rows] == [2]
    assert check(work_on(site), wanted).findings == ()


def test_the_baseline_is_sorted_and_does_not_change_with_lines(site):
    translated(site, FAULTY)
    translated(site, FAULTY, article="0.md")
    wanted = CheckOptions(select=RULES, baseline="known.json")
    write_baseline(work_on(site), wanted, examine(work_on(site), wanted))
    text = site.read("known.json")
    rows = json.loads(text)["findings"]
    assert [row["article"] for row in rows] == sorted(row["article"] for row in rows)
    site.write(PO, "# a comment\n" + site.read(PO))
    before = site.snapshot()["known.json"]
    assert write_baseline(work_on(site), wanted, examine(work_on(site), wanted)) == ("known.json", 6, False)
    assert site.snapshot()["known.json"] == before


def test_a_baseline_of_a_part_keeps_the_rest(site):
    site.configure('locales = ["ko", "ja"]\n')
    translated(site, FAULTY)
    translated(site, FAULTY, article="b.md")
    wanted = CheckOptions(select=RULES, baseline="known.json")
    write_baseline(work_on(site), wanted, examine(work_on(site), wanted))
    text = site.read("known.json")
    for part in (work_on(site, articles=["a.md"]), work_on(site, chosen=["ko"])):
        assert check(part, wanted).gone == 0
        assert not write_baseline(part, wanted, examine(part, wanted))[2]
    narrow = CheckOptions(select=("numbers",), baseline="known.json")
    assert check(work_on(site), narrow).gone == 0
    assert not write_baseline(work_on(site), narrow, examine(work_on(site), narrow))[2]
    assert site.read("known.json") == text


def test_what_cannot_be_read_is_not_gone_from_the_baseline(site):
    translated(site, FAULTY)
    wanted = CheckOptions(select=RULES, baseline="known.json")
    write_baseline(work_on(site), wanted, examine(work_on(site), wanted))
    site.write(PO, "<<<<<<<\n")
    done = check(work_on(site), wanted)
    assert done.failures
    assert done.gone == 0


def test_the_configuration_names_the_baseline_and_the_command_line_another(site):
    site.configure('locales = ["ko"]\n[tool.l10n.check]\nbaseline = "old.json"\n')
    translated(site, FAULTY)
    with pytest.raises(UsageError, match=r"old\.json"):
        check(work_on(site))
    assert len(check(work_on(site), CheckOptions(select=RULES, baseline="")).findings) == 3


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 2, "findings": []}', '{"version": 1, "findings": [{}]}', "<<<<<<<", b"\xff"]
)
def test_a_file_that_is_no_baseline_is_refused(site, text):
    translated(site, FAULTY)
    site.write("known.json", text)
    with pytest.raises(UsageError, match=r"known\.json"):
        check(work_on(site), CheckOptions(baseline="known.json"))
    with pytest.raises(UsageError):
        write_baseline(work_on(site), CheckOptions(baseline="known.json"), examine(work_on(site), CheckOptions()))


@pytest.mark.parametrize("name", ["../known.json", "/tmp/known.json", ".git/known.json", "folder/", "."])  # noqa: S108
def test_a_baseline_lies_inside_the_project(site, name):
    translated(site, FAULTY)
    with pytest.raises(UsageError, match="inside the project"):
        check(work_on(site), CheckOptions(baseline=name))


def test_a_fault_is_located_unless_its_text_was_changed_meanwhile(site):
    translated(site, FAULTY)
    found = check(work_on(site), CheckOptions(select=("white-space",))).findings
    site.write(PO, "# a comment\n" + site.read(PO).replace("배가  떠났다.", "배는  갔다."))
    first, second = located(found, work_on(site).project.catalog)
    assert first.spot is None
    assert second.spot is not None
    assert (second.spot.line, second.spot.column) == (second.line + 2, 12)
    site.write(PO, "<<<<<<<\n")
    assert located(found, work_on(site).project.catalog) == found


def test_a_pseudo_draft_is_told_with_the_locale_of_its_catalogue(site):
    site.write("articles/a.md", f"{SHIP}\n")
    site.ok("run")
    site.write(PO, site.read(PO).replace("⟫", "  \t⟫"))
    found = check(work_on(site), CheckOptions(select=RULES)).findings
    assert {one.locale for one in found} == {"ko"}
    assert all(one.severity is Severity.WARNING for one in found)


def test_the_letters_of_a_pseudo_draft_were_not_read_in_the_wrong_encoding(site):
    site.write("articles/a.md", "The class of the press let passengers pass, and the boss was in Essex.\n")
    site.ok("run")
    assert "šš" in site.read("locales/ko/a.md.po")
    assert "wrong encoding" not in site.ok("check").out
    site.translate(
        "locales/ko/a.md.po", {"The class of the press let passengers pass, and the boss was in Essex.": "ÃŸ"}
    )
    assert "wrong encoding" in site.run("check").out


def test_a_pseudo_draft_has_no_words_that_could_negate(site):
    site.write("articles/a.md", "The guards did not open the gate. Nobody came.\n")
    site.ok("run")
    assert check(work_on(site)).findings == ()


def test_missing_texts_are_told_where_it_is_asked_for(site):
    translated(site, {SHIP: "배가 떠났다."})
    site.write("articles/a.md", f"{SHIP}\n\n{PORT}\n\nNobody came.\n")
    assert [one.rule for one in check(work_on(site)).findings] == []
    found = check(work_on(site), CheckOptions(select=("missing",))).findings
    assert [(one.key.text, one.line) for one in found if one.key] == [(PORT, 0), ("Nobody came.", 0)]
    extract(work_on(site), today=date(2026, 11, 23))
    found = check(work_on(site), CheckOptions(select=("missing",))).findings
    assert [(one.key.text, one.message, one.line > 0) for one in found if one.key] == [
        (PORT, "not translated", True),
        ("Nobody came.", "not translated", True),
    ]


def test_an_acronym_of_a_glossary_needs_no_words_in_the_english(site):
    site.write("articles/a.md", "The MSS denied it.\n\nThe KPA did not.\n")
    site.write("locales/ko/glossary.tsv", "source\ttarget\nMSS\t국가보위성\n")
    found = check(work_on(site), CheckOptions(select=("source-acronym",))).findings
    assert [one.text[one.start : one.end] for one in found] == ["KPA"]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "null",
        '{"version": %s}' % ("9" * 5000),
        '{"version": 1, "findings": [[]]}',
        '{"version": 1, "findings": [{"article": 1, "locale": 2, "rule": 3, "source": 4, "text": 5}]}',
        *(
            f'{{"version": 1, "findings": [{{"article": "a", "locale": "ko", "rule": "x", "source": "y", "text": "z", '
            f'"count": {many}}}]}}'
            for many in ("1e999", "-5", '"2"', "9" * 4000, "9" * 5000)
        ),
    ],
)
def test_garbage_is_no_baseline(text):
    with pytest.raises(UsageError, match="not a baseline"):
        baseline.parse(text, "known.json")
