//! Times of day as people type them.

use jiff::civil::Time;

/// The time that the text names, to the minute: `9:00`, `09.30`, `9h30`, `21`, `6:30 pm`, `9am`, `noon`, `midnight`.
///
/// None for what names none, or could name two, such as `9:00 18:00`.
pub(crate) fn parse(text: &str) -> Option<Time> {
    let text: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    match text.as_str() {
        "noon" | "midday" => return Time::new(12, 0, 0, 0).ok(),
        "midnight" => return Some(Time::midnight()),
        _ => {}
    }
    let dotless = text.replace("a.m.", "am").replace("p.m.", "pm");
    let half =
        dotless.strip_suffix("am").map(|rest| (rest, 0)).or_else(|| dotless.strip_suffix("pm").map(|rest| (rest, 12)));
    let (clock, half) = half.map_or((dotless.as_str(), None), |(clock, half)| (clock, Some(half)));
    let clock = clock.strip_suffix(['h', ':', '.']).unwrap_or(clock);
    let (hour, minute) = clock.split_once([':', '.', 'h']).unwrap_or((clock, "00"));
    let hour = number(hour, 1..=2)?;
    let minute = number(minute, 2..=2)?;
    let hour = match half {
        None => hour,
        // 12 am is midnight and 12 pm is noon.
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => return None,
    };
    Time::new(hour, minute, 0, 0).ok()
}

fn number(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<i8> {
    (digits.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// "09:00"
pub(crate) fn written(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        let table = [
            ("9:00", Some("09:00")),
            ("09:30", Some("09:30")),
            ("7.45", Some("07:45")),
            ("9h30", Some("09:30")),
            ("9h", Some("09:00")),
            ("21", Some("21:00")),
            ("0:00", Some("00:00")),
            ("23:59", Some("23:59")),
            ("6:30 PM", Some("18:30")),
            ("9 am", Some("09:00")),
            ("12 am", Some("00:00")),
            ("12:15 p.m.", Some("12:15")),
            ("noon", Some("12:00")),
            ("Midnight", Some("00:00")),
            ("24:00", None),
            ("9:60", None),
            ("9:5", None),
            ("13 pm", None),
            ("0 am", None),
            ("9:00 18:00", None),
            ("soon", None),
            ("-1", None),
            ("", None),
            ("é", None),
        ];
        for (typed, expected) in table {
            assert_eq!(parse(typed).map(written).as_deref(), expected, "{typed}");
        }
    }
}
