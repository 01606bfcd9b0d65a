//! What is counted, as Prometheus reads it.
//!
//! Every label has a bounded list of values: names of commands, words of this file, numbers of shards. So what people send
//! cannot make new series, and no count holds an id or a text of anybody.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use prometheus_client::encoding::{EncodeLabelSet, prometheus_text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

use super::health::Phase;

/// The upper bounds of the classes of times, in seconds. An answer takes milliseconds; after 1.5 seconds it is deferred, after
/// 3 Discord forgets an interaction that was not, and a deferred answer is given up after minutes.
const TIMES: [f64; 14] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 1.5, 3.0, 10.0, 60.0];

/// Declares an enumeration of label values.
macro_rules! values {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident => $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$value_doc])* $value,)*
        }

        impl $name {
            /// All values.
            pub const ALL: &[Self] = &[$(Self::$value),*];

            /// The value as the label has it.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$value => $text,)*
                }
            }
        }
    };
}

values!(
    /// What came of something that was asked.
    Outcome {
        /// Answered from sourced facts.
        Answered => "answered",
        /// What the question takes for granted was corrected.
        Corrected => "corrected",
        /// Asked back.
        Ambiguous => "ambiguous",
        /// There is no sourced answer.
        Unknown => "unknown",
        /// Something that is no answer was shown: suggestions, help, settings, a form.
        Shown => "shown",
        /// It was told what to mend: an option that is missing, a right that is lacking.
        Refused => "refused",
        /// The person or the server asked too much at once.
        Limited => "limited",
        /// The program failed or took too long.
        Failed => "failed",
    }
);

values!(
    /// What became of a daily post.
    Post {
        /// Sent in time.
        Sent => "sent",
        /// Sent long after it was due.
        Late => "late",
        /// Too late to be sent.
        Missed => "missed",
        /// Discord refused it.
        Failed => "failed",
        /// Whether it arrived could not be found out.
        Unconfirmed => "unconfirmed",
        /// There was nothing to tell on that day.
        Quiet => "quiet",
    }
);

values!(
    /// A limit that was met.
    Limit {
        /// Discord's, of all requests of the bot together (429).
        DiscordGlobal => "discord_global",
        /// Discord's, of a resource that several bots share (429).
        DiscordShared => "discord_shared",
        /// Discord's, of one resource (429).
        DiscordResource => "discord_resource",
        /// Our own, of answers for one person or server.
        Answers => "answers",
        /// Our own, of suggestions for one person.
        Suggestions => "suggestions",
        /// Our own, of requests: the turn of one did not come in time.
        Turn => "turn",
        /// Our own, of refusals: Discord has refused so much that a request was not made.
        Refusals => "refusals",
    }
);

values!(
    /// How a request to Discord ended.
    Request {
        /// Done.
        Done => "done",
        /// Asked to wait (429).
        Limited => "limited",
        /// Refused for good (other 4xx).
        Refused => "refused",
        /// Discord has a fault of its own (5xx).
        ServerFault => "server_fault",
        /// Discord could not be reached, or its answer not be read.
        Network => "network",
        /// No answer in time.
        Deadline => "deadline",
    }
);

values!(
    /// What came of loading the knowledge anew.
    Reload {
        /// The new one is in use.
        Swapped => "swapped",
        /// The folder has not changed.
        Unchanged => "unchanged",
        /// It cannot be used; the old one stays.
        Refused => "refused",
    }
);

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    command: &'static str,
    outcome: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OfCommand {
    command: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct WithOutcome {
    outcome: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OfLimit {
    limit: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OfEvent {
    event: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OfShard {
    shard: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct InState {
    shard: u32,
    state: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OfVersion {
    version: String,
}

type Times = Family<OfCommand, Histogram, fn() -> Histogram>;

/// The counts of one process. Clones share everything.
#[derive(Clone)]
pub struct Metrics {
    registry: Arc<Registry>,
    answers: Family<Answered, Counter>,
    times: Times,
    lost: Counter,
    unreadable: Family<OfEvent, Counter>,
    shards: Family<InState, Gauge>,
    connections: Family<OfShard, Counter>,
    posts: Family<WithOutcome, Counter>,
    limits: Family<OfLimit, Counter>,
    requests: Family<WithOutcome, Counter>,
    knowledge: Family<OfVersion, Gauge>,
    facts: Gauge,
    reloads: Family<WithOutcome, Counter>,
}

impl fmt::Debug for Metrics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Metrics").finish_non_exhaustive()
    }
}

impl Default for Metrics {
    fn default() -> Self {
        let times: Times = Family::new_with_constructor(|| Histogram::new(TIMES));
        let mut it = Self {
            registry: Arc::default(),
            answers: Family::default(),
            times,
            lost: Counter::default(),
            unreadable: Family::default(),
            shards: Family::default(),
            connections: Family::default(),
            posts: Family::default(),
            limits: Family::default(),
            requests: Family::default(),
            knowledge: Family::default(),
            facts: Gauge::default(),
            reloads: Family::default(),
        };
        it.begin_at_zero();
        it.registry = Arc::new(it.registered());
        it
    }
}

impl Metrics {
    /// All names, with what they mean. Names of counters get `_total` at their end by themselves.
    fn registered(&self) -> Registry {
        let mut all = Registry::with_prefix("accords");
        let build = Family::<OfVersion, Gauge>::default();
        build.get_or_create(&OfVersion { version: env!("CARGO_PKG_VERSION").to_owned() }).set(1);
        all.register("build_info", "The version of the program, always 1", build);
        all.register("answers", "What was asked, by command and by what came of it", self.answers.clone());
        let time = "From the arrival of what was asked until its answer was found";
        all.register("answer_duration_seconds", time, self.times.clone());
        all.register("answers_lost", "Answers that could not be given to Discord", self.lost.clone());
        let unreadable = "Events from Discord that could not be read";
        all.register("events_unreadable", unreadable, self.unreadable.clone());
        let state = "1 for the state that a shard of this process is in, 0 for the others";
        all.register("gateway_state", state, self.shards.clone());
        let connections = "How often a shard of this process has become ready for events";
        all.register("gateway_connections", connections, self.connections.clone());
        all.register("daily_posts", "Daily posts by what became of them", self.posts.clone());
        all.register("rate_limits", "Limits that were met, Discord's and our own", self.limits.clone());
        all.register("discord_requests", "Requests to Discord by how they ended", self.requests.clone());
        all.register("knowledge_info", "The version of the knowledge in use, always 1", self.knowledge.clone());
        all.register("knowledge_facts", "Facts of the knowledge in use", self.facts.clone());
        all.register("knowledge_reloads", "Attempts to load the knowledge anew", self.reloads.clone());
        all
    }

    /// A count that is not there yet cannot be seen to grow from nothing.
    fn begin_at_zero(&self) {
        let outcome = |word| WithOutcome { outcome: word };
        for post in Post::ALL {
            self.posts.get_or_create(&outcome(post.word())).inc_by(0);
        }
        for request in Request::ALL {
            self.requests.get_or_create(&outcome(request.word())).inc_by(0);
        }
        for reload in Reload::ALL {
            self.reloads.get_or_create(&outcome(reload.word())).inc_by(0);
        }
        for limit in Limit::ALL {
            self.limits.get_or_create(&OfLimit { limit: limit.word() }).inc_by(0);
        }
    }

    /// All counts in the text format of Prometheus, version 0.0.4.
    pub fn text(&self) -> String {
        let mut text = String::new();
        prometheus_text::encode(&mut text, &self.registry).expect("a string takes whatever is written to it");
        text
    }

    /// Counts something that was asked, and the time until its answer was found.
    pub fn answered(&self, command: &'static str, outcome: Outcome, took: Duration) {
        self.answers.get_or_create(&Answered { command, outcome: outcome.word() }).inc();
        self.times.get_or_create(&OfCommand { command }).observe(took.as_secs_f64());
    }

    /// Counts an answer that could not be given.
    pub fn answer_lost(&self) {
        self.lost.inc();
    }

    /// Counts an event that could not be read.
    pub fn unreadable(&self, event: &'static str) {
        self.unreadable.get_or_create(&OfEvent { event }).inc();
    }

    /// Notes the state that a shard is in.
    pub(super) fn shard(&self, shard: u32, phase: Phase) {
        for &other in Phase::ALL {
            let gauge = self.shards.get_or_create(&InState { shard, state: other.word() });
            gauge.set(i64::from(other == phase));
        }
        let connections = self.connections.get_or_create(&OfShard { shard });
        if phase == Phase::Connected {
            connections.inc();
        }
    }

    /// Counts daily posts.
    pub fn posts(&self, what: Post, number: usize) {
        let number = u64::try_from(number).unwrap_or(u64::MAX);
        self.posts.get_or_create(&WithOutcome { outcome: what.word() }).inc_by(number);
    }

    /// Counts that a limit was met.
    pub fn limit(&self, limit: Limit) {
        self.limits.get_or_create(&OfLimit { limit: limit.word() }).inc();
    }

    /// Counts a request to Discord.
    pub fn request(&self, ended: Request) {
        self.requests.get_or_create(&WithOutcome { outcome: ended.word() }).inc();
    }

    /// Notes the knowledge in use.
    pub(super) fn knowledge(&self, version: &str, facts: usize) {
        self.knowledge.clear();
        self.knowledge.get_or_create(&OfVersion { version: version.to_owned() }).set(1);
        self.facts.set(i64::try_from(facts).unwrap_or(i64::MAX));
    }

    /// Counts an attempt to load the knowledge anew.
    pub(super) fn reload(&self, what: Reload) {
        self.reloads.get_or_create(&WithOutcome { outcome: what.word() }).inc();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_begin_at_zero_and_are_told_with_their_meaning() {
        let metrics = Metrics::default();
        let has = |line: &str| metrics.text().lines().any(|it| it == line);
        assert!(has("accords_daily_posts_total{outcome=\"missed\"} 0"), "{}", metrics.text());
        metrics.posts(Post::Missed, 3);
        metrics.answered("ask", Outcome::Corrected, Duration::from_millis(2));
        metrics.knowledge("one", 5);
        metrics.knowledge("two", 6);
        metrics.shard(2, Phase::Connected);
        metrics.shard(2, Phase::Disconnected);
        for line in [
            "# TYPE accords_daily_posts_total counter",
            "accords_daily_posts_total{outcome=\"missed\"} 3",
            "accords_answers_total{command=\"ask\",outcome=\"corrected\"} 1",
            "accords_answer_duration_seconds_bucket{command=\"ask\",le=\"0.001\"} 0",
            "accords_answer_duration_seconds_bucket{command=\"ask\",le=\"0.0025\"} 1",
            "accords_knowledge_info{version=\"two\"} 1",
            "accords_gateway_state{shard=\"2\",state=\"connected\"} 0",
            "accords_gateway_state{shard=\"2\",state=\"disconnected\"} 1",
            "accords_gateway_connections_total{shard=\"2\"} 1",
        ] {
            assert!(has(line), "{line} is not in:\n{}", metrics.text());
        }
        assert!(!metrics.text().contains("\"one\""), "the old version is gone");
    }
}
