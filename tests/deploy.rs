//! The files of `deploy/`: what they name is there, and the documented commands save and bring back both databases.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use accords::store::daily::SlotState;
use accords::store::{GuildSettings, Sql, Store};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use support::database::{Database, server};
use support::due;
use support::process::{Bot, program};
use support::{Standin, TOKEN};

// Nothing outside this test sees what is public in there, and the other tests use the rest.
#[allow(missing_docs, unreachable_pub, dead_code)]
mod support;

/// Posts that are due around a backup.
const DUE: u64 = 20;
const PATIENCE: std::time::Duration = std::time::Duration::from_mins(1);

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// All files of the folder, by name.
fn files() -> Vec<(String, String)> {
    let entries = fs::read_dir(root().join("deploy")).expect("the folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"));
    names.filter(|name| !name.starts_with('.')).map(|name| (name.clone(), read(&format!("deploy/{name}")))).collect()
}

/// The words of a text that look like names of settings.
fn settings(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_ascii_uppercase() && !c.is_ascii_digit() && c != '_');
    let is_setting =
        |word: &&str| word.starts_with("ACCORDS_") || word.starts_with("DISCORD_") || *word == "DATABASE_URL";
    words.filter(is_setting).map(str::to_owned).collect()
}

#[test]
fn every_setting_is_one_of_the_program() {
    let known = settings(&read("src/config.rs"));
    // What the database's own container is told.
    let others = ["ACCORDS_DATABASE_PASSWORD", "ACCORDS_DATABASE_USER"];
    for (name, text) in files() {
        for setting in settings(&text) {
            assert!(known.contains(&setting) || others.contains(&setting.as_str()), "{name}: {setting} is no setting");
        }
    }
    let documented = settings(&read(".env.example"));
    assert!(documented.is_subset(&known), "{:?}", documented.difference(&known));
}

#[tokio::test]
async fn every_subcommand_is_one_of_the_program() {
    let help = program(&["--help"], &[]).output().await.expect("the program starts");
    let help = String::from_utf8(help.stdout).expect("text");
    let (_, commands) = help.split_once("Commands:").expect("a list");
    let known: Vec<&str> = commands.lines().filter_map(|line| line.trim().split(' ').next()).collect();
    let mut used = BTreeSet::new();
    for (_, text) in files() {
        for start in ["/usr/local/bin/accords\", \"", "`accords ", "/usr/local/bin/accords "] {
            let words = text.split(start).skip(1).filter_map(|rest| rest.split(['`', '"', ' ', '\n']).next());
            used.extend(words.map(str::to_owned));
        }
    }
    let used: Vec<String> = used.into_iter().filter(|word| word.bytes().all(|b| b.is_ascii_lowercase())).collect();
    assert!(used.contains(&"health".to_owned()), "{used:?}");
    for word in used {
        assert!(known.contains(&word.as_str()), "`accords {word}` is none of {known:?}");
    }
}

#[test]
fn every_path_leads_to_a_file() {
    let readme = read("deploy/README.md");
    for link in readme.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()) {
        assert!(link.starts_with("http") || root().join("deploy").join(link).is_file(), "{link} is not there");
    }
    for name in files()
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| !matches!(name.as_str(), "README.md" | "Dockerfile.dockerignore"))
    {
        assert!(readme.contains(&format!("]({name})")), "README.md does not name {name}");
    }
    // What goes into the image's build is what Cargo needs, and it is there.
    let ignore = read("deploy/Dockerfile.dockerignore");
    let wanted: Vec<&str> = ignore.lines().filter_map(|line| line.strip_prefix('!')).collect();
    assert!(wanted.iter().all(|path| root().join(path).exists()), "{wanted:?}");
    for path in ["Cargo.toml", "Cargo.lock", "build.rs", "src", "knowledge", "preview/dist"] {
        assert!(wanted.contains(&path), "the build lacks {path}");
    }
    // Files that sources include lie in what is wanted.
    for file in sources(&root().join("src")) {
        let text = fs::read_to_string(&file).expect("a source");
        for macro_name in ["include_str!(\"", "include_bytes!(\"", "include_dir!(\"$CARGO_MANIFEST_DIR/"] {
            for path in text.split(macro_name).skip(1).filter_map(|rest| rest.split('"').next()) {
                let base = if macro_name.contains("MANIFEST") { root() } else { file.parent().expect("a folder") };
                let Ok(path) = base.join(path).canonicalize() else { continue };
                let inside =
                    path.strip_prefix(root().canonicalize().expect("the project")).expect("within the project");
                assert!(wanted.iter().any(|wanted| inside.starts_with(wanted)), "the build lacks {}", inside.display());
            }
        }
    }
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let all = paths.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] });
    all.filter(|path| path.extension().is_some_and(|ending| ending == "rs")).collect()
}

#[test]
fn containers_have_no_rights_and_probes() {
    let docker = read("deploy/Dockerfile");
    let last = docker.rsplit_once("\nFROM ").expect("two stages").1;
    for line in ["USER 65532:65532", "HEALTHCHECK ", "ENTRYPOINT [\"/usr/local/bin/accords\"]"] {
        assert!(last.contains(line), "{line}");
    }
    let compose = read("deploy/compose.yaml");
    assert_eq!(compose.matches("read_only: true").count(), 2);
    assert!(compose.contains("ACCORDS_SHARDS: 0/2") && compose.contains("ACCORDS_SHARDS: 1/2"));
    let kubernetes = read("deploy/kubernetes.yaml");
    let containers = kubernetes.matches("image: registry.example/accords").count();
    for part in ["readOnlyRootFilesystem: true", "runAsNonRoot: true", "path: /readyz", "capabilities: {drop: [ALL]}"] {
        assert_eq!(kubernetes.matches(part).count(), containers, "{part}");
    }
    assert_eq!(kubernetes.matches("path: /healthz").count(), 2 * containers, "at the start, and later");
}

#[test]
fn the_process_with_the_gateway_has_no_endpoint_that_would_make_it_ready_without_one() {
    let kubernetes = read("deploy/kubernetes.yaml");
    let of = |name: &str| {
        let mut parts = kubernetes.split("\n---\n");
        let is_it = |part: &&str| part.contains("kind: Deployment") && part.contains(&format!("\n  name: {name}\n"));
        parts.find(is_it).unwrap_or_else(|| panic!("no deployment {name}"))
    };
    let (gateway, endpoint) = (of("gateway"), of("endpoint"));
    assert!(gateway.contains("value: auto}") && endpoint.contains("value: none}"));
    // All of the secret, the public key among it, is for the endpoint alone.
    assert!(endpoint.contains("secretRef:") && !gateway.contains("secretRef:") && !gateway.contains("PUBLIC_KEY"));
    for key in ["key: DISCORD_TOKEN", "key: DATABASE_URL"] {
        assert!(gateway.contains(key), "{key}");
    }
}

#[test]
fn at_a_rollout_the_endpoint_listens_until_the_ingress_sends_nothing_more() {
    /// What the bot takes to come down: `SHUTDOWN_DEADLINE` and `CLOSING`.
    const END: u32 = 14;
    let kubernetes = read("deploy/kubernetes.yaml");
    let number = |text: &str, before: &str| -> Option<u32> {
        let (_, rest) = text.split_once(before)?;
        rest.chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok()
    };
    for deployment in kubernetes.split("\n---\n").filter(|part| part.contains("kind: Deployment")) {
        let listens = deployment.contains("containerPort: 8080");
        let pause = number(deployment, "preStop: {sleep: {seconds: ");
        assert_eq!(pause.is_some_and(|seconds| seconds >= 5), listens, "{deployment}");
        let grace = number(deployment, "terminationGracePeriodSeconds: ").expect("a number");
        assert!(grace > pause.unwrap_or_default() + END, "{grace} s are too short: {deployment}");
    }
}

#[test]
fn the_database_is_waited_for_where_the_bot_reaches_it() {
    // The image runs a server on a socket alone while it makes users; one that is asked over the network is the real one.
    let compose = read("deploy/compose.yaml");
    assert!(compose.contains("\"pg_isready\", \"--host="), "{compose}");
}

/// The most that systemd may find exposed, in tenths of ten: nothing but what a bot on the network has to have.
const EXPOSED: &str = "12";

#[test]
fn the_service_is_understood_by_systemd_and_has_few_rights() {
    if !is_there("systemd-analyze") {
        return;
    }
    let folder = std::env::temp_dir().join(format!("accords-service-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder of our own");
    let file = folder.join("accords.service");
    // The program is not installed where tests run.
    let installed = "ExecStart=/usr/local/bin/accords";
    let service = read("deploy/accords.service");
    assert!(service.contains(installed), "{service}");
    let here = format!("ExecStart={}", support::process::executable());
    fs::write(&file, service.replace(installed, &here)).expect("it can be written");
    let threshold = format!("--threshold={EXPOSED}");
    for arguments in [&["verify"][..], &["security", "--offline=true", &threshold]] {
        let output = Command::new("systemd-analyze").args(arguments).arg(&file).output().expect("it starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {said}");
        // What it does not know it only mentions.
        assert!(!said.contains("accords.service"), "{said}");
    }
    drop(fs::remove_dir_all(&folder));
}

/// A bot that says this of itself, once.
async fn says(status: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address").to_string();
    tokio::spawn(async move {
        let (mut connection, _) = listener.accept().await.expect("somebody asks");
        let mut request = [0; 1_024];
        let read = connection.read(&mut request).await.expect("a request");
        let path = String::from_utf8_lossy(&request[..read]).split(' ').nth(1).unwrap_or_default().to_owned();
        let answer = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n\r\n{path}", path.len());
        connection.write_all(answer.as_bytes()).await.expect("it listens");
    });
    address
}

#[tokio::test]
async fn health_is_asked_for_and_told_by_the_exit_code() {
    for (arguments, status, code, path) in [
        (&["health"][..], "200 OK", 0, "/healthz"),
        (&["health", "--ready"], "200 OK", 0, "/readyz"),
        (&["health", "--ready"], "503 Service Unavailable", 1, "/readyz"),
    ] {
        let address = says(status).await;
        let output = program(arguments, &[("ACCORDS_METRICS", &address)]).output().await.expect("it starts");
        assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(code), path.as_bytes()), "{output:?}");
    }
    let nobody = program(&["health", "--addr", "127.0.0.1:1"], &[]).output().await.expect("it starts");
    assert_eq!(nobody.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&nobody.stderr).contains("ACCORDS_METRICS=127.0.0.1:1"), "{nobody:?}");
    let unset = program(&["health"], &[]).output().await.expect("it starts");
    assert_eq!(unset.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&unset.stderr).contains("ACCORDS_METRICS is not set"), "{unset:?}");
}

/// A block of commands of the documentation.
fn block(name: &str) -> String {
    let readme = read("deploy/README.md");
    let start = format!("```{name}\n");
    let (_, rest) = readme.split_once(&start).unwrap_or_else(|| panic!("no block {name}"));
    rest.split_once("```").expect("an end").0.to_owned()
}

/// Runs documented commands, which must succeed.
fn run(commands: &str, database: &str, backup: &Path) -> String {
    let output = Command::new("sh")
        .args(["-euc", commands])
        .env("DATABASE", database)
        .env("BACKUP", backup)
        .output()
        .expect("a shell");
    assert!(output.status.success(), "{commands}\n{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

fn is_there(program: &str) -> bool {
    let found = Command::new("sh").args(["-c", &format!("command -v {program}")]).output();
    let found = found.is_ok_and(|output| output.status.success());
    if !found {
        eprintln!("skipped: what needs {program}, which is not there");
    }
    found
}

async fn bot(standin: &Standin, url: &str) -> Bot {
    let settings = [("DATABASE_URL", url), ("ACCORDS_SHARDS", "none"), ("ACCORDS_DAILY_RATE", "45")];
    let bot = Bot::start_with(standin, &settings);
    bot.wait_written("no gateway here").await;
    bot
}

/// A backup before today's posts, the posts, a disaster, the backup brought back: settings are there, and no post is
/// doubled or lost.
async fn backed_up_and_restored(database: Database, [backup, restore, after]: [&str; 3], shell: &str, address: &str) {
    let file = std::env::temp_dir().join(format!("accords-backup-{}-{shell}", std::process::id()));
    drop(fs::remove_file(&file));
    let standin = Standin::start().await;
    let settings = GuildSettings { channels: vec![7], private: true };
    let store = Sql::open(&database.url).expect("an address");
    store.put_settings(1, &settings).await.expect("kept");
    let day = due::subscribe(&store, DUE).await;
    run(&block(backup), address, &file);
    let posting = bot(&standin, &database.url).await;
    let slots = due::wait_done(&store, DUE, day, PATIENCE).await;
    due::assert_exactly_once(&standin.state(), &slots, day);
    posting.stop().await;
    store.put_settings(1, &GuildSettings::default()).await.expect("kept");
    // Two posts are lost with the rest; they have to come again.
    for channel in [due::FIRST, due::FIRST + 1] {
        standin.state().messages.remove(&channel.to_string());
    }
    standin.state().nonce_memory = std::time::Duration::ZERO;
    drop(store);
    run(&block(restore), address, &file);
    run(&format!("{shell} <<'END'\n{}\nEND\n", block(after)), address, &file);
    let store = Sql::open(&database.url).expect("an address");
    assert_eq!(store.settings(1).await.expect("settings"), settings);
    let posting = bot(&standin, &database.url).await;
    let slots = due::wait_done(&store, DUE, day, PATIENCE).await;
    assert!(slots.iter().all(|slot| slot.state == SlotState::Posted), "{slots:?}");
    due::assert_exactly_once(&standin.state(), &slots, day);
    posting.stop().await;
    drop(fs::remove_file(&file));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_backed_up_and_restored_as_documented() {
    if !is_there("sqlite3") {
        return;
    }
    let database = Database::file("backup");
    let address = database.url.trim_start_matches("sqlite://").to_owned();
    let blocks = ["sh backup-sqlite", "sh restore-sqlite", "sql after-restore-sqlite"];
    backed_up_and_restored(database, blocks, "sqlite3 \"$DATABASE\"", &address).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_is_backed_up_and_restored_as_documented() {
    let Some(database) = Database::on_server("backup").await else { return };
    if !is_there("pg_dump") || !is_there("psql") {
        return;
    }
    let address = database.url.clone();
    let blocks = ["sh backup-postgres", "sh restore-postgres", "sql after-restore-postgres"];
    backed_up_and_restored(database, blocks, "psql -v ON_ERROR_STOP=1 \"$DATABASE\"", &address).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_role_of_the_database_is_enough_for_the_bot() {
    let Some(address) = server() else { return support::database::say_skipped() };
    if !is_there("psql") {
        return;
    }
    let name = format!("accords_role_{}", std::process::id());
    let output = Command::new("sh")
        .arg(root().join("deploy/postgres-role.sh"))
        .env("PGHOST", address.host_str().expect("a host"))
        .env("PGPORT", address.port().unwrap_or(5_432).to_string())
        .env("PGUSER", address.username())
        .env("POSTGRES_DB", "postgres")
        .env("ACCORDS_DATABASE_USER", &name)
        .env("ACCORDS_DATABASE_PASSWORD", "quote' and blank")
        .output()
        .expect("a shell");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut url = address.clone();
    url.set_username(&name).expect("an address with users");
    url.set_password(Some("quote' and blank")).expect("an address with passwords");
    url.set_path(&name);
    let store = Sql::open(url.as_str()).expect("an address");
    store.put_settings(1, &GuildSettings::default()).await.expect("the role may make its tables and write them");
}

#[tokio::test]
async fn the_environment_of_the_image_is_taken() {
    let docker = read("deploy/Dockerfile");
    let (_, rest) = docker.split_once("\nENV ").expect("an environment");
    let words = rest.split("\nHEALTHCHECK").next().unwrap_or_default().split_whitespace();
    let folder = std::env::temp_dir().join(format!("accords-image-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder of our own");
    let path = folder.to_str().expect("a path").to_owned();
    let pairs: Vec<(String, String)> = words
        .filter_map(|word| word.split_once('='))
        // Any free port will do, and the image has a folder that this machine lacks.
        .map(|(name, value)| (name.to_owned(), value.replace("/data", &path).replace(":9090", ":0")))
        .collect();
    assert_eq!(pairs.len(), 4, "{pairs:?}");
    let standin = Standin::start().await;
    let base = standin.base();
    let mut variables: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    variables.extend([("DISCORD_TOKEN", TOKEN), ("DISCORD_API_BASE", &base), ("ACCORDS_SHARDS", "none")]);
    let bot = Bot::spawn(&mut program(&[], &variables));
    standin.wait_for("registration", |state| (!state.commands.is_empty()).then_some(())).await;
    bot.stop().await;
    assert!(folder.join("accords.db").is_file(), "the database is in the image's folder");
    drop(fs::remove_dir_all(&folder));
}
