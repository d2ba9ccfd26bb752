//! What the register says of the demo's companies, so that the look-up by INN finds them without any service.

use app::requisites::{Party, PartySource};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Company;
use super::requisites::Requisites;

/// More would only slow down the making of a large demo.
const MOST: usize = 1000;

/// The first companies with their register facts, and the organization of the examples with its branch.
pub(crate) struct Register {
    parties: Vec<Party>,
    actual_on: String,
}

impl Register {
    /// `now` in Unix milliseconds.
    pub(crate) fn new(now: i64) -> Self {
        let today = TimeZone::UTC.to_datetime(Timestamp::from_millisecond(now).unwrap_or_default()).date();
        let mut register = Self { parties: Vec::with_capacity(MOST), actual_on: today.to_string() };
        let head = register.example("001701001", "New ways company", "г. Примерск, ул. Новая, д. 1");
        let branch =
            register.example("001743001", "ФИЛИАЛ \"ОБРАЗЦОВСКИЙ\" New ways company", "г. Образцов, пр. Лесной, д. 9");
        register.parties.extend([head, Party { is_branch: true, ..branch }]);
        register
    }

    /// Takes in a company that the register would know.
    pub(crate) fn note(&mut self, company: &Company) {
        let requisites = &company.requisites;
        let is_here_already = requisites.inn == self.parties[0].inn;
        if self.parties.len() < MOST && !requisites.ogrn.is_empty() && !is_here_already {
            self.parties.push(self.party(requisites, &company.name, &company.legal_address));
        }
    }

    /// The head office of each first.
    pub(crate) fn parties(&self) -> &[Party] {
        &self.parties
    }

    fn example(&self, kpp: &str, name: &str, address: &str) -> Party {
        Party { kpp: kpp.to_owned(), ..self.party(&Requisites::of_example(), name, address) }
    }

    fn party(&self, requisites: &Requisites, name: &str, address: &str) -> Party {
        Party {
            inn: requisites.inn.clone(),
            kpp: requisites.kpp.clone(),
            ogrn: requisites.ogrn.clone(),
            name: name.to_owned(),
            legal_address: address.to_owned(),
            status: "ACTIVE".to_owned(),
            is_branch: false,
            actual_on: self.actual_on.clone(),
            source: PartySource::Local,
        }
    }
}
