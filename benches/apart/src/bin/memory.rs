//! What the path from bytes to profile asks of the allocator, beside `serde_json` reading the same
//! bytes into plain owned structs.
//!
//! ```text
//! cargo run --release --bin memory
//! ```
//!
//! The numbers are the same at every run. The caller's bytes and the catalogue, which is loaded once
//! for many documents, are not counted.

#[path = "../../../support/plain.rs"]
#[expect(dead_code, reason = "the baseline reads members that nobody looks at afterwards")]
mod plain;

use std::hint::black_box;

use mgi::{Catalogue, ResponseSet};

const SAMPLE: &[u8] = include_bytes!("../../../../indicators/samples/la-chorrera-2021.json");

#[global_allocator]
static ALLOCATOR: dhat::Alloc = dhat::Alloc;

/// The most allocations that the way from bytes to profile may make.
const MOST_BLOCKS: u64 = 60;

fn main() {
    let catalogue = Catalogue::local();
    println!("La Chorrera 2021, {} bytes", SAMPLE.len());
    println!("{:<52} {:>12} {:>12} {:>10}", "", "allocations", "peak, bytes", "of size");
    let plain = measure("serde_json::from_slice into plain structs", || {
        serde_json::from_slice::<plain::Responses>(SAMPLE).expect("the sample is JSON")
    });
    measure("bytes to response set", || ResponseSet::from_json(SAMPLE));
    let path = measure("bytes to profile", || {
        let set = ResponseSet::from_json(SAMPLE)?;
        let profile = catalogue.assess(&set)?.profile();
        Ok::<_, mgi::Report>((set, profile))
    });
    assert!(path.total_blocks <= MOST_BLOCKS, "{} allocations", path.total_blocks);
    assert!(path.max_bytes <= 3 * SAMPLE.len(), "{} bytes at the peak", path.max_bytes);
    assert!(path.max_bytes < plain.max_bytes, "{} bytes at the peak", path.max_bytes);
}

/// Runs `subject` once and prints how often it allocated and how much it held at most.
fn measure<T>(name: &str, subject: impl FnOnce() -> T) -> dhat::HeapStats {
    let profiler = dhat::Profiler::builder().testing().build();
    let result = black_box(subject());
    let stats = dhat::HeapStats::get();
    drop(profiler);
    drop(result);
    let (blocks, peak) = (stats.total_blocks, stats.max_bytes);
    println!("{name:<52} {blocks:>12} {peak:>12} {:>10.2}", peak as f64 / SAMPLE.len() as f64);
    stats
}
