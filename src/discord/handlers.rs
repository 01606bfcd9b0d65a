//! What answers the commands that look something up, and those on the bot itself.

use std::fmt::Write as _;

use crate::answer::entry::named;
use crate::answer::source;
use crate::discord::call::{Call, UserError};
use crate::discord::commands::{COMMANDS, MESSAGE_COMMANDS, Scope};
use crate::discord::day;
use crate::discord::escape::visible;
use crate::discord::message::{Embed, Outgoing};
use crate::discord::render::{self, NOTICE_COLOUR};
use crate::discord::view::{Mark, View};
use crate::knowledge::vocabulary::EntityKind;

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
        _ => Err(UserError::new("Please give two different countries.")),
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
        return Err(UserError::new("The first day must not be after the last."));
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
        [] => Err(UserError::new("I know no such source. Suggestions come while you type.")),
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
    let horizon = knowledge.horizon().map_or_else(String::new, |date| {
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
