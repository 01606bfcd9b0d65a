//! The fonts: which characters they have, how wide a text is, and how much of it goes into a room.

use std::sync::{Arc, LazyLock};

use fnv::FnvHashMap;
use resvg::usvg::fontdb::{Database, Source};
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

/// How far a letter reaches, of the font's size, for every letter that there is.
type Reaches = FnvHashMap<char, f32>;

struct Fonts {
    regular: Reaches,
    bold: Reaches,
    stand_ins: Reaches,
}

static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts {
    regular: reaches(&[REGULAR]),
    bold: reaches(&[BOLD]),
    stand_ins: reaches(&[ARABIC, HEBREW]),
});

/// Read once: a picture measures some thousand labels before it is drawn.
fn reaches(fonts: &[&[u8]]) -> Reaches {
    let mut reaches = Reaches::default();
    for bytes in fonts {
        let font = FontRef::new(bytes).expect("the fonts are part of the program and tests read them");
        let metrics = GlyphMetrics::new(&font, Size::new(1.0), LocationRef::default());
        for (code, glyph) in font.charmap().mappings() {
            if let Some(c) = char::from_u32(code) {
                reaches.entry(c).or_insert(metrics.advance_width(glyph).unwrap_or(1.0));
            }
        }
    }
    reaches
}

/// Reads the fonts.
pub(super) fn prepare() {
    LazyLock::force(&FONTS);
    database();
}

/// The fonts for the renderer.
pub(super) fn database() -> Arc<Database> {
    static DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut database = Database::new();
        for bytes in [REGULAR, BOLD, ARABIC, HEBREW] {
            // Within the program as they are, without a copy.
            database.load_font_source(Source::Binary(Arc::new(bytes)));
        }
        database.set_sans_serif_family(FAMILY);
        Arc::new(database)
    });
    Arc::clone(&DATABASE)
}

/// The text without what no font here can show (emoji, marks that show nothing), in one line.
pub(super) fn clean(text: &str) -> String {
    let has = |c: char| FONTS.regular.contains_key(&c) || FONTS.stand_ins.contains_key(&c);
    let shown: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|&c| has(c)).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How wide the text is in this size; rather too wide than too narrow.
pub(super) fn width(text: &str, face: Face, size: f32) -> f32 {
    let own = match face {
        Face::Regular => &FONTS.regular,
        Face::Bold => &FONTS.bold,
    };
    let reach = |c: char| {
        let stand_in = || FONTS.stand_ins.get(&c).map_or(1.0, |reach| reach * JOINING);
        own.get(&c).copied().unwrap_or_else(stand_in)
    };
    text.chars().map(reach).sum::<f32>() * size
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
