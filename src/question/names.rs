//! Names for people who type: completion with typos.

use crate::knowledge::model::{Entity, EntityKey, Knowledge};
use crate::knowledge::names::{Name, Names, run_together};
use crate::knowledge::sketches::{self, BEGINNING, Sketch};
use crate::knowledge::vocabulary::EntityKind;
use crate::text::similarity::{LetterCounts, allowed_edits, closeness, edits, least_common};

/// The least closeness (Jaro-Winkler) at which a name is offered for what was typed; below it, offers look random.
const LEAST_CLOSENESS: f64 = 0.82;

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
    let sketches = names.sketches(kind);
    for sketch in sketches.iter().filter(|sketch| typed.may_be_spelt_right(sketch)) {
        let name = names.sketched(sketch);
        if let Some(rank) = typed.spelt_right(name) {
            best.add(name, rank);
        }
    }
    // A name a typo away comes after all that are typed right; most often there are enough of those.
    if best.list.len() < most {
        let bounds = typed.bounds();
        for sketch in sketches.iter().filter(|sketch| bounds.may_be_near(typed, sketch)) {
            let name = names.sketched(sketch);
            if let Some(rank) = typed.misspelt(name, &bounds) {
                best.add(name, rank);
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
    fn add(&mut self, name: &Name, rank: u32) {
        // Its own name goes before a capital that begins alike: Morocco before Moroni of the Comoros.
        let rank = rank + name.handicap;
        let is_full = self.list.len() == self.most;
        if is_full && self.list.last().is_none_or(|last| last.rank <= rank) {
            return;
        }
        let known = self.list.iter().position(|it| it.entity == name.entity);
        match known {
            Some(at) if self.list[at].rank <= rank => return,
            Some(at) => drop(self.list.remove(at)),
            None if is_full => drop(self.list.pop()),
            None => {}
        }
        let place = self.list.partition_point(|it| it.rank <= rank);
        self.list.insert(place, Ranked { rank, length: name.key.len(), entity: name.entity });
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

    /// Whether a name may hold this: it has all of its letters.
    fn may_be_spelt_right(&self, sketch: &Sketch) -> bool {
        self.kinds & !sketch.letters[2] == 0 && usize::from(sketch.chars) >= self.chars.min(usize::from(u16::MAX))
    }

    /// How well a name fits of which this is a part: 0 best; none when it is not.
    fn spelt_right(&self, name: &Name) -> Option<u32> {
        if name.key == self.text {
            Some(0)
        } else if name.key.starts_with(self.text) {
            Some(10)
        } else {
            // A part of a name has all its letters in common with it.
            let may_hold = self.chars > 2 && self.letters.common(&name.letters) == self.chars;
            (may_hold && name.key.contains(self.text)).then_some(20)
        }
    }

    /// How well a name fits that is not spelt so and does not begin so, after all that are; none when it does not.
    fn misspelt(&self, name: &Name, bounds: &Bounds) -> Option<u32> {
        let common = self.letters.common(&name.letters);
        let alike = bounds.alike(sketches::beginning(&name.key), self.beginning);
        if !bounds.beginning_may_be_near(name.chars, alike, self.chars - common) {
            return None;
        }
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
        compared().any(|word| edits(self.text, word).is_some()).then(|| {
            let beginning = end.map_or(name.key.as_str(), |end| &name.key[..end]);
            misspelt_rank(closeness(self.text, &name.key).max(closeness(self.text, beginning)))
        })
    }

    /// What tells without comparing them that most names are not near.
    fn bounds(&self) -> Bounds {
        let few_edits = self.chars.saturating_sub(self.most_edits);
        let most_missing = |chars: usize, alike: usize| {
            let close = least_common(LEAST_CLOSENESS, (self.chars, chars), alike);
            self.chars.saturating_sub(close.min(few_edits))
        };
        let of_length = |chars| std::array::from_fn(|alike| most_missing(chars, alike));
        let beginning = [sketches::FEW, sketches::MORE].iter().take_while(|&&most| most < self.chars).count();
        Bounds {
            is_ascii: self.text.is_ascii(),
            chars: self.chars,
            most_edits: self.most_edits,
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
    most_edits: usize,
    /// Which of the letters of a [`Sketch`] are those of the beginning that is compared.
    beginning: usize,
    /// For each number of characters that are compared, and of bytes with which both begin.
    most_missing: Vec<[usize; BEGINNING + 1]>,
}

impl Bounds {
    /// Whether a name may be near, or its beginning, by which of the letters it has.
    fn may_be_near(&self, typed: &Typed<'_>, sketch: &Sketch) -> bool {
        let alike = self.alike(sketch.beginning, typed.beginning);
        let chars = usize::from(sketch.chars);
        let missing = |at: usize| (typed.kinds & !sketch.letters[at]).count_ones() as usize;
        self.beginning_may_be_near(chars, alike, missing(2))
            && (self.beginning_may_be_near(chars, alike, missing(self.beginning))
                || self.whole_may_be_near(chars, alike, missing(2)))
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
        chars - common <= self.most_edits || common >= least_common(LEAST_CLOSENESS, (self.chars, chars), alike)
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
