from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from retold.model import Reading, Variant, VariantKind
from retold.views import counts_of_rest
from retold.views.variants import for_reading

KINDS: list[VariantKind] = [
    "number",
    "date",
    "name",
    "place",
    "polarity",
    "modality",
    "attribution",
    "wording",
    "omission",
    "addition",
    "order",
]


def variant(passage: int, kind: VariantKind, changes_meaning: bool) -> Variant:
    readings = (Reading("six", ("a",)), Reading("nine", ("b",)))
    return Variant("r", passage, kind, readings, changes_meaning, "six", 0.5)


variants = st.lists(st.builds(variant, st.integers(0, 5), st.sampled_from(KINDS), st.booleans()), max_size=12)


def test_what_changes_the_meaning_comes_first_then_damage_then_form() -> None:
    given_order = [
        variant(0, "wording", False),
        variant(0, "order", False),
        variant(1, "name", False),
        variant(0, "name", False),
        variant(2, "polarity", True),
        variant(1, "omission", True),
        variant(3, "number", True),
        variant(2, "number", False),
    ]
    assert [(one.kind, one.passage) for one in for_reading(given_order)] == [
        ("number", 3),
        ("polarity", 2),
        ("omission", 1),
        ("number", 2),
        ("name", 0),
        ("name", 1),
        ("wording", 0),
        ("order", 0),
    ]


@given(variants)
def test_every_variant_is_shown_by_itself_or_counted(found: list[Variant]) -> None:
    views = for_reading(found)
    shown = Counter(one.kind for one in views if one.of_note)
    assert shown + Counter(counts_of_rest(views)) == Counter(one.kind for one in found)
    assert [one.of_note for one in views] == sorted((one.of_note for one in views), reverse=True)


@given(variants)
def test_only_form_without_meaning_is_merely_counted(found: list[Variant]) -> None:
    assert set(counts_of_rest(for_reading(found))) <= set(KINDS[7:])
    assert all(one.of_note for one in for_reading(found) if one.changes_meaning)
