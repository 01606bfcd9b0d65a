//! Pieces of tracks for the moments of lanes, so that no two labels meet.

use super::super::axis::Axis;
use super::super::chart::{Lane, Moment};
use super::super::font::{Face, fit, width};
use super::{APART, DOT, GAP, LABEL, MARGIN, RADIUS, WIDTH, number};

/// Tracks of all lanes together.
const MOST_TRACKS: usize = 11;
/// The same where the rungs alone need more.
const MOST_TRACKS_OF_RUNGS: usize = 22;
/// The narrowest room in which the words of an event are worth cutting.
const WORDS_ROOM: f32 = 450.0;
/// How much the labels of a lane may be shortened, so that each of its rungs has its mark.
const MOST_SHORTENED: usize = 2;

/// A moment with its place on a track.
pub(super) struct Placed<'c> {
    pub(super) moment: &'c Moment,
    /// The middle of its first mark.
    pub(super) x: f32,
    pub(super) track: usize,
    pub(super) label: String,
    /// Whether it goes to the left of its date.
    pub(super) leftwards: bool,
}

/// A lane with a place for its moments.
#[derive(Default)]
pub(super) struct Packed<'c> {
    /// What is taken of each track.
    pub(super) tracks: Vec<Vec<(f32, f32)>>,
    pub(super) placed: Vec<Placed<'c>>,
    /// Where the ticks are of what has no words.
    pub(super) ticks: Vec<f32>,
}

/// Gives every moment a piece of a track of its lane, or a tick. Where not every rung finds room, the labels of its lane
/// are made shorter, and in the end there are more tracks.
pub(super) fn pack<'c>(lanes: &'c [Lane], axis: &Axis) -> Vec<Packed<'c>> {
    let wanted = lanes.iter().map(|lane| lane.moments.iter().filter(|moment| !moment.steps.is_empty()).count());
    let wanted: Vec<usize> = wanted.collect();
    let wishes = wishes(lanes, axis);
    let mut shortened = vec![0; lanes.len()];
    let mut most = MOST_TRACKS;
    loop {
        let packed = pack_with(&wishes, &shortened, most);
        let lacking =
            |at: &usize| packed[*at].placed.iter().filter(|it| !it.moment.steps.is_empty()).count() < wanted[*at];
        let lacking: Vec<usize> = (0..lanes.len()).filter(lacking).collect();
        if lacking.iter().any(|&at| shortened[at] < MOST_SHORTENED) {
            for at in lacking {
                shortened[at] = (shortened[at] + 1).min(MOST_SHORTENED);
            }
        } else if !lacking.is_empty() && most < MOST_TRACKS_OF_RUNGS {
            most = MOST_TRACKS_OF_RUNGS;
        } else {
            return packed;
        }
    }
}

/// A moment that wants a place, with what may stand beside its mark, the longest first.
struct Wish<'c> {
    lane: usize,
    moment: &'c Moment,
    x: f32,
    labels: Vec<String>,
}

/// All moments, those first that matter most.
fn wishes<'c>(lanes: &'c [Lane], axis: &Axis) -> Vec<Wish<'c>> {
    let all = lanes.iter().enumerate().flat_map(|(at, lane)| lane.moments.iter().map(move |moment| (at, moment)));
    let mut wishes: Vec<Wish<'c>> = all
        .map(|(lane, moment)| {
            let x = axis.place(moment.date.first());
            Wish { lane, moment, x, labels: labels(moment, x) }
        })
        .collect();
    wishes.sort_by_key(|wish| (wish.moment.weight, wish.moment.date));
    wishes
}

/// What may stand beside a mark, the longest first: for a rung nothing at all, if need be; of an event as many words as
/// go in on its wider side.
fn labels(moment: &Moment, x: f32) -> Vec<String> {
    if !moment.steps.is_empty() {
        return moment.labels.iter().cloned().chain([String::new()]).collect();
    }
    let right = WIDTH - MARGIN - x;
    let room = if right >= WORDS_ROOM { right } else { right.max(x - MARGIN) } - DOT - GAP;
    moment.labels.iter().map(|label| fit(label, Face::Regular, LABEL, room)).collect()
}

/// The same with the labels of each lane shortened so many times, and at most so many tracks for rungs.
fn pack_with<'c>(wishes: &[Wish<'c>], shortened: &[usize], most: usize) -> Vec<Packed<'c>> {
    let mut packed: Vec<Packed<'c>> = shortened.iter().map(|_| Packed::default()).collect();
    for wish in wishes {
        // Every lane may have a first track, whatever the others take.
        let first_tracks = packed.iter().filter(|lane| lane.tracks.is_empty()).count();
        let open: usize = packed.iter().map(|lane| lane.tracks.len()).sum();
        let lane = &mut packed[wish.lane];
        let is_rung = !wish.moment.steps.is_empty();
        let most = if is_rung { most } else { MOST_TRACKS };
        let may_grow = lane.tracks.is_empty() || open + first_tracks < most;
        let skipped = if is_rung { shortened[wish.lane].min(wish.labels.len().saturating_sub(2)) } else { 0 };
        if !lane.place(wish, &wish.labels[skipped..], may_grow) {
            lane.ticks.push(wish.x);
        }
    }
    packed
}

impl<'c> Packed<'c> {
    /// Places a moment with the longest of its labels that finds room; whether one did.
    fn place(&mut self, wish: &Wish<'c>, labels: &[String], may_grow: bool) -> bool {
        let Wish { moment, x, .. } = *wish;
        for label in labels {
            for (leftwards, piece) in pieces(moment, x, label) {
                let free = |track: &[(f32, f32)]| {
                    track.iter().all(|(from, to)| piece.1 + APART <= *from || piece.0 >= *to + APART)
                };
                let found = self.tracks.iter().position(|track| free(track));
                let Some(track) = found.or(may_grow.then_some(self.tracks.len())) else { continue };
                if track == self.tracks.len() {
                    self.tracks.push(Vec::new());
                }
                self.tracks[track].push(piece);
                self.placed.push(Placed { moment, x, track, label: label.clone(), leftwards });
                return true;
            }
        }
        false
    }
}

/// Where a moment could lie: to the right of its date or to the left, where that is within the picture.
fn pieces(moment: &Moment, x: f32, label: &str) -> impl Iterator<Item = (bool, (f32, f32))> + use<> {
    let words = if label.is_empty() { 0.0 } else { GAP + width(label, Face::Regular, LABEL) };
    let (half, whole) = (half_mark(moment), marks_width(moment) + words);
    let both = [(false, (x - half, x - half + whole)), (true, (x + half - whole, x + half))];
    both.into_iter().filter(|(_, (from, to))| *from >= MARGIN && *to <= WIDTH - MARGIN)
}

pub(super) fn half_mark(moment: &Moment) -> f32 {
    if moment.steps.is_empty() { DOT } else { RADIUS }
}

pub(super) fn marks_width(moment: &Moment) -> f32 {
    2.0 * half_mark(moment) * number(moment.steps.len().max(1))
}
