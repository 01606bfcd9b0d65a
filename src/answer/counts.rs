//! How many members there are: each number with the definition that it needs.

use jiff::civil::Date;

use super::draft::Draft;
use super::membership_list::join;
use super::{Confidence, Outcome};
use crate::knowledge::model::{Count, Fact, Knowledge};

/// Other ways of counting that are told after the usual one.
const MOST_OTHER_COUNTS: usize = 3;

/// The numbers of members by a day, or now: the usual one first, then the others that hold then, the newest first.
pub(super) fn counts(knowledge: &Knowledge, on: Option<Date>) -> Option<Draft<'_>> {
    let held = |count: &&Count| on.is_none_or(|day| count.from.first() <= day);
    let mut held: Vec<&Count> = knowledge.counts().iter().filter(held).collect();
    held.sort_by_key(|count| (!count.usual, std::cmp::Reverse(count.from), count.id.as_str()));
    let (first, others) = held.split_first()?;
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    draft.cite_at_most(1);
    let opening = if on.is_some() { "By then there were" } else { "By the usual count there are" };
    draft.say(
        format!(
            "{opening} {} countries: {}, that is {}.",
            first.members.len(),
            names(knowledge, first),
            first.definition
        ),
        facts(knowledge, first),
    );
    for count in others.iter().take(MOST_OTHER_COUNTS) {
        draft.say(format!("Others count {}: {}.", count.members.len(), count.definition), facts(knowledge, count));
    }
    Some(draft)
}

fn names(knowledge: &Knowledge, count: &Count) -> String {
    join(&count.members.iter().map(|&it| knowledge.entity_at(it).in_sentence()).collect::<Vec<_>>())
}

fn facts<'k>(knowledge: &'k Knowledge, count: &Count) -> Vec<&'k Fact> {
    count.facts.iter().map(|&fact| knowledge.fact_at(fact)).collect()
}
