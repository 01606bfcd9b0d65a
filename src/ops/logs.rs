//! The log: what `RUST_LOG` asks for, without what must never be in a log.

use std::io;
use std::panic;

use tracing::{Level, Metadata};
use tracing_subscriber::filter::{Targets, filter_fn};
use tracing_subscriber::fmt;
use tracing_subscriber::prelude::*;

/// How records are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A line of text each, for people.
    #[default]
    Text,
    /// An object of JSON on a line each, for programs.
    Json,
}

/// Writes the log to standard error, panics included.
///
/// What belongs to one interaction or message stands in a span with that one's own id; spans are of the level of errors, so
/// that a log of nothing but warnings has the ids too.
///
/// Does nothing when a log is set up already.
///
/// `wanted` is what `RUST_LOG` asks for.
pub fn start(wanted: Targets, format: Format) {
    // The filters are for all, not for one layer: a filter of a layer loses the next record of a thread after a library has
    // asked whether it should write one, as the one for databases does each time.
    let subscriber = tracing_subscriber::registry()
        .with(wanted)
        .with(filter_fn(is_decent))
        .with((format == Format::Text).then(|| fmt::layer().with_writer(io::stderr).with_ansi(false)))
        .with((format == Format::Json).then(|| {
            let layer = fmt::layer().json().flatten_event(true).with_span_list(false);
            layer.with_writer(io::stderr)
        }));
    if subscriber.try_init().is_ok() {
        panic::set_hook(Box::new(|panic| {
            // Only where, not what: the words of a panic can quote the text that it was about.
            let place = panic.location().map(ToString::to_string).unwrap_or_default();
            tracing::error!(place, "a fault of the program (panic)");
        }));
    }
}

/// Whether a record can hold no secret and nothing that people wrote.
///
/// The libraries below print whole events, frames and headers on their lower levels, with people's questions and the
/// tokens of interactions in them. So of theirs only warnings pass, none of the gateway's, whose errors quote what they
/// are about, and none of their spans.
fn is_decent(metadata: &Metadata<'_>) -> bool {
    let target = metadata.target();
    let ours = target == "accords" || target.starts_with("accords::");
    let prints_events = ["twilight_", "tokio_websockets", "serenity"].iter().any(|name| target.starts_with(name));
    ours || (metadata.is_event() && *metadata.level() <= Level::WARN && !prints_events)
}
