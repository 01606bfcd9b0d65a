//! Processes that are killed while posts are due.

use std::hash::{BuildHasher, RandomState};
use std::time::{Duration, Instant};

use accords::store::Sql;
use tokio::task::JoinSet;

use crate::support::Standin;
use crate::support::database::Database;
use crate::{BUSY, assert_exactly_once, start, stop, subscribe, wait_done};

/// Posts that are due when a process is killed.
const DUE: u64 = 200;
/// Rounds at once: they mostly wait.
const AT_ONCE: usize = 5;
/// How long the stand-in remembers a nonce. Discord does for some minutes; what matters is to be back before and after.
const NONCE_MEMORY: Duration = Duration::from_secs(2);
/// How long the stand-in takes to answer: many kills hit posts that are made and of which nobody has heard.
const ANSWER: Duration = Duration::from_millis(60);

/// A number below `most`, at random.
fn random(most: u64) -> u64 {
    RandomState::new().hash_one(0) % most
}

/// What a round came to.
struct Round {
    kills: u64,
    in_doubt: usize,
    looked_for: usize,
    begun_again: usize,
}

/// Starts a process on 200 due posts, kills it at random moments, and lets the last one finish.
async fn round(url: &str) -> Round {
    let standin = Standin::start().await;
    standin.state().slow = Some(("/messages", ANSWER));
    standin.state().nonce_memory = NONCE_MEMORY;
    let store = Sql::open(url).expect("an address");
    let day = subscribe(&store, DUE).await;
    let kills = 1 + random(2);
    let mut in_doubt = 0;
    for _ in 0..kills {
        let bot = start(&standin, url, &[]);
        tokio::time::sleep(Duration::from_millis(150 + random(4_500))).await;
        bot.kill().await;
        let made = standin.state().messages.len();
        let known = crate::slots(&store, DUE, day).await.iter().filter(|slot| slot.message.is_some()).count();
        in_doubt += made - known;
        // Back within the memory for nonces, or long after it.
        tokio::time::sleep(if random(2) == 0 { Duration::ZERO } else { NONCE_MEMORY * 2 }).await;
    }
    let bot = start(&standin, url, &[]);
    let slots = wait_done(&store, DUE, day, Duration::from_mins(1)).await;
    stop(bot).await;
    let looked_for = standin.count("GET", "/messages");
    let begun_again = slots.iter().filter(|slot| slot.tries > 1).count();
    assert_exactly_once(&standin.state(), &slots, day);
    Round { kills, in_doubt, looked_for, begun_again }
}

async fn rounds(count: usize, name: &str) {
    let _alone = BUSY.lock().await;
    let begun = Instant::now();
    let (mut started, mut done, mut running) = (0, Vec::new(), JoinSet::new());
    while done.len() < count {
        while running.len() < AT_ONCE && started < count {
            let name = format!("{name}-{started}");
            running.spawn(async move {
                let database = Database::file(&name);
                round(&database.url).await
            });
            started += 1;
        }
        done.push(running.join_next().await.expect("one is running").expect("no post is lost or doubled"));
    }
    let sum = |of: fn(&Round) -> usize| done.iter().map(of).sum::<usize>();
    println!(
        "{count} rounds of {DUE} posts, {} kills: 0 lost, 0 doubled; {} posts were made and not known of at a kill, {} in doubt \
         were looked for, {} had not arrived and were sent again; {:.0} s",
        done.iter().map(|round| round.kills).sum::<u64>(),
        sum(|it| it.in_doubt),
        sum(|it| it.looked_for),
        sum(|it| it.begun_again),
        begun.elapsed().as_secs_f64(),
    );
    assert!(sum(|it| it.looked_for) > 0, "the kills came at moments that matter");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_post_is_lost_or_doubled_by_kills() {
    rounds(20, "kills").await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "the same at length; takes ten minutes"]
async fn no_post_is_lost_or_doubled_by_very_many_kills() {
    rounds(200, "many-kills").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn kills_on_a_server_are_no_different() {
    let Some(database) = Database::on_server("kills").await else { return };
    let round = round(&database.url).await;
    println!("on PostgreSQL: {} kills, {} posts looked for", round.kills, round.looked_for);
}

#[tokio::test(flavor = "multi_thread")]
async fn three_replicas_share_the_posts_and_one_takes_over_from_another() {
    let Some(database) = Database::on_server("replicas").await else { return };
    let standin = Standin::start().await;
    standin.state().slow = Some(("/messages", ANSWER));
    standin.state().nonce_memory = Duration::from_millis(1);
    standin.state().global = Some(50);
    let store = Sql::open(&database.url).expect("an address");
    let day = subscribe(&store, DUE).await;
    // They start at once, on tables that were just made, and again after them.
    let mut bots: Vec<_> = (0..3).map(|_| start(&standin, &database.url, &[])).collect();
    standin.wait_for("half of the posts", |state| (state.messages.len() > 80).then_some(())).await;
    bots.remove(0).kill().await;
    let slots = wait_done(&store, DUE, day, Duration::from_mins(1)).await;
    for bot in bots {
        stop(bot).await;
    }
    assert_exactly_once(&standin.state(), &slots, day);
    assert_eq!(standin.state().limited, 0, "three replicas together keep to the rate of one");
    let takeovers = slots.iter().filter(|slot| slot.tries > 1).count();
    println!("three replicas on PostgreSQL, one killed: {DUE} posts, {takeovers} sent again by another one");
}
