//! The REST interface of the stand-in: what the bot needs, 404 for all else.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::{Request as HttpRequest, Response, StatusCode, header};
use serde_json::{Value, json};

use super::{APPLICATION, BOT, Fault, Request, Shared, bodies};

pub async fn handle(State(shared): State<Arc<Shared>>, request: HttpRequest<Body>) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let bytes = to_bytes(body, 1 << 20).await.expect("a short body");
    let header = |name| parts.headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let request = Request {
        method: parts.method.to_string(),
        path: parts.uri.path().to_owned(),
        authorization: header(header::AUTHORIZATION),
        user_agent: header(header::USER_AGENT),
        body: serde_json::from_slice(&bytes).unwrap_or(Value::Null),
    };
    let problems = problems(&shared, &request, bytes.is_empty());
    let fault = fault(&shared, &request);
    let answer = match fault {
        Some(fault) => faulty(&fault),
        None => usual(&shared, &request),
    };
    shared.change(|state| {
        state.problems.extend(problems);
        state.requests.push(request);
    });
    answer
}

/// What Discord would refuse.
fn problems(shared: &Shared, request: &Request, is_empty: bool) -> Vec<String> {
    let mut problems = Vec::new();
    let agent = request.user_agent.as_deref().unwrap_or_default();
    if !(agent.starts_with("DiscordBot (http") && agent.contains(", ") && agent.ends_with(')')) {
        problems.push(format!("user agent {agent:?}"));
    }
    let is_callback = request.path.contains("/interactions/");
    if is_callback != request.authorization.is_none() {
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
            answer(200, &json!({"id": application, "name": "accords", "bot": {"id": BOT.to_string()}}))
        }
        (method, ["api", "v10", "applications", id, "commands"]) if *id == application => {
            commands(shared, method, request)
        }
        ("POST", ["api", "v10", "interactions", _, _, "callback"]) => {
            Response::builder().status(StatusCode::NO_CONTENT).body(Body::empty()).expect("a response")
        }
        ("POST", ["api", "v10", "webhooks", id, _])
        | ("PATCH", ["api", "v10", "webhooks", id, _, "messages", "@original"])
            if *id == application =>
        {
            answer(200, &json!({"id": "1300000000000000001"}))
        }
        ("POST", ["api", "v10", "channels", channel, "messages"]) => {
            answer(200, &json!({"id": "1300000000000000002", "channel_id": channel}))
        }
        _ => answer(404, &json!({"message": "404: Not Found", "code": 0})),
    }
}

fn gateway(shared: &Shared) -> Value {
    let url = format!("ws://127.0.0.1:{}", shared.port);
    assert!(url.starts_with("ws://127.0.0.1:"), "only the loopback interface");
    json!({
        "url": url,
        "shards": 1,
        "session_start_limit": {
            "total": 1000, "remaining": shared.state().sessions_left, "reset_after": 3_600_000, "max_concurrency": 1,
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
