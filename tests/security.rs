//! What `SECURITY.md` says: each test that it names is there, and some that belong nowhere else.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use accords::knowledge::check::check;
use accords::knowledge::load;
use tokio::net::TcpListener;

use support::process::Bot;
use support::{Fault, Standin};

// Nothing outside this test sees what is public in there, and the other tests use the rest.
#[allow(missing_docs, unreachable_pub, dead_code)]
mod support;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files with this ending, in a folder and below.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of the project");
    let mut found = Vec::new();
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|it| it == ending) {
            found.push(path);
        }
    }
    found
}

#[test]
fn every_test_that_is_named_is_there() {
    let text = fs::read_to_string(root().join("SECURITY.md")).expect("the file");
    let named: BTreeSet<(&str, &str)> = text.split('`').filter_map(|part| part.split_once(".rs::")).collect();
    assert!(named.len() > 40, "only {} tests are named", named.len());
    for (file, name) in named {
        let path = root().join(format!("{file}.rs"));
        let source = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        // In front of the function, with nothing between but other attributes.
        let (before, _) =
            source.split_once(&format!("fn {name}(")).unwrap_or_else(|| panic!("{file}.rs has no {name}"));
        let item = before.rsplit_once("\n\n").map_or(before, |(_, item)| item);
        assert!(
            ["#[test]", "#[tokio::test"].iter().any(|attribute| item.contains(attribute)) || is_in_proptest(before),
            "{file}.rs::{name} is no test"
        );
        assert!(!item.contains("#[ignore"), "{file}.rs::{name} is not run");
    }
}

/// Whether what follows lies in a list of properties.
fn is_in_proptest(before: &str) -> bool {
    before.rfind("proptest! {").is_some_and(|at| before[at..].contains("#[test]"))
}

/// Every advisory that is named as known stands in `deny.toml`, and the other way round.
#[test]
fn the_known_advisories_are_those_of_the_configuration() {
    let text = fs::read_to_string(root().join("SECURITY.md")).expect("the file");
    let configured = fs::read_to_string(root().join("deny.toml")).expect("the file");
    let numbers: Vec<&str> = configured.split("RUSTSEC-2026-").skip(1).map(|rest| &rest[..4]).collect();
    assert!(!numbers.is_empty());
    for number in numbers {
        assert!(text.contains(&format!("-{number}")), "RUSTSEC-2026-{number} is not in SECURITY.md");
    }
}

/// Of serenity, whose own connections use an old TLS library, only types of what Discord sends are named.
#[test]
fn the_old_gateway_is_never_called() {
    let connects = ["Client", "Http", "Shard", "gateway", "http", "Context", "Cache", "WebSocket", "ratelimit"];
    for path in files(&root().join("src"), "rs") {
        let source = fs::read_to_string(&path).expect("a source");
        for used in source.split("serenity::").skip(1) {
            let names = used.split([';', '\n']).next().unwrap_or_default();
            let block =
                used.strip_prefix("all::{").and_then(|list| list.split_once('}')).map_or(names, |(list, _)| list);
            for name in connects {
                let words = block.split(|c: char| !c.is_alphanumeric() && c != '_');
                let is_named = words.into_iter().any(|word| word == name || word.starts_with(name) && name == "Shard");
                assert!(!is_named, "{} names serenity's {name}", path.display());
            }
        }
    }
}

#[test]
fn a_text_is_a_file_of_its_folder() {
    let good = include_str!("fixtures/knowledge-good/sources.toml");
    assert!(good.contains("text = \"gazette.txt\""));
    for name in ["../secret.txt", "/etc/passwd", "a/b.txt", "..\\\\b.txt", ".hidden", "C:b.txt", ""] {
        let text = good.replace("gazette.txt", name);
        let folder = load::folder_of(vec![("sources.toml".to_owned(), text)], Path::new("")).expect("a file");
        assert!(!load::is_file_name(&name.replace("\\\\", "\\")), "{name}");
        let texts = load::read_texts(&folder, &root().join("tests/fixtures/texts")).expect("the folder can be read");
        assert!(texts.is_empty(), "{name} is not read");
        assert!(check(&folder).iter().any(|finding| finding.check == "source-text"), "{name} is a finding");
    }
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let elsewhere = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = format!("http://{}/api/v10/gateway/bot", elsewhere.local_addr().expect("an address"));
    let address: &'static str = Box::leak(address.into_boxed_str());
    for status in [301, 302, 307, 308] {
        let standin = Standin::start().await;
        let headers = vec![("Location", address)];
        standin.fail_next(Fault { method: "GET", path: "/gateway/bot", status, headers, body: "" });
        let (exit, output) = Bot::start(&standin).end().await;
        assert_eq!(exit.code(), Some(1), "{status}: {output}");
        let visited = tokio::time::timeout(std::time::Duration::from_millis(50), elsewhere.accept()).await;
        assert!(visited.is_err(), "the token went elsewhere after {status}");
    }
}
