//! Which country joined first or last, of all or of a group.

use super::draft::Draft;
use super::{Confidence, Outcome};
use crate::knowledge::date::PartialDate;
use crate::knowledge::date_mentions::Mentioned;
use crate::knowledge::ladder::Membership;
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Intent, State, Step};
use crate::question::Reading;

/// An end of the order in which countries joined, or all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    First,
    Last,
    Both,
}

/// Words that ask for an end of the order.
const ENDS: [(&str, End); 12] = [
    ("first", End::First),
    ("1st", End::First),
    ("earliest", End::First),
    ("last", End::Last),
    ("latest", End::Last),
    ("newest", End::Last),
    ("recent", End::Last),
    ("recently", End::Last),
    ("new", End::Last),
    ("order", End::Both),
    ("chronologically", End::Both),
    ("sequence", End::Both),
];

/// Those that came in the time that a question names: "Which country joined in November 2025?", "Who has joined since 2025?".
pub(super) fn joined_within<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let [mention] = &reading.dates[..] else { return None };
    let Mentioned::Dated(date) = mention.date else { return None };
    let before = mention.first.checked_sub(1).map(|at| reading.tokens[at].folded.as_str());
    let is_within: fn(PartialDate, PartialDate) -> bool = match before {
        Some("in" | "on" | "during") => |date, day| date.first() <= day.first() && day.last() <= date.last(),
        Some("since" | "from") => |date, day| date.first() <= day.first(),
        Some("after") => |date, day| date.last() < day.first(),
        _ => return None,
    };
    let counts = reading.wants(Intent::HowMany) || reading.is_yes_or_no();
    let is_of_the_accords = reading.names_subject(knowledge) || reading.steps().contains(&Step::Joined);
    if counts || !is_of_the_accords {
        return None;
    }
    let undated = reading.without_tokens(knowledge, |at| mention.covers(at));
    if !asks_which_joined(knowledge, &undated, "") {
        return None;
    }
    let groups = reading.groups();
    let came = knowledge.partners().iter().filter(|country| knowledge.entity_at(**country).is_in(&groups));
    let came = came.filter_map(|&country| coming(knowledge, country));
    let mut came: Vec<&Fact> = came.filter(|fact| fact.date.is_some_and(|day| is_within(date, day))).collect();
    came.sort_by_key(|fact| (fact.date, fact.key));
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    draft.tell_all(&came);
    (!draft.is_empty()).then_some(draft)
}

/// The country that came first, those that came last, or all in their order: of the newest ones that only announced it, all, and the last to sign.
pub(super) fn joining<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let (word, end) = ENDS.iter().copied().find(|(word, _)| reading.has_word(&[word]))?;
    if !asks_which_joined(knowledge, reading, word) {
        return None;
    }
    let groups = reading.groups();
    let fits = |country: &EntityKey| knowledge.entity_at(*country).is_in(&groups);
    let mut came: Vec<(EntityKey, &Fact)> = knowledge
        .partners()
        .iter()
        .copied()
        .filter(fits)
        .filter_map(|country| coming(knowledge, country).map(|fact| (country, fact)))
        .collect();
    // A country that no count has, because it only said that it would join, is no newer member than one that some have.
    let is_counted = |country: EntityKey| knowledge.counts().iter().any(|count| count.members.contains(&country));
    came.sort_by_key(|(country, fact)| (is_counted(*country), fact.date, *country));
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    match end {
        // The United Arab Emirates and Bahrain signed on one day: the facts of that day say so.
        End::First => {
            let day = came.iter().filter_map(|(_, fact)| fact.date).min();
            came.retain(|(_, fact)| fact.date == day);
        }
        End::Last => {
            let announced =
                |(country, _): &&(EntityKey, &Fact)| knowledge.membership(*country) == Membership::Announced;
            let newest = came.iter().rev().take_while(announced).count() + 1;
            came.reverse();
            came.truncate(newest);
        }
        // Those of one day are told by one fact.
        End::Both => came.sort_by_key(|(country, fact)| (fact.date, *country)),
    }
    draft.tell_all(&came.iter().map(|(_, fact)| *fact).collect::<Vec<_>>());
    (!draft.is_empty()).then_some(draft)
}

/// Whether the question asks which country joined, and speaks of nothing else but the end of the order.
fn asks_which_joined(knowledge: &Knowledge, reading: &Reading, end: &str) -> bool {
    let joins = [Step::Joined, Step::Signed, Step::Relations].iter().any(|step| reading.steps().contains(step))
        || reading.wants(Intent::Members);
    let is_country = |stem: &str| matches!(stem, "countri" | "state" | "nation" | "member" | "govern");
    let asks_for_country = reading.tokens.iter().any(|token| is_country(&token.stem))
        || reading.has_word(&["signatory", "signatories"])
        || reading.wants(Intent::Who);
    // Egypt and Jordan had relations with Israel before there were accords.
    let only_relates = reading.steps()[..] == [Step::Relations] && !reading.names_subject(knowledge);
    let names_one = !reading.partners(knowledge).is_empty();
    if !joins
        || only_relates
        || names_one
        || !asks_for_country
        || !reading.dates.is_empty()
        || reading.has(CueMeaning::Negation)
    {
        return false;
    }
    let index = knowledge.index();
    (0..reading.tokens.len()).all(|at| {
        let token = &reading.tokens[at];
        let in_cue = reading.cues.iter().any(|cue| {
            let of_joining = matches!(
                cue.means,
                CueMeaning::Step(Step::Joined | Step::Signed | Step::Relations) | CueMeaning::Group(_)
            );
            cue.covers(at) && (of_joining || matches!(cue.means, CueMeaning::Intent(_)))
        });
        let named = reading.mentions.iter().find(|mention| mention.covers(at));
        let in_name = named.is_some_and(|mention| {
            mention
                .entities
                .iter()
                .all(|&it| knowledge.is_general(it) || knowledge.entity_at(it).kind == EntityKind::Term)
        });
        in_name
            || (named.is_none()
                && (in_cue
                    || index.is_the_same(&token.stem, "join")
                    || token.folded == end
                    || is_country(&token.stem)
                    || index.is_filler(token)))
    })
}

/// The fact that tells how a country came: its signature, else its announcement.
fn coming(knowledge: &Knowledge, country: EntityKey) -> Option<&Fact> {
    let done = |step: Step| {
        let rung = knowledge.rung(country, step);
        rung.into_iter().find(|fact| fact.action.as_ref().is_some_and(|action| action.state == State::Done))
    };
    done(Step::Signed).or_else(|| done(Step::Announced))
}
