"""Work files for translators' tools, as values: XLIFF 1.2 and 2.1, written and read, with one model of units."""
