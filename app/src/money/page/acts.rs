//! The questions behind the actions: what each asks for, and how it is sent.

mod fields;

use leptos::ev::SubmitEvent;
use leptos::html::Dialog;
use leptos::prelude::*;

use self::fields::{ActFields, Typed};
use super::super::{Billing, Cause, EntryKind, EntryNumber, Impact, ImpactNote, door};
use super::books::Books;
use crate::error::ApiError;
use crate::fields::Fields;
use crate::invoices::door::{cancel_invoice, create_invoice, set_vat};
use crate::invoices::{InvoiceNumber, IssuedInvoice};
use crate::site::t;
use crate::ui::browser::focus_soon;
use crate::ui::{FORM, FormAlert, FormState, SmallDialog, Submit, close_dialog, use_toasts};
use crate::values::{CompanyId, Lang};
use crate::words::{acts as words, invoices as invoice_words};

/// Something that can be done about a company's money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    Write(EntryKind),
    Reverse(EntryNumber),
    Suspend,
    Resume(Cause),
    Postpone,
    Lend,
    Cap,
    Notices,
    Invoice,
    CancelInvoice(InvoiceNumber),
    Vat,
}

impl Act {
    /// What the reader may do about the company as it stands, in the order of the buttons.
    pub fn possible(now: &Billing) -> Vec<Self> {
        let mut acts = Vec::new();
        if now.takes_invoices() {
            acts.push(Self::Invoice);
        }
        if now.may.write {
            acts.extend([Self::Write(EntryKind::Payment), Self::Write(EntryKind::Correction)]);
        }
        if now.may.grant {
            acts.extend([Self::Lend, Self::Notices]);
        }
        if let Some(own) = now.may.hold {
            acts.push(Self::Postpone);
            if !now.account.recorded.contains(&own) {
                acts.push(Self::Suspend);
            }
            let by_hand = [Cause::Operator, Cause::Reseller].into_iter().filter(|cause| *cause >= own);
            acts.extend(by_hand.filter(|cause| now.account.recorded.contains(cause)).map(Self::Resume));
        }
        if now.may.cap {
            acts.push(Self::Cap);
        }
        if now.vat.is_some() {
            acts.push(Self::Vat);
        }
        acts
    }
}

/// The dialog of one action; `on_close` takes it away.
#[component]
pub fn Question(
    act: Act,
    books: Books,
    dialog: NodeRef<Dialog>,
    #[prop(into)] on_close: Callback<()>,
) -> impl IntoView {
    let (toasts, form, typed) = (use_toasts(), FormState::new(None), Typed::new(act, books));
    let company = books.company();
    let outlook = move || typed.outlook(books);
    // Somebody else may have done it meanwhile: what there is now is shown beside the refusal.
    Effect::new(move |_| match form.error.get() {
        Some(ApiError::PreviewChanged(ground)) => books.now.update(|now| now.stands_on(*ground)),
        Some(error) if error.invalid().is_some_and(|invalid| invalid.first(FORM).is_some()) => books.reload(),
        _ => {}
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (fields, seen, lang) = (typed.fields(), untrack(outlook), books.lang.get_untracked());
        let deed = async move { perform(act, company, fields, seen).await.map_err(|error| typed.learn(error, lang)) };
        form.send(deed, move |done| {
            close_dialog(dialog);
            toasts.tell(move |lang| done.said(act, lang));
            books.reload();
            focus_soon("main .scroll");
        });
    };
    view! {
        <SmallDialog id="act-t" title=title(act) dialog on_close>
            <form novalidate on:submit=submit>
                <div class="cols one">
                    <div class="grp">
                        <p class="sub">{move || words::about(act, books.lang.get())}</p>
                        <FormAlert error=form.whole() />
                        <ActFields act typed problems=form.problems />
                        <ImpactNote impact=Memo::new(move |_| outlook()) />
                    </div>
                </div>
                <div class="dlg-foot">
                    <button class="b end" type="button" on:click=move |_| close_dialog(dialog)>
                        {t(crate::words::person_actions::back)}
                    </button>
                    <Submit label=title(act) form />
                </div>
            </form>
        </SmallDialog>
    }
}

/// A word that needs no state: what the dialog and its button are called.
fn title(act: Act) -> fn(Lang) -> &'static str {
    match act {
        Act::Write(EntryKind::Payment) => words::write_payment,
        Act::Write(_) => words::write_correction,
        Act::Reverse(_) => words::reverse,
        Act::Suspend => words::suspend,
        Act::Resume(Cause::Operator) => words::resume_operator,
        Act::Resume(_) => words::resume_reseller,
        Act::Postpone => words::postpone,
        Act::Lend => words::lend,
        Act::Cap => words::cap,
        Act::Notices => words::notices,
        Act::Invoice => invoice_words::create,
        Act::CancelInvoice(_) => invoice_words::cancel,
        Act::Vat => invoice_words::vat,
    }
}

/// What has come of an action.
enum Done {
    AsTold,
    Issued(IssuedInvoice),
}

impl Done {
    fn said(&self, act: Act, lang: Lang) -> String {
        match self {
            Self::AsTold => words::done(act, lang).to_owned(),
            Self::Issued(invoice) => invoice_words::said(invoice, lang),
        }
    }
}

async fn perform(act: Act, company: CompanyId, fields: Fields, seen: Option<Impact>) -> Result<Done, ApiError> {
    match act {
        Act::Write(_) => door::write_entry(company, fields).await.map(drop),
        Act::Reverse(_) => door::reverse_entry(company, fields).await.map(drop),
        Act::Suspend => door::suspend_company(company, fields).await,
        Act::Resume(_) => door::resume_company(company, fields).await,
        Act::Postpone => door::postpone_suspension(company, fields, seen).await,
        Act::Lend => door::set_temporary_limit(company, fields, seen).await,
        Act::Cap => door::set_credit_pool(company, fields).await,
        Act::Notices => door::set_notices(company, fields, seen).await,
        Act::Invoice => return create_invoice(company, fields).await.map(Done::Issued),
        Act::CancelInvoice(number) => cancel_invoice(number, fields).await,
        Act::Vat => set_vat(company, fields).await,
    }?;
    Ok(Done::AsTold)
}
