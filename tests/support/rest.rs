//! The REST interface of the stand-in: what the bot needs, 404 for all else.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::{HeaderValue, Request as HttpRequest, Response, StatusCode, header};
use serde_json::{Value, json};

use self::Standing::{Over, Within};
use super::{APPLICATION, BOT, Fault, Limit, Request, Shared, bodies, events, uploads};

pub async fn handle(State(shared): State<Arc<Shared>>, request: HttpRequest<Body>) -> Response<Body> {
    let at = Instant::now();
    let (parts, body) = request.into_parts();
    let bytes = to_bytes(body, 1 << 20).await.expect("a short body");
    let is_empty = bytes.is_empty();
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (body, files) = uploads::unpack(kind, bytes).await;
    let header = |name| parts.headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let request = Request {
        method: parts.method.to_string(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        authorization: header(header::AUTHORIZATION),
        user_agent: header(header::USER_AGENT),
        body,
        files,
        at,
    };
    let problems = problems(&shared, &request, is_empty);
    let fault = fault(&shared, &request);
    let limit = limit(&shared, &request).or_else(|| global(&shared, &request));
    let answer = match (fault.or_else(|| storm(&shared, &request)), limit) {
        (Some(fault), _) => faulty(&fault),
        (None, Some(Over(wait))) => over(wait),
        (None, limit) => with_limit(usual(&shared, &request), limit.as_ref()),
    };
    let slow = shared.state().slow.filter(|(path, _)| request.path.contains(path)).map(|(_, time)| time);
    shared.change(|state| {
        state.problems.extend(problems);
        if !state.is_forgetful {
            state.requests.push(request);
        }
    });
    if let Some(time) = slow {
        tokio::time::sleep(time).await;
    }
    answer
}

/// How a request stands to the limit of its address.
enum Standing {
    Within { limit: Limit, left: u32, reset: Duration },
    Over(Duration),
}

/// Counts the request, as Discord does: by address, in windows that begin with the first request.
fn limit(shared: &Shared, request: &Request) -> Option<Standing> {
    let mut state = shared.state();
    let limit = *state.limits.iter().find(|limit| request.path.contains(limit.path))?;
    let now = Instant::now();
    let used = state.used.entry(request.path.clone()).or_insert((now, 0));
    if now.duration_since(used.0) >= limit.window {
        *used = (now, 0);
    }
    let reset = limit.window.saturating_sub(now.duration_since(used.0));
    if used.1 >= limit.requests {
        state.limited += 1;
        return Some(Over(reset));
    }
    used.1 += 1;
    Some(Within { limit, left: limit.requests - used.1, reset })
}

/// Counts the requests in the bot's name within a second, as Discord does for all of them together.
fn global(shared: &Shared, request: &Request) -> Option<Standing> {
    request.authorization.as_ref()?;
    let mut state = shared.state();
    let most = state.global?;
    let now = Instant::now();
    while state.latest.front().is_some_and(|at| now.duration_since(*at) >= Duration::from_secs(1)) {
        state.latest.pop_front();
    }
    if state.latest.len() >= most {
        state.limited += 1;
        return Some(Over(Duration::from_secs(1)));
    }
    state.latest.push_back(now);
    None
}

fn over(wait: Duration) -> Response<Body> {
    let wait = wait.as_secs_f64();
    let body = json!({"message": "You are being rate limited.", "retry_after": wait, "global": false});
    let mut response = answer(429, &body);
    let header = |text: String| HeaderValue::try_from(text).expect("a header");
    response.headers_mut().insert("retry-after", header(format!("{}", wait.ceil())));
    response.headers_mut().insert("x-ratelimit-scope", header("user".to_owned()));
    response
}

fn with_limit(mut response: Response<Body>, limit: Option<&Standing>) -> Response<Body> {
    if let Some(Within { limit, left, reset }) = limit {
        let header = |text: String| HeaderValue::try_from(text).expect("a header");
        let headers = response.headers_mut();
        headers.insert("x-ratelimit-limit", header(limit.requests.to_string()));
        headers.insert("x-ratelimit-remaining", header(left.to_string()));
        headers.insert("x-ratelimit-reset-after", header(format!("{:.3}", reset.as_secs_f64())));
        headers.insert("x-ratelimit-bucket", header("stand-in".to_owned()));
    }
    response
}

/// What Discord would refuse.
fn problems(shared: &Shared, request: &Request, is_empty: bool) -> Vec<String> {
    let mut problems = Vec::new();
    let agent = request.user_agent.as_deref().unwrap_or_default();
    if !(agent.starts_with("DiscordBot (http") && agent.contains(", ") && agent.ends_with(')')) {
        problems.push(format!("user agent {agent:?}"));
    }
    let by_own_token = ["/interactions/", "/webhooks/"].iter().any(|part| request.path.contains(part));
    if by_own_token != request.authorization.is_none() {
        problems.push(format!("{}: the bot's token is where it should not be, or not where it should", request.path));
    }
    if !is_empty {
        problems.extend(bodies::problems(&shared.state().interactions, request));
    }
    problems.into_iter().map(|problem| format!("{} {}: {problem}", request.method, request.path)).collect()
}

fn fault(shared: &Shared, request: &Request) -> Option<Fault> {
    let mut state = shared.state();
    let at =
        state.faults.iter().position(|fault| fault.method == request.method && request.path.contains(fault.path))?;
    Some(state.faults.remove(at))
}

/// What a storm makes of the request, if it hits it. Half of what a server answers with a fault of its own is done all
/// the same.
fn storm(shared: &Shared, request: &Request) -> Option<Fault> {
    let (storm, chance) = {
        let mut state = shared.state();
        let storm = state.storm.filter(|storm| request.path.contains(storm.path))?;
        state.stormed += 1;
        // Scattered, and the same in each run.
        (storm, state.stormed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40)
    };
    if chance % 100 >= storm.percent {
        return None;
    }
    let pick = usize::try_from(chance / 100).expect("a small number");
    let status = storm.statuses[pick % storm.statuses.len()];
    if status >= 500 && pick / storm.statuses.len() % 2 == 0 {
        drop(usual(shared, request));
    }
    let headers = if status == 429 { vec![("Retry-After", "1")] } else { Vec::new() };
    let body = if status == 429 { r#"{"message":"slower","retry_after":0.2,"global":false}"# } else { "a fault" };
    Some(Fault { method: "", path: "", status, headers, body })
}

fn faulty(fault: &Fault) -> Response<Body> {
    let mut response = Response::builder().status(fault.status);
    for (name, value) in &fault.headers {
        response = response.header(*name, *value);
    }
    response.body(Body::from(fault.body)).expect("a response")
}

fn usual(shared: &Shared, request: &Request) -> Response<Body> {
    let path: Vec<&str> = request.path.split('/').skip(1).collect();
    let application = APPLICATION.to_string();
    match (request.method.as_str(), path.as_slice()) {
        ("GET", ["api", "v10", "gateway", "bot"]) => answer(200, &gateway(shared)),
        ("GET", ["api", "v10", "oauth2", "applications", "@me"]) => {
            let mut answered = json!({"id": application, "name": "accords", "bot": {"id": BOT.to_string()}});
            for part in ["owner", "team"] {
                answered[part] = shared.state().ownership[part].clone();
            }
            answer(200, &answered)
        }
        (method, ["api", "v10", "applications", id, "commands"]) if *id == application => {
            commands(shared, method, request)
        }
        ("POST", ["api", "v10", "interactions", id, _, "callback"]) => callback(shared, id),
        (_, ["api", "v10", "webhooks", _, token, ..]) if is_without_answer(shared, token) => {
            answer(404, &json!({"message": "Unknown Webhook", "code": 10015}))
        }
        ("POST", ["api", "v10", "webhooks", id, _])
        | ("PATCH", ["api", "v10", "webhooks", id, _, "messages", "@original"])
            if *id == application =>
        {
            answer(200, &json!({"id": "1300000000000000001"}))
        }
        ("DELETE", ["api", "v10", "webhooks", id, _, "messages", "@original"]) if *id == application => no_content(),
        ("POST", ["api", "v10", "channels", channel, "messages"]) => message(shared, channel, request),
        ("GET", ["api", "v10", "channels", channel, "messages"]) => messages(shared, channel, &request.query),
        ("GET", ["api", "v10", "users", "@me"]) => answer(200, &json!({"id": BOT.to_string(), "bot": true})),
        ("GET", ["api", "v10", "channels", channel]) => {
            let mut overwrites = shared.state().overwrites.get(*channel).cloned().unwrap_or_else(|| json!([]));
            if shared.state().unreadable.contains(*channel) {
                let history = json!({"id": events::GUILD, "type": 0, "allow": "0", "deny": (1_u64 << 16).to_string()});
                overwrites.as_array_mut().expect("a list").push(history);
            }
            let usual = (if *channel == events::FORUM { 15 } else { 0 }, events::CATEGORY.to_owned());
            let (kind, parent) = shared.state().belonging.get(*channel).cloned().unwrap_or(usual);
            answer(
                200,
                &json!({
                    "id": channel, "type": kind, "guild_id": events::GUILD, "parent_id": parent,
                    "permission_overwrites": overwrites,
                }),
            )
        }
        ("GET", ["api", "v10", "guilds", guild]) => answer(
            200,
            &json!({"id": guild, "owner_id": "1", "roles": [
                {"id": guild, "permissions": (1_u64 << 10 | 1 << 11 | 1 << 14 | 1 << 16).to_string()},
            ]}),
        ),
        ("GET", ["api", "v10", "guilds", _, "members", _]) => answer(200, &json!({"roles": []})),
        _ => answer(404, &json!({"message": "404: Not Found", "code": 0})),
    }
}

/// The first answer to an interaction counts; others are told so.
fn callback(shared: &Shared, id: &str) -> Response<Body> {
    let id = id.parse().expect("an id");
    let mut state = shared.state();
    if state.is_forgetful {
        state.interactions.retain(|(known, _)| *known != id);
    }
    let answers = state.answered.entry(id).or_default();
    if *answers > 0 {
        return answer(400, &json!({"message": "Interaction has already been acknowledged.", "code": 40060}));
    }
    *answers += 1;
    no_content()
}

/// Whether an interaction that came over the gateway has no answer yet, so that nothing can follow that.
fn is_without_answer(shared: &Shared, token: &str) -> bool {
    let state = shared.state();
    let asked = state.interactions.iter().map(|(id, _)| *id).find(|id| events::interaction_token(*id) == token);
    asked.is_some_and(|id| !state.answered.contains_key(&id))
}

/// A new message, or the one that has the nonce already.
fn message(shared: &Shared, channel: &str, request: &Request) -> Response<Body> {
    let mut state = shared.state();
    if let Some((status, body)) = state.closed.get(channel) {
        return Response::builder().status(*status).body(Body::from(*body)).expect("a response");
    }
    let nonce = (channel.to_owned(), request.body["nonce"].as_str().unwrap_or_default().to_owned());
    let known = state.nonces.get(&nonce).filter(|(_, at)| at.elapsed() < state.nonce_memory).map(|(id, _)| *id);
    let id = known.unwrap_or_else(|| {
        let mut message = request.body.clone();
        let id = next_id();
        message["id"] = json!(id.to_string());
        message["channel_id"] = json!(channel);
        message["author"] = json!({"id": BOT.to_string(), "bot": true});
        let to = message["message_reference"]["message_id"].as_str().and_then(|to| to.parse().ok());
        if let Some(to) = to {
            *state.replies.entry(to).or_default() += 1;
        }
        if !state.is_forgetful {
            state.nonces.insert(nonce, (id, Instant::now()));
            state.messages.entry(channel.to_owned()).or_default().push(message);
        }
        id
    });
    let status = if state.lost.remove(channel) { 502 } else { 200 };
    answer(status, &json!({"id": id.to_string(), "channel_id": channel}))
}

/// An id that tells the time, as Discord's do, and that no other message has.
pub fn next_id() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("it is after 1970").as_millis();
    let ms = u64::try_from(since).expect("not yet") - 1_420_070_400_000;
    (ms << 22) | (NEXT.fetch_add(1, Ordering::Relaxed) & 0x3F_FFFF)
}

/// A page of a channel's messages, the latest first.
fn messages(shared: &Shared, channel: &str, query: &str) -> Response<Body> {
    let state = shared.state();
    // Without Read Message History Discord lists nothing, and does not refuse.
    if state.unreadable.contains(channel) {
        return answer(200, &json!([]));
    }
    let value = |name: &str| query.split('&').find_map(|part| part.strip_prefix(name)?.strip_prefix('='));
    let limit: usize = value("limit").and_then(|limit| limit.parse().ok()).unwrap_or(50);
    let before: u64 = value("before").and_then(|id| id.parse().ok()).unwrap_or(u64::MAX);
    let id = |message: &Value| message["id"].as_str().and_then(|id| id.parse::<u64>().ok()).expect("an id");
    let mut found: Vec<Value> = state.messages.get(channel).cloned().unwrap_or_default();
    found.retain(|message| id(message) < before);
    found.sort_by_key(|message| std::cmp::Reverse(id(message)));
    found.truncate(limit);
    answer(200, &Value::Array(found))
}

fn no_content() -> Response<Body> {
    Response::builder().status(StatusCode::NO_CONTENT).body(Body::empty()).expect("a response")
}

fn gateway(shared: &Shared) -> Value {
    let url = format!("ws://127.0.0.1:{}", shared.port);
    assert!(url.starts_with("ws://127.0.0.1:"), "only the loopback interface");
    json!({
        "url": url,
        "shards": shared.state().shards,
        "session_start_limit": {
            "total": 1000, "remaining": shared.state().sessions_left, "reset_after": 3_600_000, "max_concurrency": shared.state().max_concurrency,
        },
    })
}

/// The registered commands, as Discord returns them: with ids and with everything that was not said.
fn commands(shared: &Shared, method: &str, request: &Request) -> Response<Body> {
    if method == "PUT" {
        let mut list = request.body.as_array().cloned().unwrap_or_default();
        for (at, command) in list.iter_mut().enumerate() {
            command["id"] = json!((1_400_000_000_000_000_000_u64 + at as u64).to_string());
            command["application_id"] = json!(APPLICATION.to_string());
            command["version"] = json!("1400000000000000099");
            if command.get("default_member_permissions").is_none() {
                command["default_member_permissions"] = Value::Null;
            }
            command["nsfw"] = json!(false);
            command["dm_permission"] = json!(true);
        }
        shared.state().commands = list;
    }
    answer(200, &Value::Array(shared.state().commands.clone()))
}

fn answer(status: u16, body: &Value) -> Response<Body> {
    Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(body.to_string()))
        .expect("a response")
}
