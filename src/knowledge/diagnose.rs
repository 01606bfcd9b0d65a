//! What is wrong in a knowledge folder, where, and how to mend it.

use std::fmt;

use serde::Serialize;

/// One finding of a check.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Finding {
    /// The file, relative to the folder.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Name of the check.
    pub check: &'static str,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub mend: String,
}

/// `file:line:column: [check] message; mend`, the form that editors turn into links.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, check, message, mend } = self;
        write!(f, "{file}:{line}:{column}: [{check}] {message}; {mend}")
    }
}

/// Line and column (both from 1, the column in characters) of a byte offset.
///
/// An offset beyond the end or within a character counts as the nearest one before it.
pub fn position(text: &str, offset: usize) -> (usize, usize) {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::position;

    #[test]
    fn columns_count_characters() {
        let text = "a\nméth x\n";
        assert_eq!(position(text, 0), (1, 1));
        assert_eq!(position(text, text.find('x').expect("an x")), (2, 6));
        assert_eq!(position(text, 999), (3, 1));
    }
}
