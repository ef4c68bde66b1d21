"""Where an event happened, as its clause names it, and nowhere else.

The sentences were written for this test, in the manner of news; the predicate stands between asterisks. Behind the arrow
stand the place and its country, "-" where it is in no one state or the text does not tell which.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.actors.dictionary import country_of, dictionary, divisions, plain, rows
from retold.coding.places.places import Place, place_of, place_spans
from retold.reading.article import read_text
from retold.reading.parse import Reading, Word, bare_reading
from retold.reading.parser import parser_named

THERE = """
Russian forces *shelled* the port of Odesa on Tuesday. => Odesa | UKR
Protesters *clashed* with police in central Paris. => central Paris | FRA
At least ten people were *killed* in an explosion in Kabul. => Kabul | AFG
The two ministers *met* in Geneva. => Geneva | CHE
A missile *hit* a market in Aleppo. => Aleppo | SYR
Soldiers *killed* 12 people in the village of Hroza in Ukraine's Kharkiv region. => Hroza | UKR
Rebels *attacked* a convoy near the Syrian town of Azaz. => Azaz | SYR
Fighting *erupted* in eastern Ukraine. => eastern Ukraine | UKR
Police *arrested* 30 people outside the parliament in Tbilisi. => Tbilisi | GEO
Thousands *marched* across Germany. => Germany | DEU
Israel *bombed* targets in southern Lebanon overnight. => southern Lebanon | LBN
Troops *opened* fire on demonstrators in Conakry, Guinea. => Conakry | GIN
Gunmen *ambushed* an army patrol near Maiduguri, Nigeria. => Maiduguri | NGA
The leaders *signed* the accord in Samarkand on Friday. => Samarkand | UZB
*Talks* were held in Geneva last week. => Geneva | CHE
The two sides held *talks* in Oslo. => Oslo | NOR
The *attack* on Kharkiv killed three people. => Kharkiv | UKR
A car bomb *exploded* in the Somali capital on Sunday. => Somali capital | SOM
A suicide bomber *blew* himself up at Kabul airport. => Kabul airport | AFG
The navy *seized* a tanker in the Strait of Hormuz. => Strait of Hormuz | -
China *held* exercises in the South China Sea. => South China Sea | -
China *fired* missiles near Taiwan. => Taiwan | TWN
Pirates *hijacked* a ship off the coast of Somalia. => coast of Somalia | SOM
Pelosi *visited* Taiwan in August. => Taiwan | TWN
Pelosi's *visit* to Taiwan angered China. => Taiwan | TWN
Russia *withdrew* its troops from Kherson. => Kherson | UKR
The army *captured* Bakhmut in May. => Bakhmut | UKR
Ukrainian troops *recaptured* the city of Izium. => Izium | UKR
Police in Berlin *arrested* two men. => Berlin | DEU
Protesters in Tehran *burned* flags. => Tehran | IRN
Workers *protested* in Atlanta, Georgia. => Atlanta | USA
Opposition supporters *protested* in Georgia. => Georgia | GEO
Drones *struck* a refinery in the Russian region of Samara. => Samara | RUS
Rebels *seized* an army base in Myanmar's Shan State. => Shan State | MMR
Militants *killed* nine workers in Pakistan's Balochistan province. => Balochistan province | PAK
Farmers *protested* in the Indian state of Punjab. => Indian state of Punjab | IND
Gunmen *attacked* a police station in Punjab, Pakistan. => Punjab | PAK
Protesters *marched* in Punjab. => Punjab | -
The leaders *met* on the sidelines of a summit in Bali. => Bali | IDN
Police *fired* tear gas at students at a university in Dhaka. => Dhaka | BGD
Clashes *broke* out on the outskirts of Tripoli. => outskirts of Tripoli | LBY
An airstrike *destroyed* a hospital in the north of Syria. => north of Syria | SYR
Two soldiers were *killed* along the border with Belarus. => border with Belarus | -
An earthquake relief team *arrived* in Gaziantep, Turkey. => Gaziantep | TUR
In Paris, Macron *met* the Egyptian president. => Paris | FRA
In Nairobi, thousands marched and *clashed* with police. => Nairobi | KEN
The man *arrested* in Vienna was a spy. => Vienna | AUT
The president, who was *born* in Lagos, won the vote. => Lagos | NGA
A court in Minsk *jailed* the activist. => Minsk | BLR
The rebels *released* five hostages in North Kivu. => North Kivu | COD
Gunmen *killed* 20 villagers in Cordoba, Colombia. => Cordoba | COL
Israeli troops *raided* the Jenin refugee camp in the occupied West Bank. => Jenin refugee camp | PSE
A Russian *strike* on the southern city of Mykolaiv killed two. => Mykolaiv | UKR
Ministers *gathered* at a hotel in Doha, Qatar. => Doha | QAT
In Moscow, Russia *said* it would respond. => Moscow | RUS
A bus was *bombed* in Idlib province. => Idlib province | SYR
Ethiopian forces *entered* Mekelle, the capital of Tigray. => Mekelle | ETH
The *shelling* of Aleppo went on for days. => Aleppo | SYR
The *bombing* took place in Baghdad. => Baghdad | IRQ
The Kharkiv *offensive* began in September. => Kharkiv | UKR
Voters *protested* outside the Russian embassy in London. => London | GBR
Gunmen *stormed* a church in Burkina Faso's Sahel region. => Sahel region | BFA
The army *deployed* soldiers to Goma. => Goma | COD
Police *detained* dozens of people in Moscow and St. Petersburg. => Moscow | RUS
Hundreds *rallied* in Seoul, South Korea. => Seoul | KOR
Kim *met* Putin at a spaceport in Russia's Far East. => Far East | RUS
Taliban fighters *seized* Kunduz, in northern Afghanistan. => Kunduz | AFG
Turkey *launched* air strikes in northern Iraq and Syria. => northern Iraq | IRQ
A ceasefire was *announced* in Cairo by Egyptian mediators. => Cairo | EGY
The *ambush* near Tillaberi killed 17 soldiers. => Tillaberi | NER
In Ukraine, a missile *hit* a market in Kharkiv. => Kharkiv | UKR
Protesters *blocked* a road in Nikopol. => Nikopol | UKR
Villagers *fled* fighting in Ndassima, Central African Republic. => Ndassima | CAF
Troops *crossed* the border in south-eastern Turkey. => south-eastern Turkey | TUR
The president *flew* to Brussels. => Brussels | BEL
Al-Shabaab fighters *attacked* a hotel in Mogadishu, killing nine people. => Mogadishu | SOM
Turkish jets *bombed* Kurdish positions near Qamishli in Syria. => Qamishli | SYR
The court in The Hague *convicted* him of genocide. => The Hague | NLD
Students *rallied* at Tahrir Square in Cairo. => Cairo | EGY
Two boats *collided* off the Libyan coast. => Libyan coast | LBY
Soldiers *mutinied* in Kati, near Mali's capital Bamako. => Kati | MLI
The U.N. Security Council *met* in New York on Friday. => New York | USA
Demonstrators *threw* stones at police in Kashmir's main city of Srinagar. => Srinagar | IND
Villages in the Kursk region were *shelled*. => Kursk region | RUS
Ukraine *struck* the Crimean port of Sevastopol. => Sevastopol | UKR
The *summit* in Vilnius ended without a deal. => Vilnius | LTU
The *meeting* between Xi and Putin took place in Samarkand, Uzbekistan. => Samarkand | UZB
A *protest* in Lyon turned violent. => Lyon | FRA
Houthi rebels *fired* a drone at a ship in the Red Sea. => Red Sea | -
French troops *left* Niger in December. => Niger | NER
Hundreds of miners *blocked* highways in Bolivia. => Bolivia | BOL
Tens of thousands *demonstrated* in the streets of Belgrade. => Belgrade | SRB
The governor of Texas *visited* Taiwan. => Taiwan | TWN
The United States *closed* its consulate in Chengdu. => Chengdu | CHN
Israel *carried* out an air strike on Damascus airport. => Damascus airport | SYR
An Israeli *strike* in the Syrian province of Daraa killed two officers. => Daraa | SYR
Colombian forces *killed* a rebel commander in the department of Arauca. => Arauca | COL
Peacekeepers were *ambushed* between Gao and Kidal in northern Mali. => northern Mali | MLI
Iran *detained* two tourists in the city of Qom. => Qom | IRN
The ship was *attacked* 60 miles off Hodeidah. => Hodeidah | YEM
Police in the German city of Leipzig *dispersed* the crowd. => Leipzig | DEU
Pakistan and India *exchanged* fire across the Line of Control in Kashmir. => Line of Control | -
A man *stabbed* three people at a mall in Victoria, Australia. => Victoria | AUS
A bomb *went* off in Paris, Texas. => Paris | USA
An army helicopter *crashed* in the Central African Republic. => Central African Republic | CAF
The opposition *held* a rally in Dhaka on Saturday. => Dhaka | BGD
Police in Kampala, Uganda, *arrested* the candidate. => Kampala | UGA
The army *freed* hostages in Niger State, Nigeria. => Niger State | NGA
NATO *deployed* battle groups in the Baltics. => Baltics | -
Settlers *burned* olive trees near the Palestinian village of Burin. => Burin | PSE
Fighters *looted* shops in Abeche, in eastern Chad. => Abeche | TCD
The foreign ministers *gathered* in Antalya, a Turkish resort. => Antalya | TUR
Police *raided* the newspaper's offices in Istanbul. => Istanbul | TUR
Migrants *landed* on the Greek island of Lesbos. => Lesbos | GRC
Two soldiers were *wounded* on the Turkish border. => Turkish border | TUR
Police *beat* protesters on a street in Yangon. => Yangon | MMR
Chinese leader Xi *met* Putin on the sidelines of a summit of the bloc in Uzbekistan. => Uzbekistan | UZB
The two leaders will *meet* in the course of a regional summit in Uzbekistan this week. => Uzbekistan | UZB
Beijing *launched* missile drills around Taiwan. => Taiwan | TWN
Fighters loyal to the general *seized* the airport in Benghazi. => Benghazi | LBY
Police officers *shot* a man outside a nightclub in Marseille. => Marseille | FRA
Thousands of Venezuelans *gathered* in front of the electoral council in Caracas. => Caracas | VEN
Indonesia's president *opened* a new port in North Sumatra. => North Sumatra | IDN
Rebels *kidnapped* six aid workers in the Jebel Marra area of Darfur. => Darfur | SDN
Guatemalan prosecutors *searched* party offices in Guatemala City. => Guatemala City | GTM
Ethiopia and Eritrea *reopened* a border crossing at Zalambessa. => Zalambessa | ETH
The Taliban *carried* out an attack in Logar province, south of Kabul. => Logar province | AFG
A Saudi-led *airstrike* hit a school bus in Saada, Yemen. => Saada | YEM
The crew was *arrested* in the port of Piraeus. => Piraeus | GRC
Five miners were *killed* by soldiers near the Peruvian city of Puno. => Puno | PER
Dutch farmers *blocked* highways near Utrecht with tractors. => Utrecht | NLD
Security forces *dispersed* a sit-in in Khartoum. => Khartoum | SDN
A French soldier was *stabbed* at a train station in Paris. => Paris | FRA
The opposition leader was *detained* at the airport in Harare on his return from South Africa. => Harare | ZWE
Chinese vessels *fired* water cannon near Second Thomas Shoal. => Second Thomas Shoal | -
Villagers in Assam *attacked* a police post. => Assam | IND
The foreign minister *arrived* in Pristina for talks with Kosovo's leaders. => Pristina | XKX
Somali pirates *freed* a tanker near Bosaso. => Bosaso | SOM
A Turkish drone *killed* two officials in the Iraqi Kurdistan region. => Iraqi Kurdistan region | IRQ
Nigerian troops *rescued* hostages in Zamfara. => Zamfara | NGA
Hundreds *protested* outside the White House. => White House | USA
Police in riot gear *surrounded* a mosque in Christchurch, New Zealand. => Christchurch | NZL
Bolivian miners *clashed* with police in La Paz. => La Paz | BOL
Two police officers were *shot* in Dallas, Texas. => Dallas | USA
Ukraine's army *repelled* an attack near Kupiansk. => Kupiansk | UKR
Russia and Belarus *began* joint drills in western Belarus. => western Belarus | BLR
Fire *broke* out in a migrant camp on Lesbos. => Lesbos | GRC
The Red Cross *delivered* food to villages in Tigray. => Tigray | ETH
"""

NOWHERE = """
Washington *accused* Beijing of spying.
Beijing *condemned* the visit.
The Kremlin *rejected* the proposal.
Officials in Washington *condemned* the coup.
The United States *imposed* sanctions on Iran.
Investors *lost* interest in China.
She *said* the interest in France was growing.
The minister *resigned* in March.
Reuters reported from Kyiv that Russia had *attacked* the dam.
The European Union *criticized* Hungary.
Paris Hilton *visited* the troops.
Jordan Smith *sued* the city.
North Korea *fired* a missile into the sea.
The two presidents *discussed* trade during a call on Monday.
The rebels, who control Goma, *rejected* the offer.
Japan *protested* to China after ships entered waters near Okinawa.
The prime minister *spoke* by phone with his counterpart in Rome.
He *praised* the army of Mali.
The ministers *held* talks on Kosovo.
Washington wants to *isolate* Russia over its war in Ukraine.
The pope *condemned* the war in Ukraine.
Britain *criticised* Russia for its attack on Kharkiv.
The United States *cancelled* talks in Geneva.
The committee *discussed* the situation in Sudan.
The two Koreas *exchanged* fire along their border on Sunday.
Lawmakers in London *rejected* the deal.
Hungary *refused* to support the sanctions.
Nicaragua *expelled* the papal envoy.
An Egyptian court *sentenced* 75 people to death.
Azerbaijan *accused* Armenia of shelling its positions in Lachin.
Japan's coast guard *chased* two ships away from the disputed islands.
Jackson's critics *attacked* Jordan over the plan.
The army *said* it had killed rebels in Ituri.
China *opposes* foreign interference in Hong Kong.
Germany *promised* tanks to Ukraine.
A Kenyan court *freed* the suspect.
"""


def predicate(marked: str) -> tuple[str, Reading, Word]:
    """The text, the sentence and the word of the predicate marked in it."""
    text = marked.replace("*", "")
    for sentence in read_text(text, parser_named()).sentences:
        for word in sentence.reading:
            if word.start == marked.index("*"):
                return text, sentence.reading, word
    raise AssertionError(marked)


def place_in(marked: str) -> Place | None:
    text, reading, word = predicate(marked)
    place = place_of(reading, word, dictionary())
    assert place is None or text[place.start : place.end] == place.name
    return place


@pytest.mark.parametrize("line", THERE.strip().splitlines())
def test_a_place_is_found_with_its_country(line: str) -> None:
    marked, _, expected = line.partition(" => ")
    name, country = expected.split(" | ")
    place = place_in(marked)
    assert place is not None
    assert (place.name, place.country or "-") == (name, country)


@pytest.mark.parametrize("marked", NOWHERE.strip().splitlines())
def test_no_place_is_taken_from_governments_topics_and_other_clauses(marked: str) -> None:
    assert place_in(marked) is None


def test_a_dateline_is_no_place_of_an_event() -> None:
    assert place_in("KYIV (Reuters) - Russia *accused* the West of lying.") is None


def test_a_name_of_several_states_is_settled_by_what_is_known_from_elsewhere() -> None:
    _, reading, word = predicate("Protesters *marched* in Punjab.")
    for country in ("PAK", "IND"):
        place = place_of(reading, word, dictionary(), near=(country,))
        assert place is not None and place.country == country


def test_names_of_places_are_found_whole() -> None:
    text = "From Ras al-Khaimah to South Korea, New York City and the Central African Republic, Paris Hilton travels."
    reading = read_text(text, parser_named()).sentences[0].reading
    spans = place_spans(reading, dictionary())
    assert [text[reading[span.first].start : reading[span.last - 1].end] for span in spans] == [
        "Ras al-Khaimah",
        "South Korea",
        "New York City",
        "Central African Republic",
    ]


def test_divisions_are_those_of_states_and_are_found_by_all_their_names() -> None:
    states = {country_of(row["code"]) for row in rows("states") if not row["sovereign"]}
    assert {country for countries in divisions().values() for country in countries} <= states
    assert divisions()[plain("Hadramaut")] == divisions()[plain("Hadramout")] == ("YEM",)
    assert set(divisions()[plain("Amazonas")]) == {"BRA", "COL", "PER", "VEN"}


@pytest.mark.parametrize(
    ("country", "number"),
    [("JPN", 47), ("TUR", 81), ("KEN", 47), ("ROU", 41), ("BRA", 27), ("HUN", 19), ("SWE", 21), ("PER", 25)],
)
def test_states_have_as_many_divisions_as_they_have(country: str, number: int) -> None:
    """Turkey 81 provinces, Japan 47 prefectures; Romania and Hungary without their capitals, which stand apart."""
    assert sum(row["country"] == country for row in rows("divisions")) == number


def test_no_division_stands_twice_in_a_state() -> None:
    named = sorted((row["country"], plain(row["name"])) for row in rows("divisions"))
    assert not [one for one, next_one in pairwise(named) if one == next_one]


@given(st.text(max_size=80))
def test_any_words_have_a_place_in_them_or_none(text: str) -> None:
    reading = bare_reading(text)
    spans = place_spans(reading, dictionary())
    assert all(one.last <= other.first for one, other in pairwise(spans))
    for word in reading:
        assert place_of(reading, word, dictionary()) is None
