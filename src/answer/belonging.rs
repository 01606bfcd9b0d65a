//! Who belonged by a day, for people who look and do not ask.

use jiff::civil::Date;

use super::draft::Draft;
use super::{Answer, Confidence, Outcome, ask};
use crate::knowledge::date::PartialDate;
use crate::knowledge::model::Knowledge;
use crate::knowledge::vocabulary::Step;
use crate::question::Question;

/// The question that is answered.
pub const WHO_BELONGS: &str = "Which countries are in the Abraham Accords?";

/// Who belongs now, or belonged by the end of a day, month or year; before there was anybody, who came first.
pub fn belonging(knowledge: &Knowledge, on: Option<PartialDate>, today: Date) -> Answer {
    let as_of = on.map(PartialDate::last);
    let first = knowledge
        .partners()
        .iter()
        .filter_map(|&country| {
            let steps = [Step::Announced, Step::Signed].into_iter().flat_map(|step| knowledge.rung(country, step));
            steps.filter_map(|fact| Some((fact.date?, country, fact))).min_by_key(|(date, ..)| *date)
        })
        .min_by_key(|(date, country, _)| (*date, *country));
    if let (Some(on), Some((date, country, fact))) = (on, first)
        && on.last() < date.first()
    {
        let name = knowledge.entity_at(country).in_sentence();
        let text =
            format!("By {on} no country had announced or signed; the first to announce it was {name}, on {date}.");
        let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
        draft.say(text, vec![fact]);
        return draft.finish(None, Vec::new());
    }
    ask(knowledge, &Question { as_of, ..Question::new(WHO_BELONGS, today) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_has_an_answer() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        let text = |on: &str| belonging(&knowledge, on.parse().ok(), jiff::civil::date(2026, 7, 1)).text;
        assert!(text("2019").contains("the first to announce it was the United Arab Emirates, on 13 August 2020"));
        assert!(text("2020-08-13").contains("announced"), "{}", text("2020-08-13"));
        assert!(text("2020-11-01").contains("Bahrain") && !text("2020-11-01").contains("Morocco"));
        assert!(text("2021").contains("Morocco"));
        assert!(text("now").contains("Kazakhstan"));
    }
}
