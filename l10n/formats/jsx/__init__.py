"""Owns JSX and MDX's own rules: tags, expressions, modules, and which of them stand apart from the text."""
