//! One labelled field of several lines with its problem.

use leptos::html::Textarea;
use leptos::prelude::*;

use super::field::{FieldProblem, Problems};
use super::follow::follow;
use crate::site::t;
use crate::values::Lang;

/// Like [`TextField`](super::TextField): a plain named control, whose signal follows what is typed once awake.
#[component]
pub fn TextArea(
    /// The name on the wire.
    name: &'static str,
    /// Of the element, where another has one like the name.
    #[prop(optional)]
    id: Option<&'static str>,
    label: fn(Lang) -> &'static str,
    value: RwSignal<String>,
    problems: Problems,
) -> impl IntoView {
    let id = id.unwrap_or(name);
    let area = NodeRef::<Textarea>::new();
    follow(area, value);
    let is_refused = move || problems.with(|all| all.first(name).is_some());
    view! {
        <div class="f">
            <label for=id>{t(label)}</label>
            <textarea
                node_ref=area
                class="in"
                rows="3"
                id=id
                name=name
                aria-invalid=move || is_refused().then_some("true")
                aria-describedby=move || is_refused().then(|| format!("{name}-e"))
                on:input:target=move |event| {
                    value.set(event.target().value());
                    problems.update(|all| all.forget(name));
                }
                inner_html=value.with_untracked(|text| escaped(text))
            ></textarea>
            <FieldProblem name problems />
        </div>
    }
}

/// The framework takes a text area's content for HTML as it is.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_text_cannot_end_its_area() {
        assert_eq!(escaped("</textarea><img> & co"), "&lt;/textarea>&lt;img> &amp; co");
    }
}
