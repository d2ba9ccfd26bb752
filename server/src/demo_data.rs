//! Invented companies and people, enough to show and to measure the product with.
//!
//! Pure: the same size, seed and moment give the same data. Nothing here belongs to anybody: tax offices
//! `00xx`, banks of territory `06`, domains `.test` and `.example`, phones `+7 900 000-…`.

mod company;
mod ledger;
mod money;
mod names;
mod parties;
mod people;
mod places;
mod plan;
mod requisites;
#[cfg(test)]
mod tests;

pub(crate) use company::Company;
pub(crate) use ledger::{LedgerLine, ledger};
pub(crate) use parties::Register;
pub(crate) use people::Person;
pub(crate) use plan::{MAX_AFFILIATES, Plan};

use fastrand::Rng;

/// The password of everybody in the demo.
pub const PASSWORD: &str = "kontora-demo-2026";

/// The addresses to sign in with, and what each stands for.
pub const SIGN_INS: [(&str, &str); 6] = [
    ("operator@demo.test", "operator of the platform"),
    ("reseller@demo.test", "administrator of New ways partner, a reseller"),
    ("affiliate@demo.test", "administrator of its first affiliate"),
    ("chat@demo.test", "chat operator of New ways partner"),
    ("sibir@demo.test", "administrator of Sibir Connect, another reseller"),
    ("single@demo.test", "administrator of a company that stands alone"),
];

/// The invented directory of banks, as the Bank of Russia would publish it.
pub(crate) const BANKS: &[u8] = include_bytes!("demo_data/ed807.xml");

fn pick<'a, T>(rng: &mut Rng, of: &'a [T]) -> &'a T {
    &of[rng.usize(..of.len())]
}

/// True in `percent` of a hundred cases.
fn chance(rng: &mut Rng, percent: u8) -> bool {
    rng.u8(..100) < percent
}
