"""TOML that anybody may have written is read within limits, and refused with its line."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import toml
from l10n.errors import L10nError
from tests.examples import examples

DEEP = 20_000


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (f"a = 1\n[{'a.' * DEEP}a]\n", 2, "more than 8 levels"),
        (f"\n{'a.' * DEEP}a = 1\n", 2, "more than 8 levels"),
        (f"\n{'a . ' * DEEP}a = 1\n", 2, "more than 8 levels"),
        (f"a = 1\nb = {'[' * DEEP}{']' * DEEP}\n", 2, "more than 8 levels"),
        (f"b = {'{a=' * DEEP}1{'}' * DEEP}\n", 1, "more than 8 levels"),
        (f"a = 1\n\nb = {'9' * 5000}\n", 3, "a number of so many digits"),
        ("a = 1\nb = 2025-02-31\n", 2, "Invalid date"),
        ("a = 1\nb = \n", 2, "Invalid value"),
        ("a = 1\nb = '''\n\n", 2, "Expected"),
        ('a = "\\ud800"\n', 1, "not a Unicode scalar value"),
    ],
)
def test_what_is_too_deep_or_too_long_or_broken_is_refused_with_its_line(text, line, says):
    with pytest.raises(L10nError) as refused:
        toml.loads(text, levels=8)
    assert says in str(refused.value)
    assert refused.value.line == line


@pytest.mark.parametrize(
    "text",
    [
        f'a = "{"." * 500}"\n# {"." * 500} {"[" * 500}\nb = 1.5\n',
        'a = """\n' + "[" * 500 + '\n"""\n',
        "a = [" + "1.5, 2.5,\n" * 500 + "]\n",
        "a.b.c = 1\n[d.e.f]\ng = [[1, [2]]]\n",
        f"a = 0.{'1' * 5000}\n",
        "a = '" + "9" * 5000 + "'\n",
    ],
)
def test_marks_in_texts_and_comments_are_no_levels(text):
    assert toml.loads(text, levels=8) == tomllib.loads(text)


PIECES = (
    "a",
    ".",
    " = ",
    "\n",
    "[",
    "]",
    "[[",
    "{",
    "}",
    '"',
    "'",
    '"""',
    "'''",
    "#",
    "\\",
    "1",
    "1.5",
    ", ",
    "\r\n",
    "가",
)


@examples(2000)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_a_text_is_read_as_python_reads_it_or_refused(text):
    try:
        wanted = tomllib.loads(text.replace("\r\n", "\n"))
    except ValueError:
        with pytest.raises(L10nError):
            toml.loads(text, levels=30)
    else:
        assert toml.loads(text, levels=30) == wanted
