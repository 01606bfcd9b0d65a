//! Names of documents that a text has and does not mean.

use crate::knowledge::date_mentions::DateMention;
use crate::knowledge::model::Knowledge;
use crate::knowledge::names::Mention;
use crate::knowledge::vocabulary::EntityKind;
use crate::text::tokens::Token;

/// The names of a text, in which what is said to be on something ("the Israel-Bahrain agreement on visas for diplomats") is not the
/// agreement that is so called, but another one of those who are named. A peace treaty has parts on many things, and stays one.
pub(super) fn apart(
    knowledge: &Knowledge,
    tokens: &[Token],
    dates: &[DateMention],
    mentions: Vec<Mention>,
) -> Vec<Mention> {
    const NOUNS: [&str; 5] = ["agreement", "deal", "pact", "memorandum", "protocol"];
    /// Words after "on" that are no subject: "on the table", "on hold", "on behalf of".
    const NO_SUBJECTS: [&str; 12] =
        ["the", "a", "which", "what", "its", "their", "behalf", "paper", "hold", "ice", "track", "record"];
    let word = |at: usize| tokens.get(at).map_or("", |token| token.folded.as_str());
    let is_on_something = |name: &Mention| {
        let end = name.first + name.count;
        let subject = end + 1;
        let is_document = matches!(name.entities[..], [one] if knowledge.entity_at(one).kind == EntityKind::Document);
        let is_of_peace = (name.first..end).any(|at| word(at) == "peace");
        let is_no_subject = || {
            NO_SUBJECTS.contains(&word(subject))
                || dates.iter().any(|date| date.covers(subject))
                || tokens.get(subject).is_none_or(|token| token.owns)
        };
        is_document && !is_of_peace && NOUNS.contains(&word(end - 1)) && word(end) == "on" && !is_no_subject()
    };
    if !mentions.iter().any(is_on_something) {
        return mentions;
    }
    let parts = |name: Mention| {
        if !is_on_something(&name) {
            return vec![name];
        }
        let within = knowledge.index().find_names(&tokens[name.first..name.first + name.count - 1]);
        within.into_iter().map(|it| Mention { first: name.first + it.first, ..it }).collect()
    };
    mentions.into_iter().flat_map(parts).collect()
}
