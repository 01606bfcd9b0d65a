//! Checks on single values: TOML, keys, closed words.

use super::{Findings, at};
use crate::knowledge::schema::Text;
use crate::knowledge::vocabulary::{
    Anniversary, ConditionState, CueMeaning, EntityKind, FactKind, Group, Property, Rank, SourceKind, State, Step,
    Tier, WordKind,
};

pub(super) fn toml(findings: &mut Findings<'_>) {
    for parsed in &findings.folder.files {
        if let Some((offset, message)) = &parsed.broken {
            findings.add("toml", parsed, *offset, message.clone(), "write it as knowledge/README.md shows");
        }
    }
}

pub(super) fn unknown_key(findings: &mut Findings<'_>) {
    for parsed in &findings.folder.files {
        for (offset, path) in &parsed.unknown_keys {
            let key = path.rsplit('.').next().unwrap_or(path);
            let message = format!("no key `{key}` is known here");
            findings.add(
                "unknown-key",
                parsed,
                *offset,
                message,
                "spell it as in knowledge/README.md, or leave it out",
            );
        }
    }
}

/// The words of a list, for messages.
macro_rules! words {
    ($list:ty) => {
        <$list>::ALL.iter().map(|value| value.word()).collect::<Vec<_>>().join(", ")
    };
}

/// Adds a finding for a word that the list does not have.
macro_rules! expect_word {
    ($findings:expr, $parsed:expr, $list:ty, $word:expr) => {
        let word: &Text = $word;
        if <$list>::parse(word.get_ref()).is_none() {
            let message = format!("`{}` is not a known word here", word.get_ref());
            $findings.add("known-word", $parsed, at(word), message, &format!("write one of: {}", words!($list)));
        }
    };
}

pub(super) fn known_word(findings: &mut Findings<'_>) {
    for (parsed, entity) in findings.each(|file| &file.entity) {
        expect_word!(findings, parsed, EntityKind, &entity.kind);
        for group in &entity.groups {
            expect_word!(findings, parsed, Group, group);
        }
    }
    for (parsed, source) in findings.each(|file| &file.source) {
        expect_word!(findings, parsed, SourceKind, &source.kind);
        if Tier::from_number(*source.tier.get_ref()).is_none() {
            let message = format!("there is no tier {}", source.tier.get_ref());
            findings.add("known-word", parsed, source.tier.span().start, message, "write 1, 2, 3 or 4");
        }
    }
    for (parsed, cue) in
        findings.each(|file| &file.cue).filter(|(_, cue)| CueMeaning::parse(cue.means.get_ref()).is_none())
    {
        let message = format!("`{}` means nothing to the program", cue.means.get_ref());
        findings.add(
            "known-word",
            parsed,
            at(&cue.means),
            message,
            "write `intent:...`, `step:...`, `property:...`, `group:...`, `filler`, `negation`, `undo`, `directed`, `outside` or `body`",
        );
    }
    for (parsed, words) in findings.each(|file| &file.words) {
        expect_word!(findings, parsed, WordKind, &words.kind);
    }
    for (parsed, value) in
        findings.each(|file| &file.disagreement).flat_map(|(parsed, it)| it.values.iter().map(move |v| (parsed, v)))
    {
        expect_word!(findings, parsed, Rank, &value.rank);
    }
    for (parsed, fact) in findings.facts() {
        expect_word!(findings, parsed, FactKind, &fact.kind);
        if let Some(property) = &fact.property {
            expect_word!(findings, parsed, Property, property);
        }
        if let Some(anniversary) = &fact.anniversary {
            expect_word!(findings, parsed, Anniversary, anniversary);
        }
        if let Some(action) = &fact.action {
            expect_word!(findings, parsed, Step, &action.step);
            expect_word!(findings, parsed, State, &action.state);
        }
        if let Some(condition) = &fact.condition {
            expect_word!(findings, parsed, ConditionState, &condition.state);
        }
    }
}

pub(super) fn topic_file(findings: &mut Findings<'_>) {
    for parsed in &findings.folder.files {
        let stem = parsed.path.rsplit('/').next().and_then(|name| name.strip_suffix(".toml")).unwrap_or_default();
        match &parsed.file.topic {
            Some(topic) if topic.id.get_ref() != stem => {
                let message = format!("the topic `{}` is in the file `{stem}.toml`", topic.id.get_ref());
                findings.add("topic-file", parsed, at(&topic.id), message, "give the topic and the file one name");
            }
            None if !parsed.file.fact.is_empty() => {
                findings.add(
                    "topic-file",
                    parsed,
                    0,
                    "the file has facts and no topic".to_owned(),
                    "begin it with [topic]",
                );
            }
            _ => {}
        }
    }
}
