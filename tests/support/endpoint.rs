//! Discord as it speaks to an HTTP endpoint: signed requests.

use std::time::{Duration, Instant};

use ed25519_dalek::{Signer, SigningKey};
use reqwest::{Client, Method, RequestBuilder};
use serde_json::Value;

use super::process::Bot;
use super::{Request, Standin, Upload, bodies, uploads};

pub const TIMESTAMP: &str = "1767225600";

/// The key that the stand-in signs with.
pub fn secret() -> SigningKey {
    SigningKey::from_bytes(&[42; 32])
}

/// The key that the bot is told, as the portal shows it.
pub fn public_key() -> String {
    hex(secret().verifying_key().as_bytes())
}

pub fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

/// The signature of a body at [`TIMESTAMP`].
pub fn sign(body: &[u8]) -> String {
    hex(&secret().sign(&[TIMESTAMP.as_bytes(), body].concat()).to_bytes())
}

/// An endpoint of a running bot.
pub struct Endpoint {
    pub address: String,
    client: Client,
}

impl Endpoint {
    /// The endpoint at an address.
    pub fn at(address: &str) -> Self {
        assert!(address.starts_with("127.0.0.1:"), "only the loopback interface: {address}");
        let client = Client::builder().no_proxy().timeout(Duration::from_secs(20)).build().expect("a client");
        Self { address: address.to_owned(), client }
    }

    /// Starts a bot with an endpoint and no gateway.
    pub async fn start(standin: &Standin) -> (Bot, Self) {
        Self::start_with(standin, &[("ACCORDS_SHARDS", "none")]).await
    }

    /// Starts a bot with an endpoint and these variables.
    pub async fn start_with(standin: &Standin, more: &[(&str, &str)]) -> (Bot, Self) {
        let key = public_key();
        let mut variables = vec![("DISCORD_PUBLIC_KEY", key.as_str()), ("ACCORDS_HTTP_ADDR", "127.0.0.1:0")];
        variables.extend_from_slice(more);
        let bot = Bot::start_with(standin, &variables);
        let address = bot.wait_written("endpoint listens address=").await;
        (bot, Self::at(address.trim()))
    }

    /// A request without a signature.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("http://{}{path}", self.address))
    }

    /// A request with these headers; its status and body.
    pub async fn post_as(&self, signature: &str, timestamp: &str, body: &[u8]) -> (u16, String) {
        let request = self
            .request(Method::POST, "/interactions")
            .header("X-Signature-Ed25519", signature)
            .header("X-Signature-Timestamp", timestamp)
            .header("Content-Type", "application/json")
            .body(body.to_vec());
        let (status, _, body) = read(request).await;
        (status, String::from_utf8(body).expect("text"))
    }

    /// A request with this signature of its body; the status and the bytes of the answer.
    pub async fn post_bytes(&self, signature: &str, body: &[u8]) -> (u16, Vec<u8>) {
        let request = self
            .request(Method::POST, "/interactions")
            .header("X-Signature-Ed25519", signature)
            .header("X-Signature-Timestamp", TIMESTAMP)
            .body(body.to_vec());
        let (status, _, body) = read(request).await;
        (status, body)
    }

    /// A request that is signed as it should be.
    pub async fn post(&self, body: &[u8]) -> (u16, String) {
        self.post_as(&sign(body), TIMESTAMP, body).await
    }

    /// Posts an interaction; the answer must be one that Discord takes.
    pub async fn interact(&self, interaction: &Value) -> Value {
        let (body, files) = self.interact_with_files(interaction).await;
        drop(files);
        body
    }

    /// The same, with the files of the answer.
    pub async fn interact_with_files(&self, interaction: &Value) -> (Value, Vec<Upload>) {
        let sent = interaction.to_string().into_bytes();
        let request = self
            .request(Method::POST, "/interactions")
            .header("X-Signature-Ed25519", sign(&sent))
            .header("X-Signature-Timestamp", TIMESTAMP)
            .body(sent);
        let (status, kind, answer) = read(request).await;
        assert_eq!(status, 200, "{}", String::from_utf8_lossy(&answer));
        let (body, files) = uploads::unpack(&kind, answer.into()).await;
        let id = interaction["id"].as_str().expect("an id");
        let kind = interaction["type"].as_u64().and_then(|kind| u8::try_from(kind).ok()).expect("a type");
        let request = Request {
            method: "POST".to_owned(),
            path: format!("/api/v10/interactions/{id}/token/callback"),
            query: String::new(),
            authorization: None,
            user_agent: None,
            body: body.clone(),
            files: files.clone(),
            at: Instant::now(),
        };
        let problems = bodies::problems(&[(id.parse().expect("a number"), kind)], &request);
        assert!(problems.is_empty(), "Discord would have refused: {problems:#?}");
        (body, files)
    }
}

/// Sends a request; the status of its answer, what it is, and its body.
async fn read(request: RequestBuilder) -> (u16, String, Vec<u8>) {
    let response = request.send().await.expect("an answer");
    let status = response.status().as_u16();
    let kind = response.headers().get("content-type").map(|kind| kind.to_str().expect("text").to_owned());
    (status, kind.unwrap_or_default(), response.bytes().await.expect("a body").to_vec())
}
