//! The rungs of countries side by side.

use super::super::chart::{Cell, Table, step_name};
use super::super::font::{Face, fit};
use super::super::scene::{Anchor, GROUND, LANE, ON_MARK, OPEN, QUIET, Shape, TEXT};
use super::{APART, GAP, LABEL, MARGIN, NAME, NAME_ROW, Page, RADIUS, SMALL, WIDTH, colour, number};
use crate::knowledge::vocabulary::{State, Step};

/// A row of the table from its top to the next one's.
const ROW: f32 = 48.0;
/// Where the countries begin.
const COLUMNS: f32 = 248.0;

impl Page {
    /// A row a rung, a column a country.
    pub(super) fn table(&mut self, table: &Table) {
        let column = (WIDTH - MARGIN - COLUMNS) / number(table.columns.len().max(1));
        let left = |at: usize| COLUMNS + column * number(at);
        if table.columns.len() > 1 {
            for (at, name) in table.columns.iter().enumerate() {
                let name = fit(name, Face::Bold, NAME, column - APART);
                self.text(left(at), self.y + NAME_ROW - 13.0, name, (NAME, Face::Bold, TEXT), Anchor::Start);
            }
            self.y += NAME_ROW;
        }
        for (at, (step, cells)) in table.rows.iter().enumerate() {
            if at % 2 == 0 {
                let (x, width) = (MARGIN / 2.0, WIDTH - MARGIN);
                self.shapes.push(Shape::Area { x, y: self.y, width, height: ROW, radius: 10.0, fill: LANE });
            }
            let middle = self.y + ROW / 2.0;
            self.mark(MARGIN + RADIUS, middle, *step);
            let name = (LABEL, Face::Bold, TEXT);
            let x = MARGIN + 2.0 * RADIUS + GAP;
            self.text(x, middle + LABEL * 0.36, step_name(*step).to_owned(), name, Anchor::Start);
            for (at, cell) in cells.iter().enumerate() {
                self.cell(left(at), middle, column - APART, *step, cell);
            }
            self.y += ROW;
        }
        self.y += 20.0;
    }

    /// A sign for the state, and the state in words.
    fn cell(&mut self, x: f32, middle: f32, room: f32, step: Step, cell: &Cell) {
        let centre = x + RADIUS;
        let disc = |fill, edge| Shape::Disc { x: centre, y: middle, radius: RADIUS - 3.0, fill, edge };
        let line = |from: (f32, f32), to: (f32, f32), colour| {
            let place = |(dx, dy): (f32, f32)| (centre + dx, middle + dy);
            Shape::Line { from: place(from), to: place(to), colour, width: 3.5 }
        };
        let text = match cell.state {
            Some(State::Done) => {
                self.shapes.push(disc(colour(step), colour(step)));
                self.shapes.push(line((-6.5, 0.5), (-2.0, 5.0), ON_MARK));
                self.shapes.push(line((-2.5, 5.0), (6.5, -5.0), ON_MARK));
                TEXT
            }
            Some(State::Promised | State::Disputed) => {
                self.shapes.push(disc(GROUND, OPEN));
                self.shapes.push(line((-5.0, 0.0), (5.0, 0.0), OPEN));
                OPEN
            }
            Some(State::NotDone) => {
                self.shapes.push(disc(GROUND, QUIET));
                self.shapes.push(line((-4.5, -4.5), (4.5, 4.5), QUIET));
                self.shapes.push(line((-4.5, 4.5), (4.5, -4.5), QUIET));
                QUIET
            }
            None => {
                self.shapes.push(line((-6.0, 0.0), (6.0, 0.0), QUIET));
                QUIET
            }
        };
        let start = 2.0 * RADIUS + GAP;
        let words = fit(&cell.text, Face::Regular, SMALL, room - start);
        self.text(x + start, middle + SMALL * 0.36, words, (SMALL, Face::Regular, text), Anchor::Start);
    }
}
