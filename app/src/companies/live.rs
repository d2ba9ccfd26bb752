//! The list in the browser: what is asked of it, which rows that gives, and the rows on the screen.

mod shelf;

use std::cell::RefCell;
use std::rc::Rc;

use search::Query;

pub(super) use self::shelf::{Shelved, shelve, shelved};
use super::book::Book;
use super::context::Neighbours;
use super::face::{Face, Look};
use super::first_rows::{FirstRows, Summary};
use super::list::CompanyList;
use super::live_row::Part;
use super::sort::Sort;
use super::virtual_rows::VirtualRows;
use crate::ui::list_address::suffix;
use crate::values::{CompanyId, Lang};

/// What the person asks to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub query: String,
    pub sort: Option<Sort>,
    pub lang: Lang,
}

/// Where rows come from.
enum Source {
    /// Those that came with the page, for one query and one order only.
    First(FirstRows),
    Whole(Rc<RefCell<Book>>),
}

pub(super) struct Live {
    source: Source,
    asked: Asked,
    query: Query,
    suffix: String,
    /// The rows to show, by their number in the list.
    order: Vec<u32>,
    pub rows: Option<VirtualRows>,
}

impl Live {
    /// Begins with what came with the page, already shown.
    pub(super) fn new(first: FirstRows, lang: Lang) -> Self {
        let asked = Asked { query: first.query.clone(), sort: first.sort, lang };
        let order = (0..u32::try_from(first.list.len()).unwrap_or(0)).collect();
        let query = Query::parse(&asked.query);
        let suffix = suffix(&asked.query, asked.sort);
        Self { source: Source::First(first), asked, query, suffix, order, rows: None }
    }

    pub(super) fn is_whole(&self) -> bool {
        matches!(self.source, Source::Whole(_))
    }

    pub(super) fn use_book(&mut self, book: Rc<RefCell<Book>>) {
        self.source = Source::Whole(book);
    }

    pub(super) fn use_first(&mut self, first: FirstRows) {
        self.source = Source::First(first);
    }

    /// The faces of the first rows, as the server rendered them.
    pub(super) fn faces(&self) -> Vec<Face> {
        self.with_list(|list| (0..self.order.len()).map(|position| self.face(list, position)).collect())
    }

    /// Whether the rows are those of what is asked.
    pub(super) fn shows(&self, asked: &Asked) -> bool {
        self.asked == *asked
    }

    /// Shows what is asked; what stands around the rows. `None` when only the server can tell.
    pub(super) fn show(&mut self, asked: Asked) -> Option<Summary> {
        let is_other_list = asked.query != self.asked.query || asked.sort != self.asked.sort;
        let query = Query::parse(&asked.query);
        let (order, summary) = match &self.source {
            Source::First(first) if first.query == asked.query && first.sort == asked.sort => {
                ((0..u32::try_from(first.list.len()).unwrap_or(0)).collect(), first.summary.clone())
            }
            Source::First(_) => return None,
            Source::Whole(book) => {
                let book = book.borrow();
                let order = book.view(&query, asked.sort);
                let summary = Summary::of(&book, &asked.query, &order);
                (order, summary)
            }
        };
        let focus = self.rows.as_ref().and_then(VirtualRows::focus);
        self.suffix = suffix(&asked.query, asked.sort);
        (self.order, self.query, self.asked) = (order, query, asked);
        if is_other_list && let Some(rows) = &mut self.rows {
            rows.scroll_to_top();
        }
        let pinned = focus.and_then(|focus| self.position(focus.id));
        self.paint(pinned, true);
        if let (Some(focus), Some(rows)) = (focus, &self.rows) {
            match pinned {
                Some(position) => rows.give_focus(position, focus.part, false),
                None => rows.focus_table(),
            }
        }
        Some(summary)
    }

    /// After a scroll or a resize.
    pub(super) fn repaint(&mut self) {
        let focus = self.rows.as_ref().and_then(VirtualRows::focus);
        self.paint(focus.map(|focus| focus.position), false);
    }

    /// Gives a company's row the focus, wherever in the list it is.
    pub(super) fn focus_row(&mut self, id: CompanyId, part: Part) {
        match self.position(id) {
            Some(position) => self.focus_position(position, part),
            None => self.rows.iter().for_each(VirtualRows::focus_table),
        }
    }

    pub(super) fn focus_position(&mut self, position: usize, part: Part) {
        let position = position.min(self.order.len().saturating_sub(1));
        if let Some(rows) = &mut self.rows {
            rows.scroll_near(position);
        }
        self.paint(Some(position), false);
        if let Some(rows) = &self.rows {
            rows.give_focus(position, part, true);
        }
    }

    pub(super) fn id_at(&self, position: usize) -> Option<CompanyId> {
        let row = *self.order.get(position)?;
        Some(self.with_list(|list| list.row(row as usize).id()))
    }

    /// Needs the whole list: the page's first rows do not know their neighbours.
    pub(super) fn neighbours(&self, id: CompanyId) -> Option<Neighbours> {
        let position = self.position(id).filter(|_| self.is_whole())?;
        Some(Neighbours {
            position: position + 1,
            total: self.order.len(),
            previous: position.checked_sub(1).and_then(|before| self.id_at(before)),
            next: self.id_at(position + 1),
        })
    }

    fn position(&self, id: CompanyId) -> Option<usize> {
        let row = self.with_list(|list| list.position(id))?;
        self.order.iter().position(|other| *other as usize == row)
    }

    fn paint(&mut self, pinned: Option<usize>, is_new: bool) {
        let Some(mut rows) = self.rows.take() else { return };
        self.with_list(|list| rows.paint(self.order.len(), pinned, is_new, |position| self.face(list, position)));
        rows.name_query(&self.asked.query);
        self.rows = Some(rows);
    }

    fn face(&self, list: &CompanyList, position: usize) -> Face {
        let own = match &self.source {
            Source::First(first) => first.own,
            Source::Whole(book) => book.borrow().own(),
        };
        let look = Look { query: &self.query, lang: self.asked.lang, own, suffix: &self.suffix };
        Face::of(list.row(self.order[position] as usize), look)
    }

    fn with_list<T>(&self, read: impl FnOnce(&CompanyList) -> T) -> T {
        match &self.source {
            Source::First(first) => read(&first.list),
            Source::Whole(book) => read(book.borrow().list()),
        }
    }
}
