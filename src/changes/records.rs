//! A knowledge as records with plain fields, each with all that an editor can write.

use super::difference::{Field, Record};
use crate::knowledge::Knowledge;
use crate::knowledge::date::PartialDate;
use crate::knowledge::model::{Count, Disagreement, Entity, EntityKey, Fact, Reference, Source, Topic};
use crate::knowledge::vocabulary::{Anniversary, Property};

/// A kind of records by its name in the plural, and how they are had.
type Kind = (&'static str, fn(&Knowledge) -> Vec<Record>);

/// All kinds of records but the facts.
pub(super) const KINDS: &[Kind] = &[
    ("disagreements", disagreements),
    ("counts of members", counts),
    ("topics", topics),
    ("sources", sources),
    ("entities", entities),
];

/// The facts. What they are worth among several values belongs to them here, though a disagreement has it.
pub(super) fn facts(knowledge: &Knowledge) -> Vec<Record> {
    knowledge.facts().iter().map(|fact| Record { id: fact.id.clone(), fields: fields(knowledge, fact) }).collect()
}

fn fields(knowledge: &Knowledge, fact: &Fact) -> Vec<Field> {
    let date = match (fact.date.map(PartialDate::iso), fact.end.map(PartialDate::iso)) {
        (Some(date), Some(end)) => Some(format!("{date} to {end}")),
        (date, _) => date,
    };
    let ids = |keys: &[EntityKey]| ids(knowledge, keys);
    let name = |key: EntityKey| knowledge.entity_at(key).id.clone();
    let step = fact.action.as_ref().map(|it| {
        let on = if it.main { "" } else { ", not the main fact on it" };
        format!("{} of {}: {}{on}", it.step.word(), ids(&it.ladder).join(", "), it.state.word())
    });
    let parts = fact.action.iter().flat_map(|it| {
        let by = it.by.iter().map(|&key| format!("by {}", name(key)));
        by.chain(it.within.map(|key| format!("in {}", name(key)))).chain(it.instrument.map(name))
    });
    let condition = fact.condition.as_ref().map(|it| {
        format!("{} of {}: {}", ids(&it.party).join(", "), ids(&it.counterparty).join(", "), it.state.word())
    });
    let ranks = knowledge.disputes_of(fact.key).flat_map(|dispute| {
        let own = dispute.values.iter().filter(|value| value.fact == fact.key);
        own.map(|value| format!("{} as {} ({})", value.rank.word(), value.value, dispute.property))
    });
    vec![
        said("statement", [fact.text.clone()]),
        said("value", fact.value.clone()),
        said("date", date),
        said("rank", ranks),
        said("step", step),
        said("condition", condition),
        said("speaker", fact.speaker.map(name)),
        said("kind", [fact.kind.word().to_owned()]),
        other("references", fact.references.iter().map(|it| reference(knowledge, it))),
        other("about", ids(&fact.about)),
        other("parties", ids(&fact.parties)),
        other("step's parts", parts),
        other("place", fact.place.clone()),
        other("property", fact.property.map(|it| Property::word(it).to_owned())),
        other("anniversary", fact.anniversary.map(|it| Anniversary::word(it).to_owned())),
        other("topic", [knowledge.topic_at(fact.topic).id.clone()]),
        other("questions", fact.asks.iter().map(str::to_owned)),
        other("denies", fact.denies.iter().map(str::to_owned)),
    ]
}

fn reference(knowledge: &Knowledge, it: &Reference) -> String {
    let id = &knowledge.source_at(it.source).id;
    if it.verbatim { format!("{id}: “{}”", it.snippet) } else { format!("{id}: {}", it.snippet) }
}

fn disagreements(knowledge: &Knowledge) -> Vec<Record> {
    let of = |it: &Disagreement| Record {
        id: it.id.clone(),
        fields: vec![said("property", [it.property.clone()]), said("reason", [it.reason.clone()])],
    };
    knowledge.disagreements().iter().map(of).collect()
}

fn counts(knowledge: &Knowledge) -> Vec<Record> {
    let of = |it: &Count| Record {
        id: it.id.clone(),
        fields: vec![
            said("definition", [it.definition.clone()]),
            said("members", ids(knowledge, &it.members)),
            said("from", [it.from.iso()]),
            other("facts", it.facts.iter().map(|&fact| knowledge.fact_at(fact).id.clone())),
            other("usual", [yes(it.usual)]),
        ],
    };
    knowledge.counts().iter().map(of).collect()
}

fn topics(knowledge: &Knowledge) -> Vec<Record> {
    let of = |it: &Topic| Record {
        id: it.id.clone(),
        fields: vec![other("title", [it.title.clone()]), other("horizon", it.horizon.map(PartialDate::iso))],
    };
    knowledge.topics().iter().map(of).collect()
}

fn sources(knowledge: &Knowledge) -> Vec<Record> {
    let of = |it: &Source| Record {
        id: it.id.clone(),
        fields: vec![
            other("title", [it.title.clone()]),
            other("publisher", [it.publisher.clone()]),
            other("via", it.via.clone()),
            other("address", it.url.clone()),
            other("date", it.date.map(PartialDate::iso)),
            other("kind", [it.kind.word().to_owned()]),
            other("tier", [it.tier.number().to_string()]),
        ],
    };
    knowledge.sources().iter().map(of).collect()
}

fn entities(knowledge: &Knowledge) -> Vec<Record> {
    let of = |it: &Entity| Record {
        id: it.id.clone(),
        fields: vec![
            other("name", [it.name.clone()]),
            other("kind", [it.kind.word().to_owned()]),
            other("article", [yes(it.article)]),
            other("iso", it.iso.clone()),
            other("aliases", it.aliases.clone()),
            other("shared aliases", it.ambiguous_aliases.clone()),
            other("in capitals only", it.capitals_only.clone()),
            other("groups", it.groups.iter().map(|group| group.word().to_owned())),
        ],
    };
    knowledge.entities().iter().map(of).collect()
}

fn said(name: &'static str, values: impl IntoIterator<Item = String>) -> Field {
    Field { name, is_said: true, values: values.into_iter().collect() }
}

fn other(name: &'static str, values: impl IntoIterator<Item = String>) -> Field {
    Field { name, is_said: false, values: values.into_iter().collect() }
}

fn ids(knowledge: &Knowledge, keys: &[EntityKey]) -> Vec<String> {
    keys.iter().map(|&key| knowledge.entity_at(key).id.clone()).collect()
}

fn yes(yes: bool) -> String {
    if yes { "yes" } else { "no" }.to_owned()
}
