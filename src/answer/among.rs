//! Which of several named countries belong: "Which of Oman, Bahrain and Morocco have signed?".

use super::draft::Draft;
use super::members::is_plain;
use super::membership_list::{tell_members, tell_outsiders};
use super::{Confidence, Outcome};
use crate::knowledge::ladder::Membership;
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, Intent, Step};
use crate::question::Reading;

/// How each of the countries stands now that a question names to choose from; nothing where one of them has no record.
pub(super) fn among<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let named = reading.partners(knowledge);
    let steps = reading.steps();
    let is_on_membership = !steps.is_empty() && steps.iter().all(|step| matches!(step, Step::Joined | Step::Signed));
    let is_of_another = reading.has(CueMeaning::Undo) || !reading.dates.is_empty() || !reading.groups().is_empty();
    let has_a_record = |&country: &EntityKey| knowledge.membership(country) != Membership::Unrecorded;
    if named.len() < 2
        || !chooses(reading)
        || !(is_on_membership || reading.wants(Intent::Members))
        || is_of_another
        || !named.iter().all(has_a_record)
        || !is_plain(knowledge, &without_negation(knowledge, reading), &named)
    {
        return None;
    }
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    if reading.wants(Intent::HowMany) {
        count(knowledge, &mut draft, &named);
    }
    let in_time_order = knowledge.partners().iter().copied().filter(|it| named.contains(it));
    tell_members(knowledge, &mut draft, None, in_time_order);
    tell_outsiders(knowledge, &mut draft, named);
    (!draft.is_empty()).then_some(draft)
}

/// Says how many of the countries have signed, with what they signed, because what makes a member is counted differently.
fn count<'k>(knowledge: &'k Knowledge, draft: &mut Draft<'k>, named: &[EntityKey]) {
    let has_signed =
        |country: &&EntityKey| matches!(knowledge.membership(**country), Membership::Member | Membership::SignedOnly);
    let signed = named.iter().filter(has_signed).filter_map(|&it| knowledge.rung(it, Step::Signed).first().copied());
    let signed: Vec<&Fact> = signed.collect();
    let verb = if signed.len() == 1 { "has" } else { "have" };
    if !signed.is_empty() {
        draft.say(
            format!(
                "{} of these {} countries {verb} signed the Abraham Accords or their Declaration.",
                signed.len(),
                named.len()
            ),
            signed,
        );
    }
}

/// Whether a question has those who are asked for among others: "which of", "how many of", "which one joined".
fn chooses(reading: &Reading) -> bool {
    let word = |at: usize| reading.tokens.get(at).map_or("", |token| token.folded.as_str());
    (0..reading.tokens.len()).any(|at| {
        let is_asker = matches!(word(at), "which" | "who" | "many" | "one" | "ones");
        is_asker && (word(at + 1) == "of" || (word(at) == "which" && matches!(word(at + 1), "one" | "ones")))
    })
}

/// Who has not joined is told together with who has.
fn without_negation(knowledge: &Knowledge, reading: &Reading) -> Reading {
    let denies = |at: usize| reading.cues.iter().any(|cue| cue.means == CueMeaning::Negation && cue.covers(at));
    reading.without_tokens(knowledge, denies)
}
