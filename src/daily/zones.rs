//! Time zones: by their IANA names, and by what people type instead.
//!
//! The rules come from the machine where it has them, so that an update of the machine is enough when a law changes, and
//! else from the copy within the program.

use std::sync::OnceLock;

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone, TimeZoneDatabase};

use crate::text::normalise::fold;

/// Country codes with their zones, from the public-domain `zone.tab` of the tz database.
const BY_COUNTRY: &str = include_str!("zones.tsv");

/// The zone of this IANA name, in whatever case.
pub fn get(name: &str) -> Option<TimeZone> {
    jiff::tz::db().get(name).or_else(|_| copy().get(name)).ok()
}

/// The name as it is written in the database; none for what is no name of a place or of a fixed offset.
pub fn canonical(typed: &str) -> Option<&'static str> {
    all().iter().map(String::as_str).find(|name| name.eq_ignore_ascii_case(typed.trim()))
}

/// All names, but for those that name no place and no offset.
pub fn all() -> &'static [String] {
    static NAMES: OnceLock<Vec<String>> = OnceLock::new();
    NAMES.get_or_init(|| {
        // `Etc/GMT+5` is five hours behind, which nobody expects.
        let is_place = |name: &String| (name.contains('/') && !name.starts_with("Etc/")) || name == "UTC";
        copy().available().map(|name| name.to_string()).filter(is_place).collect()
    })
}

/// The copy within the program.
fn copy() -> &'static TimeZoneDatabase {
    static COPY: OnceLock<TimeZoneDatabase> = OnceLock::new();
    COPY.get_or_init(TimeZoneDatabase::bundled)
}

/// The zones of a country, by its ISO 3166 code.
pub fn of_country(code: &str) -> impl Iterator<Item = &'static str> {
    by_country().filter(move |(known, _)| known.eq_ignore_ascii_case(code)).map(|(_, zone)| zone)
}

/// The code of the country that a zone lies in.
pub fn country_of(zone: &str) -> Option<&'static str> {
    by_country().find(|(_, known)| *known == zone).map(|(code, _)| code)
}

fn by_country() -> impl Iterator<Item = (&'static str, &'static str)> {
    BY_COUNTRY.lines().filter_map(|line| line.split_once('\t'))
}

/// The zones whose city is what is typed, and those whose names are like it, the best first: a city that begins so, a part
/// of a name, a slip of the finger.
pub fn of_name(typed: &str) -> (Vec<&'static str>, Vec<&'static str>) {
    let typed = key(typed);
    if typed.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let mut found: Vec<(usize, bool, &'static str)> = all()
        .iter()
        // Of two names of a place, the one that the table has goes first.
        .filter_map(|name| Some((rank(name, &typed)?, country_of(name).is_none(), name.as_str())))
        .collect();
    found.sort_unstable();
    let exact = found.partition_point(|(rank, ..)| *rank == 0);
    let mut names: Vec<&'static str> = found.into_iter().map(|(.., name)| name).collect();
    let like = names.split_off(exact);
    (names, like)
}

/// How well a name fits what is typed; 0 is best.
fn rank(name: &str, typed: &str) -> Option<usize> {
    let (whole, city) = (key(name), key(name.rsplit('/').next().unwrap_or(name)));
    if city == typed || whole == typed {
        Some(0)
    } else if city.starts_with(typed) {
        Some(1)
    } else if whole.starts_with(typed) {
        Some(2)
    } else if whole.contains(typed) {
        Some(3)
    } else {
        is_slip(&city, typed).then_some(4)
    }
}

/// The zones that have the offset which is typed (`+5:30`, `UTC-3`, `GMT+05:45`) at that time; none for what is no offset.
pub fn of_offset(typed: &str, now: Timestamp) -> Vec<&'static str> {
    let Some(offset) = offset(typed) else { return Vec::new() };
    let has_it = |name: &&str| get(name).is_some_and(|zone| zone.to_offset(now) == offset);
    by_country().map(|(_, zone)| zone).filter(has_it).collect()
}

/// "UTC+05:30", at that time.
pub fn written_offset(zone: &TimeZone, now: Timestamp) -> String {
    let seconds = zone.to_offset(now).seconds();
    let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.abs() / 60);
    format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Letters and digits alone: `new york`, `New_York` and `newyork` are the same.
fn key(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether one letter was typed wrong, or two changed places. Short names are too near to one another.
fn is_slip(city: &str, typed: &str) -> bool {
    const SHORTEST: usize = 5;
    typed.chars().count() >= SHORTEST && strsim::osa_distance(city, typed) <= 1
}

/// `+5:30`, `-3`, `UTC+0530`, `gmt-04:00`.
fn offset(typed: &str) -> Option<Offset> {
    let text = typed.trim().to_ascii_lowercase().replace('−', "-");
    let text = text.strip_prefix("utc").or_else(|| text.strip_prefix("gmt")).unwrap_or(&text).trim();
    let (sign, digits) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None if digits.len() > 2 => digits.split_at_checked(digits.len() - 2)?,
        None => (digits, "0"),
    };
    let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<i32>().ok()).flatten();
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    // Looked at first: a number may be as large as people like to type it.
    (hours <= 14 && minutes < 60).then(|| Offset::from_seconds(sign * (hours * 60 + minutes) * 60).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_in_the_table_is_known() {
        for (code, zone) in by_country() {
            assert!(code.len() == 2 && canonical(zone) == Some(zone), "{code} {zone}");
            assert!(get(zone).is_some(), "{zone}");
        }
        assert!(all().len() > 500 && by_country().count() > 400);
    }

    #[test]
    fn names_are_found_by_city_in_spite_of_case_blanks_and_slips() {
        let first = |typed: &str| {
            let (exact, like) = of_name(typed);
            exact.into_iter().chain(like).next()
        };
        for (typed, expected) in [
            ("new york", "America/New_York"),
            ("NEWYORK", "America/New_York"),
            ("jerusa", "Asia/Jerusalem"),
            ("europe/ber", "Europe/Berlin"),
            ("Berln", "Europe/Berlin"),
            ("kathmandu", "Asia/Kathmandu"),
            ("st johns", "America/St_Johns"),
            ("utc", "UTC"),
            ("são paulo", "America/Sao_Paulo"),
        ] {
            assert_eq!(first(typed), Some(expected), "{typed}");
        }
        assert_eq!(first("zzqq"), None);
        assert_eq!(first(""), None);
        assert_eq!(canonical(" asia/dubai "), Some("Asia/Dubai"));
        assert_eq!(canonical("EST"), None, "it names no place, and people mean New York by it");
    }

    #[test]
    fn offsets_are_read_as_people_write_them() {
        let now: Timestamp = "2026-06-01T00:00:00Z".parse().expect("an instant");
        for (typed, expected) in [
            ("+5:30", "Asia/Kolkata"),
            ("UTC+05:45", "Asia/Kathmandu"),
            ("gmt+0845", "Australia/Eucla"),
            ("-2:30", "America/St_Johns"),
            ("−9:30", "Pacific/Marquesas"),
            ("+4", "Asia/Dubai"),
            ("UTC+3", "Asia/Jerusalem"),
        ] {
            assert!(of_offset(typed, now).contains(&expected), "{typed}: {:?}", of_offset(typed, now));
        }
        for odd in ["", "+", "5:30", "+15", "+5:75", "+a", "+-5", "é", "utc", "+5:2147483647", "+2147483647"] {
            assert!(of_offset(odd, now).is_empty(), "{odd}");
        }
        let written = |name: &str| written_offset(&get(name).expect(name), now);
        assert_eq!(written("Asia/Kolkata"), "UTC+05:30");
        assert_eq!(written("America/St_Johns"), "UTC-02:30");
    }

    #[test]
    fn countries_have_their_zones() {
        assert_eq!(of_country("ae").collect::<Vec<_>>(), ["Asia/Dubai"]);
        assert!(of_country("US").count() > 20);
        assert_eq!(country_of("Asia/Jerusalem"), Some("IL"));
    }
}
