//! A view -> the message that shows it. Slash commands and buttons both come here, so that a button shows what the command
//! would.

use jiff::civil::Date;

use crate::answer::asked_and_given::asked_and_given;
use crate::answer::belonging::{WHO_BELONGS, belonging};
use crate::answer::entry::entry;
use crate::answer::listing::{Page, of_facts};
use crate::answer::member::member;
use crate::answer::on_this_day::on_this_day;
use crate::answer::related::{related, subject_of};
use crate::answer::rungs::{self, rungs, side_by_side};
use crate::answer::source::{Card, card};
use crate::answer::timeline::{Span, timeline};
use crate::answer::{Answer, Citation, Outcome, ask};
use crate::discord::components::{Button, Row};
use crate::discord::day;
use crate::discord::escape::{escape, escape_within, link};
use crate::discord::files::File;
use crate::discord::limits;
use crate::discord::message::{Embed, Field, Footer, Outgoing};
use crate::discord::render::{self, Look};
use crate::discord::view::{Action, Mark, View};
use crate::export;
use crate::knowledge::date::PartialDate;
use crate::knowledge::model::{Entity, EntityKey, Fact, Knowledge, Source};
use crate::knowledge::vocabulary::{EntityKind, State, Tier};
use crate::ops::metrics;
use crate::picture::{self, Picture};
use crate::question::{Question, names, read};

/// What the pictures are called as files.
const TIMELINE_FILE: &str = "timeline.png";
const LADDER_FILE: &str = "ladder.png";
/// On the button for the days as entries of a calendar.
const CALENDAR: &str = "Add to calendar";
/// On the button for what happened.
const TIMELINE: &str = "Timeline";
/// Questions offered below an answer.
const MOST_RELATED: usize = 3;
/// Rungs of one country that an answer must tell to have them shown as a table as well.
const RUNGS_FOR_A_TABLE: usize = 3;
/// The most of what a source is cited for, of one fact.
const CITED_FOR: usize = 220;
/// The most of a page on a source.
const CARD: usize = 1_800;

/// An embed and the buttons below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    embed: Embed,
    rows: Vec<Row>,
    picture: Option<File>,
    /// What kind of answer it shows; none for what is no answer.
    outcome: Option<Outcome>,
}

impl Shown {
    /// The same with a picture, where there is one.
    fn with_picture(self, name: &str, picture: Option<Picture>) -> Self {
        let picture = picture.map(|Picture { png, alt }| File::new(name, "image/png", &alt, png));
        Self { picture, ..self }
    }
}

impl From<Shown> for Outgoing {
    fn from(shown: Shown) -> Self {
        let mut message = Outgoing::embed(shown.embed).with_rows(shown.rows);
        if let Some(outcome) = shown.outcome {
            message = message.with_outcome(counted(outcome));
        }
        match shown.picture {
            Some(picture) => message.with_picture(picture),
            None => message,
        }
    }
}

/// How an answer is counted.
fn counted(outcome: Outcome) -> metrics::Outcome {
    match outcome {
        Outcome::Answered => metrics::Outcome::Answered,
        Outcome::Corrected => metrics::Outcome::Corrected,
        Outcome::Ambiguous => metrics::Outcome::Ambiguous,
        Outcome::Unknown => metrics::Outcome::Unknown,
    }
}

/// What everything is shown from.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'k> {
    /// The knowledge.
    pub knowledge: &'k Knowledge,
    /// The day.
    pub today: Date,
}

impl<'k> Desk<'k> {
    /// A view, at a page; none when this knowledge has not what it is of any more.
    pub fn show(self, view: &View, at: usize) -> Option<Shown> {
        let knowledge = self.knowledge;
        let entity = |mark: Mark| mark.entity(knowledge);
        match view {
            View::Facts(marks) => {
                let facts: Vec<_> = marks.iter().filter_map(|mark| mark.fact(knowledge)).map(|it| it.key).collect();
                (!facts.is_empty()).then(|| self.answer(&of_facts(knowledge, &facts), None, None))
            }
            View::Member(mark) => Some(self.member(entity(*mark)?)),
            View::Members(on) => Some(self.members(*on)),
            View::Compare(one, other) => {
                let (one, other) = (entity(*one)?, entity(*other)?);
                let heading = format!("{} and {}", one.name, other.name);
                let shown = self.listed(view, Some(&heading), &whole(side_by_side(knowledge, one.key, other.key)));
                Some(shown.with_picture(LADDER_FILE, picture::ladder(knowledge, &[one.key, other.key])))
            }
            View::Conditions(mark) => {
                let country = entity(*mark)?;
                let heading = format!("{}: asked, given, open", country.name);
                Some(self.listed(view, Some(&heading), &asked_and_given(knowledge, country.key, at)))
            }
            View::Timeline(of, from, to) => {
                let of = match of {
                    Some(mark) => Some(entity(*mark)?),
                    None => None,
                };
                let span = Span { of: of.map(|entity| entity.key), from: *from, to: *to };
                let heading = timeline_heading(of, *from, *to);
                let shown = self.listed(view, Some(&heading), &timeline(knowledge, span, at));
                Some(shown.with_picture(TIMELINE_FILE, picture::timeline(knowledge, &heading, span)))
            }
            View::Entry(mark) => {
                let entity = entity(*mark)?;
                Some(self.listed(view, Some(&entity.name), &entry(knowledge, entity.key, at)))
            }
            View::Day(month, dom) => {
                let heading = format!("On this day: {}", day::written(*month, *dom));
                Some(self.listed(view, Some(&heading), &whole(on_this_day(knowledge, *month, *dom))))
            }
            View::Source(mark) => Some(self.source(view, &card(knowledge, &mark.source(knowledge)?.id)?, at)),
        }
    }

    /// An answer on a day as a post of its own, with a marker at the head of its small print.
    pub(crate) fn post(self, answer: &Answer, heading: &str, marker: &str, day: &View) -> Shown {
        let version = self.knowledge.version();
        let look = Look { heading: Some(heading), in_lines: true, version, ..Look::default() };
        let mut embed = render::embed(answer, &look);
        let small = embed.footer.take().map(|footer| format!(" · {}", footer.text));
        embed.footer = Some(Footer { text: format!("{marker}{}", small.unwrap_or_default()) });
        if !embed.fits() {
            embed.footer = Some(Footer { text: marker.to_owned() });
        }
        let subject = subject_of(self.knowledge, &self.facts(answer));
        let mut tools = self.tools(answer, subject);
        tools.extend(Button::new(CALENDAR, day.press(Action::Calendar)));
        Shown { embed, rows: rows([tools, Vec::new()]), picture: None, outcome: Some(answer.outcome) }
    }

    /// An answer to a question in words.
    ///
    /// `heading` stands above it in bold, `asked` in a small line.
    pub fn answer(self, answer: &Answer, heading: Option<&str>, asked: Option<&str>) -> Shown {
        let subject = self.subject(answer, asked.or(heading));
        let status = self.status(answer, subject);
        let look = Look { heading, asked, status, version: self.knowledge.version(), ..Look::default() };
        let embed = render::embed(answer, &look);
        let rows = rows([self.tools(answer, subject), self.next(answer, subject)]);
        Shown { embed, rows, picture: None, outcome: Some(answer.outcome) }
    }

    fn member(self, country: &Entity) -> Shown {
        let answer = member(self.knowledge, &country.name, self.today);
        let shown = self.answer(&answer, Some(&country.name), None);
        shown.with_picture(LADDER_FILE, picture::ladder(self.knowledge, &[country.key]))
    }

    fn members(self, on: Option<PartialDate>) -> Shown {
        let answer = belonging(self.knowledge, on, self.today);
        let heading = match on {
            None => "Members".to_owned(),
            Some(on) if on.day().is_some() => format!("Members on {on}"),
            Some(on) => format!("Members at the end of {on}"),
        };
        self.answer(&answer, Some(&heading), None)
    }

    /// A page of a list.
    fn listed(self, view: &View, heading: Option<&str>, page: &Page) -> Shown {
        let version = self.knowledge.version();
        let look = Look { heading, in_lines: true, page: Some((page.at, page.of)), version, ..Look::default() };
        let embed = render::embed(&page.answer, &look);
        let subject = subject_of(self.knowledge, &self.facts(&page.answer));
        let mut tools = self.tools(&page.answer, subject);
        if matches!(view, View::Timeline(..)) {
            tools.retain(|tool| tool.label() != TIMELINE);
        }
        if matches!(view, View::Day(..)) && !page.answer.facts.is_empty() {
            tools.extend(Button::new(CALENDAR, view.press(Action::Calendar)));
        }
        let rows = rows([turns(view, page.at, page.of, Action::Page), tools]);
        Shown { embed, rows, picture: None, outcome: Some(page.answer.outcome) }
    }

    /// What an answer is on: the one country that the question names, else what its facts are about.
    fn subject(self, answer: &Answer, question: Option<&str>) -> Option<EntityKey> {
        let asked = question.map(|text| read(self.knowledge, text).partners(self.knowledge));
        match asked.as_deref() {
            Some([one]) => Some(*one),
            _ => subject_of(self.knowledge, &self.facts(answer)),
        }
    }

    /// The rungs of a country as short fields, where an answer tells several of them.
    fn status(self, answer: &Answer, subject: Option<EntityKey>) -> Vec<(&'static str, String)> {
        let Some(country) = subject else { return Vec::new() };
        let told = |fact: &Fact| answer.sentences.iter().find(|it| it.facts.len() == 1 && it.facts[0] == fact.id);
        let rungs: Vec<_> = rungs(self.knowledge, country)
            .into_iter()
            .filter_map(|rung| {
                let number = told(rung.fact)?.citations.first().map_or_else(String::new, |at| format!(" [{}]", at + 1));
                let date = rung.date.map(|date| date.to_string());
                let state = match rung.state {
                    State::Done => date.unwrap_or_else(|| "yes".to_owned()),
                    State::NotDone => "not reported".to_owned(),
                    State::Promised => "promised".to_owned(),
                    State::Disputed => "sources differ".to_owned(),
                };
                Some((rungs::name(rung.step), format!("{state}{number}")))
            })
            .collect();
        if rungs.len() < RUNGS_FOR_A_TABLE { Vec::new() } else { rungs }
    }

    /// All sources, the time around it, a citation to copy, and a way to say that it is wrong.
    fn tools(self, answer: &Answer, subject: Option<EntityKey>) -> Vec<Button> {
        let view = View::of_facts(&answer.facts);
        let mut buttons = Vec::new();
        if !answer.facts.is_empty() {
            buttons.extend(Button::new("All sources", view.press(Action::Sources(0))));
            let of = subject.map(|key| Mark::of(&self.knowledge.entity_at(key).id));
            buttons.extend(Button::new(TIMELINE, View::Timeline(of, None, None).press(Action::Open)));
            buttons.extend(Button::new("Copy citation", view.press(Action::Cite)));
        }
        buttons.extend(Button::new("Not right?", view.press(Action::Wrong)));
        buttons
    }

    /// Questions that answer when pressed: those that the answer suggests, else those on the same thing.
    fn next(self, answer: &Answer, subject: Option<EntityKey>) -> Vec<Button> {
        let facts = self.facts(answer);
        if facts.is_empty() {
            let suggested =
                answer.suggestions.iter().filter_map(|text| Button::new(text, self.view_of(text)?.press(Action::Open)));
            return suggested.take(MOST_RELATED).collect();
        }
        let next = subject.map(|subject| related(self.knowledge, subject, &facts, MOST_RELATED)).into_iter().flatten();
        next.filter_map(|next| {
            let view = View::of_facts([&self.knowledge.fact_at(next.fact).id]);
            Button::new(&next.question, view.press(Action::Open))
        })
        .collect()
    }

    /// A question of the bot's own, as a typed view of what answers it.
    fn view_of(self, suggestion: &str) -> Option<View> {
        if suggestion == WHO_BELONGS {
            return Some(View::Members(None));
        }
        if let Some(entity) = names::exact(self.knowledge, suggestion) {
            let mark = Mark::of(&entity.id);
            return Some(if entity.kind == EntityKind::Country { View::Member(mark) } else { View::Entry(mark) });
        }
        let answer = ask(self.knowledge, &Question::new(suggestion, self.today));
        (!answer.facts.is_empty()).then(|| View::of_facts(&answer.facts))
    }

    fn facts(self, answer: &Answer) -> Vec<&'k Fact> {
        answer.facts.iter().filter_map(|id| self.knowledge.fact(id)).collect()
    }

    /// A source, with a page of what is told on its word.
    fn source(self, view: &View, card: &Card<'k>, at: usize) -> Shown {
        let entries = card.cited_for.iter().map(|(fact, reference)| {
            let words = escape_within(&reference.snippet, CITED_FOR);
            let words = if reference.verbatim { format!("“{words}”") } else { format!("*{words}*") };
            format!("• {}\n{words}", escape_within(&fact.text, CITED_FOR))
        });
        let pages = render::packed(entries, "\n", CARD);
        let of = pages.len().max(1);
        let at = at.min(of - 1);
        let description = pages.into_iter().nth(at).unwrap_or_else(|| "Nothing here is told on its word.".to_owned());
        let version = self.knowledge.version();
        let page = if of > 1 { format!(" · page {} of {of}", at + 1) } else { String::new() };
        let embed = Embed {
            title: Some(escape_within(&card.source.title, limits::aim(limits::EMBED_TITLE))),
            description,
            color: SOURCE_COLOUR,
            fields: source_fields(card.source),
            footer: Some(Footer { text: format!("Source {} · version {version}{page}", card.source.id) }),
            ..Embed::default()
        };
        Shown { embed, rows: rows([turns(view, at, of, Action::Page), Vec::new()]), picture: None, outcome: None }
    }

    /// Every reference of every fact of a view, a page at a time.
    pub fn all_sources(self, view: &View, at: usize) -> Option<Shown> {
        let citations = self.citations(view)?;
        let pages = render::source_pages(&citations);
        let of = pages.len().max(1);
        let at = at.min(of - 1);
        let page = if of > 1 { format!(" · page {} of {of}", at + 1) } else { String::new() };
        let embed = Embed {
            title: Some("All sources".to_owned()),
            description: pages.into_iter().nth(at)?,
            color: SOURCE_COLOUR,
            footer: Some(Footer { text: format!("Knowledge version {}{page}", self.knowledge.version()) }),
            ..Embed::default()
        };
        let rows = rows([turns(view, at, of, Action::Sources), Vec::new()]);
        Some(Shown { embed, rows, picture: None, outcome: None })
    }

    /// The sources of a view as plain text in a box with a button of Discord's own for copying.
    pub fn citation(self, view: &View) -> Option<Outgoing> {
        let citations = self.citations(view)?;
        let mut text = String::new();
        let mut left = citations.len();
        for citation in &citations {
            let line = render::plain_citation(citation);
            if limits::count(&text) + limits::count(&line) > limits::aim(limits::CONTENT) - 100 {
                break;
            }
            text.push_str(&line);
            text.push('\n');
            left -= 1;
        }
        let more = if left > 0 { format!("\nand {left} more, see *All sources*.") } else { String::new() };
        Some(Outgoing::text(&format!("```text\n{text}```{more}")))
    }

    /// A day of the year as a file for a calendar.
    pub fn calendar(self, view: &View) -> Option<Outgoing> {
        let View::Day(month, dom) = *view else { return None };
        let facts = self.facts(&on_this_day(self.knowledge, month, dom));
        if facts.is_empty() {
            return None;
        }
        let day = day::written(month, dom);
        let bytes = export::calendar(self.knowledge, facts).into_bytes();
        let about = format!("What happened on {day}, as yearly entries for a calendar");
        let file = File::new(&format!("accords-{month:02}-{dom:02}.ics"), "text/calendar", &about, bytes.into());
        let text = format!("What happened on {day}, for your calendar: open the file, and it comes every year.");
        Some(Outgoing::text(&text).with_file(file))
    }

    /// Every reference of the facts of a view, each source once.
    fn citations(self, view: &View) -> Option<Vec<Citation>> {
        let View::Facts(marks) = view else { return None };
        let facts = marks.iter().filter_map(|mark| mark.fact(self.knowledge));
        let mut citations: Vec<Citation> = Vec::new();
        for reference in facts.flat_map(|fact| &fact.references) {
            let source = self.knowledge.source_at(reference.source);
            if !citations.iter().any(|known| known.source == source.id && known.snippet == reference.snippet) {
                citations.push(cited(source, &reference.snippet, reference.verbatim));
            }
        }
        (!citations.is_empty()).then_some(citations)
    }
}

const SOURCE_COLOUR: u32 = 0x0045_5A64;

fn cited(source: &Source, snippet: &str, verbatim: bool) -> Citation {
    Citation {
        source: source.id.clone(),
        publisher: source.publisher.clone(),
        title: source.title.clone(),
        url: source.url.clone(),
        date: source.date.map(PartialDate::iso),
        snippet: snippet.to_owned(),
        verbatim,
    }
}

fn source_fields(source: &Source) -> Vec<Field> {
    const SHORT: usize = 200;
    let tier = match source.tier {
        Tier::One => "official or primary text",
        Tier::Two => "established reference, agency or newspaper of record",
        Tier::Three => "other identifiable outlet",
        Tier::Four => "aggregator, blog, partisan or unidentifiable page",
    };
    let address = source.url.as_deref().map(|url| link("open the page", url).unwrap_or_else(|| escape(url)));
    let fields = [
        ("Publisher", Some(escape_within(&source.publisher, SHORT))),
        ("Read through", source.via.as_deref().map(|via| escape_within(via, SHORT))),
        ("Date", source.date.map(|date| date.to_string())),
        ("Kind", Some(tier.to_owned())),
        ("Address", address.filter(|address| limits::count(address) < limits::aim(limits::FIELD_VALUE))),
    ];
    let fields = fields.into_iter().filter_map(|(name, value)| Some((name, value.filter(|it| !it.is_empty())?)));
    fields.map(|(name, value)| Field::short(name, value)).collect()
}

fn whole(answer: Answer) -> Page {
    Page { answer, at: 0, of: 1 }
}

/// Buttons for the page before and the page after.
fn turns(view: &View, at: usize, of: usize, action: fn(usize) -> Action) -> Vec<Button> {
    let back = at.checked_sub(1).and_then(|to| Button::new("◀ Back", view.press(action(to))));
    let on = Some(at + 1).filter(|&to| to < of).and_then(|to| Button::new("More ▶", view.press(action(to))));
    back.into_iter().chain(on).collect()
}

/// Each group in rows of its own.
fn rows(groups: [Vec<Button>; 2]) -> Vec<Row> {
    groups.into_iter().flat_map(Row::of).collect()
}

fn timeline_heading(of: Option<&Entity>, from: Option<PartialDate>, to: Option<PartialDate>) -> String {
    let of = of.map_or_else(|| "Timeline".to_owned(), |entity| format!("Timeline: {}", entity.name));
    match (from, to) {
        (None, None) => of,
        (Some(from), None) => format!("{of}, from {from}"),
        (None, Some(to)) => format!("{of}, to {to}"),
        (Some(from), Some(to)) => format!("{of}, {from} to {to}"),
    }
}
