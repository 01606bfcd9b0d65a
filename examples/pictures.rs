//! Draws every picture of the built-in knowledge into a folder and says how long each took:
//! `cargo run --release --example pictures -- FOLDER`.

use std::path::PathBuf;
use std::time::Instant;

use accords::answer::timeline::Span;
use accords::knowledge::Knowledge;
use accords::knowledge::model::EntityKey;
use accords::knowledge::vocabulary::EntityKind;
use accords::picture::{Picture, ladder, prepare, timeline};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("give a folder")?);
    std::fs::create_dir_all(&folder)?;
    prepare();
    let knowledge = Knowledge::embedded()?;
    let write = |name: &str, draw: &dyn Fn() -> Option<Picture>| {
        let start = Instant::now();
        let Some(picture) = draw() else { return Ok(()) };
        let took = start.elapsed();
        println!("{:6.2} ms {:6} bytes  {name}: {}", took.as_secs_f64() * 1e3, picture.png.len(), picture.alt);
        std::fs::write(folder.join(format!("{name}.png")), &picture.png)
    };
    write("timeline", &|| timeline(&knowledge, "Timeline", Span::default()))?;
    for country in knowledge.entities().iter().filter(|entity| entity.kind == EntityKind::Country) {
        let span = Span { of: Some(country.key), ..Span::default() };
        let title = format!("Timeline: {}", country.name);
        write(&format!("timeline-{}", country.id), &|| timeline(&knowledge, &title, span))?;
        write(&format!("ladder-{}", country.id), &|| ladder(&knowledge, &[country.key]))?;
    }
    let partners: Vec<EntityKey> = knowledge.partners().to_vec();
    for pair in partners.windows(2) {
        let [one, other] = [pair[0], pair[1]].map(|key| &knowledge.entity_at(key).id);
        write(&format!("compare-{one}-{other}"), &|| ladder(&knowledge, pair))?;
    }
    Ok(())
}
