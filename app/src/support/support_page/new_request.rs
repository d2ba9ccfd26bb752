//! The form of a new request. One's own side of it is given; the other side's ID is typed.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::request_list::RequestList;
use crate::affiliates::door;
use crate::companies::Kind;
use crate::fields::text;
use crate::site::{FormAnswer, Icon, t, use_lang, use_me};
use crate::ui::{FormAlert, FormState, Submit, TextArea, TextField, typed};
use crate::values::{CompanyId, Problem, RequestId};
use crate::words::support as words;

#[component]
pub fn NewRequest(
    requests: RequestList,
    /// What the plain form was told, if this page is such an answer.
    answer: FormAnswer,
) -> impl IntoView {
    let (own, is_reseller) =
        use_me().with_untracked(|me| (me.company_id.to_string(), me.company_kind == Kind::Reseller));
    let field = |name| RwSignal::new(text(&answer.typed, name).to_owned());
    let (reseller_id, company_id) = if is_reseller {
        (RwSignal::new(own), field("company_id"))
    } else {
        (field("reseller_id"), RwSignal::new(own))
    };
    let comment = field("comment");
    let received = RwSignal::new(answer.sent().and_then(|number| RequestId::parse(number).ok()));
    let form = FormState::new(answer.error);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        received.set(None);
        let fields = typed([("reseller_id", reseller_id), ("company_id", company_id), ("comment", comment)]);
        form.send(door::request_attachment(fields), move |number| {
            received.set(Some(number));
            comment.set(String::new());
            if is_reseller { company_id } else { reseller_id }.set(String::new());
            requests.reload(|| ());
        });
    };
    view! {
        <form class="form" method="post" action="/support" novalidate on:submit=submit>
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
            <TextArea name="comment" label=words::comment value=comment problems=form.problems />
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
