"""Attacks on published articles: payloads, the places they stand in, the programs that render them, and a judge."""
