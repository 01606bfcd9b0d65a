//! Which disagreements of sources belong to an answer.

use super::Disagreement;
use super::draft::Citations;
use crate::knowledge::model::{self, DisputedProperty, Fact, FactKey, Knowledge};
use crate::knowledge::profile::Wants;
use crate::knowledge::vocabulary::{Intent, Rank, Step};
use crate::question::{Reading, read};

/// The other values that sources give for what these facts state, where the question is on that property.
pub(super) fn disagreements(
    knowledge: &Knowledge,
    facts: &[&Fact],
    reading: Option<&Reading>,
    citations: &mut Citations<'_>,
) -> Vec<Disagreement> {
    let mut found: Vec<Disagreement> = Vec::new();
    for fact in facts {
        for dispute in knowledge.disputes_of(fact.key).filter(|dispute| is_asked(knowledge, dispute, reading)) {
            let own = dispute.values.iter().find(|value| value.fact == fact.key);
            for other in dispute.values.iter().filter(|value| !is_told(facts, value.fact)) {
                let same = own.is_some_and(|own| {
                    own.value == other.value || (own.rank == Rank::Preferred && other.rank == Rank::Preferred)
                });
                let known = found.iter().any(|d| d.value == other.value && d.reason == dispute.reason);
                let Some(reference) = knowledge.fact_at(other.fact).references.first().filter(|_| !same && !known)
                else {
                    continue;
                };
                let citation = citations.cite(reference);
                found.push(Disagreement { value: other.value.clone(), citation, reason: dispute.reason.clone() });
            }
        }
    }
    found
}

fn is_told(facts: &[&Fact], key: FactKey) -> bool {
    facts.iter().any(|fact| fact.key == key)
}

/// Whether the question is on the disputed property: it asks for that kind of value and shares a word with it.
///
/// Without a question (a day, a status) disputed dates are shown.
fn is_asked(knowledge: &Knowledge, dispute: &model::Disagreement, reading: Option<&Reading>) -> bool {
    let property = dispute.asked.get_or_init(|| disputed_property(knowledge, &dispute.property));
    let is_date = property.wants.has(Intent::When);
    let Some(reading) = reading else { return is_date };
    let shared = property.words.iter().any(|word| reading.terms.iter().any(|term| term.feature == Some(*word)));
    let joining = [Step::Joined, Step::Signed, Step::Announced];
    let same_step = property.steps.iter().any(|step| {
        reading.steps().contains(step)
            || (joining.contains(step) && reading.steps().iter().any(|it| joining.contains(it)))
    });
    if reading.wants(Intent::Disagree) {
        return true;
    }
    let fits = if is_date {
        reading.wants(Intent::When) || !reading.dates.is_empty() || !asks_for_another_kind(reading)
    } else if property.wants.has(Intent::HowMany) {
        reading.wants(Intent::HowMany) || reading.wants(Intent::Members)
    } else if property.wants.has(Intent::Who) {
        reading.wants(Intent::Who)
    } else {
        !reading.wants(Intent::When) && !reading.wants(Intent::Who)
    };
    fits && (shared || same_step)
}

fn disputed_property(knowledge: &Knowledge, property: &str) -> DisputedProperty {
    let property = read(knowledge, property);
    DisputedProperty {
        words: property.terms.iter().filter(|term| term.entity.is_none()).filter_map(|term| term.feature).collect(),
        steps: property.steps().to_vec(),
        wants: Wants::of(|intent| property.wants(intent)),
    }
}

fn asks_for_another_kind(reading: &Reading) -> bool {
    [Intent::Who, Intent::HowMany, Intent::Where, Intent::Why, Intent::Definition]
        .into_iter()
        .any(|intent| reading.wants(intent))
}
