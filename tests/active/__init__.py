"""Attacks on published articles: payloads, every place they can stand in, the programs that render them, and a judge."""
