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
    // A name a typo away comes after all that are typed right; most often there are enough of those.
    if best.list.len() < most {
        let mut bounds = typed.bounds(LEAST_CLOSENESS, typed.most_edits);
        for (sketch, letters) in names.sketches(kind) {
            if bounds.may_be_near(typed, sketch, letters)
                && let name = names.sketched(sketch)
                && let Some(rank) = typed.misspelt(name, sketch, letters, &bounds)
                && best.add(name, rank)
                && let Some(closer) = best.closeness_of_last().filter(|it| *it > bounds.least + CLOSER)
            {
                bounds = typed.bounds(closer, 0);
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
    chars: usize,
    letters: LetterCounts,
    /// Which letters it has, as in a [`Sketch`].
    kinds: u32,
    /// Its first bytes, as in a [`Sketch`].
    beginning: u32,
    /// The most edits that a name may be away.
    most_edits: usize,
}

impl<'t> Typed<'t> {
    fn new(text: &'t str) -> Self {
        let chars = text.chars().count();
        let letters = LetterCounts::of(text);
        let kinds = letters.kinds();
        Self { text, chars, letters, kinds, beginning: sketches::beginning(text), most_edits: allowed_edits(chars) }
    }

    /// Whether a name may begin so or hold this: it has all of its letters.
    fn may_be_spelt_right(&self, sketch: &Sketch, letters: &LetterCounts) -> bool {
        self.kinds & !sketch.letters[2] == 0
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

    /// How well a name fits that is not spelt so and does not begin so, after all that are; none when it does not.
    fn misspelt(&self, name: &Name, sketch: &Sketch, letters: &LetterCounts, bounds: &Bounds) -> Option<u32> {
        let common = self.letters.common(letters);
        let alike = bounds.alike(sketch.beginning, self.beginning);
        let whole_may_be_near = bounds.whole_may_be_near(name.chars, alike, self.chars - common);
        let end =
            if name.chars > self.chars { name.key.char_indices().nth(self.chars).map(|(at, _)| at) } else { None };
        let beginning = end.map(|end| &name.key[..end]).filter(|beginning| {
            let common = self.letters.common(&LetterCounts::of(beginning));
            bounds.beginning_may_be_near(name.chars, alike, self.chars - common)
        });
        let is_spelt_right = || common == self.chars && self.spelt_right(name).is_some();
        if (!whole_may_be_near && beginning.is_none()) || is_spelt_right() {
            return None;
        }
        let whole = Some(name.key.as_str()).filter(|_| whole_may_be_near);
        let compared = || whole.into_iter().chain(beginning);
        let closest = compared().map(|word| closeness(self.text, word)).fold(0.0, f64::max);
        if closest >= LEAST_CLOSENESS {
            return Some(misspelt_rank(closest));
        }
        // Where there are enough closer names, few edits do not help.
        if bounds.most_edits == 0 {
            return None;
        }
        compared().any(|word| edits(self.text, word).is_some()).then(|| {
            let beginning = end.map_or(name.key.as_str(), |end| &name.key[..end]);
            misspelt_rank(closeness(self.text, &name.key).max(closeness(self.text, beginning)))
        })
    }

    /// What tells without comparing them that most names are neither so close nor so few edits away.
    fn bounds(&self, least: f64, most_edits: usize) -> Bounds {
        let few_edits = self.chars.saturating_sub(most_edits);
        let most_missing = |chars: usize, alike: usize| {
            let close = least_common(least, (self.chars, chars), alike);
            self.chars.saturating_sub(close.min(few_edits))
        };
        let of_length = |chars| std::array::from_fn(|alike| most_missing(chars, alike));
        let beginning = [sketches::FEW, sketches::MORE].iter().take_while(|&&most| most < self.chars).count();
        Bounds {
            is_ascii: self.text.is_ascii(),
            chars: self.chars,
            least,
            most_edits,
            beginning,
            most_missing: (0..=self.chars).map(of_length).collect(),
        }
    }
}

/// The rank of a name of some closeness that is not spelt right.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a closeness lies between 0 and 1")]
fn misspelt_rank(closeness: f64) -> u32 {
    MISSPELT + ((1.0 - closeness) * 1000.0) as u32
}

/// How many letters of what was typed a name may lack and still be close enough, or few enough edits away: rules out nearly all
/// names without comparing them.
struct Bounds {
    is_ascii: bool,
    chars: usize,
    /// The least closeness ...
    least: f64,
    /// ... or the most edits at which a name is near.
    most_edits: usize,
    /// Which of the letters of a [`Sketch`] are those of the beginning that is compared.
    beginning: usize,
    /// For each number of characters that are compared, and of bytes with which both begin.
    most_missing: Vec<[usize; BEGINNING + 1]>,
}

impl Bounds {
    /// Whether a name may be near, or its beginning, by which of the letters it has, and how often.
    fn may_be_near(&self, typed: &Typed<'_>, sketch: &Sketch, letters: &LetterCounts) -> bool {
        let alike = self.alike(sketch.beginning, typed.beginning);
        let chars = usize::from(sketch.chars);
        let missing = |at: usize| (typed.kinds & !sketch.letters[at]).count_ones() as usize;
        self.beginning_may_be_near(chars, alike, missing(2))
            && (self.beginning_may_be_near(chars, alike, missing(self.beginning))
                || self.whole_may_be_near(chars, alike, missing(2)))
            && self.beginning_may_be_near(chars, alike, typed.chars - typed.letters.common(letters))
    }

    /// With how many bytes two words begin alike, as far as it counts, by their beginnings.
    fn alike(&self, one: u32, other: u32) -> usize {
        // Of other scripts more bytes than characters may be alike.
        if self.is_ascii { (one ^ other).trailing_zeros() as usize / 8 } else { BEGINNING }
    }

    /// Whether as much of a name as was typed may be near where so many letters are missing; if it is not, neither is the whole.
    fn beginning_may_be_near(&self, chars: usize, alike: usize, missing: usize) -> bool {
        missing <= self.most_missing[chars.min(self.chars)][alike]
    }

    /// Whether a whole name of so many characters may be near where so many letters are missing.
    fn whole_may_be_near(&self, chars: usize, alike: usize, missing: usize) -> bool {
        if chars <= self.chars {
            return self.beginning_may_be_near(chars, alike, missing);
        }
        let common = self.chars.saturating_sub(missing);
        chars - common <= self.most_edits || common >= least_common(self.least, (self.chars, chars), alike)
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
