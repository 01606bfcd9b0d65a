//! Who a person is, from a sentence that introduces them: "Israeli Prime Minister Benjamin Netanyahu", "Tahnoun bin Zayed,
//! national security adviser of ...".

use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{EntityKind, FactKind};
use crate::text::tokens::{Token, tokenise};

/// Words for what somebody is.
const OFFICES: [&str; 37] = [
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

/// The best supported fact in whose sentence the person is named with an office; of two the one that names the person first.
pub(super) fn introduced(knowledge: &Knowledge, person: EntityKey) -> Option<&Fact> {
    let feature = knowledge.index().feature_of_entity(person)?;
    let told = knowledge.index().facts_with(feature).iter().map(|&key| knowledge.fact_at(key));
    let introducing = told.filter_map(|fact| Some((introduction(knowledge, fact, person)?, fact)));
    let best = introducing.min_by_key(|(at, fact)| {
        (knowledge.is_weak(fact), *at > 0, usize::MAX - fact.references.len(), fact.id.as_str())
    });
    best.map(|(_, fact)| fact)
}

/// How many names stand before the person's in a fact's sentence, if an office stands beside it; claims introduce nobody.
fn introduction(knowledge: &Knowledge, fact: &Fact, person: EntityKey) -> Option<usize> {
    let tokens = tokenise(&fact.text);
    let mentions = knowledge.index().find_names(&tokens);
    let at = mentions.iter().position(|mention| mention.entities == [person])?;
    let (first, end) = (mentions[at].first, mentions[at].first + mentions[at].count);
    // What stands before another person's name is that one's office.
    let another = mentions[..at].iter().rfind(|mention| is_person(knowledge, &mention.entities));
    let another_ends = another.map_or(0, |mention| mention.first + mention.count);
    let before = &tokens[first.saturating_sub(NEARBY).max(another_ends)..first];
    let behind = &tokens[end..tokens.len().min(end + NEARBY)];
    let in_apposition = behind.first().is_some_and(|token| token.after_comma);
    let persons_before = mentions[..at].iter().filter(|mention| is_person(knowledge, &mention.entities)).count();
    let is_told = fact.kind != FactKind::Claim;
    (is_told && (names_office(before) || (in_apposition && names_office(behind)))).then_some(persons_before)
}

fn is_person(knowledge: &Knowledge, entities: &[EntityKey]) -> bool {
    entities.iter().all(|&it| knowledge.entity_at(it).kind == EntityKind::Person)
}

fn names_office(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| OFFICES.contains(&token.folded.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_are_introduced_by_their_office() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        for (id, office) in [
            ("benjamin-netanyahu", "Prime Minister Benjamin Netanyahu"),
            ("kassym-jomart-tokayev", "President Kassym-Jomart Tokayev"),
            ("donald-trump", "President Donald Trump"),
        ] {
            let person = knowledge.entity(id).expect("a person of the knowledge");
            let fact = introduced(&knowledge, person.key).expect("a fact introduces them");
            assert!(fact.text.contains(office), "{id}: {}", fact.text);
        }
    }
}
