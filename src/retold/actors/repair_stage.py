"""Reports to the names put right in them, and to the actors so named, as tables."""

from __future__ import annotations

import pyarrow as pa

from retold.actors.bearers import ArticleNames
from retold.actors.repair import forms_by_article, repaired_names
from retold.actors.repaired_actors import RepairedActors, repaired_actors
from retold.model import NameRepair
from retold.renditions.stage import tellings_of
from retold.schema import rows_of, schema_of, table_of


def repair_rows(told: pa.Table) -> pa.Table:
    """The names of one report, a row of `NameRepair` for each article: rows as for `rendition_rows`, all collated."""
    rows = told.to_pylist()
    tellings = tellings_of(rows)
    forms = forms_by_article(repaired_names(tellings))
    return table_of(
        NameRepair,
        (
            NameRepair(rows[0]["report_id"], telling.article_id, forms.get(telling.article_id, ()))
            for telling in tellings
        ),
    )


REPAIRED = schema_of(RepairedActors)


def repaired_actor_rows(told: pa.Table) -> pa.Table:
    """The actors of one report that its names put right, a row of `RepairedActors`: from rows of `ArticleNames`."""
    return table_of(RepairedActors, [repaired_actors(rows_of(ArticleNames, told))])
