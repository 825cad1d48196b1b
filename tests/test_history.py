"""What git says of the lines of a file is read, and what is no answer of git is passed over."""

import pytest

from l10n import history

COMMIT = "0123456789" * 4
ANSWER = f"{COMMIT} 1 1 2\nauthor A\ncommitter-time 1700000000\nfilename a.po\n\tone\n{COMMIT} 2 2\n\ttwo\n"


@pytest.fixture
def git(tmp_path, monkeypatch):
    """Put a program in git's place that says what it is told to."""

    def says(text):
        (tmp_path / "said").write_text(text)
        program = tmp_path / "git"
        program.write_text(f"#!/bin/sh\n/bin/cat '{tmp_path}/said'\n")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
        return history.line_times(tmp_path, "a.po")

    return says


def test_lines_have_the_time_of_their_commit(git):
    assert git(ANSWER) == {1: 1700000000, 2: 1700000000}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\0" * 100,
        ANSWER.replace("1700000000", "1700000000filename x"),
        ANSWER.replace("1700000000", "9" * 5000),
        ANSWER.replace("1700000000", ""),
        ANSWER.replace(f"{COMMIT} 1 1", f"{COMMIT} 1 {'9' * 5000}").replace(" 2 2\n", " 2\n"),
    ],
)
def test_what_is_no_time_makes_no_line_old(git, text):
    assert git(text) == {}
