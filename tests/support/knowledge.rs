//! Folders of knowledge of a test's own.

use std::fs;
use std::path::{Path, PathBuf};

/// A small knowledge without findings; it goes with this.
pub struct Folder {
    pub path: PathBuf,
}

impl Folder {
    /// A copy of the fixture of that small knowledge, under a name that no other test uses.
    pub fn small(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("accords-{name}-{}", std::process::id()));
        drop(fs::remove_dir_all(&path));
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/knowledge-good"), &path);
        Self { path }
    }

    /// The folder as a setting has it.
    pub fn text(&self) -> &str {
        self.path.to_str().expect("plain text")
    }

    /// Puts other words in the place of some, everywhere in a file; they must be there.
    pub fn replace(&self, file: &str, from: &str, to: &str) {
        let path = self.path.join(file);
        let text = fs::read_to_string(&path).expect("the file is there");
        assert!(text.contains(from), "{file} has {from:?}");
        fs::write(&path, text.replace(from, to)).expect("it can be written");
    }

    /// Adds text at the end of a file.
    pub fn append(&self, file: &str, text: &str) {
        let path = self.path.join(file);
        let before = fs::read_to_string(&path).expect("the file is there");
        fs::write(&path, before + text).expect("it can be written");
    }

    /// Has Bahrain sign a day later.
    pub fn correct_the_day(&self) {
        for (from, to) in
            [("2020-09-15", "2020-09-16"), ("15 September", "16 September"), ("on the fifteenth", "on the sixteenth")]
        {
            self.replace("facts/bahrain.toml", from, to);
        }
    }

    /// Makes it unusable: a date that does not exist, on line 13 of a file.
    pub fn spoil(&self) {
        self.replace("facts/bahrain.toml", "2020-09-15", "2020-09-31");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.path));
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("it can be made");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry").path();
        let target = to.join(entry.file_name().expect("a name"));
        if entry.is_dir() {
            copy(&entry, &target);
        } else {
            fs::copy(&entry, &target).expect("it can be copied");
        }
    }
}
