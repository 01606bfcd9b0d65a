//! A fact that comes near a question, and how well it fits.

use smallvec::SmallVec;

use crate::knowledge::model::{EntityKey, Fact};

/// The entities of a question that a fact lacks: seldom more than a few, which ask for no memory.
pub(super) type Missing = SmallVec<[EntityKey; 4]>;

/// A fact and how well it fits.
#[derive(Clone, Debug)]
pub(super) struct Hit<'k> {
    /// The fact.
    pub(super) fact: &'k Fact,
    /// Between about 0 and 1.2.
    pub(super) score: f32,
    /// The score if the question did not speak of the names and dates that the fact does not have.
    pub(super) fit: f32,
    /// The share of the question's weight that the fact and its questions speak of.
    pub(super) coverage: f32,
    /// Likeness to the best of its questions, or of the things that it corrects, 0 to 1.
    pub(super) ask: f32,
    /// Whether it is most like something that the fact corrects.
    pub(super) denies: bool,
    /// Named in the question and absent from the fact.
    pub(super) missing: Missing,
    /// The share of the question's weight that its sentence speaks of.
    pub(super) text: f32,
    /// How well it is of the kind that is asked for.
    pub(super) kind: f32,
    /// How well it fits the dates of the question.
    pub(super) date: f32,
    /// The weight of the question, in nats.
    pub(super) total: f32,
    /// How many things the question and the fact both speak of.
    pub(super) held: usize,
    /// The weight, in nats, of the rarest name that both have.
    pub(super) rarest_name: f32,
    /// Names of the question that no fact has.
    pub(super) strangers: usize,
    /// The share of what belongs to whom in the question ("the Moroccan king") that is so in the fact; 1 where nothing does.
    pub(super) compounds: f32,
    /// What speaks against it.
    pub(super) flaws: Flaws,
    /// The weight of what is asked for and it lacks.
    pub(super) lacked_target: f32,
}

/// What speaks against a fact as the answer to a question.
#[expect(clippy::struct_excessive_bools, reason = "each may apply with any of the others")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Flaws {
    /// The question asks for a number and the fact has none.
    pub(super) no_figure: bool,
    /// A sum of money is asked for, and it gives none.
    pub(super) no_money: bool,
    /// The question asks for a kind of thing ("which airline") of which the fact does not speak.
    pub(super) no_target: bool,
    /// The question names a date on which the fact was not.
    pub(super) other_date: bool,
    /// The question asks for an article or paragraph by its number, and the fact is not of it.
    pub(super) other_article: bool,
}

impl Flaws {
    /// Nothing speaks against it.
    pub(super) const NONE: Self =
        Self { no_figure: false, no_money: false, no_target: false, other_date: false, other_article: false };
    /// Nothing but the date does.
    pub(super) const OTHER_DATE: Self = Self { other_date: true, ..Self::NONE };
}

impl Hit<'_> {
    /// Whether the question names a date on which the fact was not.
    pub(super) fn is_of_other_date(&self) -> bool {
        self.flaws.other_date
    }
}
