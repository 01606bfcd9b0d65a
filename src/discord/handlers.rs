//! What answers each command: options in, message out.

use std::fmt::Write as _;

use crate::answer::claim::{Checked, Verdict, check};
use crate::answer::entry::{named, which_one};
use crate::answer::{Answer, Outcome, source};
use crate::discord::app::App;
use crate::discord::commands::{COMMANDS, MESSAGE_COMMANDS, Scope};
use crate::discord::day;
use crate::discord::escape::{escape_within, visible};
use crate::discord::limits;
use crate::discord::message::{Embed, Outgoing};
use crate::discord::options::Options;
use crate::discord::place::Place;
use crate::discord::render;
use crate::discord::show::Desk;
use crate::discord::view::{Mark, View};
use crate::knowledge::date::PartialDate;
use crate::knowledge::model::{Entity, Knowledge};
use crate::knowledge::vocabulary::EntityKind;
use crate::question::Question;
use crate::store::GuildSettings;
use crate::text::tokens::words;

/// What a person can mend; the text goes to that person and to nobody else.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct UserError(String);

impl UserError {
    /// A text of its own, which must name what to do.
    pub(crate) fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// What was sent does not fit this version's definitions.
    pub fn outdated() -> Self {
        Self(
            "This command has changed since your Discord app last loaded it. Please reload Discord (Ctrl+R) and try \
             again."
                .to_owned(),
        )
    }

    /// A question that is no question any more.
    pub fn too_long() -> Self {
        Self(format!("Please ask in at most {} characters, one question at a time.", limits::QUESTION))
    }

    fn missing(what: &str) -> Self {
        Self(format!("Please give {what}."))
    }

    pub(crate) fn no_day() -> Self {
        Self(
            "Please give a day of the year, such as `15 September`, `09-15` or `2020-09-15`, or leave the date out \
             for today."
                .to_owned(),
        )
    }

    fn no_date() -> Self {
        Self("Please give a day, month or year, such as `1 November 2020`, `2020-11` or `2020`.".to_owned())
    }

    fn no_text() -> Self {
        Self("There is no text in that message that can be read.".to_owned())
    }
}

/// A command as somebody used it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Call<'a> {
    /// What is kept, what may be asked, what day it is.
    pub(crate) app: &'a App,
    /// What to answer from: the knowledge as it was when the answer was begun, to its end.
    pub(crate) knowledge: &'a Knowledge,
    /// The options as filled in.
    pub(crate) options: Options<'a>,
    /// Where and by whom.
    pub(crate) place: Place,
}

impl Call<'_> {
    /// Shows a view to all, or to the asker alone where the server has it so.
    fn show(&self, view: &View) -> Result<Outgoing, UserError> {
        let desk = Desk { knowledge: self.knowledge, today: self.app.today() };
        let shown = desk.show(view, 0).ok_or_else(UserError::outdated)?;
        Ok(Outgoing::from(shown).private(self.app.answers_privately(self.place.guild)))
    }

    /// The answer where a name fits none or several: which ones it may have been meant for.
    fn which_one(&self, names: &[&Entity], what: &str) -> Result<Outgoing, UserError> {
        if names.is_empty() {
            return Err(UserError(format!("I know no {what} of that name. Suggestions come while you type.")));
        }
        let desk = Desk { knowledge: self.knowledge, today: self.app.today() };
        Ok(Outgoing::from(desk.answer(&which_one(names), None, None)).private(true))
    }

    fn named(&self, option: &str, kind: EntityKind, show: fn(Mark) -> View) -> Result<Outgoing, UserError> {
        let what = kind.word();
        let typed = self.options.text(option)?.ok_or_else(|| UserError::missing(&format!("a {what}")))?;
        match named(self.knowledge, &visible(typed), &[kind]) {
            Ok(entity) => self.show(&show(Mark::of(&entity.id))),
            Err(near) => self.which_one(&near, what),
        }
    }

    fn date(&self, option: &str) -> Result<Option<PartialDate>, UserError> {
        let typed = self.options.text(option)?;
        typed.map(|typed| day::date(&visible(typed), self.app.today()).ok_or_else(UserError::no_date)).transpose()
    }
}

/// `/ask`
pub(crate) fn ask(call: &Call<'_>) -> Result<Outgoing, UserError> {
    let text = call.options.text("question")?.ok_or_else(|| UserError::missing("a question"))?;
    let private = call.options.yes("private")?.unwrap_or_else(|| call.app.answers_privately(call.place.guild));
    Ok(answer_question(call.app, call.knowledge, &Asked { text, earlier: None, is_heading: true }).private(private))
}

/// A question in words, and how it is to be shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'a> {
    /// The question.
    pub(crate) text: &'a str,
    /// The question before it.
    pub(crate) earlier: Option<&'a str>,
    /// Whether it stands above the answer in bold; else in a small line, from which a follow-up reads it back.
    pub(crate) is_heading: bool,
}

/// The answer to a question in words.
pub(crate) fn answer_question(app: &App, knowledge: &Knowledge, asked: &Asked<'_>) -> Outgoing {
    let today = app.today();
    let question = Question::new(asked.text, today).after(asked.earlier);
    let answer = crate::answer::ask(knowledge, &question);
    if answer.outcome == Outcome::Unknown
        && let Some(records) = app.records()
    {
        records.count_unanswered(plain(asked.text), today);
    }
    let shown = understood(&answer, asked.text);
    let (heading, small) = if asked.is_heading { (Some(shown), None) } else { (None, Some(shown)) };
    Desk { knowledge, today }.answer(&answer, heading, small).into()
}

/// The question as it was understood: a follow-up is put into words that stand alone.
fn understood<'a>(answer: &'a Answer, text: &'a str) -> &'a str {
    let whole = answer.read_as.iter().find(|read| read.typed == text.trim() && read.name.ends_with('?'));
    whole.map_or(text, |read| read.name.as_str())
}

/// A question as it is counted: its words in lower case, without marks, and not too many.
fn plain(text: &str) -> String {
    const MOST_WORDS: usize = 30;
    let words: Vec<_> = words(text).into_iter().take(MOST_WORDS).collect();
    limits::trim(&words.join(" "), limits::QUESTION).into_owned()
}

/// `/member`
pub(crate) fn member(call: &Call<'_>) -> Result<Outgoing, UserError> {
    call.named("country", EntityKind::Country, View::Member)
}

/// `/members`
pub(crate) fn members(call: &Call<'_>) -> Result<Outgoing, UserError> {
    call.show(&View::Members(call.date("as_of")?))
}

/// `/compare`
pub(crate) fn compare(call: &Call<'_>) -> Result<Outgoing, UserError> {
    let knowledge = call.knowledge;
    let mut marks = Vec::new();
    for option in ["a", "b"] {
        let typed = call.options.text(option)?.ok_or_else(|| UserError::missing("two countries"))?;
        match named(knowledge, &visible(typed), &[EntityKind::Country]) {
            Ok(entity) => marks.push(Mark::of(&entity.id)),
            Err(near) => return call.which_one(&near, "country"),
        }
    }
    match marks[..] {
        [one, other] if one != other => call.show(&View::Compare(one, other)),
        _ => Err(UserError("Please give two different countries.".to_owned())),
    }
}

/// `/conditions`
pub(crate) fn conditions(call: &Call<'_>) -> Result<Outgoing, UserError> {
    call.named("country", EntityKind::Country, View::Conditions)
}

/// `/timeline`
pub(crate) fn timeline(call: &Call<'_>) -> Result<Outgoing, UserError> {
    let (from, to) = (call.date("from")?, call.date("to")?);
    if from.zip(to).is_some_and(|(from, to)| from.first() > to.last()) {
        return Err(UserError("The first day must not be after the last.".to_owned()));
    }
    let Some(typed) = call.options.text("country")? else { return call.show(&View::Timeline(None, from, to)) };
    let knowledge = call.knowledge;
    match named(knowledge, &visible(typed), &[EntityKind::Country]) {
        Ok(entity) => call.show(&View::Timeline(Some(Mark::of(&entity.id)), from, to)),
        Err(near) => call.which_one(&near, "country"),
    }
}

/// `/document`
pub(crate) fn document(call: &Call<'_>) -> Result<Outgoing, UserError> {
    call.named("name", EntityKind::Document, View::Entry)
}

/// `/person`
pub(crate) fn person(call: &Call<'_>) -> Result<Outgoing, UserError> {
    call.named("name", EntityKind::Person, View::Entry)
}

/// `/onthisday`
pub(crate) fn on_this_day(call: &Call<'_>) -> Result<Outgoing, UserError> {
    let today = call.app.today();
    let (month, day) = match call.options.text("date")? {
        None => (today.month(), today.day()),
        Some(typed) => day::parse(&visible(typed), today).ok_or_else(UserError::no_day)?,
    };
    call.show(&View::Day(month, day))
}

/// `/source`
pub(crate) fn source(call: &Call<'_>) -> Result<Outgoing, UserError> {
    let typed = call.options.text("id")?.ok_or_else(|| UserError::missing("words of a source's title, or its id"))?;
    let knowledge = call.knowledge;
    match source::search(knowledge, &visible(typed), 1)[..] {
        [source, ..] => call.show(&View::Source(Mark::of(&source.id))),
        [] => Err(UserError("I know no such source. Suggestions come while you type.".to_owned())),
    }
}

/// `/help`
#[expect(clippy::unnecessary_wraps, reason = "a handler like the others")]
pub(crate) fn help_command(_call: &Call<'_>) -> Result<Outgoing, UserError> {
    Ok(help().private(true))
}

/// What the bot can do; from the table of commands.
pub(crate) fn help() -> Outgoing {
    let mut text = String::from(
        "I answer questions on the Abraham Accords, and every sentence carries its source. Mention me with a \
         question, write to me directly, reply to one of my answers (\"and Bahrain?\"), or use a command:\n",
    );
    for command in COMMANDS.iter().filter(|command| command.scope != Scope::Owners) {
        let who = if command.scope == Scope::Managers { " (managers)" } else { "" };
        let _ = write!(text, "\n**/{}**{who} {}\n`{}`", command.name, command.help, command.example);
    }
    text.push_str("\n\nIn the menu of a message, under *Apps*:");
    for command in MESSAGE_COMMANDS {
        let _ = write!(text, "\n**{}** {}", command.name, command.help);
    }
    Outgoing::embed(Embed { description: text, color: NOTICE_COLOUR, ..Embed::default() })
}

/// `/about`
#[expect(clippy::unnecessary_wraps, reason = "a handler like the others")]
pub(crate) fn about(call: &Call<'_>) -> Result<Outgoing, UserError> {
    let knowledge = call.knowledge;
    let keeping = call.app.keeping();
    let horizon = horizon(knowledge).map_or_else(String::new, |date| {
        format!(
            " It reaches up to {}; each answer says how far its own topic does.",
            render::month_and_year(&date.iso())
        )
    });
    let mut kept = vec!["the settings of servers, and which channels get daily posts"];
    kept.extend(keeping.unanswered.then_some("how often which question could not be answered, without whose it was"));
    kept.extend(keeping.feedback.then_some("what you send with \"Not right?\", without your name"));
    let text = format!(
        "**accords {}** answers questions on the Abraham Accords from a knowledge base of {} facts with {} sources. It \
         uses no language model: sentences are written by editors, and the same question gets the same answer.{horizon}\n\n\
         **Kept:** {}. Leaving a server deletes what is kept of it.\n\
         **Not kept:** your messages, your questions and who you are; nothing of them is logged.\n\n\
         Knowledge version {}.",
        env!("CARGO_PKG_VERSION"),
        knowledge.facts().len(),
        knowledge.sources().len(),
        kept.join("; "),
        knowledge.version(),
    );
    let embed = Embed { title: Some("About".to_owned()), description: text, color: NOTICE_COLOUR, ..Embed::default() };
    Ok(Outgoing::embed(embed).private(true))
}

/// Up to when the topic that reaches furthest does.
fn horizon(knowledge: &Knowledge) -> Option<PartialDate> {
    knowledge.topics().iter().filter_map(|topic| topic.horizon).max_by_key(|date| date.last())
}

/// `/settings`
pub(crate) fn settings(call: &Call<'_>) -> Result<Outgoing, UserError> {
    let Some((guild, records)) = call.place.guild.zip(call.app.records()) else {
        return Err(UserError("Settings are for servers that have the bot; here there are none.".to_owned()));
    };
    // Servers can give the command to others than Discord shows it to by itself.
    if !call.place.may_manage {
        return Err(UserError("Only those who may manage the server can see or change its settings.".to_owned()));
    }
    // Not from memory: another process may have changed them.
    let before = records
        .settings_now(guild)
        .ok_or_else(|| UserError("The settings cannot be read just now. Please try again in a minute.".to_owned()))?;
    let wanted = changed(&call.options, before.clone())?;
    if wanted != before && !records.put_settings(guild, &wanted) {
        return Err(UserError("The settings could not be saved just now. Please try again in a minute.".to_owned()));
    }
    Ok(settings_shown(&wanted, wanted != before))
}

/// The settings with what the options change.
fn changed(options: &Options<'_>, mut settings: GuildSettings) -> Result<GuildSettings, UserError> {
    let channels = &mut settings.channels;
    if options.yes("everywhere")? == Some(true) {
        channels.clear();
    }
    if let Some(channel) = options.channel("allow")?
        && !channels.contains(&channel)
    {
        channels.push(channel);
    }
    if let Some(channel) = options.channel("disallow")? {
        if *channels == [channel] || !channels.contains(&channel) {
            return Err(UserError(
                "That channel is not on the list, or is the last one on it. Use `allow` for the channels where I may \
                 answer, or `everywhere` for all."
                    .to_owned(),
            ));
        }
        channels.retain(|known| *known != channel);
    }
    if channels.len() > MOST_CHANNELS {
        return Err(UserError(format!("Please allow at most {MOST_CHANNELS} channels, or all of them.")));
    }
    settings.private = options.yes("private")?.unwrap_or(settings.private);
    Ok(settings)
}

/// Channels that a server can list.
const MOST_CHANNELS: usize = 50;

fn settings_shown(settings: &GuildSettings, changed: bool) -> Outgoing {
    let channels = if settings.channels.is_empty() {
        "every channel that I can see".to_owned()
    } else {
        settings.channels.iter().map(|id| format!("<#{id}>")).collect::<Vec<_>>().join(", ")
    };
    let private = if settings.private { "shown to the asker alone" } else { "shown to everybody" };
    let saved = if changed { "Saved.\n\n" } else { "" };
    let text = format!(
        "{saved}**Where I answer:** {channels}\n**Answers to commands:** {private}, unless asked otherwise\n\nChange them \
         with the options of `/settings`."
    );
    let embed = Embed {
        title: Some("Settings of this server".to_owned()),
        description: text,
        color: NOTICE_COLOUR,
        ..Embed::default()
    };
    Outgoing::embed(embed).private(true)
}

/// "Answer this"
pub(crate) fn answer_message(call: &Call<'_>, text: &str) -> Result<Outgoing, UserError> {
    let text = visible(text);
    if text.is_empty() {
        return Err(UserError::no_text());
    }
    // A long message is read as far as a question goes; the last sentence is most often the question.
    let asked = if limits::count(&text) > limits::QUESTION { last_part(&text) } else { text.as_str() };
    Ok(answer_question(call.app, call.knowledge, &Asked { text: asked, earlier: None, is_heading: true }).private(true))
}

/// The end of a long text, from the beginning of a word on.
fn last_part(text: &str) -> &str {
    let start = text.char_indices().rev().nth(limits::QUESTION - 1).map_or(0, |(at, _)| at);
    let end = &text[start..];
    end.split_once(' ').map_or(end, |(_, rest)| rest)
}

/// "Check this claim"
pub(crate) fn check_message(call: &Call<'_>, text: &str) -> Result<Outgoing, UserError> {
    let text = visible(text);
    if text.is_empty() {
        return Err(UserError::no_text());
    }
    Ok(verdicts(call.knowledge, &text, None).private(true))
}

/// What the record says to each sentence of a text.
pub(crate) fn verdicts(knowledge: &Knowledge, text: &str, note: Option<&str>) -> Outgoing {
    let checked = check(knowledge, text);
    let lines = checked.iter().map(|one| verdict(knowledge, one));
    let pages = render::packed(lines, "\n\n", limits::aim(limits::EMBED_DESCRIPTION) / 2);
    let mut description = pages.into_iter().next().unwrap_or_else(|| NOT_COVERED.to_owned());
    if let Some(note) = note {
        let _ = write!(description, "\n\n{note}");
    }
    let has = |verdict| checked.iter().any(|one| one.verdict == verdict);
    let colour = if has(Verdict::Contradicted) {
        Outcome::Corrected
    } else if has(Verdict::Supported) && !has(Verdict::NotCovered) {
        Outcome::Answered
    } else {
        Outcome::Unknown
    };
    Outgoing::embed(Embed {
        title: Some("What the record says".to_owned()),
        description,
        color: render::colour(colour),
        footer: Some(crate::discord::message::Footer {
            text: format!(
                "A verdict is given on dates, steps, numbers and persons only · version {}",
                knowledge.version()
            ),
        }),
        ..Embed::default()
    })
}

const NOT_COVERED: &str = "**Not covered.** Nothing in that message is on record here.";

/// A sentence, the verdict, and the fact that decides with its sources.
fn verdict(knowledge: &Knowledge, checked: &Checked) -> String {
    const SENTENCE: usize = 160;
    let word = match checked.verdict {
        Verdict::Supported => "Supported",
        Verdict::Contradicted => "Contradicted",
        Verdict::NotCovered => "Not covered",
    };
    let sentence = escape_within(&checked.sentence, SENTENCE);
    let head = format!("**{word}:** {sentence}");
    let Some(answer) = &checked.answer else { return head };
    let shown = render::embed(answer, &render::Look { version: knowledge.version(), ..render::Look::default() });
    let sources = render::source_pages(&answer.citations).into_iter().next().unwrap_or_default();
    format!("{head}\n{}\n{sources}", shown.description)
}

/// The colour of what the bot says of itself.
pub(crate) const NOTICE_COLOUR: u32 = 0x003F_51B5;
