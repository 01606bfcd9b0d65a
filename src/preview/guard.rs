//! Who may ask: this machine's own page and nobody else.
//!
//! A page of somebody else, open in the same browser, could send requests here. Its name is in `Host` when it has made
//! its name lead to this machine (DNS rebinding), and in `Origin` and `Sec-Fetch-Site` when it posts across.

use std::net::IpAddr;

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// What the page may do: nothing but what comes from here.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
                      trusted-types lit-html";

/// Refuses what does not come from the page, and sends headers with everything that keep the page to itself.
pub(super) async fn guard(request: Request, next: Next) -> Response {
    let mut response = match refusal(request.method(), request.headers()) {
        Some((status, why)) => (status, format!("{why}\n")).into_response(),
        None => next.run(request).await,
    };
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    for (name, value) in
        [("cross-origin-opener-policy", "same-origin"), ("cross-origin-resource-policy", "same-origin")]
    {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Why a request is refused, if it is.
fn refusal(method: &Method, headers: &HeaderMap) -> Option<(StatusCode, &'static str)> {
    let text = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let host = text(header::HOST).unwrap_or_default();
    if !is_address(host) {
        return Some((StatusCode::MISDIRECTED_REQUEST, "Open the preview by its address or as localhost."));
    }
    if *method == Method::GET || *method == Method::HEAD {
        return None;
    }
    let own = format!("http://{host}");
    let from_elsewhere = text(header::ORIGIN).is_some_and(|origin| origin != own)
        || headers.get("sec-fetch-site").is_some_and(|site| site != "same-origin" && site != "none");
    if from_elsewhere {
        return Some((StatusCode::FORBIDDEN, "Only the preview's own page may send this."));
    }
    // A form of another page can send plain text unasked, but not this.
    if text(header::CONTENT_TYPE) != Some("application/json") {
        return Some((StatusCode::UNSUPPORTED_MEDIA_TYPE, "Send JSON."));
    }
    None
}

/// Whether a host is an address or `localhost`, and no name that somebody else could have made lead here.
fn is_address(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    bare.eq_ignore_ascii_case("localhost") || bare.parse::<IpAddr>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_names() {
        for host in ["127.0.0.1", "127.0.0.1:8787", "localhost:8787", "LOCALHOST", "[::1]:8787", "[::1]", "10.0.0.7:1"]
        {
            assert!(is_address(host), "{host}");
        }
        for host in
            ["", "evil.example", "evil.example:8787", "127.0.0.1.evil.example", "localhost.evil.example:80", ":1"]
        {
            assert!(!is_address(host), "{host}");
        }
    }
}
