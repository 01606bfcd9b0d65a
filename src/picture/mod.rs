//! Pictures of what happened: lanes by country, the rungs of the ladder as marks, and two countries side by side.
//!
//! The steps, one file each: facts become a chart (`content`), each date gets its place (`axis`), each label
//! its room, so that no two overlap (`layout`), the whole becomes SVG (`svg`) and then a PNG (`raster`). Pure, but for
//! a cache of PNGs by their content. Knows nothing of Discord.

use std::sync::Arc;

use crate::answer::timeline::Span;
use crate::knowledge::Knowledge;
use crate::knowledge::model::EntityKey;

mod axis;
mod chart;
mod content;
mod font;
mod layout;
mod raster;
mod scene;
mod svg;
#[cfg(test)]
mod tests;

use self::chart::Chart;

/// A picture, and the same in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The picture, PNG.
    pub png: Arc<[u8]>,
    /// What it shows, for those who do not see it.
    pub alt: String,
}

/// Reads the fonts, so that the first picture that somebody asks for does not have to wait for them.
pub fn prepare() {
    font::prepare();
}

/// What happened in a span, in lanes by country; none when there is nothing to see.
pub fn timeline(knowledge: &Knowledge, title: &str, span: Span) -> Option<Picture> {
    draw(&content::timeline(knowledge, title, span)?)
}

/// How far one country has come, or two side by side, rung by rung and over time; none when no source speaks of it.
pub fn ladder(knowledge: &Knowledge, countries: &[EntityKey]) -> Option<Picture> {
    draw(&content::ladder(knowledge, countries)?)
}

/// A chart drawn; none when the renderer refuses it.
fn draw(chart: &Chart) -> Option<Picture> {
    let png = raster::png(&svg::write(&layout::lay_out(chart)))?;
    Some(Picture { png, alt: chart.alt() })
}
