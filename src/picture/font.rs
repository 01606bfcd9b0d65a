//! The fonts: which characters they have, how wide a text is, and how much of it goes into a room.

use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::Database;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

/// The family that texts ask for; the others stand in for what it has not.
pub(super) const FAMILY: &str = "Noto Sans";

const REGULAR: &[u8] = include_bytes!("fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("fonts/NotoSans-Bold.ttf");
const ARABIC: &[u8] = include_bytes!("fonts/NotoSansArabic-Regular.ttf");
const HEBREW: &[u8] = include_bytes!("fonts/NotoSansHebrew-Regular.ttf");

/// How much wider a text of a joined script may become than its letters one by one, and one in bold than its stand-in.
const JOINING: f32 = 1.2;

/// A weight of the font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    Regular,
    Bold,
}

struct Fonts {
    regular: FontRef<'static>,
    bold: FontRef<'static>,
    stand_ins: [FontRef<'static>; 2],
}

static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let font = |bytes| FontRef::new(bytes).expect("the fonts are part of the program and tests read them");
    Fonts { regular: font(REGULAR), bold: font(BOLD), stand_ins: [font(ARABIC), font(HEBREW)] }
});

/// The fonts for the renderer.
pub(super) fn database() -> Arc<Database> {
    static DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut database = Database::new();
        for bytes in [REGULAR, BOLD, ARABIC, HEBREW] {
            database.load_font_data(bytes.to_vec());
        }
        database.set_sans_serif_family(FAMILY);
        Arc::new(database)
    });
    Arc::clone(&DATABASE)
}

/// The text without what no font here can show (emoji, marks that show nothing), in one line.
pub(super) fn clean(text: &str) -> String {
    let fonts = &*FONTS;
    let has = |c: char| {
        std::iter::once(&fonts.regular).chain(&fonts.stand_ins).any(|font| font.charmap().map(c).is_some())
    };
    let shown: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|&c| has(c)).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How wide the text is in this size; rather too wide than too narrow.
pub(super) fn width(text: &str, face: Face, size: f32) -> f32 {
    let fonts = &*FONTS;
    let own = match face {
        Face::Regular => &fonts.regular,
        Face::Bold => &fonts.bold,
    };
    let metrics = |font: &FontRef<'static>| GlyphMetrics::new(font, Size::new(size), LocationRef::default());
    let (charmap, measure) = (own.charmap(), metrics(own));
    let one = |c: char| {
        if let Some(glyph) = charmap.map(c) {
            return measure.advance_width(glyph).unwrap_or(size);
        }
        let other = fonts.stand_ins.iter().find_map(|font| Some((font, font.charmap().map(c)?)));
        other.and_then(|(font, glyph)| metrics(font).advance_width(glyph)).unwrap_or(size) * JOINING
    };
    text.chars().map(one).sum()
}

/// As much of the text as is at most so wide, with an ellipsis where something is left out.
pub(super) fn fit(text: &str, face: Face, size: f32, room: f32) -> String {
    if width(text, face, size) <= room {
        return text.to_owned();
    }
    let count = text.chars().count();
    // The longest cut that fits; a longer cut is never narrower by much, so halving finds it.
    let (mut fits, mut fails) = (0, count);
    while fails - fits > 1 {
        let middle = usize::midpoint(fits, fails);
        if width(&crate::text::headline::cut(text, middle), face, size) <= room {
            fits = middle;
        } else {
            fails = middle;
        }
    }
    crate::text::headline::cut(text, fits)
}
