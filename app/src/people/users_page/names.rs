//! What the page calls those whom it lists: users, or the employees of one company.

use crate::values::Lang;
use crate::words::people as words;

#[derive(Clone, Copy)]
pub struct Names {
    pub people: fn(Lang) -> &'static str,
    pub search: fn(Lang) -> &'static str,
    pub show_all: fn(Lang) -> &'static str,
    /// So many shown of so many.
    pub count: fn(usize, usize, Lang) -> String,
}

pub const USERS: Names = Names {
    people: words::users,
    search: words::search_users,
    show_all: words::show_all_users,
    count: words::count_of_users,
};

pub const EMPLOYEES: Names =
    Names { people: words::employees, search: words::search, show_all: words::show_all, count: words::count };
