"""What is known of Korean: how words end, which particles follow, and what is written in one word."""

from l10n.text.korean.josa import PARTICLES, Coda, Particle, attach, coda, fix_particles, particle_at, refit
from l10n.text.korean.particles import Slip, Trust, wrong_particles

from l10n.text.korean.view import View, view

__all__ = [
    "PARTICLES",
    "Coda",
    "Particle",
    "Slip",
    "Trust",
    "View",
    "attach",
    "coda",
    "fix_particles",
    "particle_at",
    "refit",
    "view",
    "wrong_particles",
]
