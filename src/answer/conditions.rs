//! What a party asked, got or gave.

use super::draft::Draft;
use super::presumed::country_of;
use super::{Confidence, Outcome};
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{ConditionState, CueMeaning, EntityKind, Intent, Property};
use crate::question::Reading;

/// Stems of words for what somebody asks, and not for what was got.
const ASKING: [&str; 12] = [
    "want",
    "demand",
    "ask",
    "condit",
    "term",
    "requir",
    "need",
    "insist",
    "precondit",
    "prerequisit",
    "proviso",
    "stipul",
];

/// Stems of words for what all conditions are of: joining, and taking up relations again.
const GENERAL: [&str; 12] = [
    "deal",
    "accord",
    "agreement",
    "exchang",
    "return",
    "sign",
    "join",
    "normalis",
    "side",
    "restor",
    "renew",
    "resum",
];

/// Conditions told of one party.
const MOST_CONDITIONS: usize = 3;

/// The conditions of the one country asked about, if that is the question.
pub(super) fn conditions<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let obstacle = reading.wants(Intent::Obstacle);
    // "When did it get its envoy back?" asks for a day, "What did it get?" for a condition.
    let asks_else = [Intent::When, Intent::Who, Intent::Where, Intent::HowMany].into_iter().any(|it| reading.wants(it));
    if asks_else
        || reading.has(CueMeaning::Undo)
        || !(reading.wants(Intent::Gain) || obstacle)
        || !is_plain(knowledge, reading)
    {
        return None;
    }
    let party = party(knowledge, reading)?;
    if obstacle {
        return obstacles(knowledge, party);
    }
    let asks = has_word(reading, &ASKING);
    let gave = has_word(reading, &["give", "conced", "sacrific", "offer"])
        && has_word(reading, &["up", "give", "conced", "offer"]);
    let mut facts: Vec<&Fact> = knowledge.stated_facts_on(party).filter(|fact| concerns(fact, party, gave)).collect();
    // What is asked of Israel is no wish for American jets.
    let sides: Vec<EntityKey> =
        reading.countries(knowledge).into_iter().filter(|&it| it != party && knowledge.is_side(it)).collect();
    let sides = if sides.is_empty() && knowledge.is_side(party) { reading.partners(knowledge).to_vec() } else { sides };
    let is_of_another_side = |fact: &Fact| {
        let other = fact.condition.as_ref().map_or(&[][..], |it| if gave { &it.party } else { &it.counterparty });
        !sides.is_empty() && !other.iter().any(|it| sides.contains(it))
    };
    let state = if asks { ConditionState::Asked } else { ConditionState::Granted };
    let fits = |fact: &Fact| fact.condition.as_ref().is_some_and(|condition| condition.state == state);
    // What one of the two sides wants of others, or wants where it is asked what it got, is no answer.
    facts.retain(|fact| !knowledge.is_side(party) || (fits(fact) && !is_of_another_side(fact)));
    facts.sort_by_key(|fact| {
        let is_of_another_date = reading.date().is_some_and(|asked| fact.date.is_none_or(|date| !date.overlaps(asked)));
        (
            is_of_another_date,
            !fits(fact),
            is_of_another_side(fact),
            knowledge.is_weak(fact),
            usize::MAX - fact.references.len(),
            fact.id.as_str(),
        )
    });
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    for fact in facts.into_iter().take(MOST_CONDITIONS) {
        draft.tell(fact);
    }
    (!draft.is_empty()).then_some(draft)
}

/// What stands between a country and the accords: what is asked of it or by it, else the reasons on record.
fn obstacles(knowledge: &Knowledge, country: EntityKey) -> Option<Draft<'_>> {
    let open = |fact: &&Fact| {
        fact.condition.as_ref().is_some_and(|condition| {
            matches!(condition.state, ConditionState::Asked | ConditionState::Open)
                && (condition.party.contains(&country) || condition.counterparty.contains(&country))
        })
    };
    let mut facts: Vec<&Fact> = knowledge.stated_facts_on(country).filter(open).collect();
    if facts.is_empty() {
        facts = knowledge.properties_of(country, Property::Reason).collect();
    }
    facts.sort_by_key(|fact| (knowledge.is_weak(fact), std::cmp::Reverse(fact.date), fact.id.as_str()));
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    facts.into_iter().take(MOST_CONDITIONS).for_each(|fact| {
        draft.tell(fact);
    });
    (!draft.is_empty()).then_some(draft)
}

fn concerns(fact: &Fact, party: EntityKey, gave: bool) -> bool {
    fact.condition.as_ref().is_some_and(|condition| {
        let side = if gave { &condition.counterparty } else { &condition.party };
        side.contains(&party)
    })
}

fn has_word(reading: &Reading, stems: &[&str]) -> bool {
    reading.tokens.iter().any(|token| stems.contains(&token.stem.as_str()))
}

/// The country whose conditions are asked: the one that is not the other side, else that of the one person ("what does the crown
/// prince want from the United States?"), else that side itself.
fn party(knowledge: &Knowledge, reading: &Reading) -> Option<EntityKey> {
    let persons = reading.named(knowledge, EntityKind::Person);
    let countries = reading.countries(knowledge);
    let partners = reading.partners(knowledge);
    // "What does Israel want from Saudi Arabia?"
    if let [side, partner] = countries[..]
        && knowledge.is_side(side)
        && wants_from(reading, side, partner)
    {
        return Some(side);
    }
    // "What does Trump want from Saudi Arabia?" is on no Saudi wish.
    let place = |key: EntityKey| reading.mentions.iter().position(|mention| mention.entities.contains(&key));
    let is_of_another = |party: EntityKey| {
        let before = persons.iter().filter(|&&person| place(person) < place(party));
        before.into_iter().any(|&person| country_of(knowledge, person) != Some(party))
    };
    match (&partners[..], &persons[..], &countries[..]) {
        ([one], ..) if is_of_another(*one) => None,
        ([one], ..) | ([], [], [one]) => Some(*one),
        ([], [person], _) => country_of(knowledge, *person),
        _ => None,
    }
}

/// Whether one country is said to want something of another: it stands before the verb, and "from" or "of" before the other.
fn wants_from(reading: &Reading, side: EntityKey, partner: EntityKey) -> bool {
    let mention = |key: EntityKey| reading.mentions.iter().find(|mention| mention.entities[..] == [key]);
    let (Some(side), Some(partner)) = (mention(side), mention(partner)) else { return false };
    let verb = reading.tokens.get(side.first + side.count);
    verb.is_some_and(|verb| ASKING.contains(&verb.stem.as_str()))
        && matches!(reading.word_before(partner.first), "from" | "of")
}

/// Whether the question speaks of nothing but a country, a condition and joining.
fn is_plain(knowledge: &Knowledge, reading: &Reading) -> bool {
    (0..reading.tokens.len()).all(|at| {
        let token = &reading.tokens[at];
        let in_cue = reading.cues.iter().any(|cue| cue.covers(at) && cue.means != CueMeaning::Directed);
        let mention = reading.mentions.iter().find(|mention| mention.covers(at));
        let is_country = mention.is_some_and(|mention| {
            mention.entities.iter().all(|&entity| {
                let entity = knowledge.entity_at(entity);
                matches!(entity.kind, EntityKind::Country | EntityKind::Person)
                    || entity.id == crate::knowledge::model::SUBJECT
            })
        });
        let general = GENERAL.contains(&token.stem.as_str());
        is_country
            || (mention.is_none() && (in_cue || general || knowledge.index().is_filler(token)))
            || reading.dates.iter().any(|date| date.covers(at))
    })
}
