//! Messages that people write: to the bot, in reply to it, and, where the operator wants it, to nobody in particular.

use serenity::all::{Message, MessageType};

use crate::discord::app::App;
use crate::discord::asking::{self, Asked};
use crate::discord::call::UserError;
use crate::discord::escape::{unescape, visible};
use crate::discord::handlers;
use crate::discord::limits;
use crate::discord::message::{ChannelPost, Outgoing};
use crate::discord::place::Place;
use crate::discord::posts::Heading;
use crate::ops::metrics::Outcome;
use crate::store::GuildSettings;

/// Why a message is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Addressed {
    /// The bot is named, or it is a direct message.
    Directly,
    /// It replies to a message of the bot's own.
    InReply,
    /// It stands in a channel in which every message is a question.
    ByPlace,
}

/// Whether a message may be one to answer, as far as that shows without knowing who the bot is; most are not, and are dropped
/// before anything is remembered of them.
pub fn may_be_addressed(app: &App, message: &Message) -> bool {
    let is_listened_to = app.listening().channels.contains(&message.channel_id.get());
    let is_reply = message.referenced_message.as_ref().is_some_and(|earlier| earlier.author.bot);
    !message.author.bot && (message.guild_id.is_none() || message.content.contains("<@") || is_reply || is_listened_to)
}

/// Whether a message begins a post in a forum: it has the id of the channel that it stands in. One that names somebody is
/// answered as any other message.
pub(crate) fn may_be_a_post(message: &Message) -> bool {
    message.id.get() == message.channel_id.get() && !message.content.contains("<@") && !message.author.bot
}

/// The reply to a message: to one that mentions the bot by name, replies to it, or is written to it directly; none to others.
///
/// A mention of everyone or of a role is not meant for the bot. Bots and webhooks get no answer, so that two bots never talk
/// to each other. In channels where a server does not want the bot, it says nothing.
pub fn respond_to_message(app: &App, message: &Message, bot: u64) -> Option<ChannelPost> {
    let from_person = !message.author.bot && !message.author.system && message.webhook_id.is_none();
    let is_talk = matches!(message.kind, MessageType::Regular | MessageType::InlineReply);
    let (text, mentioned) = without_mention(&message.content, bot);
    if !from_person || !is_talk || message.author.id.get() == bot {
        return None;
    }
    let addressed = addressed(app, message, mentioned, bot)?;
    let place = Place::of_message(message);
    let is_question = text.chars().any(char::is_alphanumeric);
    // Where nobody addressed the bot, what it cannot read or does not know is not its business.
    if addressed == Addressed::ByPlace && (!is_question || limits::count(&text) > limits::QUESTION) {
        return None;
    }
    // Without the privilege to read them, a reply that does not ping the bot has no text.
    if addressed == Addressed::InReply && !is_question {
        return None;
    }
    if app.may_ask(place.user, place.guild).is_err() || !may_answer_message(app, &place) {
        return None;
    }
    Some(reply(app, message, &text, is_question).in_reply_to(message.id.get()))
}

fn reply(app: &App, message: &Message, text: &str, is_question: bool) -> Outgoing {
    if !is_question {
        return handlers::help();
    }
    if limits::count(text) > limits::QUESTION {
        return Outgoing::text(&UserError::too_long().to_string()).with_outcome(Outcome::Refused);
    }
    let earlier = message.referenced_message.as_deref().and_then(earlier_question);
    asking::answer_question(app, &app.knowledge(), &Asked { text, earlier: earlier.as_deref(), is_heading: false })
}

fn addressed(app: &App, message: &Message, mentioned: bool, bot: u64) -> Option<Addressed> {
    let replies = message.referenced_message.as_ref().is_some_and(|earlier| earlier.author.id.get() == bot);
    if message.guild_id.is_none() || mentioned {
        Some(Addressed::Directly)
    } else if replies {
        Some(Addressed::InReply)
    } else {
        let listened = app.listening().channels.contains(&message.channel_id.get());
        // A reply to somebody, or a message that names somebody, is part of a talk among people.
        let is_plain = message.referenced_message.is_none() && message.mentions.is_empty();
        (listened && is_plain).then_some(Addressed::ByPlace)
    }
}

/// Whether the server lets the bot answer there. It does not where that is not known.
pub(crate) fn may_answer(app: &App, place: &Place) -> bool {
    app.settings(place.guild).is_some_and(|settings| is_among(&settings.channels, place))
}

/// Whether the server lets the bot answer a message there. Other than an interaction, a message does not say what its thread
/// belongs to, so Discord is asked where that decides.
fn may_answer_message(app: &App, place: &Place) -> bool {
    let Some(GuildSettings { channels, .. }) = app.settings(place.guild) else { return false };
    let in_thread = |parent| is_among(&channels, &Place { parent: Some(parent), ..*place });
    is_among(&channels, place) || app.parent(place.channel).is_some_and(in_thread)
}

/// Whether a place is among the channels that a server allows; if it names none, every place is.
fn is_among(channels: &[u64], place: &Place) -> bool {
    channels.is_empty() || channels.contains(&place.channel) || place.parent.is_some_and(|it| channels.contains(&it))
}

/// The question that a message of the bot's own answers: from its small line, or from its heading.
fn earlier_question(message: &Message) -> Option<String> {
    let embed = message.embeds.first()?;
    let asked = embed.author.as_ref().map(|author| author.name.replace('\u{200B}', ""));
    asked.or_else(|| embed.title.as_deref().map(unescape)).map(|text| visible(&text)).filter(|text| !text.is_empty())
}

/// The first reply to a new post in a forum where the operator wants one: to its title and its first message; none to one that
/// cannot be answered.
pub(crate) fn respond_to_post(app: &App, heading: &Heading, first: &Message) -> Option<ChannelPost> {
    if first.author.bot || first.webhook_id.is_some() {
        return None;
    }
    let place = Place { parent: Some(heading.forum), ..Place::of_message(first) };
    let text = visible(&first.content);
    let title = visible(&heading.title);
    if app.may_ask(place.user, place.guild).is_err() || !may_answer(app, &place) {
        return None;
    }
    let questions = [title.as_str(), text.as_str()];
    let fitting = questions.into_iter().filter(|text| !text.is_empty() && limits::count(text) <= limits::QUESTION);
    let knowledge = app.knowledge();
    let answered = |text: &&str| {
        let answer = crate::answer::ask(&knowledge, &crate::question::Question::new(text, app.today()));
        !answer.facts.is_empty()
    };
    let text = fitting.into_iter().find(answered)?;
    let asked = Asked { text, earlier: None, is_heading: false };
    Some(asking::answer_question(app, &knowledge, &asked).in_reply_to(first.id.get()))
}

/// The text without the bot's name in it, and whether it was there.
fn without_mention(content: &str, bot: u64) -> (String, bool) {
    let mut text = content.to_owned();
    for mention in [format!("<@{bot}>"), format!("<@!{bot}>")] {
        text = text.replace(&mention, " ");
    }
    let mentioned = text != content;
    (visible(&text), mentioned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_a_mention_are_taken_out() {
        assert_eq!(without_mention("<@7> who signed?", 7), ("who signed?".to_owned(), true));
        assert_eq!(without_mention("who <@!7> signed?", 7), ("who signed?".to_owned(), true));
        assert_eq!(without_mention("<@70> who signed?", 7), ("<@70> who signed?".to_owned(), false));
        assert_eq!(without_mention(" <@7>\u{200B} ", 7), (String::new(), true));
    }
}
