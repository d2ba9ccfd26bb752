//! The form of a new request. One's own side of it is given; the other side's ID is typed.

use leptos::ev::SubmitEvent;
use leptos::html::Textarea;
use leptos::prelude::*;

use super::reload;
use crate::affiliates::{Request, door};
use crate::companies::Kind;
use crate::site::{Icon, t, use_lang, use_me};
use crate::ui::{FieldProblem, FormAlert, FormState, Problems, Submit, TextField, typed};
use crate::values::{CompanyId, Problem, RequestId};
use crate::words::support as words;

#[component]
pub fn NewRequest(requests: RwSignal<Vec<Request>>) -> impl IntoView {
    let (own, is_reseller) =
        use_me().with_untracked(|me| (me.company_id.to_string(), me.company_kind == Kind::Reseller));
    let (reseller, company) = if is_reseller { (own, String::new()) } else { (String::new(), own) };
    let (reseller_id, company_id) = (RwSignal::new(reseller), RwSignal::new(company));
    let comment = RwSignal::new(String::new());
    let received = RwSignal::new(None::<RequestId>);
    let form = FormState::new(None);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        received.set(None);
        let fields = typed([("reseller_id", reseller_id), ("company_id", company_id), ("comment", comment)]);
        form.send(door::request_attachment(fields), move |number| {
            received.set(Some(number));
            comment.set(String::new());
            if is_reseller { company_id } else { reseller_id }.set(String::new());
            reload(requests);
        });
    };
    view! {
        <form class="form" method="post" novalidate on:submit=submit>
            <h2>{t(words::new_request)}</h2>
            <p class="sub">{t(words::new_request_about)}</p>
            <div role="status"><Received number=received /></div>
            <FormAlert error=form.error />
            <div class="two">
                <TextField name="reseller_id" label=words::reseller_id value=reseller_id problems=form.problems
                    inputmode="numeric" is_fixed=is_reseller check=is_id />
                <TextField name="company_id" label=words::company_id value=company_id problems=form.problems
                    inputmode="numeric" is_fixed=!is_reseller check=is_id />
            </div>
            <Comment value=comment problems=form.problems />
            <div class="row"><Submit label=words::send_request form /></div>
        </form>
    }
}

fn is_id(text: &str) -> Result<(), Problem> {
    CompanyId::parse(text).map(drop)
}

#[component]
fn Received(number: RwSignal<Option<RequestId>>) -> impl IntoView {
    let lang = use_lang();
    move || {
        number.get().map(|number| {
            view! {
                <div class="note">
                    <Icon name="check" />
                    <span>{move || words::received(&number.to_string(), lang.get())}</span>
                </div>
            }
        })
    }
}

#[component]
fn Comment(value: RwSignal<String>, problems: Problems) -> impl IntoView {
    const NAME: &str = "comment";
    let input = NodeRef::<Textarea>::new();
    Effect::new(move |_| {
        let text = value.get();
        if let Some(input) = input.get().filter(|input| input.value() != text) {
            input.set_value(&text);
        }
    });
    let is_refused = move || problems.with(|all| all.first(NAME).is_some());
    view! {
        <div class="f">
            <label for=NAME>{t(words::comment)}</label>
            <textarea
                node_ref=input
                class="in"
                rows="3"
                id=NAME
                name=NAME
                aria-invalid=move || is_refused().then_some("true")
                aria-describedby=move || is_refused().then(|| format!("{NAME}-e"))
                on:input:target=move |event| {
                    value.set(event.target().value());
                    problems.update(|all| all.forget(NAME));
                }
            ></textarea>
            <FieldProblem name=NAME problems />
        </div>
    }
}
