//! The operator's upload of organizations: CSV with a header, columns in any order, `;` or `,` between values, UTF-8
//! or windows-1251. Read as a whole, or not at all.

mod row;
mod table;

use std::collections::HashMap;

use app::requisites::{FaultKind, Party, PartyFault};

use super::LARGEST_PARTIES_FILE;
use table::Table;

pub(super) const LARGEST_MIB: u32 = 16;
/// Who has more faults than this has another file in hand.
const MOST_FAULTS: usize = 1000;

/// The organizations in the order of the file. The first line of an INN is its head office.
///
/// # Errors
/// Every fault, by line; at most a thousand of them.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Party>, Vec<PartyFault>> {
    if bytes.len() > LARGEST_PARTIES_FILE {
        return Err(vec![whole_file(FaultKind::TooLarge { max_mib: LARGEST_MIB })]);
    }
    let table = Table::read(bytes)?;
    let (mut parties, mut faults) = (Vec::new(), Vec::new());
    // By INN and KPP: many branches have no KPP, and then nothing tells them apart.
    let mut lines: HashMap<(String, String), u64> = HashMap::new();
    for row in table.rows() {
        match row.and_then(|row| Ok((row.line, row::party(&row)?))) {
            Err(found) => faults.extend(found),
            Ok((line, party)) => {
                let key = (party.inn.clone(), party.kpp.clone());
                match lines.get(&key).filter(|_| !party.kpp.is_empty()) {
                    Some(first) => faults.push(fault(line, "", FaultKind::Repeats { line: *first })),
                    None => parties.push(party),
                }
                lines.entry(key).or_insert(line);
            }
        }
        if faults.len() >= MOST_FAULTS {
            faults.truncate(MOST_FAULTS);
            break;
        }
    }
    match (faults.is_empty(), parties.is_empty()) {
        (false, _) => Err(faults),
        (true, true) => Err(vec![whole_file(FaultKind::NoOrganizations)]),
        (true, false) => Ok(with_branches(parties)),
    }
}

fn with_branches(mut parties: Vec<Party>) -> Vec<Party> {
    let mut seen = std::collections::HashSet::new();
    for party in &mut parties {
        party.is_branch = !seen.insert(party.inn.clone());
    }
    parties
}

fn fault(line: u64, field: &str, kind: FaultKind) -> PartyFault {
    PartyFault { line, field: field.to_owned(), kind }
}

fn whole_file(kind: FaultKind) -> PartyFault {
    fault(0, "", kind)
}

#[cfg(test)]
mod tests;
