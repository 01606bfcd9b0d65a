//! Checked files -> linked knowledge. Runs after [`super::check`], so that every name resolves and every word is known.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use fnv::{FnvHashMap, FnvHasher};

use super::date::PartialDate;
use super::index::Index;
use super::introduced::introductions;
use super::ladder::Membership;
use super::lists::Lists;
use super::load::Folder;
use super::model::{
    Action, Condition, Count, Cue, Disagreement, Entity, EntityKey, Fact, FactKey, ISRAEL, Knowledge, RankedValue,
    Reference, SUBJECT, Source, SourceKey, Topic, TopicKey, UNITED_STATES,
};
use super::schema::{self, Text};
use super::thesaurus::Thesaurus;
use super::vocabulary::{
    Anniversary, ConditionState, CueMeaning, EntityKind, FactKind, Group, Property, Rank, SourceKind, State, Step,
    Tier, WordKind,
};
use super::word_kinds::WordKinds;

/// Links a checked folder.
pub(super) fn link(folder: &Folder) -> Knowledge {
    let entities: Vec<_> =
        number(folder, |file| &file.entity).map(|(at, entity)| link_entity(EntityKey(at), entity)).collect();
    let sources: Vec<_> = number(folder, |file| &file.source).map(|(_, source)| link_source(source)).collect();
    let linker = Linker::new(folder, &entities, &sources);
    let facts = linker.facts(folder, &sources);
    let fact_by_id = facts.iter().map(|fact| (fact.id.clone(), fact.key)).collect();
    let disagreements: Vec<_> =
        number(folder, |file| &file.disagreement).map(|(_, it)| linker.disagreement(it)).collect();
    let counts = number(folder, |file| &file.count).map(|(_, count)| linker.count(count)).collect();
    let cues: Vec<_> = number(folder, |file| &file.cue).filter_map(|(_, cue)| link_cue(cue)).collect();
    let synonyms: Vec<_> = number(folder, |file| &file.synonym).map(|(_, it)| own_all(&it.words)).collect();
    let opposites: Vec<_> =
        number(folder, |file| &file.opposite).map(|(_, it)| (own_all(&it.one), own_all(&it.other))).collect();
    let words = number(folder, |file| &file.words);
    let words = words.filter_map(|(_, it)| Some((WordKind::parse(it.kind.get_ref())?, &it.words)));
    let kinds =
        WordKinds::new(words.flat_map(|(kind, words)| words.iter().map(move |it| (kind, it.get_ref().as_str()))));
    let index = Index::new(&entities, &facts, &cues, Thesaurus::new(&synonyms, &opposites), kinds);
    let mut knowledge = Knowledge {
        version: version(folder),
        unnamed: unnamed(&facts, entities.len(), &index),
        properties_of: properties_of(&facts),
        of_day: of_day(&facts),
        index,
        topics: topics(folder),
        disputes_of: disputes_of(&disagreements),
        steps_of: steps_of(&facts),
        partners: Vec::new(),
        subject: linker.entities.get(SUBJECT).copied(),
        sides: [ISRAEL, UNITED_STATES].map(|id| linker.entities.get(id).copied()),
        defined: Vec::new(),
        introduced: FnvHashMap::default(),
        entity_by_id: linker.entities,
        entities,
        facts,
        sources,
        disagreements,
        counts,
        fact_by_id,
    };
    knowledge.partners = knowledge.find_partners();
    let on_ladders: BTreeSet<EntityKey> = knowledge
        .entities
        .iter()
        .map(|entity| entity.key)
        .filter(|&key| knowledge.membership(key) != Membership::Unrecorded)
        .collect();
    knowledge.index.put_back_names(|entity| on_ladders.contains(&entity));
    knowledge.introduced = introductions(&knowledge);
    let gives_one = |fact: &&Fact| fact.property == Some(Property::Definition);
    let defined: BTreeSet<_> = knowledge.facts.iter().filter(gives_one).filter_map(|fact| fact.about.first()).collect();
    knowledge.defined = defined.into_iter().copied().collect();
    knowledge
}

/// The facts on each country's ladder, in their order; claims are on none.
fn steps_of(facts: &[Fact]) -> FnvHashMap<EntityKey, Vec<FactKey>> {
    let mut found: FnvHashMap<EntityKey, Vec<FactKey>> = FnvHashMap::default();
    for fact in facts.iter().filter(|fact| fact.kind != FactKind::Claim) {
        for country in fact.action.iter().flat_map(|action| &action.ladder) {
            found.entry(*country).or_default().push(fact.key);
        }
    }
    found
}

/// For each entity the facts that have it in a field and not among what they can be found by.
fn unnamed(facts: &[Fact], entities: usize, index: &Index) -> Lists<FactKey> {
    let in_fields = facts.iter().flat_map(|fact| {
        let of_action =
            fact.action.iter().flat_map(|it| it.ladder.iter().chain(&it.by).chain(&it.within).chain(&it.instrument));
        let of_condition = fact.condition.iter().flat_map(|it| it.party.iter().chain(&it.counterparty));
        let all = fact.about.iter().chain(&fact.parties).chain(&fact.speaker).chain(of_action).chain(of_condition);
        all.copied().collect::<BTreeSet<EntityKey>>().into_iter().map(|entity| (entity, fact.key))
    });
    let is_found = |entity: EntityKey, fact: FactKey| {
        let found = index.feature_of_entity(entity).map_or(&[][..], |feature| index.facts_with(feature));
        found.binary_search(&fact).is_ok()
    };
    let unnamed = in_fields.filter(|&(entity, fact)| !is_found(entity, fact));
    Lists::of_pairs(entities, unnamed.map(|(entity, fact)| (entity.index(), fact)))
}

/// The facts that give a property of the entity that they are about first of all, in their order.
fn properties_of(facts: &[Fact]) -> FnvHashMap<(EntityKey, Property), Vec<FactKey>> {
    let mut found: FnvHashMap<(EntityKey, Property), Vec<FactKey>> = FnvHashMap::default();
    for fact in facts {
        if let (Some(&first), Some(property)) = (fact.about.first(), fact.property) {
            found.entry((first, property)).or_default().push(fact.key);
        }
    }
    found
}

/// The facts on each day of the year, in their order.
fn of_day(facts: &[Fact]) -> BTreeMap<(i8, i8), Vec<FactKey>> {
    let mut found: BTreeMap<(i8, i8), Vec<FactKey>> = BTreeMap::new();
    for fact in facts {
        if let Some(day) = fact.date.and_then(PartialDate::day) {
            found.entry((day.month(), day.day())).or_default().push(fact.key);
        }
    }
    found
}

/// All tables of one kind over all files, numbered.
fn number<'f, T: 'f>(
    folder: &'f Folder,
    tables: impl Fn(&'f schema::File) -> &'f Vec<T>,
) -> impl Iterator<Item = (u32, &'f T)> {
    (0u32..).zip(folder.files.iter().flat_map(move |parsed| tables(&parsed.file)))
}

fn version(folder: &Folder) -> String {
    let mut hasher = FnvHasher::default(); // the same on every machine and with every compiler
    for parsed in &folder.files {
        (&parsed.path, &parsed.text).hash(&mut hasher);
    }
    format!("{:010x}", hasher.finish() >> 24)
}

fn disputes_of(disagreements: &[Disagreement]) -> FnvHashMap<FactKey, Vec<usize>> {
    let mut found: FnvHashMap<FactKey, Vec<usize>> = FnvHashMap::default();
    for (at, disagreement) in disagreements.iter().enumerate() {
        for value in &disagreement.values {
            let list = found.entry(value.fact).or_default();
            if !list.contains(&at) {
                list.push(at);
            }
        }
    }
    found
}

fn topics(folder: &Folder) -> Vec<Topic> {
    let written = folder.files.iter().filter_map(|parsed| parsed.file.topic.as_ref());
    written
        .map(|topic| Topic {
            id: own(&topic.id),
            title: own(&topic.title),
            horizon: topic.horizon.as_ref().and_then(date),
        })
        .collect()
}

fn own(text: &Text) -> String {
    text.get_ref().clone()
}

fn own_all(texts: &[Text]) -> Vec<String> {
    texts.iter().map(own).collect()
}

fn date(text: &Text) -> Option<PartialDate> {
    text.get_ref().parse().ok()
}

fn link_entity(key: EntityKey, entity: &schema::Entity) -> Entity {
    let mut aliases = own_all(&entity.aliases);
    aliases.extend(own_all(&entity.adjectives));
    aliases.extend(own_all(&entity.capitals));
    Entity {
        key,
        id: own(&entity.id),
        kind: EntityKind::parse(entity.kind.get_ref()).unwrap_or(EntityKind::Term),
        name: own(&entity.name),
        article: entity.article,
        iso: entity.iso.as_ref().map(own),
        aliases,
        ambiguous_aliases: own_all(&entity.ambiguous_aliases),
        capitals_only: own_all(&entity.capitals_only),
        groups: entity.groups.iter().filter_map(|group| Group::parse(group.get_ref())).collect(),
    }
}

fn link_source(source: &schema::Source) -> Source {
    Source {
        id: own(&source.id),
        publisher: own(&source.publisher),
        via: source.via.as_ref().map(own),
        title: own(&source.title),
        url: source.url.as_ref().map(own),
        date: source.date.as_ref().and_then(date),
        kind: SourceKind::parse(source.kind.get_ref()).unwrap_or(SourceKind::News),
        tier: Tier::from_number(*source.tier.get_ref()).unwrap_or(Tier::Four),
    }
}

fn link_cue(cue: &schema::Cue) -> Option<Cue> {
    Some(Cue { means: CueMeaning::parse(cue.means.get_ref())?, words: own_all(&cue.words) })
}

/// Ids -> keys.
struct Linker {
    entities: FnvHashMap<String, EntityKey>,
    sources: FnvHashMap<String, SourceKey>,
    facts: FnvHashMap<String, FactKey>,
}

impl Linker {
    fn new(folder: &Folder, entities: &[Entity], sources: &[Source]) -> Self {
        Self {
            entities: entities.iter().map(|entity| (entity.id.clone(), entity.key)).collect(),
            sources: (0u32..).zip(sources).map(|(at, source)| (source.id.clone(), SourceKey(at))).collect(),
            facts: number(folder, |file| &file.fact).map(|(at, fact)| (own(&fact.id), FactKey(at))).collect(),
        }
    }

    fn facts(&self, folder: &Folder, sources: &[Source]) -> Vec<Fact> {
        let mut facts = Vec::new();
        let mut topic = 0;
        for parsed in &folder.files {
            for fact in &parsed.file.fact {
                let key = FactKey(u32::try_from(facts.len()).expect("far fewer than 2^32 facts fit in memory"));
                facts.push(self.fact(key, TopicKey(topic), fact, sources));
            }
            topic += u32::from(parsed.file.topic.is_some());
        }
        facts
    }

    fn fact(&self, key: FactKey, topic: TopicKey, fact: &schema::Fact, sources: &[Source]) -> Fact {
        let mut references: Vec<_> = fact.reference.iter().filter_map(|it| self.reference(it)).collect();
        references.sort_by_key(|reference| (sources[reference.source.index()].tier, !reference.verbatim));
        Fact {
            key,
            topic,
            id: own(&fact.id),
            kind: FactKind::parse(fact.kind.get_ref()).unwrap_or(FactKind::Claim),
            about: self.entities(&fact.about),
            parties: self.entities(&fact.parties),
            speaker: fact.speaker.as_ref().and_then(|it| self.entity(it)),
            date: fact.date.as_ref().and_then(date),
            end: fact.end.as_ref().and_then(date),
            place: fact.place.as_ref().map(own),
            property: fact.property.as_ref().and_then(|it| Property::parse(it.get_ref())),
            value: fact.value.as_ref().map(own),
            text: own(&fact.text),
            asks: fact.asks.iter().map(Text::get_ref).collect(),
            denies: fact.denies.iter().map(Text::get_ref).collect(),
            anniversary: fact.anniversary.as_ref().and_then(|it| Anniversary::parse(it.get_ref())),
            action: fact.action.as_ref().and_then(|it| self.action(it)),
            condition: fact.condition.as_ref().and_then(|it| self.condition(it)),
            references,
        }
    }

    fn entity(&self, id: &Text) -> Option<EntityKey> {
        self.entities.get(id.get_ref()).copied()
    }

    fn entities(&self, ids: &[Text]) -> Vec<EntityKey> {
        ids.iter().filter_map(|id| self.entity(id)).collect()
    }

    fn reference(&self, reference: &schema::Reference) -> Option<Reference> {
        Some(Reference {
            source: *self.sources.get(reference.source.get_ref())?,
            snippet: own(&reference.snippet),
            verbatim: reference.verbatim,
        })
    }

    fn action(&self, action: &schema::Action) -> Option<Action> {
        let ladder = self.entities(&action.ladder);
        let by = if action.by.is_empty() { ladder.clone() } else { self.entities(&action.by) };
        Some(Action {
            step: Step::parse(action.step.get_ref())?,
            ladder,
            by,
            within: action.within.as_ref().and_then(|it| self.entity(it)),
            instrument: action.instrument.as_ref().and_then(|it| self.entity(it)),
            state: State::parse(action.state.get_ref())?,
            main: action.main,
        })
    }

    fn condition(&self, condition: &schema::Condition) -> Option<Condition> {
        Some(Condition {
            state: ConditionState::parse(condition.state.get_ref())?,
            party: self.entities(&condition.party),
            counterparty: self.entities(&condition.counterparty),
        })
    }

    fn disagreement(&self, it: &schema::Disagreement) -> Disagreement {
        let value = |value: &schema::RankedValue| {
            Some(RankedValue {
                fact: *self.facts.get(value.fact.get_ref())?,
                value: own(&value.value),
                rank: Rank::parse(value.rank.get_ref())?,
            })
        };
        Disagreement {
            id: own(&it.id),
            property: own(&it.property),
            reason: it.reason.as_ref().map(own).unwrap_or_default(),
            values: it.values.iter().filter_map(value).collect(),
            asked: OnceLock::new(),
        }
    }

    fn count(&self, count: &schema::Count) -> Count {
        Count {
            id: own(&count.id),
            definition: own(&count.definition),
            members: self.entities(&count.members),
            from: date(&count.from).unwrap_or(PartialDate::from_year(1)),
            facts: count.facts.iter().filter_map(|id| self.facts.get(id.get_ref()).copied()).collect(),
            usual: count.usual,
        }
    }
}
