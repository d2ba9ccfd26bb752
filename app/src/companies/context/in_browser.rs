//! The context's work in the browser: rows follow the keys at once, the list follows the server.

mod address_bar;
mod fresh;
mod keys;

use std::time::Duration;

use leptos::prelude::*;
use leptos::reactive::owner::LocalStorage;
use leptos::task::spawn_local;
use web_sys::HtmlElement;

use self::address_bar::AddressBar;
use self::fresh::Freshness;
use super::{CompaniesContext, Neighbours};
use crate::companies::live::{Asked, Live, shelved};
use crate::companies::live_row::Part;
use crate::companies::sort::Sort;
use crate::companies::virtual_rows::VirtualRows;
use crate::companies::{Book, CompanyForm, Field, FirstRows, door};
use crate::people::Me;
use crate::site::{use_lang, use_me};
use crate::values::{CompanyId, Lang};

/// How long typing must rest before the server is asked for rows that are not here yet.
const REST: Duration = Duration::from_millis(150);

#[derive(Clone, Copy)]
pub(super) struct Browser {
    /// From the moment the table is in the document.
    live: StoredValue<Option<Live>, LocalStorage>,
    /// Told whenever rows are shown: the list behind them may be another one where the summary is the same.
    shown: Trigger,
    freshness: StoredValue<Freshness>,
    asking: StoredValue<Option<TimeoutHandle>>,
    address_bar: AddressBar,
    lang: RwSignal<Lang>,
    me: RwSignal<Me>,
}

impl Browser {
    pub(super) fn new() -> Self {
        let asking = StoredValue::new(None::<TimeoutHandle>);
        on_cleanup(move || {
            asking.try_get_value().flatten().inspect(TimeoutHandle::clear);
        });
        Self {
            live: StoredValue::new_local(None),
            shown: Trigger::new(),
            freshness: StoredValue::new(Freshness::default()),
            asking,
            address_bar: AddressBar::new(),
            lang: use_lang(),
            me: use_me(),
        }
    }

    fn own(self) -> CompanyId {
        self.me.with_untracked(|me| me.company_id)
    }

    fn with_live<T>(self, read: impl FnOnce(&mut Live) -> T) -> Option<T> {
        self.live.try_update_value(|live| live.as_mut().map(read)).flatten()
    }
}

impl CompaniesContext {
    /// Where a company stands in the rows shown; `None` until the whole list is here. Reactive.
    pub fn neighbours(self, id: CompanyId) -> Option<Neighbours> {
        self.browser.shown.track();
        self.browser.with_live(|live| live.neighbours(id)).flatten()
    }

    /// Reads the whole list, once it is here. Reactive.
    pub fn with_book<T>(self, read: impl FnOnce(&Book) -> T) -> Option<T> {
        self.browser.shown.track();
        shelved(self.browser.own()).map(|kept| read(&kept.book.borrow()))
    }

    /// Shows a saved company in its row at once, and one's own new name in the head.
    pub fn saved(self, form: &CompanyForm) {
        if form.is_own
            && let Some(name) = form.fields.get(&Field::Name)
        {
            self.browser.me.update(|me| me.company_name.clone_from(name));
        }
        if let Some(kept) = shelved(self.browser.own()) {
            kept.book.borrow_mut().saved(form);
            self.show();
        }
        self.refresh();
    }

    /// Gives the focus back to a company's row: to its edit button, or the name where that is hidden.
    pub fn focus_row(self, id: CompanyId) {
        self.browser.with_live(|live| live.focus_row(id, Part::Edit));
    }

    pub(in crate::companies) fn type_query(self, query: String) {
        self.query.set(query);
        self.show();
        self.browser.address_bar.write_soon(self);
    }

    pub(in crate::companies) fn choose(self, sort: Option<Sort>) {
        self.sort.set(sort);
        self.show();
        self.browser.address_bar.write_soon(self);
    }

    /// Wakes the table up: takes over the rows that the server rendered and sends for the whole list.
    pub(in crate::companies) fn wake(self, first: FirstRows, scroller: HtmlElement, body: HtmlElement) {
        let own = self.browser.own();
        let mut live = Live::new(first, self.browser.lang.get_untracked());
        let faces = live.faces();
        live.rows = VirtualRows::adopt(scroller, body, faces, move || self.resized());
        if let Some(kept) = shelved(own) {
            live.use_book(kept.book);
        }
        self.browser.live.set_value(Some(live));
        self.show();
        self.refresh();
        // The rows are not views: they have to be told when the page changes its language.
        Effect::new(move |is_shown: Option<()>| {
            self.browser.lang.track();
            if is_shown.is_some() {
                self.show();
            }
        });
    }

    /// Whose company stands first.
    pub(in crate::companies) fn own(self) -> CompanyId {
        self.browser.own()
    }

    pub(in crate::companies) fn scrolled(self) {
        self.browser.with_live(|live| {
            live.rows.iter_mut().for_each(VirtualRows::scrolled);
            live.repaint();
        });
    }

    fn resized(self) {
        self.browser.with_live(|live| {
            live.rows.iter_mut().for_each(VirtualRows::measure);
            live.repaint();
        });
    }

    /// Opens a company's dialog.
    pub(in crate::companies) fn open(self, id: CompanyId) {
        self.browser.address_bar.write(self);
        self.browser.address_bar.go(&untrack(|| self.company_href(id)));
    }

    /// Shows what is asked now. Rows are in the document when this returns.
    pub(in crate::companies) fn show(self) {
        let asked = self.asked();
        match self.browser.with_live(|live| live.show(asked)) {
            Some(Some(summary)) => {
                if self.summary.with_untracked(|shown| *shown != summary) {
                    self.summary.set(summary);
                }
                self.browser.shown.notify();
            }
            Some(None) => self.ask_server_soon(),
            None => {}
        }
    }

    fn asked(self) -> Asked {
        Asked {
            query: self.query.get_untracked(),
            sort: self.sort.get_untracked(),
            lang: self.browser.lang.get_untracked(),
        }
    }

    /// While the whole list is on its way the server answers.
    fn ask_server_soon(self) {
        self.browser.asking.get_value().inspect(TimeoutHandle::clear);
        let handle = set_timeout_with_handle(move || spawn_local(self.ask_server()), REST);
        self.browser.asking.set_value(handle.ok());
    }

    async fn ask_server(self) {
        let asked = self.asked();
        let answer = door::companies_view(asked.query.clone(), asked.sort).await;
        if self.browser.live.try_with_value(|_| ()).is_none() || self.asked() != asked {
            return;
        }
        match answer {
            Ok(first) => {
                self.browser.with_live(|live| {
                    if !live.is_whole() {
                        live.use_first(first);
                    }
                });
                self.show();
            }
            Err(error) => self.failure.set(Some(error)),
        }
    }
}
