//! Why Discord closed a connection to its gateway, and whether it is of any use to come back.

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

/// The same as the last of them, for a bot that asks for the text of all messages: that is what Discord has to be told to allow.
const NO_TEXT: FatalClose = FatalClose {
    code: 4014,
    cause: "it does not allow the events that the bot asks for",
    mend: "turn on Message Content Intent in the developer portal (your application, Bot), or unset \
           ACCORDS_QUESTION_CHANNELS and ACCORDS_FORUM_CHANNELS, which need it",
};

/// After these the session is lost, and resuming it would only be refused: the sequence does not fit, or it timed out.
const SESSION_LOST: [u16; 2] = [4007, 4009];

/// The fatal meaning of a code, where it has one, for a bot that asks for the text of all messages or does not.
pub(crate) fn fatal(code: u16, asks_for_text: bool) -> Option<FatalClose> {
    let of_text = asks_for_text.then_some(NO_TEXT);
    of_text.into_iter().chain(FATAL).find(|close| close.code == code)
}

/// Whether a new session has to be started after this code.
pub(crate) fn loses_session(code: u16) -> bool {
    SESSION_LOST.contains(&code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_its_consequence() {
        for code in 4_000..=4_020 {
            for asks_for_text in [false, true] {
                let fatal = fatal(code, asks_for_text);
                assert_eq!(fatal.is_some(), matches!(code, 4004 | 4010..=4014), "{code}");
                assert!(!(fatal.is_some() && loses_session(code)), "{code}");
            }
        }
    }

    #[test]
    fn what_is_not_allowed_is_what_was_asked_for() {
        let text = |asks_for_text| fatal(4014, asks_for_text).expect("it is fatal").to_string();
        assert!(text(false).contains("no privileged intents") && !text(false).contains("turn on"), "{}", text(false));
        assert!(text(true).contains("turn on Message Content Intent") && !text(true).contains("no privileged"));
    }
}
