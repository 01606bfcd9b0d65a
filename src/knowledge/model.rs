//! The knowledge after validation: linked, typed, immutable.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use fnv::FnvHashMap;
use serde::{Deserialize, Serialize};

use super::date::PartialDate;
use super::feature::Feature;
use super::index::Index;
use super::lists::Lists;
use super::profile::Wants;
use super::texts::Texts;
use super::vocabulary::{
    Anniversary, ConditionState, CueMeaning, EntityKind, FactKind, Group, Property, Rank, SourceKind, State, Step, Tier,
};

/// Declares a key: the place of a record in its list, made only by the loader.
macro_rules! key {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub(super) u32);

        impl $name {
            /// The same as a number.
            #[allow(dead_code, reason = "not every key is stored as a number")]
            pub(super) fn number(self) -> u32 {
                self.0
            }

            /// The place in the list.
            #[inline]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

key!(
    /// An entity of one [`Knowledge`].
    EntityKey
);
key!(
    /// A fact of one [`Knowledge`].
    FactKey
);
key!(
    /// A source of one [`Knowledge`].
    SourceKey
);
key!(
    /// A topic of one [`Knowledge`].
    TopicKey
);

/// Everything that has a name.
#[derive(Debug, Serialize, Deserialize)]
pub struct Entity {
    /// Its place in the list.
    pub key: EntityKey,
    /// Stable id.
    pub id: String,
    /// What it is.
    pub kind: EntityKind,
    /// The neutral usual English name.
    pub name: String,
    /// Whether English puts "the" before the name.
    pub article: bool,
    /// ISO 3166-1 alpha-2 code of a country.
    pub iso: Option<String>,
    /// All other names, adjectives and capitals.
    pub aliases: Vec<String>,
    /// Names that it shares with others.
    pub ambiguous_aliases: Vec<String>,
    /// Names that are meant only when written in capitals.
    pub capitals_only: Vec<String>,
    /// Regions and kinds of state.
    pub groups: Vec<Group>,
}

impl Entity {
    /// Whether it belongs to all of these groups.
    pub fn is_in(&self, groups: &[Group]) -> bool {
        groups.iter().all(|group| self.groups.contains(group))
    }

    /// The name within a sentence: "the United Arab Emirates", "Bahrain".
    pub fn in_sentence(&self) -> String {
        if self.article { format!("the {}", self.name) } else { self.name.clone() }
    }
}

/// What is cited.
#[derive(Debug, Serialize, Deserialize)]
pub struct Source {
    /// Stable id.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// Through whom it was read.
    pub via: Option<String>,
    /// Title; in square brackets where it is a description.
    pub title: String,
    /// Address.
    pub url: Option<String>,
    /// Publication date.
    pub date: Option<PartialDate>,
    /// What kind of page it is.
    pub kind: SourceKind,
    /// How good it is.
    pub tier: Tier,
}

/// A source and what it says.
#[derive(Debug, Serialize, Deserialize)]
pub struct Reference {
    /// The source.
    pub source: SourceKey,
    /// Its words, or our summary of them.
    pub snippet: String,
    /// Whether these are its exact words.
    pub verbatim: bool,
}

/// A step of a country towards the accords, or of a document.
#[derive(Debug, Serialize, Deserialize)]
pub struct Action {
    /// Which step.
    pub step: Step,
    /// On whose ladders it is.
    pub ladder: Vec<EntityKey>,
    /// Who acts.
    pub by: Vec<EntityKey>,
    /// The receiving state of an embassy or ambassador.
    pub within: Option<EntityKey>,
    /// The document.
    pub instrument: Option<EntityKey>,
    /// Whether it has happened.
    pub state: State,
    /// Whether this fact states the rung best.
    pub main: bool,
}

/// What a party asked or got.
#[derive(Debug, Serialize, Deserialize)]
pub struct Condition {
    /// What became of it.
    pub state: ConditionState,
    /// Who asks or receives.
    pub party: Vec<EntityKey>,
    /// Of whom, or from whom.
    pub counterparty: Vec<EntityKey>,
}

/// One sourced statement.
#[derive(Debug, Serialize, Deserialize)]
pub struct Fact {
    /// Its place in the list.
    pub key: FactKey,
    /// Stable id.
    pub id: String,
    /// What kind of statement it is.
    pub kind: FactKind,
    /// The topic of its file.
    pub topic: TopicKey,
    /// What it is about, most specific first.
    pub about: Vec<EntityKey>,
    /// Others concerned.
    pub parties: Vec<EntityKey>,
    /// Whose words or position it is.
    pub speaker: Option<EntityKey>,
    /// When.
    pub date: Option<PartialDate>,
    /// The last day of a span.
    pub end: Option<PartialDate>,
    /// Where.
    pub place: Option<String>,
    /// What it tells of its first entity.
    pub property: Option<Property>,
    /// The short value.
    pub value: Option<String>,
    /// The sentence shown.
    pub text: String,
    /// Plain questions that it answers.
    pub asks: Texts,
    /// Untrue things that people take for granted and that it corrects.
    pub denies: Texts,
    /// Whether its day may be remembered.
    pub anniversary: Option<Anniversary>,
    /// The step that it states.
    pub action: Option<Action>,
    /// The condition that it states.
    pub condition: Option<Condition>,
    /// Sources, best first.
    pub references: Vec<Reference>,
}

impl Fact {
    /// Whether it names the entity among its subjects or parties.
    pub fn concerns(&self, entity: EntityKey) -> bool {
        self.about.contains(&entity) || self.parties.contains(&entity) || self.speaker == Some(entity)
    }

    /// Whether it states that a country has not joined.
    pub fn says_not_joined(&self) -> bool {
        self.action.as_ref().is_some_and(|action| action.step == Step::Joined && action.state == State::NotDone)
    }
}

/// One of the values that sources give for a disputed property.
#[derive(Debug, Serialize, Deserialize)]
pub struct RankedValue {
    /// The fact that gives it.
    pub fact: FactKey,
    /// The value, short.
    pub value: String,
    /// Whether it is preferred.
    pub rank: Rank,
}

/// A property for which sources give different values.
#[derive(Debug, Serialize, Deserialize)]
pub struct Disagreement {
    /// Stable id.
    pub id: String,
    /// What is disputed: "when the Abraham Accords were signed".
    pub property: String,
    /// Why one value is preferred, or why all are shown.
    pub reason: String,
    /// At least two values.
    pub values: Vec<RankedValue>,
    /// What `property` was read as; filled by who first reads it, because the knowledge itself reads no questions.
    #[serde(skip)]
    pub asked: OnceLock<DisputedProperty>,
}

/// What a question on a disputed property speaks of and asks for.
#[derive(Debug)]
pub struct DisputedProperty {
    /// Its words that facts have, names aside.
    pub words: Vec<Feature>,
    /// The steps that it names.
    pub steps: Vec<Step>,
    /// What it asks for by its question words.
    pub wants: Wants,
}

/// How many members there are by one definition.
#[derive(Debug, Serialize, Deserialize)]
pub struct Count {
    /// Stable id.
    pub id: String,
    /// How the members are counted, a noun phrase.
    pub definition: String,
    /// Who is counted.
    pub members: Vec<EntityKey>,
    /// From when the count held.
    pub from: PartialDate,
    /// The facts behind it.
    pub facts: Vec<FactKey>,
    /// Whether this is the usual count.
    pub usual: bool,
}

/// What the facts of a file are on.
#[derive(Debug, Serialize, Deserialize)]
pub struct Topic {
    /// The file's name without its ending.
    pub id: String,
    /// For people.
    pub title: String,
    /// Up to when the sources of this topic reach.
    pub horizon: Option<PartialDate>,
}

/// Words that point to an intent, a step or a property.
#[derive(Debug, Serialize, Deserialize)]
pub struct Cue {
    /// What the words point to.
    pub means: CueMeaning,
    /// The words and phrases.
    pub words: Vec<String>,
}

/// Id of the entity that the whole knowledge is about: naming it in a question tells no fact from another.
pub const SUBJECT: &str = "abraham-accords";

/// Id of the country that every partner's ladder leads to.
pub const ISRAEL: &str = "israel";

/// Id of the house where the accords were signed, which stands for its place as often as for who speaks there.
pub const WHITE_HOUSE: &str = "white-house";

/// Id of the broker.
pub const UNITED_STATES: &str = "united-states";

/// The whole knowledge, validated and linked. Immutable: a change is a new `Knowledge`.
#[derive(Debug, Serialize, Deserialize)]
pub struct Knowledge {
    pub(super) version: String,
    pub(super) entities: Vec<Entity>,
    /// Half of all that is written and read back: it is kept beside the rest, so that both are not in memory as read and as
    /// used at once.
    #[serde(skip)]
    pub(super) facts: Vec<Fact>,
    pub(super) sources: Vec<Source>,
    pub(super) topics: Vec<Topic>,
    pub(super) disagreements: Vec<Disagreement>,
    pub(super) counts: Vec<Count>,
    pub(super) entity_by_id: FnvHashMap<String, EntityKey>,
    pub(super) fact_by_id: FnvHashMap<String, FactKey>,
    pub(super) disputes_of: FnvHashMap<FactKey, Vec<usize>>,
    pub(super) steps_of: FnvHashMap<EntityKey, Vec<FactKey>>,
    /// For each entity the facts that have it in a field and cannot be found by its name.
    pub(super) unnamed: Lists<FactKey>,
    /// The facts that give a property of the entity that they are about first of all, in their order.
    pub(super) properties_of: FnvHashMap<(EntityKey, Property), Vec<FactKey>>,
    /// The facts on each day of the year, in their order.
    pub(super) of_day: BTreeMap<(i8, i8), Vec<FactKey>>,
    pub(super) partners: Vec<EntityKey>,
    /// The accords themselves.
    pub(super) subject: Option<EntityKey>,
    /// Israel and the United States.
    pub(super) sides: [Option<EntityKey>; 2],
    /// What some fact defines, in the order of the keys.
    pub(super) defined: Vec<EntityKey>,
    /// For each person whom some sentence introduces the fact that does it best.
    pub(super) introduced: FnvHashMap<EntityKey, FactKey>,
    pub(super) index: Index,
}

impl Knowledge {
    /// The knowledge that was written without its facts, with them, and with what follows from the rest.
    #[must_use]
    pub fn with_facts(self, facts: Vec<Fact>) -> Self {
        let mut knowledge = Self { facts, ..self };
        knowledge.index.complete(knowledge.facts.len());
        knowledge
    }

    /// A short hash of the content: two knowledge folders of the same bytes have the same version.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// All entities, by file and place.
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// All facts, by file and place.
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// All facts but the claims: those that may be told as so.
    pub fn stated_facts(&self) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(|fact| fact.kind != FactKind::Claim)
    }

    /// The facts, claims aside, that have an entity in any of their fields or texts, by file and place: the only ones that need
    /// to be looked at where facts on an entity are wanted.
    pub fn stated_facts_on(&self, entity: EntityKey) -> impl Iterator<Item = &Fact> {
        let feature = self.index.feature_of_entity(entity);
        let mut named = feature.map_or(&[][..], |feature| self.index.facts_with(feature));
        let mut unnamed = self.unnamed.get(entity.index());
        let keys = std::iter::from_fn(move || {
            let next = named.first().into_iter().chain(unnamed.first()).min().copied()?;
            for keys in [&mut named, &mut unnamed] {
                *keys = keys.strip_prefix(&[next]).unwrap_or(keys);
            }
            Some(next)
        });
        keys.map(|key| self.fact_at(key)).filter(|fact| fact.kind != FactKind::Claim)
    }

    /// The facts, claims aside, that give a property of the entity that they are about first of all, by file and place.
    pub fn properties_of(&self, entity: EntityKey, property: Property) -> impl Iterator<Item = &Fact> {
        let keys = self.properties_of.get(&(entity, property)).into_iter().flatten();
        keys.map(|&key| self.fact_at(key)).filter(|fact| fact.kind != FactKind::Claim)
    }

    /// The facts, claims aside, on this day of any year, by file and place.
    pub fn stated_facts_of_day(&self, month: i8, day: i8) -> impl Iterator<Item = &Fact> {
        let keys = self.of_day.get(&(month, day)).into_iter().flatten();
        keys.map(|&key| self.fact_at(key)).filter(|fact| fact.kind != FactKind::Claim)
    }

    /// Up to when the topic that reaches furthest does: of what was later nothing is known.
    pub fn horizon(&self) -> Option<PartialDate> {
        self.topics.iter().filter_map(|topic| topic.horizon).max_by_key(|date| date.last())
    }

    /// All sources, by file and place.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// All properties for which sources differ, by file and place.
    pub fn disagreements(&self) -> &[Disagreement] {
        &self.disagreements
    }

    /// All topics.
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// The counts of members, each by its definition.
    pub fn counts(&self) -> &[Count] {
        &self.counts
    }

    /// The words of names and facts.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The entity with this id, if there is one.
    pub fn entity(&self, id: &str) -> Option<&Entity> {
        self.entity_by_id.get(id).map(|&key| self.entity_at(key))
    }

    /// Whether the entity is the accords themselves.
    pub fn is_subject(&self, key: EntityKey) -> bool {
        self.subject == Some(key)
    }

    /// Whether the entity is Israel or the United States: the other side of every partner, named in nearly every sentence.
    pub fn is_side(&self, key: EntityKey) -> bool {
        self.sides.contains(&Some(key))
    }

    /// Whether the entity is the accords or one of the sides: that a fact is on it tells next to nothing of the fact.
    pub fn is_general(&self, key: EntityKey) -> bool {
        self.is_subject(key) || self.is_side(key)
    }

    /// Whether a fact says what the entity is.
    pub fn is_defined(&self, key: EntityKey) -> bool {
        self.defined.binary_search(&key).is_ok()
    }

    /// The best supported fact in whose sentence the person is named with an office.
    pub fn introducing(&self, person: EntityKey) -> Option<&Fact> {
        self.introduced.get(&person).map(|&key| self.fact_at(key))
    }

    /// The fact with this id, if there is one.
    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.fact_by_id.get(id).map(|&key| self.fact_at(key))
    }

    /// The entity of a key of this knowledge.
    pub fn entity_at(&self, key: EntityKey) -> &Entity {
        &self.entities[key.index()]
    }

    /// The fact of a key of this knowledge.
    pub fn fact_at(&self, key: FactKey) -> &Fact {
        &self.facts[key.index()]
    }

    /// The source of a key of this knowledge.
    pub fn source_at(&self, key: SourceKey) -> &Source {
        &self.sources[key.index()]
    }

    /// The topic of a key of this knowledge.
    pub fn topic_at(&self, key: TopicKey) -> &Topic {
        &self.topics[key.index()]
    }

    /// The disputes in which a fact gives one of the values.
    pub fn disputes_of(&self, fact: FactKey) -> impl Iterator<Item = &Disagreement> {
        self.disputes_of.get(&fact).into_iter().flatten().map(|&at| &self.disagreements[at])
    }

    /// Whether only pages of tier 4 (aggregators, partisan or unidentifiable pages) support a fact.
    pub fn is_weak(&self, fact: &Fact) -> bool {
        fact.references.iter().all(|r| self.source_at(r.source).tier == Tier::Four)
    }
}
