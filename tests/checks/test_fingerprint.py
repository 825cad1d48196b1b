"""What makes a finding the same one tomorrow."""

from dataclasses import replace

from l10n.checks.fingerprint import fingerprint
from l10n.model import Finding, Key, Severity

SPACES = Finding(
    rule="white-space",
    severity=Severity.WARNING,
    message="two spaces in a row",
    article="a.md",
    locale="ko",
    po="locales/ko/a.md.po",
    line=18,
    key=Key("The ship left."),
    text="배가  떠났다.",
    start=2,
    end=4,
)


def test_a_finding_stays_the_same_when_lines_and_words_of_the_message_change():
    one = fingerprint(SPACES)
    assert one == fingerprint(replace(SPACES, line=99, message="otherwise", severity=Severity.INFO))
    far = " 그리고 아무도 보지 못했다."
    assert fingerprint(replace(SPACES, text=SPACES.text + far)) == fingerprint(
        replace(SPACES, text=SPACES.text + far + far)
    )
    assert one != fingerprint(replace(SPACES, text="배가 떠났다."))
    assert one != fingerprint(replace(SPACES, key=Key("The ship left.", "title")))
    assert one != fingerprint(replace(SPACES, rule="numbers"))
