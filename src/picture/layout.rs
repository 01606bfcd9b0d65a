//! Chart -> scene: every mark at its date, every label where nothing else is, nothing outside.
//!
//! A lane has tracks, one below the other, and a mark with its label takes a piece of one. What matters most is placed
//! first; what finds no room for its words is a tick on the lane's strip, and the lane says how many these are. So the
//! picture is never taller than a phone can show, whatever there is to tell.

use self::pack::{Packed, Placed, half_mark, marks_width, pack};
use super::axis::Axis;
use super::chart::{Chart, Lane, step_name, step_number};
use super::font::{Face, fit, width};
use super::scene::{Anchor, Colour, GROUND, GUIDE, LANE, ON_MARK, QUIET, Scene, Shape, TEXT, Text};
use crate::knowledge::ladder::RUNGS;
use crate::knowledge::vocabulary::Step;

mod pack;
mod table;

/// A phone shows a picture in an embed some 300 points wide, so at 36 %, with three pixels of the screen to a point.
const WIDTH: f32 = 840.0;
/// What stays free at the edges.
const MARGIN: f32 = 28.0;
/// Sizes of text; on a phone the smallest is nearly what Discord itself uses for small print.
const TITLE: f32 = 40.0;
const NAME: f32 = 30.0;
const LABEL: f32 = 27.0;
const SMALL: f32 = 25.0;
/// Half of a mark.
const RADIUS: f32 = 17.0;
/// Half of the mark of what is no rung.
const DOT: f32 = 8.0;
/// A track from its top to the next one's.
const TRACK: f32 = 42.0;
/// A lane's name.
const NAME_ROW: f32 = 46.0;
/// A lane's strip of ticks.
const STRIP: f32 = 26.0;
/// The years.
const YEARS: f32 = 40.0;
/// Between a mark and its label.
const GAP: f32 = 8.0;
/// Between neighbours on a track.
const APART: f32 = 18.0;

/// The colour of a rung; each is told by its number as well.
fn colour(step: Step) -> Colour {
    const COLOURS: [Colour; 7] = ["#f2c14e", "#ff9f5a", "#f18bbb", "#b9a5ff", "#74bdff", "#4fd6bd", "#a9dd63"];
    step_number(step).and_then(|number| COLOURS.get(number - 1)).copied().unwrap_or(QUIET)
}

/// A chart with a place for everything.
pub(super) fn lay_out(chart: &Chart) -> Scene {
    let mut page = Page { y: MARGIN, shapes: Vec::new() };
    page.header(&chart.title, &chart.note);
    if let Some(table) = &chart.table {
        page.table(table);
    }
    if !chart.lanes.is_empty() {
        page.lanes(&chart.lanes);
        if chart.table.is_none() {
            page.legend(&chart.lanes);
        }
    }
    let height = (page.y + MARGIN / 2.0).ceil();
    let ground = Shape::Area { x: 0.0, y: 0.0, width: WIDTH, height, radius: 0.0, fill: GROUND };
    page.shapes.insert(0, ground);
    Scene { width: WIDTH, height, shapes: page.shapes }
}

/// A picture as it grows downwards.
struct Page {
    y: f32,
    shapes: Vec<Shape>,
}

impl Page {
    fn text(&mut self, x: f32, y: f32, words: String, (size, face, colour): (f32, Face, Colour), at: Anchor) {
        self.shapes.push(Shape::Text(Text { x, y, words, size, face, colour, at }));
    }

    fn header(&mut self, title: &str, note: &str) {
        let room = WIDTH - 2.0 * MARGIN;
        self.y += TITLE;
        let title = fit(title, Face::Bold, TITLE, room);
        self.text(MARGIN, self.y - 4.0, title, (TITLE, Face::Bold, TEXT), Anchor::Start);
        self.y += SMALL + 12.0;
        let note = fit(note, Face::Regular, SMALL, room);
        self.text(MARGIN, self.y, note, (SMALL, Face::Regular, QUIET), Anchor::Start);
        self.y += 24.0;
    }

    fn lanes(&mut self, lanes: &[Lane]) {
        let dates = lanes.iter().flat_map(|lane| &lane.moments).map(|moment| moment.date.first());
        let axis = Axis::new(dates, MARGIN + 2.0 * RADIUS, WIDTH - MARGIN - 2.0 * RADIUS);
        let packed = pack(lanes, &axis);
        let years = self.years(&axis);
        let top = self.y;
        let grounds = self.shapes.len();
        for (lane, packed) in lanes.iter().zip(&packed) {
            self.lane(lane, packed);
        }
        // Below all that stands in the lanes and above their grounds.
        let guides = years.into_iter().map(|x| {
            let (from, to) = ((x, top), (x, self.y - 8.0));
            Shape::Line { from, to, colour: GUIDE, width: 2.0 }
        });
        let mut areas = Vec::new();
        let mut rest = Vec::new();
        for shape in self.shapes.drain(grounds..) {
            if matches!(shape, Shape::Area { .. }) { areas.push(shape) } else { rest.push(shape) }
        }
        self.shapes.extend(areas.into_iter().chain(guides).chain(rest));
    }

    /// The years that have room; returns where they begin.
    fn years(&mut self, axis: &Axis) -> Vec<f32> {
        let mut taken: Vec<(f32, f32)> = Vec::new();
        let mut begins = Vec::new();
        let mut years = axis.years();
        // Years in which something happened come first.
        years.sort_by_key(|(year, _, is_full)| (!is_full, *year));
        for (year, x, _) in years {
            let text = year.to_string();
            let half = width(&text, Face::Regular, SMALL) / 2.0;
            let middle = x.clamp(MARGIN + half, WIDTH - MARGIN - half);
            let (from, to) = (middle - half - APART, middle + half + APART);
            if taken.iter().all(|(start, end)| to <= *start + APART || from >= *end - APART) {
                taken.push((from, to));
                begins.push(x);
                self.text(middle, self.y + SMALL, text, (SMALL, Face::Regular, QUIET), Anchor::Middle);
            }
        }
        self.y += YEARS;
        begins
    }

    fn lane(&mut self, lane: &Lane, packed: &Packed<'_>) {
        let strip = if packed.ticks.is_empty() { 0.0 } else { STRIP };
        let height = NAME_ROW + strip + TRACK * number(packed.tracks.len()) + 8.0;
        let (x, width) = (MARGIN / 2.0, WIDTH - MARGIN);
        self.shapes.push(Shape::Area { x, y: self.y, width, height, radius: 12.0, fill: LANE });
        self.name(lane, packed.ticks.len());
        let mut y = self.y + NAME_ROW;
        if strip > 0.0 {
            self.ticks(&packed.ticks, y);
            y += strip;
        }
        for placed in &packed.placed {
            self.moment(placed, y + TRACK * number(placed.track) + TRACK / 2.0);
        }
        self.y += height + 10.0;
    }

    /// The lane's name, and how many have no words.
    fn name(&mut self, lane: &Lane, ticks: usize) {
        let base = self.y + NAME_ROW - 13.0;
        let mut room = WIDTH - 2.0 * MARGIN;
        if ticks > 0 {
            let all = ticks == lane.moments.len();
            let more = if all { format!("{ticks} in all") } else { format!("{ticks} more") };
            room -= width(&more, Face::Regular, SMALL) + APART;
            self.text(WIDTH - MARGIN, base, more, (SMALL, Face::Regular, QUIET), Anchor::End);
        }
        let name = fit(&lane.name, Face::Bold, NAME, room);
        self.text(MARGIN, base, name, (NAME, Face::Bold, TEXT), Anchor::Start);
    }

    fn ticks(&mut self, ticks: &[f32], top: f32) {
        let (middle, half) = (top + STRIP / 2.0, STRIP / 3.0);
        let ends = ((MARGIN, middle), (WIDTH - MARGIN, middle));
        self.shapes.push(Shape::Line { from: ends.0, to: ends.1, colour: GUIDE, width: 2.0 });
        for &x in ticks {
            let (from, to) = ((x, middle - half), (x, middle + half));
            self.shapes.push(Shape::Line { from, to, colour: QUIET, width: 3.0 });
        }
    }

    /// The marks of a moment and its label beside them.
    fn moment(&mut self, placed: &Placed<'_>, middle: f32) {
        let way = if placed.leftwards { -1.0 } else { 1.0 };
        let steps = &placed.moment.steps;
        for (at, &step) in steps.iter().enumerate() {
            self.mark(placed.x + way * number(at) * 2.0 * RADIUS, middle, step);
        }
        let half = half_mark(placed.moment);
        if steps.is_empty() {
            let (x, y) = (placed.x, middle);
            self.shapes.push(Shape::Disc { x, y, radius: DOT, fill: QUIET, edge: QUIET });
        }
        if !placed.label.is_empty() {
            let x = placed.x + way * (marks_width(placed.moment) - half + GAP);
            let at = if placed.leftwards { Anchor::End } else { Anchor::Start };
            self.text(x, middle + LABEL * 0.36, placed.label.clone(), (LABEL, Face::Regular, TEXT), at);
        }
    }

    /// A disc in the colour of a rung with its number.
    fn mark(&mut self, x: f32, y: f32, step: Step) {
        let fill = colour(step);
        self.shapes.push(Shape::Disc { x, y, radius: RADIUS, fill, edge: GROUND });
        let text = step_number(step).map(|number| number.to_string()).unwrap_or_default();
        self.text(x, y + SMALL * 0.36, text, (SMALL, Face::Bold, ON_MARK), Anchor::Middle);
    }

    /// What the numbers stand for, of the rungs that are in the picture.
    fn legend(&mut self, lanes: &[Lane]) {
        let has = |step: &Step| lanes.iter().flat_map(|lane| &lane.moments).any(|it| it.steps.contains(step));
        let (mut x, mut y) = (MARGIN, self.y + 6.0);
        let mut is_any = false;
        for step in RUNGS.into_iter().filter(has) {
            let name = step_name(step);
            let whole = 2.0 * RADIUS + GAP + width(name, Face::Regular, SMALL);
            if x + whole > WIDTH - MARGIN {
                (x, y) = (MARGIN, y + TRACK);
            }
            self.mark(x + RADIUS, y + RADIUS, step);
            let quiet = (SMALL, Face::Regular, QUIET);
            self.text(x + 2.0 * RADIUS + GAP, y + RADIUS + SMALL * 0.36, name.to_owned(), quiet, Anchor::Start);
            x += whole + APART;
            is_any = true;
        }
        if is_any {
            self.y = y + TRACK;
        }
    }
}

fn number(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}
