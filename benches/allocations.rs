//! How often answering asks for memory: `cargo bench --bench allocations`. The same on every machine.

use accords::answer::ask;
use accords::knowledge::Knowledge;
use accords::question::{Question, names};
use allocation_counter::{AllocationInfo, measure as count};
use fastrand::Rng;

use measure::typing::keystrokes;
use measure::{TODAY, cases, dev_files, figure, head, own_files, row, spread};

// Nothing outside this program sees what is public in there.
#[allow(dead_code, missing_docs, unreachable_pub)]
mod measure;

const KEYSTROKES: usize = 1_000;
const SEED: u64 = 1979;
const SUGGESTIONS: usize = 25;

fn main() {
    let knowledge = Knowledge::embedded().expect("the build checked it");
    head(&["allocations", "p50", "p99", "bytes, p50", "bytes, p99"]);
    for (set, files) in [("a question of the project's own", own_files()), ("of the development set", dev_files())] {
        let cases = cases(&files);
        tell(set, cases.iter().map(|case| count(|| drop(ask(&knowledge, &Question::new(&case.q, TODAY))))));
    }
    let typed = keystrokes(&knowledge, KEYSTROKES, true, &mut Rng::with_seed(SEED));
    tell(
        "a keystroke",
        typed.iter().map(|it| count(|| drop(names::complete(&knowledge, &it.typed, &[it.meant.kind], SUGGESTIONS)))),
    );
}

#[expect(clippy::cast_precision_loss, reason = "small counts")]
fn tell(what: &str, counted: impl Iterator<Item = AllocationInfo>) {
    let (numbers, bytes): (Vec<f64>, Vec<f64>) =
        counted.map(|info| (info.count_total as f64, info.bytes_total as f64)).unzip();
    let cells = [spread(&numbers), spread(&bytes)].concat();
    row(&[what.to_owned()].into_iter().chain(cells.into_iter().map(figure)).collect::<Vec<_>>());
}
