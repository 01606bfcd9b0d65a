//! What may be asked next: other facts on the same thing, each with one of its own questions.

use crate::knowledge::model::{EntityKey, Fact, FactKey, Knowledge};
use crate::knowledge::vocabulary::EntityKind;

/// Characters of a question that fits on a button.
const LONGEST: usize = 74;

/// A question that the knowledge answers, and the fact that answers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// The question, with a capital and a question mark.
    pub question: String,
    /// The fact.
    pub fact: FactKey,
}

/// The thing that facts are about first of all: a country on a ladder, else whatever is named that is no side and not the
/// accords themselves.
pub fn subject_of(knowledge: &Knowledge, facts: &[&Fact]) -> Option<EntityKey> {
    let about = || facts.iter().flat_map(|fact| fact.about.iter().chain(&fact.parties)).copied();
    let partner = about().find(|key| knowledge.partners().contains(key));
    partner.or_else(|| {
        about().find(|&key| {
            let entity = knowledge.entity_at(key);
            entity.kind != EntityKind::Term && !knowledge.is_general(key)
        })
    })
}

/// Up to `most` questions on a thing that these facts do not answer, the nearest first.
pub fn related(knowledge: &Knowledge, subject: EntityKey, facts: &[&Fact], most: usize) -> Vec<Next> {
    let steps = facts.iter().filter_map(|fact| fact.action.as_ref()).map(|action| action.step);
    let steps: Vec<_> = steps.collect();
    let is_told = |fact: &Fact| facts.iter().any(|told| told.key == fact.key || told.text == fact.text);
    let mut others: Vec<&Fact> = knowledge
        .stated_facts_on(subject)
        .filter(|fact| fact.about.contains(&subject) && !is_told(fact) && !knowledge.is_weak(fact))
        .filter(|fact| fact.action.as_ref().is_none_or(|action| !steps.contains(&action.step)))
        .collect();
    others.sort_by_cached_key(|fact| {
        let main = fact.action.as_ref().is_some_and(|action| action.main && action.ladder.contains(&subject));
        let first = fact.about.first() == Some(&subject);
        (!main, !first, usize::MAX - fact.references.len(), fact.id.as_str())
    });
    let mut chosen: Vec<Next> = Vec::new();
    let mut seen_steps = Vec::new();
    for fact in others {
        let step = fact.action.as_ref().map(|action| action.step);
        if chosen.len() == most || step.is_some_and(|step| seen_steps.contains(&step)) {
            continue;
        }
        if let Some(question) = question_of(fact) {
            seen_steps.extend(step);
            chosen.push(Next { question, fact: fact.key });
        }
    }
    chosen
}

/// The first of the questions of a fact that can be shown.
pub(super) fn question_of(fact: &Fact) -> Option<String> {
    fact.asks.iter().find_map(as_question)
}

/// "when did Bahrain sign" -> "When did Bahrain sign?"; none for what is long, or no question.
fn as_question(ask: &str) -> Option<String> {
    const OPENERS: [&str; 22] = [
        "when", "who", "what", "which", "where", "why", "how", "did", "does", "do", "is", "are", "was", "were", "has",
        "have", "had", "can", "on", "in", "whose", "by",
    ];
    let opener = ask.split(' ').next()?;
    // Lists of keywords and questions without capitals are for finding facts, not for reading.
    let reads_well = OPENERS.contains(&opener) && ask.chars().any(char::is_uppercase);
    if !reads_well || ask.chars().count() > LONGEST {
        return None;
    }
    let mut chars = ask.chars();
    let first = chars.next()?;
    Some(format!("{}{}?", first.to_uppercase(), chars.as_str().trim_end_matches('?')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_next_is_on_the_same_thing_and_new() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        let mut with_any = 0;
        for fact in knowledge.stated_facts() {
            let Some(subject) = subject_of(&knowledge, &[fact]) else { continue };
            let next = related(&knowledge, subject, &[fact], 3);
            with_any += usize::from(!next.is_empty());
            assert!(next.len() <= 3);
            for one in &next {
                assert!(one.question.ends_with('?') && one.question.chars().count() <= LONGEST + 1, "{}", one.question);
                assert_ne!(one.fact, fact.key);
            }
        }
        assert!(with_any > knowledge.facts().len() / 2, "{with_any}");
    }
}
