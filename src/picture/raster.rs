//! SVG -> PNG, kept by content: the same picture is drawn once.

use std::collections::VecDeque;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

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
    pixmap.encode_png().ok()
}
