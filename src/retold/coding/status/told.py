"""How something is told, and what a governing word makes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from retold.coding.status.words import Effect
from retold.model import Modality


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that bears on whether something happened, and the rule that says so."""

    rule: str
    words: str


@dataclass(frozen=True, slots=True)
class Told:
    """How something is told: `polarity` is False for what is told not to be; `cues` say why, nearest first.

    `future`: it lies ahead, if it comes at all.
    """

    modality: Modality = "actual"
    polarity: bool = True
    future: bool = False
    cues: tuple[Cue, ...] = ()

    @property
    def plain(self) -> bool:
        """Told as a fact."""
        return self.modality == "actual" and self.polarity

    def because(self, rule: str, words: str) -> Told:
        """The same with one more cue."""
        return replace(self, cues=(*self.cues, Cue(rule, words)))


ACTUAL = Told()
DENIED = Told("denied", False)
MADE: dict[Effect, Told] = {
    "fact": ACTUAL,
    "said": ACTUAL,
    "believed": Told("hypothetical"),
    "planned": Told("planned", future=True),
    "wanted": Told("planned", future=True),
    "demanded": Told("demanded", future=True),
    "risked": Told("hypothetical", future=True),
    "supposed": Told("hypothetical"),
    "refuted": DENIED,
    "denied": DENIED,
}
"""What an effect makes of what a plainly told word governs."""


def within(own: Told, outer: Told) -> Told:
    """A telling inside another: the outer one decides unless it is plain, and a denial turns a denial round."""
    cues = own.cues + outer.cues
    if outer.plain:
        return replace(own, cues=cues)
    if own.plain:
        return replace(outer, cues=cues)
    if own.modality == outer.modality == "denied":
        return Told(cues=cues)
    if outer.modality == "denied":
        return replace(DENIED, cues=cues)
    if own.modality == "denied":
        return Told(outer.modality, False, outer.future, cues)
    return Told(_weaker(own.modality, outer.modality), own.polarity, own.future or outer.future, cues)


def _weaker(own: Modality, outer: Modality) -> Modality:
    return "hypothetical" if "hypothetical" in (own, outer) else own


def governed(effect: Effect, governor: Told) -> Told:
    """What a word of an effect makes of what it governs when it is itself told so: `said` for `not said`."""
    if effect == "carries":
        return governor
    if effect == "fact":
        return ACTUAL
    made = MADE[effect]
    if effect == "said":
        return ACTUAL if governor.polarity else Told("hypothetical")
    if effect == "denied":
        return _denied(governor)
    if not governor.polarity:
        return DENIED if effect in ("planned", "wanted", "believed") else Told("hypothetical")
    if governor.modality == "hypothetical":
        return replace(made, modality="hypothetical")
    return made


def about(effect: Effect, noun: Told) -> Told:
    """What a noun makes of what it is about: a plan, report, demand or fear that is denied takes it along."""
    if noun.modality == "denied" and effect not in ("denied", "fact"):
        return DENIED
    return governed(effect, noun)


def _denied(governor: Told) -> Told:
    """Of what is failed, refused or prevented: not failing to do is doing."""
    if governor.modality == "denied":
        return ACTUAL
    if governor.modality in ("hypothetical", "demanded"):
        return Told(governor.modality, governor.modality == "hypothetical", True)
    return DENIED
