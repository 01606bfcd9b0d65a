//! Suggestions while people type: names, dates and sources, forgiving of typos, the best first.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::answer::source;
use crate::daily::zones;
use crate::discord::app::App;
use crate::discord::day;
use crate::discord::limits;
use crate::discord::respond::Choice;
use crate::knowledge::date::PartialDate;
use crate::knowledge::model::{Fact, Knowledge};
use crate::knowledge::vocabulary::{Anniversary, EntityKind};
use crate::question::names;

/// What is being typed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Typing<'a> {
    /// Where the knowledge is.
    pub(crate) app: &'a App,
    /// What stands in the option so far.
    pub(crate) text: &'a str,
}

/// Countries.
pub(crate) fn country(typing: &Typing<'_>) -> Vec<Choice> {
    named(typing, EntityKind::Country)
}

/// Documents.
pub(crate) fn document(typing: &Typing<'_>) -> Vec<Choice> {
    named(typing, EntityKind::Document)
}

/// Persons.
pub(crate) fn person(typing: &Typing<'_>) -> Vec<Choice> {
    named(typing, EntityKind::Person)
}

/// Names of a kind that fit; when nothing is typed, those on which there is most to say.
fn named(typing: &Typing<'_>, kind: EntityKind) -> Vec<Choice> {
    let knowledge = typing.app.knowledge();
    if typing.text.trim().is_empty() && kind != EntityKind::Country {
        return most_told(&knowledge, kind);
    }
    let fitting = names::complete(&knowledge, typing.text, &[kind], limits::CHOICES);
    fitting.into_iter().map(|entity| Choice::new(&entity.name, &entity.id)).collect()
}

fn most_told(knowledge: &Knowledge, kind: EntityKind) -> Vec<Choice> {
    let entities = knowledge.entities().iter().filter(|entity| entity.kind == kind);
    let mut told = vec![0; knowledge.entities().len()];
    for first in knowledge.stated_facts().filter_map(|fact| fact.about.first()) {
        told[first.index()] += 1;
    }
    let mut counted: Vec<_> =
        entities.map(|entity| (usize::MAX - told[entity.key.index()], &entity.name, &entity.id)).collect();
    counted.sort();
    counted.into_iter().take(limits::CHOICES).map(|(_, name, id)| Choice::new(name, id)).collect()
}

/// Sources.
pub(crate) fn source(typing: &Typing<'_>) -> Vec<Choice> {
    let knowledge = typing.app.knowledge();
    let found = source::search(&knowledge, typing.text, limits::CHOICES);
    found
        .into_iter()
        .map(|source| Choice::new(&format!("{}: {}", source.publisher, source.title), &source.id))
        .collect()
}

/// Days, months and years: what was typed, then days on which something happened.
pub(crate) fn date(typing: &Typing<'_>) -> Vec<Choice> {
    let knowledge = typing.app.knowledge();
    let read = day::date(typing.text, typing.app.today());
    let choice = |date: PartialDate| Choice::new(&date.to_string(), &date.iso());
    let days = known_days(&knowledge).into_iter().filter(|day| match read {
        Some(read) => read.contains(*day) && read != *day,
        None => starts(&day.to_string(), typing.text) || day.iso().starts_with(typing.text.trim()),
    });
    read.into_iter().chain(days).take(limits::CHOICES).map(choice).collect()
}

/// Days of the year: what was typed, then days on which something happened.
pub(crate) fn day_of_the_year(typing: &Typing<'_>) -> Vec<Choice> {
    let knowledge = typing.app.knowledge();
    let read = day::parse(typing.text, typing.app.today());
    let mut days: Vec<(i8, i8)> = known_days(&knowledge).into_iter().filter_map(month_and_day).collect();
    days.sort_unstable();
    days.dedup();
    let fitting = days
        .into_iter()
        .filter(|&(month, day)| Some((month, day)) != read && starts(&day::written(month, day), typing.text));
    let choice = |(month, day): (i8, i8)| Choice::new(&day::written(month, day), &day::written(month, day));
    read.into_iter().chain(fitting).take(limits::CHOICES).map(choice).collect()
}

/// Time zones: by offset, city, or country.
pub(crate) fn time_zone(typing: &Typing<'_>) -> Vec<Choice> {
    let now = noon(typing.app.today());
    let knowledge = typing.app.knowledge();
    let choice = |zone: &'static str| {
        let offset = zones::get(zone).map(|zone| format!(" ({})", zones::written_offset(&zone, now)));
        let country = zones::country_of(zone).and_then(|code| {
            knowledge.entities().iter().find(|entity| entity.iso.as_deref() == Some(code)).map(|it| it.name.as_str())
        });
        let country = country.map(|name| format!(", {name}")).unwrap_or_default();
        Choice::new(&format!("{zone}{}{country}", offset.unwrap_or_default()), zone)
    };
    time_zones(typing.app, typing.text).into_iter().take(limits::CHOICES).map(choice).collect()
}

/// The time zones that what is typed may mean, the likeliest first; some common ones when nothing is typed.
pub(crate) fn time_zones(app: &App, typed: &str) -> Vec<&'static str> {
    /// Countries that are looked up for a name: more than one are guesses at a misspelt one.
    const COUNTRIES: usize = 3;
    let knowledge = app.knowledge();
    let by_offset = zones::of_offset(typed, noon(app.today()));
    if !by_offset.is_empty() {
        return by_offset;
    }
    let (exact, like) = zones::of_name(typed);
    let countries = names::complete(&knowledge, typed, &[EntityKind::Country], COUNTRIES);
    let codes = countries.iter().filter_map(|country| country.iso.as_deref());
    let mut found: Vec<&'static str> = Vec::new();
    for zone in exact.into_iter().chain(codes.flat_map(zones::of_country)).chain(like) {
        if !found.contains(&zone) {
            found.push(zone);
        }
    }
    found
}

/// Offsets are told as they are on that day.
fn noon(today: Date) -> Timestamp {
    today.at(12, 0, 0, 0).to_zoned(TimeZone::UTC).map_or(Timestamp::UNIX_EPOCH, |noon| noon.timestamp())
}

/// Whether every word typed begins a word of the text, or all but the last letters of one do: "15 spetember" is not, "15 sept"
/// and "septemb 15" are.
fn starts(text: &str, typed: &str) -> bool {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(' ').collect();
    typed
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .all(|typed| words.iter().any(|word| word.starts_with(typed) || is_slip(word, typed)))
}

/// A month's name with a slip of the finger in it.
fn is_slip(word: &str, typed: &str) -> bool {
    const SHORTEST: usize = 5;
    typed.chars().count() >= SHORTEST && !word.starts_with(|c: char| c.is_ascii_digit()) && {
        let beginning: String = word.chars().take(typed.chars().count()).collect();
        strsim::osa_distance(&beginning, typed) <= 1 || strsim::osa_distance(word, typed) <= 1
    }
}

/// The days of main steps and of what may be remembered, the first first.
fn known_days(knowledge: &Knowledge) -> Vec<PartialDate> {
    let is_main = |fact: &&Fact| {
        let step = fact.action.as_ref().is_some_and(|action| action.main && !action.ladder.is_empty());
        step || fact.anniversary == Some(Anniversary::Unprompted)
    };
    let dates = knowledge.stated_facts().filter(is_main).filter_map(|fact| fact.date);
    let mut days: Vec<PartialDate> = dates.filter(|date| date.day().is_some()).collect();
    days.sort_unstable();
    days.dedup();
    days
}

fn month_and_day(date: PartialDate) -> Option<(i8, i8)> {
    date.day().map(|day| (day.month(), day.day()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day_of;

    use super::*;

    fn names(complete: fn(&Typing<'_>) -> Vec<Choice>, text: &str) -> Vec<String> {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        let app = App::new(knowledge, || day_of(2026, 7, 1));
        let choices = complete(&Typing { app: &app, text });
        assert!(choices.len() <= limits::CHOICES);
        choices.iter().map(|choice| choice.name().to_owned()).collect()
    }

    #[test]
    fn names_are_found_in_spite_of_typos() {
        assert_eq!(names(country, "Moroco")[0], "Morocco");
        assert_eq!(names(person, "jarred kushner")[0], "Jared Kushner");
        assert!(names(document, "declaration")[0].contains("Declaration"));
        for complete in [country, document, person, source, date, day_of_the_year] {
            assert!(names(complete, "").len() > 4);
            assert!(names(complete, "zzqqxxyy").is_empty());
        }
    }

    #[test]
    fn time_zones_are_found_by_city_country_and_offset() {
        let first = |text: &str| names(time_zone, text).first().cloned().unwrap_or_default();
        for (typed, expected) in [
            ("dubai", "Asia/Dubai (UTC+04:00), United Arab Emirates"),
            ("UAE", "Asia/Dubai (UTC+04:00), United Arab Emirates"),
            ("india", "Asia/Kolkata (UTC+05:30), India"),
            ("nepal", "Asia/Kathmandu (UTC+05:45), Nepal"),
            ("+5:45", "Asia/Kathmandu (UTC+05:45), Nepal"),
            ("jerusalm", "Asia/Jerusalem (UTC+03:00), Israel"),
            ("utc", "UTC (UTC+00:00)"),
        ] {
            assert_eq!(first(typed), expected, "{typed}");
        }
        assert!(names(time_zone, "united states").iter().any(|name| name.starts_with("America/New_York")));
        assert!(names(time_zone, "").len() > 4 && names(time_zone, "zzqqxxyy").is_empty());
    }

    #[test]
    fn dates_are_offered_as_typed_and_as_known() {
        assert!(names(date, "15 sept").contains(&"15 September 2020".to_owned()));
        assert_eq!(names(date, "2020-11-01"), ["1 November 2020"]);
        assert_eq!(names(date, "2020")[0], "2020");
        assert!(names(date, "15 Setpember").contains(&"15 September 2020".to_owned()));
        assert_eq!(names(day_of_the_year, "sep 15")[0], "15 September");
    }
}
