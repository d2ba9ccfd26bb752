//! Which company stands at which ID: New ways partner with its affiliates first, then Sibir Connect with its
//! own, then three that stand alone.

use super::Company;
use super::company::Place;

/// The most affiliates that demo data can have.
pub(crate) const MAX_AFFILIATES: u32 = 1_000_000;

const FIRST_AFFILIATE: i64 = 3;
const SIBIR_AFFILIATES: i64 = 10;
const STAND_ALONE: i64 = 3;
/// The affiliate of the search examples; a smaller demo has it as its last affiliate.
const EXAMPLE_ID: i64 = 7;

/// The demo data of one size and seed, made company by company.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    affiliates: i64,
    seed: u64,
    now: i64,
}

impl Plan {
    /// `now` in Unix milliseconds: everything happened shortly before it.
    pub(crate) fn new(affiliates: u32, seed: u64, now: i64) -> Self {
        Self { affiliates: affiliates.into(), seed, now }
    }

    /// How many companies there will be; the last one's ID.
    pub(crate) fn companies_count(self) -> i64 {
        self.last_affiliate() + 1 + SIBIR_AFFILIATES + STAND_ALONE
    }

    /// Every company with its people, by ID; a parent before its affiliates.
    pub(crate) fn companies(self) -> impl Iterator<Item = Company> + Send {
        let mut people = 0;
        (1..=self.companies_count()).map(move |id| {
            let company = Company::invent(id, self.place(id), people + 1, self.seed, self.now);
            people += i64::try_from(company.people.len()).unwrap_or_default();
            company
        })
    }

    fn place(self, id: i64) -> Place {
        let sibir = self.last_affiliate() + 1;
        let stand_alone = sibir + SIBIR_AFFILIATES + 1;
        match id {
            1 => Place::Platform,
            2 => Place::NewWays,
            _ if self.is_example(id) => Place::Example,
            _ if id < sibir => Place::Affiliate { reseller: 2, index: id - FIRST_AFFILIATE },
            _ if id == sibir => Place::Sibir,
            _ if id < stand_alone => Place::Affiliate { reseller: sibir, index: id - sibir - 1 },
            _ => Place::StandAlone { index: id - stand_alone },
        }
    }

    fn last_affiliate(self) -> i64 {
        FIRST_AFFILIATE + self.affiliates - 1
    }

    /// Never the first affiliate: that one has the demo's sign-in.
    fn is_example(self, id: i64) -> bool {
        id == EXAMPLE_ID.min(self.last_affiliate()) && id > FIRST_AFFILIATE
    }
}
