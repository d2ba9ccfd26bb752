//! By what users are found: ID, name and e-mail address, and nothing else. Pages and the server search by it alike.

use search::{Column, Index, Query};

use crate::values::UserId;

/// So many users are sent to a page at most.
pub const MOST_USERS: usize = 10_000;
/// So many of those that a query finds among more users than that.
pub const MOST_FOUND: usize = 200;

/// What is searched of one user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    pub id: UserId,
    pub full_name: String,
    pub email: String,
}

/// The columns that the search reads.
pub(super) fn with_columns<T>(
    id: UserId,
    full_name: &str,
    email: &str,
    read: impl FnOnce(u64, &[Column<'_>]) -> T,
) -> T {
    let code = id.to_string();
    let columns = [Column::Code(&code), Column::Text(full_name), Column::Text(email)];
    read(id.value().unsigned_abs(), &columns)
}

/// Those whom a query finds, in the order in which they came.
pub fn found_among(people: &[Sought], typed: &str) -> Vec<UserId> {
    let mut index = Index::default();
    for Sought { id, full_name, email } in people {
        with_columns(*id, full_name, email, |id, columns| index.push(id, columns));
    }
    let found = index.search(&Query::parse(typed));
    found.rows().filter_map(|row| people.get(row as usize)).map(|person| person.id).collect()
}

/// The user whose ID a query is.
pub fn exactly(typed: &str) -> Option<UserId> {
    Query::parse(typed).exact_id().and_then(|id| UserId::try_from(i64::try_from(id).ok()?).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sought(id: i64, full_name: &str, email: &str) -> Sought {
        let id = UserId::try_from(id).expect("a positive number");
        Sought { id, full_name: full_name.to_owned(), email: email.to_owned() }
    }

    #[test]
    fn all_words_must_occur_in_id_name_or_email() {
        let people = [sought(17, "Иван Примеров", "ivan@mail.test"), sought(117, "Ivan Sample", "sample@corp.test")];
        let found = |typed| found_among(&people, typed).into_iter().map(UserId::value).collect::<Vec<_>>();
        assert_eq!(found("17"), [17, 117]);
        assert_eq!(found("ivan mail.test"), [17]);
        assert_eq!(found("ПРИМЕРОВ"), [17]);
        assert_eq!(found("administrator"), Vec::<i64>::new());
        assert_eq!(exactly(" 117 ").map(UserId::value), Some(117));
        assert_eq!(exactly("ivan"), None);
    }
}
