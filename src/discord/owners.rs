//! Whose the bot is: the owner of its application at Discord, or the members of the team that owns it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde_json::Value;
use tokio::runtime::Handle;

use crate::discord::rest::Rest;
use crate::discord::waited::waited;

/// How long Discord may take to say it.
const ASKED: Duration = Duration::from_secs(20);
/// For how long what it said is taken as true, and for how long it is not asked again after it said nothing: whoever has left
/// the team is soon nobody, and a stranger who keeps trying costs a request a minute.
const FRESH: Duration = Duration::from_mins(1);
/// Discord's number for a member of a team who has accepted the invitation.
const ACCEPTED: u64 = 2;
/// A member of a team who may look at the application and change nothing.
const READ_ONLY: &str = "read_only";

/// The owners, asked for when somebody wants to be one.
#[derive(Debug)]
pub(crate) struct Owners {
    rest: Arc<Rest>,
    runtime: Handle,
    memory: Memory,
}

impl Owners {
    /// Asks with `rest`. Must be made within a runtime, which does the waiting.
    pub(crate) fn new(rest: Arc<Rest>) -> Self {
        Self { rest, runtime: Handle::current(), memory: Memory::default() }
    }

    /// Whether a person is one of them; none when Discord could not be asked, or is being asked just now. Waits for the
    /// answer, so it is for threads that may.
    pub(crate) fn include(&self, person: u64) -> Option<bool> {
        self.memory.include(person, || self.ask())
    }

    fn ask(&self) -> Option<Vec<u64>> {
        let rest = Arc::clone(&self.rest);
        let ask = async move { Ok(of(&rest.application().await?)) };
        waited(&self.runtime, ASKED, "whose the bot is", ask)
    }
}

/// What Discord said last. Anybody can have it asked, so one thread at a time waits for it and no other waits for that one.
#[derive(Debug, Default)]
struct Memory {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// The owners, or none where Discord could not be asked, and when that was.
    said: Option<(Instant, Option<Vec<u64>>)>,
    is_asked: bool,
}

impl Memory {
    /// Whether a person is among those that `ask` finds, or found lately.
    fn include(&self, person: u64, ask: impl FnOnce() -> Option<Vec<u64>>) -> Option<bool> {
        {
            let mut state = self.state();
            if let Some((at, said)) = &state.said
                && at.elapsed() < FRESH
            {
                return said.as_ref().map(|owners| owners.contains(&person));
            }
            if state.is_asked {
                return None;
            }
            state.is_asked = true;
        }
        // Not under the lock: it takes as long as Discord does.
        let said = ask();
        let found = said.as_ref().map(|owners| owners.contains(&person));
        *self.state() = State { said: Some((Instant::now(), said)), is_asked: false };
        found
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing is ever left half changed under this lock.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The owners of an application. Where a team owns it, Discord gives a made-up user as the owner, who is nobody.
fn of(application: &Value) -> Vec<u64> {
    let id = |user: &Value| user["id"].as_str()?.parse::<u64>().ok();
    let Some(members) = application["team"]["members"].as_array() else {
        return id(&application["owner"]).into_iter().collect();
    };
    let may_change = |member: &&Value| {
        member["membership_state"].as_u64() == Some(ACCEPTED) && member["role"].as_str() != Some(READ_ONLY)
    };
    members.iter().filter(may_change).filter_map(|member| id(&member["user"])).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::thread;

    use serde_json::json;

    use super::*;

    #[test]
    fn while_discord_is_asked_nobody_else_waits_for_it() {
        let memory = Memory::default();
        let (begun, has_begun) = channel();
        let (go, may_go) = channel();
        let slow = move || {
            begun.send(()).expect("the test waits");
            may_go.recv().expect("the test lets it go");
            Some(vec![7])
        };
        thread::scope(|scope| {
            let first = scope.spawn(|| memory.include(7, slow));
            has_begun.recv().expect("it asks");
            assert_eq!(memory.include(7, || panic!("it is asked already")), None, "refused at once");
            go.send(()).expect("it waits");
            assert_eq!(first.join().expect("no panic"), Some(true));
        });
        assert_eq!(memory.include(8, || panic!("it is known")), Some(false));
    }

    #[test]
    fn that_discord_said_nothing_is_remembered_too() {
        let memory = Memory::default();
        assert_eq!(memory.include(7, || None), None);
        assert_eq!(memory.include(7, || panic!("it has just failed")), None);
    }

    #[test]
    fn owners_are_the_owner_or_those_of_the_team_who_may_change_something() {
        assert_eq!(of(&json!({"owner": {"id": "7"}, "team": null})), [7]);
        assert_eq!(of(&json!({"owner": {"id": "7"}})), [7]);
        let member =
            |id: &str, state: u64, role: &str| json!({"user": {"id": id}, "membership_state": state, "role": role});
        let members = [
            member("1", 2, "admin"),
            member("2", 1, "admin"),
            member("3", 2, "read_only"),
            member("4", 2, "developer"),
        ];
        assert_eq!(of(&json!({"owner": {"id": "99"}, "team": {"members": members}})), [1, 4]);
        for odd in [json!(null), json!({}), json!({"owner": {"id": 7}}), json!({"team": {"members": []}})] {
            assert!(of(&odd).is_empty(), "{odd}");
        }
    }
}
