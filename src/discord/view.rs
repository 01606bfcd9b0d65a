//! What a button asks for: a typed query in at most 100 characters, which any replica of any release can answer.
//!
//! A `custom_id` is `VERSION:ACTION:VIEW`, such as `1:sources:f.Ab3_9xQ2-kLm`. Facts, names and sources stand in it by
//! a short hash of their ids, dates as in ISO 8601. It never holds text of a person.

use std::fmt;

use crate::discord::limits;
use crate::knowledge::Knowledge;
use crate::knowledge::date::PartialDate;
use crate::knowledge::model::{Entity, Fact, Source};

/// The version of this way of writing. A change of meaning takes the next number, and `parse` goes on reading this one.
const VERSION: &str = "1";
/// Characters of a mark.
const MARK: usize = 6;
/// Facts in one id; the rest of a longer answer is left out.
const MOST_FACTS: usize = 13;

/// A short hash of the id of a fact, name or source: 36 bits, in six characters of base64url.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Mark([u8; MARK]);

impl Mark {
    /// The mark of an id. It depends on nothing else, so every release makes the same.
    pub fn of(id: &str) -> Self {
        const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        // FNV-1a, 64 bits, folded.
        let hash = id
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
        let folded = hash ^ (hash >> 36);
        let sextet = |at: usize| usize::try_from((folded >> (6 * at)) & 63).unwrap_or_default();
        Self(std::array::from_fn(|at| ALPHABET[sextet(at)]))
    }

    fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; MARK] = text.as_bytes().try_into().ok()?;
        bytes.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')).then_some(Self(bytes))
    }

    /// The fact of this mark, if this knowledge has it.
    pub fn fact(self, knowledge: &Knowledge) -> Option<&Fact> {
        knowledge.facts().iter().find(|fact| Self::of(&fact.id) == self)
    }

    /// The name of this mark, if this knowledge has it.
    pub fn entity(self, knowledge: &Knowledge) -> Option<&Entity> {
        knowledge.entities().iter().find(|entity| Self::of(&entity.id) == self)
    }

    /// The source of this mark, if this knowledge has it.
    pub fn source(self, knowledge: &Knowledge) -> Option<&Source> {
        knowledge.sources().iter().find(|source| Self::of(&source.id) == self)
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|&byte| fmt::Write::write_char(f, char::from(byte)))
    }
}

/// Something that can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// These facts.
    Facts(Vec<Mark>),
    /// How far a country has come.
    Member(Mark),
    /// Who belongs, on a day or now.
    Members(Option<PartialDate>),
    /// Two countries side by side.
    Compare(Mark, Mark),
    /// What a country asked for, got and gave.
    Conditions(Mark),
    /// What happened, with whom, from when, to when.
    Timeline(Option<Mark>, Option<PartialDate>, Option<PartialDate>),
    /// A document or a person.
    Entry(Mark),
    /// A day of the year: month and day.
    Day(i8, i8),
    /// A source.
    Source(Mark),
}

/// What a button does with a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Shows it as an answer of its own.
    Open,
    /// Shows a page of it in the place of another.
    Page(usize),
    /// Lists every source of the facts.
    Sources(usize),
    /// Gives the sources as plain text.
    Cite,
    /// Gives it as a file for a calendar.
    Calendar,
    /// Opens the form for "Not right?".
    Wrong,
}

/// A `custom_id` in typed form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Press {
    /// What to do.
    pub action: Action,
    /// With what.
    pub view: View,
}

impl Press {
    /// What a `custom_id` asks for; none for one of another version or another bot.
    pub fn parse(custom_id: &str) -> Option<Self> {
        if custom_id.len() > limits::CUSTOM_ID {
            return None;
        }
        let mut parts = custom_id.splitn(3, ':');
        if parts.next()? != VERSION {
            return None;
        }
        let (action, view) = (parts.next()?, View::parse(parts.next()?)?);
        let page = |text: &str| text.parse::<u16>().ok().map(usize::from);
        let action = match action.split_once('.') {
            None => match action {
                "open" => Action::Open,
                "cite" => Action::Cite,
                "calendar" => Action::Calendar,
                "wrong" => Action::Wrong,
                _ => return None,
            },
            Some(("page", at)) => Action::Page(page(at)?),
            Some(("sources", at)) => Action::Sources(page(at)?),
            Some(_) => return None,
        };
        Some(Self { action, view })
    }
}

impl fmt::Display for Press {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{VERSION}:")?;
        match self.action {
            Action::Open => f.write_str("open")?,
            Action::Page(at) => write!(f, "page.{at}")?,
            Action::Sources(at) => write!(f, "sources.{at}")?,
            Action::Cite => f.write_str("cite")?,
            Action::Calendar => f.write_str("calendar")?,
            Action::Wrong => f.write_str("wrong")?,
        }
        write!(f, ":{}", self.view)
    }
}

impl View {
    /// The view of the facts of these ids.
    pub fn of_facts<'a>(ids: impl IntoIterator<Item = &'a String>) -> Self {
        Self::Facts(ids.into_iter().take(MOST_FACTS).map(|id| Mark::of(id)).collect())
    }

    /// The button's id for doing something with this view.
    pub fn press(&self, action: Action) -> String {
        Press { action, view: self.clone() }.to_string()
    }

    fn parse(text: &str) -> Option<Self> {
        let (kind, rest) = text.split_once('.')?;
        let parts: Vec<&str> = rest.split('.').collect();
        Some(match (kind, &parts[..]) {
            ("f", [marks]) => Self::Facts(marks_of(marks)?),
            ("m", [mark]) => Self::Member(Mark::parse(mark)?),
            ("l", [date]) => Self::Members(date_of(date)?),
            ("c", [one, other]) => Self::Compare(Mark::parse(one)?, Mark::parse(other)?),
            ("n", [mark]) => Self::Conditions(Mark::parse(mark)?),
            ("t", [of, from, to]) => {
                let of = if of.is_empty() { None } else { Some(Mark::parse(of)?) };
                Self::Timeline(of, date_of(from)?, date_of(to)?)
            }
            ("e", [mark]) => Self::Entry(Mark::parse(mark)?),
            ("y", [month, day]) => {
                let (month, day) = (month.parse().ok()?, day.parse().ok()?);
                jiff::civil::Date::new(2024, month, day).ok()?;
                Self::Day(month, day)
            }
            ("s", [mark]) => Self::Source(Mark::parse(mark)?),
            _ => return None,
        })
    }
}

impl fmt::Display for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = |date: &Option<PartialDate>| date.map(PartialDate::iso).unwrap_or_default();
        match self {
            Self::Facts(marks) => {
                f.write_str("f.")?;
                marks.iter().try_for_each(|mark| write!(f, "{mark}"))
            }
            Self::Member(mark) => write!(f, "m.{mark}"),
            Self::Members(on) => write!(f, "l.{}", date(on)),
            Self::Compare(one, other) => write!(f, "c.{one}.{other}"),
            Self::Conditions(mark) => write!(f, "n.{mark}"),
            Self::Timeline(of, from, to) => {
                let of = of.map(|mark| mark.to_string()).unwrap_or_default();
                write!(f, "t.{of}.{}.{}", date(from), date(to))
            }
            Self::Entry(mark) => write!(f, "e.{mark}"),
            Self::Day(month, day) => write!(f, "y.{month}.{day}"),
            Self::Source(mark) => write!(f, "s.{mark}"),
        }
    }
}

fn marks_of(text: &str) -> Option<Vec<Mark>> {
    if !text.len().is_multiple_of(MARK) || !text.is_ascii() {
        return None;
    }
    let marks = (0..text.len() / MARK).map(|at| Mark::parse(&text[at * MARK..(at + 1) * MARK]));
    marks.collect()
}

/// A date, none where nothing stands, or nothing where what stands is no date.
#[expect(clippy::option_option, reason = "no date is not the same as a wrong one")]
fn date_of(text: &str) -> Option<Option<PartialDate>> {
    if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn ids_go_both_ways_and_are_short() {
        let mark = Mark::of("morocco");
        let day = |text: &str| text.parse::<PartialDate>().ok();
        let ids: Vec<String> = (0..40).map(|n| format!("fact-{n}")).collect();
        let views = [
            View::of_facts(&ids),
            View::Facts(Vec::new()),
            View::Member(mark),
            View::Members(None),
            View::Members(day("2020-11-01")),
            View::Compare(mark, Mark::of("sudan")),
            View::Conditions(mark),
            View::Timeline(None, None, None),
            View::Timeline(Some(mark), day("2020"), day("2021-06")),
            View::Entry(mark),
            View::Day(2, 29),
            View::Source(mark),
        ];
        for view in views {
            for action in
                [Action::Open, Action::Page(999), Action::Sources(999), Action::Cite, Action::Calendar, Action::Wrong]
            {
                let id = view.press(action);
                assert!(id.len() <= limits::CUSTOM_ID, "{id}");
                assert_eq!(Press::parse(&id), Some(Press { action, view: view.clone() }), "{id}");
            }
        }
    }

    #[test]
    fn what_is_not_ours_is_not_read() {
        for id in [
            "",
            "1",
            "1:",
            "1:open",
            "1:open:",
            "1:open:f",
            "0:open:f.",
            "2:open:f.",
            "1:shut:f.",
            "1:page:f.",
            "1:page.x:f.",
            "1:open:f.abc",
            "1:open:m.",
            "1:open:m.a b c d",
            "1:open:l.2020-13",
            "1:open:y.2.30",
            "1:open:y.x.1",
            "1:open:z.x",
            "1:open:m.éééé",
            "1:open:f.ééé",
            "v0:old",
            "1:page.99999999:f.",
        ] {
            assert_eq!(Press::parse(id), None, "{id}");
        }
        assert_eq!(Press::parse(&format!("1:open:f.{}", "AAAAAA".repeat(40))), None, "too long for Discord");
    }

    #[test]
    fn marks_are_stable_and_tell_everything_apart() {
        assert_eq!(Mark::of("morocco").to_string(), "6F3SmL", "old buttons must go on working");
        let knowledge = Knowledge::embedded().expect("the build checked it");
        let all_apart =
            |ids: Vec<&String>| ids.iter().map(|id| Mark::of(id)).collect::<HashSet<_>>().len() == ids.len();
        assert!(all_apart(knowledge.facts().iter().map(|fact| &fact.id).collect()));
        assert!(all_apart(knowledge.entities().iter().map(|entity| &entity.id).collect()));
        assert!(all_apart(knowledge.sources().iter().map(|source| &source.id).collect()));
    }
}
