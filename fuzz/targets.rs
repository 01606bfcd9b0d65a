//! What is fuzzed, as plain functions from bytes. One that returns has found nothing; a fault is a panic.
//!
//! Two drivers run the same functions: proptest in `tests/fuzz.rs`, and cargo-fuzz through `fuzz_targets/`.

use std::collections::HashSet;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use accords::answer::{Answer, MAX_TEXT_CHARS, Outcome, ask};
use accords::config::Secret;
use accords::daily::plan::Schedule;
use accords::daily::zones;
use accords::discord::answering::Answering;
use accords::discord::app::App;
use accords::discord::day;
use accords::discord::endpoint;
use accords::discord::rest::Rest;
use accords::export::{csv, ics, json};
use accords::knowledge::Knowledge;
use accords::knowledge::check::check;
use accords::knowledge::date::PartialDate;
use accords::knowledge::date_mentions::{Mentioned, find_dates};
use accords::knowledge::load;
use accords::question::Question;
use accords::text::tokens::tokenise;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderValue, Request, StatusCode, header};
use ed25519_dalek::{Signature, Signer, SigningKey};
use jiff::ToSpan;
use jiff::civil::{Date, Time, date};
use serde::de::IgnoredAny;
use serde_json::Value;
use tokio::runtime::Runtime;
use tower::ServiceExt;

/// A target: its name, which its folder of seeds and its binary have too, and what it runs.
pub(crate) type Target = (&'static str, fn(&[u8]));

/// All targets.
pub(crate) const TARGETS: [Target; 5] = [
    ("question", question),
    ("knowledge", knowledge),
    ("interaction", interaction),
    ("signature", signature),
    ("dates", dates),
];

/// The most of a question that is tried: a message on Discord has at most 4,000 characters.
const LONGEST: usize = 4_000;
/// The largest answer of the endpoint that is read; Discord takes files up to 10 MiB.
const LARGEST: usize = 10 << 20;
/// Discord's limit for all text of a message's embeds together.
const EMBEDS: usize = 6_000;
/// Discord's limit for the content of a message.
const CONTENT: usize = 2_000;
/// Discord's limit for suggestions.
const CHOICES: usize = 25;
/// A part of what is said where an answer has panicked; the panic itself is caught, so that the bot goes on.
const PANICKED: &str = "Something went wrong with this answer";
/// When signed requests are sent; Discord sends seconds since 1970.
const TIMESTAMP: &str = "1767225600";

/// The day on which everything is asked.
fn today() -> Date {
    date(2026, 7, 1)
}

fn built_in() -> &'static Knowledge {
    static KNOWLEDGE: OnceLock<Knowledge> = OnceLock::new();
    KNOWLEDGE.get_or_init(|| Knowledge::embedded().expect("the build checked it"))
}

/// Any text as a question, or two lines as a question and the one before it: there is an outcome, the same each time, with
/// a source behind every sentence or none at all.
pub(crate) fn question(data: &[u8]) {
    let text: String = String::from_utf8_lossy(data).chars().take(LONGEST).collect();
    let (earlier, text) = text.split_once('\n').map_or((None, text.as_str()), |(first, rest)| (Some(first), rest));
    let asked = Question::new(text, today()).after(earlier);
    let answer = ask(built_in(), &asked);
    assert_sourced(built_in(), &answer);
    assert_eq!(ask(built_in(), &asked), answer, "the same question has the same answer");
}

/// Every sentence of an answer has its source, and what is no answer has none.
fn assert_sourced(knowledge: &Knowledge, answer: &Answer) {
    assert!(answer.text.chars().count() <= MAX_TEXT_CHARS, "{} is too long", answer.text);
    assert!(answer.suggestions.len() <= 3, "{:?}", answer.suggestions);
    if matches!(answer.outcome, Outcome::Unknown | Outcome::Ambiguous) {
        assert!(answer.sentences.is_empty() && answer.citations.is_empty() && answer.facts.is_empty(), "{answer:?}");
        return;
    }
    assert!(!answer.sentences.is_empty(), "{answer:?}");
    for sentence in &answer.sentences {
        assert!(!sentence.citations.is_empty() && !sentence.facts.is_empty(), "{sentence:?}");
        assert!(sentence.citations.iter().all(|&at| at < answer.citations.len()), "{sentence:?}");
        assert!(sentence.facts.iter().all(|id| knowledge.fact(id).is_some()), "{sentence:?}");
    }
    assert!(answer.citations.iter().all(|citation| !citation.snippet.is_empty()), "{:?}", answer.citations);
    assert!(answer.disagreements.iter().all(|other| other.citation < answer.citations.len()), "{answer:?}");
}

/// What begins a file in the input of [`knowledge`]; its path follows.
const FILE: &str = "#file ";

/// Any text as a knowledge folder: it has findings, each at a place that exists, or it is linked and can be asked and
/// written out.
pub(crate) fn knowledge(data: &[u8]) {
    let Ok(folder) = load::folder_of(files(&String::from_utf8_lossy(data)), Path::new("input")) else { return };
    let findings = check(&folder);
    for finding in &findings {
        let file = folder.files.iter().find(|file| file.path == finding.file);
        let lines = file.map(|file| file.text.lines().count().max(1) + 1);
        assert!(lines.is_some_and(|lines| (1..=lines).contains(&finding.line)), "{finding} is nowhere");
        assert!(finding.column >= 1 && !finding.message.is_empty() && !finding.mend.is_empty(), "{finding}");
    }
    let linked = Knowledge::from_folder(&folder);
    assert_eq!(linked.is_ok(), findings.is_empty(), "{findings:?}");
    let Ok(knowledge) = linked else { return };
    for text in ["When did Bahrain sign?", "Who signed?", "What happened on 15 September?", "Bahrain", ""] {
        assert_sourced(&knowledge, &ask(&knowledge, &Question::new(text, today())));
    }
    let written = json(&knowledge);
    assert!(serde_json::from_str::<Value>(&written).is_ok(), "{written}");
    assert!(!csv(&knowledge).is_empty() && ics(&knowledge).starts_with("BEGIN:VCALENDAR"));
}

/// The files of a text in which a line names each.
fn files(text: &str) -> Vec<(String, String)> {
    let mut files = vec![("a.toml".to_owned(), String::new())];
    let mut paths = HashSet::from(["a.toml".to_owned()]);
    for line in text.split_inclusive('\n') {
        match line.strip_prefix(FILE).map(str::trim).filter(|path| paths.insert((*path).to_owned())) {
            Some(path) => files.push((path.to_owned(), String::new())),
            None => files.last_mut().expect("the first is there").1.push_str(line),
        }
    }
    files.retain(|(_, text)| !text.is_empty());
    files
}

/// The answer to an interaction that Discord has signed: its status, its kind and its body.
pub(crate) fn answer_to(interaction: &[u8]) -> (StatusCode, String, Vec<u8>) {
    post(&sign(TIMESTAMP.as_bytes(), interaction), TIMESTAMP.as_bytes(), interaction)
}

/// Any bytes as an interaction that Discord has signed: it is answered in a form that Discord takes, or refused.
pub(crate) fn interaction(data: &[u8]) {
    let (status, kind, answer) = answer_to(data);
    let sent: Option<Value> = serde_json::from_slice(data).ok();
    if status != StatusCode::OK {
        assert_eq!(status, StatusCode::BAD_REQUEST, "{sent:?}");
        return;
    }
    // Half of a pair of surrogates is JSON and no text: in a field that nobody reads it does no harm.
    let Some(sent) = sent else {
        assert!(serde_json::from_slice::<IgnoredAny>(data).is_ok(), "what is no JSON is refused");
        return;
    };
    assert!(!String::from_utf8_lossy(&answer).contains(PANICKED), "an answer panicked: {sent}");
    // With files, the body is the first part of a form.
    let body = if kind == "application/json" { &answer[..] } else { first_part(&answer) };
    let body: Value = serde_json::from_slice(body).unwrap_or_else(|error| panic!("{error}: {sent}"));
    let allowed: &[u64] = match sent["type"].as_u64() {
        Some(1) => &[1],
        Some(2) => &[4, 5, 9],
        Some(3) => &[4, 5, 7, 9],
        Some(4) => &[8],
        _ => &[4, 5, 7],
    };
    assert!(body["type"].as_u64().is_some_and(|kind| allowed.contains(&kind)), "{body} to {sent}");
    let message = &body["data"];
    if body["type"] == 4 || body["type"] == 7 {
        assert_eq!(message["allowed_mentions"]["parse"], serde_json::json!([]), "nobody is pinged: {body}");
        assert!(length(&message["content"]) <= CONTENT, "{body}");
        let embeds = message["embeds"].as_array().map_or(0, |embeds| embeds.iter().map(text_of).sum());
        assert!(embeds <= EMBEDS, "{embeds} characters in embeds: {body}");
    }
    if let Some(choices) = message["choices"].as_array() {
        let is_valid = |choice: &Value| (1..=100).contains(&length(&choice["name"]));
        assert!(choices.len() <= CHOICES && choices.iter().all(is_valid), "{body}");
    }
}

/// Characters as Discord counts them.
fn length(value: &Value) -> usize {
    value.as_str().map_or(0, |text| text.encode_utf16().count())
}

/// What counts towards the limit of all embeds.
fn text_of(embed: &Value) -> usize {
    let fields = embed["fields"].as_array().into_iter().flatten();
    [&embed["title"], &embed["description"], &embed["footer"]["text"], &embed["author"]["name"]]
        .into_iter()
        .chain(fields.flat_map(|field| [&field["name"], &field["value"]]))
        .map(length)
        .sum()
}

/// The first part of a form, between its headers and the next boundary.
fn first_part(form: &[u8]) -> &[u8] {
    let find = |bytes: &[u8], what: &[u8]| bytes.windows(what.len()).position(|window| window == what);
    let start = find(form, b"\r\n\r\n").expect("headers of the first part") + 4;
    let rest = &form[start..];
    &rest[..find(rest, b"\r\n--").expect("a boundary")]
}

/// Three lines, a signature, a timestamp and a body: taken as they are, and as a change to the right signature. Only
/// what Discord signed is answered.
pub(crate) fn signature(data: &[u8]) {
    let mut parts = data.splitn(3, |&byte| byte == b'\n');
    let mut next = || parts.next().unwrap_or_default();
    let (change, timestamp, body) = (next(), next(), next());
    let is_believed = |signature: &[u8]| post(signature, timestamp, body).0 != StatusCode::UNAUTHORIZED;
    if HeaderValue::from_bytes(timestamp).is_err() {
        return;
    }
    let right = sign(timestamp, body);
    assert!(is_believed(&right), "what Discord signed is refused");
    if HeaderValue::from_bytes(change).is_ok() {
        assert_eq!(is_believed(change), is_signature(change, timestamp, body), "as it is");
    }
    let changed: Vec<u8> = right.iter().zip(change.iter().chain(std::iter::repeat(&0))).map(|(a, b)| a ^ b).collect();
    if HeaderValue::from_bytes(&changed).is_ok() {
        assert_eq!(is_believed(&changed), changed.eq_ignore_ascii_case(&right), "changed");
    }
}

/// Whether a header is the signature of a request, found out without the program's own reading of it.
fn is_signature(header: &[u8], timestamp: &[u8], body: &[u8]) -> bool {
    let is_hex = header.len() == 128 && header.iter().all(u8::is_ascii_hexdigit);
    let Some(text) = std::str::from_utf8(header).ok().filter(|_| is_hex) else { return false };
    let bytes = std::array::from_fn(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).expect("two digits"));
    let signed = [timestamp, body].concat();
    secret().verifying_key().verify_strict(&signed, &Signature::from_bytes(&bytes)).is_ok()
}

fn secret() -> SigningKey {
    SigningKey::from_bytes(&[42; 32])
}

/// The signature of a request, as Discord writes it.
fn sign(timestamp: &[u8], body: &[u8]) -> Vec<u8> {
    let signature = secret().sign(&[timestamp, body].concat()).to_bytes();
    signature.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect()
}

/// What a bot needs that is asked over HTTP.
struct Bot {
    runtime: Runtime,
    app: Arc<App>,
    rest: Arc<Rest>,
}

fn bot() -> &'static Bot {
    static BOT: OnceLock<Bot> = OnceLock::new();
    BOT.get_or_init(|| {
        // Nobody is there: only what takes very long would be sent there, and is then lost.
        let nobody = "http://127.0.0.1:1".parse().expect("an address");
        let rest = Rest::new(&nobody, &Secret::new("none")).expect("a client");
        let app = App::new(Knowledge::embedded().expect("the build checked it"), today);
        Bot { runtime: Runtime::new().expect("a runtime"), app: Arc::new(app), rest: Arc::new(rest) }
    })
}

/// Posts a request to an endpoint of its own, which remembers no other; the status, the kind and the body of the answer.
fn post(signature: &[u8], timestamp: &[u8], body: &[u8]) -> (StatusCode, String, Vec<u8>) {
    let bot = bot();
    let request = Request::post("/interactions")
        .header("X-Signature-Ed25519", signature)
        .header("X-Signature-Timestamp", timestamp)
        .body(Body::from(body.to_vec()))
        .expect("the headers were looked at");
    bot.runtime.block_on(async {
        let answering = Answering::new(Arc::clone(&bot.app), Arc::clone(&bot.rest));
        let routes = endpoint::routes(secret().verifying_key(), answering);
        let response = routes.oneshot(request).await.expect("it never fails");
        let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let (status, kind) = (response.status(), kind.unwrap_or_default().to_owned());
        (status, kind, to_bytes(response.into_body(), LARGEST).await.expect("a body of a size").to_vec())
    })
}

/// Any text as a date, a day, a date within a text and a time zone: what is read can be written and read again, and a
/// post on that day at a time in that zone has its place in time.
pub(crate) fn dates(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Ok(read) = text.parse::<PartialDate>() {
        assert_eq!(read.iso(), text, "a date is written as it was");
        assert_read_back(read);
    }
    let tokens = tokenise(&text);
    let mut end = 0;
    for found in find_dates(&tokens) {
        assert!(found.first >= end && found.count > 0, "{found:?} in {tokens:?}");
        end = found.first + found.count;
        match found.date {
            Mentioned::Dated(read) => assert_read_back(read),
            Mentioned::Yearly(month, day) => assert!(Date::new(2024, month, day).is_ok(), "{found:?}"),
            Mentioned::Month(month) => assert!((1..=12).contains(&month), "{found:?}"),
        }
    }
    assert!(end <= tokens.len(), "a date beyond {tokens:?}");
    if let Some((month, day)) = day::parse(&text, today()) {
        assert_eq!(day::parse(&day::written(month, day), today()), Some((month, day)), "{text}");
    }
    let of_text = day::date(&text, today());
    if let Some(read) = of_text {
        assert_eq!(day::date(&read.iso(), today()), Some(read), "{text}");
    }
    let zone = text.lines().last().unwrap_or_default();
    let now = today().at(12, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).expect("it exists").timestamp();
    let (named, like) = zones::of_name(zone);
    for name in named.into_iter().chain(like.into_iter().take(3)).chain(zones::of_offset(zone, now)).take(4) {
        let first_line = text.lines().next().and_then(|line| day::date(line, today()));
        assert_scheduled(name, first_line.or(of_text).map_or(today(), PartialDate::first), data);
    }
}

/// A date is in order, and reads the same as ISO and as prose.
fn assert_read_back(read: PartialDate) {
    assert!(read.first() <= read.last() && read.contains(read), "{read:?}");
    assert_eq!(read.iso().parse(), Ok(read));
    // Other numbers of four digits are just numbers in a text.
    if (1900..=2099).contains(&read.year()) {
        let found: Vec<Mentioned> = find_dates(&tokenise(&read.to_string())).iter().map(|found| found.date).collect();
        assert_eq!(found, [Mentioned::Dated(read)], "{read}");
    }
}

/// The post of a day in a zone lies within that day or right after it, and the next one comes later and is of a later day.
fn assert_scheduled(name: &str, day: Date, data: &[u8]) {
    // Where a time zone begins or ends to be known, days have no neighbours.
    if !(1970..=2100).contains(&day.year()) {
        return;
    }
    let zone = zones::get(name).unwrap_or_else(|| panic!("{name} is offered and not known"));
    let minute = data.iter().fold(0_u16, |sum, &byte| sum.wrapping_mul(31).wrapping_add(byte.into())) % 1_440;
    let hour = i8::try_from(minute / 60).expect("below 24");
    let time = Time::new(hour, i8::try_from(minute % 60).expect("below 60"), 0, 0).expect("a time");
    let schedule = Schedule { time, zone: zone.clone() };
    let Some(slot) = schedule.slot(day) else { return };
    let there = slot.at.to_zoned(zone).date();
    assert!(there == day || there == day.tomorrow().expect("there is one"), "{slot:?} in {name} at {time}");
    let next = schedule.next(slot.at, Some(day)).unwrap_or_else(|| panic!("nothing after {slot:?} in {name}"));
    assert!(next.at > slot.at && next.day > day, "{next:?} after {slot:?} in {name}");
    assert!(next.day <= day + 3.days(), "{next:?} is not the next after {slot:?} in {name}");
}
