//! Health and counts over HTTP, on an address of their own that is for the operator and not for the world.
//!
//! - `/healthz`: 200 as long as the process runs and serves; whoever gets no answer may start it anew.
//! - `/readyz`: 200 when it can do its work, 503 when not; the body says which part is missing, as JSON.
//! - `/metrics`: all counts in the text format of Prometheus.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::net::TcpListener;
use tracing::error;

use super::health::Health;
use crate::store::Store;

/// The text format of Prometheus, as its documentation names it.
const METRICS: &str = "text/plain; version=0.0.4; charset=utf-8";

#[derive(Clone)]
struct Watched {
    health: Health,
    store: Option<Arc<dyn Store>>,
}

/// The routes; to be served by [`serve`].
pub fn routes(health: Health, store: Option<Arc<dyn Store>>) -> Router {
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(readyz))
        .route("/metrics", get(metrics))
        .with_state(Watched { health, store })
}

/// Serves the routes until the runtime ends: whoever watches wants to see the end too.
pub async fn serve(listener: TcpListener, routes: Router) {
    if let Err(error) = axum::serve(listener, routes).await {
        error!(%error, "health and metrics cannot be served any longer");
    }
}

async fn readyz(State(watched): State<Watched>) -> Response {
    let readiness = watched.health.readiness(watched.store.as_deref()).await;
    let status = if readiness.ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let body = serde_json::to_string(&readiness).expect("strings and booleans always serialise") + "\n";
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}

async fn metrics(State(watched): State<Watched>) -> Response {
    ([(header::CONTENT_TYPE, METRICS)], watched.health.metrics().text()).into_response()
}
