//! Which facts have a feature.

use serde::{Deserialize, Serialize};

use super::index::Feature;
use super::model::FactKey;

/// The facts with each feature, one list after the other.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Postings {
    facts: Vec<FactKey>,
    /// For each feature where its list ends; it begins where the one before ends.
    ends: Vec<u32>,
}

impl Postings {
    /// The lists of so many features, from the features of each fact.
    pub(super) fn new<F>(features: u32, found_by: impl Iterator<Item = (FactKey, F)>) -> Self
    where
        F: IntoIterator<Item = Feature>,
    {
        let mut pairs: Vec<(Feature, FactKey)> =
            found_by.flat_map(|(fact, features)| features.into_iter().map(move |feature| (feature, fact))).collect();
        pairs.sort_unstable();
        let mut postings = Self::default();
        let mut pairs = pairs.into_iter().peekable();
        for feature in 0..features as usize {
            while let Some((_, fact)) = pairs.next_if(|(of, _)| of.index() == feature) {
                postings.facts.push(fact);
            }
            postings.ends.push(u32::try_from(postings.facts.len()).expect("facts and their words fit in memory"));
        }
        postings
    }

    /// The facts with a feature, in their order.
    pub(super) fn facts_with(&self, feature: Feature) -> &[FactKey] {
        let start = feature.index().checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.facts[start as usize..self.ends[feature.index()] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_feature_has_its_facts_in_their_order() {
        let of = |list: &[u32]| list.iter().map(|&it| Feature::numbered(it)).collect::<Vec<_>>();
        let facts = [(FactKey(0), of(&[2, 0])), (FactKey(1), of(&[2])), (FactKey(2), of(&[]))];
        let postings = Postings::new(4, facts.into_iter());
        let found: Vec<_> = of(&[0, 1, 2, 3]).into_iter().map(|it| postings.facts_with(it).to_vec()).collect();
        assert_eq!(found, [vec![FactKey(0)], vec![], vec![FactKey(0), FactKey(1)], vec![]]);
    }
}
