//! Three processes with their shards on one database, one killed after the other and started again: no shard is silent for
//! longer than its process is away, and no daily post is lost or doubled.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::time::{Duration, Instant};

use accords::store::Sql;
use serde_json::json;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::support::database::Database;
use crate::support::due::{self, FIRST};
use crate::support::events::command;
use crate::support::process::Bot;
use crate::support::{Standin, State};

/// The processes: what each is told, and its shards. One has two, because two need two turns to come back.
const PROCESSES: [(&str, &[u64]); 3] = [("0-1/4", &[0, 1]), ("2/4", &[2]), ("3/4", &[3])];
const SHARDS: u32 = 4;
/// Posts that fall due in each round: more than three seconds of them at the rate that is set, so that the kill comes among
/// them.
const DUE: u64 = 60;
const RATE: &str = "20";
/// The pause between two things that are asked of a shard.
const PAUSE: Duration = Duration::from_millis(200);
/// Discord gives three seconds for an answer.
const IN_TIME: Duration = Duration::from_secs(3);
/// Discord takes one new session in five seconds. This is half a second less: on a busy machine one may be longer on its way
/// than the next, and Discord asks one that comes early to try again.
const BETWEEN_SESSIONS: Duration = Duration::from_millis(4_500);
/// What a process may take for a turn to begin a session: Discord's five seconds and a little.
const TURN: Duration = Duration::from_millis(5_500);
/// What a process may take until it asks for its first turn, on a busy machine.
const START: Duration = Duration::from_secs(10);
/// How long the stand-in takes to answer a post, so that many are under way at a kill, and how long it remembers a nonce:
/// not until somebody else takes the post over.
const POSTING: Duration = Duration::from_millis(200);
const NONCE_MEMORY: Duration = Duration::from_secs(2);
/// What all posts of a round may take, with those that wait for the end of a dead process's lease.
const POSTED: Duration = Duration::from_mins(1);
/// How long a killed process stays away, at most.
const AWAY: u64 = 4_000;

/// Something that was asked of a shard whose connection was open.
struct Asked {
    id: u64,
    shard: u64,
    at: Instant,
}

/// The time in which a shard had no process.
struct Outage {
    shard: u64,
    killed: Instant,
    /// When its new process began, and when its new session did.
    started: Instant,
    back: Instant,
}

/// Asks every shard again and again until `stop`.
fn ask_all(standin: &Standin, stop: &CancellationToken) -> JoinHandle<Vec<Asked>> {
    let (standin, stop) = (standin.clone(), stop.clone());
    tokio::spawn(async move {
        let mut asked = Vec::new();
        while !stop.is_cancelled() {
            for shard in 0..u64::from(SHARDS) {
                let event = command("onthisday", &json!([]));
                let id = event["id"].as_str().and_then(|id| id.parse().ok()).expect("an id");
                if standin.try_dispatch_to(shard, "INTERACTION_CREATE", event) {
                    asked.push(Asked { id, shard, at: Instant::now() });
                }
            }
            tokio::time::sleep(PAUSE).await;
        }
        asked
    })
}

/// When each interaction was answered.
fn answers(state: &State) -> HashMap<u64, Vec<Instant>> {
    let mut answers: HashMap<u64, Vec<Instant>> = HashMap::new();
    for request in &state.requests {
        let id = request.path.strip_prefix("/api/v10/interactions/").and_then(|rest| rest.split('/').next());
        if let Some(id) = id.and_then(|id| id.parse().ok()) {
            answers.entry(id).or_default().push(request.at);
        }
    }
    answers
}

/// A number below `most`, at random.
fn random(most: u64) -> u64 {
    RandomState::new().hash_one(0) % most
}

/// Kills a process among the posts of this round and starts it again; when its shards were away.
async fn round(standin: &Standin, url: &str, number: u64, bot: &mut Option<Bot>, at: usize) -> Vec<Outage> {
    let (shards, own) = PROCESSES[at];
    let store = Sql::open(url).expect("an address");
    let channels = FIRST + number * DUE..FIRST + (number + 1) * DUE;
    let before = standin.state().messages.len();
    let day = due::subscribe_each(&store, channels.clone()).await;
    let some = usize::try_from(1 + random(DUE / 2)).expect("a small number");
    standin.wait_for("posts", |state| (state.messages.len() >= before + some).then_some(())).await;
    let killed = Instant::now();
    bot.take().expect("it runs").kill().await;
    let open = due::slots_of(&store, channels.clone(), day).await.iter().filter(|slot| slot.state.is_open()).count();
    let unopened = usize::try_from(DUE).expect("a small number") + before - standin.state().messages.len();
    assert!(open + unopened > 0, "the kill comes among the posts");
    tokio::time::sleep(Duration::from_millis(random(AWAY))).await;
    let (started, earlier) = (Instant::now(), standin.state().identified.len());
    *bot = Some(start(standin, url, shards));
    let mut outages = Vec::new();
    for &shard in own {
        let back = |state: &State| state.identified[earlier..].iter().find(|(of, _)| *of == shard).map(|(_, at)| *at);
        let back = standin.wait_for("new session", back).await;
        outages.push(Outage { shard, killed, started, back });
    }
    standin.wait_for("all shards", |state| (state.ready == SHARDS as usize).then_some(())).await;
    let slots = due::wait_done_each(&store, channels, day, POSTED).await;
    due::assert_exactly_once(&standin.state(), &slots, day);
    outages
}

fn start(standin: &Standin, url: &str, shards: &str) -> Bot {
    let settings = [
        ("ACCORDS_SHARDS", shards),
        ("DATABASE_URL", url),
        ("ACCORDS_ANSWERS_PER_MINUTE", "0"),
        ("ACCORDS_DAILY_RATE", RATE),
        ("ACCORDS_DAILY_LEASE", "5"),
        ("RUST_LOG", "info"),
    ];
    Bot::start_with(standin, &settings)
}

/// Whatever a shard with a process was asked has one answer.
fn assert_answered(asked: &[Asked], answers: &HashMap<u64, Vec<Instant>>, outages: &[Outage]) {
    for it in asked {
        let answers = answers.get(&it.id).map_or(0, Vec::len);
        let is_lost =
            |outage: &Outage| outage.shard == it.shard && it.at + IN_TIME >= outage.killed && it.at <= outage.back;
        assert!(answers <= 1, "shard {} answers {answers} times", it.shard);
        assert!(answers == 1 || outages.iter().any(is_lost), "shard {} has a process and does not answer", it.shard);
    }
}

/// The longest silence of each shard; none is longer than its process was away, but for the time that an answer may take.
fn assert_never_silent(asked: &[Asked], answers: &HashMap<u64, Vec<Instant>>, outages: &[Outage]) -> Vec<Duration> {
    let silence_of = |shard: u64| {
        let of_shard = asked.iter().filter(|it| it.shard == shard);
        let mut times: Vec<Instant> = of_shard.filter_map(|it| answers.get(&it.id)).flatten().copied().collect();
        times.sort();
        let mut longest = Duration::ZERO;
        for pair in times.windows(2) {
            let silence = pair[1] - pair[0];
            let within = |it: &&Outage| it.shard == shard && it.killed <= pair[1] && it.back >= pair[0];
            let away = outages.iter().find(within).map_or(Duration::ZERO, |it| it.back - it.killed);
            assert!(
                silence <= away + IN_TIME,
                "shard {shard} is silent for {silence:?}, its process away for {away:?}"
            );
            longest = longest.max(silence);
        }
        longest
    };
    (0..u64::from(SHARDS)).map(silence_of).collect()
}

/// A process is back as soon as Discord lets it: it waits for a turn that somebody may have taken last, and for its own.
fn assert_back_in_turn(outages: &[Outage], identified: &[(u64, Instant)]) {
    for outage in outages {
        let (_, own) = PROCESSES.iter().find(|(_, own)| own.contains(&outage.shard)).expect("a process");
        let turns = u32::try_from(own.len()).expect("a small number") + 1;
        let took = outage.back - outage.started;
        assert!(took <= START + TURN * turns, "shard {} takes {took:?} to come back", outage.shard);
    }
    for pair in identified.windows(2) {
        let between = pair[1].1.duration_since(pair[0].1);
        assert!(between >= BETWEEN_SESSIONS, "two sessions within {between:?}");
    }
}

async fn kills(rounds: u64, name: &str) {
    let Some(database) = Database::on_server(name).await else { return };
    let standin = Standin::start().await;
    {
        let mut state = standin.state();
        (state.shards, state.slow, state.nonce_memory) = (SHARDS, Some(("/messages", POSTING)), NONCE_MEMORY);
    }
    let mut bots = PROCESSES.map(|(shards, _)| Some(start(&standin, &database.url, shards)));
    standin.wait_for("all shards", |state| (state.ready == SHARDS as usize).then_some(())).await;
    let stop = CancellationToken::new();
    let (begun, asking, mut outages) = (Instant::now(), ask_all(&standin, &stop), Vec::new());
    for number in 0..rounds {
        // Each in turn; which is first makes no difference.
        let at = usize::try_from(number).expect("a small number") % bots.len();
        outages.extend(round(&standin, &database.url, number, &mut bots[at], at).await);
    }
    stop.cancel();
    let asked = asking.await.expect("it asks to the end");
    tokio::time::sleep(IN_TIME).await;
    for bot in bots.into_iter().flatten() {
        bot.stop().await;
    }
    let state = standin.state();
    let answers = answers(&state);
    assert_answered(&asked, &answers, &outages);
    let silences = assert_never_silent(&asked, &answers, &outages);
    assert_back_in_turn(&outages, &state.identified);
    let posts = state.messages.values().map(Vec::len).sum::<usize>();
    assert_eq!(posts as u64, rounds * DUE, "no post came a second time later");
    let looked_for = state.requests.iter().filter(|it| it.method == "GET" && it.path.ends_with("/messages")).count();
    println!(
        "{rounds} kills in {:.0} s: {} of {} answered once, the others with no process; longest silences {silences:.1?}; \
         {posts} posts, none lost or doubled, {looked_for} in doubt were looked for",
        begun.elapsed().as_secs_f64(),
        asked.iter().filter(|it| answers.contains_key(&it.id)).count(),
        asked.len(),
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_that_is_killed_silences_its_own_shards_until_it_is_back_and_costs_no_post() {
    kills(PROCESSES.len() as u64, "one_killed").await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "the same at length; takes five minutes"]
async fn processes_that_are_killed_again_and_again_cost_no_post() {
    kills(40, "many_killed").await;
}
