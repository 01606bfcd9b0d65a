//! Countries that a question takes for members and that are none.

use jiff::civil::Date;

use super::draft::Draft;
use super::members::join;
use super::{Confidence, Outcome};
use crate::knowledge::ladder::Membership;
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Intent, State, Step};
use crate::question::Reading;

/// The day of the first announcement: nothing was signed before.
const FIRST_DAY: Date = Date::constant(2020, 8, 13);

/// The document that a country signs to join.
pub(super) const DECLARATION: &str = "abraham-accords-declaration";

/// A question that takes the membership of a country for granted which a cited fact says has not joined.
pub(super) fn presumed_member<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let [country] = reading.partners(knowledge)[..] else { return None };
    let names_accords = reading.names_subject(knowledge)
        || knowledge
            .entity(DECLARATION)
            .is_some_and(|it| reading.named(knowledge, EntityKind::Document).contains(&it.key))
        || signs_the_accords(knowledge, reading);
    let joins = reading.steps().iter().any(|&step| matches!(step, Step::Joined | Step::Signed | Step::Ratified));
    let asks_of_words = [Intent::Said, Intent::Gain, Intent::Obstacle].into_iter().any(|intent| reading.wants(intent));
    let asks_whether = reading.is_yes_or_no() && reading.steps().contains(&Step::Joined);
    let negated = reading.has(CueMeaning::Negation) || (reading.is_yes_or_no() && !asks_whether);
    if !(names_accords || asks_whether) || !joins || asks_of_words || negated {
        return None;
    }
    let outcome = if asks_whether { Outcome::Answered } else { Outcome::Corrected };
    match knowledge.membership(country) {
        Membership::Outside => {
            let mut draft = Draft::new(knowledge, outcome, Confidence::Typed);
            draft.tell(knowledge.rung(country, Step::Joined).first()?);
            Some(draft)
        }
        Membership::Unrecorded if names_accords && !knowledge.is_side(country) => {
            not_reported(knowledge, country, outcome)
        }
        _ => None,
    }
}

/// Whether a signature is spoken of that can only be of the accords: one at the White House since they began, or one that says
/// nothing of what was signed ("when did Qatar sign after the demand?").
fn signs_the_accords(knowledge: &Knowledge, reading: &Reading) -> bool {
    let since = reading.date().is_none_or(|date| date.last() >= FIRST_DAY);
    let at_the_white_house = reading
        .mentions
        .iter()
        .any(|mention| mention.entities.iter().any(|&it| knowledge.entity_at(it).id == "white-house"));
    let is_bare = reading.cues.iter().filter(|cue| cue.means == CueMeaning::Step(Step::Signed)).any(|cue| {
        let next = reading.tokens.get(cue.first + cue.count).map(|token| token.folded.as_str());
        next.is_none_or(|next| {
            matches!(next, "after" | "before" | "in" | "on" | "up" | "because" | "since" | "despite" | "following")
        })
    });
    since && reading.steps()[..] == [Step::Signed] && (at_the_white_house || (is_bare && reading.wants(Intent::When)))
}

/// That no source reports that a country has joined, with the signatures of those of which sources do.
pub(super) fn not_reported(knowledge: &Knowledge, country: EntityKey, outcome: Outcome) -> Option<Draft<'_>> {
    let signing = |partner: EntityKey| {
        knowledge
            .rung(partner, Step::Signed)
            .into_iter()
            .find(|fact| fact.action.as_ref().is_some_and(|it| it.state == State::Done && it.by.contains(&partner)))
    };
    let signed: Vec<(EntityKey, &Fact)> =
        knowledge.partners().iter().filter_map(|&partner| Some((partner, signing(partner)?))).collect();
    let names: Vec<String> = signed.iter().map(|(partner, _)| knowledge.entity_at(*partner).in_sentence()).collect();
    let name = knowledge.entity_at(country).in_sentence();
    let text = format!(
        "No source here reports that {name} has joined the Abraham Accords; those reported to have signed are {}.",
        join(&names)
    );
    let mut draft = Draft::new(knowledge, outcome, Confidence::Typed);
    draft.say(text, signed.into_iter().map(|(_, fact)| fact).collect());
    (!draft.is_empty()).then_some(draft)
}
