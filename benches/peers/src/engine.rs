//! A search engine over the facts: `tantivy`, by BM25 alone and with its fuzzy query.

use accords::knowledge::Knowledge;
use accords::knowledge::model::Fact;
use accords::text::similarity::{SHORTEST_CORRECTED, allowed_edits};
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, BoostQuery, FuzzyTermQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{
    AsciiFoldingFilter, Language, LowerCaser, RemoveLongFilter, SimpleTokenizer, Stemmer, StopWordFilter, TextAnalyzer,
};
use tantivy::{Index, IndexWriter, Searcher, TantivyDocument, Term};

const TOKENIZER: &str = "english";
const MEMORY: usize = 50_000_000;
/// Longer words are no words.
const LONGEST_WORD: usize = 40;
/// What a word that is only like one of the question counts beside one that is the same (which also counts by its rarity).
const FUZZY_WEIGHT: f32 = 1.0;

/// How words of the question are looked for.
#[derive(Clone, Copy)]
pub enum Mode {
    /// As they are.
    Exact,
    /// As they are and misspelt, by so many edits at most (the engine can do two) and no more than the bot forgives in a word
    /// of that length.
    Fuzzy(u8),
}

impl Mode {
    fn edits(self, word: &str) -> u8 {
        let Self::Fuzzy(most) = self else { return 0 };
        let length = word.chars().count();
        let forgiven = if length < SHORTEST_CORRECTED { 0 } else { allowed_edits(length) };
        u8::try_from(forgiven).map_or(most, |forgiven| forgiven.min(most))
    }
}

/// The facts, indexed: their sentences, questions, values, places and the names of what they are about.
pub struct Engine<'k> {
    facts: Vec<&'k Fact>,
    field: Field,
    analyzer: TextAnalyzer,
    searcher: Searcher,
}

/// The best fact and how well it fits.
pub struct Hit<'k> {
    /// The fact.
    pub fact: &'k Fact,
    /// The engine's score.
    pub score: f32,
    /// Words of the question that were looked for.
    pub words: usize,
}

impl<'k> Engine<'k> {
    /// Indexes all facts but the claims.
    ///
    /// # Errors
    /// Fails when the engine does.
    pub fn new(knowledge: &'k Knowledge) -> tantivy::Result<Self> {
        let analyzer = TextAnalyzer::builder(SimpleTokenizer::default())
            .filter(RemoveLongFilter::limit(LONGEST_WORD))
            .filter(LowerCaser)
            .filter(AsciiFoldingFilter)
            .filter(StopWordFilter::new(Language::English).expect("English has a list"))
            .filter(Stemmer::new(Language::English))
            .build();
        let mut schema = Schema::builder();
        let indexing =
            TextFieldIndexing::default().set_tokenizer(TOKENIZER).set_index_option(IndexRecordOption::WithFreqs);
        let field = schema.add_text_field("text", TextOptions::default().set_indexing_options(indexing));
        let index = Index::create_in_ram(schema.build());
        index.tokenizers().register(TOKENIZER, analyzer.clone());
        let facts: Vec<&Fact> = knowledge.stated_facts().collect();
        // One thread makes one segment, in which a document has the number of its fact.
        let mut writer: IndexWriter = index.writer_with_num_threads(1, MEMORY)?;
        for fact in &facts {
            let mut document = TantivyDocument::default();
            let more = fact.value.as_deref().into_iter().chain(fact.place.as_deref());
            let said = std::iter::once(fact.text.as_str()).chain(&fact.asks).chain(more);
            said.for_each(|text| document.add_text(field, text));
            for entity in fact.about.iter().map(|&key| knowledge.entity_at(key)) {
                document.add_text(field, &entity.name);
            }
            writer.add_document(document)?;
        }
        writer.commit()?;
        let searcher = index.reader()?.searcher();
        assert_eq!(searcher.segment_readers().len(), 1, "documents are numbered like facts");
        Ok(Self { facts, field, analyzer, searcher })
    }

    /// The best fact for a question, if any has a word of it.
    ///
    /// # Errors
    /// Fails when the engine does.
    pub fn best(&self, question: &str, mode: Mode) -> tantivy::Result<Option<Hit<'k>>> {
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        let mut words = 0;
        let mut analyzer = self.analyzer.clone();
        let mut tokens = analyzer.token_stream(question);
        while let Some(token) = tokens.next() {
            words += 1;
            let term = Term::from_field_text(self.field, &token.text);
            let edits = mode.edits(&token.text);
            if edits > 0 {
                let fuzzy = FuzzyTermQuery::new(term.clone(), edits, true);
                clauses.push((Occur::Should, Box::new(BoostQuery::new(Box::new(fuzzy), FUZZY_WEIGHT))));
            }
            clauses.push((Occur::Should, Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))));
        }
        let top = TopDocs::with_limit(1).order_by_score();
        let found = self.searcher.search(&BooleanQuery::new(clauses), &top)?;
        Ok(found.first().map(|&(score, address)| Hit { fact: self.facts[address.doc_id as usize], score, words }))
    }
}
