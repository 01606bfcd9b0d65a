//! What a picture shows, before anything in it has a place.

use crate::knowledge::date::{MONTHS, PartialDate};
use crate::knowledge::ladder::RUNGS;
use crate::knowledge::vocabulary::{State, Step};

/// All of a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Chart {
    /// Above all.
    pub(super) title: String,
    /// Below the title, small.
    pub(super) note: String,
    /// The rungs as a table, if there is one.
    pub(super) table: Option<Table>,
    /// What happened, from top to bottom.
    pub(super) lanes: Vec<Lane>,
}

/// The rungs of countries side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    /// The names of the countries.
    pub(super) columns: Vec<String>,
    /// A cell a country for each rung.
    pub(super) rows: Vec<(Step, Vec<Cell>)>,
}

/// Where one country stands on one rung.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    /// None when no source speaks of it.
    pub(super) state: Option<State>,
    /// In a few words.
    pub(super) text: String,
}

/// What happened with one country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lane {
    /// The country.
    pub(super) name: String,
    /// In the order of time.
    pub(super) moments: Vec<Moment>,
}

/// Something that happened, or several rungs on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    /// When.
    pub(super) date: PartialDate,
    /// The rungs; none for anything else.
    pub(super) steps: Vec<Step>,
    /// What gets its words first where there is not room for all: the lowest.
    pub(super) weight: u8,
    /// What may stand beside the mark, the longest first.
    pub(super) labels: Vec<String>,
}

/// What a rung is called in a picture.
pub(super) fn step_name(step: Step) -> &'static str {
    crate::answer::rungs::name(step)
}

/// The number of a rung from the ground, from 1; membership at large has none.
pub(super) fn step_number(step: Step) -> Option<usize> {
    RUNGS.iter().position(|&rung| rung == step).map(|at| at + 1)
}

/// "15 Sep 2020", "Sep 2020" or "2020".
pub(super) fn short_date(date: PartialDate) -> String {
    let month = date.month().and_then(|month| usize::try_from(month - 1).ok()).and_then(|at| MONTHS.get(at));
    let year = date.year();
    match (date.day(), month) {
        (Some(day), Some(month)) => format!("{} {} {year}", day.day(), &month[..3]),
        (None, Some(month)) => format!("{} {year}", &month[..3]),
        _ => year.to_string(),
    }
}

impl Chart {
    /// The picture in words: the table, and of each lane the rungs and how much else there is.
    pub(super) fn alt(&self) -> String {
        let mut parts = vec![format!("{}.", self.title)];
        if !self.note.is_empty() {
            parts.push(format!("{}.", self.note));
        }
        if let Some(table) = &self.table {
            parts.extend(table.rows.iter().map(|(step, cells)| {
                let cells = table.columns.iter().zip(cells).map(|(name, cell)| {
                    if table.columns.len() == 1 { cell.text.clone() } else { format!("{name} {}", cell.text) }
                });
                format!("{}: {}.", step_name(*step), cells.collect::<Vec<_>>().join("; "))
            }));
        } else {
            parts.extend(self.lanes.iter().map(Lane::alt));
        }
        parts.join(" ")
    }
}

impl Lane {
    /// "Bahrain: announced 11 Sep 2020; signed 15 Sep 2020; and 12 other events."
    fn alt(&self) -> String {
        let rungs = self.moments.iter().filter(|moment| !moment.steps.is_empty()).map(|moment| {
            let steps: Vec<_> = moment.steps.iter().map(|&step| step_name(step).to_lowercase()).collect();
            format!("{} {}", steps.join(" and "), short_date(moment.date))
        });
        let mut parts: Vec<String> = rungs.collect();
        let others = self.moments.len() - parts.len();
        let events = if others == 1 { "event" } else { "events" };
        match (parts.is_empty(), others) {
            (_, 0) => {}
            (true, others) => parts.push(format!("{others} {events}")),
            (false, others) => parts.push(format!("and {others} other {events}")),
        }
        format!("{}: {}.", self.name, parts.join("; "))
    }
}
