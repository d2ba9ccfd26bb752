//! A QR code on the page: dark on light in either theme, since that is what cameras read.

use leptos::prelude::*;

use crate::site::t;
use crate::values::{Lang, QrDrawing};

/// Modules of white around the code, as the QR standard asks.
const QUIET: u32 = 4;

#[component]
pub fn QrPicture(drawing: QrDrawing, label: fn(Lang) -> &'static str) -> impl IntoView {
    let QrDrawing { size, path } = drawing;
    let side = size + 2 * QUIET;
    view! {
        <svg
            class="qr-code"
            viewBox=format!("0 0 {side} {side}")
            role="img"
            aria-label=t(label)
            shape-rendering="crispEdges"
        >
            <rect width=side height=side fill="#fff" />
            <path transform=format!("translate({QUIET} {QUIET})") d=path fill="#000" />
        </svg>
    }
}
