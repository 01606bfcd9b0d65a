//! Knowledge of any size for the scaling study: the shipped one, then editions of it in which every name is another.
//!
//! An edition has the facts, entities and sources of the shipped knowledge under new ids. The words of names are replaced
//! by new ones of the same shape; of the rare words as many as Heaps' law has it; common words stay, and so do the accords
//! themselves, Israel and the United States, which nearly every fact is on at any size. The lists of words that teach the
//! program to read questions, the names of all other countries and the counts of members are there once. The same number
//! of facts gives the same bytes.

use std::collections::{BTreeSet, HashMap, HashSet};

use accords::embedded;
use accords::knowledge::load::LoadError;
use accords::knowledge::model::{ISRAEL, SUBJECT, UNITED_STATES};
use accords::knowledge::names::run_together;
use fastrand::Rng;
use toml::{Table, Value};

use self::words::{Usage, Words, replace, words};

mod words;

/// Any fixed seed; another one gives other words.
const SEED: u64 = 2020;

/// The longest sentence of a fact that the checks let pass, in characters; new words may make one longer.
const LONGEST_TEXT: usize = 320;

const OTHER_COUNTRIES: &str = "names/world.toml";
const SHARED: [&str; 3] = [SUBJECT, ISRAEL, UNITED_STATES];

/// The keys under which ids stand.
const IDS: [&str; 14] = [
    "id",
    "about",
    "parties",
    "speaker",
    "ladder",
    "by",
    "in",
    "instrument",
    "party",
    "counterparty",
    "source",
    "fact",
    "facts",
    "members",
];

/// The keys under which words stand.
const TEXTS: [&str; 16] = [
    "name",
    "aliases",
    "adjectives",
    "capitals",
    "ambiguous_aliases",
    "capitals_only",
    "publisher",
    "via",
    "title",
    "place",
    "value",
    "text",
    "asks",
    "denies",
    "snippet",
    "reason",
];

/// Lists of tables that every edition has.
const REPEATED: [&str; 4] = ["entity", "source", "fact", "disagreement"];

/// A knowledge folder with so many facts, or a few less: its files as paths and texts.
///
/// # Errors
/// Fails when the shipped knowledge cannot be read.
pub fn folder(facts: usize) -> Result<Vec<(String, String)>, LoadError> {
    let shipped: Vec<(String, Table)> = embedded::folder()?
        .files
        .iter()
        .map(|file| (file.path.clone(), file.text.parse().expect("the build parsed it")))
        .collect();
    let mut maker = Maker::new(&shipped);
    let whole = list(&shipped, "fact").count();
    let mut files = Vec::new();
    for (number, made) in (0..).zip((0..facts).step_by(whole)) {
        let edition = maker.edition(&shipped, number, (facts - made).min(whole));
        files.extend(edition.into_iter().map(|(path, table)| (path, table.to_string())));
    }
    Ok(files)
}

/// All tables of one list over all files.
fn list<'f>(files: &'f [(String, Table)], key: &'f str) -> impl Iterator<Item = &'f Table> {
    let lists = files.iter().filter_map(move |(_, table)| table.get(key)?.as_array());
    lists.flatten().filter_map(Value::as_table)
}

fn text<'t>(table: &'t Table, key: &str) -> &'t str {
    table.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// All texts of a value and below.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Table(table) => table.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

struct Maker {
    rng: Rng,
    words: Words,
    /// Ids that are the same in all editions.
    shared: BTreeSet<String>,
    /// Which edition first had a question, a name or a disputed property.
    seen: HashMap<String, u32>,
}

impl Maker {
    fn new(shipped: &[(String, Table)]) -> Self {
        let world = shipped.iter().filter(|(path, _)| path == OTHER_COUNTRIES).cloned().collect::<Vec<_>>();
        let mut shared: BTreeSet<String> = list(&world, "entity").map(|it| text(it, "id").to_owned()).collect();
        shared.extend(SHARED.map(str::to_owned));
        Self { rng: Rng::with_seed(SEED), words: Words::new(&usage(shipped, &shared)), shared, seen: HashMap::new() }
    }

    /// One edition with so many of the facts, drawn evenly; the first is the shipped knowledge itself.
    fn edition(&mut self, shipped: &[(String, Table)], number: u32, facts: usize) -> Vec<(String, Table)> {
        let mut files = shipped.to_vec();
        thin(&mut files, facts);
        let mark = if number == 0 { String::new() } else { self.words.new_word("bandaro", &mut self.rng) };
        if number > 0 {
            let renamed = self.words.edition(number, &mut self.rng);
            let edition = Edition { prefix: format!("e{number}-"), shared: &self.shared, renamed };
            files = files.iter().filter_map(|(path, table)| edition.file(path, table)).collect();
            drop_unused(&mut files);
        }
        for (_, table) in &mut files {
            self.tell_apart(table, number, &mark);
        }
        keep_whole(&mut files, &self.shared);
        files
    }

    /// Marks what an earlier edition has too, letter for letter.
    fn tell_apart(&mut self, table: &mut Table, number: u32, mark: &str) {
        let mut is_new = |text: &str| *self.seen.entry(run_together(text)).or_insert(number) == number;
        for fact in tables_mut(table, "fact") {
            for ask in fact.get_mut("asks").and_then(Value::as_array_mut).into_iter().flatten() {
                mark_unless(&mut is_new, ask, mark);
            }
        }
        for dispute in tables_mut(table, "disagreement") {
            dispute.get_mut("property").into_iter().for_each(|it| mark_unless(&mut is_new, it, mark));
        }
        for entity in tables_mut(table, "entity") {
            entity.get_mut("name").into_iter().for_each(|it| mark_unless(&mut is_new, it, mark));
            for key in ["aliases", "adjectives", "capitals", "ambiguous_aliases"] {
                if let Some(names) = entity.get_mut(key).and_then(Value::as_array_mut) {
                    names.retain(|name| is_new(name.as_str().unwrap_or_default()));
                }
            }
            let names: Vec<String> = ["name", "aliases", "adjectives", "capitals", "ambiguous_aliases"]
                .iter()
                .filter_map(|key| entity.get(*key))
                .flat_map(texts)
                .map(str::to_owned)
                .collect();
            if let Some(capitals) = entity.get_mut("capitals_only").and_then(Value::as_array_mut) {
                capitals.retain(|name| names.iter().any(|it| Some(it.as_str()) == name.as_str()));
            }
        }
    }
}

fn mark_unless(is_new: &mut impl FnMut(&str) -> bool, value: &mut Value, mark: &str) {
    if let Value::String(text) = value
        && !is_new(text)
    {
        *text = format!("{text} {mark}");
        is_new(text);
    }
}

fn tables_mut<'t>(table: &'t mut Table, key: &str) -> impl Iterator<Item = &'t mut Table> {
    let list = table.get_mut(key).and_then(Value::as_array_mut);
    list.into_iter().flatten().filter_map(Value::as_table_mut)
}

/// Counts the words of names and facts.
fn usage(shipped: &[(String, Table)], shared: &BTreeSet<String>) -> Usage {
    let mut usage = Usage::default();
    for entity in list(shipped, "entity") {
        let id = text(entity, "id");
        for name in TEXTS[..6].iter().filter_map(|key| entity.get(*key)).flat_map(texts) {
            let words: Vec<&str> = name.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
            for word in words.iter().filter(|word| !word.starts_with(char::is_lowercase)).map(|it| it.to_lowercase()) {
                if SHARED.contains(&id) {
                    usage.shared.insert(word);
                } else if !shared.contains(id) {
                    usage.named.entry(word.clone()).or_default().insert(id.to_owned());
                    if words.len() == 1 {
                        usage.whole_names.insert(word);
                    }
                }
            }
        }
    }
    for fact in list(shipped, "fact") {
        let said = TEXTS.iter().filter_map(|key| fact.get(*key)).flat_map(texts).flat_map(words);
        for word in said.collect::<BTreeSet<String>>() {
            *usage.facts.entry(word).or_default() += 1;
        }
    }
    let taught = ["cue", "synonym", "loaded"].into_iter().flat_map(|key| list(shipped, key));
    let taught = taught.filter_map(|table| table.get("words")).flat_map(texts).flat_map(words);
    usage.taught.extend(taught);
    usage
}

/// Leaves so many facts, drawn evenly.
fn thin(files: &mut [(String, Table)], keep: usize) {
    let all = list(files, "fact").count();
    let mut at = 0;
    for (_, table) in files {
        if let Some(facts) = table.get_mut("fact").and_then(Value::as_array_mut) {
            facts.retain(|_| {
                at += 1;
                at * keep / all > (at - 1) * keep / all
            });
        }
    }
}

/// Drops entities and sources that no fact has.
fn drop_unused(files: &mut [(String, Table)]) {
    let used: HashSet<String> =
        list(files, "fact").flat_map(|fact| fact.values().flat_map(texts)).map(str::to_owned).collect();
    for (_, table) in files {
        for key in ["entity", "source"] {
            if let Some(list) = table.get_mut(key).and_then(Value::as_array_mut) {
                list.retain(|it| it.get("id").and_then(Value::as_str).is_some_and(|id| used.contains(id)));
            }
        }
    }
}

/// Drops what cannot stand without what was left out before: overlong facts, disagreements and counts on missing facts,
/// claims without a disagreement, questions that the values of one had in common, shared names that only one has.
fn keep_whole(files: &mut [(String, Table)], shared: &BTreeSet<String>) {
    retain(files, "fact", |fact| text(fact, "text").chars().count() <= LONGEST_TEXT);
    let facts: HashSet<String> = list(files, "fact").map(|fact| text(fact, "id").to_owned()).collect();
    let is_there = |value: &Value| value.get("fact").and_then(Value::as_str).is_some_and(|id| facts.contains(id));
    retain(files, "disagreement", |it| {
        it.get("values").and_then(Value::as_array).is_some_and(|values| values.iter().all(is_there))
    });
    retain(files, "count", |it| it.get("facts").into_iter().flat_map(texts).all(|id| facts.contains(id)));
    let disputed: HashSet<String> =
        list(files, "disagreement").filter_map(|it| it.get("values")).flat_map(texts).map(str::to_owned).collect();
    retain(files, "fact", |fact| text(fact, "kind") != "claim" || disputed.contains(text(fact, "id")));
    let mut asked: HashSet<String> = HashSet::new();
    for (_, table) in &mut *files {
        for fact in tables_mut(table, "fact").filter(|fact| !disputed.contains(text(fact, "id"))) {
            if let Some(asks) = fact.get_mut("asks").and_then(Value::as_array_mut) {
                asks.retain(|ask| asked.insert(run_together(ask.as_str().unwrap_or_default())));
            }
        }
    }
    let mut holders: HashMap<String, usize> = HashMap::new();
    for entity in list(files, "entity") {
        let names = TEXTS[..5].iter().filter_map(|key| entity.get(*key)).flat_map(texts);
        for name in names.map(run_together).collect::<HashSet<_>>() {
            *holders.entry(name).or_default() += 1;
        }
    }
    for (_, table) in files {
        for entity in tables_mut(table, "entity").filter(|entity| !shared.contains(text(entity, "id"))) {
            if let Some(names) = entity.get_mut("ambiguous_aliases").and_then(Value::as_array_mut) {
                names.retain(|name| holders.get(&run_together(name.as_str().unwrap_or_default())) > Some(&1));
            }
        }
    }
}

fn retain(files: &mut [(String, Table)], key: &str, keep: impl Fn(&Table) -> bool) {
    for (_, table) in files {
        if let Some(list) = table.get_mut(key).and_then(Value::as_array_mut) {
            list.retain(|it| it.as_table().is_some_and(&keep));
        }
    }
}

/// How one edition writes what the shipped knowledge has.
struct Edition<'m> {
    prefix: String,
    shared: &'m BTreeSet<String>,
    renamed: HashMap<String, String>,
}

impl Edition<'_> {
    /// A file of this edition, if it has one like it.
    fn file(&self, path: &str, table: &Table) -> Option<(String, Table)> {
        let mut made = Table::new();
        for key in REPEATED {
            if let Some(list) = table.get(key).and_then(Value::as_array).filter(|_| path != OTHER_COUNTRIES) {
                let made_list = list.iter().filter(|it| !self.is_shared(it)).map(|it| self.value(key, "", it));
                made.insert(key.to_owned(), Value::Array(made_list.collect()));
            }
        }
        if made.is_empty() {
            return None;
        }
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
        if let Some(topic) = table.get("topic") {
            made.insert("topic".to_owned(), self.value("topic", "", topic));
        }
        Some((format!("{folder}/{}{file}", self.prefix), made))
    }

    fn is_shared(&self, value: &Value) -> bool {
        value.get("id").and_then(Value::as_str).is_some_and(|id| self.shared.contains(id))
    }

    /// A value under a key of a table of some list.
    fn value(&self, list: &str, key: &str, value: &Value) -> Value {
        match value {
            Value::Table(table) => {
                let left_out = |key: &str| key == "iso" || (list == "source" && key == "text");
                let kept = table.iter().filter(|(key, _)| !left_out(key));
                Value::Table(kept.map(|(key, value)| (key.clone(), self.value(list, key, value))).collect())
            }
            Value::Array(values) => Value::Array(values.iter().map(|it| self.value(list, key, it)).collect()),
            Value::String(id) if list == "topic" && key == "id" => Value::String(format!("{}{id}", self.prefix)),
            Value::String(text) if IDS.contains(&key) => Value::String(self.id(text)),
            Value::String(text) if TEXTS.contains(&key) || (list == "disagreement" && key == "property") => {
                Value::String(replace(text, &self.renamed))
            }
            other => other.clone(),
        }
    }

    fn id(&self, id: &str) -> String {
        if self.shared.contains(id) { id.to_owned() } else { format!("{}{id}", self.prefix) }
    }
}
