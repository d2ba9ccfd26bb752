//! What an action asks for.

use leptos::prelude::*;

use super::super::books::Books;
use super::Act;
use crate::companies::Kind;
use crate::error::ApiError;
use crate::fields::Fields;
use crate::money::{Account, Billing, Impact, Level, Slot, Temporary, notices_text, percent_of};
use crate::site::t;
use crate::ui::browser::fresh_key;
use crate::ui::{DateField, FORM, Problems, RadioChoice, SelectField, TextArea, TextField, local_time};
use crate::values::{Invalid, Kopecks, Lang, Problem, optional};
use crate::words::audit::thresholds;
use crate::words::{acts as words, invoices as invoice_words};

/// In what an increase is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Measure {
    Amount,
    /// Of the permanent limit.
    Percent,
}

impl Measure {
    fn as_str(self) -> &'static str {
        match self {
            Self::Amount => "amount",
            Self::Percent => "percent",
        }
    }
}

/// What is typed, whatever the action.
#[derive(Clone, Copy)]
pub struct Typed {
    act: Act,
    amount: RwSignal<String>,
    unit: RwSignal<Measure>,
    until: RwSignal<String>,
    reference: RwSignal<String>,
    reason: RwSignal<String>,
    with_affiliates: RwSignal<bool>,
    vat: RwSignal<String>,
    /// Further thresholds, by slot.
    levels: [RwSignal<String>; 4],
    repeats: RwSignal<bool>,
    takes_affiliates: bool,
    unseen: StoredValue<Unseen>,
}

/// What is sent along.
struct Unseen {
    /// By which the server knows a second press.
    key: String,
    /// The thresholds as they were when the person last saw them.
    thresholds: String,
}

impl Typed {
    pub fn new(act: Act, books: Books) -> Self {
        let lang = books.lang.get_untracked();
        let amount = books.now.with_untracked(|now| match act {
            Act::Cap => now.pool.map(|pool| pool.cap.editable(lang)),
            // What is owed already, where anything is.
            Act::Invoice => {
                Some(now.account.balance.debt()).filter(|debt| *debt > Kopecks::ZERO).map(|debt| debt.editable(lang))
            }
            Act::Lend => now.account.temporary.map(|temporary| temporary.amount.editable(lang)),
            _ => None,
        });
        let until = books.now.with_untracked(|now| {
            let until = match act {
                Act::Postpone => now.account.postponed_until,
                Act::Lend => now.account.temporary.map(|temporary| temporary.until),
                _ => None,
            }?;
            Some(local_time(until, now.offset_at(until)))
        });
        let is_operators = books.now.with_untracked(|now| now.may.hold == Some(crate::money::Cause::Operator));
        let level = |slot: Slot| {
            let levels = books.now.with_untracked(|now| now.account.watches.clone());
            let level = levels.into_iter().find(|watch| watch.slot == slot).map(|watch| watch.level.editable(lang));
            RwSignal::new(level.unwrap_or_default())
        };
        Self {
            act,
            levels: Slot::FURTHER.map(level),
            repeats: RwSignal::new(books.now.with_untracked(|now| now.repeats_notices)),
            amount: RwSignal::new(amount.unwrap_or_default()),
            unit: RwSignal::new(Measure::Amount),
            until: RwSignal::new(until.unwrap_or_default()),
            reference: RwSignal::new(String::new()),
            reason: RwSignal::new(String::new()),
            with_affiliates: RwSignal::new(false),
            vat: RwSignal::new(books.now.with_untracked(|now| now.vat).unwrap_or_default().stored()),
            takes_affiliates: is_operators && books.now.with_untracked(|now| now.kind == Kind::Reseller),
            unseen: StoredValue::new(Unseen {
                key: fresh_key(),
                thresholds: books.now.with_untracked(|now| notices_text(&now.account.watches, now.repeats_notices)),
            }),
        }
    }

    /// Notes the thresholds that others have set: they are told in words, and whoever saves again has seen them.
    pub fn learn(self, error: ApiError, lang: Lang) -> ApiError {
        let Some(Problem::ChangedMeanwhile { now }) = error.invalid().and_then(|invalid| invalid.first(FORM)) else {
            return error;
        };
        self.unseen.update_value(|unseen| unseen.thresholds.clone_from(now));
        Invalid::at(FORM, Problem::ChangedMeanwhile { now: thresholds(now, lang) }).into()
    }

    /// What the account would be; nothing while it cannot be told. Reactive.
    fn account(self, now: &Billing) -> Option<Account> {
        let mut account = now.account.clone();
        match self.act {
            Act::Lend => {
                let typed = self.amount.get();
                let amount = optional(&typed, |raw| match self.unit.get() {
                    Measure::Amount => Kopecks::parse_amount(raw),
                    Measure::Percent => percent_of(account.limit, raw),
                });
                account.temporary = amount.ok()?.map(|amount| Temporary { amount, until: i64::MAX });
            }
            Act::Postpone => account.postponed_until = (!self.until.get().is_empty()).then_some(i64::MAX),
            Act::Notices => {
                let mut further = Vec::new();
                for (slot, typed) in Slot::FURTHER.into_iter().zip(self.levels) {
                    further.extend(optional(&typed.get(), Level::parse).ok()?.map(|level| (slot, level)));
                }
                account.watches = account.watched_by(&further);
            }
            _ => return None,
        }
        Some(account)
    }

    /// What the action would bring about, where it is one that can be told beforehand. Reactive.
    pub fn outlook(self, books: Books) -> Option<Impact> {
        books.now.with(|now| {
            let ground = now.ground.as_ref()?;
            let account = self.account(now)?;
            Some(ground.outcome(&account, ground.email()))
        })
    }

    /// As they are sent.
    pub fn fields(self) -> Fields {
        let text = |value: RwSignal<String>| value.get_untracked();
        let key = || self.unseen.with_value(|unseen| unseen.key.clone());
        let named: Vec<(&str, String)> = match self.act {
            Act::Write(kind) => vec![
                ("kind", kind.as_str().to_owned()),
                ("amount", text(self.amount)),
                ("description", text(self.reason)),
                ("reference", text(self.reference)),
                ("key", key()),
            ],
            Act::Reverse(number) => {
                vec![("number", number.to_string()), ("description", text(self.reason)), ("key", key())]
            }
            Act::Suspend if self.takes_affiliates && self.with_affiliates.get_untracked() => {
                vec![("reason", text(self.reason)), ("with_affiliates", "on".to_owned())]
            }
            Act::Suspend => vec![("reason", text(self.reason))],
            Act::Resume(cause) => vec![("cause", cause.as_str().to_owned()), ("reason", text(self.reason))],
            Act::Postpone => vec![("until", text(self.until)), ("reason", text(self.reason))],
            Act::Lend => vec![
                ("amount", text(self.amount)),
                ("unit", self.unit.get_untracked().as_str().to_owned()),
                ("until", text(self.until)),
                ("reason", text(self.reason)),
            ],
            Act::Cap => vec![("cap", text(self.amount))],
            Act::Notices => {
                let levels = Slot::FURTHER.map(Slot::field).into_iter().zip(self.levels.map(text));
                let repeats = if self.repeats.get_untracked() { "on" } else { "off" };
                levels
                    .chain([
                        ("repeats", repeats.to_owned()),
                        ("was", self.unseen.with_value(|unseen| unseen.thresholds.clone())),
                    ])
                    .collect()
            }
            Act::Invoice => vec![("amount", text(self.amount)), ("key", key())],
            Act::CancelInvoice(_) => vec![("reason", text(self.reason))],
            Act::Vat => vec![("vat", text(self.vat))],
        };
        named.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

#[component]
pub fn ActFields(act: Act, typed: Typed, problems: Problems) -> impl IntoView {
    let amount = move |name, label, hint| {
        view! { <TextField name label value=typed.amount problems inputmode="decimal" hint /> }
    };
    let reason = move |name, label| view! { <TextArea name label value=typed.reason problems /> };
    let until = move |hint| {
        view! { <DateField name="until" id="act-until" label=words::until_label value=typed.until problems kind="datetime-local" hint /> }
    };
    match act {
        Act::Write(crate::money::EntryKind::Payment) => view! {
            {amount("amount", words::amount, words::amount_hint)}
            <TextField name="reference" label=words::reference value=typed.reference problems hint=words::reference_hint />
            {reason("description", words::description)}
        }
        .into_any(),
        Act::Write(_) => view! {
            {amount("amount", words::amount, words::correction_hint)}
            {reason("description", words::reason)}
        }
        .into_any(),
        Act::Reverse(_) => reason("description", words::reason).into_any(),
        Act::Suspend => view! {
            {reason("reason", words::reason)}
            {typed
                .takes_affiliates
                .then(|| {
                    view! { <Tick name="with_affiliates" label=words::with_affiliates value=typed.with_affiliates /> }
                })}
        }
        .into_any(),
        Act::Resume(_) | Act::CancelInvoice(_) => reason("reason", words::reason).into_any(),
        Act::Postpone => view! { {until(words::postpone_hint)} {reason("reason", words::reason)} }.into_any(),
        Act::Lend => view! {
            {amount("amount", words::amount, words::lend_hint)}
            <Unit typed />
            {until(words::until_hint)}
            {reason("reason", words::reason)}
        }
        .into_any(),
        Act::Cap => amount("cap", words::cap_label, words::cap_hint).into_any(),
        Act::Notices => {
            let [first, others @ ..] = typed.levels;
            let names = Slot::FURTHER.into_iter().skip(1).zip([words::threshold_2, words::threshold_3, words::threshold_4]);
            let other = |((slot, label), value): ((Slot, fn(Lang) -> &'static str), RwSignal<String>)| {
                view! { <TextField name=slot.field() label value problems /> }
            };
            view! {
                <TextField
                    name=Slot::FURTHER[0].field()
                    label=words::threshold_1
                    value=first
                    problems
                    hint=words::notices_hint
                />
                {names.zip(others).map(other).collect_view()}
                <Tick name="repeats" label=words::repeats value=typed.repeats />
            }
            .into_any()
        }
        Act::Invoice => amount("amount", words::amount, words::amount_hint).into_any(),
        Act::Vat => {
            view! { <SelectField name="vat" label=invoice_words::vat value=typed.vat options=invoice_words::vat_options /> }
                .into_any()
        }
    }
}

#[component]
fn Unit(typed: Typed) -> impl IntoView {
    let choice = move |of: Measure, label: fn(Lang) -> &'static str| {
        view! { <RadioChoice name="unit" of value=of.as_str() chosen=typed.unit><span>{t(label)}</span></RadioChoice> }
    };
    view! {
        <fieldset class="row">
            <legend class="vh">{t(words::unit)}</legend>
            {choice(Measure::Amount, words::in_roubles)}
            {choice(Measure::Percent, words::in_percent)}
        </fieldset>
    }
}

#[component]
fn Tick(name: &'static str, label: fn(Lang) -> &'static str, value: RwSignal<bool>) -> impl IntoView {
    view! {
        <label class="box">
            <input
                type="checkbox"
                name=name
                prop:checked=value
                on:change:target=move |event| value.set(event.target().checked())
            />
            <span>{t(label)}</span>
        </label>
    }
}
