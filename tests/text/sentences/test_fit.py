"""What a text and its translation have in common makes them fit, and what only one has does not."""

from __future__ import annotations

import pytest

from l10n.text.sentences.fit import fit, traits

SOURCE = "The harbor sold nets and boats last May"


def fits(source: str, target: str, spread: float = 0.0) -> float:
    return fit(traits(source, "en"), traits(target, "es"), 1.0, spread)


@pytest.mark.parametrize(
    ("source", "better", "worse"),
    [
        ("They sold 480 nets", "Vendieron 480 redes", "Vendieron 000 redes"),
        ("They sold 480 nets", "Vendieron 480 redes", "Vendieron las redes"),
        ("They sold old nets", "Vendieron las redes", "Vendieron 480 redes"),
        ("they saw Anna Lind", "vieron a Anna Lind", "vieron a Olga Berg"),
        ("they saw the boats", "vieron los barcos a", "vieron los Barcos A"),
        ("Did they see it all?", "¿Vieron ellos todo?", "«Vieron ellos todo»"),
        ("They left the pier.", "Dejaron el muelle.", "Dejaron el muelles"),
    ],
)
def test_numbers_names_and_marks_of_both_fit_better(source, better, worse):
    assert len(better) == len(worse)
    assert fits(source, better) > fits(source, worse) + 0.4


def test_a_number_that_both_have_says_more_than_none():
    assert fits("sold 480 nets then", "vendió 480 redes a") > fits("sold the nets then", "vendió aquella red")


def test_names_that_both_have_say_much():
    assert fits("they saw Anna Lind", "vieron a Anna Lind") > fits("they saw the boats", "vieron los barcos a") + 2


def test_a_length_that_is_usual_fits_best_and_a_hopeless_one_costs_no_more_than_a_bad_one():
    usual, double = fits(SOURCE, "a" * len(SOURCE)), fits(SOURCE, "a" * 2 * len(SOURCE))
    far, farther = fits(SOURCE, "a" * 900), fits(SOURCE, "a" * 9000)
    assert usual > double > far == farther


def test_the_same_length_is_odder_where_lengths_vary_less():
    long = "a" * 2 * len(SOURCE)
    assert fits(SOURCE, long, 0.3) < fits(SOURCE, long, 0.6)
