//! A strict reader of the text format of Prometheus, version 0.0.4, written from its documentation and sharing no code with
//! what writes it: whatever the documentation does not allow fails the test.

use std::collections::{BTreeMap, HashMap, HashSet};

/// All samples of a page.
#[derive(Debug)]
pub struct Exposition {
    pub text: String,
    samples: BTreeMap<String, f64>,
    kinds: HashMap<String, String>,
}

impl Exposition {
    /// Reads a page; panics at anything that is not of the format.
    pub fn parse(text: &str) -> Self {
        assert!(text.ends_with('\n'), "the last line ends too");
        let (mut kinds, mut helped) = (HashMap::new(), HashSet::new());
        let mut samples = BTreeMap::new();
        let mut latest = String::new();
        let mut closed = HashSet::new();
        for line in text.lines() {
            if let Some(rest) = line.strip_prefix("# HELP ") {
                let (name, help) = rest.split_once(' ').expect("a help text");
                assert!(is_name(name) && !help.is_empty() && helped.insert(name.to_owned()), "{line}");
            } else if let Some(rest) = line.strip_prefix("# TYPE ") {
                let (name, kind) = rest.split_once(' ').expect("a type");
                assert!(matches!(kind, "counter" | "gauge" | "histogram"), "{line}");
                assert!(kinds.insert(name.to_owned(), kind.to_owned()).is_none(), "a second type: {line}");
                assert!(helped.contains(name), "no help: {line}");
                assert!(closed.insert(std::mem::replace(&mut latest, name.to_owned())), "{line}");
            } else {
                assert!(!line.starts_with('#') && !line.is_empty(), "neither help, type nor sample: {line:?}");
                let (series, name, value) = sample(line);
                assert!(belongs(name, &latest, &kinds[&latest]), "{line} stands below {latest}");
                assert!(samples.insert(series, value).is_none(), "twice: {line}");
            }
        }
        let it = Self { text: text.to_owned(), samples, kinds };
        it.check_histograms();
        it
    }

    /// The value of a series, written as `name{label="value",...}` with its labels in the order of their names.
    pub fn get(&self, series: &str) -> Option<f64> {
        self.samples.get(series).copied()
    }

    /// The sum of all series of a name; none when there are none.
    pub fn sum(&self, name: &str) -> Option<f64> {
        let start = format!("{name}{{");
        let of_name = self.samples.iter().filter(|(series, _)| *series == name || series.starts_with(&start));
        of_name.map(|(_, value)| *value).reduce(|sum, value| sum + value)
    }

    /// The classes of each histogram grow, and the last one is everything.
    fn check_histograms(&self) {
        for name in self.kinds.iter().filter(|(_, kind)| *kind == "histogram").map(|(name, _)| name) {
            let mut rows: HashMap<String, Vec<(f64, f64)>> = HashMap::new();
            for (series, value) in &self.samples {
                let Some(labels) = series.strip_prefix(&format!("{name}_bucket{{")) else { continue };
                let labels: Vec<&str> = labels.trim_end_matches('}').split(',').collect();
                let bound = labels.iter().find_map(|it| it.strip_prefix("le=")).expect("a bound").trim_matches('"');
                let others: Vec<&str> = labels.iter().copied().filter(|it| !it.starts_with("le=")).collect();
                let bound = if bound == "+Inf" { f64::INFINITY } else { bound.parse().expect("a number") };
                rows.entry(others.join(",")).or_default().push((bound, *value));
            }
            for (labels, mut row) in rows {
                row.sort_by(|one, other| one.0.total_cmp(&other.0));
                assert!(row.is_sorted_by(|one, other| one.1 <= other.1), "{name} {labels}: {row:?}");
                let all = row.last().filter(|(bound, _)| bound.is_infinite()).expect("a class of everything").1;
                assert_eq!(self.get(&format!("{name}_count{{{labels}}}")), Some(all), "{name} {labels}");
                assert!(self.get(&format!("{name}_sum{{{labels}}}")).is_some_and(|sum| sum >= 0.0));
            }
        }
    }
}

/// Whether a sample of that name may stand below the type of a family.
fn belongs(name: &str, family: &str, kind: &str) -> bool {
    match kind {
        "histogram" => ["_bucket", "_sum", "_count"].iter().any(|end| name.strip_suffix(end) == Some(family)),
        "counter" => name == family && name.ends_with("_total"),
        _ => name == family && !name.ends_with("_total"),
    }
}

/// A sample: the series with its labels in order, its name, its value.
fn sample(line: &str) -> (String, &str, f64) {
    let (series, value) = line.rsplit_once(' ').expect("a value");
    let value = value.parse().unwrap_or_else(|_| panic!("no number: {line}"));
    let Some((name, labels)) = series.split_once('{') else {
        assert!(is_name(series), "{line}");
        return (series.to_owned(), series, value);
    };
    assert!(is_name(name), "{line}");
    let mut rest = labels.strip_suffix('}').expect("the end of the labels");
    let mut found = BTreeMap::new();
    while !rest.is_empty() {
        let (label, after) = rest.split_once("=\"").expect("a label with a value");
        assert!(is_name(label) && !label.contains(':'), "{line}");
        let end = closing(after).unwrap_or_else(|| panic!("no closing quotation mark: {line}"));
        assert!(found.insert(label, &after[..end]).is_none(), "a label twice: {line}");
        rest = &after[end + 1..];
        if let Some(next) = rest.strip_prefix(',') {
            assert!(!next.is_empty(), "{line}");
            rest = next;
        } else {
            assert!(rest.is_empty(), "{line}");
        }
    }
    let labels: Vec<String> = found.into_iter().map(|(label, value)| format!("{label}=\"{value}\"")).collect();
    (format!("{name}{{{}}}", labels.join(",")), name, value)
}

/// Where the value of a label ends; only a backslash, a quotation mark and a new line may be escaped.
fn closing(text: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some(at),
            '\\' => assert!(matches!(chars.next(), Some((_, '\\' | '"' | 'n'))), "{text}"),
            _ => {}
        }
    }
    None
}

fn is_name(name: &str) -> bool {
    let mut chars = name.chars();
    let is_first = |c: char| c.is_ascii_alphabetic() || c == '_' || c == ':';
    chars.next().is_some_and(is_first) && chars.all(|c| is_first(c) || c.is_ascii_digit())
}
