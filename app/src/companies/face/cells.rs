//! The cells of a row, one by one.

use std::fmt::Write as _;
use std::ops::Range;

use search::Column as Searched;

use super::{CELLS, Cell, Look, why};
use crate::companies::Kind;
use crate::companies::list::{Column, ListZone, Row, Status};
use crate::companies::wire::wire;
use crate::people::employees_href;
use crate::values::{Kopecks, Lang, ShownAmount, city};
use crate::words;

type Marks = [Range<usize>];

pub(super) fn cells(row: Row<'_>, look: Look<'_>) -> [Cell; CELLS] {
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
        plain(&id, marks(0)),
        name(row, look, marks(1), why.note.clone()),
        inn(row, &id, marks(2)),
        money(numbers.balance, &balance, &balance_text, marks(3)),
        credit(row, look.lang, &limit, marks(4)),
        standing(row, look, status, marks(5)),
        zone(row.zone(), &city, marks(6)),
        employees(row, look),
        runway(row, look.lang),
    ]
}

fn plain(text: &str, marks: &Marks) -> Cell {
    let mut cell = Cell::default();
    cell.marked(text, marks);
    cell
}

fn name(row: Row<'_>, look: Look<'_>, marks: &Marks, note: Cell) -> Cell {
    let mut cell = Cell::default();
    cell.markup(r#"<span class="fit"><a class="nm""#);
    cell.attribute("href", &format!("/companies/{}{}", row.id(), look.suffix)).attribute("title", row.name());
    cell.markup(">").marked(row.name(), marks).markup("</a>");
    if row.id() == look.own {
        cell.markup(r#"<span class="tag">"#).text(words::companies::your_company(look.lang)).markup("</span>");
    }
    cell.append(note).markup("</span>");
    cell
}

/// On a phone the ID has no column of its own and stands here.
fn inn(row: Row<'_>, id: &str, marks: &Marks) -> Cell {
    let inn = row.text(Column::Inn);
    let mut cell = Cell::default();
    cell.markup(r#"<span class="only-m" aria-hidden="true">"#).text(id);
    cell.text(if inn.is_empty() { "" } else { " · " }).markup("</span>").marked(inn, marks);
    cell
}

fn money(amount: Kopecks, shown: &ShownAmount, text: &str, marks: &Marks) -> Cell {
    let class = match amount.value() {
        0 => "m nil",
        1.. => "m pos",
        _ => "m",
    };
    let border = shown.whole().len();
    let mut cell = Cell::default();
    cell.markup("<span").attribute("class", class).markup(">").marked_part(text, 0..border, marks);
    cell.markup("<i>").marked_part(text, border..text.len(), marks).markup("</i></span>");
    cell
}

/// Nearly every limit is whole roubles: `,00` in each row would only be noise.
pub(in crate::companies) fn shown_limit(limit: Kopecks, lang: Lang) -> String {
    let shown = limit.shown(lang);
    if limit.value() % 100 == 0 { shown.whole().to_owned() } else { shown.to_string() }
}

fn credit(row: Row<'_>, lang: Lang, limit: &str, marks: &Marks) -> Cell {
    let numbers = row.numbers();
    let mut cell = Cell::default();
    if numbers.kind == Kind::Platform && numbers.credit_limit == Kopecks::ZERO {
        cell.markup(r#"<span class="dim">—</span>"#);
        return cell;
    }
    cell.markup(r#"<span class="line">"#);
    wire(numbers.balance, numbers.credit_limit, lang, &mut cell);
    let shown = 0..shown_limit(numbers.credit_limit, lang).len();
    cell.markup("<span>").marked_part(limit, shown, marks).markup("</span></span>");
    cell
}

/// Days to suspension, and where a threshold is set, to that. On a phone, where the column has no head, it says what it is.
fn runway(row: Row<'_>, lang: Lang) -> Cell {
    let runway = row.numbers().runway();
    let mut cell = Cell::default();
    cell.markup(r#"<span><span class="only-m" aria-hidden="true">"#).text(words::companies::runway(lang)).text(" ");
    cell.markup("</span>").text(&words::money::days(runway.to_suspension, lang)).markup("</span>");
    let threshold = runway.to_threshold.map(|days| words::companies::runway_to_threshold(days, lang));
    cell.markup(r#"<span class="dim">"#).text(&threshold.unwrap_or_default()).markup("</span>");
    cell
}

/// The status; that a suspension is postponed; and, told to whoever looks after the company, that nobody in it can
/// administer it.
fn standing(row: Row<'_>, look: Look<'_>, word: &str, marks: &Marks) -> Cell {
    let numbers = row.numbers();
    let mut cell = pill(row, word, look.lang, marks);
    if let Some(until) = numbers.postponed {
        let postponed = words::money::suspension_postponed(until, look.lang);
        cell.markup(r#"<span class="lack" role="img""#)
            .attribute("aria-label", &postponed)
            .attribute("title", &postponed);
        cell.markup(r##"><svg class="i" aria-hidden="true"><use href="#i-pause"></use></svg></span>"##);
    }
    if numbers.lacks_administrator && row.id() != look.own {
        let lack = words::people::no_active_administrators(look.lang);
        cell.markup(r#"<span class="lack bad" role="img""#).attribute("aria-label", lack).attribute("title", lack);
        cell.markup(r##"><svg class="i" aria-hidden="true"><use href="#i-alert"></use></svg></span>"##);
    }
    cell
}

/// What suspends a company, and since when, is told by its title.
fn pill(row: Row<'_>, word: &str, lang: Lang, marks: &Marks) -> Cell {
    let class = match row.numbers().status() {
        Status::Active => "pill",
        Status::AwaitingConfirmation => "pill d",
        Status::LowBalance => "pill w",
        Status::Suspended => "pill x",
    };
    let mut cell = Cell::default();
    cell.markup("<span").attribute("class", class);
    if let Some(suspended) = row.numbers().suspended {
        cell.attribute("title", &words::money::suspended_since(suspended, lang));
    }
    cell.markup(">").marked(word, marks).markup("</span>");
    cell
}

fn zone(zone: &ListZone, city: &str, marks: &Marks) -> Cell {
    let sign = if zone.offset_minutes < 0 { '\u{2212}' } else { '+' };
    let minutes = zone.offset_minutes.unsigned_abs();
    let mut offset = format!("{sign}{}", minutes / 60);
    if !minutes.is_multiple_of(60) {
        let _ = write!(offset, ":{:02}", minutes % 60);
    }
    let mut cell = Cell::default();
    cell.markup("<span").attribute("title", &zone.name).markup(">").marked(city, marks).text(" ");
    cell.markup(r#"<span class="dim">"#).text(&offset).markup("</span></span>");
    cell
}

fn employees(row: Row<'_>, look: Look<'_>) -> Cell {
    let numbers = row.numbers();
    let mut cell = Cell::default();
    cell.markup(r#"<a class="sub""#).attribute("href", &employees_href(row.id()));
    cell.attribute("aria-label", &words::companies::employees_of(row.name(), look.lang));
    cell.markup(">").text(&numbers.employees.to_string()).markup("</a>");
    cell
}
