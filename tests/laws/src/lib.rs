//! Property tests of the laws of the arithmetic.
