//! What answers each command: options in, message out.

use std::fmt::Write as _;

use crate::answer::{member as member_answer, on_this_day as day_answer};
use crate::discord::app::App;
use crate::discord::commands::COMMANDS;
use crate::discord::day;
use crate::discord::escape::visible;
use crate::discord::limits;
use crate::discord::message::{Embed, Outgoing};
use crate::discord::options::Options;
use crate::discord::render;
use crate::discord::respond::Choice;
use crate::knowledge::EntityKind;
use crate::question::{Question, names};

/// What a person can mend; the text goes to that person and to nobody else.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct UserError(String);

impl UserError {
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

    fn no_day() -> Self {
        Self(
            "Please give a day of the year, such as `15 September`, `09-15` or `2020-09-15`, or leave the date out \
             for today."
                .to_owned(),
        )
    }
}

/// `/ask`
pub(crate) fn ask(app: &App, options: &Options<'_>) -> Result<Outgoing, UserError> {
    let text = options.text("question")?.ok_or_else(|| UserError::missing("a question"))?;
    let private = options.yes("private")?;
    Ok(answer_question(app, text, Some(text)).private(private))
}

/// The answer to a question in words; `heading` stands above it.
pub(crate) fn answer_question(app: &App, text: &str, heading: Option<&str>) -> Outgoing {
    let knowledge = app.knowledge();
    let answer = crate::answer::ask(&knowledge, &Question::new(text, app.today()));
    render::answer(&answer, heading, knowledge.version())
}

/// `/member`
pub(crate) fn member(app: &App, options: &Options<'_>) -> Result<Outgoing, UserError> {
    let typed = options.text("country")?.ok_or_else(|| UserError::missing("a country"))?;
    let knowledge = app.knowledge();
    // A suggestion that was taken comes back as its id, anything else as it was typed.
    let name = knowledge.entity(typed).map_or(typed, |entity| entity.name.as_str());
    let answer = member_answer::member(&knowledge, name, app.today());
    Ok(render::answer(&answer, None, knowledge.version()))
}

/// Countries that the typed start may mean.
pub(crate) fn complete_country(app: &App, typed: &str) -> Vec<Choice> {
    names::complete(&app.knowledge(), typed, &[EntityKind::Country], limits::CHOICES)
        .into_iter()
        .map(|entity| Choice::new(&entity.name, &entity.id))
        .collect()
}

/// `/onthisday`
pub(crate) fn on_this_day(app: &App, options: &Options<'_>) -> Result<Outgoing, UserError> {
    let today = app.today();
    let (month, day) = match options.text("date")? {
        None => (today.month(), today.day()),
        Some(typed) => day::parse(&visible(typed), today).ok_or_else(UserError::no_day)?,
    };
    let knowledge = app.knowledge();
    let answer = day_answer::on_this_day(&knowledge, month, day);
    let heading = format!("On this day: {}", day::written(month, day));
    Ok(render::answer(&answer, Some(&heading), knowledge.version()))
}

/// What the bot can do; from the table of commands.
pub(crate) fn help() -> Outgoing {
    let mut text = String::from(
        "I answer questions on the Abraham Accords, and every sentence carries its source. Mention me with a \
         question, write to me directly, or use a command:\n",
    );
    for command in COMMANDS {
        let _ = write!(text, "\n**/{}** {}\n`{}`", command.name, command.help, command.example);
    }
    Outgoing::embed(Embed { description: text, color: HELP_COLOUR, ..Embed::default() })
}

const HELP_COLOUR: u32 = 0x003F_51B5;
