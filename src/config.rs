//! The environment and `.env` -> settings, all checked before anything starts.

use std::collections::HashMap;
use std::env;
use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use ed25519_dalek::VerifyingKey;
use reqwest::Url;
use tracing_subscriber::filter::{LevelFilter, Targets};

pub(crate) use self::values::bytes_of_hex;
use self::values::{
    api_base, application_id, daily_lease, daily_rate, history, http_addr, ids, knowledge, log, log_format, metrics,
    per_minute, public_key, shards, token, yes,
};
use crate::ops::logs::Format;

mod values;

/// Where Discord is, unless `DISCORD_API_BASE` says otherwise.
const DISCORD: &str = "https://discord.com";
/// Where settings are kept, unless `DATABASE_URL` says otherwise.
const DATABASE: &str = "sqlite://accords.db";
/// Where the HTTP endpoint listens, unless `ACCORDS_HTTP_ADDR` says otherwise: for a reverse proxy on the same machine.
const HTTP_ADDR: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);
/// What is logged, unless `RUST_LOG` says otherwise.
const LOG: LevelFilter = LevelFilter::INFO;

/// A text that never shows in logs or messages.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Keeps `text` out of sight.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself, for the one place that sends it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// Which shards of the bot this process runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shards {
    /// As many as Discord asks for, all of them here.
    #[default]
    Auto,
    /// Some of a fixed number; other processes run the others.
    Some {
        /// The first one here.
        first: u32,
        /// The last one here.
        last: u32,
        /// All there are.
        total: u32,
    },
    /// None: no connection to the gateway.
    None,
}

/// All settings.
#[derive(Clone, Debug)]
pub struct Config {
    /// `DISCORD_TOKEN`: the bot's token, without the word "Bot".
    pub token: Option<Secret>,
    /// `DISCORD_API_BASE`: what comes before `/api/v10`, without a slash at the end.
    pub api_base: Url,
    /// `DISCORD_APPLICATION_ID`: the application's id; Discord is asked for it when unset.
    pub application_id: Option<u64>,
    /// `DISCORD_PUBLIC_KEY`: the key that Discord signs its requests with; turns the HTTP endpoint on.
    pub public_key: Option<VerifyingKey>,
    /// `ACCORDS_HTTP_ADDR`: where the HTTP endpoint listens.
    pub http_addr: SocketAddr,
    /// `ACCORDS_KNOWLEDGE`: a folder to serve in place of the built-in knowledge.
    pub knowledge: Option<PathBuf>,
    /// `ACCORDS_SHARDS`: which shards run here.
    pub shards: Shards,
    /// `DATABASE_URL`: where settings are kept. It may hold a password.
    pub database: Secret,
    /// `ACCORDS_KEEP_UNANSWERED`: whether questions that could not be answered are counted.
    pub keep_unanswered: bool,
    /// `ACCORDS_KEEP_FEEDBACK`: whether notes sent with "Not right?" are kept.
    pub keep_feedback: bool,
    /// `ACCORDS_QUESTION_CHANNELS`: channels in which every plain message is a question.
    pub question_channels: Vec<u64>,
    /// `ACCORDS_FORUM_CHANNELS`: forums in which each new post gets one reply.
    pub forum_channels: Vec<u64>,
    /// `ACCORDS_ANSWERS_PER_MINUTE`: answers a minute for one person; none for no limit.
    pub answers_per_minute: Option<u32>,
    /// `ACCORDS_RIGHT_TO_LEFT`: whether commands are described in Arabic and Hebrew too.
    pub right_to_left: bool,
    /// `ACCORDS_DAILY_RATE`: daily posts a second, of all processes on one database together.
    pub daily_rate: u32,
    /// `ACCORDS_DAILY_LEASE`: how long a claimed post waits for a process that has died.
    pub daily_lease: Duration,
    /// `ACCORDS_METRICS`: where health and metrics are served; nowhere when unset.
    pub metrics: Option<SocketAddr>,
    /// `RUST_LOG`: what is logged.
    pub log: Targets,
    /// `ACCORDS_LOG_FORMAT`: how it is written.
    pub log_format: Format,
}

/// Whether the prompt of `accords ask` keeps what was typed, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum History {
    /// In this user's folder for the state of programs.
    #[default]
    Usual,
    /// In this file.
    File(PathBuf),
    /// Nowhere.
    Off,
}

/// The settings of the commands that run in a terminal and never reach Discord; what is wrong with the others is no
/// matter to them.
#[derive(Clone, Debug)]
pub struct TerminalConfig {
    /// `ACCORDS_KNOWLEDGE`: a folder to answer from in place of the built-in knowledge.
    pub knowledge: Option<PathBuf>,
    /// `ACCORDS_HISTORY`: where the prompt keeps what was typed.
    pub history: History,
}

impl TerminalConfig {
    /// The settings of this process, found as [`Config::load`] finds them.
    ///
    /// # Errors
    /// When a variable has a value of no use, or `.env` is there and unreadable.
    pub fn load() -> Result<Self, ConfigError> {
        Self::from_vars(environment()?)
    }

    /// The settings that `var` gives; it fails for a value that is no text.
    ///
    /// # Errors
    /// When a variable has a value of no use.
    pub fn from_vars(var: impl Fn(&'static str) -> Result<Option<String>, ()>) -> Result<Self, ConfigError> {
        Ok(Self {
            knowledge: value(&var, "ACCORDS_KNOWLEDGE")?.map(|text| knowledge(&text)).transpose()?,
            history: value(&var, "ACCORDS_HISTORY")?.map(history).unwrap_or_default(),
        })
    }
}

/// `ACCORDS_METRICS`: where a bot with the settings of this process serves its health; the other settings do not matter.
///
/// # Errors
/// When it is not set or no address with a port, or `.env` is there and unreadable.
pub fn health_addr() -> Result<SocketAddr, ConfigError> {
    let refuse =
        |problem: String| wrong("ACCORDS_METRICS", problem, "set it as the bot has it, such as 127.0.0.1:9090");
    let text = value(&environment()?, "ACCORDS_METRICS")?.ok_or_else(|| refuse("is not set".to_owned()))?;
    text.parse().map_err(|_| refuse(format!("is `{text}`, which is no address with a port")))
}

/// A setting that cannot be used, with what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A variable whose value is of no use.
    #[error("{variable} {problem}; {mend}")]
    Variable {
        /// Its name.
        variable: &'static str,
        /// What is wrong, without the value of a secret.
        problem: String,
        /// What would be right.
        mend: &'static str,
    },
    /// A `.env` that cannot be read.
    #[error("the file .env cannot be read ({0}); write one NAME=value a line, as in .env.example, or remove the file")]
    File(String),
}

impl Config {
    /// The settings of this process: its environment, and `.env` in the current folder for what the environment lacks.
    ///
    /// # Errors
    /// When a variable has a value of no use, or `.env` is there and unreadable.
    pub fn load() -> Result<Self, ConfigError> {
        Self::from_vars(environment()?)
    }

    /// The settings that `var` gives; it fails for a value that is no text.
    ///
    /// # Errors
    /// When a variable has a value of no use.
    pub fn from_vars(var: impl Fn(&'static str) -> Result<Option<String>, ()>) -> Result<Self, ConfigError> {
        let var = |name| value(&var, name);
        Ok(Self {
            token: var("DISCORD_TOKEN")?.map(|text| token(&text)).transpose()?,
            api_base: api_base(&var("DISCORD_API_BASE")?.unwrap_or_else(|| DISCORD.to_owned()))?,
            application_id: var("DISCORD_APPLICATION_ID")?.map(|text| application_id(&text)).transpose()?,
            public_key: var("DISCORD_PUBLIC_KEY")?.map(|text| public_key(&text)).transpose()?,
            http_addr: var("ACCORDS_HTTP_ADDR")?.map_or(Ok(HTTP_ADDR), |text| http_addr(&text))?,
            knowledge: var("ACCORDS_KNOWLEDGE")?.map(|text| knowledge(&text)).transpose()?,
            shards: var("ACCORDS_SHARDS")?.map(|text| shards(&text)).transpose()?.unwrap_or_default(),
            database: Secret::new(var("DATABASE_URL")?.unwrap_or_else(|| DATABASE.to_owned())),
            keep_unanswered: yes("ACCORDS_KEEP_UNANSWERED", var("ACCORDS_KEEP_UNANSWERED")?.as_deref())?,
            keep_feedback: yes("ACCORDS_KEEP_FEEDBACK", var("ACCORDS_KEEP_FEEDBACK")?.as_deref())?,
            question_channels: ids("ACCORDS_QUESTION_CHANNELS", var("ACCORDS_QUESTION_CHANNELS")?)?,
            forum_channels: ids("ACCORDS_FORUM_CHANNELS", var("ACCORDS_FORUM_CHANNELS")?)?,
            answers_per_minute: per_minute(var("ACCORDS_ANSWERS_PER_MINUTE")?)?,
            right_to_left: yes("ACCORDS_RIGHT_TO_LEFT", var("ACCORDS_RIGHT_TO_LEFT")?.as_deref())?,
            daily_rate: daily_rate(var("ACCORDS_DAILY_RATE")?)?,
            daily_lease: daily_lease(var("ACCORDS_DAILY_LEASE")?)?,
            metrics: var("ACCORDS_METRICS")?.map(|text| metrics(&text)).transpose()?,
            log: var("RUST_LOG")?.map_or_else(|| Ok(Targets::new().with_default(LOG)), |text| log(&text))?,
            log_format: var("ACCORDS_LOG_FORMAT")?.map_or(Ok(Format::default()), |text| log_format(&text))?,
        })
    }

    /// Where the bot takes what nobody addressed to it.
    pub fn listening(&self) -> Listening {
        Listening { channels: self.question_channels.clone(), forums: self.forum_channels.clone() }
    }

    /// The token, for what cannot do without.
    ///
    /// # Errors
    /// When it is not set.
    pub fn need_token(&self) -> Result<&Secret, ConfigError> {
        self.token.as_ref().ok_or_else(|| {
            wrong(
                "DISCORD_TOKEN",
                "is not set",
                "copy the bot's token from the Discord developer portal (your application, Bot, Reset Token) into the \
                 environment or into a file .env",
            )
        })
    }
}

/// Where the bot takes what nobody addressed to it. Nowhere, unless set; needs a privileged intent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listening {
    /// Channels in which every plain message is a question.
    pub channels: Vec<u64>,
    /// Forum channels in which each new post gets one reply.
    pub forums: Vec<u64>,
}

impl Listening {
    /// Whether the bot has to read messages that do not mention it.
    pub fn is_needed(&self) -> bool {
        !self.channels.is_empty() || !self.forums.is_empty()
    }
}

fn wrong(variable: &'static str, problem: impl Into<String>, mend: &'static str) -> ConfigError {
    ConfigError::Variable { variable, problem: problem.into(), mend }
}

/// The variables of this process: its environment, and `.env` in the current folder for what the environment lacks.
fn environment() -> Result<impl Fn(&'static str) -> Result<Option<String>, ()>, ConfigError> {
    let file = read_env_file()?;
    Ok(move |name: &'static str| match env::var(name) {
        Ok(value) => Ok(Some(value)),
        Err(env::VarError::NotPresent) => Ok(file.get(name).cloned()),
        Err(env::VarError::NotUnicode(_)) => Err(()),
    })
}

/// The value of a variable; one that is empty counts as not set.
fn value(
    var: &impl Fn(&'static str) -> Result<Option<String>, ()>,
    name: &'static str,
) -> Result<Option<String>, ConfigError> {
    match var(name) {
        Ok(value) => Ok(value.map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())),
        Err(()) => Err(wrong(name, "is not valid UTF-8", "set it to plain text")),
    }
}

/// What `.env` in the current folder sets; nothing when there is none.
fn read_env_file() -> Result<HashMap<String, String>, ConfigError> {
    // Parse errors quote the line, and the line may hold the token: only the kind of error is told.
    let unreadable = |error| match error {
        dotenvy::Error::Io(error) => ConfigError::File(error.to_string()),
        _ => ConfigError::File("a line is not NAME=value".to_owned()),
    };
    match dotenvy::from_path_iter(".env") {
        Ok(lines) => lines.collect::<Result<_, _>>().map_err(unreadable),
        Err(dotenvy::Error::Io(error)) if error.kind() == io::ErrorKind::NotFound => Ok(HashMap::new()),
        Err(error) => Err(unreadable(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(vars: &[(&'static str, &str)]) -> Result<Config, ConfigError> {
        let vars: HashMap<_, _> = vars.iter().map(|&(name, value)| (name, value.to_owned())).collect();
        Config::from_vars(|name| Ok(vars.get(name).cloned()))
    }

    #[test]
    fn everything_has_a_default() {
        let config = config(&[("DISCORD_TOKEN", "  ")]).expect("nothing is set");
        assert_eq!(config.api_base.as_str(), "https://discord.com/");
        assert_eq!(config.shards, Shards::Auto);
        assert!(config.public_key.is_none(), "no endpoint");
        assert!(config.http_addr.ip().is_loopback());
        assert_eq!(config.log.default_level(), Some(LevelFilter::INFO));
        let error = config.need_token().expect_err("no token").to_string();
        assert!(error.starts_with("DISCORD_TOKEN is not set; copy"), "{error}");
    }

    #[test]
    fn secrets_do_not_show() {
        let config = config(&[("DISCORD_TOKEN", "Bot s3cret")]).expect("a token");
        assert_eq!(config.need_token().expect("a token").expose(), "s3cret");
        assert!(!format!("{config:?}").contains("s3cret"));
        let error = self::config(&[("DISCORD_TOKEN", "s3 cret")]).expect_err("a blank in it");
        assert!(!format!("{error} {error:?}").contains("s3"));
    }

    #[test]
    fn hexadecimal_digits_are_read_two_by_two() {
        assert_eq!(bytes_of_hex("00fFa1"), Some([0x00, 0xFF, 0xA1]));
        for odd in ["", "00f", "00ff", "00ffa1a1", "00ffg1", "+0ffa1", "é0ff"] {
            assert_eq!(bytes_of_hex::<3>(odd), None, "{odd}");
        }
    }

    #[test]
    fn shards_are_read_or_refused() {
        let some = |first, last, total| Some(Shards::Some { first, last, total });
        let table = [
            ("0-3/16", some(0, 3, 16)),
            ("2/16", some(2, 2, 16)),
            ("None", Some(Shards::None)),
            ("auto", Some(Shards::Auto)),
            ("0/1", some(0, 0, 1)),
            ("0/0", None),
            ("-1/4", None),
            ("3-0/16", None),
            ("0-16/16", None),
            ("0-3", None),
            ("0-3/99999", None),
            ("all", None),
        ];
        for (text, expected) in table {
            assert_eq!(config(&[("ACCORDS_SHARDS", text)]).ok().map(|config| config.shards), expected, "{text}");
        }
    }

    #[test]
    fn the_terminal_does_not_mind_the_settings_of_the_bot() {
        let config = |name: &'static str, value: &'static str| {
            TerminalConfig::from_vars(|asked| Ok((asked == name).then(|| value.to_owned())))
        };
        assert_eq!(config("ACCORDS_SHARDS", "many").expect("no matter here").history, History::Usual);
        assert_eq!(config("ACCORDS_HISTORY", "OFF").expect("a setting").history, History::Off);
        assert_eq!(config("ACCORDS_HISTORY", "a/b").expect("a setting").history, History::File("a/b".into()));
        assert!(config("ACCORDS_KNOWLEDGE", "/no/such/folder").is_err());
    }

    #[test]
    fn what_is_of_no_use_is_named() {
        for (name, value) in [
            ("DISCORD_API_BASE", "127.0.0.1:80"),
            ("DISCORD_API_BASE", "ftp://127.0.0.1"),
            ("DISCORD_API_BASE", "http://user@127.0.0.1"),
            ("DISCORD_API_BASE", "http://127.0.0.1/?a=b"),
            ("DISCORD_PUBLIC_KEY", "abc"),
            ("DISCORD_PUBLIC_KEY", &"0".repeat(64)),
            ("DISCORD_PUBLIC_KEY", &"g".repeat(64)),
            ("DISCORD_PUBLIC_KEY", &format!("01{}", "0".repeat(62))),
            ("DISCORD_PUBLIC_KEY", &format!("02{}", "0".repeat(62))),
            ("ACCORDS_HTTP_ADDR", "localhost:80"),
            ("ACCORDS_HTTP_ADDR", "127.0.0.1"),
            ("DISCORD_APPLICATION_ID", "0"),
            ("DISCORD_APPLICATION_ID", "mine"),
            ("ACCORDS_KNOWLEDGE", "/no/such/folder"),
            ("RUST_LOG", "accords=loud=very"),
            ("RUST_LOG", "accords[span]=debug"),
            ("ACCORDS_KEEP_UNANSWERED", "perhaps"),
            ("ACCORDS_QUESTION_CHANNELS", "#general"),
            ("ACCORDS_ANSWERS_PER_MINUTE", "many"),
            ("ACCORDS_DAILY_RATE", "0"),
            ("ACCORDS_DAILY_RATE", "46"),
            ("ACCORDS_DAILY_LEASE", "4"),
            ("ACCORDS_DAILY_LEASE", "a minute"),
            ("ACCORDS_METRICS", "9090"),
            ("ACCORDS_LOG_FORMAT", "JSON5"),
            ("ACCORDS_SHARDS", "0-3"),
            ("ACCORDS_SHARDS", "4-2/8"),
            ("ACCORDS_SHARDS", "8/8"),
        ] {
            let error = config(&[(name, value)]).expect_err(value).to_string();
            assert!(error.starts_with(name), "{error}");
        }
    }
}
