//! Who matches a query: by ID, name and e-mail, and by nothing else. In the order asked for.

use search::{Column, Index, Query, Suggestion, suggestion};

use super::staff_order::{StaffKey, arranged};
use crate::people::Employee;
use crate::ui::Sort;

/// The people found, in the order asked for, but first the one whose ID the query is.
#[derive(Clone, PartialEq)]
pub struct Found {
    pub people: Vec<Employee>,
    pub query: Query,
    pub suggestion: Option<Suggestion>,
}

impl Found {
    /// The employees of one company are few, so the index is made anew each time.
    pub fn new(people: &[Employee], typed: &str, sort: Option<Sort<StaffKey>>) -> Self {
        let mut index = Index::default();
        for person in people {
            push(&mut index, person);
        }
        let query = Query::parse(typed);
        let rows = index.search(&query).arranged(&arranged(people, sort));
        let found = rows.into_iter().filter_map(|row| people.get(row as usize)).cloned().collect();
        Self { people: found, suggestion: suggestion(&index, typed), query }
    }
}

fn push(index: &mut Index, person: &Employee) {
    let id = person.id.to_string();
    let columns = [Column::Code(&id), Column::Text(&person.full_name), Column::Text(&person.email)];
    index.push(person.id.value().unsigned_abs(), &columns);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::{AccountState, Role};
    use crate::values::UserId;

    fn people() -> Vec<Employee> {
        let person = |(id, name, email): (i64, &str, &str)| Employee {
            id: UserId::new(id).unwrap(),
            full_name: name.to_owned(),
            email: email.to_owned(),
            roles: vec![Role::Administrator],
            state: AccountState::Active,
            last_sign_in_at: None,
            max_dialogs: 3000,
            letter_error: None,
        };
        let all = [
            (17, "Иван Примеров", "ivan@mail.test"),
            (117, "Ivan Sample", "sample@corp.test"),
            (7, "Анна", "anna@mail.test"),
        ];
        all.map(person).into()
    }

    fn found(typed: &str) -> Vec<i64> {
        ordered(typed, None)
    }

    fn ordered(typed: &str, sort: Option<Sort<StaffKey>>) -> Vec<i64> {
        Found::new(&people(), typed, sort).people.iter().map(|person| person.id.value()).collect()
    }

    #[test]
    fn all_words_must_occur_and_an_exact_id_comes_first() {
        assert_eq!(found(""), [17, 117, 7]);
        assert_eq!(found("ivan mail.test"), [17]);
        assert_eq!(found("7"), [7, 17, 117]);
        assert_eq!(found("administrator"), Vec::<i64>::new());
    }

    #[test]
    fn whom_the_query_numbers_comes_first_in_every_order() {
        assert_eq!(ordered("7", Some(Sort::descending(StaffKey::Id))), [7, 117, 17]);
        assert_eq!(ordered("", Some(Sort::descending(StaffKey::Id))), [117, 17, 7]);
    }

    #[test]
    fn the_other_layout_is_offered_when_nothing_is_found() {
        let found = Found::new(&people(), "fyyf", None);
        assert!(found.people.is_empty());
        assert_eq!(found.suggestion.unwrap().text, "анна");
    }
}
