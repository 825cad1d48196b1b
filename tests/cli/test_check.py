"""The command `check`, as people and CI call it."""

import json
import xml.etree.ElementTree as ET

import pytest

from l10n import checks

PO = "locales/ko/a.md.po"
SHIP, PORT = "The ship left.", "It cost $1.5 billion."
CHOICE = ("--select", "white-space,numbers")


@pytest.fixture
def faulty(site):
    """A project with two white-space warnings and a wrong number."""
    site.write("articles/a.md", f"{SHIP}\n\n{PORT}\n")
    site.ok("extract")
    site.translate(PO, {SHIP: "배가  떠났다.", PORT: "15만  달러였다."})
    return site


def rules_of(done):
    return [finding["rule"] for finding in json.loads(done.out)["findings"]]


def test_names_may_be_repeated_and_joined_by_commas(faulty):
    assert rules_of(faulty.run("check", "--json", "--select", "numbers", "--select", "white-space")) == [
        "white-space",
        "numbers",
        "white-space",
    ]
    only = faulty.run("check", "--json", "--select", "facts, white-space", "--ignore", "facts")
    assert (rules_of(only), only.code) == (["white-space", "white-space"], 0)


@pytest.mark.parametrize("option", ["--select", "--ignore", "--explain"])
def test_a_name_that_is_no_rule_is_a_usage_error(site, option):
    done = site.run("check", option, "nubmers")
    assert (done.code, done.out) == (2, "")
    assert "Did you mean `numbers`?" in done.err


def test_explain_needs_no_project(site):
    (site.root / "pyproject.toml").unlink()
    done = site.ok("check", "--explain", "numbers")
    assert {"rule:      numbers", "family:    facts", "severity:  error"} <= set(done.out.split("\n"))
    assert "비용은 15만 달러였다." in done.out
    assert "비용은 15억 달러였다." in done.out
    assert "mark-left" in site.ok("check", "--explain", "markup").out


def test_explain_all_lists_every_rule_on_a_line(site):
    lines = site.ok("check", "--explain", "all").out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.id for rule in checks.members("all")]


def test_what_cannot_be_looked_for_in_a_language_is_said_and_explained(site):
    site.configure('locales = ["ko", "sw"]\n')
    site.write("articles/a.md", f"{SHIP}\n")
    site.ok("extract")
    line = "not checked for want of knowledge of the language: sw: negation, direction (see --explain)\n"
    done = site.ok("check", "--select", "negation,direction,spelling")
    assert done.err == f"no findings\n{line}"
    assert line not in site.ok("check", "--select", "negation,direction", "-l", "ko").err
    told = json.loads(site.ok("check", "--select", "negation,direction", "--json").out)
    assert told["unchecked"] == {"sw": {"negation": ["negation"], "direction": ["directions"]}}
    lines = site.ok("check", "--explain", "negation").out.splitlines()
    assert "not in:    sw, for nothing is known of its negation" in lines
    assert "not in:" not in site.ok("check", "--explain", "spelling").out
    assert "not checked for want of knowledge of the language: sw: " in site.run("run").err


def test_every_format_says_the_same(faulty):
    made = {
        name: faulty.run("check", *CHOICE, "--output-format", name)
        for name in ("full", "text", "concise", "json", "github", "sarif", "junit")
    }
    assert {done.code for done in made.values()} == {1}
    assert made["full"] == made["text"]
    assert made["concise"].out.splitlines()[-1] == "3 findings: 1 error, 2 warnings"
    assert made["full"].err == "3 findings: 1 error, 2 warnings\n"
    carets = [line.strip() for line in made["full"].out.splitlines() if "^" in line]
    assert carets == ["^^", "^^^^", "^^"]
    assert rules_of(made["json"]) == ["white-space", "numbers", "white-space"]
    assert [line.split(" ")[0] for line in made["github"].out.splitlines()] == ["::warning", "::error", "::warning"]
    assert len(json.loads(made["sarif"].out)["runs"][0]["results"]) == 3
    assert ET.fromstring(made["junit"].out).attrib["tests"] == "1"  # noqa: S314  our own bytes


def test_no_findings_are_said_once_in_every_format(site):
    site.write("articles/a.md", f"{SHIP}\n")
    site.ok("extract")
    for name in ("full", "concise", "json", "github", "sarif", "junit"):
        assert site.ok("check", "--output-format", name).err == "no findings\n"


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("info", 1)])
def test_fail_on_sets_the_least_severity_that_fails(faulty, level, code):
    assert faulty.run("check", "--select", "white-space", "--fail-on", level).code == code
    faulty.configure(f'locales = ["ko"]\n[tool.l10n.check]\nfail-on = "{level}"\n')
    assert faulty.run("check", "--select", "white-space").code == code
    assert faulty.run("check", "--select", "white-space", "--fail-on", "error").code == 0


def test_run_obeys_the_configuration_of_the_checks(faulty):
    assert faulty.run("run").code == 1
    faulty.configure('locales = ["ko"]\nengines = []\n[tool.l10n.check]\nignore = ["numbers"]\n')
    done = faulty.ok("run")
    assert "(numbers)" not in done.err
    assert "(white-space)" in done.err
    faulty.configure(
        'locales = ["ko"]\nengines = []\n[tool.l10n.check]\nselect = ["white-space"]\nfail-on = "warning"\n'
    )
    assert faulty.run("run").code == 1


def test_a_baseline_is_written_honoured_and_told_when_it_is_outlived(faulty):
    assert faulty.run("check", "--write-baseline").code == 2
    written = faulty.ok("check", *CHOICE, "--baseline", "known.json", "--write-baseline")
    assert "known.json: 3 findings written" in written.err
    before = faulty.snapshot()
    again = faulty.ok("check", *CHOICE, "--baseline", "known.json", "--write-baseline")
    assert "known.json: 3 findings as before" in again.err
    assert "3 findings of the baseline not shown" in again.err
    assert faulty.snapshot() == before
    faulty.translate(PO, {SHIP: "배가 떠났다."})
    later = faulty.ok("check", *CHOICE, "--baseline", "known.json")
    assert "1 finding of the baseline gone" in later.err
    assert faulty.run("check", *CHOICE).code == 1
    assert faulty.run("check", "--baseline", "other.json").code == 2


def test_fix_mends_drafts_and_fix_reviewed_the_rest(faulty):
    before = faulty.snapshot()
    assert "nothing to mend" in faulty.run("check", *CHOICE, "--fix").err
    assert faulty.snapshot() == before
    done = faulty.run("check", *CHOICE, "--fix-reviewed")
    assert "2 faults mended in 1 file: white-space 2" in done.err
    assert (done.code, "(white-space)" in done.out, "(numbers)" in done.out) == (1, False, True)
    mended = faulty.snapshot()
    assert "nothing to mend" in faulty.run("check", *CHOICE, "--fix-reviewed").err
    assert faulty.snapshot() == mended


def test_fix_check_shows_the_changes_and_writes_nothing(faulty):
    before = faulty.snapshot()
    done = faulty.run("check", *CHOICE, "--fix-reviewed", "--check")
    assert done.code == 1
    assert "    - 배가  떠났다.\n    + 배가 떠났다.\n" in done.out
    assert "2 faults would be mended in 1 file" in done.err
    data = json.loads(faulty.run("check", *CHOICE, "--fix-reviewed", "--check", "--json").out)
    assert (data["fixed"], data["changed"], len(data["findings"])) == ({"white-space": 2}, [PO], 3)
    assert faulty.snapshot() == before
    assert faulty.run("check", *CHOICE, "--fix", "--check").code == 0
    assert faulty.run("check", "--check").code == 2


def test_fix_tells_programs_what_it_mended(faulty):
    data = json.loads(faulty.run("check", *CHOICE, "--fix-reviewed", "--json").out)
    assert (data["fixed"], data["changed"]) == ({"white-space": 2}, [PO])
    assert [finding["rule"] for finding in data["findings"]] == ["numbers"]
    assert "fixed" not in json.loads(faulty.run("check", "--json").out)


def test_programs_are_led_to_the_very_characters(faulty):
    text = faulty.read(PO).splitlines()
    line = 1 + next(at for at, line in enumerate(text) if "배가  떠났다" in line)
    column = text[line - 1].index("  ") + 1
    done = faulty.run("check", "--select", "white-space", "--output-format", "github")
    assert done.out.startswith(f"::warning file={PO},line={line},col={column},endLine={line},endColumn={column + 2},")


@pytest.mark.parametrize(
    "options",
    [("--select", ""), ("--select", "facts", "--ignore", "facts"), ("--json", "--output-format", "github")],
)
def test_options_that_leave_nothing_or_contradict_are_refused(faulty, options):
    done = faulty.run("check", *options)
    assert done.code == 2
    assert ("errors" in json.loads(done.out)) if "--json" in options else done.out == ""


def test_no_findings_is_not_said_of_what_could_not_be_read(faulty):
    faulty.write(PO, "broken\n")
    done = faulty.run("check", *CHOICE)
    assert done.code == 3
    assert "no findings" not in done.err


def test_fix_says_what_only_fix_reviewed_would_mend(faulty):
    done = faulty.run("check", *CHOICE, "--fix")
    assert "nothing to mend; 2 faults of texts that people wrote: `--fix-reviewed`" in done.err
