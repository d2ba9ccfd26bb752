//! Balances, limits and thresholds that put a company into every standing the page knows.

use fastrand::Rng;

use super::{chance, pick};

const RUBLE: i64 = 100;
const LIMITS: [i64; 6] = [500 * RUBLE, 1000 * RUBLE, 5000 * RUBLE, 10_000 * RUBLE, 50_000 * RUBLE, 200_000 * RUBLE];
const THRESHOLDS: [i64; 4] = [300 * RUBLE, 500 * RUBLE, 1000 * RUBLE, 5000 * RUBLE];

/// How a company is meant to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Good,
    /// In debt within its limit: active.
    Indebted,
    Low,
    Suspended,
    Awaiting,
    /// Nothing was ever booked.
    Empty,
    /// −1250.00 of 5000.00, as in the search examples.
    Example,
}

/// Kopecks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Money {
    pub(crate) balance: i64,
    pub(crate) credit_limit: i64,
    pub(crate) threshold: Option<i64>,
}

impl Standing {
    pub(super) fn any(rng: &mut Rng) -> Self {
        match rng.u8(..100) {
            0..64 => Self::Good,
            64..76 => Self::Indebted,
            76..87 => Self::Low,
            87..94 => Self::Suspended,
            94..95 => Self::Awaiting,
            _ => Self::Empty,
        }
    }
}

impl Money {
    pub(super) fn invent(standing: Standing, rng: &mut Rng) -> Self {
        match standing {
            Standing::Good => Self::good(rng),
            Standing::Indebted => {
                let credit_limit = *pick(rng, &LIMITS);
                Self { balance: -rng.i64(1..credit_limit), credit_limit, threshold: None }
            }
            Standing::Low => {
                let threshold = *pick(rng, &THRESHOLDS);
                Self { balance: rng.i64(0..=threshold), credit_limit: limit(rng), threshold: Some(threshold) }
            }
            Standing::Suspended => {
                let credit_limit = limit(rng);
                let balance = -credit_limit - rng.i64(1..3000 * RUBLE);
                Self { balance, credit_limit, threshold: threshold(rng) }
            }
            Standing::Awaiting | Standing::Empty => Self::default(),
            Standing::Example => Self { balance: -1250 * RUBLE, credit_limit: 5000 * RUBLE, threshold: None },
        }
    }

    fn good(rng: &mut Rng) -> Self {
        let above = 5000 * RUBLE;
        let most = if chance(rng, 10) { 2_000_000 * RUBLE } else { 60_000 * RUBLE };
        Self { balance: rng.i64(above + 1..most), credit_limit: limit(rng), threshold: threshold(rng) }
    }
}

/// Two companies of five pay in advance.
fn limit(rng: &mut Rng) -> i64 {
    if chance(rng, 40) { 0 } else { *pick(rng, &LIMITS) }
}

fn threshold(rng: &mut Rng) -> Option<i64> {
    if chance(rng, 50) { Some(*pick(rng, &THRESHOLDS)) } else { None }
}
