"""CAMEO's codes for PLOVER's events: every event has one, every category of the first level is reached."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.coding.codebook.cameo import Equivalent, cameo_of, equivalents
from retold.coding.codebook.codebook import codebook

TYPES = sorted(codebook().types)
CONTEXTS = sorted(codebook().contexts)
ROWS = [(event_type, row) for event_type, rows in equivalents().items() for row in rows]


@st.composite
def coded(draw: st.DrawFn) -> tuple[str, str | None]:
    event_type = draw(st.sampled_from(TYPES))
    modes = sorted(codebook().types[event_type].modes)
    return event_type, draw(st.sampled_from([None, *modes]))


@given(
    coded(),
    st.lists(st.sampled_from(CONTEXTS), max_size=4),
    st.none() | st.sampled_from(TYPES),
    st.text(max_size=20),
)
def test_every_event_has_a_code_whose_sign_is_that_of_its_quad_class(
    event: tuple[str, str | None], contexts: list[str], literal: str | None, trigger: str
) -> None:
    found = cameo_of(*event, contexts, literal_type=literal, trigger=trigger)
    assert found.code.isdigit()
    assert len(found.code) in (3, 4)
    assert (found.goldstein > 0) == (found.quad <= 2)
    assert found.code.startswith(found.base)
    assert found.base.startswith(found.root)


@pytest.mark.parametrize(("event_type", "row"), ROWS, ids=lambda value: getattr(value, "code", value))
def test_no_row_is_hidden_behind_another(event_type: str, row: Equivalent) -> None:
    """Each row's own conditions lead to its code."""
    contexts = (row.context,) if row.context else ()
    trigger = row.words[0] if row.words else ""
    assert cameo_of(event_type, row.mode, contexts, literal_type=row.literal, trigger=trigger) == row.code


def test_rows_speak_of_modes_types_and_contexts_that_exist() -> None:
    assert sorted(equivalents()) == TYPES
    for event_type, row in ROWS:
        assert row.mode is None or row.mode in codebook().types[event_type].modes
        assert row.literal is None or row.literal in TYPES
        assert row.context is None or row.context in CONTEXTS


def test_every_root_but_statements_and_appeals_is_reached() -> None:
    assert {row.code.root for _, row in ROWS} == {f"{root:02}" for root in range(3, 21)}


def test_every_type_says_what_all_others_are() -> None:
    for rows in equivalents().values():
        assert rows[-1].holds(None, (), None, "")


@pytest.mark.parametrize(
    ("event_type", "mode", "contexts", "literal", "trigger", "code"),
    [
        ("AGREE", None, (), "CONSULT", "will visit", "036"),
        ("AGREE", None, ("military",), "AID", "pledged", "0332"),
        ("CONSULT", "visit", (), None, "Hosted", "043"),
        ("SUPPORT", None, ("diplomatic",), None, "signed", "057"),
        ("CONCEDE", None, (), "RETREAT", "will withdraw", "035"),
        ("RETREAT", "ceasefire", ("military",), None, "truce", "0871"),
        ("REQUEST", "yield", ("military",), "RETREAT", "urged", "1056"),
        ("ACCUSE", "allege", ("corruption",), None, "accused", "1121"),
        ("REJECT", None, (), None, "vetoed", "129"),
        ("THREATEN", "relations", (), "PROTEST", "will strike", "133"),
        ("MOBILIZE", "troops", ("military",), None, "exercises", "150"),
        ("SANCTION", "discontinue", ("economic",), None, "imposed sanctions", "163"),
        ("SANCTION", "convict", ("legal",), None, "convicted", "116"),
        ("COERCE", "arrest", (), None, "detained", "173"),
        ("COERCE", "cyber", ("cyber",), None, "hacked", "170"),
        ("ASSAULT", None, ("military",), None, "recaptured", "192"),
        ("ASSAULT", "drone", (), None, "struck", "195"),
    ],
)
def test_code_of(
    event_type: str, mode: str | None, contexts: tuple[str, ...], literal: str | None, trigger: str, code: str
) -> None:
    assert cameo_of(event_type, mode, contexts, literal_type=literal, trigger=trigger).code == code


def test_levels_are_gdelts() -> None:
    released = cameo_of("RETREAT", "release", ())
    assert (released.code, released.base, released.root, released.quad) == ("0841", "084", "08", 2)
    apologised = cameo_of("CONCEDE", trigger="apologised")
    assert (apologised.code, apologised.base, apologised.root, apologised.quad) == ("055", "055", "05", 1)
