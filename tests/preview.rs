//! The preview: the page is there, answers as the bot does, and is for this machine's own page alone.

use accords::discord::commands;
use reqwest::{Client, Method, RequestBuilder, Response};
use serde_json::{Value, json};

use support::events::{command, text, typing};
use support::knowledge::Folder;
use support::process::{Bot, program};
use support::uploads;

// Nothing outside this test sees what is public in there.
#[allow(dead_code, missing_docs, unreachable_pub)]
mod support;

/// A preview that runs.
struct Preview {
    bot: Bot,
    client: Client,
    address: String,
}

impl Preview {
    async fn start() -> Self {
        Self::start_with(&[]).await
    }

    async fn start_with(variables: &[(&str, &str)]) -> Self {
        let bot = Bot::spawn(&mut program(&["preview", "--addr", "127.0.0.1:0"], variables));
        let address = bot.wait_written("The preview is at http://").await;
        let address = address.split('/').next().expect("an address").to_owned();
        assert!(address.starts_with("127.0.0.1:"), "only the loopback interface: {address}");
        Self { bot, client: Client::builder().no_proxy().build().expect("a client"), address }
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("http://{}{path}", self.address))
    }

    async fn get(&self, path: &str) -> Response {
        self.request(Method::GET, path).send().await.expect("an answer")
    }

    fn post(&self, interaction: &Value) -> RequestBuilder {
        let request = self.request(Method::POST, "/api/interactions").header("Content-Type", "application/json");
        request.body(interaction.to_string())
    }

    async fn interact(&self, interaction: &Value, date: &str) -> (Value, Vec<support::Upload>) {
        let response = self.post(interaction).header("X-Accords-Date", date).send().await.expect("an answer");
        assert_eq!(response.status(), 200);
        let kind = response.headers()["content-type"].to_str().expect("text").to_owned();
        let (body, files) = uploads::unpack(&kind, response.bytes().await.expect("a body")).await;
        let problems = uploads::problems(&body["data"], &files);
        assert!(problems.is_empty(), "{problems:#?}");
        (body, files)
    }
}

#[tokio::test]
async fn the_page_and_its_files_are_served_and_kept_to_themselves() {
    let preview = Preview::start().await;
    let page = preview.get("/").await;
    let header = |name: &str| page.headers()[name].to_str().expect("text").to_owned();
    let policy = header("content-security-policy");
    for part in
        ["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"]
    {
        assert!(policy.contains(part), "{policy}");
    }
    assert!(!policy.contains("unsafe"), "{policy}");
    assert_eq!(
        (header("x-content-type-options").as_str(), header("referrer-policy").as_str()),
        ("nosniff", "no-referrer")
    );
    assert!(header("content-type").starts_with("text/html"));
    let text = page.text().await.expect("text");
    assert!(!text.contains("http://") && !text.contains("https://"), "nothing from elsewhere: {text}");
    for (path, kind) in [("/page.js", "text/javascript"), ("/index.css", "text/css"), ("/bot.svg", "image/svg+xml")] {
        let file = preview.get(path).await;
        assert_eq!(file.status(), 200, "{path}");
        assert!(file.headers()["content-type"].to_str().expect("text").starts_with(kind), "{path}");
    }
    for path in ["/nothing.js", "/..%2fCargo.toml", "/%2e%2e/Cargo.toml", "/api/daily/2026-02-30"] {
        let status = preview.get(path).await.status().as_u16();
        assert!(matches!(status, 400 | 404), "{path}: {status}");
    }
    let known: Value = preview.get("/api/commands").await.json().await.expect("JSON");
    assert_eq!(known.to_string(), serde_json::from_str::<Value>(&commands::payload()).expect("JSON").to_string());
    preview.bot.stop().await;
}

#[tokio::test]
async fn interactions_get_the_bots_answers_on_the_viewers_day() {
    let preview = Preview::start().await;
    let ask = command("ask", &json!([text("question", "When did Bahrain sign the Abraham Accords?")]));
    let (answer, _) = preview.interact(&ask, "2026-07-01").await;
    assert!(answer["data"]["embeds"][0]["description"].as_str().is_some_and(|it| it.contains("15 September 2020")));
    let (choices, _) = preview.interact(&typing("member", "country", "mor"), "2026-07-01").await;
    assert_eq!(choices["data"]["choices"][0]["name"], "Morocco");
    for (date, day) in [("2026-09-15", "15 September"), ("2027-12-22", "22 December")] {
        let (today, _) = preview.interact(&command("onthisday", &json!([])), date).await;
        assert_eq!(today["data"]["embeds"][0]["title"], format!("On this day: {day}"));
        let daily: Value = preview.get(&format!("/api/daily/{date}")).await.json().await.expect("JSON");
        let post = &daily["data"]["embeds"][0];
        assert_eq!(post["title"], today["data"]["embeds"][0]["title"]);
        let small = post["footer"]["text"].as_str().expect("small print");
        assert!(small.starts_with(&format!("Daily post of {date}")), "the post of the day is the bot's own: {small}");
    }
    let (timeline, files) = preview.interact(&command("timeline", &json!([])), "2026-07-01").await;
    assert_eq!((files.len(), files[0].kind.as_str()), (1, "image/png"));
    assert_eq!(timeline["data"]["embeds"][0]["image"]["url"], "attachment://timeline.png");
    let (odd, _) = preview.interact(&json!({"id": "5", "token": "t", "type": 2}), "2026-07-01").await;
    assert_eq!(odd["data"]["flags"], 64, "what cannot be read is answered too");
    preview.bot.stop().await;
}

#[tokio::test]
async fn a_hangup_shows_the_knowledge_as_it_is_now() {
    let folder = Folder::small("preview");
    let preview = Preview::start_with(&[("ACCORDS_KNOWLEDGE", folder.text())]).await;
    let ask = command("ask", &json!([text("question", "When did Bahrain sign?")]));
    for (day, said) in
        [("15 September 2020", "the knowledge is reloaded"), ("16 September 2020", "facts/bahrain.toml:11:8")]
    {
        let (answer, _) = preview.interact(&ask, "2026-07-01").await;
        assert!(answer.to_string().contains(day), "{answer:#}");
        if day.starts_with("15") {
            folder.correct_the_day();
        } else {
            folder.replace("facts/bahrain.toml", "2020-09-16", "2020-09-31");
        }
        preview.bot.hang_up();
        preview.bot.wait_written(said).await;
    }
    let (answer, _) = preview.interact(&ask, "2026-07-01").await;
    assert!(answer.to_string().contains("16 September 2020"), "the old one goes on: {answer:#}");
    preview.bot.stop().await;
}

#[tokio::test]
async fn only_the_own_page_may_ask() {
    let preview = Preview::start().await;
    let ask = command("about", &json!([]));
    let own = format!("http://{}", preview.address);
    for (name, value, status) in [
        ("Origin", own.as_str(), 200),
        ("Sec-Fetch-Site", "same-origin", 200),
        ("Origin", "http://evil.example", 403),
        ("Origin", "null", 403),
        ("Origin", "http://127.0.0.1:1", 403),
        ("Sec-Fetch-Site", "cross-site", 403),
        ("Sec-Fetch-Site", "same-site", 403),
        ("Host", "evil.example", 421),
        ("Host", "127.0.0.1.evil.example:8787", 421),
    ] {
        let response = preview.post(&ask).header(name, value).send().await.expect("an answer");
        assert_eq!(response.status().as_u16(), status, "{name}: {value}");
    }
    let rebound = preview.request(Method::GET, "/").header("Host", "evil.example").send().await.expect("an answer");
    assert_eq!(rebound.status().as_u16(), 421);
    let form = preview.request(Method::POST, "/api/interactions").header("Content-Type", "text/plain");
    assert_eq!(form.body(ask.to_string()).send().await.expect("an answer").status().as_u16(), 415);
    let large = preview.post(&json!({"x": "y".repeat(100 << 10)})).send().await.expect("an answer");
    assert_eq!(large.status().as_u16(), 413);
    let nothing = preview.post(&json!([])).send().await.expect("an answer");
    assert_eq!(nothing.status().as_u16(), 400);
    preview.bot.stop().await;
}

/// Without a token, at a terminal. Somebody else may have the usual port on the machine that tests this.
#[cfg(unix)]
#[test]
fn at_a_terminal_the_program_without_a_token_is_the_preview() {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_accords"));
    command.env_clear().env("TERM", "xterm").current_dir(env!("CARGO_TARGET_TMPDIR"));
    let options = rexpect::reader::Options::new().timeout_ms(Some(30_000));
    let mut session = rexpect::session::spawn_with_options(command, options).expect("the program starts on a terminal");
    let (before, said) = session.exp_regex("127\\.0\\.0\\.1:8787").expect("the address");
    let said = before + &said;
    let is_served = said.contains("DISCORD_TOKEN is not set") && said.contains("The preview is at http://");
    assert!(is_served || said.contains("cannot listen on"), "{said}");
    session.send_control('c').expect("a key");
    session.exp_eof().expect("the program ends");
}

#[tokio::test]
async fn an_address_that_is_taken_is_said() {
    let preview = Preview::start().await;
    let (status, output) = Bot::spawn(&mut program(&["preview", "--addr", &preview.address], &[])).end().await;
    assert_eq!(status.code(), Some(2), "{output}");
    assert!(output.contains(&preview.address) && output.contains("--addr 127.0.0.1:0"), "{output}");
    preview.bot.stop().await;
}
