"""A text after its faults were mended."""


def mended(text, flaws):
    for flaw in sorted(flaws, key=lambda one: one.start, reverse=True):
        assert flaw.fix is not None
        text = text[: flaw.start] + flaw.fix + text[flaw.end :]
    return text
