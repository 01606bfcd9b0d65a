//! The knowledge as written in TOML, with the place of each value kept for the findings of `accords check`.
//!
//! `knowledge/README.md` shows every key by example. Nothing here is validated: see [`super::check`].

use serde::Deserialize;
pub use toml::Spanned;

/// A text and where it stands in its file.
pub type Text = Spanned<String>;

/// One TOML file; every file may hold any of these tables.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct File {
    /// What the facts of this file are on, and up to when the knowledge of it reaches.
    pub topic: Option<Topic>,
    /// `[[entity]]`: everything that has a name.
    pub entity: Vec<Entity>,
    /// `[[source]]`: what is cited.
    pub source: Vec<Source>,
    /// `[[fact]]`: one sourced statement each.
    pub fact: Vec<Fact>,
    /// `[[disagreement]]`: properties for which sources give different values.
    pub disagreement: Vec<Disagreement>,
    /// `[[count]]`: how many members there are, by a named definition.
    pub count: Vec<Count>,
    /// `[[cue]]`: words that point to an intent, a step or a property.
    pub cue: Vec<Cue>,
    /// `[[synonym]]`: words that mean the same here.
    pub synonym: Vec<Synonym>,
    /// `[[opposite]]`: words of which the one is untrue where the other is true.
    pub opposite: Vec<Opposite>,
    /// `[[words]]`: single words of a kind.
    pub words: Vec<Words>,
    /// `[[loaded]]`: words that stand only inside attributed quotations.
    pub loaded: Vec<Loaded>,
}

/// `[topic]`
#[derive(Debug, Deserialize)]
pub struct Topic {
    /// The file's name without its ending.
    pub id: Text,
    /// For people.
    pub title: Text,
    /// The newest day, month or year that the sources of this topic reach.
    pub horizon: Option<Text>,
}

/// `[[entity]]`
#[derive(Debug, Deserialize)]
pub struct Entity {
    /// Stable, lower case, words joined by hyphens.
    pub id: Text,
    /// `country`, `person`, `organisation`, `document` or `term`.
    pub kind: Text,
    /// The neutral usual English name.
    pub name: Text,
    /// Whether English puts "the" before the name.
    #[serde(default)]
    pub article: bool,
    /// ISO 3166-1 alpha-2 code of a country.
    pub iso: Option<Text>,
    /// Other names as people type them, in any script.
    #[serde(default)]
    pub aliases: Vec<Text>,
    /// Adjectives and nouns for the people that point to a country.
    #[serde(default)]
    pub adjectives: Vec<Text>,
    /// Capitals that stand for the government.
    #[serde(default)]
    pub capitals: Vec<Text>,
    /// Names that several entities share; never resolved without asking.
    #[serde(default)]
    pub ambiguous_aliases: Vec<Text>,
    /// Those of the names above that are meant only when written in capitals ("US" and not "us").
    #[serde(default)]
    pub capitals_only: Vec<Text>,
    /// Regions and kinds of state.
    #[serde(default)]
    pub groups: Vec<Text>,
}

/// `[[source]]`
#[derive(Debug, Deserialize)]
pub struct Source {
    /// Stable.
    pub id: Text,
    /// Who published it.
    pub publisher: Text,
    /// Through whom it was read, where that differs.
    pub via: Option<Text>,
    /// Its title; in square brackets where that is a description.
    pub title: Text,
    /// Its address.
    pub url: Option<Text>,
    /// The day, month or year of publication.
    pub date: Option<Text>,
    /// `primary`, `reference`, `news` or `analysis`.
    pub kind: Text,
    /// 1 official, 2 established, 3 other identifiable, 4 aggregator or partisan.
    pub tier: Spanned<u8>,
    /// The file with its whole text, by name; `accords check --sources DIR` proves exact words against it.
    pub text: Option<Text>,
}

/// `[[fact]]`
#[derive(Debug, Deserialize)]
pub struct Fact {
    /// Stable.
    pub id: Text,
    /// `event`, `attribute`, `statement`, `position`, `statistic`, `status`, `condition`, `definition` or `claim`.
    pub kind: Text,
    /// Entities that the fact is about, the most specific first.
    pub about: Vec<Text>,
    /// Other countries and bodies concerned.
    #[serde(default)]
    pub parties: Vec<Text>,
    /// Whose words or position it is.
    pub speaker: Option<Text>,
    /// When it happened or held.
    pub date: Option<Text>,
    /// The last day of a span.
    pub end: Option<Text>,
    /// Where.
    pub place: Option<Text>,
    /// What kind of thing it tells of its first entity.
    pub property: Option<Text>,
    /// The short value, where a typed answer is natural.
    pub value: Option<Text>,
    /// The sentence that the bot shows.
    pub text: Text,
    /// Plain questions that the fact answers.
    #[serde(default)]
    pub asks: Vec<Text>,
    /// Untrue things that people take for granted and that the fact corrects, as statements or questions.
    #[serde(default)]
    pub denies: Vec<Text>,
    /// `unprompted` or `on-request`: whether the day may be remembered in a post.
    pub anniversary: Option<Text>,
    /// A step of a country towards the accords, or of a document.
    pub action: Option<Action>,
    /// What a party asked or got.
    pub condition: Option<Condition>,
    /// Sources, each with what it says.
    #[serde(default)]
    pub reference: Vec<Reference>,
}

/// `[fact.action]`
#[derive(Debug, Deserialize)]
pub struct Action {
    /// `announced`, `signed`, `ratified`, `in-force`, `relations`, `embassy`, `ambassador` or `joined`.
    pub step: Text,
    /// The partner countries on whose ladder the step is.
    #[serde(default)]
    pub ladder: Vec<Text>,
    /// Who acts; of an embassy or an ambassador the sending state.
    #[serde(default)]
    pub by: Vec<Text>,
    /// The receiving state of an embassy or an ambassador.
    #[serde(rename = "in")]
    pub within: Option<Text>,
    /// The document concerned.
    pub instrument: Option<Text>,
    /// `done`, `promised`, `not-done` or `disputed`.
    pub state: Text,
    /// Whether this fact states the rung best.
    #[serde(default)]
    pub main: bool,
}

/// `[fact.condition]`
#[derive(Debug, Deserialize)]
pub struct Condition {
    /// `asked`, `granted`, `suspended` or `open`.
    pub state: Text,
    /// Who asks or receives.
    pub party: Vec<Text>,
    /// Of whom, or from whom.
    #[serde(default)]
    pub counterparty: Vec<Text>,
}

/// `[[fact.reference]]`
#[derive(Debug, Deserialize)]
pub struct Reference {
    /// Id of the source.
    pub source: Text,
    /// Exact words if `verbatim`, else our summary of what the source says.
    pub snippet: Text,
    /// Whether the snippet is the source's exact words.
    #[serde(default)]
    pub verbatim: bool,
    /// When the source has it, where it is less exact about it than the fact's `date`.
    pub date: Option<Text>,
}

/// `[[disagreement]]`
#[derive(Debug, Deserialize)]
pub struct Disagreement {
    /// Stable.
    pub id: Text,
    /// What is disputed: "when the Abraham Accords were signed".
    pub property: Text,
    /// Why one value is preferred, or why both are shown: one public sentence.
    pub reason: Option<Text>,
    /// The values that sources give.
    #[serde(default)]
    pub values: Vec<RankedValue>,
}

/// One of `values = [...]`
#[derive(Debug, Deserialize)]
pub struct RankedValue {
    /// The fact that gives the value.
    pub fact: Text,
    /// The value, short.
    pub value: Text,
    /// `preferred`, `normal` or `deprecated`, as in Wikidata.
    pub rank: Text,
}

/// `[[count]]`
#[derive(Debug, Deserialize)]
pub struct Count {
    /// Stable.
    pub id: Text,
    /// How the members are counted, a noun phrase.
    pub definition: Text,
    /// Who is counted.
    pub members: Vec<Text>,
    /// From when the count held.
    pub from: Text,
    /// The facts behind it.
    pub facts: Vec<Text>,
    /// Whether this is the usual count.
    #[serde(default)]
    pub usual: bool,
}

/// `[[cue]]`
#[derive(Debug, Deserialize)]
pub struct Cue {
    /// What the words point to, such as `intent:when` or `step:signed`.
    pub means: Text,
    /// Words and phrases, lower case.
    pub words: Vec<Text>,
}

/// `[[loaded]]`
#[derive(Debug, Deserialize)]
pub struct Loaded {
    /// The words, lower case.
    pub words: Vec<Text>,
    /// What to write instead.
    pub instead: Text,
}

/// `[[synonym]]`
#[derive(Debug, Deserialize)]
pub struct Synonym {
    /// Single words, lower case; their forms count too.
    pub words: Vec<Text>,
}

/// `[[opposite]]`
#[derive(Debug, Deserialize)]
pub struct Opposite {
    /// Single words, lower case; their forms and synonyms count too.
    pub one: Vec<Text>,
    /// Words that say the opposite of each of these.
    pub other: Vec<Text>,
}

/// `[[words]]`
#[derive(Debug, Deserialize)]
pub struct Words {
    /// A [`super::vocabulary::WordKind`].
    pub kind: Text,
    /// Single words, lower case; each form by itself.
    pub words: Vec<Text>,
}
