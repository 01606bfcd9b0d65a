//! Bodies with files: read by another reader than the one who wrote them, and judged as Discord would.

use std::convert::Infallible;

use axum::body::Bytes;
use serde_json::Value;

use super::Upload;

/// The body of a request and its files, by what the request says that it is.
pub async fn unpack(kind: &str, bytes: Bytes) -> (Value, Vec<Upload>) {
    let Ok(boundary) = multer::parse_boundary(kind) else {
        let is_json = kind == "application/json" || bytes.is_empty();
        assert!(is_json, "a body that is neither JSON nor has files: {kind:?}");
        return (serde_json::from_slice(&bytes).unwrap_or(Value::Null), Vec::new());
    };
    let stream = futures_util::stream::once(async move { Ok::<_, Infallible>(bytes) });
    let mut parts = multer::Multipart::new(stream, boundary);
    let (mut body, mut files) = (Value::Null, Vec::new());
    while let Some(part) = parts.next_field().await.expect("well formed") {
        let name = part.name().expect("every part has a name").to_owned();
        let kind = part.content_type().map(ToString::to_string).unwrap_or_default();
        let file_name = part.file_name().map(str::to_owned);
        let bytes = part.bytes().await.expect("a part");
        if let Some(id) = name.strip_prefix("files[").and_then(|rest| rest.strip_suffix(']')) {
            let (id, name) = (id.to_owned(), file_name.expect("a file has a name"));
            files.push(Upload { id, name, kind, bytes: bytes.to_vec() });
        } else {
            assert_eq!(name, "payload_json");
            body = serde_json::from_slice(&bytes).expect("JSON");
        }
    }
    (body, files)
}

/// What Discord would refuse, or people could not use, in the files of a message.
pub fn problems(message: &Value, files: &[Upload]) -> Vec<String> {
    let listed = message["attachments"].as_array().cloned().unwrap_or_default();
    let mut problems = Vec::new();
    if listed.len() != files.len() || files.len() > 10 {
        problems.push(format!("{} files, {} of them named in the body", files.len(), listed.len()));
    }
    for file in files {
        let named = listed.iter().find(|it| it["id"].as_str() == Some(&file.id));
        let Some(named) = named else {
            problems.push(format!("the file {} is not named in the body", file.id));
            continue;
        };
        let description = named["description"].as_str().map_or(0, |text| text.encode_utf16().count());
        if named["filename"].as_str() != Some(&file.name) || !(1..=1_024).contains(&description) {
            problems.push(format!("the file {} is {named}", file.name));
        }
        let is_as_told = match file.kind.as_str() {
            "image/png" => file.bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
            "text/calendar" => file.bytes.starts_with(b"BEGIN:VCALENDAR\r\n"),
            _ => false,
        };
        if !is_as_told {
            problems.push(format!("the file {} is no {}", file.name, file.kind));
        }
    }
    for embed in message["embeds"].as_array().into_iter().flatten() {
        if let Some(url) = embed["image"]["url"].as_str()
            && !files.iter().any(|file| url == format!("attachment://{}", file.name))
        {
            problems.push(format!("a picture that is not there: {url}"));
        }
    }
    problems
}
