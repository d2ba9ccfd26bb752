//! A file that claims to be a list of organizations.
#![no_main]

use libfuzzer_sys::fuzz_target;
use server::directory::fuzzed::organizations_file;

fuzz_target!(|bytes: &[u8]| organizations_file(bytes));
