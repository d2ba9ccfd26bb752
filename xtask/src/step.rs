//! Progress: a line when a step begins, a line with its seconds when it ends.

use std::time::Instant;

/// Runs one step of a command and tells the person how long it took.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
    eprintln!("▶ {name}");
    let start = Instant::now();
    let result = work();
    let seconds = start.elapsed().as_secs_f64();
    match &result {
        Ok(_) => eprintln!("✔ {name}: {seconds:.1} s"),
        Err(_) => eprintln!("✘ {name}: {seconds:.1} s"),
    }
    result
}

/// Says something that the person should know and that stops nothing.
pub(crate) fn note(text: &str) {
    eprintln!("• {text}");
}
