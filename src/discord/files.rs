//! Files that go with a message, and the body that carries both: `multipart/form-data`, RFC 7578.

use std::fmt;
use std::sync::Arc;

use axum::body::Bytes;
use serde::Serialize;

use crate::discord::escape::visible;
use crate::discord::limits;

/// A file that goes with a message. Clones share the bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    /// Its name: letters, digits, `-`, `_` and a dot before the ending, so that it can stand in a header as it is.
    pub name: String,
    /// What it shows, for those who do not see it.
    pub description: String,
    /// Its media type.
    pub kind: &'static str,
    /// What is in it.
    pub bytes: Arc<[u8]>,
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("File").field("name", &self.name).field("bytes", &self.bytes.len()).finish_non_exhaustive()
    }
}

impl File {
    /// A file; its description is cut to Discord's limit, and what could not stand in a header is taken from its name.
    pub fn new(name: &str, kind: &'static str, description: &str, bytes: Arc<[u8]>) -> Self {
        let is_plain = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        let name = name.chars().filter(is_plain).collect();
        let description = limits::trim(&visible(description), limits::aim(limits::FILE_DESCRIPTION)).into_owned();
        Self { name, description, kind, bytes }
    }
}

/// A body and what it is. Clones share the bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// For the header `Content-Type`.
    pub content_type: String,
    /// The body.
    pub bytes: Bytes,
}

/// Where a body with files has its message.
const PAYLOAD: &str = "payload_json";

impl Packed {
    /// A body as JSON, with its files beside it where there are any.
    pub fn new<T: Serialize + ?Sized>(body: &T, files: &[File]) -> Self {
        let json = serde_json::to_vec(body).expect("our bodies are strings, numbers and lists, which always serialise");
        if files.is_empty() {
            return Self { content_type: "application/json".to_owned(), bytes: json.into() };
        }
        let boundary = boundary(&json, files);
        let mut bytes = Vec::with_capacity(json.len() + files.iter().map(|file| file.bytes.len() + 512).sum::<usize>());
        part(&mut bytes, &boundary, &format!("name=\"{PAYLOAD}\""), "application/json", &json);
        for (at, file) in files.iter().enumerate() {
            let names = format!("name=\"files[{at}]\"; filename=\"{}\"", file.name);
            part(&mut bytes, &boundary, &names, file.kind, &file.bytes);
        }
        bytes.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
        Self { content_type: format!("multipart/form-data; boundary={boundary}"), bytes: bytes.into() }
    }
}

fn part(into: &mut Vec<u8>, boundary: &str, names: &str, kind: &str, bytes: &[u8]) {
    let head = format!("--{boundary}\r\nContent-Disposition: form-data; {names}\r\nContent-Type: {kind}\r\n\r\n");
    into.extend_from_slice(head.as_bytes());
    into.extend_from_slice(bytes);
    into.extend_from_slice(b"\r\n");
}

/// A line that is in none of the parts. It depends on them alone, so the same message is the same bytes.
fn boundary(json: &[u8], files: &[File]) -> String {
    let parts = || std::iter::once(json).chain(files.iter().map(|file| &*file.bytes));
    let is_in = |line: &str| parts().any(|part| part.windows(line.len()).any(|window| window == line.as_bytes()));
    let mut number = 0_u32;
    loop {
        let line = format!("accords-part-{number:08}");
        if !is_in(&line) {
            return line;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn without_files_a_body_is_json() {
        let packed = Packed::new(&json!({"content": "x"}), &[]);
        assert_eq!((packed.content_type.as_str(), &packed.bytes[..]), ("application/json", &br#"{"content":"x"}"#[..]));
    }

    #[tokio::test]
    async fn another_reader_finds_the_parts_whatever_is_in_them() {
        let nasty = b"\r\n--accords-part-00000000\r\n\r\naccords-part-00000001--".to_vec();
        let file = File::new("a \"b\"\r\n.png", "image/png", "x", nasty.clone().into());
        assert_eq!(file.name, "ab.png");
        let body = json!({"content": "accords-part-00000002"});
        let packed = Packed::new(&body, std::slice::from_ref(&file));
        assert_eq!(packed, Packed::new(&body, &[file]), "the same message is the same bytes");

        let boundary = multer::parse_boundary(&packed.content_type).expect("a boundary");
        let whole = packed.bytes;
        let stream = futures_util::stream::once(async move { Ok::<_, std::convert::Infallible>(whole) });
        let mut parts = multer::Multipart::new(stream, boundary);
        let first = parts.next_field().await.expect("well formed").expect("a part");
        assert_eq!((first.name(), first.content_type().map(AsRef::as_ref)), (Some(PAYLOAD), Some("application/json")));
        assert_eq!(first.text().await.expect("text"), body.to_string());
        let second = parts.next_field().await.expect("well formed").expect("a part");
        assert_eq!((second.name(), second.file_name()), (Some("files[0]"), Some("ab.png")));
        assert_eq!(second.bytes().await.expect("bytes"), nasty);
        assert!(parts.next_field().await.expect("well formed").is_none());
    }
}
