//! New posts in forums: Discord tells of the post and of its first message apart, in either order.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use serenity::all::Message;

/// Halves that wait for the other one; one that waits longer than this many others is given up.
const WAITING: usize = 256;

/// What stands over a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    /// Its title.
    pub(crate) title: String,
    /// The forum that it stands in.
    pub(crate) forum: u64,
}

/// What came first.
#[derive(Debug)]
enum Half {
    Heading(Heading),
    First(Box<Message>),
}

/// Posts of which one half has come.
#[derive(Debug, Default)]
pub(crate) struct Posts {
    waiting: Mutex<VecDeque<(u64, Half)>>,
}

impl Posts {
    /// The post of this id has this heading. With its first message, if that has come.
    pub(crate) fn heading(&self, id: u64, heading: Heading) -> Option<(Heading, Message)> {
        match self.other(id, |half| matches!(half, Half::First(_))) {
            Some(Half::First(message)) => Some((heading, *message)),
            _ => self.wait(id, Half::Heading(heading)),
        }
    }

    /// The first message of a post, which has the post's id. With its heading, if that has come.
    pub(crate) fn first(&self, message: Message) -> Option<(Heading, Message)> {
        let id = message.id.get();
        match self.other(id, |half| matches!(half, Half::Heading(_))) {
            Some(Half::Heading(heading)) => Some((heading, message)),
            _ => self.wait(id, Half::First(Box::new(message))),
        }
    }

    fn other(&self, id: u64, is_other: impl Fn(&Half) -> bool) -> Option<Half> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let at = waiting.iter().position(|(known, half)| *known == id && is_other(half))?;
        waiting.remove(at).map(|(_, half)| half)
    }

    fn wait(&self, id: u64, half: Half) -> Option<(Heading, Message)> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.push_back((id, half));
        if waiting.len() > WAITING {
            waiting.pop_front();
        }
        None
    }
}
