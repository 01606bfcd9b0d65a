//! A command as somebody used it, and what is said to a person who has to mend it.

use crate::answer::entry::{named, which_one};
use crate::discord::app::App;
use crate::discord::day;
use crate::discord::escape::visible;
use crate::discord::limits;
use crate::discord::message::Outgoing;
use crate::discord::options::Options;
use crate::discord::place::Place;
use crate::discord::show::Desk;
use crate::discord::view::{Mark, View};
use crate::knowledge::date::PartialDate;
use crate::knowledge::model::{Entity, Knowledge};
use crate::knowledge::vocabulary::EntityKind;

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

    pub(crate) fn missing(what: &str) -> Self {
        Self(format!("Please give {what}."))
    }

    pub(crate) fn no_day() -> Self {
        Self(
            "Please give a day of the year, such as `15 September`, `09-15` or `2020-09-15`, or leave the date out \
             for today."
                .to_owned(),
        )
    }

    pub(crate) fn no_date() -> Self {
        Self("Please give a day, month or year, such as `1 November 2020`, `2020-11` or `2020`.".to_owned())
    }

    pub(crate) fn no_text() -> Self {
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
    pub(crate) fn show(&self, view: &View) -> Result<Outgoing, UserError> {
        let desk = Desk { knowledge: self.knowledge, today: self.app.today() };
        let shown = desk.show(view, 0).ok_or_else(UserError::outdated)?;
        Ok(Outgoing::from(shown).private(self.app.answers_privately(self.place.guild)))
    }

    /// The answer where a name fits none or several: which ones it may have been meant for.
    pub(crate) fn which_one(&self, names: &[&Entity], what: &str) -> Result<Outgoing, UserError> {
        if names.is_empty() {
            return Err(UserError(format!("I know no {what} of that name. Suggestions come while you type.")));
        }
        let desk = Desk { knowledge: self.knowledge, today: self.app.today() };
        Ok(Outgoing::from(desk.answer(&which_one(names), None, None)).private(true))
    }

    pub(crate) fn named(&self, option: &str, kind: EntityKind, show: fn(Mark) -> View) -> Result<Outgoing, UserError> {
        let what = kind.word();
        let typed = self.options.text(option)?.ok_or_else(|| UserError::missing(&format!("a {what}")))?;
        match named(self.knowledge, &visible(typed), &[kind]) {
            Ok(entity) => self.show(&show(Mark::of(&entity.id))),
            Err(near) => self.which_one(&near, what),
        }
    }

    pub(crate) fn date(&self, option: &str) -> Result<Option<PartialDate>, UserError> {
        let typed = self.options.text(option)?;
        typed.map(|typed| day::date(&visible(typed), self.app.today()).ok_or_else(UserError::no_date)).transpose()
    }
}
