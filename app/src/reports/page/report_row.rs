//! One report: what it is of, where it stands, and what is done with it.

use leptos::prelude::*;
use search::{Column, Query};

use super::shelf::Shelf;
use crate::reports::{FileKind, Report, ReportState, door};
use crate::site::{t, use_lang};
use crate::ui::{FormAlert, FormState, date_and_time, marked, use_toasts};
use crate::values::Lang;
use crate::words::reports as words;

#[component]
pub fn ReportRow(report: Report, shelf: Shelf) -> impl IntoView {
    let lang = use_lang();
    let (added, made, is_monthly) = (report.added, report.made, report.month.is_some());
    let kept = StoredValue::new(report);
    let name = move || kept.with_value(|report| report.name(lang.get()));
    let services = move || kept.with_value(|report| report.services(lang.get()));
    let days = move || is_monthly.then(|| kept.with_value(|report| report.days(lang.get())));
    let told = move |moment: Option<(i64, i16)>| match moment {
        Some((at, offset)) => date_and_time(at, offset, lang.get()),
        None => "–".to_owned(),
    };
    view! {
        <tr role="row">
            <td role="cell" class="m0" title=name>
                <span class="nm">{move || marked(Column::Text(&name()), &Query::parse(&shelf.query.read()))}</span>
                <span class="s dim block">{days}</span>
            </td>
            <td role="cell" class="mx sub hide-m" title=services>{services}</td>
            <td role="cell" class="mx sub hide-m">{move || words::kind_of_report(is_monthly, lang.get())}</td>
            <td role="cell" class="m1"><State state=kept.with_value(|report| report.state) /></td>
            <td role="cell" class="mx sub hide-m">{move || told(Some(added))}</td>
            <td role="cell" class="m2 sub hide-s">{move || told(made)}</td>
            <td role="cell" class="mw n"><Deeds kept shelf /></td>
        </tr>
    }
}

/// Silent once it is generated.
#[component]
fn State(state: ReportState) -> impl IntoView {
    let lang = use_lang();
    let class = match state {
        ReportState::Generated => "pill",
        ReportState::Generating => "pill w",
        ReportState::Error => "pill x",
    };
    view! { <span class=class>{move || words::state(state, lang.get())}</span> }
}

#[component]
fn Deeds(kept: StoredValue<Report>, shelf: Shelf) -> impl IntoView {
    let (lang, toasts, form) = (use_lang(), use_toasts(), FormState::new(None));
    let (state, has_file) = kept.with_value(|report| (report.state, report.has_file));
    let id = kept.with_value(|report| report.id.clone());
    let again = {
        let id = id.clone();
        move |_| {
            form.send(door::make_report_again(id.clone()), move |report| {
                put(shelf, report, toasts, words::again_toast);
            });
        }
    };
    let delete = move |_| {
        form.send(door::delete_report_file(id.clone()), move |report| put(shelf, report, toasts, words::deleted_toast));
    };
    let named = move |word: fn(&str, Lang) -> String| {
        move || kept.with_value(|report| word(&report.name(lang.get()), lang.get()))
    };
    let download = move |kind: FileKind| {
        let (href, name) = kept.with_value(|report| (report.href(kind), report.id.clone()));
        let label =
            move || kept.with_value(|report| words::download(&report.name(lang.get()), kind.name(), lang.get()));
        view! {
            <a class="b sm" href=href download=format!("{name}.{}", kind.ending()) rel="external" aria-label=label>
                {kind.name()}
            </a>
        }
    };
    view! {
        <FormAlert error=form.error />
        <span class="row acts">
            {has_file.then(|| FileKind::ALL.map(download).into_iter().collect_view())}
            {(state != ReportState::Generating).then(|| view! {
                <button class="b sm g" type="button" aria-label=named(words::again_named) on:click=again>{t(words::again)}</button>
            })}
            {has_file.then(|| view! {
                <button class="b sm g" type="button" aria-label=named(words::delete_named) on:click=delete>{t(words::delete)}</button>
            })}
        </span>
    }
}

/// The row is drawn anew, and the button that was pressed with it.
fn put(shelf: Shelf, report: Report, toasts: crate::ui::ToastBox, said: fn(Lang) -> &'static str) {
    shelf.put(report);
    toasts.say(said);
    crate::ui::browser::focus_soon("main .scroll");
}
