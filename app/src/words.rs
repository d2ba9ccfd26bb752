//! Every word on the page, Russian and English side by side, one file a part of the site.

/// Makes one function a word: `name: "Русский", "English";` becomes `name(lang)`.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $ru:literal, $en:literal;)*) => {
        $($(#[$doc])*
        pub fn $name(lang: $crate::values::Lang) -> &'static str {
            match lang {
                $crate::values::Lang::Ru => $ru,
                $crate::values::Lang::En => $en,
            }
        })*
    };
}

pub mod access;
pub mod acts;
pub mod affiliates;
pub mod audit;
pub mod companies;
pub mod dialog;
pub mod history;
pub mod impact;
pub mod invoices;
pub mod money;
pub mod own_access;
pub mod people;
pub mod person_actions;
pub mod plural;
pub mod problems;
pub mod reports;
pub mod requisites;
pub mod rights;
pub mod second_factor;
pub mod shell;
pub mod support;
pub mod tokens;
pub mod viewing;
