//! The orders of the table. The default one stands ready; the others are made when first asked for.

use std::cmp::{Ordering, Reverse};
use std::sync::OnceLock;

use search::order_key;

use crate::companies::list::{Column, CompanyList, Numbers, Row};
use crate::companies::sort::{Sort, SortKey};
use crate::ui::SortColumn as _;
use crate::values::CompanyId;

/// Row numbers in each order. Equal values stand by ID, in both directions.
pub(super) struct Orders {
    by_name: Vec<u32>,
    /// By name, but one's own company first.
    default: Vec<u32>,
    chosen: [OnceLock<Vec<u32>>; 2 * SortKey::ALL.len()],
}

impl Orders {
    pub(super) fn new(by_name: Vec<u32>, own: CompanyId, list: &CompanyList) -> Self {
        let default = own_first(&by_name, own, list);
        Self { by_name, default, chosen: Default::default() }
    }

    pub(super) fn of(&self, sort: Option<Sort>, list: &CompanyList) -> &[u32] {
        match sort {
            None => &self.default,
            Some(sort) if sort == Sort::ascending(SortKey::Company) => &self.by_name,
            Some(sort) => {
                let at = 2 * sort.key as usize + usize::from(sort.is_descending);
                self.chosen[at].get_or_init(|| self.sorted(sort, list))
            }
        }
    }

    /// A row has other values now: it finds its new place by name, and the other orders are forgotten.
    pub(super) fn moved(&mut self, row: u32, own: CompanyId, list: &CompanyList) {
        let key = |row: u32| (order_key(list.row(row as usize).name()), list.row(row as usize).id());
        self.by_name.retain(|other| *other != row);
        let moved = key(row);
        let place = self.by_name.partition_point(|other| key(*other) < moved);
        self.by_name.insert(place, row);
        self.default = own_first(&self.by_name, own, list);
        self.chosen = Default::default();
    }

    fn sorted(&self, sort: Sort, list: &CompanyList) -> Vec<u32> {
        let mut rows = self.by_name.clone();
        let row = |number: &u32| list.row(*number as usize);
        if sort.key == SortKey::Company {
            rows.sort_by_cached_key(|number| (Reverse(order_key(row(number).name())), row(number).id()));
            return rows;
        }
        rows.sort_unstable_by(|a, b| {
            let by_value = compare(sort.key, row(a), row(b));
            let directed = if sort.is_descending { by_value.reverse() } else { by_value };
            directed.then_with(|| row(a).id().cmp(&row(b).id()))
        });
        rows
    }
}

fn own_first(by_name: &[u32], own: CompanyId, list: &CompanyList) -> Vec<u32> {
    let is_own = |row: &u32| list.row(*row as usize).id() == own;
    let mut rows = by_name.to_vec();
    if let Some(at) = rows.iter().position(is_own) {
        rows[..=at].rotate_right(1);
    }
    rows
}

fn compare(key: SortKey, a: Row<'_>, b: Row<'_>) -> Ordering {
    let (x, y) = (a.numbers(), b.numbers());
    match key {
        SortKey::Id => x.id.cmp(&y.id),
        SortKey::Company => a.name().cmp(b.name()),
        SortKey::Inn => a.text(Column::Inn).cmp(b.text(Column::Inn)),
        SortKey::Balance => x.balance.cmp(&y.balance),
        SortKey::Limit => x.credit_limit.cmp(&y.credit_limit),
        SortKey::Runway => {
            // What is never reached comes after everything that is.
            let days = |numbers: &Numbers| numbers.runway().to_suspension.map_or((1, 0), |days| (0, days));
            days(x).cmp(&days(y))
        }
        SortKey::Status => x.status().cmp(&y.status()),
        SortKey::Zone => {
            let place = |row: Row<'_>| row.zone().offset_minutes;
            place(a).cmp(&place(b)).then_with(|| a.zone().name.cmp(&b.zone().name))
        }
        SortKey::Employees => x.employees.cmp(&y.employees),
    }
}
