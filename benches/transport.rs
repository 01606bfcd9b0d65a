//! What the bot costs beside the least that any bot would: `cargo bench --bench transport`.
//!
//! Prints each figure with its limit, and ends with code 1 when one is passed. Everything runs on the loopback
//! interface, against the tests' stand-in for Discord; load and server share the machine's cores.

use std::env;
use std::fs;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use accords::config::Secret;
use accords::discord::answering::Answering;
use accords::discord::app::{App, utc_today};
use accords::discord::endpoint;
use accords::discord::rest::Rest;
use accords::knowledge::Knowledge;
use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use ed25519_dalek::{Signature, VerifyingKey};
use futures_util::StreamExt;
use reqwest::{Client, Method};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::process::Command;
use tokio_util::sync::CancellationToken;
use twilight_gateway::{ConfigBuilder, Intents, Message, Shard, ShardId};

use support::endpoint::{TIMESTAMP, secret, sign};
use support::events::{command, text, typing};
use support::process::Bot;
use support::{Standin, TOKEN};

// Nothing outside this program sees what is public in there.
#[allow(dead_code, missing_docs, unreachable_pub)]
#[path = "../tests/support/mod.rs"]
mod support;

/// Interactions for a median, and those before that are not counted.
const ROUNDS: usize = 300;
const WARM_UP: usize = 20;
/// Connections that ask the endpoint at once, and what they ask altogether.
const CONNECTIONS: usize = 100;
const REQUESTS: usize = 8_000;

const MOST_LATENCY: f64 = 1.3;
const LEAST_THROUGHPUT: f64 = 0.8;
const MOST_MEMORY: f64 = 30.0;
const MOST_SIZE: f64 = 18.0;

/// Set to the stand-in's address, it makes this program the bare bot: a process of its own, as ours is.
const PONG: &str = "ACCORDS_BENCH_PONG";

const QUESTIONS: [&str; 4] = [
    "When did Bahrain sign the Abraham Accords?",
    "Who signed for Israel?",
    "Is Kazakhstan a member?",
    "When did Saudi Arabia sign?",
];

/// The figures so far, and whether each is within its limit.
#[derive(Default)]
struct Figures {
    missed: usize,
}

impl Figures {
    fn tell(&mut self, what: &str, value: f64, within: bool, limit: &str) {
        self.missed += usize::from(!within);
        println!("{what:<58} {value:>9.2}   {limit}{}", if within { "" } else { "   MISSED" });
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    if let Ok(base) = env::var(PONG) {
        pong(&base).await;
        return ExitCode::SUCCESS;
    }
    let mut figures = Figures::default();
    size(&mut figures);
    latency(&mut figures).await;
    throughput(&mut figures).await;
    if figures.missed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn size(figures: &mut Figures) {
    let bytes = fs::metadata(env!("CARGO_BIN_EXE_accords")).expect("the program is built").len();
    let megabytes = mega(bytes);
    figures.tell("size of the program, MB", megabytes, megabytes < MOST_SIZE, "< 18");
}

#[allow(clippy::cast_precision_loss)] // a figure for people
fn mega(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

/// From `INTERACTION_CREATE` to its callback, beside a bot that says "pong" to everything. Both are asked in turns: how fast
/// a machine wakes a process that sleeps changes from one minute to the next, and is most of what is measured here.
async fn latency(figures: &mut Figures) {
    let bares_standin = Standin::start().await;
    let program = env::current_exe().expect("this program");
    let mut bare = Command::new(program).env(PONG, bares_standin.base()).kill_on_drop(true).spawn().expect("it starts");
    bares_standin.wait_ready().await;
    let standin = Standin::start().await;
    let bot = Bot::start_with(&standin, &[("RUST_LOG", "info")]);
    standin.wait_ready().await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    let idle = memory(&bot);
    figures.tell("memory of the connected bot, idle, MB", idle, idle < MOST_MEMORY, "< 30");
    let kinds: [(&str, &dyn Fn(usize) -> Value); 4] = [
        ("unknown command", &|_| command("nonesuch", &json!([]))),
        ("suggestions", &|_| typing("member", "country", "mor")),
        ("/onthisday", &|_| command("onthisday", &json!([text("date", "15 September")]))),
        ("/ask", &|round| ask(QUESTIONS[round % QUESTIONS.len()])),
    ];
    let mut pongs = Vec::new();
    let mut ours = kinds.map(|_| Vec::new());
    for round in 0..WARM_UP + ROUNDS {
        for ((_, make), times) in kinds.iter().zip(&mut ours) {
            let pong = once(&bares_standin, command("ask", &json!([text("question", "ping")]))).await;
            let our = once(&standin, make(round)).await;
            if round >= WARM_UP {
                pongs.push(pong);
                times.push(our);
            }
        }
    }
    let pong = median(&mut pongs);
    figures.tell("a bare bot's callback, median, us", micros(pong), true, "");
    for ((what, _), times) in kinds.iter().zip(&mut ours) {
        let time = median(times);
        figures.tell(&format!("our callback, {what}, median, us"), micros(time), true, "");
        let ratio = time.as_secs_f64() / pong.as_secs_f64();
        let is_limited = *what == "/ask";
        let (within, limit) = (ratio <= MOST_LATENCY || !is_limited, if is_limited { "<= 1.3" } else { "" });
        figures.tell(&format!("our callback, {what}, of the bare bot's"), ratio, within, limit);
    }
    figures.tell("memory after these answers, MB", memory(&bot), true, "");
    bot.stop().await;
    bare.kill().await.expect("it runs");
}

fn ask(question: &str) -> Value {
    command("ask", &json!([text("question", question)]))
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

/// How long one interaction waits for its callback.
async fn once(standin: &Standin, interaction: Value) -> Duration {
    let start = Instant::now();
    let path = format!("/api/v10/interactions/{}/", interaction["id"].as_str().expect("an id"));
    standin.dispatch("INTERACTION_CREATE", interaction);
    let at = standin.wait_for("callback", |state| {
        state.requests.iter().rev().find(|request| request.path.starts_with(&path)).map(|request| request.at)
    });
    at.await.duration_since(start)
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// A bot that says "pong", with the same libraries.
async fn pong(base: &str) {
    let agent = "DiscordBot (https://example.org, 1)";
    let client = Client::builder().no_proxy().user_agent(agent).build().expect("a client");
    let intents = Intents::GUILDS | Intents::GUILD_MESSAGES | Intents::DIRECT_MESSAGES;
    let config = ConfigBuilder::new(TOKEN.to_owned(), intents).proxy_url(base.replace("http:", "ws:")).build();
    let mut shard = Shard::with_config(ShardId::ONE, config);
    while let Some(Ok(message)) = shard.next().await {
        let Message::Text(text) = message else { continue };
        let event: Value = serde_json::from_str(&text).expect("JSON");
        if event["t"] != "INTERACTION_CREATE" {
            continue;
        }
        let (id, token) = (event["d"]["id"].as_str(), event["d"]["token"].as_str());
        let url = format!("{base}/api/v10/interactions/{}/{}/callback", id.expect("an id"), token.expect("a token"));
        let request = client.post(url).json(&json!({
            "type": 4, "data": {"content": "pong", "allowed_mentions": {"parse": []}},
        }));
        tokio::spawn(request.send());
    }
}

/// The resident memory of a process, where the system tells.
fn memory(bot: &Bot) -> f64 {
    let status = fs::read_to_string(format!("/proc/{}/status", bot.id())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or("0 kB");
    let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse().unwrap_or_default();
    mega(kilobytes * 1_024)
}

/// Requests a second under many connections, beside a handler that only verifies the signature.
async fn throughput(figures: &mut Figures) {
    let bare = serve(Router::new().route("/interactions", post(verify_only))).await;
    let rest = Rest::new(&"http://127.0.0.1:9".parse().expect("an address"), &Secret::new(TOKEN)).expect("a client");
    let app = App::new(Knowledge::embedded().expect("the knowledge"), utc_today);
    let answering = Answering::new(Arc::new(app), Arc::new(rest));
    let ours = serve(endpoint::routes(secret().verifying_key(), answering)).await;
    let ping = |_| json!({"type": 1});
    let suggestions = |_| typing("member", "country", "mor");
    let asked = |round: usize| ask(QUESTIONS[round % QUESTIONS.len()]);
    let kinds: [(&str, &dyn Fn(usize) -> Value); 3] =
        [("PING", &ping), ("suggestions", &suggestions), ("/ask", &asked)];
    for (what, make) in kinds {
        // What an answer takes to be found is not the endpoint's; suggestions and answers are shown beside it.
        let is_limited = what == "PING";
        // Twice, in turns, and the better of each: the machine may be busy with something else.
        let mut rates = [0_f64; 2];
        for _ in 0..2 {
            rates[0] = rates[0].max(rate(&bare, make).await);
            rates[1] = rates[1].max(rate(&ours, make).await);
        }
        figures.tell(&format!("a bare endpoint, {what}, requests a second"), rates[0], true, "");
        figures.tell(&format!("our endpoint, {what}, requests a second"), rates[1], true, "");
        let ratio = rates[1] / rates[0];
        let limit = if is_limited { ">= 0.8" } else { "" };
        let within = ratio >= LEAST_THROUGHPUT || !is_limited;
        figures.tell(&format!("our endpoint, {what}, of the bare one's"), ratio, within, limit);
    }
}

static KEY: LazyLock<VerifyingKey> = LazyLock::new(|| secret().verifying_key());

async fn verify_only(headers: HeaderMap, body: Bytes) -> Result<&'static str, StatusCode> {
    let header = |name: &str| headers.get(name).map(|value| value.as_bytes().to_vec()).unwrap_or_default();
    let text = String::from_utf8(header("x-signature-ed25519")).map_err(|_| StatusCode::UNAUTHORIZED)?;
    let digit = |at: usize| text.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok()).unwrap_or(0);
    let signature = Signature::from_bytes(&std::array::from_fn(|at| digit(2 * at)));
    let signed = [header("x-signature-timestamp"), body.to_vec()].concat();
    let valid = KEY.verify_strict(&signed, &signature);
    valid.map(|()| r#"{"type":1}"#).map_err(|_| StatusCode::UNAUTHORIZED)
}

async fn serve(routes: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(endpoint::serve(listener, routes, CancellationToken::new()));
    format!("http://{address}/interactions")
}

async fn rate(url: &str, make: &dyn Fn(usize) -> Value) -> f64 {
    let signed = |round| {
        let body = make(round).to_string().into_bytes();
        (sign(&body), body)
    };
    let requests: Arc<Vec<(String, Vec<u8>)>> = Arc::new((0..REQUESTS).map(signed).collect());
    let client = Client::builder().no_proxy().pool_max_idle_per_host(CONNECTIONS).build().expect("a client");
    let next = Arc::new(AtomicUsize::new(0));
    let start = Instant::now();
    let connections: Vec<_> = (0..CONNECTIONS)
        .map(|_| {
            let (client, requests, next, url) =
                (client.clone(), Arc::clone(&requests), Arc::clone(&next), url.to_owned());
            tokio::spawn(async move {
                while let Some((signature, body)) = requests.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let request = client
                        .request(Method::POST, &url)
                        .header("X-Signature-Ed25519", signature)
                        .header("X-Signature-Timestamp", TIMESTAMP)
                        .body(body.clone());
                    let response = request.send().await.expect("an answer");
                    assert_eq!(response.status(), StatusCode::OK);
                    response.bytes().await.expect("a body");
                }
            })
        })
        .collect();
    for connection in connections {
        connection.await.expect("it runs to the end");
    }
    f64::from(u32::try_from(REQUESTS).expect("a small number")) / start.elapsed().as_secs_f64()
}
