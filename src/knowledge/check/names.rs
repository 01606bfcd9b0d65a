//! Checks on names.

use std::collections::{HashMap, HashSet};

use super::{Findings, at};
use crate::knowledge::names::run_together;

pub(super) fn duplicate_alias(findings: &mut Findings<'_>) {
    let mut seen: HashMap<String, &str> = HashMap::new();
    for (parsed, entity) in findings.each(|file| &file.entity) {
        let own =
            std::iter::once(&entity.name).chain(&entity.aliases).chain(&entity.adjectives).chain(&entity.capitals);
        for name in own {
            let key = run_together(name.get_ref());
            if key.is_empty() {
                let message = format!("`{}` has no letter or digit", name.get_ref());
                findings.add("duplicate-alias", parsed, at(name), message, "leave it out");
                continue;
            }
            let first = *seen.entry(key).or_insert(entity.id.get_ref());
            if first != entity.id.get_ref() {
                let message = format!("`{}` is a name of `{first}` already", name.get_ref());
                let mend = "keep it on one, or list it under `ambiguous_aliases` on both";
                findings.add("duplicate-alias", parsed, at(name), message, mend);
            }
        }
    }
}

pub(super) fn shared_alias(findings: &mut Findings<'_>) {
    let mut holders: HashMap<String, HashSet<&str>> = HashMap::new();
    for (_, entity) in findings.each(|file| &file.entity) {
        for name in std::iter::once(&entity.name).chain(&entity.aliases).chain(&entity.ambiguous_aliases) {
            holders.entry(run_together(name.get_ref())).or_default().insert(entity.id.get_ref());
        }
    }
    for (parsed, entity) in findings.each(|file| &file.entity) {
        for name in &entity.ambiguous_aliases {
            if holders.get(&run_together(name.get_ref())).is_none_or(|holders| holders.len() < 2) {
                let message = format!("`{}` is shared with nobody", name.get_ref());
                let mend = "list it on each entity that it may mean, or under `aliases`";
                findings.add("shared-alias", parsed, at(name), message, mend);
            }
        }
    }
}

pub(super) fn capitals_only(findings: &mut Findings<'_>) {
    for (parsed, entity) in findings.each(|file| &file.entity) {
        let own = || {
            let names = std::iter::once(&entity.name).chain(&entity.aliases).chain(&entity.adjectives);
            names.chain(&entity.capitals).chain(&entity.ambiguous_aliases)
        };
        for name in entity.capitals_only.iter().filter(|name| !own().any(|it| it.get_ref() == name.get_ref())) {
            let message = format!("`{}` is none of the names of `{}`", name.get_ref(), entity.id.get_ref());
            findings.add("capitals-only", parsed, at(name), message, "list it under `aliases` too, spelt alike");
        }
    }
}
