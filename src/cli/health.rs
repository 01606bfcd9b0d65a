//! `accords health`: whether a bot on this machine is well, for whatever has no other way to ask.

use std::io::{self, Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::config::health_addr;

/// How long the bot may take to answer.
const DEADLINE: Duration = Duration::from_secs(4);
/// The most of an answer that is read; it is a line or two.
const ANSWER: u64 = 64 << 10;

/// Asks a running bot whether it is well, at the address that `ACCORDS_METRICS` gives it.
///
/// Meant for containers, which have no other program that could ask.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  accords health\n  accords health --ready\n  accords health --addr 127.0.0.1:9090")]
pub(super) struct Args {
    /// Ask whether it can do its work (/readyz), and not only whether it runs (/healthz)
    #[arg(long)]
    ready: bool,
    /// Where it serves its health, in place of `ACCORDS_METRICS`
    #[arg(long, value_name = "ADDRESS")]
    addr: Option<SocketAddr>,
}

/// Shows the bot's own words; ends with 0 when it is well, and with 1 when it is not or does not answer.
///
/// # Errors
/// When no address is given or set, or the output is closed.
pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let address = reachable(args.addr.map_or_else(health_addr, Ok)?);
    let path = if args.ready { "/readyz" } else { "/healthz" };
    match ask(address, path) {
        Ok((status, body)) => {
            io::stdout().write_all(body.as_bytes())?;
            Ok(ExitCode::from(u8::from(status != 200)))
        }
        Err(error) => {
            eprintln!(
                "accords: nothing at {address} says how the bot is ({error}); see that it runs with ACCORDS_METRICS={address}"
            );
            Ok(ExitCode::from(1))
        }
    }
}

/// Where to reach a program that listens there: "everywhere" is here as well.
fn reachable(address: SocketAddr) -> SocketAddr {
    let loopback = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
        ip => ip,
    };
    SocketAddr::new(loopback, address.port())
}

/// The status and the body of the answer to a plain GET.
fn ask(address: SocketAddr, path: &str) -> io::Result<(u16, String)> {
    let deadline = Instant::now() + DEADLINE;
    let mut connection = TcpStream::connect_timeout(&address, DEADLINE)?;
    connection.set_write_timeout(Some(DEADLINE))?;
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    connection.write_all(request.as_bytes())?;
    let mut answer = Vec::new();
    let mut chunk = [0; 4_096];
    loop {
        // Of the whole answer, and not of each piece.
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() || answer.len() as u64 > ANSWER {
            return Err(io::Error::new(io::ErrorKind::TimedOut, "no whole answer in time"));
        }
        connection.set_read_timeout(Some(left))?;
        match connection.read(&mut chunk)? {
            0 => break,
            read => answer.extend_from_slice(&chunk[..read]),
        }
    }
    let answer = String::from_utf8_lossy(&answer);
    let status = answer.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3)?.parse().ok());
    let body = answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned());
    status.zip(body).ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "the answer is not HTTP"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everywhere_is_reached_here() {
        for (listens, asked) in [("0.0.0.0:9", "127.0.0.1:9"), ("[::]:9", "[::1]:9"), ("10.0.0.7:9", "10.0.0.7:9")] {
            let address: SocketAddr = listens.parse().expect("an address");
            assert_eq!(reachable(address).to_string(), asked);
        }
    }
}
