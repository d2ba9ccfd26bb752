//! Any bytes as a payment code.
#![no_main]

use app::requisites::payment_code;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = payment_code::read(bytes);
});
