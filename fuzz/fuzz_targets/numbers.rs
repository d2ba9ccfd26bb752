//! Every number of the requisites, alone and against the others: no text may break a check, a canonical form is its own
//! canonical form, and what the doctor offers passes.
#![no_main]

use app::requisites::doctor::diagnose;
use app::requisites::{BankRecord, RequisitesDraft, normalise};
use libfuzzer_sys::fuzz_target;

const FIELDS: [&str; 6] = ["inn", "kpp", "ogrn", "bic", "correspondent_account", "account"];

fuzz_target!(|texts: [String; 5]| {
    for text in &texts {
        for field in FIELDS {
            if let Ok(canonical) = normalise(field, text) {
                assert_eq!(normalise(field, &canonical).as_deref(), Ok(canonical.as_str()));
            }
        }
    }
    let [inn, kpp, correspondent_account, bic, account] = texts;
    let draft = RequisitesDraft { inn, kpp, correspondent_account, bic, account };
    let record = BankRecord::default();
    if let Ok(requisites) = draft.check(&record) {
        let _ = requisites.notices(&record);
    }
    for field in FIELDS {
        let Some(diagnosis) = diagnose(field, &draft, &record, &|_| false) else { continue };
        for candidate in diagnosis.candidates {
            assert!(normalise(candidate.field, &candidate.value).is_ok(), "{candidate:?}");
        }
    }
});
