"""What a machine does to letters is found, and good texts have none of it."""

from __future__ import annotations

import pytest

from l10n.text.punctuation.spoilt import spoilt

SOURCE = "The mayor closed the old pier on 5 May, and the boats left."


@pytest.mark.parametrize(
    ("target", "locale", "word"),
    [
        ("??? ??? ?? ??? ? 5??", "ko", "question marks stand for letters"),
        ("El alcalde cerr? el muelle el 5 de mayo y los barcos se fueron.", "es", "question mark"),
        ("El alcalde cerró el mu?lle el 5 de mayo.", "es", "question marks stand for letters"),
        ("EL ALCALDE CERRÓ EL VIEJO MUELLE EL 5 DE MAYO.", "es", "capitals"),
        ("МЭР ЗАКРЫЛ СТАРЫЙ ПРИЧАЛ 5 МАЯ.", "ru", "capitals"),
        ("El alcalde cerró el muelle el ５ de mayo.", "es", "as wide as"),
        ("시 장 은 5 월 5 일 낡 은 부 두 를 닫 았 다", "ko", "apart"),
        ("Elalcaldecerróelviejomuelleel5demayo.", "es", "run together"),
        ("Elalcaldecerróelviejomuelleel 5demayo,ylosbarcossefueron.", "es", "run together"),
        ("El al@@ calde cerró el muelle.", "es", "nothing that a translator writes"),
        (">>es<< El alcalde cerró el muelle.", "es", "nothing that a translator writes"),
        ("El alcalde cerró el muelle!!!!!", "es", "nothing that a translator writes"),
        ("El alcalde cerró el muelle. \U0001f600", "es", "not in the source"),
        ("El alcalde? Cerró el muelle? Los barcos? Se fueron.", "es", "question marks stand for letters"),
    ],
)
def test_spoilt_letters_are_found(target, locale, word):
    assert any(word in flaw.message for flaw in spoilt(SOURCE, target, locale))


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        (SOURCE, "El alcalde cerró el viejo muelle el 5 de mayo y los barcos se fueron.", "es"),
        (SOURCE, "市長は５月５日に古い桟橋を閉鎖し、船は去った。", "ja"),
        ("Is it open? Nobody knows.", "¿Está abierto? Nadie lo sabe.", "es"),
        ("CNN, ABC, NBC and CBS showed it to the viewers at home.", "CNN, ABC, NBC, CBS가 방영했다.", "ko"),
        ("THE PIER IS CLOSED TODAY AND TOMORROW", "EL MUELLE ESTÁ CERRADO HOY Y MAÑANA", "es"),
        ("Wait … it is open ... we think.", "Espera... está abierto..... creemos.", "es"),
        ("The old piers.", "Embarcaderos", "es"),
        (SOURCE, "أغلقالعمدةالرصيفالقديموغادرتالقوارب", "ar"),
        (SOURCE, "¿Qué hizo el alcalde? Cerró el viejo muelle el 5 de mayo.", "es"),
        ("The sign showed caf??? to all.", "El cartel, ¿qué decía? Decía caf???.", "es"),
        ("Out!!!! The pier is closed.", "¡Fuera!!!!!! El muelle está cerrado.", "es"),
        ("The mayor sent \U0001f6a2 on Monday.", "El alcalde envió \U0001f6a2 el lunes.", "es"),
        ("It was twenty degrees; a good day.", "Eran 20 ℃: un día ★.", "es"),
        (
            "There are boats in Lyon, in Nice and in Pau at noon.",
            "Il y a à Lyon, à Nice et à Pau, à midi, tout y est.",
            "fr",
        ),
    ],
)
def test_good_texts_are_not_spoilt(source, target, locale):
    assert list(spoilt(source, target, locale)) == []
