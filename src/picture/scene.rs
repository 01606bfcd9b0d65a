//! What is drawn where.

use super::font::Face;
#[cfg(test)]
use super::font::width;

/// A colour as SVG has it.
pub(super) type Colour = &'static str;

/// The ground. It is dark and covers everything, so that a picture reads the same in both of Discord's themes.
pub(super) const GROUND: Colour = "#1b1e27";
/// A lane, a little above the ground.
pub(super) const LANE: Colour = "#242834";
/// Lines that only guide the eye.
pub(super) const GUIDE: Colour = "#3b4152";
/// Text, above 12:1 on the lanes.
pub(super) const TEXT: Colour = "#f2f4f8";
/// Text that may be read later, above 7:1 on the lanes.
pub(super) const QUIET: Colour = "#b4bccb";
/// On the marks.
pub(super) const ON_MARK: Colour = "#12141a";
/// A promise, and all else that is neither yes nor no.
pub(super) const OPEN: Colour = "#f2c14e";

/// A whole picture.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scene {
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) shapes: Vec<Shape>,
}

/// Something that is drawn; later ones lie above.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    Area { x: f32, y: f32, width: f32, height: f32, radius: f32, fill: Colour },
    Line { from: (f32, f32), to: (f32, f32), colour: Colour, width: f32 },
    Disc { x: f32, y: f32, radius: f32, fill: Colour, edge: Colour },
    Text(Text),
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Text {
    /// Its left end, middle or right end.
    pub(super) x: f32,
    /// Its base line.
    pub(super) y: f32,
    pub(super) words: String,
    pub(super) size: f32,
    pub(super) face: Face,
    pub(super) colour: Colour,
    pub(super) at: Anchor,
}

/// What of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

#[cfg(test)]
impl Text {
    /// From where to where it goes, across.
    pub(super) fn across(&self) -> (f32, f32) {
        let width = width(&self.words, self.face, self.size);
        match self.at {
            Anchor::Start => (self.x, self.x + width),
            Anchor::Middle => (self.x - width / 2.0, self.x + width / 2.0),
            Anchor::End => (self.x - width, self.x),
        }
    }
}
