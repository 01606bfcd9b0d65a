//! Who signed: for a country or a document, and whether the question has the right person sign.

use super::draft::Draft;
use super::phrases::NOT_SO;
use super::presumed::{DECLARATION, country_of, presumed_member};
use super::{Confidence, Outcome};
use crate::knowledge::date_mentions::Mentioned;
use crate::knowledge::ladder::Membership;
use crate::knowledge::model::{EntityKey, Fact, Knowledge, SUBJECT, WHITE_HOUSE};
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Intent, Property, Step};
use crate::question::Reading;

/// Words between a person and the verb of signing within which the person is the one who signs.
const NEAR_THE_VERB: usize = 6;

/// Who signed for the one partner that is named, or a correction when the question has somebody else sign.
pub(super) fn signatories<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    if !reading.steps().contains(&Step::Signed) {
        return None;
    }
    match signer(knowledge, reading) {
        Some(person) => wrong_signer(knowledge, reading, person),
        None => right_signer(knowledge, reading),
    }
}

/// The fact that says by name who signed the accords themselves.
pub(super) fn signers_of_the_accords<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<&'k Fact> {
    signing(knowledge, reading, Some(knowledge.entity(SUBJECT)?.key), None)
}

/// "Who signed for Bahrain?": nothing else may be asked.
fn right_signer<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let [country] = reading.partners(knowledge)[..] else { return None };
    let is_plain = reading.terms.iter().all(|term| match term.entity {
        Some(key) => {
            let is_of_the_signing = [DECLARATION, WHITE_HOUSE].contains(&knowledge.entity_at(key).id.as_str());
            key == country || knowledge.is_general(key) || is_of_the_signing
        }
        None => term.feature.is_none_or(|feature| Some(feature) == sign(knowledge)),
    });
    if !reading.wants(Intent::Who) || !is_plain || reading.has(CueMeaning::Negation) {
        return None;
    }
    if knowledge.membership(country) == Membership::Outside {
        return presumed_member(knowledge, reading);
    }
    let fact = signing(knowledge, reading, None, Some(country))?;
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    draft.tell(fact);
    Some(draft)
}

/// "Why did the king sign the declaration?": the fact that says who did.
fn wrong_signer<'k>(knowledge: &'k Knowledge, reading: &Reading, person: EntityKey) -> Option<Draft<'k>> {
    // "Which came first, his visit or the signature?" has nobody sign.
    if reading.wants(Intent::Order) {
        return None;
    }
    let documents = reading.named(knowledge, EntityKind::Document);
    let document = documents.into_iter().find(|&it| !knowledge.is_subject(it));
    let own = country_of(knowledge, person);
    let named = reading.partners(knowledge);
    let country = named.first().copied().or(own);
    if named.len() > 1 || (document.is_none() && (own.is_none() || country != own)) {
        return None;
    }
    let fact = signing(knowledge, reading, document, country)?;
    let signed_something = knowledge
        .stated_facts_on(person)
        .any(|fact| signs(knowledge, fact, person) && is_dated_as_asked(fact, reading));
    if signed_something || reading.has(CueMeaning::Negation) {
        return None;
    }
    let mut draft = Draft::new(knowledge, Outcome::Corrected, Confidence::Typed);
    draft.tell(fact).lead(NOT_SO);
    Some(draft)
}

/// The person whom the question has sign: named just before the verb, or after "by".
fn signer(knowledge: &Knowledge, reading: &Reading) -> Option<EntityKey> {
    let verb = reading.cues.iter().find(|cue| cue.means == CueMeaning::Step(Step::Signed))?;
    let is_signer = |first: usize, count: usize| {
        let before = first + count <= verb.first && verb.first - (first + count) < NEAR_THE_VERB;
        let by = first > verb.first && first.checked_sub(1).is_some_and(|at| reading.tokens[at].folded == "by");
        before || by
    };
    let mentions = reading.mentions.iter().filter(|mention| is_signer(mention.first, mention.count));
    let mut persons = mentions.filter_map(|mention| match mention.entities[..] {
        [one] if knowledge.entity_at(one).kind == EntityKind::Person => Some(one),
        _ => None,
    });
    persons.next_back()
}

/// The fact that says by name who signed a document, or the accords for a country.
fn signing<'k>(
    knowledge: &'k Knowledge,
    reading: &Reading,
    document: Option<EntityKey>,
    country: Option<EntityKey>,
) -> Option<&'k Fact> {
    let fits = |fact: &&Fact| {
        let names_signers = fact.property == Some(Property::Signatory) && !persons_of(knowledge, fact).is_empty();
        let on_document = match document {
            Some(document) => fact.about.contains(&document),
            None => fact.about.iter().any(|&it| knowledge.is_subject(it)),
        };
        let on_country = country.is_none_or(|country| fact.concerns(country));
        names_signers && on_document && on_country && is_dated_as_asked(fact, reading)
    };
    let on = document.or(country)?;
    knowledge.stated_facts_on(on).filter(fits).max_by_key(|fact| (fact.references.len(), std::cmp::Reverse(&fact.id)))
}

fn is_dated_as_asked(fact: &Fact, reading: &Reading) -> bool {
    reading.dates.iter().all(|mention| match mention.date {
        Mentioned::Dated(asked) => fact.date.is_some_and(|date| date.overlaps(asked)),
        _ => true,
    })
}

fn persons_of<'k>(knowledge: &'k Knowledge, fact: &Fact) -> &'k [EntityKey] {
    knowledge.index().profile_of(fact.key).persons()
}

/// Whether a fact has the person sign something.
fn signs(knowledge: &Knowledge, fact: &Fact, person: EntityKey) -> bool {
    let of_a_signing = fact.property == Some(Property::Signatory)
        || fact.action.as_ref().is_some_and(|action| action.step == Step::Signed);
    of_a_signing && persons_of(knowledge, fact).contains(&person)
}

fn sign(knowledge: &Knowledge) -> Option<crate::knowledge::feature::Feature> {
    knowledge.index().feature_of_stem("sign")
}
