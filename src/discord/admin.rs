//! `/admin`: what only those can do whose the bot is.

use std::fmt::Write as _;

use crate::discord::call::{Call, UserError};
use crate::discord::escape::escape_within;
use crate::discord::limits;
use crate::discord::message::{Embed, Outgoing};
use crate::discord::reload::{NotReloaded, Reloaded};
use crate::discord::render::NOTICE_COLOUR;
use crate::ops::metrics::Outcome;

/// The most of what is told of one finding.
const FINDING: usize = 400;
/// The most of all findings; what is left is a number.
const FINDINGS: usize = limits::aim(limits::EMBED_DESCRIPTION) - 600;

/// `/admin`
pub(crate) fn admin(call: &Call<'_>) -> Result<Outgoing, UserError> {
    let Some(owners) = call.app.owners() else {
        return Err(UserError::new(
            "Whose the bot is can only be found out on Discord. To reload the knowledge here, start the program again.",
        ));
    };
    match owners.include(call.place.user) {
        Some(true) => {}
        Some(false) => {
            return Err(UserError::new("Only whoever owns the bot's application, alone or in a team, can do that."));
        }
        None => {
            return Err(UserError::new("Discord did not say just now whose the bot is. Please try again in a minute."));
        }
    }
    match call.options.within() {
        Some("reload") => Ok(reloaded(call).private(true)),
        _ => Err(UserError::outdated()),
    }
}

fn reloaded(call: &Call<'_>) -> Outgoing {
    let (title, text, outcome) = match call.app.reload() {
        Ok(Reloaded::Swapped { from, to, facts }) => {
            let text = format!(
                "Answers come from version {to} now, with {facts} facts; until now it was version {from}. Other processes \
                 of the bot, where there are any, reload on SIGHUP."
            );
            ("Reloaded", text, Outcome::Shown)
        }
        Ok(Reloaded::Unchanged { version }) => (
            "Nothing has changed",
            format!("The folder holds version {version}, which is in use already."),
            Outcome::Shown,
        ),
        Err(NotReloaded::BuiltIn) => ("Nothing to reload", sentence(&NotReloaded::BuiltIn), Outcome::Refused),
        Err(problem) => {
            let version = call.app.knowledge().version().to_owned();
            ("Not reloaded", format!("Version {version} goes on serving.\n\n{}", told(&problem)), Outcome::Refused)
        }
    };
    let embed = Embed { title: Some(title.to_owned()), description: text, color: NOTICE_COLOUR, ..Embed::default() };
    Outgoing::embed(embed).with_outcome(outcome)
}

/// Why not, and what to mend, as far as there is room.
fn told(problem: &NotReloaded) -> String {
    let findings = problem.findings();
    if findings.is_empty() {
        return escape_within(&sentence(problem), FINDINGS);
    }
    let mut text = String::new();
    let mut shown = 0;
    for finding in findings {
        let place = format!("{}:{}:{}", finding.file, finding.line, finding.column);
        let what = format!("{} [{}]: {}; {}", place, finding.check, finding.message, finding.mend);
        let line = format!("• {}\n", escape_within(&what, FINDING));
        if limits::count(&text) + limits::count(&line) > FINDINGS {
            break;
        }
        text.push_str(&line);
        shown += 1;
    }
    let left = findings.len() - shown;
    if left > 0 {
        let _ = writeln!(text, "and {left} more.");
    }
    text.push_str("\nMend them and reload again; `accords check` with the folder lists them all.");
    text
}

/// An error as a sentence of its own.
fn sentence(problem: &NotReloaded) -> String {
    let text = problem.to_string();
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).chain(['.']).collect())
}
