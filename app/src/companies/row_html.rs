//! The markup of a row, for the server's first rows and for rows that the browser adds.

use std::fmt::Write as _;

use super::face::{CELLS, Face};
use super::html::escape;

/// The classes of the cells: their place on a phone, their width, the side they stand on.
const CLASSES: [&str; CELLS] =
    ["mx dim", "m0", "m2", "n m1", "n mx hide-s", "m3", "mx hide-m sub no-run", "n mx hide-s no-run", "n run"];

/// The whole row. `position` counts the rows of the table's body from 0.
pub(super) fn row_html(face: &Face, position: usize, html: &mut String) {
    let _ = write!(
        html,
        r#"<tr role="row" aria-rowindex="{}" id="c{}" class="{}" tabindex="-1">"#,
        aria_row_index(position),
        face.id,
        face.class
    );
    inner_html(face, html);
    html.push_str("</tr>");
}

/// The cells of a row.
pub(super) fn inner_html(face: &Face, html: &mut String) {
    for (class, cell) in CLASSES.iter().zip(&face.cells) {
        let _ = write!(html, r#"<td role="cell" class="{class}">"#);
        cell.push_html(html);
        html.push_str("</td>");
    }
    html.push_str(r#"<td role="cell" class="n mx"><button class="ib" type="button" aria-label=""#);
    escape(&face.edit, html);
    html.push_str(r#"" title=""#);
    escape(&face.edit, html);
    html.push_str(r##""><svg class="i" aria-hidden="true"><use href="#i-edit"></use></svg></button></td>"##);
}

/// The head is row 1 of the table.
pub(super) fn aria_row_index(position: usize) -> usize {
    position + 2
}
