//! The HTTP endpoint and those who send to it and never finish.

use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::support::Standin;
use crate::support::endpoint::Endpoint;
use crate::{UNLIMITED, asked};

/// Connections of each kind.
const HALF_OPEN: usize = 100;
/// Discord gives three seconds.
const IN_TIME: Duration = Duration::from_secs(3);

#[tokio::test(flavor = "multi_thread")]
async fn half_open_and_slow_senders_keep_nobody_from_an_answer() {
    let standin = Standin::start().await;
    let mut variables = UNLIMITED.to_vec();
    variables.push(("ACCORDS_SHARDS", "none"));
    let (bot, endpoint) = Endpoint::start_with(&standin, &variables).await;
    let mut held = Vec::new();
    for part in [
        "",
        "POST /interactions HTT",
        "POST /interactions HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{\"type\":",
    ] {
        for _ in 0..HALF_OPEN {
            let mut connection = TcpStream::connect(&endpoint.address).await.expect("it listens");
            connection.write_all(part.as_bytes()).await.expect("it takes some bytes");
            held.push(connection);
        }
    }
    let mut slowest = Duration::ZERO;
    for number in (0..120).filter(|number| number % 6 != 5) {
        let begun = Instant::now();
        endpoint.interact(&asked(number).1).await;
        slowest = slowest.max(begun.elapsed());
    }
    assert!(slowest < IN_TIME, "{slowest:?}");
    // A body that does not come is not waited for.
    let mut answer = String::new();
    let last = held.last_mut().expect("a connection");
    tokio::time::timeout(Duration::from_secs(20), last.read_to_string(&mut answer))
        .await
        .expect("an end")
        .expect("text");
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    println!("with {} half-open connections, the slowest answer took {slowest:?}", held.len());
    // And nobody keeps the process from its end.
    let begun = Instant::now();
    let output = bot.stop().await;
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}: {output}", begun.elapsed());
    assert!(!output.contains(" ERROR "), "{output}");
}
