//! Everybody on the page, with the index over them: made once, so that a keystroke reads no person again.

use search::{Column, Index, Query, suggestion};

use super::found::Found;
use super::user_key::{UserKey, arranged};
use crate::people::Employee;
use crate::people::user_search::with_columns;
use crate::ui::Sort;
use crate::values::UserId;

/// Rows are numbered as they came.
pub struct Roster {
    people: Vec<Employee>,
    index: Index,
}

impl Roster {
    pub fn new(people: Vec<Employee>) -> Self {
        let mut index = Index::default();
        for person in &people {
            of(person, |id, columns| index.push(id, columns));
        }
        Self { people, index }
    }

    pub fn len(&self) -> usize {
        self.people.len()
    }

    pub fn person(&self, row: u32) -> Option<&Employee> {
        self.people.get(row as usize)
    }

    /// Adds a person, or puts them in the place of who they were.
    pub fn add(&mut self, person: Employee) {
        let known = (0..).zip(&mut self.people).find(|(_, known)| known.id == person.id);
        match known {
            Some((row, known)) => {
                of(&person, |_, columns| self.index.replace(row, columns));
                *known = person;
            }
            None => {
                of(&person, |id, columns| self.index.push(id, columns));
                self.people.push(person);
            }
        }
    }

    pub fn remove(&mut self, id: UserId) {
        let mut people = std::mem::take(&mut self.people);
        people.retain(|person| person.id != id);
        *self = Self::new(people);
    }

    pub fn people(&self) -> &[Employee] {
        &self.people
    }

    /// Every row in the order asked for.
    pub fn arranged(&self, sort: Option<Sort<UserKey>>) -> Vec<u32> {
        arranged(&self.people, sort)
    }

    /// The rows that a query finds, in an order of all; but first the one whose ID the query is.
    pub fn find(&self, typed: &str, order: &[u32]) -> Found {
        let query = Query::parse(typed);
        let rows = self.index.search(&query).arranged(order);
        Found { rows, query, suggestion: suggestion(&self.index, typed) }
    }
}

fn of<T>(person: &Employee, read: impl FnOnce(u64, &[Column<'_>]) -> T) -> T {
    with_columns(person.id, &person.full_name, &person.email, read)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::testing::employee;

    fn roster() -> Roster {
        Roster::new(vec![
            employee(17, "Иван Примеров", "ivan@mail.test"),
            employee(117, "Ivan Sample", "sample@corp.test"),
            employee(7, "Анна", "anna@mail.test"),
        ])
    }

    fn ids(roster: &Roster, typed: &str, sort: Option<Sort<UserKey>>) -> Vec<i64> {
        let found = roster.find(typed, &roster.arranged(sort));
        found.rows.iter().map(|row| roster.person(*row).unwrap().id.value()).collect()
    }

    #[test]
    fn all_words_must_occur_and_an_exact_id_comes_first() {
        let found = |typed| ids(&roster(), typed, None);
        assert_eq!(found(""), [17, 117, 7]);
        assert_eq!(found("ivan mail.test"), [17]);
        assert_eq!(found("7"), [7, 17, 117]);
        assert_eq!(found("administrator"), Vec::<i64>::new());
        assert_eq!(found("Ромашка"), Vec::<i64>::new(), "the company's name is not searched");
    }

    #[test]
    fn whom_the_query_numbers_comes_first_in_every_order() {
        assert_eq!(ids(&roster(), "7", Some(Sort::descending(UserKey::Id))), [7, 117, 17]);
        assert_eq!(ids(&roster(), "", Some(Sort::descending(UserKey::Id))), [117, 17, 7]);
    }

    #[test]
    fn the_other_layout_is_offered_when_nothing_is_found() {
        let found = roster().find("fyyf", &[0, 1, 2]);
        assert!(found.rows.is_empty());
        assert_eq!(found.suggestion.unwrap().text, "анна");
    }

    #[test]
    fn a_newcomer_is_found_and_a_known_person_is_found_by_what_they_are_now() {
        let mut roster = roster();
        roster.add(employee(118, "Борис", "boris@mail.test"));
        roster.add(employee(17, "Пётр", "petr@mail.test"));
        assert_eq!(roster.len(), 4);
        assert_eq!(ids(&roster, "борис", None), [118]);
        assert_eq!(ids(&roster, "петр", None), [17]);
        assert_eq!(ids(&roster, "примеров", None), Vec::<i64>::new());
        roster.remove(employee(118, "", "").id);
        assert_eq!(ids(&roster, "борис", None), Vec::<i64>::new());
        assert_eq!(ids(&roster, "петр", None), [17]);
    }
}
