//! Names of documents that a text has and does not mean.

use crate::knowledge::date_mentions::DateMention;
use crate::knowledge::model::Knowledge;
use crate::knowledge::names::Mention;
use crate::knowledge::vocabulary::EntityKind;
use crate::text::tokens::Token;

/// The names of a text, in which what is said to be on something ("the Israel-Bahrain agreement on visas for diplomats") is not the
/// agreement that is so called, but another one of those who are named.
pub(super) fn apart(
    knowledge: &Knowledge,
    tokens: &[Token],
    dates: &[DateMention],
    mentions: Vec<Mention>,
) -> Vec<Mention> {
    const NOUNS: [&str; 7] = ["agreement", "deal", "pact", "accord", "memorandum", "treaty", "protocol"];
    let word = |at: usize| tokens.get(at).map_or("", |token| token.folded.as_str());
    let is_on_something = |name: &Mention| {
        let end = name.first + name.count;
        let is_document = matches!(name.entities[..], [one] if knowledge.entity_at(one).kind == EntityKind::Document);
        let is_day = dates.iter().any(|date| date.covers(end + 1)) || matches!(word(end + 1), "the" | "which" | "what");
        is_document && NOUNS.contains(&word(end - 1)) && word(end) == "on" && end + 1 < tokens.len() && !is_day
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
