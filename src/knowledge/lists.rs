//! Many short lists in the memory of two: one after the other, with the places where they end.

use serde::{Deserialize, Serialize};

use crate::text::differences;

/// Numbered lists, one after the other. They cannot be changed, cost no memory but what they hold, and are read back at a
/// start without one allocation each.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Lists<T> {
    items: Vec<T>,
    /// Where each list ends; it begins where the one before ends.
    #[serde(with = "differences")]
    ends: Vec<u32>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { items: Vec::new(), ends: Vec::new() }
    }
}

impl<T> Lists<T> {
    /// The items of each number from 0 up to `count`, from pairs of a number and an item; sorted.
    pub(super) fn of_pairs(count: usize, pairs: impl Iterator<Item = (usize, T)>) -> Self
    where
        T: Ord,
    {
        let mut pairs: Vec<(usize, T)> = pairs.collect();
        pairs.sort_unstable();
        let mut pairs = pairs.into_iter().peekable();
        (0..count)
            .map(|number| std::iter::from_fn(|| pairs.next_if(|(of, _)| *of == number)).map(|it| it.1).collect())
            .collect()
    }

    /// Lists of what each item leads to.
    pub(super) fn map<U>(&self, to: impl FnMut(&T) -> U) -> Lists<U> {
        Lists { items: self.items.iter().map(to).collect(), ends: self.ends.clone() }
    }

    /// The list of this number.
    pub(super) fn get(&self, number: usize) -> &[T] {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.items[start as usize..self.ends[number] as usize]
    }
}

impl<T> FromIterator<Vec<T>> for Lists<T> {
    fn from_iter<I: IntoIterator<Item = Vec<T>>>(lists: I) -> Self {
        let mut all = Self::default();
        for list in lists {
            all.items.extend(list);
            all.ends.push(u32::try_from(all.items.len()).expect("what fits in memory here has fewer than 2^32 items"));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_has_its_list() {
        let lists: Lists<u8> = [vec![1, 2], vec![], vec![3]].into_iter().collect();
        assert_eq!([lists.get(0), lists.get(1), lists.get(2)], [&[1, 2][..], &[], &[3]]);
    }

    #[test]
    fn pairs_are_brought_to_their_numbers_in_order() {
        let lists = Lists::of_pairs(4, [(2, 'b'), (0, 'c'), (2, 'a')].into_iter());
        assert_eq!([0, 1, 2, 3].map(|at| lists.get(at)), [&['c'][..], &[], &['a', 'b'], &[]]);
    }
}
