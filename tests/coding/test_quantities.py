"""The numbers that belong to an event, as ranges, with what they are the number of.

The sentences were written for this test, in the manner of news; the predicate stands between asterisks, behind it the
type of its event. Behind the arrow stand kind, least, most and unit; "-" is an end that the text leaves open.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.coding.quantities.numbers import NumberFound, numbers_in
from retold.coding.quantities.quantities import quantities_of
from retold.model import Quantity
from retold.reading.article import read_text
from retold.reading.parse import bare_reading
from retold.reading.parser import parser_named

QUANTITIES = """
Russian forces *killed* at least 12 people in Kharkiv. | ASSAULT => killed 12 -
Gunmen *attacked* a village, killing at least 12 people and wounding dozens. | ASSAULT => killed 12 -; injured 24 99
Twelve soldiers were *killed* and 20 wounded on Friday. | ASSAULT => killed 12 12; injured 20 20
A bomb *exploded* in a market, killing nine. | ASSAULT => killed 9 9
The *attack* killed 30 people and injured more than 100. | ASSAULT => killed 30 30; injured 100 -
The *strike* left three dead and more than 20 injured. | ASSAULT => killed 3 3; injured 20 -
At least five people died in the *bombing*. | ASSAULT => killed 5 -
Two people were killed in an *attack* on a convoy. | ASSAULT => killed 2 2
The *strike* caused no casualties. | ASSAULT => injured 0 0; killed 0 0
No one was hurt in the *attack*. | ASSAULT => injured 0 0
The death toll from the *bombing* rose to 52. | ASSAULT => killed 52 52
The army *shelled* the town, leaving 15 people missing. | ASSAULT => missing 15 15
The *shelling* had a death toll of 40. | ASSAULT => killed 40 40
The *attack* claimed 17 lives. | ASSAULT => killed 17 17
Police *arrested* 30 protesters in Minsk. | COERCE => arrested 30 30
More than 200 people were *detained* during the march. | COERCE => arrested 200 -
Police *detained* dozens of activists. | COERCE => arrested 24 99
The *arrest* of 14 journalists angered the union. | COERCE => arrested 14 14
Officers used tear gas and *made* 12 arrests. | COERCE => arrested 12 12
Tens of thousands *marched* in central Paris. | PROTEST => crowd 20000 99999
About 5,000 people *protested* outside the parliament. | PROTEST => crowd 4500 5500
A crowd of 5,000 *rallied* in the square. | PROTEST => crowd 5000 5000
The *rally* drew more than 10,000 people. | PROTEST => crowd 10000 -
Some 300 workers went on *strike*. | PROTEST => crowd 270 330
Hundreds of students joined the *protest*. | PROTEST => crowd 200 999
A *march* by 500 farmers blocked the road. | PROTEST => crowd 500 500
Nearly 2,000 teachers *demonstrated* on Monday. | PROTEST => crowd 1800 2000
A *demonstration* attended by 700 people ended peacefully. | PROTEST => crowd 700 700
The United States *sent* 2,000 soldiers to Poland. | MOBILIZE => troops 2000 2000
NATO *deployed* a 4,000-strong force to the Baltics. | MOBILIZE => troops 4000 4000
Russia *massed* up to 100,000 troops on the border. | MOBILIZE => troops - 100000
France *withdrew* 1,500 troops from Niger. | RETREAT => troops 1500 1500
The *withdrawal* of 2,000 soldiers began in June. | RETREAT => troops 2000 2000
The government *called* up 300,000 reservists. | MOBILIZE => troops 300000 300000
Between 10,000 and 15,000 soldiers were *deployed* along the frontier. | MOBILIZE => troops 10000 15000
The United States *approved* $3 billion in aid to Ukraine. | AID => money 3000000000 3000000000 USD
Germany *gave* EUR 50m to Moldova. | AID => money 50000000 50000000 EUR
Japan *pledged* 2.5 million euros for refugees. | AID => money 2500000 2500000 EUR
India *provided* 100 crore rupees to Nepal. | AID => money 1000000000 1000000000 INR
Canada *sent* C$20 million in food aid. | AID => money 20000000 20000000 CAD
Hong Kong *offered* HK$5 billion in loans. | AID => money 5000000000 5000000000 HKD
The two countries *signed* a deal worth $400 million. | AGREE => money 400000000 400000000 USD
The EU *froze* more than €200 billion of Russian assets. | SANCTION => money 200000000000 - EUR
China *gave* Laos a $500 million loan. | AID => money 500000000 500000000 USD
A court *fined* the company 10 million pounds. | COERCE => money 10000000 10000000 GBP
Britain *announced* between $2 billion and $3 billion in aid. | AID => money 2000000000 3000000000 USD
Pakistan *allocated* 500 million rupees for flood victims. | AID => money 500000000 500000000 PKR
Mexico *donated* 30 million pesos. | AID => money 30000000 30000000 MXN
Two dozen rebels were *killed* by the army. | ASSAULT => killed 24 24
The blast *wounded* several people. | ASSAULT => injured 3 9
Between 10 and 20 fighters were *killed*. | ASSAULT => killed 10 20
Police *shot* dead three protesters. | ASSAULT => killed 3 3
The group *kidnapped* 12 girls aged 9 to 15. | COERCE =>
A suicide bomber *killed* himself and six guards. | ASSAULT => killed 6 6
Israel *struck* 12 targets in Gaza. | ASSAULT =>
The minister *resigned* after 12 years in office. | RETREAT =>
Lawmakers *condemned* an attack that killed 40 people. | ACCUSE =>
Police *killed* a 12-year-old boy. | ASSAULT =>
The president *visited* three countries. | CONSULT =>
He *said* 40 people were killed. | CONSULT =>
The army *attacked* the rebels on March 12. | ASSAULT =>
Twenty people were killed when gunmen *opened* fire. | ASSAULT => killed 20 20
The *massacre* of 50 villagers shocked the country. | ASSAULT => killed 50 50
The *clashes* resulted in 12 deaths and 30 injuries. | ASSAULT => killed 12 12; injured 30 30
Drones *hit* a hotel, wounding two guards. | ASSAULT => injured 2 2
An *attack* that killed 19 soldiers was claimed by the group. | ASSAULT => killed 19 19
Rebels *ambushed* a patrol and killed 11 soldiers. | ASSAULT =>
The *protest* left two people dead. | PROTEST => killed 2 2
Around half a million people *rallied* in Madrid. | PROTEST => crowd 450000 550000
The navy *seized* drugs worth about $12 million. | COERCE => money 10800000 13200000 USD
Seven sailors were *wounded* and another four killed. | ASSAULT => injured 7 7; killed 4 4
Thousands of farmers and 300 tractors *blocked* roads. | PROTEST => crowd 2000 9999
Lakhs of workers went on *strike* across India. | PROTEST =>
The UN *sent* 150 peacekeepers and $2 million to Haiti. | AID => troops 150 150; money 2000000 2000000 USD
Twenty-five officers were *injured*. | ASSAULT => injured 25 25
Scores of civilians were *massacred*. | ASSAULT => killed 40 99
Fewer than 100 people *attended* the vigil. | PROTEST => crowd - 100
Police *detained* as many as 50 people. | COERCE => arrested - 50
Hundreds of thousands *demonstrated* against the reform. | PROTEST => crowd 200000 999999
One person was *killed* and eight others were injured. | ASSAULT => killed 1 1; injured 8 8
Nobody was *killed* in the shelling. | ASSAULT => killed 0 0
The fighting caused 12 *deaths*. | ASSAULT => killed 12 12
Three men were *shot* dead in Lagos. | ASSAULT => killed 3 3
The army *said* it had lost 40 soldiers. | CONSULT =>
The two leaders *met* for three hours. | CONSULT =>
Ministers *met* in 2023 and 2024. | CONSULT =>
A fire *destroyed* 40 homes. | ASSAULT =>
Washington *imposed* sanctions on 12 companies. | SANCTION =>
Iran *executed* two men convicted of spying. | COERCE => killed 2 2
Police *fired* tear gas at about 1,000 protesters. | COERCE =>
The strike *killed* a father and his two sons. | ASSAULT => killed 2 2
France will *contribute* 300 million euros to the fund. | AID => money 300000000 300000000 EUR
The company *paid* $5bn, about 3 percent of its value. | AID => money 5000000000 5000000000 USD
Rebels freed 20 hostages and *killed* 5 others. | ASSAULT => killed 5 5
Nineteen people were killed and at least 40 injured in *clashes*. | ASSAULT => killed 19 19; injured 40 -
A suicide bomber *struck* a mosque, killing more than 60 worshippers. | ASSAULT => killed 60 -
Gunmen *kidnapped* nearly 300 schoolgirls. | COERCE =>
Colombia's army *killed* nine guerrillas in an air raid. | ASSAULT => killed 9 9
Some 40,000 people took part in the *demonstration*. | PROTEST => crowd 36000 44000
Riot police *detained* at least 80 demonstrators, including 12 women. | COERCE => arrested 80 -
The World Bank *approved* a $1.5 billion loan to Kenya. | AID => money 1500000000 1500000000 USD
Norway will *give* 200 million kroner to the Palestinians. | AID => money 200000000 200000000 NOK
Turkey *sent* about 500 commandos across the border. | MOBILIZE => troops 450 550
Two policemen and a civilian were *killed* in the clash. | ASSAULT => killed 2 2
The *shooting* left at least 10 people dead and 15 wounded. | ASSAULT => killed 10 -; injured 15 15
Australia *withdrew* its last 80 troops. | RETREAT => troops 80 80
Four days of *fighting* have killed over 200 people. | ASSAULT => killed 200 -
Washington *fined* the bank €8.9bn. | SANCTION => money 8900000000 8900000000 EUR
An estimated one million people *filled* the streets. | PROTEST => crowd 900000 1100000
Six people have been *killed* and hundreds injured since Monday. | ASSAULT => killed 6 6; injured 200 999
The two generals *met* in Doha. | CONSULT =>
Israeli fire *wounded* 17 Palestinians, three of them critically. | ASSAULT => injured 17 17
Poland will *spend* 4 percent of its output on defence. | MOBILIZE =>
South Korea *donated* ten ambulances and $300,000. | AID => money 300000 300000 USD
Soldiers *opened* fire on a crowd of about 2,000 people. | ASSAULT =>
The *crash* killed all 176 people on board. | ASSAULT => killed 176 176
Hundreds *fled* the shelling. | ASSAULT =>
Up to 3,000 troops *joined* the exercise. | MOBILIZE => troops - 3000
Militants *beheaded* 11 farmers near Maiduguri. | ASSAULT => killed 11 11
The UN *appealed* for $1.2 billion for Yemen. | REQUEST => money 1200000000 1200000000 USD
Police *arrested* six men and two women. | COERCE => arrested 6 6; arrested 2 2
Russian *shelling* killed a woman and wounded three others. | ASSAULT => injured 3 3
About 150 Greenpeace activists *blocked* the port. | PROTEST => crowd 135 165
Britain will *train* 10,000 Ukrainian soldiers. | COOPERATE => troops 10000 10000
Clashes *erupted* after 30 houses were burned. | ASSAULT =>
Turkey *detained* 44 people, among them 10 officers. | COERCE => arrested 44 44
Nine people were reported *killed*, including two children. | ASSAULT => killed 9 9
Sweden *sent* 1.5 billion kronor worth of arms to Kyiv. | AID => money 1500000000 1500000000 SEK
The *protests*, in which at least 20 people have died, entered a second week. | PROTEST => killed 20 -
A Saudi-led *airstrike* killed dozens of civilians, including 14 children, the rebels said. | ASSAULT => killed 24 99
Thousands gathered in the square and *marched* to parliament. | PROTEST => crowd 2000 9999
Hundreds of people are expected to *protest* on Friday. | PROTEST => crowd 200 999
Thirty students were beaten and *arrested*. | COERCE => arrested 30 30
"""


def quantities(marked: str, event_type: str) -> tuple[Quantity, ...]:
    text = marked.replace("*", "")
    for sentence in read_text(text, parser_named()).sentences:
        for word in sentence.reading:
            if word.start == marked.index("*"):
                found = quantities_of(sentence.reading, word, event_type)
                assert all(text[one.start : one.end] == one.text for one in found)
                return found
    raise AssertionError(marked)


def shown(one: Quantity) -> str:
    ends = ["-" if end is None else f"{end:.12g}" for end in (one.low, one.high)]
    return " ".join([one.kind, *ends, *([one.unit] if one.unit else [])])


@pytest.mark.parametrize("line", QUANTITIES.strip().splitlines())
def test_an_event_has_the_numbers_of_its_clause(line: str) -> None:
    told, _, expected = line.partition(" =>")
    marked, _, event_type = told.rpartition(" | ")
    assert "; ".join(map(shown, quantities(marked, event_type))) == expected.strip()


def test_the_words_that_hedge_are_kept() -> None:
    (killed,) = quantities("At least 12 people were *killed*.", "ASSAULT")
    assert (killed.text, killed.hedges) == ("At least 12", ("at least",))


def number(text: str) -> NumberFound:
    (found,) = numbers_in(bare_reading(text))
    return found


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("US$3.5 million", 3.5e6, 3.5e6, "USD"),
        ("A$200m", 2e8, 2e8, "AUD"),
        ("2.5bn euros", 2.5e9, 2.5e9, "EUR"),
        ("EUR 50m", 5e7, 5e7, "EUR"),
        ("Rs. 100 crore", 1e9, 1e9, "INR"),
        ("30 lakh Pakistani rupees", 3e6, 3e6, "PKR"),
        ("$2-3 billion", 2e9, 3e9, "USD"),
        ("20 to 30 million euros", 2e7, 3e7, "EUR"),
        ("500 Hong Kong dollars", 500, 500, "HKD"),
        ("$40 for Canada", 40, 40, "USD"),
        ("60 pesos", 60, 60, None),
        ("half a million", 5e5, 5e5, None),
        ("two hundred and fifty", 250, 250, None),
        ("a few hundred", 200, 900, None),
        ("well over 1,000", 1000, None, None),
        ("12 or more", 12, None, None),
        ("100+ people", 100, None, None),
        ("fewer than forty", None, 40, None),
        ("about 300 000 men", 270000, 330000, None),
        ("10-20 men", 10, 20, None),
        ("two or three men", 2, 3, None),
    ],
)
def test_numbers_are_read_in_any_notation(
    text: str, low: float | None, high: float | None, unit: str | None
) -> None:
    found = number(text)
    assert (found.low, found.high, found.unit) == (low, high, unit)


@pytest.mark.parametrize(
    "text", ["on May 20", "in 2022", "4 percent", "the 20th", "at 6 p.m.", "50m away", "the company"]
)
def test_dates_shares_and_lengths_are_no_numbers_of_people_or_money(text: str) -> None:
    assert not numbers_in(bare_reading(text))


def test_two_amounts_are_not_one_range() -> None:
    found = numbers_in(bare_reading("The toll rose from 10 to 20."))
    assert [(one.low, one.high) for one in found] == [(10, 10), (20, 20)]


@given(st.integers(1, 10**10 - 1))
def test_a_figure_is_worth_what_it_says(value: int) -> None:
    assert number(f"{value:,} people").low == value
    assert number(f"${value:,}").high == value


@given(st.text(alphabet="0123456789 ,.-$€kmbn+ torandhusivl", max_size=60))
def test_the_least_is_never_more_than_the_most_and_spans_are_of_the_text(text: str) -> None:
    for one in numbers_in(bare_reading(text)):
        assert 0 <= one.start < one.end <= len(text)
        assert one.low is None or one.high is None or one.low <= one.high


@given(st.text(max_size=80), st.sampled_from(["ASSAULT", "AID", "PROTEST", ""]))
def test_words_that_nothing_parses_give_no_numbers_of_an_event_without_a_type(
    text: str, event_type: str
) -> None:
    reading = bare_reading(text)
    found = [quantity for word in reading for quantity in quantities_of(reading, word, event_type)]
    assert event_type or not found
