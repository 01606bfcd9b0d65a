//! Who belongs: the list of partners, now or on a day.

use jiff::civil::Date;

use super::counts::counts;
use super::draft::Draft;
use super::membership_list::{tell_members, tell_outsiders};
use super::presumed::DECLARATION;
use super::signatories::signers_of_the_accords;
use super::{Confidence, Outcome};
use crate::knowledge::date::PartialDate;
use crate::knowledge::date_mentions::Mentioned;
use crate::knowledge::model::{EntityKey, ISRAEL, Knowledge, SUBJECT};
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Intent, Property, State, Step, WordKind};
use crate::question::cues::Found;
use crate::question::{Named, Reading};
use crate::text::tokens::Token;

/// Words that set some countries apart from those asked for.
const BESIDES: [&str; 6] = ["besides", "else", "apart", "except", "aside", "excluding"];

/// The list of members, if that is what is asked.
pub(super) fn members<'k>(knowledge: &'k Knowledge, reading: &Reading, as_of: Option<Date>) -> Option<Draft<'k>> {
    let predecessors = before_joined(knowledge, reading);
    let named = if predecessors.is_some() { Named::new() } else { reading.partners(knowledge) };
    let asks_for_others = !named.is_empty() && sets_apart(reading, &named);
    // "How many are in the accords?", but not how many Israelis.
    let counts_members = reading.wants(Intent::HowMany)
        && reading.steps()[..] == [Step::Joined]
        && reading.countries(knowledge).is_empty();
    let asks_of_all = reading.wants(Intent::Members) || asks_which_countries(reading) || counts_members;
    let asks_for_list = (asks_of_all && named.is_empty())
        || (asks_for_others && (reading.wants(Intent::Who) || asks_which_countries(reading)));
    // "After 2020", "in November": only a day by which, or none, makes a list of who had signed.
    let other_date = reading.dates.iter().any(|it| !matches!(it.date, Mentioned::Dated(_)))
        || (!reading.dates.is_empty() && reading.has_word(&["after", "since", "before", "between", "during"]))
        || (predecessors.is_some() && !reading.dates.is_empty());
    // "What is a government?", "in which country?" are asked of everything.
    let on_membership = reading.names_subject(knowledge)
        || reading.wants(Intent::Members)
        || reading.steps().iter().any(|&step| matches!(step, Step::Signed | Step::Joined));
    let set_apart = if asks_for_others { named.as_slice() } else { &[] };
    let except: Vec<EntityKey> =
        predecessors.map(|(country, _)| country).into_iter().chain(set_apart.iter().copied()).collect();
    if !asks_for_list
        || !on_membership
        || other_date
        || looks_ahead(knowledge, reading)
        || counts_others(reading)
        || !is_plain(knowledge, reading, &except)
    {
        return None;
    }
    if reading.has(CueMeaning::Negation) {
        let groups = reading.groups();
        let of_groups = knowledge.entities().iter().filter(|it| it.kind == EntityKind::Country && it.is_in(&groups));
        let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
        tell_outsiders(knowledge, &mut draft, of_groups.map(|country| country.key));
        return (!draft.is_empty()).then_some(draft);
    }
    // How things stand after the last day of the knowledge nobody knows: that is no other question than how they stand.
    let is_known = |day: &Date| knowledge.horizon().is_none_or(|horizon| *day <= horizon.last());
    let on =
        as_of.or(predecessors.map(|(_, day)| day)).or_else(|| reading.date().map(PartialDate::last)).filter(is_known);
    let groups = reading.groups();
    if reading.wants(Intent::HowMany) && groups.is_empty() {
        return counts(knowledge, on);
    }
    let fits = |it: &EntityKey| knowledge.entity_at(*it).is_in(&groups) && !except.contains(it);
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    tell_members(knowledge, &mut draft, on, knowledge.partners().iter().copied().filter(fits));
    // "Who were the signatories?" asks for persons or for countries.
    let asks_who = reading.wants(Intent::Who) && reading.has(CueMeaning::Property(Property::Signatory));
    if asks_who && let Some(fact) = signers_of_the_accords(knowledge, reading) {
        draft.tell(fact);
    }
    (!draft.is_empty()).then_some(draft)
}

/// Whether some of the countries named are set apart: "besides Bahrain", "else"; "besides Israel" sets none apart.
fn sets_apart(reading: &Reading, named: &[EntityKey]) -> bool {
    let at = reading.tokens.iter().position(|token| BESIDES.contains(&token.folded.as_str()));
    at.is_some_and(|at| {
        let next = reading.mentions.iter().find(|mention| mention.first > at);
        reading.tokens[at].folded == "else" || next.is_some_and(|it| it.entities.iter().any(|it| named.contains(it)))
    })
}

/// Whether those are asked for who may join and not those who have.
pub(super) fn looks_ahead(knowledge: &Knowledge, reading: &Reading) -> bool {
    reading.has_word_of(knowledge, WordKind::Prospect)
}

/// Of "which were members before Kazakhstan joined": the country, and the day before it did.
fn before_joined(knowledge: &Knowledge, reading: &Reading) -> Option<(EntityKey, Date)> {
    let [country] = reading.partners(knowledge)[..] else { return None };
    let mention = reading.mentions.iter().find(|mention| mention.entities[..] == [country])?;
    let is_before = mention.first > 0 && reading.tokens[mention.first - 1].folded == "before";
    let steps = [Step::Signed, Step::Announced].into_iter().flat_map(|step| knowledge.rung(country, step));
    let mut done = steps.filter(|fact| {
        fact.action.as_ref().is_some_and(|action| action.state == State::Done && action.by.contains(&country))
    });
    let day = done.find_map(|fact| fact.date?.day()?.yesterday().ok()).filter(|_| is_before)?;
    Some((country, day))
}

/// "Which (Arab) countries", "what four states", "list the nations", "how many countries".
pub(super) fn asks_which_countries(reading: &Reading) -> bool {
    let is_asker = |word: &str| matches!(word, "which" | "what" | "list" | "name" | "whats" | "many");
    let is_country =
        |stem: &str| matches!(stem, "countri" | "state" | "nation" | "member" | "govern" | "monarchi" | "kingdom");
    let asker = reading.tokens.iter().position(|token| is_asker(&token.folded));
    asker.filter(|&asker| !is_of_one_beside(reading, asker)).is_some_and(|asker| {
        // "Of the six monarchies of the Gulf, which have not joined?"
        let is_group = |cue: &Found| matches!(cue.means, CueMeaning::Group(_)) && cue.first < asker;
        let names_group = reading.tokens[0].folded == "of" && reading.cues.iter().any(is_group);
        // "Which Gulf ones are in?"
        let is_one = |token: &Token| token.folded == "ones" && !reading.groups().is_empty();
        let mut next = reading.tokens[asker + 1..].iter().take(4);
        names_group || next.any(|token| is_country(&token.stem) || is_one(token))
    })
}

/// Whether a country is asked for by which, or in which, something was done: "brokered by which country?".
fn is_of_one_beside(reading: &Reading, asker: usize) -> bool {
    let word = |at: usize| reading.tokens.get(at).map_or("", |token| token.folded.as_str());
    let before = asker.checked_sub(1).map_or("", word);
    matches!(before, "by" | "in" | "from" | "under" | "with" | "to")
        && matches!(word(asker + 1), "country" | "state" | "nation" | "government")
}

/// Whether it is not the countries that are counted: "how many came to Israel from the countries in the accords?".
fn counts_others(reading: &Reading) -> bool {
    let speaks_of_countries = reading.tokens.iter().any(|token| matches!(token.stem.as_str(), "countri" | "state"));
    speaks_of_countries && reading.has_word(&["many"]) && !asks_which_countries(reading)
}

/// Whether a cue belongs to a question on who is a member.
fn is_on_membership(means: CueMeaning) -> bool {
    match means {
        CueMeaning::Intent(intent) => {
            !matches!(intent, Intent::Order | Intent::Opinion | Intent::Forecast | Intent::Gain)
        }
        CueMeaning::Step(step) => matches!(step, Step::Signed | Step::Joined),
        CueMeaning::Group(_)
        | CueMeaning::Property(_)
        | CueMeaning::Filler
        | CueMeaning::Directed
        | CueMeaning::Body => true,
        CueMeaning::Negation | CueMeaning::Undo | CueMeaning::Outside => false,
    }
}

/// Whether nothing but the members is asked for, or which of some countries (`except`) they are, or are not.
pub(super) fn is_plain(knowledge: &Knowledge, reading: &Reading, except: &[EntityKey]) -> bool {
    let is_whole = |it: EntityKey| {
        [SUBJECT, ISRAEL, DECLARATION].contains(&knowledge.entity_at(it).id.as_str()) || except.contains(&it)
    };
    let of_the_whole = |at: usize| {
        let mention = reading.mentions.iter().find(|mention| mention.covers(at));
        // "Gulf monarchies" is a name and a group of countries.
        let is_group = |cue: &Found| matches!(cue.means, CueMeaning::Group(_)) && cue.covers(at);
        mention
            .is_some_and(|mention| mention.entities.iter().all(|&it| is_whole(it)) || reading.cues.iter().any(is_group))
    };
    let is_asker = |word: &str| matches!(word, "which" | "what" | "list" | "name" | "who" | "whos" | "many");
    let is_negated = reading.has(CueMeaning::Negation) && !reading.groups().is_empty();
    let asker = reading.tokens.iter().position(|token| is_asker(&token.folded)).unwrap_or(0);
    let other_name =
        (0..reading.tokens.len()).any(|at| reading.mentions.iter().any(|m| m.covers(at)) && !of_the_whole(at));
    !other_name
        && (asker..reading.tokens.len()).all(|at| {
            let token = &reading.tokens[at];
            // "Had announced by then" is of the list as of a day, which tells who had only announced.
            let is_on_a_day = !reading.dates.is_empty();
            let is_on_it = |means: CueMeaning| {
                is_on_membership(means)
                    || (is_negated && means == CueMeaning::Negation)
                    || (is_on_a_day && matches!(means, CueMeaning::Step(Step::Announced | Step::Relations)))
            };
            let in_cue = reading.cues.iter().any(|cue| cue.covers(at) && is_on_it(cue.means));
            let in_name = of_the_whole(at);
            let in_date = reading.dates.iter().any(|date| date.covers(at));
            let general = [
                "accord",
                "countri",
                "state",
                "nation",
                "israel",
                "list",
                "name",
                "abraham",
                "arab",
                "deal",
                "instrument",
                "sign",
                "join",
                "belong",
                "govern",
                "part",
                "put",
                "document",
                "paper",
            ]
            .contains(&token.stem.as_str());
            let sets_apart = !except.is_empty() && BESIDES.contains(&token.folded.as_str());
            in_cue
                || in_name
                || in_date
                || general
                || sets_apart
                || token.stem.is_empty()
                || knowledge.index().is_filler(token)
        })
}
