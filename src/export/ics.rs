//! The days to be remembered as a calendar, RFC 5545: each a whole day that comes again every year.

use icalendar::{Calendar, Component, Event, EventLike, Property};

use crate::knowledge::date::PartialDate;
use crate::knowledge::model::{Fact, Knowledge};
use crate::knowledge::vocabulary::FactKind;
use crate::text::headline::headline;

/// What makes ids of facts into ids that no other calendar has.
const UID_DOMAIN: &str = "accords.invalid";
/// Who made the calendar, as RFC 5545 wants it said.
const PRODUCT: &str = "-//accords//Abraham Accords//EN";
/// What programs call the calendar.
const NAME: &str = "Abraham Accords";
/// Characters of a title: what calendars show of one in a month's view and on a phone.
const TITLE: usize = 80;
/// Sources named below an entry.
const SOURCES: usize = 3;

/// All days to be remembered as a calendar.
///
/// The same knowledge gives the same bytes, and an entry keeps its id through all changes of its text, so that a
/// calendar that is imported again changes entries instead of adding them.
pub fn ics(knowledge: &Knowledge) -> String {
    calendar(knowledge, knowledge.facts())
}

/// Those of these facts that are days to be remembered, as a calendar.
pub fn calendar<'k>(knowledge: &'k Knowledge, facts: impl IntoIterator<Item = &'k Fact>) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", PRODUCT));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    calendar.name(NAME);
    for event in facts.into_iter().filter_map(|fact| event(knowledge, fact)) {
        calendar.push(event);
    }
    folded(&calendar.to_string())
}

/// Octets of a line without its end, RFC 5545, 3.1.
const LINE: usize = 75;

/// The text with its lines folded as the standard has it. The library makes those that go on one octet too long.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + text.len() / LINE * 3);
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let mut length = 0;
        for c in line.chars() {
            if length + c.len_utf8() > LINE {
                folded.push_str("\r\n ");
                length = 1;
            }
            folded.push(c);
            length += c.len_utf8();
        }
        folded.push_str("\r\n");
    }
    folded
}

/// The entry of a fact; none when its day is not to be remembered.
fn event(knowledge: &Knowledge, fact: &Fact) -> Option<Event> {
    let is_remembered = fact.anniversary.is_some() && fact.kind != FactKind::Claim;
    let date = fact.date.filter(|_| is_remembered)?;
    let day = date.day()?;
    let next = day.tomorrow().ok()?;
    let mut event = Event::new();
    event.uid(&format!("{}@{UID_DOMAIN}", fact.id));
    event.summary(&title(fact, date));
    event.description(&description(knowledge, fact));
    event.append_property(stamp(knowledge, fact));
    event.append_property(whole_day("DTSTART", &day.strftime("%Y%m%d").to_string()));
    event.append_property(whole_day("DTEND", &next.strftime("%Y%m%d").to_string()));
    event.append_property(("RRULE", "FREQ=YEARLY"));
    // It takes nobody's time.
    event.append_property(("TRANSP", "TRANSPARENT"));
    if let Some(url) = fact.references.iter().find_map(|it| knowledge.source_at(it.source).url.as_deref()) {
        event.url(url);
    }
    if let Some(place) = &fact.place {
        event.location(place);
    }
    Some(event.done())
}

/// "2020: Bahrain and Israel signed a joint communique". The year is in it because the entry comes in every year.
fn title(fact: &Fact, date: PartialDate) -> String {
    format!("{}: {}", date.year(), headline(&fact.text, TITLE))
}

/// The sentence, and who says so.
fn description(knowledge: &Knowledge, fact: &Fact) -> String {
    let mut lines = vec![fact.text.clone()];
    lines.extend(fact.references.iter().take(SOURCES).map(|reference| {
        let source = knowledge.source_at(reference.source);
        let date = source.date.map(|date| format!(", {date}")).unwrap_or_default();
        let url = source.url.as_ref().map(|url| format!(" {url}")).unwrap_or_default();
        format!("{}: {}{date}.{url}", source.publisher, source.title)
    }));
    lines.join("\n")
}

/// When the entry was written: the day up to which the knowledge of its topic reaches, so that the same knowledge gives
/// the same bytes.
fn stamp(knowledge: &Knowledge, fact: &Fact) -> Property {
    let horizon = knowledge.topic_at(fact.topic).horizon.or(fact.date);
    let day = horizon.map(PartialDate::last).unwrap_or_default();
    Property::new("DTSTAMP", format!("{}T000000Z", day.strftime("%Y%m%d")))
}

fn whole_day(name: &str, day: &str) -> Property {
    let mut property = Property::new(name, day);
    property.add_parameter("VALUE", "DATE");
    property.done()
}
