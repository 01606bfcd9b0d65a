//! Two lists of records -> which were added, removed, corrected or changed otherwise, and in which fields.

use std::collections::BTreeMap;

use serde::Serialize;

/// Something on record, in plain fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) id: String,
    pub(super) fields: Vec<Field>,
}

/// A field of a record with all its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) name: &'static str,
    /// Whether answers say it: another value is a correction.
    pub(super) is_said: bool,
    pub(super) values: Vec<String>,
}

/// What is different between two lists, each part in the order of the ids.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Differences {
    /// Records of which something is said differently now.
    pub corrected: Vec<Changed>,
    /// Records that are gone: what they said is not said any more.
    pub removed: Vec<Whole>,
    /// New records.
    pub added: Vec<Whole>,
    /// Records of which something else is different: sources, wordings of questions, names.
    pub changed: Vec<Changed>,
}

/// A record in both lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// Its id.
    pub id: String,
    /// The fields that differ.
    pub fields: Vec<Difference>,
}

/// A record in one of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Whole {
    /// Its id.
    pub id: String,
    /// What it says or is, in the words of its first field.
    pub text: String,
}

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Its name.
    pub field: &'static str,
    /// Values that are gone.
    pub old: Vec<String>,
    /// Values that are new.
    pub new: Vec<String>,
}

impl Differences {
    /// Whether nothing is different.
    pub fn are_none(&self) -> bool {
        *self == Self::default()
    }
}

/// Compares records by their ids.
pub(super) fn differences(old: Vec<Record>, new: Vec<Record>) -> Differences {
    let by_id = |records: Vec<Record>| -> BTreeMap<String, Vec<Field>> {
        records.into_iter().map(|record| (record.id, record.fields)).collect()
    };
    let (old, mut new) = (by_id(old), by_id(new));
    let mut found = Differences::default();
    for (id, before) in old {
        let Some(after) = new.remove(&id) else {
            found.removed.push(whole(id, &before));
            continue;
        };
        let pairs =
            before.iter().zip(&after).filter_map(|(before, after)| Some((before.is_said, differ(before, after)?)));
        let (said, fields): (Vec<bool>, Vec<Difference>) = pairs.unzip();
        if said.contains(&true) {
            found.corrected.push(Changed { id, fields });
        } else if !fields.is_empty() {
            found.changed.push(Changed { id, fields });
        }
    }
    found.added = new.into_iter().map(|(id, fields)| whole(id, &fields)).collect();
    found
}

fn whole(id: String, fields: &[Field]) -> Whole {
    Whole { id, text: fields.first().map(|field| field.values.join("; ")).unwrap_or_default() }
}

/// How a field differs, if it does; records of one kind have the same fields in the same order.
fn differ(before: &Field, after: &Field) -> Option<Difference> {
    if before.values == after.values {
        return None;
    }
    let without = |all: &[String], others: &[String]| -> Vec<String> {
        all.iter().filter(|value| !others.contains(value)).cloned().collect()
    };
    let (mut old, mut new) = (without(&before.values, &after.values), without(&after.values, &before.values));
    // The same values in another order: the first of several is the one that counts most.
    if old.is_empty() && new.is_empty() {
        (old, new) = (before.values.clone(), after.values.clone());
    }
    Some(Difference { field: before.name, old, new })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(id: &str, text: &str, sources: &[&str]) -> Record {
        let field = |name, is_said, values: &[&str]| Field {
            name,
            is_said,
            values: values.iter().map(|value| (*value).to_owned()).collect(),
        };
        Record { id: id.to_owned(), fields: vec![field("statement", true, &[text]), field("sources", false, sources)] }
    }

    #[test]
    fn what_is_said_differently_is_a_correction_and_other_changes_are_not() {
        let old =
            vec![record("a", "x", &["1"]), record("b", "x", &["1", "2"]), record("c", "x", &[]), record("d", "x", &[])];
        let new =
            vec![record("e", "z", &[]), record("d", "x", &[]), record("b", "x", &["2", "3"]), record("a", "y", &["1"])];
        let found = differences(old, new);
        let ids = |list: &[Changed]| list.iter().map(|it| it.id.clone()).collect::<Vec<_>>();
        assert_eq!((ids(&found.corrected), ids(&found.changed)), (vec!["a".to_owned()], vec!["b".to_owned()]));
        assert_eq!((found.removed[0].id.as_str(), found.added[0].text.as_str()), ("c", "z"));
        let sources = &found.changed[0].fields[0];
        assert_eq!((sources.old.as_slice(), sources.new.as_slice()), (&["1".to_owned()][..], &["3".to_owned()][..]));
    }

    #[test]
    fn another_order_is_a_change() {
        let found = differences(vec![record("a", "x", &["1", "2"])], vec![record("a", "x", &["2", "1"])]);
        assert_eq!(found.changed[0].fields[0].new, ["2", "1"]);
        assert!(differences(vec![record("a", "x", &[])], vec![record("a", "x", &[])]).are_none());
    }
}
