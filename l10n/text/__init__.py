"""Rules about language and about a source and its translation; no files, no network."""
