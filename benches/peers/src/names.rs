//! Names: in a field, in a question, and letter by letter.

use accords::knowledge::Knowledge;
use accords::knowledge::model::{Entity, EntityKey};
use accords::knowledge::names::run_together;
use accords::knowledge::vocabulary::EntityKind;
use accords::question::{names::complete, read};
use accords::text::tokens::words;
use fastrand::Rng;

use crate::PASSES;
use crate::brute::{Alias, LEAST, Library, aliases};
use crate::measure::typing::{keystrokes, slip};
use crate::measure::{each, figure, head, row, spread};

const SEED: u64 = 2020;
const DRAWN: usize = 300;
/// Of these, those that are put into questions: brute force takes long there.
const ASKED: usize = 60;
/// As many as Discord shows.
const SUGGESTIONS: usize = 25;
/// Words of a question that are looked at together as one name.
const MOST_WORDS: usize = 4;
/// Shorter names are too like any other word.
const SHORTEST: usize = 5;

/// A name as typed, and whose it is.
type Typed = (String, EntityKey);

/// Prints the tables.
pub fn compare(knowledge: &Knowledge) {
    let aliases = aliases(knowledge);
    println!("\nNames are of {} entities, {} in all.", knowledge.entities().len(), aliases.len());
    let mut rng = Rng::with_seed(SEED);
    let sets: Vec<Vec<Typed>> = (0..=2).map(|slips| typed(knowledge, slips, &mut rng)).collect();

    let field = |text: &str| complete(knowledge, text, EntityKind::ALL, 1).first().map(|entity| entity.key);
    let mut table = Table::new("a name in a field", &sets);
    table.tell("accords", |text, meant| field(text) == Some(meant));
    for library in Library::ALL {
        let nearest = |text: &str| library.nearest(&run_together(text), &aliases, 0.0).map(|(entity, _)| entity);
        table.tell(&format!("{}, edits", library.name()), |text, meant| nearest(text) == Some(meant));
    }

    let asked: Vec<Vec<Typed>> = sets
        .iter()
        .map(|set| set.iter().take(ASKED).map(|(text, meant)| (format!("What is known of {text}?"), *meant)).collect())
        .collect();
    let mut table = Table::new("a name in a question", &asked);
    table.tell("accords", |text, meant| read(knowledge, text).mentions.iter().any(|it| it.entities.contains(&meant)));
    for library in Library::ALL {
        let what = format!("{}, edits, all windows of up to {MOST_WORDS} words", library.name());
        table.tell(&what, |text, meant| in_windows(library, text, &aliases) == Some(meant));
    }
    suggestions(knowledge, &aliases, &mut rng);
}

/// Names drawn at random, each with so many slips.
fn typed(knowledge: &Knowledge, slips: usize, rng: &mut Rng) -> Vec<Typed> {
    let long = |entity: &&Entity| run_together(&entity.name).chars().count() >= SHORTEST;
    let entities: Vec<&Entity> = knowledge.entities().iter().filter(long).collect();
    let mut typed = Vec::new();
    while typed.len() < DRAWN {
        let entity = entities[rng.usize(..entities.len())];
        let slipped = (0..slips).try_fold(entity.name.clone(), |text, _| slip(&text, rng));
        typed.extend(slipped.map(|text| (text, entity.key)));
    }
    typed
}

/// The name nearest to some words of a question that stand together.
fn in_windows(library: Library, question: &str, aliases: &[Alias]) -> Option<EntityKey> {
    let words = words(question);
    let windows = (1..=MOST_WORDS).flat_map(|count| words.windows(count).map(|window| window.concat()));
    let long = windows.filter(|key| key.chars().count() >= SHORTEST);
    let nearest = long.filter_map(|key| library.nearest(&key, aliases, LEAST));
    nearest.max_by(|one, other| one.1.total_cmp(&other.1)).map(|(entity, _)| entity)
}

/// Ways side by side on the same sets.
struct Table<'s> {
    sets: &'s [Vec<Typed>],
    ours: Option<f64>,
}

impl<'s> Table<'s> {
    fn new(what: &str, sets: &'s [Vec<Typed>]) -> Self {
        head(&[what, "right, %", "right with a slip, %", "with two, %", "p50, us", "p99, us", "p50 of ours"]);
        Self { sets, ours: None }
    }

    /// Tells how often a way finds what is meant, and how long it takes; the first one is ours.
    fn tell(&mut self, way: &str, finds: impl Fn(&str, EntityKey) -> bool) {
        let right = |set: &Vec<Typed>| share(set.iter().filter(|(text, meant)| finds(text, *meant)).count(), set.len());
        let mut cells = vec![way.to_owned()];
        cells.extend(self.sets.iter().map(|set| format!("{:.1}", right(set))));
        let [p50, p99] = spread(&each(&self.sets.concat(), PASSES, |(text, meant)| finds(text, *meant)));
        cells.extend([figure(p50), figure(p99), figure(p50 / *self.ours.get_or_insert(p50))]);
        row(&cells);
    }
}

#[expect(clippy::cast_precision_loss, reason = "small counts")]
fn share(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

fn suggestions(knowledge: &Knowledge, aliases: &[Alias], rng: &mut Rng) {
    const FEW: usize = 5;
    let typed = keystrokes(knowledge, DRAWN, true, rng);
    head(&["a keystroke", "meant one first, %", "among five, %", "p50, us", "p99, us", "p50 of ours"]);
    let mut ours = None;
    let mut tell = |way: &str, complete: &dyn Fn(&str, EntityKind) -> Vec<EntityKey>| {
        let places: Vec<Option<usize>> = typed
            .iter()
            .map(|it| complete(&it.typed, it.meant.kind).into_iter().position(|entity| entity == it.meant.key))
            .collect();
        let within = |few: usize| share(places.iter().filter(|place| place.is_some_and(|at| at < few)).count(), DRAWN);
        let [p50, p99] = spread(&each(&typed, PASSES, |it| complete(&it.typed, it.meant.kind)));
        let ratio = figure(p50 / *ours.get_or_insert(p50));
        let (first, few) = (format!("{:.1}", within(1)), format!("{:.1}", within(FEW)));
        row(&[way, &first, &few, &figure(p50), &figure(p99), &ratio]);
    };
    tell("accords", &|text, kind| {
        complete(knowledge, text, &[kind], SUGGESTIONS).into_iter().map(|entity| entity.key).collect()
    });
    for library in Library::ALL {
        let way = format!("{}, Jaro-Winkler of the beginnings", library.name());
        tell(&way, &|text, kind| library.complete(text, kind, aliases, SUGGESTIONS));
    }
}
