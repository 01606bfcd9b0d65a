//! Files -> parsed TOML, with every key that the schema does not know.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::diagnose::{Finding, position};
use super::schema::File;

/// Why knowledge could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The folder or a file in it could not be read.
    #[error("cannot read {path}: {cause}; give a folder of .toml files that this user may read")]
    Unreadable {
        /// What was to be read.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// The folder with the texts of sources, or a text in it, could not be read.
    #[error("cannot read {path}: {cause}; give a folder of text files in UTF-8 that this user may read")]
    UnreadableText {
        /// What was to be read.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// No TOML file was found.
    #[error("no .toml file in {0}; give a knowledge folder")]
    Empty(PathBuf),
    /// What the build wrote into the program cannot be read back.
    #[error("the knowledge built into the program is damaged ({0}); build the program anew")]
    Damaged(String),
    /// The checks found something.
    #[error("{}", list(.0))]
    Findings(Vec<Finding>),
}

/// How many findings an error message lists; `accords check` shows all.
const FINDINGS_IN_MESSAGE: usize = 10;

fn list(findings: &[Finding]) -> String {
    let mut lines: Vec<String> = findings.iter().take(FINDINGS_IN_MESSAGE).map(ToString::to_string).collect();
    lines.push(format!(
        "{} finding(s) in the knowledge; mend them, then `accords check DIR` shows none",
        findings.len()
    ));
    lines.join("\n")
}

/// One file as read.
#[derive(Debug)]
pub struct Parsed {
    /// Path relative to the folder, with forward slashes.
    pub path: String,
    /// Its whole text.
    pub text: String,
    /// Its tables; empty when the TOML is broken.
    pub file: File,
    /// Keys that the schema does not know: where, and which.
    pub unknown_keys: Vec<(usize, String)>,
    /// What is wrong with the TOML itself.
    pub broken: Option<(usize, String)>,
}

impl Parsed {
    /// A finding of `check` at a byte offset of this file.
    pub fn finding(&self, check: &'static str, offset: usize, message: String, mend: &str) -> Finding {
        let (line, column) = position(&self.text, offset);
        Finding { file: self.path.clone(), line, column, check, message, mend: mend.to_owned() }
    }
}

/// A knowledge folder as read.
#[derive(Debug)]
pub struct Folder {
    /// The files in the order of their paths.
    pub files: Vec<Parsed>,
}

/// Reads all `.toml` files of a folder and below, but for what is hidden (`.git`, and the folders that Kubernetes keeps beside
/// the files of a volume, which are the same files again).
///
/// # Errors
/// Fails when something cannot be read or there is no `.toml` file.
pub fn read_dir(folder: &Path) -> Result<Folder, LoadError> {
    let mut files = Vec::new();
    collect(folder, folder, &mut files)?;
    folder_of(files, folder)
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) -> Result<(), LoadError> {
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        move |cause| LoadError::Unreadable { path, cause }
    };
    for entry in fs::read_dir(folder).map_err(unreadable(folder))? {
        let path = entry.map_err(unreadable(folder))?.path();
        let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if is_hidden {
            continue;
        }
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            let text = fs::read_to_string(&path).map_err(unreadable(&path))?;
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.push((name, text));
        }
    }
    Ok(())
}

/// The whole texts of sources, by file name.
pub type Texts = BTreeMap<String, String>;

/// Reads the texts that the sources of a folder declare, as far as `dir` has them.
///
/// # Errors
/// Fails when `dir` is no folder that can be read, or a text in it cannot.
pub fn read_texts(folder: &Folder, dir: &Path) -> Result<Texts, LoadError> {
    fs::read_dir(dir).map_err(|cause| LoadError::UnreadableText { path: dir.to_owned(), cause })?;
    let declared = folder.files.iter().flat_map(|parsed| &parsed.file.source).filter_map(|source| source.text.as_ref());
    let mut texts = Texts::new();
    for name in declared.map(toml::Spanned::get_ref).filter(|name| is_file_name(name)) {
        let path = dir.join(name);
        match fs::read_to_string(&path) {
            Ok(text) => drop(texts.insert(name.clone(), text)),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => {}
            Err(cause) => return Err(LoadError::UnreadableText { path, cause }),
        }
    }
    Ok(texts)
}

/// Whether a text names a file and no way to one, so that it cannot lead out of its folder.
pub fn is_file_name(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', ':', '\0'])
}

/// Parses files given as paths and texts; `from` is named when there are none.
///
/// # Errors
/// Fails when there is no file.
pub fn folder_of(mut files: Vec<(String, String)>, from: &Path) -> Result<Folder, LoadError> {
    if files.is_empty() {
        return Err(LoadError::Empty(from.to_owned()));
    }
    files.sort();
    Ok(Folder { files: files.into_iter().map(|(path, text)| parse(path, text)).collect() })
}

/// Parses one file; what is wrong with it is kept for the checks.
pub fn parse(path: String, text: String) -> Parsed {
    let mut unknown = Vec::new();
    let parsed = toml::Deserializer::parse(&text)
        .and_then(|deserializer| serde_ignored::deserialize(deserializer, |key| unknown.push(key.to_string())));
    let (file, broken) = match parsed {
        Ok(file) => (file, None),
        Err(error) => (File::default(), Some((error.span().map_or(0, |s| s.start), error.message().to_owned()))),
    };
    let unknown_keys = if unknown.is_empty() { Vec::new() } else { locate(&text, unknown) };
    Parsed { path, text, file, unknown_keys, broken }
}

/// Finds the byte offsets of keys given as paths like `fact.3.snipet`.
fn locate(text: &str, paths: Vec<String>) -> Vec<(usize, String)> {
    let Ok(root) = toml::de::DeTable::parse(text) else { return Vec::new() };
    let offset = |path: &str| -> Option<usize> {
        let mut table = root.get_ref();
        let mut steps = path.split('.').filter(|step| *step != "?").peekable();
        loop {
            let step = steps.next()?;
            let (key, value) = table.get_key_value(step)?;
            if steps.peek().is_none() {
                return Some(key.span().start);
            }
            let mut value = value.get_ref();
            while let Some(at) = value.as_array().and_then(|_| steps.peek()?.parse::<usize>().ok()) {
                steps.next();
                value = value.get(at)?.get_ref();
            }
            table = value.as_table()?;
        }
    };
    paths.into_iter().map(|path| (offset(&path).unwrap_or(0), path)).collect()
}
