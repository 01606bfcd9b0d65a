//! Who represents whom where: what is asked of one ambassador is told by no fact on another, nor on one sent the other way.

use super::Outcome;
use super::draft::Draft;
use super::hit::Hit;
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{EntityKind, Intent, State, Step};
use crate::question::english::is_english;
use crate::question::{Reading, read_sentence};
use crate::text::tokens::Token;

/// Whether a question asks for the ambassador of one country to another, and what would be told is on none between these two, or on
/// one whom the other sends. That another country sent one to the same host, or that one of the two has not joined, corrects it.
pub(super) fn is_on_another_mission(knowledge: &Knowledge, reading: &Reading, draft: &Draft<'_>) -> bool {
    let is_of_a_mission = reading.steps().iter().any(|step| matches!(step, Step::Ambassador | Step::Embassy));
    if !is_of_a_mission || names_one(knowledge, reading) {
        return false;
    }
    let facts = draft.facts();
    if has_a_strange_host(knowledge, reading, &facts) {
        return true;
    }
    let (Some((sender, host)), Some(fact)) = (asked_for(knowledge, reading), facts.first()) else { return false };
    if fact.says_not_joined() {
        return !fact.action.as_ref().is_some_and(|it| it.ladder.contains(&sender) || it.ladder.contains(&host));
    }
    let is_by_another_there = fact.action.as_ref().is_some_and(|it| it.within == Some(host) && it.state == State::Done);
    if draft.outcome == Outcome::Corrected && is_by_another_there {
        return is_reversed(knowledge, fact, sender, host);
    }
    let is_corrected = draft.outcome == Outcome::Corrected && !is_of_another(knowledge, fact, sender, host);
    // "Headed Israel's liaison office in Rabat" is on no ambassador by that name, but may be on the one meant.
    let may_be_this = !is_of_another(knowledge, fact, sender, host) && missions_of(knowledge, fact).is_empty();
    !is_corrected && !may_be_this && !is_of_this(knowledge, fact, sender, host)
}

/// Whether a question names a person: who is named himself may have been sent elsewhere, or the other way.
fn names_one(knowledge: &Knowledge, reading: &Reading) -> bool {
    !reading.named(knowledge, EntityKind::Person).is_empty()
}

/// Whether a question has somebody be the ambassador of one country to another, where a fact has him sent the other way.
pub(super) fn is_sent_the_other_way(knowledge: &Knowledge, reading: &Reading, fact: &Fact) -> bool {
    let profile = knowledge.index().profile_of(fact.key);
    let names_him = reading.named(knowledge, EntityKind::Person).iter().any(|it| profile.persons().contains(it));
    let (Some(sender), Some(host)) = reading.sender_and_host(knowledge) else { return false };
    reading.is_yes_or_no()
        && names_him
        && reading.steps().contains(&Step::Ambassador)
        && is_reversed(knowledge, fact, sender, host)
}

/// The first of the facts that tells of the ambassador who is asked for, where the best one does not.
pub(super) fn of_its_mission<'h, 'k>(
    knowledge: &Knowledge,
    reading: &Reading,
    hits: &'h [Hit<'k>],
    best: &'h Hit<'k>,
) -> &'h Hit<'k> {
    /// How far below the best score it may be: as far as one that has who does what to whom as the question has it.
    const NEAR: f32 = 0.3;
    let Some((sender, host)) = asked_for(knowledge, reading) else { return best };
    let fits = |hit: &&Hit<'_>| hit.flaws == best.flaws && is_of_this(knowledge, hit.fact, sender, host);
    let mut near = hits.iter().take_while(|hit| best.score - hit.score < NEAR);
    if is_of_another(knowledge, best.fact, sender, host) { near.find(fits).unwrap_or(best) } else { best }
}

/// Who sends the ambassador who is asked for, and who receives him.
fn asked_for(knowledge: &Knowledge, reading: &Reading) -> Option<(EntityKey, EntityKey)> {
    let asks_who = reading.wants(Intent::Who) || reading.has_word(&["name"]);
    let is_asked_for = asks_who && !names_one(knowledge, reading) && reading.steps().contains(&Step::Ambassador);
    let (sender, host) = reading.sender_and_host(knowledge);
    sender.zip(host).filter(|_| is_asked_for)
}

/// Whether a fact is on no ambassador whom one country sent to another.
fn is_of_another(knowledge: &Knowledge, fact: &Fact, sender: EntityKey, host: EntityKey) -> bool {
    let is_by_another = fact.action.as_ref().is_some_and(|it| it.step == Step::Ambassador && !it.by.contains(&sender));
    let tells_of_both = tells_of(knowledge, fact, sender) && tells_of(knowledge, fact, host);
    !tells_of_both || is_by_another || is_reversed(knowledge, fact, sender, host)
}

/// Whether a fact is on an ambassador whom one country sent to another.
fn is_of_this(knowledge: &Knowledge, fact: &Fact, sender: EntityKey, host: EntityKey) -> bool {
    let is_recorded = fact.action.as_ref().is_some_and(|it| it.step == Step::Ambassador);
    let is_told = || missions_of(knowledge, fact).contains(&(Some(sender), Some(host)));
    !is_of_another(knowledge, fact, sender, host) && (is_recorded || is_told())
}

/// The embassies and ambassadors that a fact's sentence names: who sends and who receives them.
fn missions_of(knowledge: &Knowledge, fact: &Fact) -> Vec<(Option<EntityKey>, Option<EntityKey>)> {
    read_sentence(knowledge, &fact.text).missions(knowledge).collect()
}

/// Whether a fact's sentence has the host send one to the sender, and not the other way round as well.
fn is_reversed(knowledge: &Knowledge, fact: &Fact, sender: EntityKey, host: EntityKey) -> bool {
    let told = missions_of(knowledge, fact);
    told.contains(&(Some(host), Some(sender))) && !told.contains(&(Some(sender), Some(host)))
}

fn tells_of(knowledge: &Knowledge, fact: &Fact, country: EntityKey) -> bool {
    let feature = knowledge.index().feature_of_entity(country);
    fact.concerns(country) || feature.is_some_and(|it| knowledge.index().profile_of(fact.key).says(it))
}

/// Whether an embassy or ambassador is said to be somewhere of which none of the facts speaks ("the embassy in Athens").
fn has_a_strange_host(knowledge: &Knowledge, reading: &Reading, facts: &[&Fact]) -> bool {
    /// Words from the embassy to where it is: "ambassador in", "embassy is in".
    const MOST_BETWEEN: usize = 2;
    let index = knowledge.index();
    let is_told = |token: &Token| {
        let feature = index.feature_of_stem(&token.stem);
        feature.is_some_and(|it| facts.iter().any(|fact| index.profile_of(fact.key).has(it)))
    };
    let is_mission = |token: &Token| matches!(token.stem.as_str(), "embassi" | "ambassador");
    let Some(mission) = reading.tokens.iter().position(is_mission) else { return false };
    let end = reading.tokens.len().min(mission + 2 + MOST_BETWEEN);
    (mission + 2..end).any(|at| {
        let (before, token) = (&reading.tokens[at - 1], &reading.tokens[at]);
        let is_capital = token.raw.starts_with(char::is_uppercase);
        matches!(before.folded.as_str(), "in" | "to")
            && !reading.is_placed(at)
            && !is_told(token)
            && !index.is_filler(token)
            && (is_capital || !is_english(&token.folded))
    })
}

#[cfg(test)]
mod tests {
    use crate::answer::{Outcome, ask};
    use crate::knowledge::Knowledge;
    use crate::question::Question;

    #[test]
    fn an_ambassador_is_told_for_the_countries_that_are_asked_about() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        let today = jiff::civil::date(2026, 7, 1);
        for (question, expected) in [
            ("Who is the US ambassador to Somaliland?", Outcome::Unknown),
            ("Who is Morocco's ambassador to the United States?", Outcome::Unknown),
            ("Who is Bahrain's ambassador to the UAE?", Outcome::Unknown),
            ("Who is Israel's ambassador in Tokyo?", Outcome::Unknown),
            ("Which day did the UAE open its embassy in Athens?", Outcome::Unknown),
            ("Name the first ambassador whom the UAE posted to Israel.", Outcome::Answered),
            ("Who was Israel's ambassador in Washington in 2020?", Outcome::Answered),
            ("Who is Somaliland's ambassador to Israel?", Outcome::Answered),
            ("Who is Sudan's ambassador to Israel?", Outcome::Corrected),
            ("Who is the US ambassador to Morocco?", Outcome::Unknown),
            ("Who is the American ambassador to the UAE?", Outcome::Unknown),
        ] {
            assert_eq!(ask(&knowledge, &Question::new(question, today)).outcome, expected, "{question}");
        }
    }
}
