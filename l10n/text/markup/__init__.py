"""What in a text is not words: markup and its marks on the way to an engine, links, code, and what a model leaves."""
