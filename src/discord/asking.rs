//! Questions in words: typed, written to the bot, or in a message.

use crate::answer::{Answer, Outcome};
use crate::discord::app::App;
use crate::discord::call::{Call, UserError};
use crate::discord::escape::visible;
use crate::discord::limits;
use crate::discord::message::Outgoing;
use crate::discord::show::Desk;
use crate::knowledge::model::Knowledge;
use crate::question::Question;
use crate::text::tokens::words;

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
