//! Blocks go to several threads and come back in order.

use std::collections::BTreeMap;
use std::io::{self, BufRead};
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, Mutex};
use std::thread;

use crate::lines::{Block, Lines};

/// How many blocks there are at once, for each thread: what bounds the memory.
const IN_FLIGHT: usize = 4;

/// What was done so far.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Totals {
    pub(crate) sets: u64,
    pub(crate) refused: u64,
    pub(crate) bytes: u64,
}

impl Totals {
    fn add(&mut self, more: Self) {
        self.sets += more.sets;
        self.refused += more.refused;
        self.bytes += more.bytes;
    }
}

/// Does `work` on every block, on `threads` threads, and hands what comes out to `write`, in order.
pub(crate) fn run<R: BufRead + Send>(
    threads: usize,
    mut lines: Lines<R>,
    work: impl Fn(&Block) -> (Vec<u8>, Totals) + Sync,
    mut write: impl FnMut(&[u8], &Totals) -> io::Result<()>,
) -> io::Result<Totals> {
    // A block needs a place from when it is read until it is written.
    let (take_place, free_place) = sync_channel::<()>(threads * IN_FLIGHT);
    let (to_workers, blocks) = sync_channel::<(u64, Block)>(threads);
    let (to_writer, done) = sync_channel(threads);
    // The workers alone hold it, so that the reader sees when all of them are gone.
    let blocks = Arc::new(Mutex::new(blocks));
    thread::scope(|scope| {
        let reader = scope.spawn(move || {
            for number in 0.. {
                // Nobody takes more: the writer has given up, and says why.
                if take_place.send(()).is_err() {
                    break;
                }
                let Some(block) = lines.block()? else { break };
                if to_workers.send((number, block)).is_err() {
                    break;
                }
            }
            Ok::<(), io::Error>(())
        });
        for _ in 0..threads {
            let (to_writer, blocks, work) = (to_writer.clone(), Arc::clone(&blocks), &work);
            scope.spawn(move || {
                loop {
                    let next = blocks.lock().map(|blocks| blocks.recv());
                    let Ok(Ok((number, block))) = next else { break };
                    if to_writer.send((number, work(&block))).is_err() {
                        break;
                    }
                }
            });
        }
        drop((to_writer, blocks));
        let mut totals = Totals::default();
        let mut waiting = BTreeMap::new();
        let mut next = 0;
        let mut written = Ok(());
        for (number, result) in done {
            waiting.insert(number, result);
            while let Some((text, more)) = waiting.remove(&next) {
                totals.add(more);
                next += 1;
                let _is_reading = free_place.recv();
                written = write(&text, &totals);
                if written.is_err() {
                    break;
                }
            }
            if written.is_err() {
                break;
            }
        }
        drop(free_place);
        let read = reader.join().unwrap_or_else(|_| Err(io::Error::other("a thread stopped")));
        written.and(read).map(|()| totals)
    })
}
