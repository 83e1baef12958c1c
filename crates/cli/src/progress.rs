//! How far something has come, drawn for a person who watches a terminal and for nobody else.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::output::Out;

/// A bar, or nothing. Clones draw the same.
#[derive(Clone)]
pub struct Progress(Option<ProgressBar>);

const BAR: &str = "{wide_bar} {percent}%  {human_pos}/{human_len}  {eta}";
const BYTES: &str = "{wide_bar} {percent}%  {bytes}/{total_bytes}  {msg}  {eta}";
const COUNT: &str = "{spinner} {human_pos}  {per_sec}";

impl Progress {
    /// Of so many.
    pub fn of(total: u64, out: &Out) -> Progress {
        Progress::drawn(Some(total), BAR, out)
    }

    /// Of so many bytes, with a word beside.
    pub fn of_bytes(total: u64, out: &Out) -> Progress {
        Progress::drawn(Some(total), BYTES, out)
    }

    /// Nobody knows of how many.
    pub fn counting(out: &Out) -> Progress {
        Progress::drawn(None, COUNT, out)
    }

    fn drawn(total: Option<u64>, template: &str, out: &Out) -> Progress {
        if !out.watched() {
            return Progress(None);
        }
        let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::stderr_with_hz(5));
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        Progress(Some(bar))
    }

    /// So many more are done.
    pub fn add(&self, count: u64) {
        if let Some(bar) = &self.0 {
            bar.inc(count);
        }
    }

    /// So many are done in all, of so many.
    pub fn at(&self, done: u64, total: u64, word: String) {
        if let Some(bar) = &self.0 {
            bar.set_length(total);
            bar.set_position(done);
            bar.set_message(word);
        }
    }

    /// Takes the bar away.
    pub fn end(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
