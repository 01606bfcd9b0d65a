//! The knowledge as one JSON object; `knowledge/README.md` documents its shape.

use serde::Serialize;

use crate::knowledge::date::PartialDate;
use crate::knowledge::model::{self, EntityKey, Knowledge};
use crate::knowledge::vocabulary::{Anniversary, Property};

/// Grows by one when a reader of the shape before would misread the new one. New keys alone do not count.
const FORMAT: u32 = 1;

/// The knowledge as JSON, indented, with every key in its place whether it has a value or not.
///
/// ```
/// use accords::{export, knowledge::Knowledge};
/// let knowledge = Knowledge::embedded()?;
/// let read: serde_json::Value = serde_json::from_str(&export::json(&knowledge)).expect("JSON");
/// assert_eq!(read["facts"].as_array().map(Vec::len), Some(knowledge.facts().len()));
/// # Ok::<(), accords::knowledge::LoadError>(())
/// ```
pub fn json(knowledge: &Knowledge) -> String {
    let export = Export {
        format: FORMAT,
        version: knowledge.version(),
        topics: knowledge.topics().iter().map(Topic::of).collect(),
        entities: knowledge.entities().iter().map(Entity::of).collect(),
        sources: knowledge.sources().iter().map(Source::of).collect(),
        facts: knowledge.facts().iter().map(|fact| Fact::of(knowledge, fact)).collect(),
        disagreements: knowledge.disagreements().iter().map(|it| Disagreement::of(knowledge, it)).collect(),
        counts: knowledge.counts().iter().map(|count| Count::of(knowledge, count)).collect(),
    };
    let mut text = serde_json::to_string_pretty(&export).expect("texts, numbers and lists are always JSON");
    text.push('\n');
    text
}

#[derive(Serialize)]
struct Export<'k> {
    format: u32,
    version: &'k str,
    topics: Vec<Topic<'k>>,
    entities: Vec<Entity<'k>>,
    sources: Vec<Source<'k>>,
    facts: Vec<Fact<'k>>,
    disagreements: Vec<Disagreement<'k>>,
    counts: Vec<Count<'k>>,
}

#[derive(Serialize)]
struct Topic<'k> {
    id: &'k str,
    title: &'k str,
    horizon: Option<String>,
}

impl<'k> Topic<'k> {
    fn of(topic: &'k model::Topic) -> Self {
        Self { id: &topic.id, title: &topic.title, horizon: topic.horizon.map(PartialDate::iso) }
    }
}

#[derive(Serialize)]
struct Entity<'k> {
    id: &'k str,
    kind: &'static str,
    name: &'k str,
    article: bool,
    iso: Option<&'k str>,
    aliases: &'k [String],
    ambiguous_aliases: &'k [String],
    capitals_only: &'k [String],
    groups: Vec<&'static str>,
}

impl<'k> Entity<'k> {
    fn of(entity: &'k model::Entity) -> Self {
        Self {
            id: &entity.id,
            kind: entity.kind.word(),
            name: &entity.name,
            article: entity.article,
            iso: entity.iso.as_deref(),
            aliases: &entity.aliases,
            ambiguous_aliases: &entity.ambiguous_aliases,
            capitals_only: &entity.capitals_only,
            groups: entity.groups.iter().map(|group| group.word()).collect(),
        }
    }
}

#[derive(Serialize)]
struct Source<'k> {
    id: &'k str,
    publisher: &'k str,
    via: Option<&'k str>,
    title: &'k str,
    url: Option<&'k str>,
    date: Option<String>,
    kind: &'static str,
    tier: u8,
}

impl<'k> Source<'k> {
    fn of(source: &'k model::Source) -> Self {
        Self {
            id: &source.id,
            publisher: &source.publisher,
            via: source.via.as_deref(),
            title: &source.title,
            url: source.url.as_deref(),
            date: source.date.map(PartialDate::iso),
            kind: source.kind.word(),
            tier: source.tier.number(),
        }
    }
}

#[derive(Serialize)]
struct Fact<'k> {
    id: &'k str,
    topic: &'k str,
    kind: &'static str,
    about: Vec<&'k str>,
    parties: Vec<&'k str>,
    speaker: Option<&'k str>,
    date: Option<String>,
    end: Option<String>,
    place: Option<&'k str>,
    property: Option<&'static str>,
    value: Option<&'k str>,
    text: &'k str,
    asks: Vec<&'k str>,
    denies: Vec<&'k str>,
    anniversary: Option<&'static str>,
    action: Option<Action<'k>>,
    condition: Option<Condition<'k>>,
    references: Vec<Reference<'k>>,
    disagreements: Vec<&'k str>,
}

impl<'k> Fact<'k> {
    fn of(knowledge: &'k Knowledge, fact: &'k model::Fact) -> Self {
        Self {
            id: &fact.id,
            topic: &knowledge.topic_at(fact.topic).id,
            kind: fact.kind.word(),
            about: ids(knowledge, &fact.about),
            parties: ids(knowledge, &fact.parties),
            speaker: id(knowledge, fact.speaker),
            date: fact.date.map(PartialDate::iso),
            end: fact.end.map(PartialDate::iso),
            place: fact.place.as_deref(),
            property: fact.property.map(Property::word),
            value: fact.value.as_deref(),
            text: &fact.text,
            asks: fact.asks.iter().collect(),
            denies: fact.denies.iter().collect(),
            anniversary: fact.anniversary.map(Anniversary::word),
            action: fact.action.as_ref().map(|it| Action::of(knowledge, it)),
            condition: fact.condition.as_ref().map(|it| Condition::of(knowledge, it)),
            references: fact.references.iter().map(|it| Reference::of(knowledge, it)).collect(),
            disagreements: knowledge.disputes_of(fact.key).map(|it| it.id.as_str()).collect(),
        }
    }
}

#[derive(Serialize)]
struct Action<'k> {
    step: &'static str,
    ladder: Vec<&'k str>,
    by: Vec<&'k str>,
    #[serde(rename = "in")]
    within: Option<&'k str>,
    instrument: Option<&'k str>,
    state: &'static str,
    main: bool,
}

impl<'k> Action<'k> {
    fn of(knowledge: &'k Knowledge, action: &'k model::Action) -> Self {
        Self {
            step: action.step.word(),
            ladder: ids(knowledge, &action.ladder),
            by: ids(knowledge, &action.by),
            within: id(knowledge, action.within),
            instrument: id(knowledge, action.instrument),
            state: action.state.word(),
            main: action.main,
        }
    }
}

#[derive(Serialize)]
struct Condition<'k> {
    state: &'static str,
    party: Vec<&'k str>,
    counterparty: Vec<&'k str>,
}

impl<'k> Condition<'k> {
    fn of(knowledge: &'k Knowledge, condition: &'k model::Condition) -> Self {
        Self {
            state: condition.state.word(),
            party: ids(knowledge, &condition.party),
            counterparty: ids(knowledge, &condition.counterparty),
        }
    }
}

/// A reference with the data of its source, so that a fact can be cited without a second look-up.
#[derive(Serialize)]
struct Reference<'k> {
    source: &'k str,
    publisher: &'k str,
    via: Option<&'k str>,
    title: &'k str,
    url: Option<&'k str>,
    date: Option<String>,
    kind: &'static str,
    tier: u8,
    snippet: &'k str,
    verbatim: bool,
}

impl<'k> Reference<'k> {
    fn of(knowledge: &'k Knowledge, reference: &'k model::Reference) -> Self {
        let Source { id, publisher, via, title, url, date, kind, tier } =
            Source::of(knowledge.source_at(reference.source));
        let (snippet, verbatim) = (reference.snippet.as_str(), reference.verbatim);
        Self { source: id, publisher, via, title, url, date, kind, tier, snippet, verbatim }
    }
}

#[derive(Serialize)]
struct Disagreement<'k> {
    id: &'k str,
    property: &'k str,
    reason: &'k str,
    values: Vec<RankedValue<'k>>,
}

#[derive(Serialize)]
struct RankedValue<'k> {
    fact: &'k str,
    value: &'k str,
    rank: &'static str,
}

impl<'k> Disagreement<'k> {
    fn of(knowledge: &'k Knowledge, it: &'k model::Disagreement) -> Self {
        let value = |value: &'k model::RankedValue| RankedValue {
            fact: &knowledge.fact_at(value.fact).id,
            value: &value.value,
            rank: value.rank.word(),
        };
        Self { id: &it.id, property: &it.property, reason: &it.reason, values: it.values.iter().map(value).collect() }
    }
}

#[derive(Serialize)]
struct Count<'k> {
    id: &'k str,
    definition: &'k str,
    members: Vec<&'k str>,
    from: String,
    facts: Vec<&'k str>,
    usual: bool,
}

impl<'k> Count<'k> {
    fn of(knowledge: &'k Knowledge, count: &'k model::Count) -> Self {
        Self {
            id: &count.id,
            definition: &count.definition,
            members: ids(knowledge, &count.members),
            from: count.from.iso(),
            facts: count.facts.iter().map(|&fact| knowledge.fact_at(fact).id.as_str()).collect(),
            usual: count.usual,
        }
    }
}

fn ids<'k>(knowledge: &'k Knowledge, keys: &[EntityKey]) -> Vec<&'k str> {
    keys.iter().map(|&key| knowledge.entity_at(key).id.as_str()).collect()
}

fn id(knowledge: &Knowledge, key: Option<EntityKey>) -> Option<&str> {
    key.map(|key| knowledge.entity_at(key).id.as_str())
}
