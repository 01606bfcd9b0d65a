//! The latest answers, so that a request that comes again gets the same one and is carried out once.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::OnceCell;

use crate::discord::files::Packed;

/// How many answers are kept: some dozen megabytes at most, if all had pictures, and far more than come within the
/// seconds of a second attempt.
const KEPT: usize = 512;

/// An answer that is found once, by whoever asks first.
type Answer = Arc<OnceCell<Arc<Packed>>>;

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
        let find = |text: &'static str| async move { Arc::new(Packed::new(text, &[])) };
        let found = |answer: Arc<Packed>| String::from_utf8(answer.bytes.to_vec()).expect("text");
        assert_eq!(found(memory.answer(1).get_or_init(|| find("first")).await.clone()), "\"first\"");
        assert_eq!(found(memory.answer(1).get_or_init(|| find("second")).await.clone()), "\"first\"");
        for id in 2..=(KEPT as u64 + 1) {
            memory.answer(id);
        }
        assert_eq!(found(memory.answer(1).get_or_init(|| find("third")).await.clone()), "\"third\"");
        assert_eq!(memory.answers.lock().expect("no panic").0.len(), KEPT);
    }
}
