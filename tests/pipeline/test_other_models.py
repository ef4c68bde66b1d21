"""Another spaCy pipeline by setting: what is parsed is read anew, and the archive keeps to it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from pipeline_corpus import PRESS, print_papers

from retold import Archive, RetoldError
from retold.settings import Settings


@pytest.fixture(scope="module")
def another(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The default pipeline under another name, as a folder."""
    pipeline = spacy.load(Settings().model)
    pipeline.meta["name"] = "another"
    folder: Path = tmp_path_factory.mktemp("models") / "another"
    pipeline.to_disk(folder)
    return str(folder)


def pipelines(archive: Archive) -> set[str]:
    return set(archive.table("parses").column("pipeline").to_pylist())


def test_another_model_parses_anew_and_is_kept_to(archive: Archive, tmp_path: Path, another: str) -> None:
    papers = sorted(print_papers(tmp_path / "papers", PRESS).iterdir())
    archive.add(papers[:1])
    first = archive.run()
    before = pipelines(archive)
    run = archive.run(model=another)
    rows = {stage.stage: stage.rows for stage in run.stages}
    assert run.version == first.version + 1
    assert len(pipelines(archive) | before) == 2
    assert rows["parses"] and rows["readings"] and not rows["fingerprints"] and not rows["sentences"]
    archive.add(papers[1:])
    assert archive.run().version > run.version
    assert len(pipelines(archive)) == 1 and not pipelines(archive) & before, "a later run keeps to the model"
    assert json.loads(archive.versions()[-1].settings)["model"] == another
    assert archive.run(model=another).version == archive.version, "nothing is left to do"


def test_a_model_that_cannot_be_used_is_refused_before_anything_is_done(
    archive: Archive, tmp_path: Path
) -> None:
    archive.add(print_papers(tmp_path / "papers", PRESS))
    version = archive.version
    with pytest.raises(RetoldError, match="not installed"):
        archive.run(model="no_such_pipeline")
    for language, reason in (("de", "English"), ("en", "tagger")):
        folder = tmp_path / language
        spacy.blank(language).to_disk(folder)
        with pytest.raises(RetoldError, match=reason):
            archive.run(model=str(folder))
    assert archive.version == version
