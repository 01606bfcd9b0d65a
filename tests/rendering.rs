//! Whatever is shown keeps Discord's limits: every fact, member, pair of countries, document, person, source, and the answers to
//! thousands of random questions.

use std::sync::OnceLock;

use accords::answer::ask;
use accords::discord::limits;
use accords::discord::message::Outgoing;
use accords::discord::show::Desk;
use accords::discord::view::{Action, Mark, Press, View};
use accords::knowledge::{EntityKind, Knowledge};
use accords::question::Question;
use jiff::civil::{Date, date};
use serde_json::Value;

const TODAY: Date = date(2026, 7, 1);

fn knowledge() -> &'static Knowledge {
    static KNOWLEDGE: OnceLock<Knowledge> = OnceLock::new();
    KNOWLEDGE.get_or_init(|| Knowledge::embedded().expect("the build checked it"))
}

fn desk() -> Desk<'static> {
    Desk { knowledge: knowledge(), today: TODAY }
}

fn units(value: &Value) -> usize {
    value.as_str().map_or(0, limits::count)
}

/// Fails for a message that Discord would refuse, or that has half a link in it.
fn check(what: &str, message: Outgoing) {
    let message = serde_json::to_value(message).expect("plain data");
    let mut total = 0;
    for embed in message["embeds"].as_array().into_iter().flatten() {
        let small = units(&embed["author"]["name"]) + units(&embed["title"]) + units(&embed["footer"]["text"]);
        total += small + units(&embed["description"]);
        assert!((1..=limits::EMBED_DESCRIPTION).contains(&units(&embed["description"])), "{what}");
        assert!(units(&embed["title"]) <= limits::EMBED_TITLE, "{what}");
        links_are_whole(what, &embed["description"]);
        let fields = embed["fields"].as_array().cloned().unwrap_or_default();
        assert!(fields.len() <= limits::EMBED_FIELDS, "{what}");
        for field in &fields {
            total += units(&field["name"]) + units(&field["value"]);
            assert!((1..=limits::FIELD_VALUE).contains(&units(&field["value"])), "{what}: {field}");
            assert!((1..=limits::FIELD_NAME).contains(&units(&field["name"])), "{what}: {field}");
            links_are_whole(what, &field["value"]);
        }
    }
    assert!(total <= limits::EMBEDS_TOTAL, "{what}: {total} in all");
    assert!(units(&message["content"]) <= limits::CONTENT, "{what}");
    let mut ids = Vec::new();
    let rows = message["components"].as_array().cloned().unwrap_or_default();
    assert!(rows.len() <= limits::ROWS, "{what}");
    for button in rows.iter().flat_map(|row| row["components"].as_array().expect("buttons")) {
        let id = button["custom_id"].as_str().expect("an id").to_owned();
        assert!((1..=limits::CUSTOM_ID).contains(&limits::count(&id)), "{what}: {id}");
        assert!((1..=limits::BUTTON_LABEL).contains(&units(&button["label"])), "{what}: {button}");
        assert!(Press::parse(&id).is_some(), "{what}: {id} cannot be read back");
        assert!(!ids.contains(&id), "{what}: {id} comes twice");
        ids.push(id);
    }
}

/// A link that begins also ends, and is an address.
fn links_are_whole(what: &str, text: &Value) {
    let text = text.as_str().unwrap_or_default();
    for (at, _) in text.match_indices("](http") {
        let rest = &text[at + 2..];
        let end = rest.find(')').unwrap_or_else(|| panic!("{what}: half a link: {rest}"));
        assert!(!rest[..end].contains([' ', '\n', '…']), "{what}: {rest}");
    }
}

fn show(view: &View, at: usize) {
    let shown = desk().show(view, at).unwrap_or_else(|| panic!("{view} cannot be shown"));
    check(&format!("{view} page {at}"), shown.into());
}

#[test]
fn every_fact_is_shown_with_all_its_sources() {
    for fact in knowledge().stated_facts() {
        let view = View::of_facts([&fact.id]);
        show(&view, 0);
        check(&fact.id, desk().all_sources(&view, 0).expect("a fact has sources").into());
        check(&fact.id, desk().citation(&view).expect("a fact has sources"));
    }
}

#[test]
fn every_country_is_shown_and_every_pair_compared() {
    let countries: Vec<Mark> = knowledge()
        .entities()
        .iter()
        .filter(|entity| entity.kind == EntityKind::Country)
        .map(|entity| Mark::of(&entity.id))
        .collect();
    for &country in &countries {
        show(&View::Member(country), 0);
        show(&View::Conditions(country), 0);
        show(&View::Timeline(Some(country), None, None), 0);
    }
    let with_steps: Vec<Mark> = knowledge()
        .entities()
        .iter()
        .filter(|entity| knowledge().steps_of(entity.key).next().is_some())
        .map(|entity| Mark::of(&entity.id))
        .collect();
    for &one in &with_steps {
        for &other in with_steps.iter().filter(|other| **other != one) {
            show(&View::Compare(one, other), 0);
        }
    }
}

#[test]
fn every_page_of_every_list_is_shown() {
    for &partner in knowledge().partners() {
        let mark = Mark::of(&knowledge().entity_at(partner).id);
        for view in [View::Timeline(Some(mark), None, None), View::Conditions(mark)] {
            (0..20).for_each(|at| show(&view, at));
        }
    }
    for at in 0..40 {
        show(&View::Timeline(None, None, None), at);
    }
    for entity in
        knowledge().entities().iter().filter(|it| matches!(it.kind, EntityKind::Document | EntityKind::Person))
    {
        (0..3).for_each(|at| show(&View::Entry(Mark::of(&entity.id)), at));
    }
    for source in knowledge().sources() {
        (0..2).for_each(|at| show(&View::Source(Mark::of(&source.id)), at));
    }
    let mut day = date(2024, 1, 1);
    while day.year() == 2024 {
        show(&View::Day(day.month(), day.day()), 0);
        day = day.tomorrow().expect("a next day");
    }
    for year in 2019..2027 {
        show(&View::Members(format!("{year}").parse().ok()), 0);
    }
}

/// A small generator that gives the same numbers each time.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most as u64).expect("below most")
    }
}

/// Words of the questions of facts, put together anew: half of them make a question that is nearly one, half do not.
#[test]
fn ten_thousand_random_answers_are_shown() {
    let asks: Vec<&str> = knowledge().facts().iter().flat_map(|fact| &fact.asks).collect();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut told = 0;
    for _ in 0..10_000 {
        let (one, other) = (asks[random.below(asks.len())], asks[random.below(asks.len())]);
        let text = match random.below(4) {
            0 => one.to_owned(),
            1 => format!("{one} and {other}"),
            2 => one.split(' ').chain(other.split(' ').take(3)).collect::<Vec<_>>().join(" "),
            _ => format!("**{other}** <@1> `{}` 🦀 @everyone", one.to_uppercase()),
        };
        let answer = ask(knowledge(), &Question::new(&text, TODAY));
        told += usize::from(!answer.facts.is_empty());
        let (heading, asked) =
            if random.below(2) == 0 { (Some(text.as_str()), None) } else { (None, Some(text.as_str())) };
        check(&text, desk().answer(&answer, heading, asked).into());
        check(
            &text,
            desk().all_sources(&View::of_facts(&answer.facts), 0).map_or_else(|| Outgoing::text("none"), Into::into),
        );
    }
    assert!(told > 2_000, "only {told} were answered");
}

#[test]
fn a_button_of_an_answer_shows_the_same_facts() {
    for text in ["When did Bahrain sign?", "How did the Knesset vote on Bahrain?", "Tell me about Morocco"] {
        let answer = ask(knowledge(), &Question::new(text, TODAY));
        let id = View::of_facts(&answer.facts).press(Action::Open);
        let Some(Press { view: View::Facts(marks), .. }) = Press::parse(&id) else { panic!("{id}") };
        let facts: Vec<String> =
            marks.iter().filter_map(|mark| mark.fact(knowledge())).map(|it| it.id.clone()).collect();
        assert_eq!(facts, answer.facts);
    }
}
