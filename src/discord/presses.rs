//! Buttons that are pressed and forms that are sent.

use serenity::all::{ActionRowComponent, ComponentInteraction, ModalInteraction};

use crate::discord::app::App;
use crate::discord::components::Form;
use crate::discord::escape::visible;
use crate::discord::limits;
use crate::discord::message::Outgoing;
use crate::discord::place::Place;
use crate::discord::records::Kept;
use crate::discord::respond::Reply;
use crate::discord::show::{Desk, Shown};
use crate::discord::verdicts::verdicts;
use crate::discord::view::{Action, Press, View};
use crate::store::Feedback;

/// Said to a button of another version, another bot, or nobody.
const NO_LONGER: &str = "This bot does not know that button. It may belong to another version of the bot.";
/// Said when what a button is about is not in the knowledge any more.
const GONE: &str = "What that button is about is not in the knowledge any more. Please ask again.";
/// Facts of which a note keeps the ids.
const MOST_NOTED: usize = 13;

/// The answer to a pressed button.
///
/// A page takes the place of another only for the person whose answer it is; everybody else who may press the button gets
/// the page as a message of their own.
pub(crate) fn press(app: &App, it: &ComponentInteraction) -> Reply {
    let Some(press) = Press::parse(&it.data.custom_id) else { return Reply::notice(NO_LONGER) };
    let knowledge = app.knowledge();
    let desk = Desk { knowledge: &knowledge, today: app.today() };
    let alone = |message: Outgoing| Reply::Message(message.private(true));
    let in_place = |shown: Shown| {
        let message = Outgoing::from(shown);
        if is_own(it) { Reply::Update(message) } else { Reply::Message(message.private(true)) }
    };
    let reply = match press.action {
        Action::Open => desk.show(&press.view, 0).map(|shown| alone(shown.into())),
        Action::Page(at) => desk.show(&press.view, at).map(in_place),
        // The first page of the sources comes from the answer itself, which must stay.
        Action::Sources(at) if is_answer(it) => desk.all_sources(&press.view, at).map(|shown| alone(shown.into())),
        Action::Sources(at) => desk.all_sources(&press.view, at).map(in_place),
        Action::Cite => desk.citation(&press.view).map(alone),
        Action::Calendar => desk.calendar(&press.view).map(alone),
        Action::Wrong => Some(Reply::Modal(form(app, &press.view))),
    };
    reply.unwrap_or_else(|| Reply::notice(GONE))
}

/// Whether the person who presses is the one whose answer it is.
fn is_own(it: &ComponentInteraction) -> bool {
    let message = &it.message;
    let is_private = message.flags.is_some_and(|flags| flags.contains(serenity::all::MessageFlags::EPHEMERAL));
    let asked_by = message.referenced_message.as_ref().map(|asked| asked.author.id);
    let used_by = message.interaction_metadata.as_deref().and_then(|metadata| match metadata {
        serenity::all::MessageInteractionMetadata::Command(by) => Some(by.user.id),
        serenity::all::MessageInteractionMetadata::Component(by) => Some(by.user.id),
        _ => None,
    });
    is_private || asked_by == Some(it.user.id) || used_by == Some(it.user.id)
}

/// Whether the message is an answer and not a list of sources: only an answer can be called not right.
fn is_answer(it: &ComponentInteraction) -> bool {
    it.message.components.iter().flat_map(|row| &row.components).any(|component| match component {
        ActionRowComponent::Button(button) => match &button.data {
            serenity::all::ButtonKind::NonLink { custom_id, .. } => {
                Press::parse(custom_id).is_some_and(|press| press.action == Action::Wrong)
            }
            _ => false,
        },
        _ => false,
    })
}

/// The form for "Not right?".
fn form(app: &App, view: &View) -> Form {
    let label =
        if app.keeping().feedback { "What is wrong? (kept, without your name)" } else { "What is wrong? (not kept)" };
    Form { custom_id: view.press(Action::Wrong), title: "Not right?", label, most: limits::FEEDBACK }
}

/// The answer to a form that was sent: what the record says to it, and whether it is kept.
pub(crate) fn send(app: &App, it: &ModalInteraction) -> Reply {
    let press = Press::parse(&it.data.custom_id).filter(|press| press.action == Action::Wrong);
    let text = it.data.components.iter().flat_map(|row| &row.components).find_map(|component| match component {
        ActionRowComponent::InputText(input) => input.value.as_deref(),
        _ => None,
    });
    let text = limits::trim(&visible(text.unwrap_or_default()), limits::FEEDBACK).into_owned();
    let Some(Press { view: View::Facts(marks), .. }) = press.filter(|_| !text.is_empty()) else {
        return Reply::notice(NO_LONGER);
    };
    let knowledge = app.knowledge();
    let facts = marks.iter().take(MOST_NOTED).filter_map(|mark| mark.fact(&knowledge)).map(|fact| fact.id.clone());
    let guild = Place::of_form(it).guild;
    let feedback = Feedback { guild, facts: facts.collect(), text: text.clone(), day: app.today() };
    let note = match app.records().map_or(Kept::NotWanted, |records| records.add_feedback(feedback)) {
        Kept::Yes => "Thank you. Your note is kept for the editors, without your name.",
        Kept::NotWanted => {
            "Thank you. This bot keeps no notes; please tell whoever runs it, with a source if you have one."
        }
        Kept::Failed => "Your note could not be kept just now. Please send it again in a minute.",
    };
    Reply::Message(verdicts(&knowledge, &text, Some(note)).private(true))
}
