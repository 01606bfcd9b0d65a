//! The text of one variable -> its value, or what is wrong with it and what would be right.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use ed25519_dalek::VerifyingKey;
use reqwest::Url;
use tracing_subscriber::filter::{ParseError, Targets};

use super::{ConfigError, History, Secret, Shards, wrong};
use crate::ops::logs::Format;

/// Answers a minute for one person, unless `ACCORDS_ANSWERS_PER_MINUTE` says otherwise: more than anybody reads.
const ANSWERS_PER_MINUTE: u32 = 30;
/// Daily posts a second, unless `ACCORDS_DAILY_RATE` says otherwise: less than half of what Discord allows for everything.
const DAILY_RATE: u32 = 20;
/// More would leave nothing of Discord's 50 for answers.
const MOST_DAILY_RATE: u32 = 45;
/// Seconds that a claimed post waits for a process that has died, unless `ACCORDS_DAILY_LEASE` says otherwise.
const DAILY_LEASE: u64 = 60;
/// The shortest lets a request be answered, the longest is no wait that anybody wants.
const DAILY_LEASES: std::ops::RangeInclusive<u64> = 5..=600;
/// More shards than any bot has; a larger number is a slip of the finger.
const MOST_SHARDS: u32 = 16_384;

pub(super) fn token(text: &str) -> Result<Secret, ConfigError> {
    let bare = text.strip_prefix("Bot ").unwrap_or(text).trim();
    if bare.is_empty() || !bare.bytes().all(|b| b.is_ascii_graphic()) {
        return Err(wrong(
            "DISCORD_TOKEN",
            "is no token (its value is not shown here)",
            "copy it again from the Discord developer portal, without blanks or quotation marks",
        ));
    }
    Ok(Secret::new(bare))
}

pub(super) fn api_base(text: &str) -> Result<Url, ConfigError> {
    const MEND: &str = "set it to an address such as http://127.0.0.1:8080, or leave it unset to use Discord";
    let refuse = |problem: &str| wrong("DISCORD_API_BASE", problem, MEND);
    let url = Url::parse(text).map_err(|error| refuse(&format!("is no address ({error})")))?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() {
        return Err(refuse("is no http or https address"));
    }
    if !url.username().is_empty() || url.password().is_some() || url.query().is_some() || url.fragment().is_some() {
        return Err(refuse("has more in it than scheme, host, port and path"));
    }
    Ok(url)
}

pub(super) fn application_id(text: &str) -> Result<u64, ConfigError> {
    text.parse().ok().filter(|&id| id > 0).ok_or_else(|| {
        wrong(
            "DISCORD_APPLICATION_ID",
            "is no id: an id is a number of some 18 digits",
            "copy the application id from the Discord developer portal, or leave it unset",
        )
    })
}

/// A key with which everybody could sign is refused like one that is none: all zeros, above all.
pub(super) fn public_key(text: &str) -> Result<VerifyingKey, ConfigError> {
    const MEND: &str = "copy the public key from the Discord developer portal (your application, General Information), \
                        64 characters of 0-9 and a-f";
    let refuse = |problem| wrong("DISCORD_PUBLIC_KEY", problem, MEND);
    let bytes = bytes_of_hex(text).ok_or_else(|| refuse("is not 64 hexadecimal digits"))?;
    match VerifyingKey::from_bytes(&bytes) {
        Ok(key) if !key.is_weak() => Ok(key),
        Ok(_) => Err(refuse("is a key with which anybody can sign")),
        Err(_) => Err(refuse("is no Ed25519 key")),
    }
}

/// The bytes that hexadecimal digits, two each, stand for; none when they are not just as many, or no digits.
pub(crate) fn bytes_of_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if pairs.len() != N || !rest.is_empty() {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Some(bytes)
}

pub(super) fn http_addr(text: &str) -> Result<SocketAddr, ConfigError> {
    text.parse().map_err(|_| {
        wrong(
            "ACCORDS_HTTP_ADDR",
            format!("is `{text}`, which is no address with a port"),
            "write 127.0.0.1:8080 behind a reverse proxy on this machine, or 0.0.0.0:8080 for one elsewhere",
        )
    })
}

pub(super) fn metrics(text: &str) -> Result<SocketAddr, ConfigError> {
    text.parse().map_err(|_| {
        wrong(
            "ACCORDS_METRICS",
            format!("is `{text}`, which is no address with a port"),
            "write 127.0.0.1:9090, or leave it unset to serve no metrics",
        )
    })
}

pub(super) fn log_format(text: &str) -> Result<Format, ConfigError> {
    match text {
        "text" => Ok(Format::Text),
        "json" => Ok(Format::Json),
        _ => Err(wrong(
            "ACCORDS_LOG_FORMAT",
            format!("is `{text}`, which is neither `text` nor `json`"),
            "write `json` for programs that read logs, or leave it unset for text",
        )),
    }
}

pub(super) fn knowledge(text: &str) -> Result<PathBuf, ConfigError> {
    let folder = PathBuf::from(text);
    if folder.is_dir() {
        return Ok(folder);
    }
    Err(wrong(
        "ACCORDS_KNOWLEDGE",
        format!("is `{text}`, which is no folder that can be read"),
        "set it to a folder of knowledge files, or leave it unset to use the built-in knowledge",
    ))
}

pub(super) fn history(text: String) -> History {
    if text.eq_ignore_ascii_case("off") { History::Off } else { History::File(text.into()) }
}

/// `auto`, `none`, or some of a fixed number: `0-3/16`, or `2/16` for one alone.
pub(super) fn shards(text: &str) -> Result<Shards, ConfigError> {
    const MEND: &str = "write `0-3/16` for the first four of sixteen (they are numbered from 0), `2/16` for one of them, \
                        `none` for no gateway, or `auto`, or leave it unset for all that Discord asks for";
    let refuse = |problem: &str| wrong("ACCORDS_SHARDS", format!("is `{text}`: {problem}"), MEND);
    if text.eq_ignore_ascii_case("auto") {
        return Ok(Shards::Auto);
    }
    if text.eq_ignore_ascii_case("none") {
        return Ok(Shards::None);
    }
    let number = |text: &str| text.trim().parse::<u32>().map_err(|_| refuse("it names no shards"));
    let (range, total) = text.split_once('/').ok_or_else(|| refuse("it does not say of how many"))?;
    let (first, last) = range.split_once('-').unwrap_or((range, range));
    let (first, last, total) = (number(first)?, number(last)?, number(total)?);
    if first > last {
        return Err(refuse("the first shard comes after the last"));
    }
    if last >= total {
        return Err(refuse(&format!("there is no shard {last} of {total}")));
    }
    if total > MOST_SHARDS {
        return Err(refuse(&format!("no bot has more than {MOST_SHARDS} shards")));
    }
    Ok(Shards::Some { first, last, total })
}

pub(super) fn yes(variable: &'static str, text: Option<&str>) -> Result<bool, ConfigError> {
    match text {
        None | Some("no") => Ok(false),
        Some("yes") => Ok(true),
        Some(_) => Err(wrong(variable, "is neither `yes` nor `no`", "write `yes`, or leave it unset")),
    }
}

pub(super) fn ids(variable: &'static str, text: Option<String>) -> Result<Vec<u64>, ConfigError> {
    let text = text.unwrap_or_default();
    let parts = text.split([',', ' ']).filter(|part| !part.is_empty());
    let ids: Result<Vec<u64>, _> = parts.map(str::parse).collect();
    ids.map_err(|_| wrong(variable, "is no list of ids", "write the ids of channels, with commas between them"))
}

pub(super) fn per_minute(text: Option<String>) -> Result<Option<u32>, ConfigError> {
    let Some(text) = text else { return Ok(Some(ANSWERS_PER_MINUTE)) };
    let number: u32 = text.parse().map_err(|_| {
        wrong(
            "ACCORDS_ANSWERS_PER_MINUTE",
            "is no number",
            "write how many answers one person may have, or 0 for any number",
        )
    })?;
    Ok(Some(number).filter(|&number| number > 0))
}

pub(super) fn daily_rate(text: Option<String>) -> Result<u32, ConfigError> {
    let Some(text) = text else { return Ok(DAILY_RATE) };
    text.parse().ok().filter(|rate| (1..=MOST_DAILY_RATE).contains(rate)).ok_or_else(|| {
        let problem = format!("is no number from 1 to {MOST_DAILY_RATE}");
        wrong("ACCORDS_DAILY_RATE", problem, "write how many daily posts may go out in a second, or leave it unset")
    })
}

pub(super) fn daily_lease(text: Option<String>) -> Result<Duration, ConfigError> {
    let Some(text) = text else { return Ok(Duration::from_secs(DAILY_LEASE)) };
    let seconds = text.parse().ok().filter(|seconds| DAILY_LEASES.contains(seconds));
    seconds.map(Duration::from_secs).ok_or_else(|| {
        let problem = format!("is no number from {} to {}", DAILY_LEASES.start(), DAILY_LEASES.end());
        wrong("ACCORDS_DAILY_LEASE", problem, "write a number of seconds, or leave it unset")
    })
}

pub(super) fn log(text: &str) -> Result<Targets, ConfigError> {
    let refused = |why: &str| {
        let problem = format!("cannot be used ({why})");
        wrong("RUST_LOG", problem, "write a level such as `info`, or `accords=debug`")
    };
    // Only records are filtered; what is written for spans would match nothing without a word.
    if text.contains(['[', '{']) {
        return Err(refused("spans cannot be chosen"));
    }
    // A part that is empty or has a blank before it would be taken for something else.
    let parts: Vec<&str> = text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    parts.join(",").parse().map_err(|error: ParseError| refused(&error.to_string()))
}
