//! Whoever watches over the bot: what `ACCORDS_METRICS` serves.

use std::time::{Duration, Instant};

use reqwest::Client;
use serde_json::Value;

use super::exposition::Exposition;
use super::process::Bot;
use super::{DEADLINE, Standin};

/// The variable that serves it on a free port.
pub const METRICS: (&str, &str) = ("ACCORDS_METRICS", "127.0.0.1:0");

/// Looks at a running bot.
pub struct Operator {
    pub address: String,
    client: Client,
}

impl Operator {
    /// Starts a bot that is watched, and waits until it serves.
    pub async fn start(standin: &Standin, more: &[(&str, &str)]) -> (Bot, Self) {
        let mut variables = vec![METRICS];
        variables.extend_from_slice(more);
        let bot = Bot::start_with(standin, &variables);
        let operator = Self::of(&bot).await;
        (bot, operator)
    }

    /// Whoever watches over a bot that serves metrics.
    pub async fn of(bot: &Bot) -> Self {
        let rest = bot.wait_written("health and metrics are served").await;
        let address = rest.split("127.0.0.1:").nth(1).expect("the loopback interface");
        let port: String = address.chars().take_while(char::is_ascii_digit).collect();
        let client = Client::builder().no_proxy().timeout(Duration::from_secs(20)).build().expect("a client");
        Self { address: format!("127.0.0.1:{port}"), client }
    }

    /// A page: its status, its type and its text.
    pub async fn get(&self, path: &str) -> (u16, String, String) {
        let response = self.client.get(format!("http://{}{path}", self.address)).send().await.expect("an answer");
        let kind = response.headers().get("content-type").map(|kind| kind.to_str().expect("text").to_owned());
        (response.status().as_u16(), kind.unwrap_or_default(), response.text().await.expect("text"))
    }

    /// Whether it can do its work, and why.
    pub async fn readiness(&self) -> (u16, Value) {
        let (status, kind, text) = self.get("/readyz").await;
        assert_eq!(kind, "application/json");
        let body: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(body["ready"] == true, status == 200, "{body:#}");
        (status, body)
    }

    /// Waits until the readiness has this status; its body.
    pub async fn wait_readiness(&self, status: u16) -> Value {
        let start = Instant::now();
        loop {
            let (now, body) = self.readiness().await;
            if now == status {
                return body;
            }
            assert!(start.elapsed() < DEADLINE, "it stays {now}: {body:#}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// All counts, read strictly.
    pub async fn counts(&self) -> Exposition {
        let (status, kind, text) = self.get("/metrics").await;
        assert_eq!((status, kind.as_str()), (200, "text/plain; version=0.0.4; charset=utf-8"));
        Exposition::parse(&text)
    }

    /// Waits until a count has this value.
    pub async fn wait_count(&self, series: &str, value: f64) {
        let start = Instant::now();
        loop {
            let counts = self.counts().await;
            if counts.get(series) == Some(value) {
                return;
            }
            assert!(start.elapsed() < DEADLINE, "{series} is {:?} and not {value}", counts.get(series));
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}
