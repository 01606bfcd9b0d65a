//! Why Discord closed a connection to its gateway, and whether it is of any use to come back.
//!
//! The library reconnects after some codes that mean "never come back" (4012), and loops on a dead connection after
//! others (4010, 4011), without telling anybody. What it does tell, in a tracing span around its own handling, is the
//! frame with the code; a layer of the subscriber reads it there. The library's version is pinned, and the tests of the
//! whole bot close connections with these codes, so a change in it would not pass unseen.

use std::fmt;

use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id};
use tracing::{Metadata, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::filter::{FilterFn, filter_fn};
use tracing_subscriber::layer::Context;
use tracing_subscriber::registry::LookupSpan;

/// The span in which the library handles a close frame, and its field with the frame.
const SPAN: &str = "handle_gateway_closed";
const FIELD: &str = "data";

/// A close code after which no connection can succeed until a person changes something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Discord closed the connection with code {code}: {cause}; {mend}")]
pub struct FatalClose {
    /// Discord's number.
    pub code: u16,
    cause: &'static str,
    mend: &'static str,
}

/// The codes that Discord documents as "do not reconnect".
const FATAL: [FatalClose; 6] = [
    FatalClose {
        code: 4004,
        cause: "it refuses the bot's token",
        mend: "reset it in the developer portal (your application, Bot) and set DISCORD_TOKEN to the new one",
    },
    FatalClose { code: 4010, cause: "it does not know the shard", mend: "check ACCORDS_SHARDS, or leave it unset" },
    FatalClose {
        code: 4011,
        cause: "the bot is in too many servers for so few shards",
        mend: "leave ACCORDS_SHARDS unset, or raise the number after the slash in every process",
    },
    FatalClose {
        code: 4012,
        cause: "it no longer speaks this version of its gateway",
        mend: "install a newer release of accords",
    },
    FatalClose {
        code: 4013,
        cause: "it does not know the events that the bot asks for",
        mend: "install a newer release of accords",
    },
    FatalClose {
        code: 4014,
        cause: "it does not allow the events that the bot asks for",
        mend: "check in the developer portal that the application is not disabled or under review; accords asks for no \
               privileged intents",
    },
];

/// The fatal meaning of a code, where it has one.
fn fatal(code: u16) -> Option<FatalClose> {
    FATAL.into_iter().find(|close| close.code == code)
}

/// Reads close codes out of the library's spans.
#[derive(Debug)]
pub struct CloseLayer {
    fatal: UnboundedSender<FatalClose>,
}

/// The layer for the subscriber, with its own filter, and where its findings come out.
pub fn watch<S>() -> (impl Layer<S> + Send + Sync, UnboundedReceiver<FatalClose>)
where
    S: Subscriber + for<'a> LookupSpan<'a>,
{
    let (fatal, found) = mpsc::unbounded_channel();
    (CloseLayer { fatal }.with_filter(only_closes()), found)
}

fn only_closes() -> FilterFn {
    filter_fn(|metadata: &Metadata<'_>| {
        metadata.is_span() && metadata.name() == SPAN && metadata.target().starts_with("serenity::")
    })
}

impl<S: Subscriber> Layer<S> for CloseLayer {
    fn on_new_span(&self, attributes: &Attributes<'_>, _id: &Id, _context: Context<'_, S>) {
        let mut code = CodeVisitor(None);
        attributes.record(&mut code);
        if let Some(close) = code.0.and_then(fatal) {
            // Nobody listens once the bot is on its way out.
            let _ = self.fatal.send(close);
        }
    }
}

/// Takes the number out of `Some(CloseFrame { code: Library(4004), .. })`.
struct CodeVisitor(Option<u16>);

impl Visit for CodeVisitor {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == FIELD {
            self.0 = code_in(&format!("{value:?}"));
        }
    }
}

fn code_in(frame: &str) -> Option<u16> {
    let (_, rest) = frame.split_once("Library(")?;
    let (digits, _) = rest.split_once(')')?;
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use tracing_subscriber::prelude::*;

    use super::*;

    #[test]
    fn codes_are_read_out_of_frames() {
        assert_eq!(code_in(r#"Some(CloseFrame { code: Library(4012), reason: "Library(1)" })"#), Some(4012));
        assert_eq!(code_in(r#"Some(CloseFrame { code: Normal, reason: "" })"#), None);
        assert_eq!(code_in("None"), None);
    }

    #[test]
    fn only_fatal_codes_come_out() {
        let (layer, mut found) = watch();
        tracing::subscriber::with_default(tracing_subscriber::registry().with(layer), || {
            for code in ["Library(4000)", "Library(4014)", "Normal"] {
                let frame = format!("Some(CloseFrame {{ code: {code} }})");
                let data = format_args!("{frame}");
                let _span = tracing::info_span!(target: "serenity::gateway::shard", "handle_gateway_closed", ?data);
            }
        });
        assert_eq!(found.try_recv().map(|close| close.code), Ok(4014));
        assert!(found.try_recv().is_err());
    }
}
