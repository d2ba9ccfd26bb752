//! A file that claims to be the directory of banks: XML, plain or zipped, in any encoding.
#![no_main]

use libfuzzer_sys::fuzz_target;
use server::directory::fuzzed::bank_directory;

fuzz_target!(|bytes: &[u8]| bank_directory(bytes));
