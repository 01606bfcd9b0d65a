//! The options of a command as a person filled them in.

use serenity::all::{CommandDataOption, CommandDataOptionValue};

use crate::discord::call::UserError;
use crate::discord::commands::{Command, CommandOption};
use crate::discord::limits;

/// The values of a command's options.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    values: &'a [CommandDataOption],
    within: Option<&'a str>,
}

impl<'a> Options<'a> {
    /// The options, when the command has each of them.
    ///
    /// # Errors
    /// When Discord sends one that the command does not have: it still shows another version's definitions.
    pub fn of(command: &Command, values: &'a [CommandDataOption]) -> Result<Self, UserError> {
        let known = |options: &[CommandOption], values: &[CommandDataOption]| {
            values.iter().all(|value| options.iter().any(|option| option.name == value.name))
        };
        if !known(command.options, values) {
            return Err(UserError::outdated());
        }
        let sub = values.iter().find_map(|value| match &value.value {
            CommandDataOptionValue::SubCommand(within) => Some((value.name.as_str(), within)),
            _ => None,
        });
        let Some((name, values)) = sub else { return Ok(Self { values, within: None }) };
        let options = command.options.iter().find(|it| it.name == name).and_then(CommandOption::options);
        match options {
            Some(options) if known(options, values) => Ok(Self { values, within: Some(name) }),
            _ => Err(UserError::outdated()),
        }
    }

    /// No options: those of a command on a message.
    pub fn none() -> Self {
        Self { values: &[], within: None }
    }

    /// The command within the command that was used; none where there are none.
    pub fn within(&self) -> Option<&'a str> {
        self.within
    }

    /// The text of an option; none when it was left out or is blank.
    ///
    /// # Errors
    /// When the value is no text or too long.
    pub fn text(&self, name: &str) -> Result<Option<&'a str>, UserError> {
        match self.value(name) {
            None => Ok(None),
            Some(CommandDataOptionValue::String(text)) if limits::count(text.trim()) > limits::QUESTION => {
                Err(UserError::too_long())
            }
            Some(CommandDataOptionValue::String(text)) => Ok(Some(text.trim()).filter(|text| !text.is_empty())),
            Some(_) => Err(UserError::outdated()),
        }
    }

    /// Whether an option was set to yes or to no; none when it was left out.
    ///
    /// # Errors
    /// When the value is neither yes nor no.
    pub fn yes(&self, name: &str) -> Result<Option<bool>, UserError> {
        match self.value(name) {
            None => Ok(None),
            Some(CommandDataOptionValue::Boolean(yes)) => Ok(Some(*yes)),
            Some(_) => Err(UserError::outdated()),
        }
    }

    /// The channel of an option; none when it was left out.
    ///
    /// # Errors
    /// When the value is no channel.
    pub fn channel(&self, name: &str) -> Result<Option<u64>, UserError> {
        match self.value(name) {
            None => Ok(None),
            Some(CommandDataOptionValue::Channel(id)) => Ok(Some(id.get())),
            Some(_) => Err(UserError::outdated()),
        }
    }

    fn value(&self, name: &str) -> Option<&'a CommandDataOptionValue> {
        self.values.iter().find(|value| value.name == name).map(|value| &value.value)
    }
}
