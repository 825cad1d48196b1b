"""Which edits of an English text are dangerous to leave untranslated."""

import pytest

from l10n.catalog.stale_risk import triage

URGENT = [
    ("It was −7 °C at dawn.", "It was 7 °C at dawn.", "number"),
    ("It was -7 °C at dawn.", "It was 7 °C at dawn.", "number"),
    ("It was minus seven at dawn.", "It was seven at dawn.", "number"),
    ("The firm lost −$7 a day.", "The firm lost $7 a day.", "number"),
    ("It takes <7 days in all.", "It takes ≥7 days in all.", "number"),
    ("About 300 traders came.", "About 400 traders came.", "number"),
    ("Three traders came.", "Four traders came.", "number"),
    ("Traders came.", "Two traders came.", "number"),
    ("It cost 3.5 million.", "It cost 3.5 billion.", "number"),
    ("It cost $5 in all.", "It cost €5 in all.", "number"),
    ("It cost 5 € in all.", "It cost 5 £ in all.", "number"),
    ("It opens at 9:30 a.m. again.", "It opens at 9:45 a.m. again.", "number"),
    ("The score was 2-1 at last.", "The score was 2-2 at last.", "number"),
    ("It will open on Monday again.", "It will open on Tuesday again.", "number"),
    ("It closed in June again.", "It closed in July again.", "number"),
    ("Half of the town came.", "A third of the town came.", "number"),
    ("Prices doubled there.", "Prices tripled there.", "number"),
    ("It is the first fair.", "It is the second fair.", "number"),
    ("He had a dozen eggs.", "He had a hundred eggs.", "number"),
    ("The mayor will resign.", "The mayor will not resign.", "negation"),
    ("They can come today.", "They can’t come today.", "negation"),
    ("They can come today.", "They cannot come today.", "negation"),
    ("Nobody was hurt there.", "Everybody was hurt there.", "negation"),
    ("He came with a permit.", "He came without a permit.", "negation"),
    ("The mayor denied it.", "The mayor confirmed it.", "negation"),
    ("It opens if it rains.", "It opens unless it rains.", "negation"),
    ("The strike was legal.", "The strike was illegal.", "negation"),
    ("The water is unsafe now.", "The water is safe now.", "negation"),
    ("He left before the vote.", "He left after the vote.", "negation"),
    ("Prices rose in spring.", "Prices fell in spring.", "negation"),
    ("The jury found him guilty.", "The jury found him innocent.", "negation"),
    ("The council approved it.", "The council rejected it.", "negation"),
    ("He is nearly well.", "He is quite well.", "negation"),
    ("The fair was opened by Anna Kim.", "The fair was opened by Anna Lee.", "name"),
    ("Anna Kim opened the fair.", "Lisa Kim opened the fair.", "name"),
    ("It came from Busan by ship.", "It came from Incheon by ship.", "name"),
    ("The UN agreed to it.", "The EU agreed to it.", "name"),
    ("It is Anna’s boat now.", "It is Maria’s boat now.", "name"),
    ("*Anna Kim* said so again.", "*Maria Kim* said so again.", "name"),
    ('"We go home", he said.', '"We stay home", he said.', "quotation"),
    ("“We go home,” he said.", "“We go away,” he said.", "quotation"),
    ("He called it ‘a good day’ again.", "He called it ‘a bad day’ again.", "quotation"),
    ("He said we go home.", "He said “we go home.”", "quotation"),
    ("“Yes,” he said. “We go.”", "“Yes,” he said.", "quotation"),
]
CALM = [
    ("It was −7 °C at dawn.", "It was -7 °C at that dawn."),
    ("It was minus 7 at dawn.", "It was −7 at that dawn."),
    ("They took 3-5 boats out.", "They took 3–5 small boats out."),
    ("The tram A-12 came late.", "The tram A12 came late."),
    ("A negative answer came.", "An answer came."),
    ("They came - 7 of them.", "They came, 7 of them."),
    ("The fair was opened quite early.", "The fair was opened very early."),
    ("The fair cost 1000 euros.", "The fair did cost 1,000 euros."),
    ("It lasted 5 days in all.", "It lasted five days in all."),
    ("The fair opened.", "A fair opened."),
    ("Traders came to town.", "Visitors came to town."),
    ("He is the one who came.", "He is the man who came."),
    ("They saw one another there.", "They saw themselves there."),
    ("He was not there that day.", "He was never there that day."),
    ("It’s not here today.", "It is not here today."),
    ('"We go home", he said.', "“We go home”, he said slowly."),
    ("Harbor Reopens After Storm", "Harbor Reopens After Flood"),
    ("The boat belongs to Anna Kim.", "It is Anna Kim’s boat now."),
    ("It was in town that year.", "It was in the town that year."),
    ("However, it came too late.", "Still, it came too late."),
    ("He read the news in bed.", "He was reading the news in bed."),
    ("The inside was dark then.", "The inner side was dark then."),
]


@pytest.mark.parametrize(("old", "new", "what"), URGENT)
def test_a_dangerous_edit_is_named(old, new, what):
    assert what in triage(old, new)
    assert what in triage(new, old)


@pytest.mark.parametrize(("old", "new"), CALM)
def test_an_ordinary_edit_is_not_urgent(old, new):
    assert triage(old, new) == ()
    assert triage(new, old) == ()


def test_several_changes_are_all_named_in_one_order():
    old, new = "“Go,” said Anna to 3 men.", "“Stay,” said Maria, not to 4 men."
    assert triage(old, new) == ("number", "negation", "name", "quotation")
