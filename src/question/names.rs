//! Names for people who type: completion with typos.

use crate::knowledge::model::{Entity, EntityKey, Knowledge};
use crate::knowledge::names::{Name, Names, run_together};
use crate::knowledge::sketches::{self, BEGINNING, Sketch};
use crate::knowledge::vocabulary::EntityKind;
use crate::text::similarity::{LetterCounts, allowed_edits, closeness, edits, least_common};

/// The least closeness (Jaro-Winkler) at which a name is offered for what was typed; below it, offers look random.
const LEAST_CLOSENESS: f64 = 0.82;

/// By how much closer than before a name must be to be offered before the bounds are drawn closer: to draw them takes as long
/// as to look at some hundred names.
const CLOSER: f64 = 0.02;

/// The rank of names that begin with what was typed ...
const BEGINS: u32 = 10;
/// ... and of those that hold it further on, ...
const HOLDS: u32 = 20;
/// ... which fewer letters than this tell nothing of.
const SHORTEST_PART: usize = 3;

/// Where a [`Sketch`] has the letters of the whole name.
const WHOLE: usize = sketches::BEGINNINGS.len();

/// The first of the ranks of names that are a typo away.
const MISSPELT: u32 = 100;

/// The entities of these kinds whose names fit what was typed so far, best first, at most `most`, none twice.
///
/// A name that begins with it comes first, then one of whose words does, then names a typo away. Nothing typed gives the
/// partners in the order in which they came.
pub fn complete<'k>(knowledge: &'k Knowledge, typed: &str, kinds: &[EntityKind], most: usize) -> Vec<&'k Entity> {
    let key = run_together(typed);
    if key.is_empty() {
        let partners = knowledge.partners().iter().map(|&country| knowledge.entity_at(country));
        return partners.filter(|entity| kinds.contains(&entity.kind)).take(most).collect();
    }
    let typed = Typed::new(&key);
    let names = knowledge.index().names();
    let best = |&kind: &EntityKind| best_of_kind(&typed, names, kind, most);
    let mut found: Vec<(u32, usize, &'k Entity)> =
        kinds.iter().flat_map(best).map(|it| (it.rank, it.length, knowledge.entity_at(it.entity))).collect();
    if kinds.len() > 1 {
        found.sort_by_key(|(rank, length, entity)| (*rank, *length, entity.name.as_str(), entity.key));
    }
    found.into_iter().take(most).map(|(.., entity)| entity).collect()
}

/// The entities of one kind whose names fit best.
fn best_of_kind(typed: &Typed<'_>, names: &Names, kind: EntityKind, most: usize) -> Vec<Ranked> {
    let mut best = Best { most, list: Vec::new() };
    for (sketch, letters) in names.sketches(kind) {
        if best.is_full_of_beginnings(typed) {
            break;
        }
        if typed.may_be_spelt_right(sketch, letters)
            && let name = names.sketched(sketch)
            && let Some(rank) = typed.spelt_right(name)
        {
            best.add(name, rank);
        }
    }
    // A name a typo away comes after all that are spelt right; most often there are enough of those. One that is spelt right is
    // among the best already, at a better place.
    if best.list.len() < most {
        let mut bounds = Bounds::new(typed, LEAST_CLOSENESS, allowed_edits(typed.chars));
        for (sketch, letters) in names.sketches(kind) {
            let fewest = bounds.fewest(usize::from(sketch.chars), typed.alike(sketch));
            if let Some(common) = typed.common(sketch, letters, fewest)
                && let name = names.sketched(sketch)
                && let Some(rank) = typed.misspelt(name, common, fewest, bounds.most_edits)
                && best.add(name, rank)
                && let Some(closer) = best.closeness_of_last().filter(|it| *it > bounds.least + CLOSER)
            {
                bounds = Bounds::new(typed, closer, 0);
            }
        }
    }
    best.list
}

/// An entity, and how well the best of its names fits: the smaller the better.
struct Ranked {
    rank: u32,
    /// Of the name, in bytes.
    length: usize,
    entity: EntityKey,
}

/// The entities with the best names among those seen so far, best first, each once; of equally good ones the first seen goes
/// before.
struct Best {
    most: usize,
    list: Vec<Ranked>,
}

impl Best {
    /// Whether none of the names that are longer than the last of the best, which is longer than what was typed, can be better.
    fn is_full_of_beginnings(&self, typed: &Typed<'_>) -> bool {
        let is_beginning = |last: &Ranked| last.rank <= BEGINS && last.length > typed.text.len();
        self.list.len() == self.most && self.list.last().is_some_and(is_beginning)
    }

    /// The closeness that a name that is not spelt right must exceed to be among the best, whatever its edits; none while there is
    /// room for any.
    fn closeness_of_last(&self) -> Option<f64> {
        let last = self.list.last().filter(|_| self.list.len() == self.most)?;
        Some(1.0 - f64::from(last.rank.saturating_sub(MISSPELT)) / 1000.0)
    }

    /// Takes a name among the best, if it is one of them.
    fn add(&mut self, name: &Name, rank: u32) -> bool {
        // Its own name goes before a capital that begins alike: Morocco before Moroni of the Comoros.
        let rank = rank + name.handicap;
        let is_full = self.list.len() == self.most;
        if is_full && self.list.last().is_none_or(|last| last.rank <= rank) {
            return false;
        }
        let known = self.list.iter().position(|it| it.entity == name.entity);
        match known {
            Some(at) if self.list[at].rank <= rank => return false,
            Some(at) => drop(self.list.remove(at)),
            None if is_full => drop(self.list.pop()),
            None => {}
        }
        let place = self.list.partition_point(|it| it.rank <= rank);
        self.list.insert(place, Ranked { rank, length: name.key.len(), entity: name.entity });
        true
    }
}

/// What was typed, folded and run together.
struct Typed<'t> {
    text: &'t str,
    is_ascii: bool,
    chars: usize,
    letters: LetterCounts,
    /// Which letters it has, as in a [`Sketch`].
    kinds: u32,
    /// Its first bytes, as in a [`Sketch`].
    beginning: u32,
    /// Which of the letters of a [`Sketch`] are those of the beginning that is compared with it.
    beginnings: usize,
}

impl<'t> Typed<'t> {
    fn new(text: &'t str) -> Self {
        let chars = text.chars().count();
        let letters = LetterCounts::of(text);
        Self {
            text,
            is_ascii: text.is_ascii(),
            chars,
            letters,
            kinds: letters.kinds(),
            beginning: sketches::beginning(text),
            beginnings: sketches::BEGINNINGS.iter().take_while(|&&most| most < chars).count(),
        }
    }

    /// Whether a name may begin so or hold this: it has all of its letters.
    fn may_be_spelt_right(&self, sketch: &Sketch, letters: &LetterCounts) -> bool {
        self.kinds & !sketch.letters[WHOLE] == 0
            && usize::from(sketch.chars) >= self.chars.min(usize::from(u16::MAX))
            && self.letters.common(letters) == self.chars
    }

    /// How well a name fits of which this is a part: 0 best; none when it is not.
    fn spelt_right(&self, name: &Name) -> Option<u32> {
        if name.key == self.text {
            Some(0)
        } else if name.key.starts_with(self.text) {
            Some(BEGINS)
        } else {
            (self.chars >= SHORTEST_PART && name.key.contains(self.text)).then_some(HOLDS)
        }
    }

    /// How many letters a name has in common with this; none where they are too few for it to be near.
    fn common(&self, sketch: &Sketch, letters: &LetterCounts, fewest: Fewest) -> Option<usize> {
        let most = |at: usize| self.chars - (self.kinds & !sketch.letters[at]).count_ones() as usize;
        let of_whole = most(WHOLE);
        if of_whole < fewest.of_beginning || of_whole < fewest.of_whole && most(self.beginnings) < fewest.of_beginning {
            return None;
        }
        Some(self.letters.common(letters)).filter(|common| *common >= fewest.of_beginning)
    }

    /// The rank of a name that has so many letters in common with this and is not spelt so; none when it is not near.
    fn misspelt(&self, name: &Name, common: usize, fewest: Fewest, most_edits: usize) -> Option<u32> {
        let beginning = name.beginning(self.chars);
        let with_common = |beginning| (beginning, self.letters.common(&LetterCounts::of(beginning)));
        let whole = Some((name.key.as_str(), common)).filter(|(_, common)| *common >= fewest.of_whole);
        let beginning_near = beginning.map(with_common).filter(|(_, common)| *common >= fewest.of_beginning);
        let compared = || whole.into_iter().chain(beginning_near);
        let closest = compared().map(|(word, _)| closeness(self.text, word)).fold(0.0, f64::max);
        if closest >= LEAST_CLOSENESS {
            return Some(misspelt_rank(closest));
        }
        let is_few_edits = |(word, common)| common + most_edits >= self.chars && edits(self.text, word).is_some();
        // Where there are enough closer names, few edits do not help.
        (most_edits > 0 && compared().any(is_few_edits)).then(|| {
            let beginning = beginning.unwrap_or(&name.key);
            misspelt_rank(closeness(self.text, &name.key).max(closeness(self.text, beginning)))
        })
    }

    /// With how many bytes a name begins alike, as far as it counts.
    fn alike(&self, sketch: &Sketch) -> usize {
        // Of other scripts more bytes than characters may be alike.
        if self.is_ascii { (sketch.beginning ^ self.beginning).trailing_zeros() as usize / 8 } else { BEGINNING }
    }
}

/// The rank of a name of some closeness that is not spelt right.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a closeness lies between 0 and 1")]
fn misspelt_rank(closeness: f64) -> u32 {
    MISSPELT + ((1.0 - closeness) * 1000.0) as u32
}

/// How many letters in common with what was typed a name must have to be near: rules out nearly all names without comparing them.
struct Bounds {
    /// How many characters were typed.
    typed: usize,
    /// The least closeness ...
    least: f64,
    /// ... or the most edits at which a name is near.
    most_edits: usize,
    /// For each number of characters of a name, once there is a name of so many, and of bytes with which it begins alike.
    of_lengths: Vec<Option<[Fewest; BEGINNING + 1]>>,
}

/// The fewest letters in common with which a name may be near.
#[derive(Clone, Copy)]
struct Fewest {
    /// By as much of it as was typed; never more than by the whole.
    of_beginning: usize,
    /// By the whole of it.
    of_whole: usize,
}

impl Bounds {
    fn new(typed: &Typed<'_>, least: f64, most_edits: usize) -> Self {
        Self { typed: typed.chars, least, most_edits, of_lengths: Vec::new() }
    }

    /// For names of so many characters that begin with so many bytes alike.
    fn fewest(&mut self, chars: usize, alike: usize) -> Fewest {
        if self.of_lengths.len() <= chars {
            self.of_lengths.resize(chars + 1, None);
        }
        let (typed, least, most_edits) = (self.typed, self.least, self.most_edits);
        let fewest = self.of_lengths[chars].get_or_insert_with(|| {
            let fewest = |chars: usize, alike: usize| {
                // Each edit supplies one missing letter at the most.
                let few_edits = typed.max(chars).saturating_sub(most_edits);
                few_edits.min(least_common(least, (typed, chars), alike))
            };
            std::array::from_fn(|alike| Fewest {
                of_beginning: fewest(chars.min(typed), alike),
                of_whole: fewest(chars, alike),
            })
        });
        fewest[alike]
    }
}

/// The entity that a typed name means, if exactly one fits exactly.
pub fn exact<'k>(knowledge: &'k Knowledge, typed: &str) -> Option<&'k Entity> {
    if let Some(entity) = knowledge.entity(typed.trim()) {
        return Some(entity);
    }
    match knowledge.index().names().exactly(&run_together(typed))[..] {
        [one] => Some(knowledge.entity_at(one)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOST: usize = 25;

    /// The same as [`complete`] for one kind, without any short cut: every name is compared.
    fn plainly<'k>(knowledge: &'k Knowledge, typed: &str, kind: EntityKind) -> Vec<&'k str> {
        let typed = run_together(typed);
        let chars = typed.chars().count();
        let rank = |key: &str| {
            let beginning: String = key.chars().take(chars).collect();
            let closest = closeness(&typed, key).max(closeness(&typed, &beginning));
            let is_near = || edits(&typed, key).is_some() || edits(&typed, &beginning).is_some();
            if key == typed {
                Some(0)
            } else if key.starts_with(&typed) {
                Some(BEGINS)
            } else if chars >= SHORTEST_PART && key.contains(&typed) {
                Some(HOLDS)
            } else {
                (closest >= LEAST_CLOSENESS || is_near()).then(|| misspelt_rank(closest))
            }
        };
        let of_kind = knowledge.index().names().all().iter().filter(|name| name.kind == kind);
        let mut found: Vec<_> = of_kind
            .filter_map(|name| {
                let entity = knowledge.entity_at(name.entity);
                Some((rank(&name.key)? + name.handicap, name.key.len(), entity.name.as_str(), name.entity, &entity.id))
            })
            .collect();
        found.sort();
        let mut ids: Vec<&str> = Vec::new();
        for (.., id) in found {
            if !ids.contains(&id.as_str()) {
                ids.push(id);
            }
        }
        ids.truncate(MOST);
        ids
    }

    #[test]
    fn no_short_cut_changes_what_is_offered() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        let names = knowledge.index().names().all();
        let mut offered = 0;
        // A number of names that shares no divisor with the lengths, so that each comes with short and long ones.
        for (at, name) in names.iter().enumerate().step_by(37) {
            let letters: Vec<char> = name.key.chars().take(2 + at % 19).collect();
            let mut slipped = letters.clone();
            let place = slipped.len() / 2;
            match at % 4 {
                0 => slipped.swap(place, place.saturating_sub(1)),
                1 => drop(slipped.remove(place)),
                2 => slipped[place] = 'x',
                _ => slipped.insert(place, slipped[place]),
            }
            for typed in [letters, slipped] {
                let typed: String = typed.into_iter().collect();
                if run_together(&typed).is_empty() {
                    continue;
                }
                let found = complete(&knowledge, &typed, &[name.kind], MOST);
                let found: Vec<&str> = found.into_iter().map(|entity| entity.id.as_str()).collect();
                assert_eq!(found, plainly(&knowledge, &typed, name.kind), "{typed}");
                offered += found.len();
            }
        }
        assert!(offered > names.len() / 37);
    }
}
