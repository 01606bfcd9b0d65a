//! The status ladder for people who look and do not ask: the rungs of one country, and of two side by side.

use super::draft::Draft;
use super::phrases::NOTHING_FOUND;
use super::unknown::bare;
use super::{Answer, Confidence, Outcome};
use crate::knowledge::date::PartialDate;
use crate::knowledge::ladder::RUNGS;
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{State, Step};

/// One rung of a country.
#[derive(Clone, Copy, Debug)]
pub struct Rung<'k> {
    /// Which one.
    pub step: Step,
    /// Whether it was taken.
    pub state: State,
    /// When, where a source says so.
    pub date: Option<PartialDate>,
    /// The fact that states it best.
    pub fact: &'k Fact,
}

/// The rungs of a country of which a source speaks, lowest first.
pub fn rungs(knowledge: &Knowledge, country: EntityKey) -> Vec<Rung<'_>> {
    RUNGS.into_iter().filter_map(|step| rung(knowledge, country, step)).collect()
}

/// The fact that states a rung best: that it was taken, else that it was not, was promised, or is disputed.
fn rung(knowledge: &Knowledge, country: EntityKey, step: Step) -> Option<Rung<'_>> {
    let facts = knowledge.rung(country, step);
    [State::Done, State::NotDone, State::Promised, State::Disputed].into_iter().find_map(|state| {
        let fact = *facts.iter().find(|fact| fact.action.as_ref().is_some_and(|action| action.state == state))?;
        Some(Rung { step, state, date: fact.date, fact })
    })
}

/// Two countries, a sentence for each rung of which a source speaks.
pub fn side_by_side(knowledge: &Knowledge, one: EntityKey, other: EntityKey) -> Answer {
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    for step in RUNGS {
        let both = [one, other].map(|country| (country, rung(knowledge, country, step)));
        let facts: Vec<&Fact> = both.iter().filter_map(|(_, rung)| rung.map(|rung| rung.fact)).collect();
        let parts = both.map(|(country, rung)| {
            format!("{} {}", knowledge.entity_at(country).name, rung.map_or_else(|| "no source here".to_owned(), state))
        });
        draft.say(format!("{}: {}; {}.", name(step), parts[0], parts[1]), facts);
    }
    if draft.is_empty() {
        return bare(Outcome::Unknown, NOTHING_FOUND.to_owned(), Vec::new());
    }
    draft.finish(None, Vec::new())
}

/// "22 December 2020", "promised", "no".
fn state(rung: Rung<'_>) -> String {
    let date = rung.date.map(|date| date.to_string());
    match rung.state {
        State::Done => date.unwrap_or_else(|| "yes, date not known".to_owned()),
        State::NotDone => date.map_or_else(|| "no".to_owned(), |date| format!("no, as of {date}")),
        State::Promised => date.map_or_else(|| "promised".to_owned(), |date| format!("promised, {date}")),
        State::Disputed => "sources differ".to_owned(),
    }
}

/// What a rung is called in a table.
pub fn name(step: Step) -> &'static str {
    match step {
        Step::Announced => "Announced",
        Step::Signed => "Signed",
        Step::Ratified => "Ratified",
        Step::InForce => "In force",
        Step::Relations => "Relations",
        Step::Embassy => "Embassy",
        Step::Ambassador => "Ambassador",
        Step::Joined => "Joined",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_countries_are_compared_rung_by_rung() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        let key = |id: &str| knowledge.entity(id).expect("a country").key;
        let answer = side_by_side(&knowledge, key("morocco"), key("bahrain"));
        assert!(
            answer.text.contains("Signed: Morocco 22 December 2020; Bahrain 15 September 2020."),
            "{}",
            answer.text
        );
        assert!(answer.sentences.iter().all(|sentence| !sentence.citations.is_empty()));
        assert_eq!(side_by_side(&knowledge, key("niger"), key("nigeria")).outcome, Outcome::Unknown);
    }

    #[test]
    fn every_partner_has_a_rung() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        for &country in knowledge.partners() {
            assert!(!rungs(&knowledge, country).is_empty());
        }
    }
}
