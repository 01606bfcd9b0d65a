//! The page as it was built from `preview/`; it is part of the program, so nobody needs Node to see it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::embedded;

/// The files of `preview/dist` by their names, as `build.rs` found them. Empty if the program's file is damaged, of which the
/// knowledge in it tells first.
static BUILT: LazyLock<BTreeMap<String, Vec<u8>>> =
    LazyLock::new(|| embedded::read(include_bytes!(concat!(env!("OUT_DIR"), "/page.bin"))).unwrap_or_default());

/// The page itself.
pub(super) fn page() -> Response {
    file("index.html")
}

/// A file of the page, by its name.
pub(super) fn file(name: &str) -> Response {
    let Some(file) = BUILT.get(name) else { return StatusCode::NOT_FOUND.into_response() };
    ([(header::CONTENT_TYPE, kind(name))], &file[..]).into_response()
}

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_only_files_that_are_there() {
        let page = BUILT.get("index.html").and_then(|file| std::str::from_utf8(file).ok()).expect("the page");
        let names = page.split(['"', '\'']).filter_map(|part| part.strip_prefix("./"));
        let names: Vec<&str> = names.collect();
        assert!(names.len() >= 3, "{page}");
        for name in names {
            assert_eq!(file(name).status(), StatusCode::OK, "{name}");
            assert_ne!(kind(name), "application/octet-stream", "{name}");
        }
    }
}
