//! Who a person is, from a sentence that introduces them: "Israeli Prime Minister Benjamin Netanyahu", "Tahnoun bin Zayed,
//! national security adviser of ...".

use fnv::FnvHashMap;

use super::model::{EntityKey, Fact, FactKey, Knowledge};
use super::vocabulary::EntityKind;
use crate::text::tokens::{Token, tokenise};

/// Words for what somebody is.
pub(crate) const OFFICES: [&str; 37] = [
    "president",
    "minister",
    "premier",
    "king",
    "queen",
    "prince",
    "princess",
    "emir",
    "sultan",
    "sheikh",
    "ruler",
    "leader",
    "chief",
    "head",
    "speaker",
    "ambassador",
    "envoy",
    "secretary",
    "senator",
    "congressman",
    "congresswoman",
    "lawmaker",
    "adviser",
    "commander",
    "commissioner",
    "general",
    "admiral",
    "officer",
    "official",
    "spokesman",
    "spokeswoman",
    "director",
    "chairman",
    "jurist",
    "scholar",
    "rabbi",
    "pope",
];

/// Words before a name, or behind it, among which its office stands: "Minister of State for Foreign Affairs".
const NEARBY: usize = 5;

/// For each person who is named with an office in some fact's sentence the best supported such fact; of two the one that names
/// the person first. Claims introduce nobody.
pub(super) fn introductions(knowledge: &Knowledge) -> FnvHashMap<EntityKey, FactKey> {
    let mut best: FnvHashMap<EntityKey, (Merit<'_>, FactKey)> = FnvHashMap::default();
    for fact in knowledge.stated_facts() {
        for (person, at) in introduced_by(knowledge, fact) {
            let merit = (knowledge.is_weak(fact), at > 0, usize::MAX - fact.references.len(), fact.id.as_str());
            if best.get(&person).is_none_or(|(known, _)| merit < *known) {
                best.insert(person, (merit, fact.key));
            }
        }
    }
    best.into_iter().map(|(person, (_, fact))| (person, fact)).collect()
}

/// How well a fact introduces somebody, the smaller the better: whether its sources are weak, whether it names others before,
/// how few sources it has, and its id.
type Merit<'k> = (bool, bool, usize, &'k str);

/// The persons whom a fact's sentence names with an office, and how many persons stand before them.
fn introduced_by(knowledge: &Knowledge, fact: &Fact) -> Vec<(EntityKey, usize)> {
    let tokens = tokenise(&fact.text);
    let mentions = knowledge.index().find_names(&tokens);
    let mut found = Vec::new();
    let mut seen = Vec::new();
    for (at, mention) in mentions.iter().enumerate() {
        let [person] = mention.entities[..] else { continue };
        if !is_person(knowledge, &[person]) || seen.contains(&person) {
            continue;
        }
        seen.push(person);
        let (first, end) = (mention.first, mention.first + mention.count);
        // What stands before another person's name is that one's office.
        let another = mentions[..at].iter().rfind(|mention| is_person(knowledge, &mention.entities));
        let another_ends = another.map_or(0, |mention| mention.first + mention.count);
        let before = &tokens[first.saturating_sub(NEARBY).max(another_ends)..first];
        let behind = &tokens[end..tokens.len().min(end + NEARBY)];
        let in_apposition = behind.first().is_some_and(|token| token.after_comma);
        if names_office(before) || (in_apposition && names_office(behind)) {
            found.push((person, mentions[..at].iter().filter(|it| is_person(knowledge, &it.entities)).count()));
        }
    }
    found
}

fn is_person(knowledge: &Knowledge, entities: &[EntityKey]) -> bool {
    entities.iter().all(|&it| knowledge.entity_at(it).kind == EntityKind::Person)
}

fn names_office(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| OFFICES.contains(&token.folded.as_str()))
}
