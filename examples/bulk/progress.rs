//! How far it has come, for people who wait.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

use crate::pool::Totals;

/// A bar on standard error, where that is a terminal, and a summary at the end.
#[derive(Debug)]
pub(crate) struct Progress {
    start: Instant,
    /// The size of the input, where it is known.
    size: Option<u64>,
    shown: Option<Instant>,
    is_terminal: bool,
}

impl Progress {
    pub(crate) fn new(size: Option<u64>) -> Self {
        let is_terminal = io::stderr().is_terminal();
        Self { start: Instant::now(), size, shown: None, is_terminal }
    }

    /// Draws the bar anew, a few times a second.
    pub(crate) fn show(&mut self, totals: &Totals) {
        const PAUSE: Duration = Duration::from_millis(200);
        const WIDTH: u64 = 30;
        if !self.is_terminal || self.shown.is_some_and(|shown| shown.elapsed() < PAUSE) {
            return;
        }
        self.shown = Some(Instant::now());
        let bar = match self.size {
            Some(size) if size > 0 => {
                let part = totals.bytes.min(size);
                let filled = usize::try_from(part * WIDTH / size).unwrap_or(0);
                let width = usize::try_from(WIDTH).unwrap_or(0);
                format!("[{:width$}] {:3} % ", "#".repeat(filled), part * 100 / size)
            }
            _ => String::new(),
        };
        let rate = self.rate(totals);
        let line =
            format!("\r{bar}{} sets, {} refused, {rate:.0} a second ", totals.sets, totals.refused);
        say(&line);
    }

    pub(crate) fn finish(&mut self, totals: &Totals, threads: usize) {
        let seconds = self.start.elapsed().as_secs_f64();
        let end_of_bar = if self.shown.is_some() { "\n" } else { "" };
        let passed = totals.sets - totals.refused;
        let rate = self.rate(totals);
        let megabytes = float(totals.bytes) / 1e6;
        say(&format!(
            "{end_of_bar}{} sets: {passed} assessed, {} refused; {megabytes:.1} MB in {seconds:.2} s \
             on {threads} threads, {rate:.0} sets and {:.0} MB a second\n",
            totals.sets,
            totals.refused,
            megabytes / seconds
        ));
    }

    fn rate(&self, totals: &Totals) -> f64 {
        float(totals.sets) / self.start.elapsed().as_secs_f64()
    }
}

#[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "for reading")]
fn float(count: u64) -> f64 {
    count as f64
}

fn say(text: &str) {
    // Where standard error is closed, nobody waits.
    let _unheard = io::stderr().lock().write_all(text.as_bytes());
}
