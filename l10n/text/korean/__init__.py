"""What is known of Korean: how words end, which particles follow, and what is written in one word."""

from l10n.text.korean.josa import PARTICLES, Coda, Particle, attach, coda, fix_particles, particle_at, refit
from l10n.text.korean.keyboard import mistyped, on_english_keys
from l10n.text.korean.particles import Slip, Trust, wrong_particles
from l10n.text.korean.spacing import Respelling, misspaced, misspelt, split_particles
from l10n.text.korean.visible_text import OBJECT, View, view

__all__ = [
    "OBJECT",
    "PARTICLES",
    "Coda",
    "Particle",
    "Respelling",
    "Slip",
    "Trust",
    "View",
    "attach",
    "coda",
    "fix_particles",
    "misspaced",
    "misspelt",
    "mistyped",
    "on_english_keys",
    "particle_at",
    "refit",
    "split_particles",
    "view",
    "wrong_particles",
]
