"""What articles say, read by themselves, to what they say under the names of their reports: as SQL.

`links` has the rows of `ActorLink`; `mentions`, `statements` and `named` what the readings have.
"""

from __future__ import annotations

from retold.model import Mention, Statement
from retold.schema import schema_of


def _selected(record: type, table: str, changed: dict[str, str]) -> str:
    """The columns of a table, some of them put otherwise."""
    return ", ".join(
        f"{changed[name]} AS {name}" if name in changed else f"{table}.{name}"
        for name in schema_of(record).names
    )


MENTIONS = f"""
    SELECT {
    _selected(
        Mention,
        "mentions",
        {
            "actor_id": "coalesce(links.actor_id, mentions.actor_id)",
            "kind": "coalesce(links.kind, mentions.kind)",
            "method": "CASE WHEN method = 'as named' AND links.actor_id <> found_id THEN 'repaired' ELSE method END",
            "score": "CASE WHEN method = 'as named' AND links.actor_id <> found_id THEN certainty ELSE score END",
        },
    )
}
    FROM mentions LEFT JOIN links
        ON mentions.article_id = links.article_id AND mentions.actor_id = links.found_id
"""
"""The mentions, each of the actor that the report's name is of."""

STATEMENTS = f"""
    SELECT {
    _selected(
        Statement,
        "statements",
        {
            "speaker_id": "coalesce(speakers.actor_id, speaker_id)",
            "addressee_id": "coalesce(addressees.actor_id, addressee_id)",
        },
    )
}
    FROM statements LEFT JOIN links AS speakers
        ON statements.article_id = speakers.article_id AND speaker_id = speakers.found_id
    LEFT JOIN links AS addressees
        ON statements.article_id = addressees.article_id AND addressee_id = addressees.found_id
"""
"""The statements, their speakers and addressees likewise."""

NAMED = """
    SELECT named.* FROM named LEFT JOIN links
        ON named.article_id = links.article_id AND named.actor_id = links.found_id
    WHERE links.found_id IS NULL
    UNION ALL SELECT * FROM repaired
"""
"""The actors of each article; in `repaired` are those that a name was put right of."""
