//! Whether Discord signed a request: Ed25519 over the timestamp and the body, as they came.

use axum::http::HeaderMap;
use ed25519_dalek::{Signature, VerifyingKey};

use crate::config::bytes_of_hex;

const SIGNATURE: &str = "x-signature-ed25519";
const TIMESTAMP: &str = "x-signature-timestamp";

/// Whether the headers hold a signature of `body` by the key. A header that is missing, malformed or there twice makes
/// it none.
pub(super) fn is_valid(key: &VerifyingKey, headers: &HeaderMap, body: &[u8]) -> bool {
    let (Some(signature), Some(timestamp)) = (the_one(headers, SIGNATURE), the_one(headers, TIMESTAMP)) else {
        return false;
    };
    let Some(signature) = std::str::from_utf8(signature).ok().and_then(bytes_of_hex) else {
        return false;
    };
    let signed = [timestamp, body].concat();
    key.verify_strict(&signed, &Signature::from_bytes(&signature)).is_ok()
}

fn the_one<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a [u8]> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?;
    values.next().is_none().then(|| value.as_bytes())
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;
    use ed25519_dalek::{Signer, SigningKey};

    use super::*;

    fn headers(signature: &str, timestamp: &str) -> HeaderMap {
        let value = |text: &str| HeaderValue::from_str(text).expect("a header");
        HeaderMap::from_iter([
            (SIGNATURE.parse().expect("a name"), value(signature)),
            (TIMESTAMP.parse().expect("a name"), value(timestamp)),
        ])
    }

    fn hex(bytes: &[u8]) -> String {
        bytes
            .iter()
            .flat_map(|byte| [byte >> 4, byte & 15])
            .filter_map(|digit| char::from_digit(digit.into(), 16))
            .collect()
    }

    #[test]
    fn only_discords_signature_of_these_bytes_counts() {
        let secret = SigningKey::from_bytes(&[7; 32]);
        let key = secret.verifying_key();
        let good = hex(&secret.sign(b"1700000000{}").to_bytes());
        assert!(is_valid(&key, &headers(&good, "1700000000"), b"{}"));
        assert!(is_valid(&key, &headers(&good.to_uppercase(), "1700000000"), b"{}"));
        assert!(!is_valid(&key, &headers(&good, "1700000000"), b"{} "), "another body");
        assert!(!is_valid(&key, &headers(&good, "1700000001"), b"{}"), "another time");
        assert!(!is_valid(&SigningKey::from_bytes(&[8; 32]).verifying_key(), &headers(&good, "1700000000"), b"{}"));
        for odd in ["", "00", "zz", &good[1..], &format!("{good}00"), &format!("+{}", &good[1..]), &"0".repeat(128)] {
            assert!(!is_valid(&key, &headers(odd, "1700000000"), b"{}"), "{odd}");
        }
        let mut twice = headers(&good, "1700000000");
        twice.append(TIMESTAMP, HeaderValue::from_static("1700000000"));
        assert!(!is_valid(&key, &twice, b"{}"));
        assert!(!is_valid(&key, &HeaderMap::new(), b"{}"));
    }
}
