"""What MDX has besides Markdown: expressions in braces are variables."""

import pytest

from l10n.formats import mdx


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Every {props.minutes} minutes.", ["{props.minutes}"]),
        (
            '<Box title="Ferry times">Every {minutes} minutes.</Box>',
            ['<Box title="Ferry times">', "{minutes}", "</Box>"],
        ),
        ("All {list.map(one => <b>{one.name}</b>)} of *them*.", ["{list.map(one => <b>{one.name}</b>)}", "*", "*"]),
        ("Write `{a}` for {{ b }} and <Box at={c} />.", ["`{a}`", "{{ b }}", "<Box at={c} />"]),
        ("{/* a note */}No expression here.", ["{/* a note */}"]),
        ("A brace { alone.", []),
        ("Plain words.", []),
    ],
)
def test_an_expression_in_braces_is_a_variable(text, marked):
    assert [text[span.start : span.end] for span in mdx.inline(text)] == marked
