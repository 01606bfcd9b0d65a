//! Countries that a question takes for members and that are none, or for outsiders and that signed.

use jiff::civil::Date;

use super::denial::speaks_of_a_treaty;
use super::draft::Draft;
use super::membership_list::join;
use super::{Confidence, Outcome};
use crate::knowledge::ladder::Membership;
use crate::knowledge::model::{EntityKey, Fact, Knowledge, WHITE_HOUSE};
use crate::knowledge::names::Mention;
use crate::knowledge::negation::is_turned;
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Intent, State, Step, WordKind};
use crate::question::Reading;
use crate::question::cues::Found;
use crate::question::words::POINTERS;

/// The day of the first announcement: nothing was signed before.
const FIRST_DAY: Date = Date::constant(2020, 8, 13);

/// The document that a country signs to join.
pub(super) const DECLARATION: &str = "abraham-accords-declaration";

/// Words up to the country in a clause that opens a question: "now that", "given that".
const LONGEST_OPENING: usize = 2;

/// What a country that has not joined is asked to have got for joining.
pub(super) fn presumed_gain<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let asks = reading.wants(Intent::Gain) && !reading.is_yes_or_no() && asks_what_was_got(knowledge, reading);
    asks.then(|| presumed_member(knowledge, reading)).flatten()
}

/// A question that takes for granted that a country stayed out which signed ("why didn't Bahrain sign the accords?").
pub(super) fn presumed_outsider<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let [country] = reading.partners(knowledge)[..] else { return None };
    let is_turned = is_turned(&reading.tokens, reading.cues.iter().map(|cue| (cue.first, cue.means)));
    let joins = matches!(reading.steps()[..], [Step::Joined | Step::Signed]);
    let is_on_the_accords = reading.names_subject(knowledge) && !speaks_of_a_treaty(reading);
    let says_more = !reading.dates.is_empty() || reading.telling_words() > 1;
    if !(reading.wants(Intent::Why) && is_turned && joins && is_on_the_accords) || says_more {
        return None;
    }
    if !matches!(knowledge.membership(country), Membership::Member | Membership::SignedOnly) {
        return None;
    }
    let mut draft = Draft::new(knowledge, Outcome::Corrected, Confidence::Typed);
    draft.tell(knowledge.rung(country, Step::Signed).first()?);
    Some(draft)
}

/// A question that takes the membership of a country for granted which a cited fact says has not joined.
pub(super) fn presumed_member<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let country = joiner(knowledge, reading)?;
    // Before there were accords something else was signed, which some call by their name ("Who signed the Abraham Accords in 1978?").
    // Who asks why they were signed then ("Why did Tunisia sign them in 2011?") means the accords.
    let means_the_accords = reading.names_subject(knowledge) && reading.wants(Intent::Why);
    if !means_the_accords && reading.date().is_some_and(|date| date.last() < FIRST_DAY) {
        return None;
    }
    let names_accords = reading.names_subject(knowledge)
        || knowledge
            .entity(DECLARATION)
            .is_some_and(|it| reading.named(knowledge, EntityKind::Document).contains(&it.key))
        || signs_the_accords(knowledge, reading)
        || joins_without_an_object(reading)
        || opens_with_joining(reading, country);
    let joins = reading.cues.iter().any(|cue| {
        matches!(cue.means, CueMeaning::Step(Step::Joined | Step::Signed | Step::Ratified))
            && !is_only_spoken_of(reading, cue)
    });
    let asks_of_words = [Intent::Said, Intent::Obstacle].into_iter().any(|intent| reading.wants(intent))
        || (reading.wants(Intent::Gain) && !reading.wants(Intent::When) && !asks_what_was_got(knowledge, reading));
    let joins_or_signs = reading.steps().contains(&Step::Joined)
        || (reading.steps().contains(&Step::Signed) && reading.names_subject(knowledge));
    let asks_whether = reading.is_yes_or_no() && joins_or_signs;
    let negated = reading.has(CueMeaning::Negation) || (reading.is_yes_or_no() && !asks_whether);
    let is_of_something_else =
        only_describes(reading, country) || (!names_accords && joins_something_else(knowledge, reading));
    if !(names_accords || asks_whether) || !joins || asks_of_words || negated || is_of_something_else {
        return None;
    }
    let outcome = if asks_whether && !reading.is_claim() { Outcome::Answered } else { Outcome::Corrected };
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

/// The country that is said to join: the one that is named, or that of the one person ("Sharaa signed the accords").
fn joiner(knowledge: &Knowledge, reading: &Reading) -> Option<EntityKey> {
    let partners = reading.partners(knowledge);
    // "Did Israel sign it in New Delhi?" is not of India.
    let is_place = |name: &Mention| matches!(reading.word_before(name.first), "in" | "at");
    let names_another = |country: EntityKey| reading.countries(knowledge).iter().any(|&it| it != country);
    let is_only_where = |country: EntityKey| {
        let mut names = reading.mentions.iter().filter(|name| name.entities.contains(&country));
        names.all(is_place) && names_another(country)
    };
    if matches!(partners[..], [country] if is_only_where(country)) {
        return None;
    }
    match (&partners[..], &reading.named(knowledge, EntityKind::Person)[..]) {
        (&[country], _) => Some(country),
        (&[], &[person, ..]) if reading.names_subject(knowledge) && reading.is_yes_or_no() => {
            let is_outside = |&country: &EntityKey| knowledge.membership(country) == Membership::Outside;
            country_of(knowledge, person).filter(is_outside)
        }
        _ => None,
    }
}

/// The country on which most facts about a person are, Israel and the United States aside; none when most are on no other or on
/// several alike.
pub(super) fn country_of(knowledge: &Knowledge, person: EntityKey) -> Option<EntityKey> {
    let facts: Vec<&Fact> = knowledge.stated_facts_on(person).filter(|fact| fact.about.contains(&person)).collect();
    let is_own = |key: EntityKey| knowledge.entity_at(key).kind == EntityKind::Country && !knowledge.is_side(key);
    let count = |country: EntityKey| facts.iter().filter(|fact| fact.about.contains(&country)).count();
    let countries = facts.iter().flat_map(|fact| &fact.about).copied().filter(|&key| is_own(key));
    let country = countries.max_by_key(|&country| (count(country), country))?;
    (count(country) * 2 > facts.len()).then_some(country)
}

/// Whether it is said what is joined, and that is no accord: "a member of NATO".
fn joins_something_else(knowledge: &Knowledge, reading: &Reading) -> bool {
    const OF: [&str; 5] = ["of", "to", "in", "into", "the"];
    const ACCORDS: [&str; 10] =
        ["accord", "accords", "deal", "deals", "agreement", "agreements", "pact", "club", "framework", "group"];
    let index = knowledge.index();
    reading.cues.iter().filter(|cue| cue.means == CueMeaning::Step(Step::Joined)).any(|cue| {
        let is_of = |at: &usize| OF.contains(&reading.tokens[*at].folded.as_str());
        let object = (cue.first + cue.count..reading.tokens.len()).find(|at| !is_of(at));
        object.is_some_and(|at| {
            let token = &reading.tokens[at];
            at > cue.first + cue.count
                && !reading.is_placed(at)
                && !index.is_filler(token)
                && !POINTERS.contains(&token.folded.as_str())
                && !ACCORDS.contains(&token.folded.as_str())
        })
    })
}

/// Whether a country is named only to say of what kind something is: "a Palestinian state in the accords".
fn only_describes(reading: &Reading, country: EntityKey) -> bool {
    const DESCRIBED: [&str; 8] = ["state", "statehood", "question", "issue", "cause", "rights", "people", "problem"];
    let mut named = reading.mentions.iter().filter(|mention| mention.entities.contains(&country)).peekable();
    // Of a person's country only the person is named.
    named.peek().is_some()
        && named.all(|mention| {
            let next = reading.tokens.get(mention.first + mention.count);
            next.is_some_and(|token| DESCRIBED.contains(&token.folded.as_str()))
        })
}

/// Whether joining is only spoken of: "the benefit of joining", "talks about joining".
fn is_only_spoken_of(reading: &Reading, cue: &Found) -> bool {
    const BEFORE: [&str; 5] = ["of", "about", "on", "towards", "against"];
    let before = cue.first.checked_sub(1).map(|at| reading.tokens[at].folded.as_str());
    reading.tokens[cue.first].folded.ends_with("ing") && before.is_some_and(|word| BEFORE.contains(&word))
}

/// Whether it is asked what somebody got, and not what it would get, wants or was offered.
fn asks_what_was_got(knowledge: &Knowledge, reading: &Reading) -> bool {
    let is_of_the_past = reading.has_word(&["did", "got", "received", "gained", "obtained"]);
    is_of_the_past && !reading.has_word_of(knowledge, WordKind::Wish)
}

/// Whether a country is said to have joined and not what: "I thought Oman joined too".
fn joins_without_an_object(reading: &Reading) -> bool {
    const ADVERBS: [&str; 8] = ["too", "also", "already", "later", "afterwards", "back", "then", "as"];
    let is_bare = |cue: &&Found| {
        let next = reading.tokens.get(cue.first + cue.count);
        let verb = &reading.tokens[cue.first];
        verb.folded == "joined"
            && next.is_none_or(|next| next.sentence != verb.sentence || ADVERBS.contains(&next.folded.as_str()))
    };
    reading.cues.iter().filter(|cue| cue.means == CueMeaning::Step(Step::Joined)).any(|cue| is_bare(&cue))
}

/// Whether a fact says that a country has not joined of which the question says in its opening clause that it has.
pub(super) fn denies_the_joining(reading: &Reading, fact: &Fact) -> bool {
    let opens = |&country: &EntityKey| in_an_opening_clause(reading, country).is_some();
    let is_said = !reading.has(CueMeaning::Negation);
    is_said
        && fact.says_not_joined()
        && reading.steps().contains(&Step::Joined)
        && fact.about.first().is_some_and(opens)
}

/// The name of a country that a clause opens with: "Now that Oman", "Since Oman".
fn in_an_opening_clause(reading: &Reading, country: EntityKey) -> Option<&Mention> {
    const OPENERS: [&str; 7] = ["since", "after", "once", "now", "when", "because", "given"];
    let name = reading.mentions.iter().find(|mention| mention.entities[..] == [country])?;
    let before = name.first.checked_sub(1).map(|at| reading.tokens[at].folded.as_str())?;
    ((OPENERS.contains(&before) || before == "that") && name.first <= LONGEST_OPENING).then_some(name)
}

/// Whether a question opens with the joining or signing of a country as something known: "Since Oman signed on, ...".
fn opens_with_joining(reading: &Reading, country: EntityKey) -> bool {
    const OBJECTS: [&str; 5] = ["a", "an", "the", "its", "with"];
    let Some(name) = in_an_opening_clause(reading, country) else { return false };
    let end = name.first + name.count;
    let verb = reading.cues.iter().find(|cue| {
        let is_step = matches!(cue.means, CueMeaning::Step(Step::Signed | Step::Joined));
        let between = reading.tokens.get(end..cue.first).unwrap_or_default();
        is_step
            && cue.first >= end
            && between.iter().all(|token| matches!(token.folded.as_str(), "has" | "had" | "have"))
    });
    let is_object = |at: usize| {
        let names = reading.mentions.iter().any(|mention| mention.first == at);
        names || reading.tokens.get(at).is_some_and(|token| OBJECTS.contains(&token.folded.as_str()))
    };
    verb.is_some_and(|verb| !is_object(verb.first + verb.count))
}

/// Whether a signature is spoken of that can only be of the accords: one at the White House since they began, or one that says
/// nothing of what was signed ("when did Qatar sign after the demand?").
fn signs_the_accords(knowledge: &Knowledge, reading: &Reading) -> bool {
    let since = reading.date().is_none_or(|date| date.last() >= FIRST_DAY);
    let at_the_white_house = reading
        .mentions
        .iter()
        .any(|mention| mention.entities.iter().any(|&it| knowledge.entity_at(it).id == WHITE_HOUSE));
    let names_a_text =
        reading.has_word(&["treaty", "agreement", "pact", "convention", "protocol", "memorandum", "law"]);
    let is_bare = reading.cues.iter().filter(|cue| cue.means == CueMeaning::Step(Step::Signed)).any(|cue| {
        let next = reading.tokens.get(cue.first + cue.count).map(|token| token.folded.as_str());
        next.is_none_or(|next| {
            matches!(
                next,
                "after" | "before" | "in" | "on" | "up" | "because" | "since" | "despite" | "following" | "for"
            )
        })
    });
    since
        && reading.steps()[..] == [Step::Signed]
        && (at_the_white_house
            || (is_bare && !names_a_text && (reading.wants(Intent::When) || reading.wants(Intent::Who))))
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
        "No source here reports that {name} joined the Abraham Accords; those reported to have signed are {}.",
        join(&names)
    );
    let mut draft = Draft::new(knowledge, outcome, Confidence::Typed);
    draft.say(text, signed.into_iter().map(|(_, fact)| fact).collect());
    (!draft.is_empty()).then_some(draft)
}
