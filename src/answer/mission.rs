//! Who represents whom where: what is asked of one ambassador is told by no fact on another, nor on one sent the other way.

use super::Outcome;
use super::draft::Draft;
use crate::knowledge::model::{EntityKey, Knowledge};
use crate::knowledge::vocabulary::{Intent, Step};
use crate::question::english::is_english;
use crate::question::{Reading, read_sentence};
use crate::text::tokens::Token;

/// Whether a question asks for the ambassador of one country to another, and what would be told is on none between these two, or on
/// one whom the other sends. That another country sent one to the same host, or that one of the two has not joined, corrects it.
pub(super) fn is_on_another_mission(knowledge: &Knowledge, reading: &Reading, draft: &Draft<'_>) -> bool {
    let steps = reading.steps();
    let is_of_a_mission = steps.iter().any(|step| matches!(step, Step::Ambassador | Step::Embassy));
    if is_of_a_mission && has_a_strange_host(knowledge, reading) {
        return true;
    }
    let asks_who = reading.wants(Intent::Who) || reading.has_word(&["name"]);
    if !asks_who || !steps.contains(&Step::Ambassador) {
        return false;
    }
    let (Some(sender), Some(host)) = reading.sender_and_host(knowledge) else { return false };
    let facts = draft.facts();
    let Some(fact) = facts.first() else { return false };
    let profile = knowledge.index().profile_of(fact.key);
    let tells_of = |country: EntityKey| {
        fact.concerns(country) || knowledge.index().feature_of_entity(country).is_some_and(|it| profile.says(it))
    };
    let action = fact.action.as_ref();
    if fact.says_not_joined() {
        return !action.is_some_and(|it| it.ladder.contains(&sender) || it.ladder.contains(&host));
    }
    let is_corrected = draft.outcome == Outcome::Corrected;
    if !tells_of(host) || !(tells_of(sender) || is_corrected) {
        return true;
    }
    let is_by_another = action.is_some_and(|it| it.step == Step::Ambassador && !it.by.contains(&sender));
    let told: Vec<_> = read_sentence(knowledge, &fact.text).missions(knowledge).collect();
    let is_reversed = told.contains(&(Some(host), Some(sender))) && !told.contains(&(Some(sender), Some(host)));
    (is_by_another && !is_corrected) || is_reversed
}

/// Whether an embassy or ambassador is said to be somewhere of which no fact speaks ("the embassy in Athens").
fn has_a_strange_host(knowledge: &Knowledge, reading: &Reading) -> bool {
    /// Words from the embassy to where it is: "ambassador in", "embassy is in".
    const MOST_BETWEEN: usize = 2;
    let index = knowledge.index();
    let is_mission = |token: &Token| matches!(token.stem.as_str(), "embassi" | "ambassador");
    let Some(mission) = reading.tokens.iter().position(is_mission) else { return false };
    let end = reading.tokens.len().min(mission + 2 + MOST_BETWEEN);
    (mission + 2..end).any(|at| {
        let (before, token) = (&reading.tokens[at - 1], &reading.tokens[at]);
        let is_capital = token.raw.starts_with(char::is_uppercase);
        matches!(before.folded.as_str(), "in" | "to")
            && !reading.is_placed(at)
            && index.feature_of_stem(&token.stem).is_none()
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
        ] {
            assert_eq!(ask(&knowledge, &Question::new(question, today)).outcome, expected, "{question}");
        }
    }
}
