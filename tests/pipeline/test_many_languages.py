"""Articles in several languages and scripts meet their story by the sounds of names and by numbers."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest
from pipeline_corpus import jsonl

from retold import Archive, compare

# Two happenings of one week in one country; the same minister has a part in both.
BRIDGE = {
    "en": "Engineers closed the Garabad bridge over the Zeravan on Monday after inspectors found 14 cracked bearings. "
    "Transport minister Tarlan Mirzoyev told reporters in Bakhtaran that 23,000 vehicles a day would have to go "
    "through Sulmazar until repairs end in November. The bridge, built by the Koltsov works in 1974, carries the road "
    "to Ashkent.",
    "ru": "Мост Гарабад через Зераван закрыли в понедельник: инспекторы нашли 14 треснувших опор. Как сообщил в "
    "Бахтаране министр транспорта Тарлан Мирзоев, 23 000 машин в сутки поедут через Сулмазар, а ремонт закончится в "
    "ноябре. Дорогу в Ашкент по мосту, который завод Кольцова построил в 1974 году, откроют последней.",
    "ar": "أغلق المهندسون يوم الاثنين جسر غاراباد فوق نهر زيرافان بعد العثور على ١٤ دعامة متصدعة. وقال وزير النقل "
    "تارلان ميرزويف في باختاران إن ٢٣٬٠٠٠ سيارة ستمر يوميا عبر سولمازار حتى نوفمبر. وقد بنت مصانع كولتسوف الجسر عام "
    "١٩٧٤ على طريق أشكنت.",
    "el": "Η γέφυρα Γκαραμπάντ πάνω από τον ποταμό Ζεραβάν έκλεισε τη Δευτέρα, αφού οι επιθεωρητές βρήκαν 14 ραγισμένα "
    "έδρανα. Ο υπουργός Μεταφορών Ταρλάν Μιρζόγεφ είπε στο Μπαχταράν ότι 23.000 οχήματα την ημέρα θα περνούν από το "
    "Σουλμαζάρ έως τον Νοέμβριο. Η γέφυρα χτίστηκε το 1974 από τα εργοστάσια Κολτσόφ και οδηγεί στο Ασκέντ.",
    "de": "Die Garabad-Brücke über den Zeravan ist seit Montag gesperrt: Prüfer hatten 14 gerissene Lager gefunden. "
    "Verkehrsminister Tarlan Mirzoyev sagte in Bakhtaran, 23.000 Fahrzeuge am Tag müssten bis November durch Sulmazar "
    "fahren. Die Brücke an der Straße nach Ashkent bauten die Werke Koltsov im Jahr 1974.",
}
STRIKE = {
    "en": "Ferry crews at Port Dashruz walked out on Thursday over 3 months of unpaid wages, stranding 1,850 "
    "passengers bound for Kelif. Union leader Oraz Bayramov said talks with transport minister Tarlan Mirzoyev had "
    "collapsed after 40 minutes, and that the crews of Nurgul and Saparlyk would stay ashore until the Merdan company "
    "paid.",
    "ru": "Экипажи паромов в порту Дашруз забастовали в четверг из-за невыплаты зарплаты за 3 месяца; 1850 пассажиров "
    "не смогли уехать в Келиф. Лидер профсоюза Ораз Байрамов заявил, что переговоры с министром транспорта Тарланом "
    "Мирзоевым сорвались через 40 минут. Команды «Нургуль» и «Сапарлык» останутся на берегу, пока компания «Мердан» "
    "не заплатит.",
}


@pytest.mark.parametrize("language", ["ru", "ar", "el", "de"])
def test_a_story_is_known_in_another_language_and_is_no_copy(language: str) -> None:
    found = compare(BRIDGE["en"], BRIDGE[language])
    assert found.same_story > 0.5
    assert found.same_report < 0.5
    assert found.features.sounds == compare(BRIDGE[language], BRIDGE["en"]).features.sounds > 0.2


def test_another_happening_with_the_same_minister_is_another_story() -> None:
    assert compare(BRIDGE["en"], STRIKE["ru"]).same_story < 0.2
    assert compare(STRIKE["en"], STRIKE["ru"]).same_story > 0.5


def test_within_one_language_sounds_say_nothing() -> None:
    assert compare(BRIDGE["en"], STRIKE["en"]).features.sounds == 0.0


def test_a_run_puts_articles_of_all_languages_into_their_stories(archive: Archive, tmp_path: Path) -> None:
    told = [(f"bridge-{language}", text, language, "2026-03-02") for language, text in BRIDGE.items()]
    told += [(f"strike-{language}", text, language, "2026-03-05") for language, text in STRIKE.items()]
    lines = [
        json.dumps({"id": name, "text": text, "language": language, "published": day})
        for name, text, language, day in told
    ]
    archive.add(jsonl(tmp_path / "press.jsonl", lines))
    archive.run(until="stories")
    rows = archive.sql("SELECT story_id, external_id FROM memberships JOIN articles USING (article_id)")
    stories: dict[str, set[str]] = defaultdict(set)
    for row in rows.to_pylist():
        stories[row["story_id"]].add(row["external_id"])
    expected = [{name for name, *_ in told if name.startswith(story)} for story in ("bridge", "strike")]
    assert sorted(map(sorted, stories.values())) == sorted(map(sorted, expected))
