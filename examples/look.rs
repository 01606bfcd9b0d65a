//! Shows as text what Discord would show: `cargo run --example look -- "When did Bahrain sign?" 1:open:t...`.
//!
//! An argument is a question, or the id of a button.

use accords::answer::ask;
use accords::discord::message::Outgoing;
use accords::discord::show::Desk;
use accords::discord::view::{Action, Press};
use accords::knowledge::Knowledge;
use accords::question::Question;
use jiff::civil::date;
use serde_json::Value;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let knowledge = Knowledge::embedded()?;
    let desk = Desk { knowledge: &knowledge, today: date(2026, 7, 1) };
    for argument in std::env::args().skip(1) {
        let shown = match Press::parse(&argument) {
            Some(Press { action: Action::Page(at), view }) => desk.show(&view, at),
            Some(Press { action: Action::Sources(at), view }) => desk.all_sources(&view, at),
            Some(press) => desk.show(&press.view, 0),
            None => Some(desk.answer(&ask(&knowledge, &Question::new(&argument, desk.today)), Some(&argument), None)),
        };
        let Some(shown) = shown else { return Err(format!("{argument}: nothing to show").into()) };
        print(&serde_json::to_value(Outgoing::from(shown))?);
    }
    Ok(())
}

fn print(message: &Value) {
    let embed = &message["embeds"][0];
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    println!("┌ {}\n{}\n", text(&embed["title"]), text(&embed["description"]));
    for field in embed["fields"].as_array().into_iter().flatten() {
        let gap = if field["inline"] == true { " | " } else { "\n" };
        println!("· {}{gap}{}", text(&field["name"]), text(&field["value"]));
    }
    println!("└ {}", text(&embed["footer"]["text"]));
    for row in message["components"].as_array().into_iter().flatten() {
        let buttons = row["components"].as_array().into_iter().flatten();
        let buttons: Vec<String> =
            buttons.map(|it| format!("[{}]({})", text(&it["label"]), text(&it["custom_id"]))).collect();
        println!("  {}", buttons.join(" "));
    }
    println!();
}
