"""The way from the bytes of an article to its text."""
