//! The latest answers, so that a request that comes again gets the same one and is carried out once.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Bytes;
use tokio::sync::OnceCell;

/// How many answers are kept: a few megabytes at most, and far more than come within the seconds of a second attempt.
const KEPT: usize = 1_024;

/// An answer that is found once, by whoever asks first.
type Answer = Arc<OnceCell<Bytes>>;

/// Answers by the id of their interaction.
#[derive(Debug, Default)]
pub(super) struct Memory {
    answers: Mutex<(HashMap<u64, Answer>, VecDeque<u64>)>,
}

impl Memory {
    /// The answer to the interaction of that id, found or still to be found.
    pub(super) fn answer(&self, id: u64) -> Answer {
        let mut guard = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        let (answers, order) = &mut *guard;
        if let Some(answer) = answers.get(&id) {
            return Arc::clone(answer);
        }
        let answer = Answer::default();
        answers.insert(id, Arc::clone(&answer));
        order.push_back(id);
        if order.len() > KEPT
            && let Some(oldest) = order.pop_front()
        {
            answers.remove(&oldest);
        }
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_answer_is_found_once_and_forgotten_in_the_end() {
        let memory = Memory::default();
        let find = |text: &'static str| async move { Bytes::from_static(text.as_bytes()) };
        assert_eq!(memory.answer(1).get_or_init(|| find("first")).await, "first");
        assert_eq!(memory.answer(1).get_or_init(|| find("second")).await, "first");
        for id in 2..=(KEPT as u64 + 1) {
            memory.answer(id);
        }
        assert_eq!(memory.answer(1).get_or_init(|| find("third")).await, "third");
        assert_eq!(memory.answers.lock().expect("no panic").0.len(), KEPT);
    }
}
