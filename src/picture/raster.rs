//! SVG -> PNG, kept by content: the same picture is drawn once.

use std::collections::VecDeque;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::font::{FAMILY, database};

/// Pictures that are kept: all that one knowledge has in common use, in some megabytes.
const KEPT: usize = 48;

/// Pictures by their SVG, the latest last.
static DRAWN: LazyLock<Mutex<VecDeque<(String, Arc<[u8]>)>>> = LazyLock::new(Mutex::default);

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

/// The pixels as PNG. The ground covers all, so there is no transparency to keep, and a picture of flat areas is small
/// even when it is packed in a hurry.
fn encode(pixmap: &Pixmap) -> Result<Vec<u8>, EncodingError> {
    let pixels: Vec<u8> = pixmap.data().as_chunks::<4>().0.iter().flat_map(|[r, g, b, _]| [*r, *g, *b]).collect();
    let mut bytes = Vec::with_capacity(pixels.len() / 16);
    let mut encoder = Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels)?;
    writer.finish()?;
    Ok(bytes)
}
