//! How good answers are, by the project's grader, which lies beside the project and needs Python.

use std::io::Write;
use std::process::{Command, Stdio};
use std::thread;

use serde_json::Value;

use super::{Case, root};

/// How a set of answers did.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    /// How many questions there are.
    pub questions: usize,
    /// How many of the answers are right.
    pub right: usize,
    /// How many questions were answered or corrected.
    pub spoken: usize,
    /// How many of these answers are right.
    pub right_spoken: usize,
    /// How many questions were answered that only silence fits.
    pub false_answers: usize,
}

impl Score {
    /// The share of right answers, of a hundred.
    pub fn accuracy(&self) -> f64 {
        share(self.right, self.questions)
    }

    /// The share of right ones among the answers given, of a hundred.
    pub fn precision(&self) -> f64 {
        share(self.right_spoken, self.spoken)
    }

    /// Adds an answer to a case.
    pub fn add(&mut self, case: &Case, outcome: &str, right: bool) {
        let speaks = |outcome: &str| outcome == "answered" || outcome == "corrected";
        let spoken = speaks(outcome);
        self.questions += 1;
        self.right += usize::from(right);
        self.spoken += usize::from(spoken);
        self.right_spoken += usize::from(spoken && right);
        self.false_answers += usize::from(spoken && !case.expect.iter().any(|it| speaks(it)));
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of questions")]
fn share(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

/// Of each answer (in the form of `accords ask --json`) whether it is right; none where there is no grader or no Python.
pub fn judge(cases: &[Case], answers: &[Value]) -> Option<Vec<bool>> {
    let grader = root().join("../shared/questions/grade.py");
    if !grader.exists() {
        return None;
    }
    let mut python = Command::new("python3")
        .args([root().join("benches/judge.py"), grader])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let mut input = python.stdin.take()?;
    let pairs: Vec<String> =
        cases.iter().zip(answers).map(|(case, answer)| format!("[{},{answer}]\n", case.whole)).collect();
    let writer = thread::spawn(move || input.write_all(pairs.concat().as_bytes()));
    let output = python.wait_with_output().ok()?;
    writer.join().ok()?.ok()?;
    let verdicts: Vec<bool> = String::from_utf8_lossy(&output.stdout).lines().map(str::is_empty).collect();
    (output.status.success() && verdicts.len() == cases.len()).then_some(verdicts)
}

/// How answers did; none where they cannot be judged.
pub fn score(cases: &[Case], answers: &[Value]) -> Option<Score> {
    let verdicts = judge(cases, answers)?;
    let mut score = Score::default();
    for ((case, answer), right) in cases.iter().zip(answers).zip(verdicts) {
        score.add(case, answer["outcome"].as_str().unwrap_or_default(), right);
    }
    Some(score)
}
