//! One sentence in the asker's own language, when a question is in one that is not understood.

use whatlang::{Detector, Lang, Script};

use crate::knowledge::index::Index;
use crate::knowledge::model::Knowledge;
use crate::question::Reading;
use crate::question::english::is_english;
use crate::text::tokens::Token;

/// Fewer letters than this are no sample of a language.
const FEWEST_LETTERS: usize = 12;

/// Sureness (0 to 1) from which a language that is written in Latin letters is believed, if most words are not English: short
/// texts look alike. Another script is a sign of its own.
const SURE: f64 = 0.2;

/// "I understand questions in English only", by language.
const SENTENCES: [(Lang, &str); 17] = [
    (Lang::Ara, "أفهم الأسئلة المكتوبة بالإنجليزية فقط."),
    (Lang::Heb, "אני מבין רק שאלות באנגלית."),
    (Lang::Fra, "Je ne comprends que les questions posées en anglais."),
    (Lang::Spa, "Solo entiendo preguntas en inglés."),
    (Lang::Deu, "Ich verstehe nur Fragen auf Englisch."),
    (Lang::Tur, "Yalnızca İngilizce soruları anlıyorum."),
    (Lang::Rus, "Я понимаю вопросы только на английском языке."),
    (Lang::Ind, "Saya hanya memahami pertanyaan dalam bahasa Inggris."),
    (Lang::Ita, "Capisco solo domande in inglese."),
    (Lang::Por, "Só entendo perguntas em inglês."),
    (Lang::Nld, "Ik begrijp alleen vragen in het Engels."),
    (Lang::Pes, "من فقط پرسش‌های انگلیسی را می‌فهمم."),
    (Lang::Urd, "میں صرف انگریزی میں پوچھے گئے سوالات سمجھتا ہوں۔"),
    (Lang::Hin, "मैं केवल अंग्रेज़ी में पूछे गए प्रश्न समझता हूँ।"),
    (Lang::Ukr, "Я розумію лише запитання англійською мовою."),
    (Lang::Cmn, "我只能理解英文问题。"),
    (Lang::Jpn, "英語の質問だけを理解できます。"),
];

/// The sentence for a question in one of these languages; none for English and for what is too short to tell.
pub(super) fn english_only(knowledge: &Knowledge, text: &str, reading: &Reading) -> Option<&'static str> {
    if text.chars().filter(|c| c.is_alphabetic()).count() < FEWEST_LETTERS {
        return None;
    }
    // Most of what is not answered is plain English, which takes no detector to see.
    if text.is_ascii() && is_mostly_english(knowledge.index(), reading) {
        return None;
    }
    let known = SENTENCES.iter().map(|(lang, _)| *lang).chain([Lang::Eng]);
    let found = Detector::with_allowlist(known.collect()).detect(text)?;
    let is_sure = found.script() != Script::Latin
        || (found.confidence() >= SURE && !is_mostly_english(knowledge.index(), reading));
    SENTENCES.iter().find(|(lang, _)| is_sure && *lang == found.lang()).map(|(_, sentence)| *sentence)
}

/// Whether more than half of the words that are no names are English ones, or all are names.
fn is_mostly_english(index: &Index, reading: &Reading) -> bool {
    let words: Vec<&Token> =
        reading.tokens.iter().enumerate().filter(|(at, _)| !reading.is_in_name(*at)).map(|(_, token)| token).collect();
    let is_figure = |token: &Token| token.folded.starts_with(|c: char| c.is_ascii_digit());
    let english = words.iter().filter(|token| is_english(&token.folded) || index.is_filler(token) || is_figure(token));
    words.is_empty() || 2 * english.count() > words.len()
}
