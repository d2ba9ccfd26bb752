//! Checks a second of INNs, accounts with their BIC, whole sets, and the doctor's look at a wrong INN: what a paste or an
//! import of many rests on. `cargo bench -p app --features ssr --bench requisites`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use app::requisites::doctor::diagnose;
use app::requisites::{BankRecord, Bic, Inn, RequisitesDraft, SettlementAccount};

/// Long enough that the clock does not count.
const LENGTH: Duration = Duration::from_millis(300);
const ROUNDS: usize = 5;
/// Between two looks at the clock.
const BATCH: u32 = 1000;

fn main() {
    report("INN, 10 digits", || Inn::parse(black_box("0017000016")).is_ok());
    report("INN, 12 digits", || Inn::parse(black_box("001700000150")).is_ok());
    report("account with its BIC", || {
        let bic = Bic::parse(black_box("040613746"));
        let account = SettlementAccount::parse(black_box("40702810100000000017"));
        bic.is_ok_and(|bic| account.is_ok_and(|account| account.check_key(&bic).is_ok()))
    });
    let (set, record) = (whole_set(), BankRecord::default());
    report("whole set", || black_box(&set).check(black_box(&record)).is_ok());
    let wrong = RequisitesDraft { inn: "7707083983".to_owned(), ..RequisitesDraft::default() };
    report("doctor, wrong INN", || diagnose("inn", black_box(&wrong), &record, &|_| false).is_some());
}

fn whole_set() -> RequisitesDraft {
    RequisitesDraft {
        inn: "0017000016".to_owned(),
        kpp: "001701001".to_owned(),
        bic: "040613746".to_owned(),
        account: "40702810100000000017".to_owned(),
        correspondent_account: "30101810300000000746".to_owned(),
    }
}

/// The best of several rounds: the others had more of the machine's other work in them.
fn report(what: &str, check: impl Fn() -> bool) {
    assert!(check(), "{what}: the sample must be what it claims");
    let best = (0..ROUNDS).map(|_| per_second(&check)).fold(0.0, f64::max);
    println!("{what:22} {best:>12.0} a second");
}

fn per_second(check: &impl Fn() -> bool) -> f64 {
    let start = Instant::now();
    let mut batches = 0;
    while start.elapsed() < LENGTH {
        for _ in 0..BATCH {
            black_box(check());
        }
        batches += 1;
    }
    f64::from(batches * BATCH) / start.elapsed().as_secs_f64()
}
