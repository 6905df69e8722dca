//! How the example `bulk` cuts a stream into lines and keeps them in order.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::integer_division,
    reason = "tests may fail by a panic"
)]

#[path = "../examples/bulk/lines.rs"]
mod lines;
#[path = "../examples/bulk/pool.rs"]
mod pool;

use std::io::{self, BufReader, Read};
use std::time::Duration;

use self::lines::{Block, Lines};
use self::pool::Totals;

fn lines_of(text: &[u8], longest: usize) -> Vec<(u64, String)> {
    // A small buffer, so that lines lie across its ends.
    let mut lines = Lines::new(BufReader::with_capacity(7, text), longest);
    let mut all = Vec::new();
    while let Some(block) = lines.block().expect("bytes in memory") {
        let text = |line: &[u8]| String::from_utf8_lossy(line).into_owned();
        all.extend(block.lines().map(|(number, line)| (number, text(line))));
    }
    all
}

#[test]
fn lines_are_numbered_from_one_with_the_blank_ones_and_the_last_needs_no_end() {
    let want = [(1, "first line"), (2, ""), (3, "third"), (4, "the last one")];
    let want: Vec<(u64, String)> =
        want.into_iter().map(|(number, line)| (number, line.to_owned())).collect();
    assert_eq!(lines_of(b"first line\n\nthird\nthe last one", 100), want);
    assert_eq!(lines_of(b"first line\n\nthird\nthe last one\n", 100), want);
    assert_eq!(lines_of(b"", 100), []);
}

#[test]
fn of_a_line_that_is_too_long_one_byte_more_than_the_limit_is_kept_and_the_next_line_is_whole() {
    let long = "x".repeat(1000);
    let text = format!("{long}\nnext line");
    let got = lines_of(text.as_bytes(), 20);
    assert_eq!(got, [(1, "x".repeat(21)), (2, "next line".to_owned())]);
}

/// Keeps half of every line, and takes longer over the first ones.
fn halved(block: &Block) -> (Vec<u8>, Totals) {
    let mut output = Vec::new();
    let mut totals = Totals::default();
    for (number, line) in block.lines() {
        if number == 1 {
            std::thread::sleep(Duration::from_millis(50));
        }
        totals.sets += 1;
        output.extend_from_slice(&line[..line.len() / 2]);
        output.push(b'\n');
    }
    (output, totals)
}

#[test]
fn what_comes_out_stands_in_the_order_of_the_lines_however_many_threads_there_are() {
    // Several blocks of one megabyte each.
    let (mut text, mut want) = (String::new(), String::new());
    for number in 0..60_000 {
        let half = format!("{number:0>100}");
        text += &format!("{half}{half}\n");
        want += &format!("{half}\n");
    }
    for threads in [1, 2, 7] {
        let mut written = Vec::new();
        let lines = Lines::new(text.as_bytes(), 1000);
        let totals = pool::run(threads, lines, halved, |text, _| {
            written.extend_from_slice(text);
            Ok(())
        });
        assert_eq!(totals.expect("nothing fails").sets, 60_000);
        assert!(written == want.as_bytes(), "{threads} threads");
    }
}

#[test]
fn a_writer_that_fails_ends_the_whole_with_its_error() {
    // Far more than is read ahead.
    let text = "a line\n".repeat(6_000_000);
    let lines = Lines::new(text.as_bytes(), 1000);
    let totals = pool::run(2, lines, halved, |_, _| Err(io::ErrorKind::BrokenPipe.into()));
    assert_eq!(totals.expect_err("the writer fails").kind(), io::ErrorKind::BrokenPipe);
}

/// Gives some lines and then fails.
struct Failing<'t>(&'t [u8]);

impl Read for Failing<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.0.is_empty() { Err(io::ErrorKind::TimedOut.into()) } else { self.0.read(buffer) }
    }
}

#[test]
fn a_reader_that_fails_ends_the_whole_with_its_error() {
    let text = "a line\n".repeat(1_000_000);
    let lines = Lines::new(BufReader::new(Failing(text.as_bytes())), 1000);
    let totals = pool::run(2, lines, halved, |_, _| Ok(()));
    assert_eq!(totals.expect_err("the reader fails").kind(), io::ErrorKind::TimedOut);
}
