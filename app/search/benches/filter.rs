//! Milliseconds a keystroke at 100,000 companies: typing and deleting, Cyrillic, Latin, digits,
//! two words; then loading and saving. `cargo bench -p search [-- ROWS]`.

#[path = "filter/companies.rs"]
mod companies;

use companies::Company;
use search::{Index, Query, order_key};
use std::hint::black_box;
use std::time::{Duration, Instant};

const DEFAULT_ROWS: u64 = 100_000;
const TYPED: [&str; 9] = [
    "ромашка",
    "Зелёная, д. 5",
    "партнеры елка",
    "new ways",
    "samara",
    "buh@romashka",
    "40702810",
    "+7 912 345",
    "приостановлена",
];
const ROUNDS: usize = 20;

fn main() {
    let rows = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(DEFAULT_ROWS);
    let companies: Vec<Company> = (1..=rows).map(Company::invented).collect();

    let (index, loading) = timed(|| load(&companies));
    println!("{rows} rows folded and indexed in {loading:.1?}");
    let (order, sorting) = timed(|| by_name(&companies));
    println!("sorted by name in {sorting:.1?}");

    let mut all = Vec::new();
    for typed in TYPED {
        let times = keystrokes(&index, &order, typed);
        report(typed, times.clone());
        all.extend(times);
    }
    report("all of them", all);
    saving(index, &companies);
}

fn load(companies: &[Company]) -> Index {
    let mut index = Index::default();
    for company in companies {
        index.push(company.id, &company.columns());
    }
    index
}

fn by_name(companies: &[Company]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..).take(companies.len()).collect();
    order.sort_by_cached_key(|&row| order_key(&companies[row as usize].name));
    order
}

/// The query grows by a character at a time and shrinks again.
fn keystrokes(index: &Index, order: &[u32], typed: &str) -> Vec<Duration> {
    let ends: Vec<usize> = typed.char_indices().skip(1).map(|(at, _)| at).chain([typed.len()]).collect();
    let there_and_back = || ends.iter().chain(ends.iter().rev().skip(1));
    let one = |&end: &usize| timed(|| index.search(&Query::parse(&typed[..end])).arranged(order)).1;
    (0..ROUNDS).flat_map(|_| there_and_back().map(one)).collect()
}

fn saving(mut index: Index, companies: &[Company]) {
    let times = companies
        .iter()
        .take(1000)
        .zip(0..)
        .map(|(company, row)| timed(|| index.replace(row, &Company::invented(company.id + 1).columns())).1);
    report("a saved row", times.collect());
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = black_box(work());
    (result, start.elapsed())
}

fn report(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100];
    println!("{what:16} p50 {:>9.1?}  p95 {:>9.1?}  worst {:>9.1?}", at(50), at(95), at(100));
}
