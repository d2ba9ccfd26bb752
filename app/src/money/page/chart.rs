//! The balance in time: steps from day to day, with the threshold and the limit as lines.

use leptos::prelude::*;

use super::books::Books;
use crate::money::{Billing, Slot};
use crate::ui::day;
use crate::values::{Kopecks, Lang};
use crate::words::money as words;

/// Where the drawing lies between the lowest and the highest amount, and between the first and the last instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Frame {
    from: i64,
    to: i64,
    low: i64,
    high: i64,
}

/// What the name of a level takes of the drawing's height, per mille.
const NAME_HEIGHT: i64 = 90;

#[component]
pub fn Chart(books: Books) -> impl IntoView {
    move || {
        let lang = books.lang.get();
        books.now.with(|now| (now.chart.len() > 1).then(|| drawing(now, lang)))
    }
}

fn drawing(now: &Billing, lang: Lang) -> impl IntoView + use<> {
    let Billing { chart: points, account, at, .. } = now;
    let at = *at;
    let limit = Kopecks::new(account.effective_limit(at).value().saturating_neg());
    let threshold = account.watches.iter().find(|watch| watch.slot == Slot::MAIN);
    let threshold = threshold.map(|watch| watch.level.balance(account.effective_limit(at)));
    let frame = Frame::around(points, threshold, limit, at);
    let now_y = frame.y(account.balance);
    let mut days: Vec<(i64, String)> = frame.ticks().map(|tick| (tick, day(tick, now.offset_at(tick), lang))).collect();
    days.dedup_by(|later, day| later.1 == day.1);
    let ticks = days.into_iter().map(|(tick, day)| {
        view! { <text x=percent(frame.x(tick)) y="100%" dy="16" text-anchor="middle">{day}</text> }
    });
    let ticks = ticks.collect_view();
    let names_zero = frame.is_clear(Kopecks::ZERO, threshold.into_iter().chain([limit]));
    view! {
        <svg class="chart" role="img" aria-label=words::chart(points, account.balance, now.offset_at(frame.from), lang)>
            <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" width="100%" height="100%">
                <path class="ax" d=frame.level(Kopecks::ZERO) />
                {threshold.map(|threshold| view! { <path class="thr" d=frame.level(threshold) /> })}
                <path class="lim" d=frame.level(limit) />
                <path class="bal" d=frame.steps(points, at) />
            </svg>
            <circle class="now" cx="100%" cy=percent(now_y) r="4.5" />
            {names_zero.then(|| view! { <text x="0" y=percent(frame.y(Kopecks::ZERO)) dy="-5">"0"</text> })}
            {threshold
                .map(|threshold| {
                    view! {
                        <text class="w" x="0" y=percent(frame.y(threshold)) dy="-5">
                            {words::chart_threshold(threshold, lang)}
                        </text>
                    }
                })}
            <text class="x" x="0" y=percent(frame.y(limit)) dy="-5">{words::chart_limit(limit, lang)}</text>
            {ticks}
        </svg>
    }
}

impl Frame {
    fn around(points: &[(i64, Kopecks)], threshold: Option<Kopecks>, limit: Kopecks, at: i64) -> Self {
        let lines = [Kopecks::ZERO, limit].into_iter().chain(threshold);
        let amounts = points.iter().map(|(_, balance)| *balance).chain(lines).map(Kopecks::value);
        let (low, high) = amounts.fold((0, 0), |(low, high), amount: i64| (low.min(amount), high.max(amount)));
        let from = points.first().map_or(at - 1, |(from, _)| *from);
        Self { from, to: at.max(from + 1), low, high: high.max(low + 1) }
    }

    /// Per mille from the left.
    fn x(self, at: i64) -> i64 {
        scaled(at - self.from, self.to - self.from)
    }

    /// Per mille from the top.
    fn y(self, amount: Kopecks) -> i64 {
        scaled(self.high.saturating_sub(amount.value()), self.high.saturating_sub(self.low))
    }

    /// Whether the name of one level has room beside those of others.
    fn is_clear(self, level: Kopecks, mut others: impl Iterator<Item = Kopecks>) -> bool {
        others.all(|other| (self.y(other) - self.y(level)).abs() >= NAME_HEIGHT)
    }

    fn level(self, amount: Kopecks) -> String {
        format!("M0 {}H1000", self.y(amount))
    }

    /// A balance stays until the next entry.
    fn steps(self, points: &[(i64, Kopecks)], at: i64) -> String {
        let mut path = String::new();
        for (index, (instant, balance)) in points.iter().enumerate() {
            let (x, y) = (self.x(*instant), self.y(*balance));
            path += &if index == 0 { format!("M{x} {y}") } else { format!("H{x}V{y}") };
        }
        path + &format!("H{}", self.x(at))
    }

    /// Instants to name below, a fifth of the period apart.
    fn ticks(self) -> impl Iterator<Item = i64> {
        let step = (self.to - self.from) / 5;
        (1..5).map(move |tick| self.from + step * tick)
    }
}

fn scaled(part: i64, whole: i64) -> i64 {
    let scaled = i128::from(part) * 1000 / i128::from(whole.max(1));
    i64::try_from(scaled.clamp(0, 1000)).unwrap_or_default()
}

fn percent(per_mille: i64) -> String {
    format!("{}.{}%", per_mille / 10, per_mille % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kopecks(amount: i64) -> Kopecks {
        Kopecks::new(amount)
    }

    #[test]
    fn the_balance_is_drawn_as_steps_between_the_highest_and_the_lowest_line() {
        let points = [(0, kopecks(0)), (50, kopecks(600)), (75, kopecks(-400))];
        let frame = Frame::around(&points, Some(kopecks(100)), kopecks(-400), 100);
        assert_eq!(frame.steps(&points, 100), "M0 600H500V0H750V1000H1000");
        assert_eq!(frame.level(kopecks(100)), "M0 500H1000");
    }

    #[test]
    fn a_name_is_left_out_where_another_one_would_stand_on_it() {
        let frame = Frame::around(&[(0, kopecks(1000))], None, kopecks(0), 100);
        assert!(frame.is_clear(kopecks(0), [kopecks(90), kopecks(1000)].into_iter()));
        assert!(!frame.is_clear(kopecks(0), [kopecks(1000), kopecks(80)].into_iter()));
    }

    #[test]
    fn the_greatest_sums_stay_within_the_drawing() {
        let points = [(0, kopecks(i64::MIN)), (1, kopecks(i64::MAX))];
        let frame = Frame::around(&points, None, kopecks(i64::MIN), 1);
        assert!((0..=1000).contains(&frame.y(kopecks(i64::MIN))));
        assert!((0..=1000).contains(&frame.y(kopecks(i64::MAX))));
    }
}
