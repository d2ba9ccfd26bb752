//! One request of one's own company, and what can be done about it while it is open.

use leptos::prelude::*;

use super::comment_form::CommentForm;
use super::comments::Comments;
use super::request_list::RequestList;
use super::request_pill::RequestPill;
use super::withdraw_form::WithdrawForm;
use crate::affiliates::{Request, RequestState};
use crate::site::{Icon, t, use_lang};
use crate::ui::browser::focus_soon;
use crate::ui::{FormAlert, FormState, date_and_time};
use crate::values::RequestId;
use crate::words::support as words;

/// What is about to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Comment,
    Withdraw,
}

/// What is about to be done to which request, one at a time, and the comment as far as it is written.
#[derive(Clone, Copy)]
pub struct Deeds {
    of: RwSignal<Option<(RequestId, Deed)>>,
    pub text: RwSignal<String>,
}

impl Deeds {
    pub fn new() -> Self {
        Self { of: RwSignal::new(None), text: RwSignal::new(String::new()) }
    }

    fn is(self, id: RequestId, deed: Deed) -> bool {
        self.of.get() == Some((id, deed))
    }

    fn begin(self, id: RequestId, deed: Deed) {
        self.text.set(String::new());
        self.of.set(Some((id, deed)));
    }

    pub fn end(self) {
        self.of.set(None);
    }

    /// Gives it up: the buttons come back, and the focus to the one that began it.
    pub fn leave(self, id: RequestId, form: FormState) {
        // Once it is on its way it cannot be called back.
        if form.is_busy.get_untracked() {
            return;
        }
        let place = if self.of.get_untracked() == Some((id, Deed::Comment)) { "first-child" } else { "last-child" };
        form.clear();
        self.end();
        focus_soon(format!("#request-{id} .acts button:{place}"));
    }
}

#[component]
pub fn OwnRow(request: Request, requests: RequestList, deeds: Deeds) -> impl IntoView {
    let lang = use_lang();
    // One for both deeds: what is being withdrawn is not commented on at the same time.
    let form = FormState::new(None);
    let Request { id, reseller_id, company_id, created_at, offset_minutes, .. } = request;
    let request = requests.follow(request);
    let state = Memo::new(move |_| request.with(|request| request.state));
    let is_open = move || state.get() == RequestState::New;
    let does = move |deed| is_open() && deeds.is(id, deed);
    let begin = move |deed| {
        move |_| {
            form.clear();
            deeds.begin(id, deed);
        }
    };
    view! {
        <tr role="row" id=format!("request-{id}") tabindex="-1">
            <td role="cell" class="mx dim">{id.to_string()}</td>
            <td role="cell" class="m0 whole">
                <span class="pair">
                    <span class="nm">{t(words::reseller)}" "{reseller_id}</span>
                    <Icon name="right" />
                    <span class="nm">{t(words::company)}" "{company_id}</span>
                </span>
                <span class="s dim remark">{move || request.with(|request| request.remark().to_owned())}</span>
                <Comments request />
                <FormAlert error=form.whole() />
                <Show when=move || does(Deed::Comment)><CommentForm id form requests deeds /></Show>
                <Show when=move || does(Deed::Withdraw)><WithdrawForm id form requests deeds /></Show>
            </td>
            <td role="cell" class="m2 sub hide-s">{move || date_and_time(created_at, offset_minutes, lang.get())}</td>
            <td role="cell" class="m3"><RequestPill state /></td>
            <td role="cell" class="mw n">
                <Show when=move || is_open() && !does(Deed::Comment) && !does(Deed::Withdraw)>
                    <span class="row acts">
                        <button class="b sm" type="button" on:click=begin(Deed::Comment)>{t(words::add_comment)}</button>
                        <button class="b sm" type="button" on:click=begin(Deed::Withdraw)>{t(words::withdraw)}</button>
                    </span>
                </Show>
            </td>
        </tr>
    }
}
