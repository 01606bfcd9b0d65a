//! A bounded memory of events, so that one that Discord sends again is answered once.

use std::collections::{HashSet, VecDeque};
use std::sync::{Mutex, PoisonError};

/// After a resume Discord repeats what was missed, some seconds' worth; far more events than that fit in here.
const REMEMBERED: usize = 4_096;

/// The ids of the latest events.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    ids: Mutex<(HashSet<u64>, VecDeque<u64>)>,
}

impl Seen {
    /// Whether the id comes for the first time; it is remembered.
    pub(crate) fn is_new(&self, id: u64) -> bool {
        let mut guard = self.ids.lock().unwrap_or_else(PoisonError::into_inner);
        let (ids, order) = &mut *guard;
        if !ids.insert(id) {
            return false;
        }
        order.push_back(id);
        if order.len() > REMEMBERED
            && let Some(oldest) = order.pop_front()
        {
            ids.remove(&oldest);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_memory_is_bounded() {
        let seen = Seen::default();
        assert!(seen.is_new(1));
        assert!(!seen.is_new(1));
        for id in 2..=(REMEMBERED as u64 + 1) {
            assert!(seen.is_new(id));
        }
        assert!(seen.is_new(1), "the oldest is forgotten");
        assert_eq!(seen.ids.lock().expect("no panic").0.len(), REMEMBERED);
    }
}
