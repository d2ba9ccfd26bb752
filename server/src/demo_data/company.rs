//! One invented company, as it will be stored.

use app::companies::Kind;
use app::values::{DAY_MS, HOUR_MS};
use fastrand::Rng;

use super::money::{Money, Standing};
use super::names::{self, Name};
use super::people::{self, Person, Staff};
use super::requisites::Requisites;
use super::{chance, pick, places};

/// Spreads neighbouring IDs over the generator's states.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
const MAX_DIALOGS: [i64; 8] = [3000, 3000, 3000, 3000, 3000, 50, 200, 1000];

/// What stands at an ID. `index` counts the children of one parent from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Platform,
    NewWays,
    Sibir,
    /// "New ways company", which the manual's search examples look for.
    Example,
    Affiliate {
        reseller: i64,
        index: i64,
    },
    StandAlone {
        index: i64,
    },
}

/// A row of the table `company`, with its people and the balance of its opening entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Company {
    pub(crate) id: i64,
    pub(crate) kind: Kind,
    pub(crate) reseller_id: Option<i64>,
    pub(crate) slug: Option<&'static str>,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) phone: String,
    pub(crate) money: Money,
    pub(crate) time_zone: &'static str,
    pub(crate) max_dialogs: i64,
    pub(crate) comply_230fz: bool,
    pub(crate) requisites: Requisites,
    pub(crate) legal_address: String,
    pub(crate) postal_address: String,
    /// Unix milliseconds.
    pub(crate) created_at: i64,
    /// Empty while the registration awaits confirmation.
    pub(crate) confirmed_at: Option<i64>,
    pub(crate) people: Vec<Person>,
}

impl Company {
    /// The company of this ID; its people take the user IDs from `first_person`.
    pub(super) fn invent(id: i64, place: Place, first_person: i64, seed: u64, now: i64) -> Self {
        let mut rng = Rng::with_seed(seed.wrapping_mul(GOLDEN) ^ id.unsigned_abs().wrapping_mul(GOLDEN));
        let standing = place.standing(&mut rng);
        let name = place.name(id, &mut rng);
        let is_confirmed = standing != Standing::Awaiting;
        let created_at = now - age_ms(is_confirmed, &mut rng);
        let legal_address = places::address(&mut rng);
        let postal_address = if chance(&mut rng, 80) { legal_address.clone() } else { places::post_box(&mut rng) };
        let staff = Staff { company_id: id, place, name: &name, is_confirmed, created_at, now };
        let people = people::invent(&staff, first_person, &mut rng);
        let company = Self {
            id,
            kind: place.kind(),
            reseller_id: place.reseller_id(),
            slug: place.slug(),
            email: format!("info@{}", name.domain),
            phone: format!("+7900000{:04}", rng.u16(..10_000)),
            money: Money::invent(standing, &mut rng),
            time_zone: place.time_zone(&mut rng),
            max_dialogs: *pick(&mut rng, &MAX_DIALOGS),
            comply_230fz: chance(&mut rng, 40),
            requisites: Requisites::invent(id, name.is_person, is_confirmed, place.is_supplier(), &mut rng),
            legal_address,
            postal_address,
            created_at,
            confirmed_at: is_confirmed.then_some(created_at + HOUR_MS),
            name: name.shown,
            people,
        };
        if place == Place::Example { company.like_examples() } else { company }
    }

    /// The example's own requisites and address, so that a search from the manual finds it.
    fn like_examples(self) -> Self {
        let address = "г. Примерск, ул. Новая, д. 1";
        Self {
            requisites: Requisites::of_example(),
            legal_address: address.to_owned(),
            postal_address: address.to_owned(),
            ..self
        }
    }
}

impl Place {
    fn kind(self) -> Kind {
        match self {
            Self::Platform => Kind::Platform,
            Self::NewWays | Self::Sibir => Kind::Reseller,
            Self::Example | Self::Affiliate { .. } => Kind::Affiliate,
            Self::StandAlone { .. } => Kind::StandAlone,
        }
    }

    /// In whose name invoices are issued.
    fn is_supplier(self) -> bool {
        matches!(self.kind(), Kind::Platform | Kind::Reseller)
    }

    fn reseller_id(self) -> Option<i64> {
        match self {
            Self::Example => Some(2),
            Self::Affiliate { reseller, .. } => Some(reseller),
            _ => None,
        }
    }

    fn slug(self) -> Option<&'static str> {
        match self {
            Self::NewWays => Some("newways"),
            Self::Sibir => Some("sibir"),
            _ => None,
        }
    }

    fn name(self, id: i64, rng: &mut Rng) -> Name {
        match self {
            Self::Platform => Name::fixed("Kontora", "kontora.test"),
            Self::NewWays => Name::fixed("New ways partner", "newways-partner.test"),
            Self::Sibir => Name::fixed("Sibir Connect", "sibir-connect.test"),
            Self::Example => Name::fixed("New ways company", "newways.test"),
            Self::Affiliate { .. } | Self::StandAlone { .. } => names::invent(id, rng),
        }
    }

    /// The first affiliates show every standing, so that the smallest demo has them too.
    fn standing(self, rng: &mut Rng) -> Standing {
        match self {
            Self::Platform => Standing::Empty,
            Self::NewWays | Self::Sibir | Self::StandAlone { .. } => Standing::Good,
            Self::Example => Standing::Example,
            Self::Affiliate { index, .. } => match index {
                0 => Standing::Good,
                1 | 5 | 6 | 7 => Standing::Suspended,
                2 | 8 => Standing::Low,
                3 | 10 => Standing::Awaiting,
                9 => Standing::Indebted,
                _ => Standing::any(rng),
            },
        }
    }

    fn time_zone(self, rng: &mut Rng) -> &'static str {
        match self {
            Self::Platform | Self::NewWays | Self::Example => places::MOSCOW,
            Self::Sibir => "Asia/Krasnoyarsk",
            Self::Affiliate { index, .. } | Self::StandAlone { index } => places::zone(index, rng),
        }
    }
}

/// Up to four years; a registration that awaits confirmation is at most a day and a half old.
fn age_ms(is_confirmed: bool, rng: &mut Rng) -> i64 {
    if is_confirmed { rng.i64(30 * DAY_MS..1500 * DAY_MS) } else { rng.i64(HOUR_MS..36 * HOUR_MS) }
}
