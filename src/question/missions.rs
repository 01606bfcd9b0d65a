//! Embassies and ambassadors that a text names: who sends and who receives them.

use super::reading::Reading;
use crate::knowledge::model::{EntityKey, Knowledge};
use crate::knowledge::names::Mention;
use crate::knowledge::vocabulary::EntityKind;

/// Stems of who or what a country sends to another.
const MISSIONS: [&str; 5] = ["embassi", "ambassador", "envoy", "mission", "consul"];

impl Reading {
    /// Of "the Emirati embassy in Tel Aviv" or "the ambassador of Bahrain to Israel": who sends, and who receives.
    pub fn sender_and_host(&self, knowledge: &Knowledge) -> (Option<EntityKey>, Option<EntityKey>) {
        self.missions(knowledge).next().unwrap_or((None, None))
    }

    /// The same of each embassy or ambassador that it names.
    pub fn missions(&self, knowledge: &Knowledge) -> impl Iterator<Item = (Option<EntityKey>, Option<EntityKey>)> {
        let is_one = |&at: &usize| MISSIONS.contains(&self.tokens[at].stem.as_str());
        (0..self.tokens.len()).filter(is_one).map(|at| self.mission_at(knowledge, at))
    }

    fn mission_at(&self, knowledge: &Knowledge, at: usize) -> (Option<EntityKey>, Option<EntityKey>) {
        let country = |mention: &Mention| match mention.entities[..] {
            [one] if knowledge.entity_at(one).kind == EntityKind::Country => Some(one),
            _ => None,
        };
        // "Israel's first ambassador", "Bahrain's new embassy"
        let is_between =
            |it: usize| matches!(self.tokens[it].folded.as_str(), "first" | "second" | "new" | "next" | "permanent");
        let stands_before = |it: &&Mention| it.first < at && (it.first + it.count..at).all(is_between);
        let mut sender = self.mentions.iter().rev().find(stands_before).and_then(country);
        let mut host = None;
        let follows = |word: &str| self.tokens.get(at + 1).is_some_and(|token| token.folded == word);
        // "The ambassador who said that it had gone to the Emirates" was not sent there.
        let behind = if follows("who") { &[][..] } else { &self.mentions };
        for mention in behind.iter().filter(|it| it.first > at) {
            // "The ambassador Mike Huckabee said that they had sent it to the Emirates."
            if mention.entities.iter().all(|&it| knowledge.entity_at(it).kind == EntityKind::Person) {
                break;
            }
            match self.word_before(mention.first) {
                "of" if sender.is_none() => sender = country(mention),
                "in" | "to" | "at" if host.is_none() => host = country(mention),
                // "Israel open embassy bahrain", as keywords.
                _ if mention.first == at + 1 && host.is_none() => host = country(mention),
                _ => {}
            }
        }
        // "The first ambassador whom the Emirates posted to Israel"
        if sender.is_none() && ["whom", "that", "which"].into_iter().any(follows) {
            let is_article = self.tokens.get(at + 2).is_some_and(|token| token.folded == "the");
            let place = if is_article { at + 3 } else { at + 2 };
            sender = self.mentions.iter().find(|it| it.first == place).and_then(country);
        }
        if sender.is_none() && host.is_some() {
            // "Did Bahrain open its embassy in Israel?"
            let is_its = at > 0 && matches!(self.tokens[at - 1].folded.as_str(), "its" | "their");
            let opens = |it: &&Mention| {
                let next = self.tokens.get(it.first + it.count).map(|token| token.folded.as_str());
                it.first < at && (is_its || matches!(next, Some("open" | "opens" | "opened" | "opening")))
            };
            sender = self.mentions.iter().rev().find(opens).and_then(country);
        }
        (sender, host)
    }
}

#[cfg(test)]
mod tests {
    use crate::knowledge::Knowledge;
    use crate::question::read;

    #[test]
    fn who_sends_and_who_receives() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        let id = |key| knowledge.entity_at(key).id.as_str();
        for (text, expected) in [
            ("Israel's first ambassador to Bahrain", [Some("israel"), Some("bahrain")]),
            ("the ambassador of Bahrain to Israel", [Some("bahrain"), Some("israel")]),
            ("the first ambassador whom the UAE posted to Israel", [Some("united-arab-emirates"), Some("israel")]),
            ("Did Bahrain open its embassy in Israel?", [Some("bahrain"), Some("israel")]),
            ("US ambassador Mike Huckabee said that it was sent to the UAE", [Some("united-states"), None]),
            ("the American ambassador who said that it went to the UAE", [Some("united-states"), None]),
            ("When did Sudan sign?", [None, None]),
        ] {
            let (sender, host) = read(&knowledge, text).sender_and_host(&knowledge);
            assert_eq!([sender.map(id), host.map(id)], expected, "{text}");
        }
    }
}
