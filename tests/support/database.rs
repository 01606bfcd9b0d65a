//! Databases of a test's own.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Once};

use reqwest::Url;
use sqlx::{AnyConnection, AssertSqlSafe, Connection, Executor};
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

/// Said where the half of a suite that needs PostgreSQL is left out.
const SKIPPED: &str = "skipped: the half on PostgreSQL; ACCORDS_TEST_POSTGRES has no address of a test database";

/// An empty database; a file goes with it, a database on a server goes with the server.
pub struct Database {
    pub url: String,
    file: Option<PathBuf>,
}

impl Database {
    /// A new file.
    pub fn file(name: &str) -> Self {
        let file = std::env::temp_dir().join(format!("accords-{name}-{}.db", std::process::id()));
        remove(&file);
        Self { url: format!("sqlite://{}", file.display()), file: Some(file) }
    }

    /// A new database on the test server; says so where there is none.
    pub async fn on_server(name: &str) -> Option<Self> {
        let Some(address) = server() else {
            say_skipped();
            return None;
        };
        sqlx::any::install_default_drivers();
        let name = format!("accords_{name}_{}", std::process::id());
        let mut connection = AnyConnection::connect(address.as_str()).await.expect("ACCORDS_TEST_POSTGRES is there");
        for statement in [format!("DROP DATABASE IF EXISTS {name}"), format!("CREATE DATABASE {name}")] {
            connection.execute(AssertSqlSafe(statement)).await.expect("the user may create databases");
        }
        connection.close().await.expect("it closes");
        let mut url = address;
        url.set_path(&name);
        Some(Self { url: url.into(), file: None })
    }

    /// Both kinds, as far as they are there.
    pub async fn both(name: &str) -> Vec<Self> {
        [Some(Self::file(name)), Self::on_server(name).await].into_iter().flatten().collect()
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Some(file) = &self.file {
            remove(file);
        }
    }
}

/// Says it past the harness, which keeps what passing tests print to itself.
pub fn say_skipped() {
    static SAID: Once = Once::new();
    SAID.call_once(|| writeln!(std::io::stderr(), "{SKIPPED}").expect("standard error takes a line"));
}

/// The address of the test server.
pub fn server() -> Option<Url> {
    let address = std::env::var("ACCORDS_TEST_POSTGRES").ok().filter(|address| !address.is_empty())?;
    Some(Url::parse(&address).expect("ACCORDS_TEST_POSTGRES is an address"))
}

fn remove(file: &Path) {
    for end in ["", "-wal", "-shm"] {
        drop(std::fs::remove_file(format!("{}{end}", file.display())));
    }
}

/// A cable to a database server that can be cut.
#[derive(Clone)]
pub struct Cable {
    is_cut: Arc<AtomicBool>,
    is_frozen: watch::Sender<bool>,
    cut: Arc<std::sync::Mutex<CancellationToken>>,
    pub url: String,
}

impl Cable {
    /// A cable to the server of this address.
    pub async fn to(url: &str) -> Self {
        let mut url = Url::parse(url).expect("an address");
        let host = url.host_str().expect("a host").to_owned();
        let port = url.port().unwrap_or(5432);
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let own = listener.local_addr().expect("a bound port").port();
        url.set_host(Some("127.0.0.1")).expect("a host");
        url.set_port(Some(own)).expect("a port");
        let is_frozen = watch::Sender::new(false);
        let cable = Self { is_cut: Arc::default(), is_frozen, cut: Arc::default(), url: url.into() };
        let this = cable.clone();
        tokio::spawn(async move {
            while let Ok((mut near, _)) = listener.accept().await {
                if this.is_cut.load(Ordering::Relaxed) {
                    continue;
                }
                let (cut, host) = (this.cut.lock().expect("no panic").clone(), host.clone());
                let mut is_frozen = this.is_frozen.subscribe();
                tokio::spawn(async move {
                    let Ok(mut far) = TcpStream::connect((host.as_str(), port)).await else { return };
                    let frozen = async { is_frozen.wait_for(|frozen| *frozen).await.is_ok() };
                    tokio::select! {
                        biased;
                        () = cut.cancelled() => {}
                        // Neither side hears of it, and nothing is lost or let through any more.
                        _ = frozen => cut.cancelled().await,
                        _ = copy_bidirectional(&mut near, &mut far) => {}
                    }
                });
            }
        });
        cable
    }

    /// Cuts every connection, and lets no new one through.
    pub fn cut(&self) {
        self.is_cut.store(true, Ordering::Relaxed);
        std::mem::take(&mut *self.cut.lock().expect("no panic")).cancel();
    }

    /// Lets nothing through any more, without a word to either side, until the next cut.
    pub fn freeze(&self) {
        self.is_frozen.send_replace(true);
    }

    /// Lets new connections through; those that are frozen stay so.
    pub fn thaw_new(&self) {
        self.is_frozen.send_replace(false);
    }

    /// Lets connections through again.
    pub fn mend(&self) {
        self.is_frozen.send_replace(false);
        self.is_cut.store(false, Ordering::Relaxed);
    }
}
