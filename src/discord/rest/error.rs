//! What can go wrong on the way to Discord, and whether trying again may help.

use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

use serde_json::Value;

use super::pace::RetryAfter;
use crate::discord::limits;

/// The most of Discord's own words that an error repeats.
const WORDS: usize = 300;

/// Why a call failed. The texts name the cause and, where there is one, the mend; none holds a token or an address.
#[derive(Debug, thiserror::Error)]
pub enum RestError {
    /// The client cannot be made.
    #[error("the connection to Discord cannot be set up: {0}")]
    Setup(String),
    /// The token is not valid; all further calls fail with this.
    #[error(
        "Discord refused the bot's token (401); reset it in the developer portal (your application, Bot) and set \
         DISCORD_TOKEN to the new one"
    )]
    Unauthorized,
    /// Discord understood and refused.
    #[error("{what}: Discord refused it ({status}{}): {message}", code_text(*.code))]
    Refused {
        /// What was tried.
        what: &'static str,
        /// The HTTP status.
        status: u16,
        /// Discord's own error number.
        code: Option<u64>,
        /// Discord's own words.
        message: String,
    },
    /// Discord asks to wait, for longer or more often than the call allows.
    #[error("{what}: Discord asks to wait {:?} (429); it will be possible again later", .wait.wait())]
    RateLimited {
        /// What was tried.
        what: &'static str,
        /// What it asks for.
        wait: RetryAfter,
    },
    /// So many refusals that Discord would soon block this address.
    #[error(
        "Discord has refused so many requests in ten minutes that no more are made until they have passed; look for \
         the cause in the log above"
    )]
    TooManyRefused,
    /// A channel that refused the bot before.
    #[error(
        "{what}: Discord refused this in the same channel several times within ten minutes, so it is not tried again \
         for now; give the bot the permissions View Channel, Send Messages and Embed Links there"
    )]
    ChannelClosed {
        /// What was to be tried.
        what: &'static str,
    },
    /// Discord has a fault of its own.
    #[error("{what}: Discord has a fault of its own ({status}); try again later")]
    Server {
        /// What was tried.
        what: &'static str,
        /// The HTTP status.
        status: u16,
    },
    /// Discord could not be reached.
    #[error("{what}: Discord could not be reached; check the network and DISCORD_API_BASE")]
    Network {
        /// What was tried.
        what: &'static str,
        /// The cause, without its address.
        source: reqwest::Error,
    },
    /// It took too long.
    #[error("{what}: no answer in time")]
    Deadline {
        /// What was tried.
        what: &'static str,
    },
    /// Other requests or waits that Discord asks for came before it, so it was not made.
    #[error("{what}: its turn did not come in time")]
    NoTurn {
        /// What was to be tried.
        what: &'static str,
    },
    /// The answer is not what was expected.
    #[error("{what}: the answer cannot be read ({problem}); check DISCORD_API_BASE")]
    Unreadable {
        /// What was tried.
        what: &'static str,
        /// What is wrong with it.
        problem: String,
    },
}

impl RestError {
    /// The error with its causes.
    pub(crate) fn chain(&self) -> String {
        let causes = std::iter::successors(Some(self as &dyn std::error::Error), |error| error.source());
        causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
    }

    /// Whether Discord may have done what it was asked in a single attempt, for all that is known.
    pub(crate) fn may_have_arrived(&self) -> bool {
        match self {
            Self::Network { source, .. } => !source.is_connect(),
            Self::Server { .. } | Self::Deadline { .. } | Self::Unreadable { .. } => true,
            _ => false,
        }
    }

    /// Whether the same call may be of use some time later, without a change by a person.
    pub(crate) fn is_passing(&self) -> bool {
        match self {
            Self::Setup(_) | Self::Unauthorized | Self::Refused { .. } => false,
            Self::RateLimited { .. }
            | Self::TooManyRefused
            | Self::ChannelClosed { .. }
            | Self::Server { .. }
            | Self::Network { .. }
            | Self::Deadline { .. }
            | Self::NoTurn { .. }
            | Self::Unreadable { .. } => true,
        }
    }

    /// How long to wait before trying again; none when that cannot help.
    pub(super) fn wait(&self, attempt: u32, backoff: Duration) -> Option<Duration> {
        match self {
            Self::RateLimited { wait, .. } => wait.bearable(),
            Self::Server { .. } | Self::Network { .. } | Self::Deadline { .. } => {
                let full = backoff * 2_u32.saturating_pow(attempt - 1);
                Some(full / 2 + jitter(full / 2))
            }
            _ => None,
        }
    }
}

/// A random time up to `most`, so that clients that failed together do not come back together.
pub(crate) fn jitter(most: Duration) -> Duration {
    let random = RandomState::new().hash_one(0) % 1_000;
    most * u32::try_from(random).expect("it is below a thousand") / 1_000
}

fn code_text(code: Option<u64>) -> String {
    code.map(|code| format!(", code {code}")).unwrap_or_default()
}

/// Discord's error number and words, with the places of the faults where it names them.
pub(super) fn discord_said(said: &Value) -> (Option<u64>, String) {
    let words = said["message"].as_str().unwrap_or("without a reason");
    let text = match said.get("errors") {
        Some(errors) => format!("{words}: {errors}"),
        None => words.to_owned(),
    };
    (said["code"].as_u64(), limits::trim(&text, WORDS).into_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_may_pass_is_tried_again() {
        let wait = |error: RestError| error.wait(1, Duration::from_millis(100));
        assert!(wait(RestError::Unauthorized).is_none());
        assert!(wait(RestError::Refused { what: "x", status: 404, code: None, message: String::new() }).is_none());
        assert!(wait(RestError::TooManyRefused).is_none());
        let again = wait(RestError::Server { what: "x", status: 502 }).expect("a wait");
        assert!((Duration::from_millis(50)..=Duration::from_millis(100)).contains(&again));
    }

    #[test]
    fn what_only_a_person_can_mend_does_not_pass() {
        assert!(!RestError::Unauthorized.is_passing());
        assert!(!RestError::Refused { what: "x", status: 400, code: None, message: String::new() }.is_passing());
        assert!(RestError::Server { what: "x", status: 502 }.is_passing() && RestError::TooManyRefused.is_passing());
    }

    #[test]
    fn the_wait_grows() {
        let error = RestError::Deadline { what: "x" };
        let third = error.wait(3, Duration::from_millis(100)).expect("a wait");
        assert!(third >= Duration::from_millis(200));
    }

    #[test]
    fn discords_words_are_told_in_short() {
        let (code, words) = discord_said(&json!({"code": 50035, "message": "Invalid Form Body", "errors": {"a": 1}}));
        assert_eq!((code, words.as_str()), (Some(50035), r#"Invalid Form Body: {"a":1}"#));
        assert_eq!(discord_said(&Value::Null), (None, "without a reason".to_owned()));
        assert!(discord_said(&json!({"message": "x ".repeat(1_000)})).1.len() < 400);
    }
}
