//! What the bot sends, as Discord takes it. Every body of a message pings nobody, because there is no other kind.

use serde::Serialize;
use serde::ser::Serializer;

use crate::discord::components::Row;
use crate::discord::files::File;
use crate::discord::limits;
use crate::ops::metrics::Outcome;

/// Said where a file was wanted and none may be sent.
const NO_FILES: &str =
    "I may not attach files in this channel. Whoever manages the server can allow it (Attach Files).";
/// Only the person who asked sees the message.
const EPHEMERAL: u32 = 1 << 6;
/// Nobody is notified of the message.
const SUPPRESS_NOTIFICATIONS: u32 = 1 << 12;

/// A message as the answer to an interaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outgoing {
    #[serde(flatten)]
    body: Body,
    allowed_mentions: NoMentions,
}

/// A message that the bot posts in a channel of its own accord or as a reply to a mention.
///
/// It always carries a nonce, so that sending it again after a time-out makes no second message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChannelPost {
    #[serde(flatten)]
    body: Body,
    allowed_mentions: NoMentions,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_reference: Option<Reference>,
    nonce: String,
    enforce_nonce: bool,
}

impl ChannelPost {
    /// What goes beside the body.
    pub fn files(&self) -> &[File] {
        &self.body.files
    }

    /// What came of what was asked.
    pub fn outcome(&self) -> Outcome {
        self.body.outcome.unwrap_or(Outcome::Shown)
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
struct Body {
    #[serde(skip_serializing_if = "Option::is_none")]
    content: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    embeds: Vec<Embed>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    components: Vec<Row>,
    #[serde(skip_serializing_if = "Option::is_none")]
    flags: Option<u32>,
    #[serde(rename = "attachments", skip_serializing_if = "Vec::is_empty", serialize_with = "listed")]
    files: Vec<File>,
    /// What came of what was asked; it is counted and not sent.
    #[serde(skip)]
    outcome: Option<Outcome>,
}

/// The files as the body names them; their bytes go beside it, under the same numbers.
fn listed<S: Serializer>(files: &[File], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Listed<'f> {
        id: String,
        filename: &'f str,
        description: &'f str,
    }
    let files = files.iter().enumerate();
    serializer.collect_seq(files.map(|(id, file)| Listed {
        id: id.to_string(),
        filename: &file.name,
        description: &file.description,
    }))
}

/// `{"parse":[]}`: whatever the text says, nobody is pinged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
struct NoMentions {
    parse: [(); 0],
    #[serde(skip_serializing_if = "Option::is_none")]
    replied_user: Option<bool>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Reference {
    message_id: String,
    /// The question may be deleted while the answer is on its way; the answer is then posted without a reference.
    fail_if_not_exists: bool,
}

impl Outgoing {
    /// A message of plain text; text beyond Discord's limit is cut at a sentence or word.
    pub fn text(content: &str) -> Self {
        let content = limits::trim(content, limits::aim(limits::CONTENT)).into_owned();
        Self::with(Body { content: Some(content), ..Body::default() })
    }

    /// A message of one embed, which must be within Discord's limits.
    pub fn embed(embed: Embed) -> Self {
        debug_assert!(embed.fits(), "an embed over Discord's limits: {embed:?}");
        Self::with(Body { embeds: vec![embed], ..Body::default() })
    }

    fn with(body: Body) -> Self {
        Self { body, allowed_mentions: NoMentions::default() }
    }

    /// The same message, seen by the person who asked and nobody else, when `private`.
    #[must_use]
    pub fn private(mut self, private: bool) -> Self {
        self.body.flags = private.then_some(EPHEMERAL);
        self
    }

    /// The same message, as what came of something that was asked.
    #[must_use]
    pub fn with_outcome(mut self, outcome: Outcome) -> Self {
        self.body.outcome = Some(outcome);
        self
    }

    /// What came of what was asked; something was shown unless the message says otherwise.
    pub fn outcome(&self) -> Outcome {
        self.body.outcome.unwrap_or(Outcome::Shown)
    }

    /// The same message with these rows of buttons below it.
    #[must_use]
    pub fn with_rows(mut self, rows: Vec<Row>) -> Self {
        debug_assert!(rows.len() <= limits::ROWS, "too many rows: {rows:?}");
        self.body.components = rows;
        self
    }

    /// The same message with this file.
    #[must_use]
    pub fn with_file(mut self, file: File) -> Self {
        self.body.files.push(file);
        self
    }

    /// The same message with this picture in its embed.
    #[must_use]
    pub fn with_picture(mut self, picture: File) -> Self {
        if let Some(embed) = self.body.embeds.first_mut() {
            embed.image = Some(Image { url: format!("attachment://{}", picture.name) });
        }
        self.with_file(picture)
    }

    /// The same message without its files, for where none may be attached. One that was nothing but a file says so.
    #[must_use]
    pub fn without_files(mut self) -> Self {
        let had_files = !self.body.files.is_empty();
        self.body.files.clear();
        for embed in &mut self.body.embeds {
            embed.image = None;
        }
        if had_files && self.body.embeds.is_empty() {
            self.body.content = Some(NO_FILES.to_owned());
        }
        self
    }

    /// What goes beside the body.
    pub fn files(&self) -> &[File] {
        &self.body.files
    }

    /// Whether only the person who asked will see it.
    pub fn is_private(&self) -> bool {
        self.body.flags.is_some_and(|flags| flags & EPHEMERAL != 0)
    }

    /// The same message with a line of text above it.
    #[must_use]
    pub fn with_text(mut self, text: &str) -> Self {
        self.body.content = Some(limits::trim(text, limits::aim(limits::CONTENT)).into_owned());
        self
    }

    /// The `custom_id`s of its buttons.
    pub(crate) fn custom_ids(&self) -> impl Iterator<Item = &str> {
        self.body.components.iter().flat_map(Row::custom_ids)
    }

    /// The same message as a post of its own, made at most once for this nonce.
    pub fn as_post(mut self, nonce: String, silent: bool) -> ChannelPost {
        self.body.flags = silent.then_some(SUPPRESS_NOTIFICATIONS);
        ChannelPost {
            body: self.body,
            allowed_mentions: NoMentions::default(),
            message_reference: None,
            nonce,
            enforce_nonce: true,
        }
    }

    /// The same message as a reply to another, posted at most once for that other one.
    pub fn in_reply_to(self, message: u64) -> ChannelPost {
        ChannelPost {
            body: self.body,
            allowed_mentions: NoMentions { replied_user: Some(false), ..NoMentions::default() },
            message_reference: Some(Reference { message_id: message.to_string(), fail_if_not_exists: false }),
            nonce: message.to_string(),
            enforce_nonce: true,
        }
    }
}

/// A box of text with a coloured edge.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Embed {
    /// A small line above all: the question that is answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<Author>,
    /// Always rich; Discord knows others, which it makes itself.
    #[serde(rename = "type")]
    pub kind: EmbedKind,
    /// Above the description; `None` for none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The text.
    pub description: String,
    /// The colour of the edge, `0xRRGGBB`.
    pub color: u32,
    /// Boxes below the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
    /// A picture below the text, one of the message's files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
    /// Small print.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footer: Option<Footer>,
}

/// The kind of embed that a bot can send.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum EmbedKind {
    /// One with text of its own.
    #[default]
    Rich,
}

/// A named text within an embed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Field {
    /// Its heading.
    pub name: String,
    /// Its text.
    pub value: String,
    inline: bool,
}

impl Field {
    /// A field on a line of its own.
    pub fn new(name: &str, value: String) -> Self {
        Self { name: name.to_owned(), value, inline: false }
    }

    /// A short field beside others.
    pub fn short(name: &str, value: String) -> Self {
        Self { inline: true, ..Self::new(name, value) }
    }
}

/// A picture within an embed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Image {
    url: String,
}

/// The small line above an embed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Author {
    /// Plain text, without formatting.
    pub name: String,
}

/// The small print of an embed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Footer {
    /// Plain text, without formatting.
    pub text: String,
}

impl Embed {
    /// Whether every part, and all parts together, are within what is aimed at.
    pub fn fits(&self) -> bool {
        let within = |text: &str, limit| (1..=limit).contains(&limits::count(text));
        let title = self.title.as_deref().is_none_or(|title| within(title, limits::EMBED_TITLE));
        let author = self.author.as_ref().is_none_or(|author| within(&author.name, limits::AUTHOR));
        let footer = self.footer.as_ref().is_none_or(|footer| within(&footer.text, limits::FOOTER));
        let fields = self.fields.len() <= limits::EMBED_FIELDS
            && self.fields.iter().all(|field| {
                within(&field.name, limits::FIELD_NAME) && within(&field.value, limits::aim(limits::FIELD_VALUE))
            });
        let description = within(&self.description, limits::aim(limits::EMBED_DESCRIPTION));
        title && author && footer && fields && description && self.count() <= limits::aim(limits::EMBEDS_TOTAL)
    }

    /// The units of all its texts together.
    pub fn count(&self) -> usize {
        let title = self.title.as_deref().map_or(0, limits::count);
        let author = self.author.as_ref().map_or(0, |author| limits::count(&author.name));
        let footer = self.footer.as_ref().map_or(0, |footer| limits::count(&footer.text));
        let fields: usize =
            self.fields.iter().map(|field| limits::count(&field.name) + limits::count(&field.value)).sum();
        title + author + limits::count(&self.description) + fields + footer
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_body_pings_nobody() {
        let message = Outgoing::text("@everyone");
        assert_eq!(
            serde_json::to_value(&message).expect("plain data"),
            json!({"content": "@everyone", "allowed_mentions": {"parse": []}})
        );
        let post = message.in_reply_to(7);
        assert_eq!(
            serde_json::to_value(post).expect("plain data"),
            json!({
                "content": "@everyone",
                "allowed_mentions": {"parse": [], "replied_user": false},
                "message_reference": {"message_id": "7", "fail_if_not_exists": false},
                "nonce": "7",
                "enforce_nonce": true,
            })
        );
    }

    #[test]
    fn a_post_of_its_own_refers_to_nothing() {
        let post = Outgoing::text("x").private(true).as_post("n".to_owned(), true);
        assert_eq!(
            serde_json::to_value(post).expect("plain data"),
            json!({
                "content": "x", "flags": 4096, "allowed_mentions": {"parse": []}, "nonce": "n", "enforce_nonce": true,
            })
        );
    }

    #[test]
    fn files_are_named_in_the_body_and_shown_by_name() {
        let file = |name: &str| File::new(name, "image/png", "What it shows", vec![1].into());
        let embed = Embed { description: "x".to_owned(), ..Embed::default() };
        let message = Outgoing::embed(embed).with_picture(file("a.png")).with_file(file("b.png"));
        let body = serde_json::to_value(&message).expect("plain data");
        assert_eq!(body["embeds"][0]["image"]["url"], "attachment://a.png");
        assert_eq!(
            body["attachments"],
            json!([
                {"id": "0", "filename": "a.png", "description": "What it shows"},
                {"id": "1", "filename": "b.png", "description": "What it shows"},
            ])
        );
        assert_eq!(message.files().len(), 2);
        let bare = serde_json::to_value(message.without_files()).expect("plain data");
        assert!(bare.get("attachments").is_none() && bare["embeds"][0].get("image").is_none(), "{bare}");
        let only_a_file = Outgoing::text("Here it is.").with_file(file("a.png")).without_files();
        let bare = serde_json::to_value(only_a_file).expect("plain data");
        assert!(bare["content"].as_str().is_some_and(|text| text.contains("may not attach")), "{bare}");
    }

    #[test]
    fn private_messages_are_ephemeral() {
        let message = Outgoing::embed(Embed { description: "x".to_owned(), ..Embed::default() }).private(true);
        assert_eq!(serde_json::to_value(message).expect("plain data")["flags"], 64);
    }
}
