//! Whose the bot is: the owner of its application at Discord, or the members of the team that owns it.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde_json::Value;
use tokio::runtime::Handle;

use crate::discord::rest::Rest;
use crate::discord::waited::waited;

/// How long Discord may take to say it.
const ASKED: Duration = Duration::from_secs(20);
/// For how long what it said is taken as true: whoever has left the team is soon nobody, and a stranger who keeps trying costs
/// a request a minute.
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
    known: Mutex<Option<(Instant, Vec<u64>)>>,
}

impl Owners {
    /// Asks with `rest`. Must be made within a runtime, which does the waiting.
    pub(crate) fn new(rest: Arc<Rest>) -> Self {
        Self { rest, runtime: Handle::current(), known: Mutex::default() }
    }

    /// Whether a person is one of them; none when Discord could not be asked. Waits for the answer, so it is for threads that
    /// may.
    pub(crate) fn include(&self, person: u64) -> Option<bool> {
        // Held while Discord is asked, so that it is asked once.
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.as_ref().is_none_or(|(at, _)| at.elapsed() >= FRESH) {
            *known = Some((Instant::now(), self.ask()?));
        }
        known.as_ref().map(|(_, owners)| owners.contains(&person))
    }

    fn ask(&self) -> Option<Vec<u64>> {
        let rest = Arc::clone(&self.rest);
        let ask = async move { Ok(of(&rest.application().await?)) };
        waited(&self.runtime, ASKED, "whose the bot is", ask)
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
    use serde_json::json;

    use super::*;

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
