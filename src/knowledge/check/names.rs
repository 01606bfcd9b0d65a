//! Checks on names.

use std::collections::HashMap;

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
