"""Killed writers and busy readers: the last version stays whole, nothing is seen in part or doubled."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from archive_records import append, article, numbers, publish, publish_articles, replace

from retold.archive.store import Store
from retold.errors import UnknownVersion
from retold.model import Article
from retold.schema import table_of

WRITER = """
import sys
sys.path.insert(0, sys.argv[2])
from archive_records import append, article, publish, replace
from retold.archive.store import Store

store = Store.open(sys.argv[1])
print("ready", flush=True)
with store.writer() as writer:
    while True:
        append(writer, "articles", article(len(writer.files("articles"))))
        replace(writer, "rejected")
        publish(writer)
"""


def start_writer(store: Store) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(store.path), str(Path(__file__).parent)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def test_a_writer_killed_at_any_moment_leaves_the_last_version_whole(store: Store) -> None:
    moments = random.Random(4)
    published = 0
    for attempt in range(10):
        writer = start_writer(store)
        while attempt % 2 and store.snapshot().version == published:
            assert writer.poll() is None
        time.sleep(moments.uniform(0.0, 0.4))
        writer.kill()
        writer.wait()
        snapshot = store.snapshot()
        assert snapshot.version >= published
        published = snapshot.version
        assert numbers(snapshot) == list(range(snapshot.rows("articles"))), "each article once"
        assert [run.version for run in store.versions()] == list(range(1, published + 1))
    assert published >= 5
    with store.writer() as last:
        append(last, "articles", article(len(last.files("articles"))))
        publish(last)
    assert numbers(store.snapshot()) == list(range(store.snapshot().rows("articles")))
    assert unreferenced(store) == set()


def unreferenced(store: Store) -> set[str]:
    """Data files that no version has."""
    named = {
        name
        for version in range(store.snapshot().version + 1)
        for table in ("articles", "rejected", "runs")
        for name in store.snapshot(version).files(table)
    }
    return {str(path) for path in store.path.rglob("*.parquet") if "checkpoint" not in path.name} - named


def test_files_of_an_interrupted_commit_are_removed_and_of_a_finished_one_kept(store: Store) -> None:
    publish_articles(store, article(1))
    [kept] = store.snapshot().files("articles")
    pending = store.path / ".scratch" / "pending" / "articles"
    pending.mkdir(parents=True)
    stray = store.path / "articles" / "00000002-stray.parquet"
    for name in (Path(kept).name, stray.name):
        (pending / name).touch()
    stray.touch()
    with store.writer():
        assert Path(kept).exists()
        assert not stray.exists()


def test_a_version_lost_in_a_power_cut_is_passed_over(store: Store) -> None:
    """The name of the commit to `runs` reached the disk, its content did not."""
    for number in (1, 2):
        publish_articles(store, article(number))
    (store.path / "runs" / "_delta_log" / f"{2:020d}.json").write_text("")
    assert store.snapshot().version == 1
    assert numbers(store.snapshot()) == [1]
    with pytest.raises(UnknownVersion):
        store.snapshot(2)
    publish_articles(store, article(3))
    assert [run.version for run in store.versions()] == [1, 3]
    assert numbers(store.snapshot(3)) == [1, 2, 3]


def test_a_writer_that_fails_frees_the_archive_and_its_scratch(store: Store) -> None:
    try:
        with store.writer() as writer:
            append(writer, "articles", article(1))
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        pass
    assert not (store.path / ".scratch").exists()
    publish_articles(store, article(2))
    assert numbers(store.snapshot()) == [1, 2]


def test_readers_beside_a_writer_see_only_published_versions(store: Store) -> None:
    """Version N holds the articles 0 to N-1, rewritten as a whole each time."""
    seen: set[int] = set()
    failures: list[BaseException] = []
    done = threading.Event()

    def read_on() -> None:
        try:
            while not done.is_set():
                snapshot = Store.open(store.path).snapshot()
                assert numbers(snapshot) == list(range(snapshot.version))
                seen.add(snapshot.version)
        except BaseException as error:
            failures.append(error)

    readers = [threading.Thread(target=read_on) for _ in range(3)]
    for reader in readers:
        reader.start()
    with store.writer() as writer:
        for version in range(1, 26):
            replace(writer, "articles")
            replace(writer, "articles", *map(article, range(version)))
            publish(writer)
    done.set()
    for reader in readers:
        reader.join()
    assert failures == []
    assert len(seen) > 5


def test_versions_survive_the_checkpoints_of_the_log(store: Store) -> None:
    """Delta Lake sums up its log every so many commits."""
    with store.writer() as writer:
        rows = [writer.parquet("articles", [table_of(Article, [article(number)])]) for number in range(45)]
        for files in rows:
            writer.append("articles", files, "m")
            publish(writer)
    assert (store.path / "articles" / "_delta_log" / "_last_checkpoint").exists()
    for version in (1, 19, 20, 21, 45):
        assert numbers(store.snapshot(version)) == list(range(version))
    assert len(store.versions()) == 45
