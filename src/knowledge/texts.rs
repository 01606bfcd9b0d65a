//! Several short texts in the memory of one.

use serde::{Deserialize, Serialize};

/// Texts one after the other, with the places where they end. They cannot be changed, cost no memory but what they hold, and
/// are read back at a start without one allocation each: facts have ten questions each, which are most of all texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts {
    all: Box<str>,
    /// Where each text ends; it begins where the one before ends.
    ends: Box<[u32]>,
}

impl Texts {
    /// The texts in their order.
    pub fn iter(&self) -> Iter<'_> {
        Iter { texts: self, next: 0 }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        Some(&self.all[start as usize..end as usize])
    }
}

impl<S: AsRef<str>> FromIterator<S> for Texts {
    fn from_iter<I: IntoIterator<Item = S>>(texts: I) -> Self {
        let (mut all, mut ends) = (String::new(), Vec::new());
        for text in texts {
            all.push_str(text.as_ref());
            ends.push(u32::try_from(all.len()).expect("the questions of a fact have far fewer than 2^32 letters"));
        }
        Self { all: all.into(), ends: ends.into() }
    }
}

/// The texts in their order.
#[derive(Clone, Debug)]
pub struct Iter<'t> {
    texts: &'t Texts,
    next: usize,
}

impl<'t> Iterator for Iter<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let text = self.texts.get(self.next)?;
        self.next += 1;
        Some(text)
    }
}

impl<'t> IntoIterator for &'t Texts {
    type Item = &'t str;
    type IntoIter = Iter<'t>;

    fn into_iter(self) -> Iter<'t> {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back_as_they_were() {
        let written = ["Who?", "", "كم؟", "Why?"];
        let texts: Texts = written.into_iter().collect();
        assert_eq!(texts.iter().collect::<Vec<_>>(), written);
        assert_eq!((texts.len(), texts.is_empty()), (4, false));
        assert_eq!(Texts::default().iter().next(), None);
    }
}
