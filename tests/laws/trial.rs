//! Cases to try a law on, many of them and always the same.

use std::cell::Cell;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

use crate::generate::{self, Responses};
use crate::tape::Tape;
use proptest::collection::vec;
use proptest::strategy::Strategy as _;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed, TestCaseError, TestRng, TestRunner};
use serde_json::Value;

/// How many documents are made in all, if nothing else is asked for.
const DOCUMENTS: u32 = 10_000;

/// A catalogue, answers to it, and decisions that are left to the test.
pub(crate) struct Case {
    pub(crate) catalogue: Value,
    pub(crate) responses: Responses,
    pub(crate) tape: Tape,
}

impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "catalogue: {:#}\nresponses: {}", self.catalogue, self.responses.written())
    }
}

/// Tries a law on `share` per cent of all documents, with weights that sum to `most_weight` in a
/// subdomain at most. The law says whether the case was one that it speaks of; at least `least` per
/// cent of the cases must be, so that no law is held without having been tried.
pub(crate) fn holds(share: u32, most_weight: usize, least: u32, law: impl Fn(Case) -> bool) {
    hear_failures();
    let cases = documents() * share / 100;
    let config = Config {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..Config::default()
    };
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let numbers = || vec(0..=u16::MAX, 150..=300);
    let strategy = (numbers(), numbers(), vec(0..=u16::MAX, 60)).prop_map(
        move |(catalogue, responses, choices)| {
            let catalogue = generate::catalogue(&mut Tape::new(catalogue), most_weight);
            let responses = generate::responses(&mut Tape::new(responses), &catalogue);
            Case { catalogue, responses, tape: Tape::new(choices) }
        },
    );
    let (tried, spoken_of) = (Cell::new(0_u32), Cell::new(0_u32));
    let run = TestRunner::new_with_rng(config, random).run(&strategy, |case| {
        tried.set(tried.get() + 1);
        // A case that fails is made simpler many times, and fails every time; once is enough to
        // hear of it.
        IS_QUIET.set(true);
        let is_spoken_of = catch_unwind(AssertUnwindSafe(|| law(case)));
        IS_QUIET.set(false);
        match is_spoken_of {
            Ok(is_spoken_of) => spoken_of.set(spoken_of.get() + u32::from(is_spoken_of)),
            Err(_) => return Err(TestCaseError::fail(LAST_FAILURE.take())),
        }
        Ok(())
    });
    if let Err(failure) = run {
        panic!("{failure}");
    }
    assert!(tried.get() >= cases && cases >= 100, "{} of {cases} cases were tried", tried.get());
    let (spoken_of, least) = (spoken_of.get(), cases * least / 100);
    assert!(spoken_of >= least, "the law spoke of {spoken_of} of {cases} cases, not of {least}");
}

thread_local! {
    /// Whether failures of this thread are kept and not written.
    static IS_QUIET: Cell<bool> = const { Cell::new(false) };
    /// The last failure that was kept.
    static LAST_FAILURE: Cell<String> = const { Cell::new(String::new()) };
}

/// Keeps the failures of threads that are quiet, with their places.
fn hear_failures() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let write = take_hook();
        set_hook(Box::new(move |failure| {
            if IS_QUIET.get() {
                LAST_FAILURE.set(failure.to_string());
            } else {
                write(failure);
            }
        }));
    });
}

/// How many documents are made in all.
#[expect(clippy::disallowed_methods, reason = "a longer run is asked for from outside")]
pub(crate) fn documents() -> u32 {
    std::env::var("MGI_CASES").map_or(DOCUMENTS, |cases| cases.parse().expect("a number"))
}
