"""What is measured is right before it counts, and the table holds what was measured."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from performance import archive, cycle, material, table
from performance.measure import Place, Usage, WrongResultError, _family, median, run
from performance.tools import Project

HEAD = 'msgid ""\nmsgstr ""\n"Language: ko\\n"\n'
PARAGRAPH = "The keeper of the tower counts every ship that comes in, and writes it down."
COPY = """
import pathlib, sys
for path in pathlib.Path("articles").rglob("*.md"):
    for locale in ("ko", "ja"):
        text = path.read_text()
        po = pathlib.Path("po", locale, path.name + ".po")
        po.parent.mkdir(parents=True, exist_ok=True)
        if not po.exists() or text.strip() not in po.read_text():
            po.write_text(f'msgid "{text.strip()}"\\nmsgstr ""\\n')
        target = po.read_text().rpartition('msgstr "')[2][:-2]
        built = pathlib.Path("build", locale, path.name)
        built.parent.mkdir(parents=True, exist_ok=True)
        built.write_text(target or text)
"""


@dataclass(frozen=True)
class Copier:
    """A tool whose articles are one paragraph, and that does what its code says."""

    code: str = COPY
    name: str = "copier"
    locales: tuple[str, ...] = ("ko", "ja")
    catalogs: str = "po"

    def configure(self, root, articles):  # noqa: ARG002  finds them
        (root / "po").mkdir(exist_ok=True)

    def commands(self, root):  # noqa: ARG002  is run in it
        return [[sys.executable, "-c", self.code]]

    def catalog(self, locale, article):
        return f"po/{locale}/{article}.po"


def way(tmp_path, code=COPY):
    articles = tmp_path / "material"
    articles.mkdir()
    for name in "abcd":
        (articles / f"{name}.md").write_text(f"{PARAGRAPH}\n".replace("tower", f"tower {name}"))
    return cycle.Cycle(Project(tmp_path / "project", Copier(code)), articles, None)


def test_a_cycle_goes_through_all_phases_and_twice(tmp_path):
    one = way(tmp_path)
    for _ in range(2):
        assert [phase for phase, _ in one.round(frozenset(cycle.PHASES))] == ["cold", "nothing", "edit", "saved"]


def test_what_a_phase_needs_is_done_before_it_and_not_counted(tmp_path):
    one = way(tmp_path)
    for number in (1, 2):
        ((phase, usage),) = one.round(frozenset({"edit"}))
        assert phase == "edit"
        assert usage.processor > 0
        built = "".join(path.read_text() for path in (tmp_path / "project" / "build").rglob("*.md"))
        assert built.count("It was counted again") == 2 * number  # begun once, edited every time


@pytest.mark.parametrize(
    ("phase", "old", "new", "why"),
    [
        ("cold", 'for locale in ("ko", "ja")', 'for locale in ("ko",)', "4 articles were built"),
        ("cold", "built.write_text(target or text)", 'built.write_text("")', "or some of them empty"),
        ("nothing", "built.write_text(target or text)", 'built.open("a").write(text)', "with nothing to do 8 files"),
        ("edit", "built.write_text(target or text)", "built.exists() or built.write_text(text)", "was built without"),
        ("saved", "target or text", "text", "was built without '다시 세었다"),
        (
            "edit",
            "target or text",
            "(target or text) + str('again' in pathlib.Path('articles/a.md').read_text())",
            "has changed 8",
        ),
        (
            "saved",
            "target or text",
            "(target or text) + str(any('다시' in one.read_text() for one in pathlib.Path('po/ko').glob('*')))",
            "has changed 8",
        ),
        ("cold", "import pathlib, sys", "import pathlib, sys; sys.exit(3)", "exited with 3"),
    ],
)
def test_a_wrong_result_does_not_count(tmp_path, phase, old, new, why):
    assert old in COPY
    seen: list[str] = []
    with pytest.raises(WrongResultError, match=why):
        seen.extend(phase for phase, _ in way(tmp_path, COPY.replace(old, new)).round(frozenset(cycle.PHASES)))
    assert seen == list(cycle.PHASES)[: list(cycle.PHASES).index(phase)]


def test_known_translations_enter_the_empty_entries_alone():
    blocks = [
        'msgid "One\\n"\n"boat."\nmsgstr ""\n',
        'msgid "Two boats.\\n"\nmsgstr ""\n',
        'msgid "Two boats."\nmsgstr "배가 둘."\n',
        '#~ msgid "One boat."\n#~ msgstr ""\n',
        'msgid "Three boats."\nmsgstr ""\n',
    ]
    text, many = material.fill("\n".join((HEAD, *blocks)), {"One boat.": '배 "하나".', "Two boats.": "두 배."})
    assert many == 2
    blocks[0] = 'msgid "One\\n"\n"boat."\nmsgstr "배 \\"하나\\"."\n'
    blocks[1] = 'msgid "Two boats.\\n"\nmsgstr "두 배.\\n"\n'  # gettext asks for the same end
    assert text == "\n".join((HEAD, *blocks))


def test_an_edit_changes_a_paragraph_of_words_alone():
    code = "It has `code` in a paragraph that is long enough to be one of words alone."
    text = f"# Title\n\n{code}\n\n{PARAGRAPH}\n\n{code}\n"
    assert material.edited(text, 7) == text.replace(PARAGRAPH, f"{PARAGRAPH} {material.added(7)}")
    assert material.edited(f"# Title\n\n> {PARAGRAPH}\n", 7) is None
    assert material.is_edited(str(material.edited(text, 7)))
    assert not material.is_edited(text)


def test_a_person_translates_the_edited_entry_as_an_editor_saves_it():
    old = f'#, fuzzy\n#| msgid "Old."\nmsgid ""\n"{PARAGRAPH} "\n"{material.added(3)}\\n"\nmsgstr "옛말.\\n"\n'
    text = material.reviewed(f"{HEAD}\n{old}", 3, "새말.")
    assert text == f'{HEAD}\nmsgid ""\n"{PARAGRAPH} "\n"{material.added(3)}\\n"\nmsgstr "새말.\\n"\n'
    with pytest.raises(LookupError):
        material.reviewed(text, 4, "새말.")


def test_a_command_is_measured_with_all_that_it_has_started(tmp_path):
    work = "sum(range(3_000_000))"
    (tmp_path / "in").mkdir()
    place = Place(tmp_path / "in", os.environ)
    alone = run([sys.executable, "-c", "pass"], place)
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}])"
    assert run([sys.executable, "-c", child], place).processor > alone.processor
    with pytest.raises(WrongResultError, match="exited with 3"):
        run([sys.executable, "-c", "raise SystemExit(3)"], place)
    assert run([sys.executable, "-c", "raise SystemExit(3)"], place.accepting(0, 3)).wall > 0


def test_no_more_files_may_be_open_than_are_allowed(tmp_path):
    (tmp_path / "in").mkdir()
    code = "import os; held = [os.dup(1) for _ in range(50)]"
    run([sys.executable, "-c", code], Place(tmp_path / "in", os.environ))
    with pytest.raises(WrongResultError, match="Too many open files"):
        run([sys.executable, "-c", code], Place(tmp_path / "in", os.environ, most_open=40))


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="no /proc")
def test_the_family_of_a_process_has_its_children():
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert {os.getpid(), child.pid} <= set(_family(os.getpid()))
        child.communicate(b"\n")


def test_medians_and_ratios_are_to_the_first_program_of_the_work_and_for_each_unit():
    sheet = table.Sheet({("growth", "big"): "≤ 1.3"})
    for wall in (9.0, 1.0, 2.0):
        sheet.add("growth", "small", Usage(wall, 1.0, 50), unit=(10, "article"))
    sheet.add("start", "l10n", Usage(0.5, 0.25, 10))
    sheet.add("growth", "big", Usage(40.0, 30.0, 60), unit=(100, "article"))
    small, big, start = sheet.lines()
    assert small.usage == Usage(2.0, 1.0, 50)
    assert (small.times, big.times, start.times) == ((1, 1), (2, 3), (1, 1))
    assert str(big) == (
        "| growth | big | 40.0 | 30.0 | 60 | 2.00 | 3.00 | ≤ 1.3 | 2.50 articles a second, 300 ms of processor each |"
    )
    assert median([Usage(1, 5, 3), Usage(2, 4, 9), Usage(3, 3, 1)]) == Usage(2, 4, 3)
    assert Usage(1, 2, 9) + Usage(3, 4, 5) == Usage(4, 6, 9)


def test_a_work_that_is_measured_again_takes_its_place_in_the_page():
    page = f"# Speed\n\n{table.BEGIN}\n{table.END}\n\nAfter.\n"
    first, other = table.Line("check", "l10n", Usage(1, 1, 1)), table.Line("start", "l10n", Usage(2, 2, 2))
    page = table.replaced(page, [first, other], "With one.")
    again = table.Line("check", "l10n", Usage(5, 5, 5))
    page = table.replaced(page, [again], "With two.")
    assert str(first) not in page
    assert page.index("With two.") < page.index(str(again)) < page.index(str(other)) < page.index("After.")
    assert table.replaced(page, [again], "With two.") == page
    with pytest.raises(ValueError, match="has no"):
        table.replaced("# Speed\n", [again], "")


def test_the_page_has_the_marks_of_the_table():
    page = (material.ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    assert table.replaced(page, [], "")


def test_l10n_takes_part_in_growth_and_drafts_of_an_archive(tmp_path):
    program = [sys.executable, "-m", "l10n"]
    assert [phase for phase, _ in archive.growth(tmp_path, program, 10, ())] == ["cold", "nothing", "edit"]
    drafts = archive.Drafts(tmp_path / "pseudo", program, "pseudo", 3, ())
    (_, many), (_, again) = drafts.round(), drafts.round()
    assert many == again > 0
