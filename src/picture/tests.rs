//! The promises of a picture: no label on another, nothing outside, the same in words, and quick.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

use resvg::usvg::{Node, Tree};

use super::chart::Chart;
use super::scene::{ON_MARK, Shape, Text};
use super::*;
use crate::knowledge::load::folder_of;
use crate::knowledge::model::Entity;
use crate::knowledge::vocabulary::EntityKind;

type Box = (f32, f32, f32, f32);

fn embedded() -> Knowledge {
    Knowledge::embedded().expect("the build checked it")
}

fn countries(knowledge: &Knowledge) -> impl Iterator<Item = &Entity> {
    knowledge.entities().iter().filter(|entity| entity.kind == EntityKind::Country)
}

/// Every picture that this knowledge can give.
fn charts(knowledge: &Knowledge) -> Vec<Chart> {
    let of = |of| Span { of, ..Span::default() };
    let all = content::timeline(knowledge, "Timeline", of(None));
    let own = countries(knowledge).filter_map(|it| content::timeline(knowledge, &it.name, of(Some(it.key))));
    let ladders = countries(knowledge).filter_map(|it| content::ladder(knowledge, &[it.key]));
    let keys: Vec<EntityKey> = countries(knowledge).map(|it| it.key).collect();
    let pairs = keys.windows(2).filter_map(|pair| content::ladder(knowledge, pair));
    all.into_iter().chain(own).chain(ladders).chain(pairs).collect()
}

/// Where a text stands by our own measure: from its highest letters to its lowest.
fn room(text: &Text) -> Box {
    let (left, right) = text.across();
    (left, text.y - text.size * 0.75, right, text.y + text.size * 0.22)
}

fn meet(one: Box, other: Box) -> bool {
    // Half a point is no overlap that anybody sees.
    let apart = |end: f32, start: f32| end <= start + 0.5;
    !(apart(one.2, other.0) || apart(other.2, one.0) || apart(one.3, other.1) || apart(other.3, one.1))
}

fn holds(chart: &Chart) {
    let scene = layout::lay_out(chart);
    let within = |it: Box| it.0 >= 0.0 && it.1 >= 0.0 && it.2 <= scene.width && it.3 <= scene.height;
    let mut texts: Vec<(Box, &Text)> = Vec::new();
    let mut discs = Vec::new();
    for shape in &scene.shapes {
        match shape {
            Shape::Text(text) => {
                assert!(within(room(text)), "{:?} is outside in {}", text.words, chart.title);
                texts.push((room(text), text));
            }
            Shape::Disc { x, y, radius, .. } => {
                let disc = (x - radius, y - radius, x + radius, y + radius);
                assert!(within(disc), "a mark is outside in {}", chart.title);
                discs.push(disc);
            }
            Shape::Line { from, to, .. } => assert!([*from, *to].iter().all(|(x, y)| within((*x, *y, *x, *y)))),
            Shape::Area { .. } => {}
        }
    }
    for (at, (here, text)) in texts.iter().enumerate() {
        for (there, other) in &texts[..at] {
            assert!(!meet(*here, *there), "{:?} is on {:?} in {}", text.words, other.words, chart.title);
        }
        let on_marks = discs.iter().any(|disc| text.colour != ON_MARK && meet(*here, *disc));
        assert!(!on_marks, "{:?} is on a mark in {}", text.words, chart.title);
    }
    for (at, disc) in discs.iter().enumerate() {
        assert!(discs[..at].iter().all(|other| !meet(*disc, *other)), "two marks in one place in {}", chart.title);
    }
    as_drawn(chart, &svg::write(&scene));
}

/// The same by the renderer's own measure, with its shaping and stand-in fonts.
fn as_drawn(chart: &Chart, svg: &str) {
    let tree = Tree::from_str(svg, &raster::options()).expect("an SVG");
    let mut boxes: Vec<Box> = Vec::new();
    for node in tree.root().children() {
        if let Node::Text(text) = node {
            let it = text.abs_bounding_box();
            boxes.push((it.left(), it.top(), it.right(), it.bottom()));
        }
    }
    let width = tree.size().width();
    for (at, here) in boxes.iter().enumerate() {
        assert!(here.0 >= -0.5 && here.2 <= width + 0.5, "{here:?} is outside in {}", chart.title);
        // The renderer's boxes are as high as the font's tallest letters, so lines are told apart by their middles.
        let middle = |it: &Box| f32::midpoint(it.1, it.3);
        let on_a_line = |other: &&Box| (middle(other) - middle(here)).abs() < 12.0;
        let others = boxes[..at].iter().filter(on_a_line);
        assert!(others.into_iter().all(|other| here.2 <= other.0 + 0.5 || other.2 <= here.0 + 0.5), "{}", chart.title);
    }
}

#[test]
fn no_label_is_on_another_and_none_is_outside_for_every_country() {
    let charts = charts(&embedded());
    assert!(charts.len() > 40, "{}", charts.len());
    charts.iter().for_each(holds);
}

/// Knowledge of 200 events, most of them of one country and many of them steps, with these names and titles.
fn synthetic(names: &[&str; 3], title: &str) -> Knowledge {
    // The checks of a knowledge refuse longer sentences.
    let title: String = title.trim().chars().take(250).collect();
    let title = title.trim();
    let mut text = String::new();
    for (at, name) in names.iter().enumerate() {
        let name = serde_json::to_string(name).expect("a string");
        writeln!(text, "[[entity]]\nid = \"land-{at}\"\nkind = \"country\"\nname = {name}\n").expect("memory");
    }
    text.push_str("[[entity]]\nid = \"israel\"\nkind = \"country\"\nname = \"Israel\"\n\n");
    text.push_str(
        "[[source]]\nid = \"gazette\"\npublisher = \"Gazette\"\ntitle = \"Days\"\nkind = \"primary\"\ntier = 1\n",
    );
    let mut facts = String::from("[topic]\nid = \"land\"\ntitle = \"Land\"\nhorizon = \"2026-12\"\n");
    let steps = ["announced", "signed", "ratified", "in-force", "relations", "embassy", "ambassador"];
    for at in 0..200 {
        let land = if at % 3 == 0 { at % 9 / 3 } else { 0 };
        let date = format!("{}-{:02}-{:02}", 2015 + at / 20, at % 12 + 1, at % 28 + 1);
        let words = serde_json::to_string(&format!("No. {at}: {title} in land {land}.")).expect("a string");
        write!(
            facts,
            "\n[[fact]]\nid = \"fact-{at}\"\nkind = \"event\"\nabout = [\"land-{land}\"]\ndate = \"{date}\"\ntext = {words}\n\
             asks = [\"what was event number {at}\"]\n"
        )
        .expect("memory");
        if at % 2 == 0 {
            let step = steps[at % steps.len()];
            let main = at < 14;
            write!(
                facts,
                "[fact.action]\nstep = \"{step}\"\nladder = [\"land-{land}\"]\nstate = \"done\"\nmain = {main}\n"
            )
            .expect("memory");
        }
        facts.push_str("[[fact.reference]]\nsource = \"gazette\"\nsnippet = \"The Gazette has it.\"\n");
    }
    let files = vec![("names.toml".to_owned(), text), ("facts/land.toml".to_owned(), facts)];
    let folder = folder_of(files, Path::new("synthetic")).expect("a folder");
    match Knowledge::from_folder(&folder) {
        Ok(knowledge) => knowledge,
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn two_hundred_events_and_hostile_titles_break_nothing() {
    let long = "Incomprehensibilities of an unusually long-winded republic ".repeat(9);
    let unbroken = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch".repeat(4);
    for (names, title) in [
        (["Land", "Otherland", "Thirdland"], "Something happened"),
        ([long.as_str(), unbroken.as_str(), "x"], long.as_str()),
        (["المملكة العربية السعودية", "ישראל והאמירויות", "Страна"], "حدث שבת событие"),
        (
            ["🇧🇭🕊️✨ 1", "<b>bold</b><script>alert(1)</script>", "A & B \"C\" 'D'"],
            "😀 <img src=x onerror=alert(1)> & ]]>",
        ),
        (["\u{202E}dnal", "a\u{0}b\u{7}c", "Zalgo\u{334}\u{321}\u{354}"], "\u{200B}\u{2066}…"),
    ] {
        let knowledge = synthetic(&names, title);
        let charts = charts(&knowledge);
        assert!(charts.len() >= 7, "{names:?}: {}", charts.len());
        for chart in &charts {
            holds(chart);
            assert!(draw(chart).is_some(), "{}", chart.title);
            let scene = layout::lay_out(chart);
            assert!(scene.height < 1_800.0, "{} is {} high", chart.title, scene.height);
        }
    }
}

#[test]
fn the_words_say_what_the_picture_shows() {
    let knowledge = embedded();
    let morocco = knowledge.entity("morocco").expect("a country").key;
    let picture = timeline(&knowledge, "Timeline: Morocco", Span { of: Some(morocco), ..Span::default() });
    let alt = picture.expect("a picture").alt;
    assert!(
        alt.starts_with("Timeline: Morocco. ") && alt.contains("Morocco: announced 10 Dec 2020; signed 22 Dec 2020"),
        "{alt}"
    );
    let card = ladder(&knowledge, &[morocco, knowledge.entity("bahrain").expect("a country").key]).expect("a picture");
    assert!(card.alt.contains("Signed: Morocco 22 Dec 2020; Bahrain 15 Sep 2020."), "{}", card.alt);
    assert!(ladder(&knowledge, &[knowledge.entity("niger").expect("a country").key]).is_none());
}

#[test]
fn the_same_picture_is_the_same_bytes_and_drawn_once() {
    let knowledge = embedded();
    let draw = || timeline(&knowledge, "Timeline", Span::default()).expect("a picture");
    let (one, other) = (draw(), draw());
    assert!(one.png.starts_with(b"\x89PNG") && Arc::ptr_eq(&one.png, &other.png));
    let start = Instant::now();
    draw();
    // With debug information and little optimisation; drawing takes ten times as long.
    assert!(start.elapsed().as_millis() < 30, "{:?}", start.elapsed());
}
