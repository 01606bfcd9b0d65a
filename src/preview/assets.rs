//! The page as it was built from `preview/`; it is part of the program, so nobody needs Node to see it.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use include_dir::{Dir, include_dir};

static BUILT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/preview/dist");

/// The page itself.
pub(super) fn page() -> Response {
    file("index.html")
}

/// A file of the page, by its name.
pub(super) fn file(name: &str) -> Response {
    let Some(file) = BUILT.get_file(name) else { return StatusCode::NOT_FOUND.into_response() };
    ([(header::CONTENT_TYPE, kind(name))], file.contents()).into_response()
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
        let page = BUILT.get_file("index.html").and_then(|file| file.contents_utf8()).expect("the page");
        let names = page.split(['"', '\'']).filter_map(|part| part.strip_prefix("./"));
        let names: Vec<&str> = names.collect();
        assert!(names.len() >= 3, "{page}");
        for name in names {
            assert_eq!(file(name).status(), StatusCode::OK, "{name}");
            assert_ne!(kind(name), "application/octet-stream", "{name}");
        }
    }
}
