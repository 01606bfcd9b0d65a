//! The fixed sentences of the bot, in one place so that they are worded alike.

/// Said when nothing is found.
pub const NOTHING_FOUND: &str = "I have no source for that.";

/// Said to a request for a verdict.
pub const NO_VERDICT: &str = "I give no opinions; I can only say what sources report.";

/// Said to a request for a forecast.
pub const NO_FORECAST: &str = "I make no forecasts; I can only say what sources have reported.";
/// To a question on what would have been.
pub const NO_WHAT_IF: &str = "I do not say what might have been; I can only say what sources have reported.";

/// Said when a question names too little to be answered.
pub const WHICH_ONE: &str = "Which one do you mean?";

/// Begins an answer that corrects what the question takes for granted.
pub const NOT_SO: &str = "The sources do not say that.";

/// Added to a statement that rests on tier-4 pages alone.
pub const WEAK_SOURCES: &str = "Only pages of low reliability report this.";

/// Said when a day has no recorded event.
pub const QUIET_DAY: &str = "I have no dated event for that day.";
