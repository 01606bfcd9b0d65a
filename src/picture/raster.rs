//! SVG -> PNG, kept by content: the same picture is drawn once.

use std::collections::VecDeque;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::font::{FAMILY, database};

/// Pictures that are kept: all that one knowledge has in common use, in some megabytes.
const KEPT: usize = 48;

/// Pictures by their SVG, the latest last.
static DRAWN: LazyLock<Mutex<VecDeque<Drawn>>> = LazyLock::new(Mutex::default);

/// An SVG and its PNG.
type Drawn = (String, Arc<[u8]>);

/// The picture of an SVG, drawn now or before; none when the renderer refuses it.
pub(super) fn png(svg: &str) -> Option<Arc<[u8]>> {
    let drawn = || DRAWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, png)) = drawn().iter().find(|(known, _)| known == svg) {
        return Some(Arc::clone(png));
    }
    let png: Arc<[u8]> = draw(svg)?.into();
    let mut drawn = drawn();
    if drawn.len() >= KEPT {
        drawn.pop_front();
    }
    drawn.push_back((svg.to_owned(), Arc::clone(&png)));
    Some(png)
}

/// What the renderer reads an SVG with.
pub(super) fn options() -> Options<'static> {
    Options { fontdb: database(), font_family: FAMILY.to_owned(), ..Options::default() }
}

fn draw(svg: &str) -> Option<Vec<u8>> {
    let tree = Tree::from_str(svg, &options()).ok()?;
    let size = tree.size().to_int_size();
    let mut pixmap = Pixmap::new(size.width(), size.height())?;
    resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
    encode(&pixmap).ok()
}

/// The pixels as PNG, with a palette where the colours go in one: flat areas and the edges of text have few, and a byte a
/// pixel is packed in a third of the time.
fn encode(pixmap: &Pixmap) -> Result<Vec<u8>, EncodingError> {
    let pixels = pixmap.data().as_chunks::<4>().0;
    let mut bytes = Vec::with_capacity(pixels.len() / 4);
    let mut encoder = Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    // Most rows are much like the one above.
    encoder.set_filter(Filter::Up);
    // The ground covers all, so there is no transparency to keep.
    let data = if let Some((palette, indices)) = indexed(pixels) {
        encoder.set_color(ColorType::Indexed);
        encoder.set_palette(palette);
        indices
    } else {
        encoder.set_color(ColorType::Rgb);
        pixels.iter().flat_map(|[r, g, b, _]| [*r, *g, *b]).collect()
    };
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&data)?;
    writer.finish()?;
    Ok(bytes)
}

/// Bits of a channel by which colours are told apart: finer ones differ on the edges of letters alone.
const BITS: u32 = 4;

/// A palette, and for each pixel its place there; none when there are too many colours. Of colours that are nearly the
/// same the one that comes first stands for all, and the areas come before the letters on them.
fn indexed(pixels: &[[u8; 4]]) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut places: [Option<u8>; 1 << (3 * BITS)] = [None; 1 << (3 * BITS)];
    let mut palette: Vec<u8> = Vec::new();
    let mut indices = Vec::with_capacity(pixels.len());
    for [r, g, b, _] in pixels {
        let key = [r, g, b].into_iter().fold(0, |key, channel| key << BITS | usize::from(channel >> (8 - BITS)));
        if places[key].is_none() {
            places[key] = Some(u8::try_from(palette.len() / 3).ok()?);
            palette.extend([r, g, b]);
        }
        indices.push(places[key]?);
    }
    Some((palette, indices))
}
