//! What was checked about a request before it is decided: every check with its verdict, the failed ones in sight.

use leptos::prelude::*;

use crate::affiliates::{Finding, Request, Verdict};
use crate::site::{Icon, t, use_lang};
use crate::words::support as words;

/// Nothing once the request is settled.
#[component]
pub fn Checks(request: Memo<Request>) -> impl IntoView {
    let lang = use_lang();
    let findings = Memo::new(move |_| {
        request.with(|request| request.review.as_ref().map_or(Vec::new(), |review| review.findings.clone()))
    });
    let held = move || findings.with(|all| all.iter().filter(|finding| finding.verdict == Verdict::Holds).count());
    let summary = move || words::checks_held(held(), findings.with(Vec::len), lang.get());
    let failed = move || {
        let failed = findings.get().into_iter().filter(|finding| finding.obstacle().is_some());
        failed.map(|finding| view! { <Line finding /> }).collect_view()
    };
    let rest = move || {
        let rest = findings.get().into_iter().filter(|finding| finding.obstacle().is_none());
        rest.map(|finding| view! { <Line finding /> }).collect_view()
    };
    view! {
        <Show when=move || findings.with(|all| !all.is_empty())>
            <div class="s checks" role="group" aria-label=t(words::checks)>
                <ul>{failed}</ul>
                <details>
                    <summary>{summary}</summary>
                    <ul>{rest}</ul>
                </details>
            </div>
        </Show>
    }
}

#[component]
fn Line(finding: Finding) -> impl IntoView {
    let lang = use_lang();
    let (class, icon) = match finding.verdict {
        Verdict::Holds => ("row", "check"),
        Verdict::Fails(_) => ("row warn", "alert"),
        Verdict::Unknown => ("row dim", "pause"),
    };
    view! { <li class=class><Icon name=icon /><span>{move || finding.words(lang.get())}</span></li> }
}
