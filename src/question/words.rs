//! Words that make a question what it is, each list once.

/// Words that ask for something.
pub const ASKERS: [&str; 13] =
    ["who", "whos", "what", "whats", "when", "whens", "where", "wheres", "which", "why", "how", "whose", "whom"];

/// Verbs that ask for something by an order.
pub const IMPERATIVES: [&str; 24] = [
    "list",
    "name",
    "give",
    "state",
    "tell",
    "describe",
    "explain",
    "compare",
    "order",
    "put",
    "count",
    "outline",
    "expand",
    "define",
    "identify",
    "summarise",
    "summarize",
    "discuss",
    "mention",
    "assess",
    "evaluate",
    "analyse",
    "analyze",
    "enumerate",
];

/// Words that open a clause on what is taken to be known.
pub const REASONS: [&str; 6] = ["since", "because", "given", "considering", "seeing", "now"];

/// Verbs of which the subject says or claims what follows.
pub const SAYING: [&str; 30] = [
    "alleged",
    "alleges",
    "argued",
    "argues",
    "asserted",
    "asserts",
    "believes",
    "claim",
    "claimed",
    "claiming",
    "claims",
    "contends",
    "insisted",
    "insists",
    "maintained",
    "maintains",
    "posted",
    "posts",
    "reckons",
    "said",
    "say",
    "saying",
    "says",
    "swears",
    "tells",
    "thinks",
    "told",
    "tweeted",
    "writes",
    "wrote",
];

/// Verbs that open a question for yes or no.
const AUXILIARIES: [&str; 24] = [
    "is", "are", "was", "were", "did", "does", "do", "has", "have", "had", "can", "could", "would", "isnt", "wasnt",
    "didnt", "doesnt", "hasnt", "arent", "havent", "dont", "hadnt", "am", "werent",
];

/// Words that point to something said elsewhere.
pub const POINTERS: [&str; 17] = [
    "it", "its", "they", "them", "their", "that", "this", "those", "these", "there", "he", "his", "him", "she", "her",
    "then", "both",
];

/// Words for whoever may answer, or asks.
const SPEAKERS: [&str; 10] = ["you", "u", "ya", "yall", "someone", "somebody", "anyone", "anybody", "i", "we"];

/// Whether a word asks for something wherever it stands; "who", "when", "where" and "why" open clauses as well.
pub fn only_asks(word: &str) -> bool {
    asks(word) && !["who", "when", "where", "why"].iter().any(|it| word.starts_with(it) && word.len() <= it.len() + 1)
}

/// Whether a verb and the words after it only ask for an answer ("can you tell me", "does anyone know"): it is no question for yes
/// or no, unless it is asked whether something is so.
pub fn is_request<'w>(mut after_verb: impl Iterator<Item = &'w str>) -> bool {
    let is_spoken_to = after_verb.next().is_some_and(|next| SPEAKERS.contains(&next));
    is_spoken_to && !after_verb.any(|word| matches!(word, "if" | "whether" | "confirm" | "verify"))
}

/// Whether a word is one of these, in whatever case.
pub fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|it| it.eq_ignore_ascii_case(word))
}

/// Whether a word asks for something.
pub fn asks(word: &str) -> bool {
    ASKERS.contains(&word)
}

/// Whether a word is a verb that opens a question for yes or no.
pub fn is_auxiliary(word: &str) -> bool {
    AUXILIARIES.contains(&word)
}
