//! A stream cut into blocks of whole lines.

use std::io::{self, BufRead, Read as _};

/// A block is finished with the line that makes it this long.
const BLOCK: usize = 1 << 20;

/// Some lines of the input, one after the other.
#[derive(Debug, Default)]
pub(crate) struct Block {
    /// The number of the first line, from 1.
    first: u64,
    text: Vec<u8>,
    /// Where each line ends in the text.
    ends: Vec<usize>,
}

impl Block {
    /// The lines with their numbers, without line ends.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (u64, &[u8])> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let lines = starts.zip(&self.ends).map(|(start, end)| &self.text[start..*end]);
        (self.first..).zip(lines)
    }
}

/// The blocks of a stream.
#[derive(Debug)]
pub(crate) struct Lines<R> {
    input: R,
    /// The number of the next line.
    next: u64,
    /// Of a line that is longer only so much is kept, and one byte more, so that whoever reads it
    /// sees that it is too long.
    longest: usize,
}

impl<R: BufRead> Lines<R> {
    pub(crate) fn new(input: R, longest: usize) -> Self {
        Self { input, next: 1, longest }
    }

    /// The next block; nothing at the end of the stream.
    pub(crate) fn block(&mut self) -> io::Result<Option<Block>> {
        let text = Vec::with_capacity(BLOCK + BLOCK / 16);
        let mut block = Block { first: self.next, text, ends: Vec::new() };
        while block.text.len() < BLOCK && self.line(&mut block.text)? {
            block.ends.push(block.text.len());
            self.next += 1;
        }
        Ok((!block.ends.is_empty()).then_some(block))
    }

    /// Adds a line to `text`; false at the end of the stream.
    fn line(&mut self, text: &mut Vec<u8>) -> io::Result<bool> {
        let most = u64::try_from(self.longest).unwrap_or(u64::MAX).saturating_add(1);
        let read = self.input.by_ref().take(most).read_until(b'\n', text)?;
        if text.last() == Some(&b'\n') {
            text.pop();
        } else if read > self.longest {
            self.input.skip_until(b'\n')?;
        }
        Ok(read > 0)
    }
}
