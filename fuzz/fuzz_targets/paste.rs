//! Any text as pasted requisites: nothing breaks, and what is offered without a problem passes its field's check.
#![no_main]

use app::requisites::{Known, normalise, paste};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = paste::mentioned(text);
    for proposal in paste::read(text, &Known::default()).proposals {
        let is_number = matches!(&*proposal.field, "inn" | "kpp" | "ogrn" | "bic" | "correspondent_account" | "account");
        if is_number && proposal.problem.is_none() {
            assert_eq!(normalise(&proposal.field, &proposal.value).as_deref(), Ok(proposal.value.as_str()));
        }
    }
});
