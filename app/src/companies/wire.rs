//! The credit line: a bead on a wire from the limit, at the left, to zero.

use super::face::Cell;
use crate::values::{Kopecks, Lang};
use crate::words;

/// The wire of a row; nothing where there is no limit to use up.
pub(super) fn wire(balance: Kopecks, credit_limit: Kopecks, lang: Lang, cell: &mut Cell) {
    let (debt, limit) = (balance.debt().value(), credit_limit.value());
    if limit <= 0 {
        return;
    }
    let used = words::companies::limit_used(percent(debt, limit), lang);
    cell.markup(r#"<svg class="wire" role="img""#).attribute("aria-label", &used).markup(">");
    if debt > limit {
        cell.markup(r#"<path class="u" d="M2 5h60"/><rect x="2" y="1.5" width="7" height="7" rx="1"/>"#);
    } else if debt == 0 {
        cell.markup(r#"<path d="M2 5h60"/><circle cx="59" cy="5" r="3"/>"#);
    } else {
        let bead = bead(debt, limit);
        let x = format!("{}.{}", bead / 10, bead % 10);
        cell.markup(r#"<path d="M2 5h60"/><path class="u""#).attribute("d", &format!("M{x} 5H62"));
        cell.markup(r#"/><circle cy="5" r="3.5""#).attribute("cx", &x).markup("/>");
    }
    cell.markup("</svg>");
}

/// Rounded down, but a limit that is exceeded never reads as 100 %.
fn percent(debt: i64, limit: i64) -> i64 {
    let percent = i64::try_from(i128::from(debt) * 100 / i128::from(limit)).unwrap_or(i64::MAX);
    if debt > limit { percent.max(101) } else { percent }
}

/// Where the bead hangs, in tenths of the drawing's unit: 55 at the limit, 585 at zero.
fn bead(debt: i64, limit: i64) -> i64 {
    let used = i128::from(debt) * 530 / i128::from(limit);
    585 - i64::try_from(used).unwrap_or(530).clamp(0, 530)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(balance: i64, limit: i64) -> String {
        let mut cell = Cell::default();
        wire(Kopecks::new(balance), Kopecks::new(limit), Lang::En, &mut cell);
        cell.html()
    }

    #[test]
    fn the_bead_moves_from_zero_to_the_limit_and_turns_square_beyond() {
        assert!(drawn(0, 100).contains(r#"cx="59""#));
        assert!(drawn(-50, 100).contains(r#"cx="32.0""#));
        assert!(drawn(-100, 100).contains(r#"cx="5.5""#));
        assert!(drawn(-101, 100).contains("<rect"));
        assert!(drawn(-101, 100).contains("101% of the credit limit used"));
        assert_eq!(drawn(-5, 0), "");
    }

    #[test]
    fn the_greatest_sums_do_not_overflow() {
        assert!(drawn(i64::MIN, 1).contains("<rect"));
        assert!(drawn(-i64::MAX, i64::MAX).contains(r#"cx="5.5""#));
    }
}
