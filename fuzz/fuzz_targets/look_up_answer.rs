//! Any answer of the look-up service.
#![no_main]

use libfuzzer_sys::fuzz_target;
use server::directory::fuzzed::look_up_answer;

fuzz_target!(|bytes: &[u8]| look_up_answer(bytes));
