//! The closed lists of words that the knowledge is written in.

use serde::{Deserialize, Serialize};

/// Declares an enum with its spelling in TOML; [`std::str::FromStr`] refuses every other word.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$variant_doc])* $variant),+
        }

        impl $name {
            /// Every word of the list, in its order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word as written in the knowledge.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }

            /// The value of a word, if it is in the list.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.word() == word)
            }
        }
    };
}

vocabulary!(
    /// What an entity is.
    EntityKind {
        /// A state, territory or people.
        Country = "country",
        /// A human being.
        Person = "person",
        /// A body, company or group.
        Organisation = "organisation",
        /// A text: treaty, declaration, law, plan.
        Document = "document",
        /// Anything else with a name: a concept, a place, a meeting, a weapon.
        Term = "term",
    }
);

vocabulary!(
    /// What kind of statement a fact is.
    FactKind {
        /// Something that happened.
        Event = "event",
        /// Something that is so.
        Attribute = "attribute",
        /// Somebody's words.
        Statement = "statement",
        /// Where somebody stands; has a speaker and a date.
        Position = "position",
        /// A figure.
        Statistic = "statistic",
        /// How things stood on a day.
        Status = "status",
        /// Something asked or given in return.
        Condition = "condition",
        /// What a thing is.
        Definition = "definition",
        /// A report that the record contradicts; shown only as the other side of a disagreement.
        Claim = "claim",
    }
);

vocabulary!(
    /// The rungs of the ladder, lowest first; `Joined` stands for membership at large.
    Step {
        /// The intention was announced.
        Announced = "announced",
        /// A document was signed.
        Signed = "signed",
        /// A parliament or government approved it.
        Ratified = "ratified",
        /// It took legal effect.
        InForce = "in-force",
        /// Diplomatic relations were established.
        Relations = "relations",
        /// An embassy or mission was opened.
        Embassy = "embassy",
        /// An ambassador was named or took up office.
        Ambassador = "ambassador",
        /// Membership at large.
        Joined = "joined",
    }
);

vocabulary!(
    /// Whether a step has happened.
    State {
        /// It has.
        Done = "done",
        /// It was promised.
        Promised = "promised",
        /// A source states that it has not.
        NotDone = "not-done",
        /// Sources differ on whether it has.
        Disputed = "disputed",
    }
);

vocabulary!(
    /// What became of a condition.
    ConditionState {
        /// It was asked for.
        Asked = "asked",
        /// It was given.
        Granted = "granted",
        /// It was given or agreed, and then stopped.
        Suspended = "suspended",
        /// It is neither given nor refused.
        Open = "open",
    }
);

vocabulary!(
    /// What a fact tells of its first entity.
    Property {
        /// Who a person is.
        Office = "office",
        /// What a thing is.
        Definition = "definition",
        /// Why.
        Reason = "reason",
        /// How a parliament voted.
        Vote = "vote",
        /// Who signed.
        Signatory = "signatory",
        /// What the text of a document says.
        Article = "article",
        /// What the text of a document says as a whole.
        Summary = "summary",
        /// Trade by value.
        Trade = "trade",
        /// Visitors by number.
        Tourism = "tourism",
        /// A flight or an air route.
        Flight = "flight",
        /// A journey of an office-holder.
        Visit = "visit",
        /// Who took part.
        Participants = "participants",
        /// Why it is called so.
        NameOrigin = "name-origin",
        /// Somebody's exact words.
        Quote = "quote",
    }
);

vocabulary!(
    /// Whether the day of a fact may be remembered in a post.
    Anniversary {
        /// In a post that nobody asked for.
        Unprompted = "unprompted",
        /// Only when the day is asked for.
        OnRequest = "on-request",
    }
);

vocabulary!(
    /// The rank of a value in a disagreement, as in Wikidata.
    Rank {
        /// Give this one.
        Preferred = "preferred",
        /// Show it beside the others.
        Normal = "normal",
        /// Held to be wrong; shown as what some source says.
        Deprecated = "deprecated",
    }
);

vocabulary!(
    /// What kind of page a source is.
    SourceKind {
        /// The text or the words themselves.
        Primary = "primary",
        /// A reference work.
        Reference = "reference",
        /// A news report.
        News = "news",
        /// An analysis.
        Analysis = "analysis",
    }
);

vocabulary!(
    /// What a question wants.
    Intent {
        /// A date.
        When = "when",
        /// A person.
        Who = "who",
        /// A place.
        Where = "where",
        /// A reason.
        Why = "why",
        /// A number.
        HowMany = "how-many",
        /// A length of time.
        HowLong = "how-long",
        /// What something is.
        Definition = "definition",
        /// The members.
        Members = "members",
        /// Two things side by side.
        Compare = "compare",
        /// Which came first, or in what order.
        Order = "order",
        /// What a party asked for or got.
        Gain = "gain",
        /// What stands in the way.
        Obstacle = "obstacle",
        /// A judgement.
        Opinion = "opinion",
        /// The future.
        Forecast = "forecast",
        /// What happened at a time.
        Happened = "happened",
        /// Who said something, or what was said.
        Said = "said",
        /// Where sources differ.
        Disagree = "disagree",
        /// The status of a country.
        Status = "status",
    }
);

impl Intent {
    /// The intents that come from a question word.
    pub const QUESTION_WORDS: [Self; 7] =
        [Self::When, Self::Who, Self::Where, Self::Why, Self::HowMany, Self::HowLong, Self::Definition];
}

/// How good a source is, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Tier {
    /// Official or primary text.
    One,
    /// Established reference work, agency, newspaper of record.
    Two,
    /// Other identifiable outlet.
    Three,
    /// Aggregator, machine summary, blog, partisan or unidentifiable page.
    Four,
}

impl Tier {
    /// The number, 1 to 4.
    pub fn number(self) -> u8 {
        match self {
            Self::One => 1,
            Self::Two => 2,
            Self::Three => 3,
            Self::Four => 4,
        }
    }

    /// The tier of a number from 1 to 4.
    pub fn from_number(number: u8) -> Option<Self> {
        [Self::One, Self::Two, Self::Three, Self::Four].get(usize::from(number).checked_sub(1)?).copied()
    }
}

vocabulary!(
    /// A kind of words of which a question is asked whether it has one.
    WordKind {
        /// What was intended, asked for or talked about.
        Plan = "plan",
        /// Who or what may yet be.
        Prospect = "prospect",
        /// What is wanted or offered.
        Wish = "wish",
        /// Kinds of texts.
        Text = "text",
        /// Who reports.
        Reporter = "reporter",
        /// Sums of money.
        Money = "money",
        /// Small things that only a sentence with the word tells of.
        Detail = "detail",
    }
);

/// What the words of a cue point to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum CueMeaning {
    /// `intent:when`
    Intent(Intent),
    /// `step:signed`
    Step(Step),
    /// `property:name-origin`
    Property(Property),
    /// `filler`: words that carry nothing of the question.
    Filler,
    /// `group:arab`
    Group(Group),
    /// `negation`: words that turn a statement round.
    Negation,
    /// `undo`: words for leaving or cancelling.
    Undo,
    /// `directed`: verbs of what one does to another and not both together ("pay", "recognise").
    Directed,
    /// `outside`: words for what the knowledge is not about ("population", "recipe").
    Outside,
    /// `body`: what people belong to and countries do not ("cabinet", "parliament").
    Body,
}

vocabulary!(
    /// The groups of countries that questions may ask for: regions and kinds of state.
    Group {
        /// Members of the Arab League.
        Arab = "arab",
        /// On the Persian Gulf.
        Gulf = "gulf",
        /// Members of the Gulf Cooperation Council.
        Gcc = "gcc",
        /// A region.
        Africa = "africa",
        /// A region.
        NorthAfrica = "north-africa",
        /// A region.
        MiddleEast = "middle-east",
        /// A region.
        CentralAsia = "central-asia",
        /// A region.
        SouthAsia = "south-asia",
        /// A region.
        SoutheastAsia = "southeast-asia",
        /// A region.
        Caucasus = "caucasus",
        /// A region.
        Europe = "europe",
        /// A region.
        NorthAmerica = "north-america",
        /// Most people are Muslims.
        MuslimMajority = "muslim-majority",
        /// Not Arab.
        NonArab = "non-arab",
        /// Ruled by a monarch.
        Monarchy = "monarchy",
        /// A republic.
        Republic = "republic",
    }
);

impl CueMeaning {
    /// The meaning of `intent:X`, `step:X`, `property:X`, `group:X`, `filler`, `negation`, `undo`, `directed`, `outside` or `body`.
    pub fn parse(word: &str) -> Option<Self> {
        match word.split_once(':') {
            Some(("intent", intent)) => Intent::parse(intent).map(Self::Intent),
            Some(("step", step)) => Step::parse(step).map(Self::Step),
            Some(("property", property)) => Property::parse(property).map(Self::Property),
            Some(("group", group)) => Group::parse(group).map(Self::Group),
            None if word == "filler" => Some(Self::Filler),
            None if word == "negation" => Some(Self::Negation),
            None if word == "undo" => Some(Self::Undo),
            None if word == "directed" => Some(Self::Directed),
            None if word == "outside" => Some(Self::Outside),
            None if word == "body" => Some(Self::Body),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_values_go_both_ways() {
        for &step in Step::ALL {
            assert_eq!(Step::parse(step.word()), Some(step));
        }
        assert_eq!(Step::parse("Signed"), None);
        assert_eq!(CueMeaning::parse("intent:when"), Some(CueMeaning::Intent(Intent::When)));
        assert_eq!(CueMeaning::parse("intent:whenever"), None);
        assert_eq!(Tier::from_number(0), None);
        assert_eq!(Tier::from_number(4), Some(Tier::Four));
    }
}
