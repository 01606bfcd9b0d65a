//! Descriptions of commands in other languages, from `locales.toml`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::discord::definitions::Localised;

/// By command or `command.option`, then by language.
type Table = BTreeMap<String, BTreeMap<String, String>>;

/// Languages written from right to left. Discord's documentation does not list them, its schema does: where it refuses them,
/// it refuses all commands.
const RIGHT_TO_LEFT: [&str; 2] = ["ar", "he"];

/// The descriptions of a command, or of one of its options, by language.
pub(crate) fn of(command: &str, option: Option<&str>, right_to_left: bool) -> Localised {
    let key = option.map_or_else(|| command.to_owned(), |option| format!("{command}.{option}"));
    let texts = table().get(&key).into_iter().flatten();
    let wanted = texts.filter(|(language, _)| right_to_left || !RIGHT_TO_LEFT.contains(&language.as_str()));
    wanted.map(|(language, text)| (language.as_str(), text.as_str())).collect()
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    // A test reads the file; a program that passed it has a good one.
    TABLE.get_or_init(|| toml::from_str(include_str!("locales.toml")).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::commands::{COMMANDS, CommandOption};
    use crate::discord::limits;

    /// The languages that Discord's documentation lists.
    const LISTED: [&str; 32] = [
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR",
        "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
    ];

    #[test]
    fn every_text_is_of_a_command_in_a_language_of_discords_and_short_enough() {
        let table: Table = toml::from_str(include_str!("locales.toml")).expect("the file is TOML");
        for (key, texts) in &table {
            let (command, option) = key.split_once('.').map_or((key.as_str(), None), |(c, o)| (c, Some(o)));
            let command = COMMANDS.iter().find(|it| it.name == command).expect(key);
            assert!(option.is_none_or(|option| command.option(option).is_some()), "{key}");
            for (language, text) in texts {
                assert!(
                    LISTED.contains(&language.as_str()) || RIGHT_TO_LEFT.contains(&language.as_str()),
                    "{language}"
                );
                assert!((1..=limits::COMMAND_DESCRIPTION).contains(&limits::count(text)), "{key} {language}");
            }
        }
        let listed = ["de", "es-419", "es-ES", "fr", "id", "ru", "tr"];
        let all = ["ar", "de", "es-419", "es-ES", "fr", "he", "id", "ru", "tr"];
        for command in COMMANDS {
            let within = command.options.iter().filter_map(CommandOption::options).flatten();
            let keys = command.options.iter().chain(within).map(|option| Some(option.name)).chain([None]);
            for key in keys {
                let languages = |right_to_left| of(command.name, key, right_to_left).into_keys().collect::<Vec<_>>();
                assert_eq!(languages(false), listed, "{} {key:?}", command.name);
                assert_eq!(languages(true), all, "{} {key:?}", command.name);
            }
        }
    }

    #[test]
    fn a_command_with_its_longest_texts_is_within_the_limit() {
        for command in COMMANDS {
            let longest = |option: Option<&str>, own: &str| {
                let texts = of(command.name, option, true);
                texts.values().map(|text| limits::count(text)).chain([limits::count(own)]).max().unwrap_or(0)
            };
            let within = command.options.iter().filter_map(CommandOption::options).flatten();
            let options = command
                .options
                .iter()
                .chain(within)
                .map(|it| limits::count(it.name) + longest(Some(it.name), it.description));
            let total = limits::count(command.name) + longest(None, command.description) + options.sum::<usize>();
            assert!(total <= limits::COMMAND_TOTAL, "{}", command.name);
        }
    }
}
