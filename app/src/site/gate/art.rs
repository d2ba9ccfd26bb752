//! The abacus at the side of signed-out pages: five wires, and one bead on its way.

use leptos::prelude::*;

/// Beads at the left and at the right end of each wire.
const WIRES: [(i32, i32); 5] = [(3, 5), (5, 3), (2, 5), (4, 4), (6, 2)];
const FIRST_WIRE: i32 = 36;
const BETWEEN_WIRES: i32 = 56;
const BETWEEN_BEADS: i32 = 34;
const LEFT_END: i32 = 22;
const RIGHT_END: i32 = 458;

#[component]
pub fn Art() -> impl IntoView {
    let wires = (0..).map(|number| FIRST_WIRE + number * BETWEEN_WIRES).zip(WIRES);
    view! {
        <svg class="art" viewBox="-4 8 488 280" aria-hidden="true">
            {wires.map(|(y, beads)| wire(y, beads)).collect_view()}
            <ellipse class="hot" cx="196" cy=FIRST_WIRE + 2 * BETWEEN_WIRES rx="13" ry="19" />
        </svg>
    }
}

fn wire(y: i32, (left, right): (i32, i32)) -> impl IntoView {
    let at_left = (0..left).map(|number| LEFT_END + number * BETWEEN_BEADS);
    let at_right = (0..right).map(|number| RIGHT_END - number * BETWEEN_BEADS);
    view! {
        <path d=format!("M0 {y}H480") />
        {at_left.chain(at_right).map(|x| view! { <ellipse cx=x cy=y rx="13" ry="19" /> }).collect_view()}
    }
}
