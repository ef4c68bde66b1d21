"""Whether what a predicate names is told as done, planned, supposed, asked for, denied or long past.

The sentences were written for this test, in the manner of news; the word in question stands between asterisks.
"""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files

import pytest
from coded_events import found_in, kinds
from hypothesis import given
from hypothesis import strategies as st

from retold.coding.status.status import Status, status_at, status_of
from retold.coding.status.words import EFFECTS
from retold.model import Modality
from retold.reading.article import ReadArticle, read_text
from retold.reading.parse import Reading, Word, bare_reading
from retold.reading.parser import parser_named

ACTUAL = """
Russian forces *shelled* the port of Odesa on Tuesday.
The minister *resigned* after weeks of protests.
Israel's air force has *struck* a weapons depot near Damascus.
Two people were *killed* and five wounded in the attack.
The army said its troops had *captured* the village overnight.
According to the ministry, rebels *attacked* a convoy in the north.
The president is *visiting* Ankara this week.
Thousands of farmers are *blocking* roads across the country.
The two sides managed to *reach* an agreement.
Fighting resumed after the government *broke* the truce.
Beijing began *building* a base on the island.
The guards continued to *fire* at the crowd.
The general regretted that his soldiers had *killed* civilians.
The United States *imposed* sanctions on two banks.
Following Tuesday's *attack*, the embassy was closed.
The *attack* killed nine people.
He was arrested for *spying* on the fleet.
The blast came hours after police *raided* the newspaper.
Merkel met Macron in Berlin and *discussed* the budget.
They met to *discuss* trade.
The court *sentenced* him to six years in prison.
Turkey's *invasion* of the island angered Greece.
Forced to *retreat*, the rebels left their weapons behind.
The government was forced to *withdraw* the bill.
The minister did not know that the bank had *collapsed*.
Police used tear gas to *disperse* the protesters.
The army carried out an air *strike* on the camp.
Washington accused Tehran of *arming* the rebels.
The first country to *recognise* the new state was Norway.
Protesters *gathered* outside parliament, demanding that the prime minister step down.
By *closing* the border, Poland angered its neighbour.
The *arrested* men were taken to the capital.
If the talks fail, the union will strike, its leader *said*.
Despite the *ceasefire*, shells fell on the town.
The visit came as the two countries *signed* a trade deal.
Despite threatening to leave, Britain *stayed* in the talks.
The company failed to stop workers from leaving, and 300 of them *left*.
He denied the charges when police *questioned* him.
Not only did the army *fire* on the crowd, it also jailed its leaders.
The *arrest* of the editor was condemned abroad.
South Korea held joint *exercises* with the United States.
The navy *seized* a tanker that was heading for Syria.
The Kremlin said on Friday that its forces had *taken* full control of the town after months of fighting.
In a statement, the foreign ministry *condemned* what it called a provocation.
Ukrainian troops have *recaptured* dozens of settlements in the Kharkiv region, officials said.
Having *seized* the airport, the rebels turned towards the capital.
The decision came a day after gunmen *abducted* three aid workers.
The president, who *vetoed* the bill twice, faces an election in May.
China *fired* missiles over Taiwan for the first time since 1996.
Officials confirmed that two soldiers had been *killed* by a mine.
Iran has been *enriching* uranium at two sites.
The *killing* of the journalist strained ties.
A Saudi-led coalition carried out air *raids* on Sanaa, killing 12 people.
The ministers held *talks* in Vienna on Wednesday.
Residents reported *shelling* near the market.
He said the army would respond to the *attack* on its base.
Washington has imposed *sanctions* on the company for helping Iran.
The protests erupted when police *beat* a student.
Police said they had *arrested* three suspects.
Kosovo *declared* independence despite objections from Serbia.
Prime Minister Li Keqiang's *visit* to Moscow strengthened the partnership.
The two leaders *met* on the sidelines of the summit, where they discussed energy.
The EU *suspended* talks after the crackdown.
Hundreds were *injured* as police tried to clear the square.
Russia *stopped* gas deliveries to Poland.
After the *invasion*, prices doubled.
Talks aimed at ending the war *collapsed* without the two sides signing.
Turkish jets *bombed* Kurdish positions in northern Syria overnight, the defence ministry said.
The opposition leader was *jailed* last month on charges his lawyers call absurd.
An explosion *tore* through a mosque in Peshawar, killing at least 59.
The defendants were found guilty of *plotting* to overthrow the government.
The union's *strike*, which began on Monday, has paralysed the ports.
The prime minister *apologised* for the killings.
Thousands of people *marched* through Minsk, demanding that Lukashenko step down.
A UN convoy *delivered* food to the besieged town.
The *arrest* came as he was preparing to leave the country.
Armenia *accused* Azerbaijan of shelling villages.
France said it *sent* 200 soldiers to the region.
They succeeded in *driving* the militants out.
The ministry *expelled* three diplomats in response.
Critics say the law *violates* the constitution.
The two sides exchanged *fire* across the border.
The navy, which had been tracking the vessel, *boarded* it at dawn.
The Saudi king *received* the Chinese president in Riyadh.
It was the first time that the army *used* drones.
What angered voters was the *raid* on the newspaper.
Once the troops *entered* the city, looting began.
Sri Lanka's president *fled* the country.
The rebels, *backed* by Rwanda, advanced on Goma.
"We *shot* down two planes," the commander said.
Kim's sister *dismissed* the offer as foolish.
The Wagner group *withdrew* its fighters from Bakhmut, its founder said in a video.
Colombia's government *freed* 20 rebels as a goodwill gesture.
By Sunday evening more than 400 people had been *detained*, according to a monitoring group.
Canada *summoned* the Chinese ambassador over the balloon.
A *bomb* attack in Mogadishu killed the deputy mayor.
Niger's generals *ousted* President Bazoum in July.
Beijing's *purchases* of Russian oil rose by half.
Both sides traded *accusations* of violating the truce.
The senator, *convicted* of fraud, appealed.
Rights groups said security forces *opened* fire on mourners.
Tokyo lodged a *protest* with Moscow.
With the border *closed*, thousands were stranded.
Saudi Arabia and Iran *restored* diplomatic relations after seven years.
The general was *shot* while leaving his home.
Days after *losing* the election, he fled.
The bank *froze* the assets of two oligarchs.
Niger carried out its threat to *expel* the envoy.
The rebels honoured their promise to *free* the engineers.
The company succeeded in its bid to *buy* the port.
The two neighbours held the long-planned *talks* in Ankara on Friday.
Russia launched its threatened *offensive* against the city.
The troops did not *leave* until the ransom was paid.
Not until midnight did the guards *leave*.
Burmese troops reportedly *burned* three villages.
The militia claims to have *captured* the airport.
The director *criticised* the government in an interview about his film.
Poland closed its border because Belarus *sent* migrants.
"""

PLANNED = """
Xi will *visit* Moscow next month.
The leaders are to *meet* on Friday.
France is set to *send* more tanks.
The prime minister plans to *travel* to Delhi.
The two presidents agreed to *hold* talks.
Germany promised to *deliver* ammunition.
The delegation is due to *arrive* on Monday.
The summit is scheduled to be *held* in Samarkand.
The minister said his country would *send* medical aid.
The government has decided to *close* the embassy.
The king invited the emir to *visit* Madrid.
Turkey intends to *withdraw* its troops.
Japan is going to *impose* sanctions on Belarus.
Officials announced plans for a *visit* to Kyiv.
Further *exercises* will be held in June.
The planned *exercises* angered Pyongyang.
Ahead of the upcoming *summit*, police closed the roads.
Putin to *visit* China in May
The union vowed to *strike* over pay.
The two countries are preparing to *sign* a treaty.
A second *meeting* is scheduled for Thursday.
The government expects to *receive* the aid in June.
She is expected to *meet* the chancellor.
The ministry said it was ready to *resume* talks.
The army has pledged to *release* the prisoners.
The *talks* will take place in Geneva.
He promised the *release* of all hostages.
The president travelled to Cairo to *sign* the accord.
The ministers will meet and *discuss* the grain deal.
The government offered to *mediate* between the two sides.
Brazil said it would not only *train* but arm the police.
The minister postponed his *visit* to Baku.
Their plan to *withdraw* the troops was welcomed.
Lawmakers voted to *expel* the ambassador.
Moscow and Beijing will *hold* joint exercises in the Sea of Japan this autumn.
Xi Jinping is to *meet* Vladimir Putin at a summit in Uzbekistan next week.
NATO leaders are expected to *approve* a new package of aid at the meeting.
The Philippines has agreed to *give* American troops access to four more bases.
The minister told reporters that Berlin would *supply* air defence systems.
The central bank said it planned to *raise* rates.
Pelosi is due to *visit* Taipei despite warnings from Beijing.
The foreign ministers are scheduled to hold a *meeting* in Doha on Sunday.
The government said it will *continue* talks with the rebels.
US to *send* more troops to Poland
The *visit*, planned for next week, would be the first by a pope.
The Israeli cabinet approved a plan to *build* 3,000 homes in the West Bank.
India has invited the Pakistani prime minister to *attend* the summit.
The two countries signed an agreement to *exchange* prisoners.
Negotiators will return to Geneva to *resume* the talks.
She vowed that her government would *prosecute* the killers.
The sanctions aim to *weaken* the Russian economy.
Beijing says it will *respond* firmly if Pelosi visits Taiwan.
The Fed is poised to *raise* rates again.
The president's planned *trip* to Africa drew criticism.
A ceasefire is to *take* effect at midnight.
Washington has pledged to *provide* rocket systems to Kyiv.
The foreign ministers are meeting on Monday to *discuss* a price cap.
The Pope announced he would *visit* Canada in July.
Lavrov will *travel* to Cairo before *visiting* Uganda.
Sweden and Finland have decided to *join* the alliance.
Talks between the two are to *resume* in September.
Both countries have expressed their readiness to *cooperate*.
The date for the *election* has been set for May.
South Africa's ruling party has scheduled a *vote* for Tuesday.
The upcoming *elections* are seen as a test.
Macron will *host* Zelensky for dinner in Paris, the Elysee said.
The troops are set to *leave* by the end of the year.
Spain's prime minister is flying to Beijing next week to *meet* Xi.
Hungary has promised to *ratify* the accession.
The grain deal will be *extended* for 60 days.
The two Koreas agreed to *reopen* the hotline.
Poland announced plans to *double* its army.
The pope's *visit* to Juba is scheduled for February.
The rebels said they would *respect* the truce.
Next month's *summit* will focus on climate.
The planned *withdrawal* of Ethiopian troops worries Mogadishu.
Iran *votes* for a new parliament on Friday.
Tomorrow's *summit* between Chile and Bolivia was announced in Lima.
Serbia is close to *signing* a gas deal with its neighbour.
Uganda is on the verge of *signing* a pact with Kenya.
The king will address parliament when he *returns* from Rome.
The minister is supposed to *speak* in parliament.
"""

HYPOTHETICAL = """
North Korea may *test* another missile.
The company could *cut* off gas supplies.
The two sides might *agree* on a truce.
If Russia *attacks*, the alliance will respond.
Unless the troops *leave*, talks will be suspended.
Officials fear that the rebels will *attack* the capital.
The threat of an *attack* remains high.
The risk of *war* is growing.
A possible *strike* on the plant worries the neighbours.
It is possible that he *ordered* the killing.
Will China *invade* the island?
Did the minister *order* the raid?
Whether the army *fired* the shells remains unclear.
The ministry is considering *sending* troops.
The militia threatened to *kill* the hostages.
A new law would *restrict* the press.
The alleged *attack* was reported by a blogger.
The general hopes to *defeat* the rebels by winter.
The envoy warned that the army could *seize* power.
Were the bank to *collapse*, thousands would lose their savings.
Analysts believe that Moscow *ordered* the killing.
It is likely that the rebels will *reject* the offer.
Perhaps the troops *crossed* the border.
The right to *protest* is protected by law.
In the event of an *attack*, sirens will sound.
The island's ability to *repel* an invasion is doubted.
It remains unclear if the two leaders *met*.
Rebels tried to *storm* the palace.
Fears of an *invasion* sent prices up.
The government threatened *sanctions* against the company.
He asked whether the police had *beaten* prisoners.
The report raised the possibility of *talks* between the two.
Allegedly he *paid* the officials.
Any *attack* on our soldiers will be answered.
The conflict could *spread* to neighbouring countries, diplomats warned.
Russia would *win* the war if the West stopped its aid.
Beijing has threatened *retaliation* if Pelosi visits the island.
There are fears that Russia may *use* nuclear weapons.
Analysts say the move might *weaken* Russia.
The attack, if *confirmed*, would be the deadliest this year.
Fears grew of a possible *invasion*.
Kyiv is trying to *retake* the city.
The question is whether China will *supply* weapons.
He warned that any *attempt* to seize the island would fail.
The minister did not rule out *sending* troops.
The suspected *attack* happened near the border.
A prolonged blockade may *lead* to famine.
The general cannot say whether the missile *hit* its target.
If elected, she would *cut* taxes.
Intelligence suggests that Moscow may be planning to *annex* the region.
Were he to *resign*, his deputy would take over.
Rumours of a *coup* spread through the capital.
The threat to *invade* was repeated.
The army is capable of *striking* any target.
There is a danger of *famine*.
The EU is considering a *ban* on Russian oil.
The prosecutor suspects that he *bribed* officials.
Should the talks *fail*, war is likely.
It is unclear who *fired* the missile.
What would happen if China *attacked*?
The IMF may *delay* the loan.
The law could be *repealed* by a new parliament.
There was no word on whether hostages had been *freed*.
Diplomats hope the talks will *produce* a truce.
Washington fears Beijing might *arm* Moscow.
China's foreign minister threatened *countermeasures*.
Police are investigating whether he *killed* his wife.
Had the army *intervened*, the coup would have failed.
The proposed law would *ban* foreign agents.
In case of an *attack*, residents go to shelters.
If Belarus *wins*, its neighbours will be alarmed.
Warsaw does not want a neighbour that is *weakened* by war.
A possible *strike* on Iranian reactors alarms the Gulf states.
The junta's threat to *arrest* the envoy was ignored.
Rwanda shrugged off the threat to *bomb* its capital.
In the novel, the army *shells* the capital.
The movie depicts a world in which Germany *bombed* New York.
The play tells of a general who *betrays* Egypt.
The truce will hold as long as both sides *respect* it.
Provided that parliament *approves* the money, the tanks will be sent.
Manila offered talks on condition that the rebels *disarm*.
Villagers dug shelters in case the army *attacks*.
Were Egypt to *close* the canal, prices would soar.
Fears are mounting that Serbia will *invade*.
Rumours are swirling that the premier has *resigned*.
An *attack* on Estonia would trigger a war.
A *withdrawal* of the troops would embolden the rebels.
The talks were frozen pending an *inquiry*.
He is suspected of *selling* secrets.
"""

DEMANDED = """
The United Nations called for a *ceasefire*.
The opposition demanded that the president *resign*.
Washington urged Tehran to *release* the prisoners.
Kyiv demanded the *withdrawal* of Russian troops.
Russia must *leave* the territory, the minister said.
The government should *lift* the curfew.
The commander ordered his men to *withdraw*.
The president has called on both sides to *stop* the violence.
The general has to *step* down, the protesters say.
Rebels asked France to *mediate*.
Lawmakers appealed for *aid*.
The court ordered the *release* of the journalist.
Calls for a *boycott* grew louder.
The demand for an *investigation* was repeated.
The envoy insisted that the troops be *withdrawn*.
He told the rebels to *surrender*.
The president's order to *attack* was leaked.
*Release* the hostages now, the crowd shouted.
The tribunal requested the *extradition* of the general.
The union wants the minister to *resign*.
The two governments need to *negotiate*.
An *inquiry* is needed, the bishop said.
A proposal that the troops should be *disarmed* was read out.
Protesters are demanding the *resignation* of the president.
Beijing has urged all parties to *show* restraint.
The United States must *abide* by the agreement, Wang said.
Taiwan asked the United States to *speed* up arms deliveries.
The court ordered that the activist be *freed*.
Human Rights Watch has called on Egypt to *release* the blogger.
The EU pressed Serbia to *impose* sanctions on Russia.
Erdogan's call for *talks* was welcomed.
Zelensky appealed to the West to *send* more weapons.
Kyiv has repeatedly asked Berlin to *deliver* tanks.
Human rights groups demanded the *release* of all political prisoners.
"Russia must *stop* this war," Scholz told parliament.
A judge ordered him to *pay* a fine.
The bishops called on the government to *end* the siege.
There have been calls for the minister's *resignation*.
The G7 urged the Taliban to *lift* the ban.
The ambassador requested a *meeting* with the minister.
The opposition wants *elections* to be held early.
France has called for an international *inquiry*.
Iran should *stop* enriching uranium, the agency's chief said.
The crowd called on the king to *abdicate*.
Guterres pleaded for a humanitarian *pause*.
The resolution demands that Israel *withdraw* from the territory.
Ankara wants Stockholm to *extradite* dozens of people.
The judge told the company to *pay* compensation.
It is time for Russia to *leave*, the chancellor said.
Pressure is mounting on Bern to *export* ammunition.
Serbia told to *withdraw* troops from border
"""

DENIED = """
The army did not *attack* the village.
Iran has never *tested* the weapon.
The minister refused to *meet* the envoy.
The rebels failed to *capture* the city.
Israel denied *bombing* the hospital.
Israel denied that it had *bombed* the hospital.
China cancelled the *talks* with the United States.
The *visit* was called off.
Police prevented demonstrators from *reaching* the square.
The two leaders cannot *meet* this year.
The government will not *negotiate* with the rebels.
No *talks* were held.
The cancellation of *talks* surprised Tokyo.
The cancellation of the *visit* angered Seoul.
The refusal to *meet* angered Berlin.
Without *consulting* its allies, Paris recalled the envoy.
The failed *coup* shook the country.
The army foiled a *coup* in the capital.
Nobody *claimed* responsibility.
The ministry rejected *talks* with the militia.
Neither side *signed* the document.
The company stopped *delivering* gas to Poland.
The president declined to *answer* questions.
The minister ruled out a *withdrawal*.
The government no longer *recognises* the council.
They avoided *mentioning* the war.
The deal was never *signed*.
The ministry said it had not *ordered* the arrests.
Officials do not believe that he *left* the country.
The failure to *protect* civilians was criticised.
It is not true that our troops *crossed* the border.
Little progress was made and the parties were unable to *agree*.
The envoy left the country without a *meeting*.
The pilot refused orders to *bomb* the town.
Talks *cancelled* after envoy's arrest: the *meeting* did not take place.
A spokesman denied any *involvement*.
The police stopped short of *arresting* him.
The soldiers were barred from *entering* the camp.
Russia has denied *attacking* civilian targets.
China did not *condemn* the invasion.
Beijing has cancelled *cooperation* with Washington on climate change.
The president has refused to *resign*.
The Taliban have failed to *form* a government.
The Kremlin dismissed reports that it had *withdrawn* troops.
No agreement was *reached*.
The summit ended without an *agreement*.
Hungary blocked the *aid* package.
The two leaders will not *attend* the summit.
Germany rejected a *request* for tanks, so none were *sent*.
Far from *ending* the war, the strike prolonged it.
It is untrue that the navy *sank* the ship.
The police had not yet *identified* the attackers.
Beijing has never *ruled* Taiwan, Taipei says.
He denies having *ordered* the attack.
The Iranian president declined to *meet* Biden.
Israel has neither *confirmed* nor denied the raid.
The army was not *involved*, a spokesman insisted.
The parliament voted down a *bill* to expel migrants.
Rescuers were unable to *reach* the site.
Plans for a *summit* were dropped.
Police foiled a plot to *kill* the president.
The UN team was denied *access* to the plant.
The EU decided against *imposing* a cap.
The rocket launch was aborted, so no satellite was *launched*.
The president stopped short of *declaring* war.
The Security Council has not *agreed* on a statement.
Egypt has not *opened* the crossing.
Moscow denied any *role* in the poisoning.
The junta has ignored calls to *free* Suu Kyi.
He left office without *apologising*.
Neither Washington nor Tehran *commented*.
The planned *merger* was scrapped.
The company abandoned its plan to *build* a plant in Mexico.
The parties were not able to *form* a coalition.
Soldiers prevented the team from *inspecting* the site.
Hardly anyone *attended* the rally.
Greece came close to *bombing* the fleet.
The company came within hours of *defaulting* on its loans.
Japan has yet to *apologise* to Korea.
The rebels failed in their attempt to *capture* the town.
The region lost its bid to *secede*.
The commandos were unsuccessful in their attempt to *rescue* the hostages.
Efforts to *salvage* the ferry failed.
The *talks* between the two parties fell through.
Rather than *recognise* the council, Togo closed its embassy.
Not a single officer was *punished*.
"""

# The same word is what was done: cancelling, refusing and preventing are themselves acts.
ACTS = """
China *cancelled* the talks with the United States.
The minister *refused* to meet the envoy.
Talks *cancelled* after envoy's arrest
The visit was *called* off.
The United Nations *called* for a ceasefire.
Kyiv *demanded* the withdrawal of Russian troops.
The *cancellation* of talks surprised Tokyo.
The militia *threatened* to kill the hostages.
Israel *denied* bombing the hospital.
Germany *promised* to deliver ammunition.
Ten *killed* in blast at market
Storm *kills* dozens in Philippines
"""

UNFULFILLED = """
The leaders had been due to *meet* in Geneva.
The delegation was to have *arrived* on Monday.
The two had planned to *sign* the accord, but the war began.
The army would have *attacked* if the talks had failed.
The envoy had hoped to *visit* the camp but was turned away.
The convoy was supposed to have *delivered* flour on Friday.
"""

BACKGROUND = """
Relations have been poor since the 2014 *annexation* of Crimea.
The 1990 *war* displaced thousands.
The city marked the anniversary of the *invasion*.
The dictator *seized* power in 1973.
Decades ago the two countries *fought* over the river.
Spies were exchanged during the Cold *War*.
In the 1960s the junta *jailed* thousands.
Britain *ruled* the territory until 1947.
The empire *invaded* the island in the last century.
The village was *destroyed* in World War II.
The army had *killed* hundreds of protesters in 1988.
Ties have been frozen since the 2016 *coup*.
The United States *bombed* the city in 1945.
The Soviet Union *occupied* the country for half of the last century.
Russia, which *annexed* Crimea in 2014, has denied the claims.
Thousands marked the 20th anniversary of the *massacre*.
The two countries have been rivals since they *fought* a war in 1962.
In 1979 the Soviet army *invaded* Afghanistan.
Forty years ago Argentina *seized* the islands.
During the Vietnam War the area was *bombed* heavily.
The 1994 *genocide* shaped the country's politics.
The treaty, *signed* in 1972, limits missiles.
Japan *attacked* Pearl Harbor in 1941.
Since the 1979 *revolution*, the two have had no ties.
Hong Kong, a colony until Britain *returned* it in 1997, has its own courts.
The country was *partitioned* after World War II.
"""

GROUPS: tuple[tuple[str, Modality, bool], ...] = (
    (ACTUAL, "actual", True),
    (ACTS, "actual", True),
    (PLANNED, "planned", True),
    (HYPOTHETICAL, "hypothetical", True),
    (DEMANDED, "demanded", True),
    (DENIED, "denied", False),
    (BACKGROUND, "past_background", True),
)


def sentences(group: str) -> list[tuple[str, int, int]]:
    """The sentences of a group, each with a word between asterisks, which are taken out."""
    found = []
    for line in group.strip().splitlines():
        for number, marked in enumerate(re.finditer(r"\*([^*]+)\*", line)):
            start = marked.start() - 2 * number
            found.append((line.replace("*", ""), start, start + len(marked[1])))
    return found


CASES = [
    pytest.param(text, start, end, modality, polarity, id=f"{modality}: {text[start:end]} in {text[:40]}")
    for group, modality, polarity in GROUPS
    for text, start, end in sentences(group)
]


@cache
def read(text: str) -> ReadArticle:
    return read_text(text, parser_named(), published_at=datetime(2022, 8, 3, tzinfo=UTC))


def told(marked: str) -> Status:
    """The status of the word between asterisks."""
    [(text, start, end)] = sentences(marked)
    status = status_at(read(text), start, end)
    assert status is not None
    return status


@pytest.mark.parametrize(("text", "start", "end", "modality", "polarity"), CASES)
def test_how_news_tell_it(text: str, start: int, end: int, modality: Modality, polarity: bool) -> None:
    status = status_at(read(text), start, end)
    assert status is not None
    assert (status.modality, status.polarity) == (modality, polarity), status.reason


@pytest.mark.parametrize(("text", "start", "end"), sentences(UNFULFILLED))
def test_plans_that_came_to_nothing_did_not_happen(text: str, start: int, end: int) -> None:
    status = status_at(read(text), start, end)
    assert status is not None
    assert not status.polarity


def test_certainty_parts_what_is_told_as_done_from_the_rest() -> None:
    done = [status_at(read(text), start, end) for text, start, end in sentences(ACTUAL + ACTS)]
    other = [
        status_at(read(text), start, end)
        for group in (PLANNED, HYPOTHETICAL, DEMANDED, DENIED)
        for text, start, end in sentences(group)
    ]
    assert sum(one is not None and one.certainty > 0.5 for one in done) >= 0.95 * len(done)
    assert sum(one is not None and one.certainty < 0.5 for one in other) >= 0.95 * len(other)


def test_the_reason_names_the_words_that_decide() -> None:
    assert "refused" in told("The minister refused to *meet* the envoy.").reason
    assert "may" in told("North Korea may *test* another missile.").reason
    assert told("The army *shelled* the town.").reason == ""


def test_what_lies_ahead_is_future_and_what_is_done_is_not() -> None:
    assert told("Xi will *visit* Moscow.").future
    assert told("The army could *attack* the city.").future
    assert not told("The army may have *attacked* the city.").future
    assert not told("The army *attacked* the city.").future


def test_a_denial_of_a_denial_is_an_act() -> None:
    assert told("The army did not fail to *reach* the city.").modality == "actual"
    assert told("The minister did not refuse to *meet* the envoy.").polarity


def test_a_headline_in_the_infinitive_is_a_plan_wherever_it_stands() -> None:
    article = read("Putin to visit China")
    [sentence] = article.sentences
    visit = next(word for word in sentence.reading if word.text == "visit")
    assert status_of(sentence.reading, visit, kind="heading").modality == "planned"


def test_what_a_work_of_fiction_tells_is_no_event() -> None:
    for text in (
        "In the novel, the Chinese army shells Tokyo.",
        "The film imagines a world in which Germany bombed New York.",
        "Once upon a time France invaded Spain.",
    ):
        assert kinds(text) == [], text
    assert kinds("Turkey banned the film for insulting its president.")


@pytest.mark.parametrize("profile", ["plover", "gold-cameo"])
@pytest.mark.parametrize(
    ("text", "literal", "modality", "polarity"),
    [
        ("Kenya tried to deport Somali refugees.", "COERCE", "hypothetical", True),
        ("Vietnam's president had been due to meet the Thai premier on Sunday.", "CONSULT", "planned", False),
        ("Norway considers deporting Iranian refugees.", "COERCE", "hypothetical", True),
        ("London abandoned its plan to deport migrants to Rwanda.", "COERCE", "denied", False),
        ("Chad's president ordered his troops to withdraw from Sudan.", "RETREAT", "demanded", True),
        ("Niger carried out its threat to expel the French ambassador.", "SANCTION", "actual", True),
        ("Ghana's threat to arrest the Togolese negotiators was ignored.", "COERCE", "hypothetical", True),
    ],
)
def test_rows_tell_how_the_literal_event_is_told(
    text: str, literal: str, modality: Modality, polarity: bool, profile: str
) -> None:
    found = found_in(text, profile, threshold=0.4).events
    assert [(one.literal_type, one.modality, one.polarity) for one in found] == [
        (literal, modality, polarity)
    ]


def test_a_year_is_history_for_a_later_article_only() -> None:
    [sentence] = read("Rebels seized the airport in 2012.").sentences
    seized = sentence.reading[1]
    assert status_of(sentence.reading, seized, published=date(2022, 5, 1)).modality == "past_background"
    assert status_of(sentence.reading, seized, published=date(2012, 5, 1)).modality == "actual"
    assert status_of(sentence.reading, seized).modality == "actual"


def test_a_place_without_words_has_no_status() -> None:
    assert status_at(read("The army attacked."), 400, 404) is None


def test_no_word_of_the_lexicon_has_two_effects_in_a_construction() -> None:
    content = tomllib.loads(files("retold.coding.status").joinpath("status.toml").read_text(encoding="utf-8"))
    for name, group in content.items():
        if name != "details":
            assert set(group) <= set(EFFECTS)
            words = [word for listed in group.values() for word in listed.split()]
            assert len(words) == len(set(words)), name


DEPS = (
    "ROOT",
    "xcomp",
    "ccomp",
    "advcl",
    "conj",
    "acl",
    "relcl",
    "pobj",
    "pcomp",
    "prep",
    "dobj",
    "neg",
    "aux",
    "nsubj",
)
TAGS = ("VB", "VBD", "VBG", "VBN", "VBZ", "NN", "NNP", "IN", "TO", "MD", "JJ")


@st.composite
def trees(draw: st.DrawFn) -> Reading:
    """Any tree over any words, however ungrammatical."""
    size = draw(st.integers(1, 12))
    words = []
    for place in range(size):
        form = draw(
            st.sampled_from(
                ["refuse", "to", "not", "plan", "attack", "if", "would", "of", "be", "1990", "no"]
            )
        )
        head = draw(st.integers(0, place - 1)) if place else 0
        tag, dep = draw(st.sampled_from(TAGS)), draw(st.sampled_from(DEPS)) if place else "ROOT"
        pos = {"N": "NOUN", "V": "VERB", "I": "ADP", "T": "PART", "M": "AUX", "J": "ADJ"}[tag[0]]
        words.append(
            Word(place, 8 * place, 8 * place + len(form), form, form, tag, pos, dep, head, "", False)
        )
    return Reading(words)


@given(trees())
def test_every_word_of_every_tree_has_a_status(reading: Reading) -> None:
    for word in reading:
        status = status_of(reading, word)
        assert 0 < status.certainty < 1
        assert status.polarity or status.modality != "actual"
        assert status.modality != "denied" or not status.polarity


@given(st.text(max_size=80))
def test_any_text_that_nothing_parses_is_told_plainly(text: str) -> None:
    reading = bare_reading(text)
    assert all(status_of(reading, word).polarity for word in reading)
