//! Employees: administrators and chat operators, some of whom have not answered their invitation.

mod invented_name;

use app::people::Role;
use app::values::DAY_MS;
use fastrand::Rng;

pub(super) use invented_name::InventedName;

use super::chance;
use super::company::Place;
use super::names::Name;

const ADMINISTRATOR: &[Role] = &[Role::Administrator];
const CHAT_OPERATOR: &[Role] = &[Role::ChatOperator];
const BOTH: &[Role] = &[Role::Administrator, Role::ChatOperator];
const PLATFORM_STAFF: &[Role] = &[Role::Operator, Role::Administrator];
const MOST: usize = 12;

/// A row of the table `person`, with the roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Person {
    pub(crate) id: i64,
    pub(crate) company_id: i64,
    pub(crate) email: String,
    pub(crate) full_name: String,
    pub(crate) language: Option<&'static str>,
    pub(crate) roles: &'static [Role],
    /// Whether the person has set a password; else the invitation is unanswered.
    pub(crate) is_active: bool,
    pub(crate) max_dialogs: Option<i64>,
    /// Unix milliseconds.
    pub(crate) created_at: i64,
    pub(crate) last_sign_in_at: Option<i64>,
}

/// The company whose people are made.
pub(super) struct Staff<'a> {
    pub(super) company_id: i64,
    pub(super) place: Place,
    pub(super) name: &'a Name,
    pub(super) is_confirmed: bool,
    pub(super) created_at: i64,
    pub(super) now: i64,
}

/// The company's people, the first of them its administrator, with user IDs from `first_id`.
pub(super) fn invent(staff: &Staff<'_>, first_id: i64, rng: &mut Rng) -> Vec<Person> {
    let known = staff.sign_ins();
    let mut people = Vec::with_capacity(MOST);
    for (id, index) in (first_id..).zip(0..staff.count(rng)) {
        let mut person = staff.person(id, index, &people, rng);
        if let Some((email, roles)) = known.get(index) {
            person = Person { email: (*email).to_owned(), roles, is_active: true, ..person };
            person.last_sign_in_at.get_or_insert(staff.now - DAY_MS);
        }
        people.push(person);
    }
    people
}

impl Staff<'_> {
    /// The people whose sign-ins are printed at the start of a demo.
    fn sign_ins(&self) -> &'static [(&'static str, &'static [Role])] {
        match self.place {
            Place::Platform => &[("operator@demo.test", PLATFORM_STAFF)],
            Place::NewWays => &[("reseller@demo.test", ADMINISTRATOR), ("chat@demo.test", CHAT_OPERATOR)],
            Place::Affiliate { reseller: 2, index: 0 } => &[("affiliate@demo.test", ADMINISTRATOR)],
            Place::Sibir => &[("sibir@demo.test", ADMINISTRATOR)],
            Place::StandAlone { index: 0 } => &[("single@demo.test", ADMINISTRATOR)],
            _ => &[],
        }
    }

    /// Many have few: the square of an even chance.
    fn count(&self, rng: &mut Rng) -> usize {
        let extra = rng.usize(..MOST * MOST) * rng.usize(..MOST * MOST) / (MOST * MOST * MOST);
        match self.place {
            Place::Platform => 2,
            Place::NewWays => 6,
            Place::Affiliate { index: 1, .. } => 1,
            Place::Affiliate { index: 2, .. } => MOST,
            _ if !self.is_confirmed => 1,
            _ => 1 + extra.min(MOST - 1),
        }
    }

    fn person(&self, id: i64, index: usize, colleagues: &[Person], rng: &mut Rng) -> Person {
        let invented = if self.name.is_english { InventedName::english(rng) } else { InventedName::russian(rng) };
        let is_active = self.is_confirmed && (index == 0 || chance(rng, 85));
        let created_at = if index == 0 { self.created_at } else { rng.i64(self.created_at..self.now) };
        let seen_at = rng.i64(created_at..self.now);
        Person {
            id,
            company_id: self.company_id,
            email: address(&invented, &self.name.domain, index, colleagues),
            full_name: invented.full_name(),
            language: None,
            roles: roles(index, rng),
            is_active,
            max_dialogs: if chance(rng, 10) { Some(rng.i64(1..=50) * 10) } else { None },
            created_at,
            last_sign_in_at: (is_active && chance(rng, 90)).then_some(seen_at),
        }
    }
}

/// `anna.primerova@DOMAIN`, with a number for the second of that name.
fn address(person: &InventedName, domain: &str, index: usize, colleagues: &[Person]) -> String {
    let address = format!("{}@{domain}", person.login());
    if colleagues.iter().any(|colleague| colleague.email == address) {
        return format!("{}{index}@{domain}", person.login());
    }
    address
}

fn roles(index: usize, rng: &mut Rng) -> &'static [Role] {
    match (index, rng.u8(..10)) {
        (0, _) | (_, 0..3) => ADMINISTRATOR,
        (_, 3) => BOTH,
        _ => CHAT_OPERATOR,
    }
}
