//! What the record says to the sentences of a message.

use std::fmt::Write as _;

use crate::answer::Outcome;
use crate::answer::claim::{Checked, Verdict, check};
use crate::discord::call::{Call, UserError};
use crate::discord::escape::{escape_within, visible};
use crate::discord::limits;
use crate::discord::message::{Embed, Footer, Outgoing};
use crate::discord::render;
use crate::knowledge::model::Knowledge;

/// "Check this claim"
pub(crate) fn check_message(call: &Call<'_>, text: &str) -> Result<Outgoing, UserError> {
    let text = visible(text);
    if text.is_empty() {
        return Err(UserError::no_text());
    }
    Ok(verdicts(call.knowledge, &text, None).private(true))
}

/// What the record says to each sentence of a text.
pub(crate) fn verdicts(knowledge: &Knowledge, text: &str, note: Option<&str>) -> Outgoing {
    let checked = check(knowledge, text);
    let lines = checked.iter().map(|one| verdict(knowledge, one));
    let pages = render::packed(lines, "\n\n", limits::aim(limits::EMBED_DESCRIPTION) / 2);
    let mut description = pages.into_iter().next().unwrap_or_else(|| NOT_COVERED.to_owned());
    if let Some(note) = note {
        let _ = write!(description, "\n\n{note}");
    }
    let has = |verdict| checked.iter().any(|one| one.verdict == verdict);
    let colour = if has(Verdict::Contradicted) {
        Outcome::Corrected
    } else if has(Verdict::Supported) && !has(Verdict::NotCovered) {
        Outcome::Answered
    } else {
        Outcome::Unknown
    };
    Outgoing::embed(Embed {
        title: Some("What the record says".to_owned()),
        description,
        color: render::colour(colour),
        footer: Some(Footer {
            text: format!(
                "A verdict is given on dates, steps, numbers and persons only · version {}",
                knowledge.version()
            ),
        }),
        ..Embed::default()
    })
}

const NOT_COVERED: &str = "**Not covered.** Nothing in that message is on record here.";

/// A sentence, the verdict, and the fact that decides with its sources.
fn verdict(knowledge: &Knowledge, checked: &Checked) -> String {
    const SENTENCE: usize = 160;
    let word = match checked.verdict {
        Verdict::Supported => "Supported",
        Verdict::Contradicted => "Contradicted",
        Verdict::NotCovered => "Not covered",
    };
    let sentence = escape_within(&checked.sentence, SENTENCE);
    let head = format!("**{word}:** {sentence}");
    let Some(answer) = &checked.answer else { return head };
    let shown = render::embed(answer, &render::Look { version: knowledge.version(), ..render::Look::default() });
    let sources = render::source_pages(&answer.citations).into_iter().next().unwrap_or_default();
    format!("{head}\n{}\n{sources}", shown.description)
}
