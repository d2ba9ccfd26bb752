//! One of a few values to choose between, as a radio button.

use leptos::html::Input;
use leptos::prelude::*;

/// Works as a plain form field too. What was chosen before the page woke up is taken over; the choice follows the signal.
#[component]
pub fn RadioChoice<T>(
    name: &'static str,
    of: T,
    /// As sent in the form.
    value: &'static str,
    chosen: RwSignal<T>,
    /// What stands beside the button.
    children: Children,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let input = NodeRef::<Input>::new();
    Effect::new(move |is_taken_over: Option<bool>| {
        let is_chosen = chosen.get() == of;
        let Some(input) = input.get() else { return false };
        if is_taken_over == Some(true) {
            input.set_checked(is_chosen);
        } else if input.checked() {
            chosen.set(of);
        }
        true
    });
    view! {
        <label class="box">
            <input
                node_ref=input
                type="radio"
                name=name
                value=value
                checked=chosen.get_untracked() == of
                on:change=move |_| chosen.set(of)
            />
            {children()}
        </label>
    }
}
