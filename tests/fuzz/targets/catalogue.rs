//! Fuzzes `checks::catalogue`.
#![no_main]

#[path = "../src/checks.rs"]
#[expect(dead_code, reason = "a target runs one of the checks")]
mod checks;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| checks::catalogue(bytes));
