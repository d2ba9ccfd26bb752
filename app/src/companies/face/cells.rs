//! The cells of a row, one by one.

use std::fmt::Write as _;
use std::ops::Range;

use search::Column as Searched;

use super::{CELLS, Look, why};
use crate::companies::Kind;
use crate::companies::html::{escape, escaped, marked, marked_part};
use crate::companies::list::{Column, ListZone, Row, Status};
use crate::companies::wire::wire;
use crate::values::{Kopecks, Lang, ShownAmount, city};
use crate::words;

type Marks = [Range<usize>];

pub(super) fn cells(row: Row<'_>, look: Look<'_>) -> [String; CELLS] {
    let numbers = row.numbers();
    let id = numbers.id.to_string();
    let balance = numbers.balance.shown(look.lang);
    let balance_text = balance.to_string();
    // Searched whole: without its kopecks an English `5,000` would read as five and three decimals.
    let limit = numbers.credit_limit.shown(look.lang).to_string();
    let status = words::companies::status(numbers.status(), look.lang);
    let city = city(&row.zone().name, look.lang);
    let shown = [
        Searched::Code(&id),
        Searched::Text(row.name()),
        Searched::Code(row.text(Column::Inn)),
        Searched::Amount(&balance_text),
        Searched::Amount(&limit),
        Searched::Text(status),
        Searched::Text(&city),
    ];
    let why = why::explain(row, look, &shown);
    let marks = |at: usize| why.shown.get(at).map_or(&[][..], Vec::as_slice);
    [
        marked(&id, marks(0)),
        name(row, look, marks(1), &why.note),
        inn(row, &id, marks(2)),
        money(numbers.balance, &balance, &balance_text, marks(3)),
        credit(row, look.lang, &limit, marks(4)),
        pill(numbers.status(), status, marks(5)),
        zone(row.zone(), &city, marks(6)),
        employees(row, look),
    ]
}

fn name(row: Row<'_>, look: Look<'_>, marks: &Marks, note: &str) -> String {
    let mut html = String::with_capacity(256);
    html.push_str(r#"<span class="fit">"#);
    let _ = write!(html, r#"<a class="nm" href="/companies/{}{}" title=""#, row.id(), escaped(look.suffix));
    escape(row.name(), &mut html);
    html.push_str(r#"">"#);
    marked_part(row.name(), 0..row.name().len(), marks, &mut html);
    html.push_str("</a>");
    if row.id() == look.own {
        let _ = write!(html, r#"<span class="tag">{}</span>"#, words::companies::your_company(look.lang));
    }
    html.push_str(note);
    html.push_str("</span>");
    html
}

/// On a phone the ID has no column of its own and stands here.
fn inn(row: Row<'_>, id: &str, marks: &Marks) -> String {
    let inn = row.text(Column::Inn);
    let parting = if inn.is_empty() { "" } else { " · " };
    format!(r#"<span class="only-m" aria-hidden="true">{id}{parting}</span>{}"#, marked(inn, marks))
}

fn money(amount: Kopecks, shown: &ShownAmount, text: &str, marks: &Marks) -> String {
    let class = match amount.value() {
        0 => "m nil",
        1.. => "m pos",
        _ => "m",
    };
    let border = shown.whole().len();
    let mut html = format!(r#"<span class="{class}">"#);
    marked_part(text, 0..border, marks, &mut html);
    html.push_str("<i>");
    marked_part(text, border..text.len(), marks, &mut html);
    html.push_str("</i></span>");
    html
}

/// Nearly every limit is whole roubles: `,00` in each row would only be noise.
pub(in crate::companies) fn shown_limit(limit: Kopecks, lang: Lang) -> String {
    let shown = limit.shown(lang);
    if limit.value() % 100 == 0 { shown.whole().to_owned() } else { shown.to_string() }
}

fn credit(row: Row<'_>, lang: Lang, limit: &str, marks: &Marks) -> String {
    let numbers = row.numbers();
    if numbers.kind == Kind::Platform && numbers.credit_limit == Kopecks::ZERO {
        return r#"<span class="dim">—</span>"#.to_owned();
    }
    let mut html = String::from(r#"<span class="line">"#);
    wire(numbers.balance, numbers.credit_limit, lang, &mut html);
    html.push_str("<span>");
    marked_part(limit, 0..shown_limit(numbers.credit_limit, lang).len(), marks, &mut html);
    html.push_str("</span></span>");
    html
}

fn pill(status: Status, word: &str, marks: &Marks) -> String {
    let class = match status {
        Status::Active => "pill",
        Status::AwaitingConfirmation => "pill d",
        Status::LowBalance => "pill w",
        Status::Suspended => "pill x",
    };
    format!(r#"<span class="{class}">{}</span>"#, marked(word, marks))
}

fn zone(zone: &ListZone, city: &str, marks: &Marks) -> String {
    let sign = if zone.offset_minutes < 0 { '\u{2212}' } else { '+' };
    let minutes = zone.offset_minutes.unsigned_abs();
    let mut html = format!(r#"<span title="{}">{} <span class="dim">"#, escaped(&zone.name), marked(city, marks));
    let _ = match minutes % 60 {
        0 => write!(html, "{sign}{}", minutes / 60),
        rest => write!(html, "{sign}{}:{rest:02}", minutes / 60),
    };
    html.push_str("</span></span>");
    html
}

fn employees(row: Row<'_>, look: Look<'_>) -> String {
    let label = escaped(&words::companies::employees_of(row.name(), look.lang));
    let count = row.numbers().employees;
    format!(r#"<a class="sub" href="/companies/{}/employees" aria-label="{label}">{count}</a>"#, row.id())
}
