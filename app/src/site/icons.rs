//! The line icons, drawn once in the document and shown by name.

use leptos::prelude::*;

/// One icon of the sprite. Decoration: what it means stands in words beside it or in the control's name.
#[component]
pub fn Icon(name: &'static str) -> impl IntoView {
    view! { <svg class="i" aria-hidden="true"><use href=format!("#i-{name}") /></svg> }
}

/// The product's mark: three wires of an abacus.
#[component]
pub fn Logo() -> impl IntoView {
    view! {
        <svg width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" aria-hidden="true">
            <path d="M1.5 4.5h17M1.5 10h17M1.5 15.5h17" />
            <g fill="currentColor" stroke="none">
                <circle cx="5" cy="4.5" r="2.6" />
                <circle cx="13.6" cy="10" r="2.6" />
                <circle cx="8.4" cy="15.5" r="2.6" />
            </g>
        </svg>
    }
}

/// The sprite, after the app in the body: the server's alone, so it is never part of what wakes up.
#[cfg(feature = "ssr")]
#[component]
pub fn Icons() -> impl IntoView {
    let symbols: String = SHAPES
        .iter()
        .map(|(name, shape)| format!(r#"<symbol id="i-{name}" viewBox="0 0 16 16">{shape}</symbol>"#))
        .collect();
    view! { <svg hidden inner_html=symbols></svg> }
}

#[cfg(feature = "ssr")]
const SHAPES: [(&str, &str); 30] = [
    ("companies", r#"<path d="M2.5 13.5h11M4 13.5v-10h5v10M9 6.5h3.5v7M6 6h1M6 8.5h1M6 11h1"/>"#),
    ("building", r#"<path d="M3.5 13.5v-11h9v11M2 13.5h12M6 5.2h1M9 5.2h1M6 7.9h1M9 7.9h1M7 13.5v-2.8h2v2.8"/>"#),
    ("billing", r#"<path d="M3.2 2.5h9.6v11l-1.6-1-1.6 1-1.6-1-1.6 1-1.6-1-1.6 1zM5.7 5.8h4.6M5.7 8.4h4.6"/>"#),
    (
        "users",
        r#"<circle cx="6" cy="5.4" r="2.3"/><path d="M2 13c.4-2.3 2-3.5 4-3.5s3.6 1.2 4 3.5M10.6 3.4a2.2 2.2 0 0 1 0 4M12 9.8c1.2.5 1.8 1.6 2 3.2"/>"#,
    ),
    ("profile", r#"<circle cx="8" cy="5.5" r="2.6"/><path d="M3 13.4c.5-2.6 2.4-3.9 5-3.9s4.5 1.3 5 3.9"/>"#),
    (
        "support",
        r#"<circle cx="8" cy="8" r="5.6"/><circle cx="8" cy="8" r="2.2"/><path d="m4.1 4.1 2.3 2.3M9.6 9.6l2.3 2.3M11.9 4.1 9.6 6.4M6.4 9.6l-2.3 2.3"/>"#,
    ),
    ("reports", r#"<path d="M3.5 2.5h6l3 3v8h-9zM9.5 2.5v3h3M6 8h4M6 10.5h4"/>"#),
    ("search", r#"<circle cx="7" cy="7" r="4.2"/><path d="m10.2 10.2 3.3 3.3"/>"#),
    ("edit", r#"<path d="m10.7 3.3 2 2-7.2 7.2-2.6.6.6-2.6zM9.3 4.7l2 2"/>"#),
    (
        "link",
        r#"<path d="M7 9a2.4 2.4 0 0 0 3.5 0l2.2-2.2A2.4 2.4 0 0 0 9.2 3.3l-.8.8M9 7a2.4 2.4 0 0 0-3.5 0L3.3 9.2a2.4 2.4 0 0 0 3.5 3.5l.8-.8"/>"#,
    ),
    ("copy", r#"<path d="M5.5 5.5h7.5v8H5.5zM10.5 5.5v-3H3v8h2.5"/>"#),
    ("check", r#"<path d="m3.5 8.4 3 3 6-6.6"/>"#),
    (
        "eye",
        r#"<path d="M1.8 8S4 3.9 8 3.9 14.2 8 14.2 8 12 12.1 8 12.1 1.8 8 1.8 8z"/><circle cx="8" cy="8" r="1.9"/>"#,
    ),
    ("sign-out", r#"<path d="M6.5 2.8H3v10.4h3.5M6.5 8h7M10.8 5.2 13.6 8l-2.8 2.8"/>"#),
    ("alert", r#"<path d="M8 2.6 14 13.4H2zM8 6.6v3.2M8 11.5v.1"/>"#),
    ("key", r#"<circle cx="5.3" cy="10.7" r="2.6"/><path d="m7.2 8.8 5.3-5.3M10.4 5.6l2 2"/>"#),
    ("pause", r#"<circle cx="8" cy="8" r="5.6"/><path d="M6.4 5.9v4.2M9.6 5.9v4.2"/>"#),
    (
        "offline",
        r#"<path d="M2 6.2a9 9 0 0 1 3.2-2M8 3.4a9 9 0 0 1 6 2.8M4.3 8.7a5.6 5.6 0 0 1 3-1.6M10 7.4a5.6 5.6 0 0 1 1.7 1.3M6.6 11.1a2.2 2.2 0 0 1 2.8 0M8 13.2v.1M3 2.6l10 10.8"/>"#,
    ),
    ("clock", r#"<circle cx="8" cy="8" r="5.6"/><path d="M8 4.8V8l2.2 1.6"/>"#),
    ("mail", r#"<path d="M2.3 3.8h11.4v8.4H2.3zM2.3 4.4 8 8.9l5.7-4.5"/>"#),
    ("plus", r#"<path d="M8 3.2v9.6M3.2 8h9.6"/>"#),
    ("x", r#"<path d="m4.2 4.2 7.6 7.6M11.8 4.2l-7.6 7.6"/>"#),
    ("more", r#"<path d="M3.5 8v.1M8 8v.1M12.5 8v.1" stroke-width="2"/>"#),
    ("up", r#"<path d="m4.5 9.7 3.5-3.5 3.5 3.5"/>"#),
    ("down", r#"<path d="m4.5 6.3 3.5 3.5 3.5-3.5"/>"#),
    ("right", r#"<path d="m6.3 4.5 3.5 3.5-3.5 3.5"/>"#),
    ("left", r#"<path d="M9.7 4.5 6.2 8l3.5 3.5"/>"#),
    (
        "sun",
        r#"<circle cx="8" cy="8" r="2.6"/><path d="M8 1.8v1.4M8 12.8v1.4M1.8 8h1.4M12.8 8h1.4M3.6 3.6l1 1M11.4 11.4l1 1M12.4 3.6l-1 1M4.6 11.4l-1 1"/>"#,
    ),
    ("moon", r#"<path d="M13 9.6A5.5 5.5 0 0 1 6.4 3 5.5 5.5 0 1 0 13 9.6z"/>"#),
    ("auto", r#"<circle cx="8" cy="8" r="5.4"/><path d="M8 2.6a5.4 5.4 0 0 1 0 10.8z" fill="currentColor"/>"#),
];
