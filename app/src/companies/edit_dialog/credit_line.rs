//! The credit line: a bead on a wire from the limit (left) to zero (right); a stopped one is a square.

use leptos::prelude::*;

use crate::site::use_lang;
use crate::values::{CreditState, Kopecks, Lang, credit_state};
use crate::words;

/// Where a balance is, between the suspension and zero. The limit is above zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub balance: Kopecks,
    pub limit: Kopecks,
    pub threshold: Option<Kopecks>,
}

impl Standing {
    pub fn state(self) -> CreditState {
        credit_state(self.balance, self.limit, self.threshold)
    }

    /// What may still be spent.
    pub fn available(self) -> Kopecks {
        self.balance.checked_add(self.limit).unwrap_or(self.balance)
    }

    fn suspension(self) -> Kopecks {
        Kopecks::new(-self.limit.value())
    }

    /// Per mille of the wire from the left.
    fn place(self, amount: Kopecks) -> i64 {
        let from_left = i128::from(amount.value()) + i128::from(self.limit.value());
        let place = (from_left * 1000).div_euclid(i128::from(self.limit.value().max(1)));
        i64::try_from(place.clamp(0, 1000)).unwrap_or_default()
    }

    /// The threshold's place, when it lies on the wire.
    fn threshold_place(self) -> Option<(Kopecks, i64)> {
        let threshold = self.threshold?;
        (threshold > self.suspension() && threshold < Kopecks::ZERO).then(|| (threshold, self.place(threshold)))
    }
}

#[component]
pub fn CreditLine(standing: Standing) -> impl IntoView {
    let lang = use_lang();
    move || drawing(standing, lang.get())
}

fn drawing(standing: Standing, lang: Lang) -> impl IntoView {
    use words::dialog as w;
    let bead = standing.place(standing.balance);
    let x = percent(bead);
    let (now, suspension) = (amount(standing.balance, lang), amount(standing.suspension(), lang));
    let mark = standing.threshold_place();
    let threshold = mark.map(|(threshold, _)| amount(threshold, lang));
    let named = w::credit_line(&now, threshold.as_deref(), &suspension, lang);
    let anchor = match bead {
        ..150 => "start",
        850.. => "end",
        _ => "middle",
    };
    let tick = mark.map(|(_, at)| view! { <line class="tk" x1=percent(at) x2=percent(at) y1="26" y2="36" /> });
    let crowd = mark.map_or(1000, |(_, at)| at);
    let caption = mark.zip(threshold).filter(|((_, at), _)| *at >= 150).map(|((_, at), text)| {
        let (anchor, dx) = if at > 650 { ("end", "-4") } else { ("start", "4") };
        view! { <text x=percent(at) y="49" dx=dx text-anchor=anchor>{format!("{text} {}", w::line_threshold(lang))}</text> }
    });
    let stopped = standing.state() == CreditState::Suspended;
    view! {
        <svg class="wire big" role="img" aria-label=named>
            <line x1="0" x2="100%" y1="26" y2="26" />
            <line class="u" x1=x.clone() x2="100%" y1="26" y2="26" />
            {tick}
            <line class="tk" x1="1" x2="1" y1="20" y2="36" />
            <line class="tk" x1="100%" x2="100%" y1="20" y2="36" />
            {stopped.then(|| view! { <rect x="-5" y="21" width="10" height="10" rx="1" /> })}
            {(!stopped).then(|| view! { <circle cx=x.clone() cy="26" r="5" /> })}
            <text class="now" x=x.clone() y="13" text-anchor=anchor>{format!("{now} {}", w::line_now(lang))}</text>
            <text x="0" y="49">
                {suspension}
                {(crowd >= 320).then(|| view! { <tspan class="only-l">{format!(" {}", w::line_suspension(lang))}</tspan> })}
            </text>
            {caption}
            <text x="100%" y="49" text-anchor="end">"0"</text>
        </svg>
    }
}

fn percent(per_mille: i64) -> String {
    format!("{}.{}%", per_mille / 10, per_mille % 10)
}

/// Whole roubles without their `.00`.
fn amount(amount: Kopecks, lang: Lang) -> String {
    let shown = amount.shown(lang);
    if amount.value() % 100 == 0 { shown.whole().to_owned() } else { shown.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(balance: i64, limit: i64, threshold: Option<i64>) -> Standing {
        let kopecks = |roubles| Kopecks::new(roubles * 100);
        Standing { balance: kopecks(balance), limit: kopecks(limit), threshold: threshold.map(kopecks) }
    }

    #[test]
    fn the_bead_lies_between_the_suspension_and_zero() {
        for (balance, place) in [(-60_000, 0), (-45_000, 250), (-30_000, 500), (0, 1000), (5, 1000), (-70_000, 0)] {
            let standing = standing(balance, 60_000, None);
            assert_eq!(standing.place(standing.balance), place, "{balance}");
        }
        assert_eq!(percent(304), "30.4%");
    }

    #[test]
    fn a_threshold_outside_the_wire_has_no_mark() {
        for (threshold, place) in [(-40_000, Some(333)), (0, None), (500, None), (-60_000, None)] {
            let standing = standing(0, 60_000, Some(threshold));
            assert_eq!(standing.threshold_place().map(|(_, place)| place), place, "{threshold}");
        }
    }
}
