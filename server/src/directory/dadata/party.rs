//! The answer of `findById/party`: one organization with its branches, or a sole proprietor.

use app::requisites::{Inn, Kpp, LookUpTrouble, Ogrn, Party, PartySource};
use app::values::{Address, CompanyName};
use serde_json::Value;

use super::MOST;
use super::reading::{day, first, suggestions, text, word};

/// Those of this INN, the head office first; a stranger among them is passed over.
pub(super) fn read(answer: &Value, inn: &Inn) -> Result<Vec<Party>, LookUpTrouble> {
    let asked = suggestions(answer)?.filter(|suggestion| text(suggestion, "/data/inn").trim() == inn.as_str());
    let mut parties: Vec<Party> = asked.take(MOST).map(|suggestion| party(suggestion, inn)).collect();
    parties.sort_by_key(|party| party.is_branch);
    Ok(parties)
}

/// A text that no field of a company would take is left out rather than cut.
fn party(suggestion: &Value, inn: &Inn) -> Party {
    let data = &suggestion["data"];
    Party {
        inn: inn.to_string(),
        kpp: if inn.is_person() { String::new() } else { first(&[text(data, "/kpp")], Kpp::parse) },
        ogrn: first(&[text(data, "/ogrn")], Ogrn::parse),
        name: name(suggestion),
        legal_address: first(
            &[text(data, "/address/unrestricted_value"), text(data, "/address/value")],
            Address::parse,
        ),
        status: word(data, "/state/status"),
        is_branch: text(data, "/branch_type") == "BRANCH",
        actual_on: day(data, "/state/actuality_date"),
        source: PartySource::DaData,
    }
}

fn name(suggestion: &Value) -> String {
    let data = &suggestion["data"];
    let of_person = person(data).map(|name| format!("ИП {name}")).unwrap_or_default();
    let names = ["/name/short_with_opf", "/name/full_with_opf"].map(|pointer| text(data, pointer));
    first(&[&of_person, names[0], names[1], text(suggestion, "/value")], CompanyName::parse)
}

/// Surname, given name and patronymic of a sole proprietor.
fn person(data: &Value) -> Option<String> {
    if text(data, "/type") != "INDIVIDUAL" {
        return None;
    }
    let parts = ["/fio/surname", "/fio/name", "/fio/patronymic"].map(|pointer| text(data, pointer).trim());
    let given: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    (!given.is_empty()).then(|| given.join(" "))
}
