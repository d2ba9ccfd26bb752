//! Forms that work before or without WASM: they post to their own page address. A success answers 303,
//! a refusal is the page again with its status and what was typed, passwords apart.

use std::collections::HashMap;
use std::sync::Arc;

use app::desk::{Desk, Entrance};
use app::error::ApiError;
use app::fields::{self, Fields};
use app::people::{EmailLink, Entry};
use app::site::{FormAnswer, after_sign_in, code_page, is_local_path};
use app::values::Lang;
use axum::Form;
use axum::RequestExt as _;
use axum::body::Body;
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Redirect, Response};

use super::pages::render;
use crate::AppState;
use crate::store::Visit;

/// Where a form leads to, or why it does not.
pub(super) type Answer = Result<Response, Response>;

/// Never sent back to the page.
const SECRETS: [&str; 5] = ["code", "current_password", "passkey", "password", "token"];

pub(super) async fn sign_in(State(state): State<AppState>, request: Request) -> Answer {
    let next = next(request.uri());
    let (typed, request) = read(request).await?;
    match entrance(&state, &request).sign_in(typed.clone()).await {
        Ok(Entry::SignedIn) => Ok(Redirect::to(after_sign_in(next.as_deref())).into_response()),
        Ok(Entry::CodeAwaited) => Ok(Redirect::to(&code_page(next.as_deref())).into_response()),
        Err(error) => Err(refused(&state, request, typed, error).await),
    }
}

/// The second step, for whoever has a second factor.
pub(super) async fn sign_in_code(State(state): State<AppState>, request: Request) -> Answer {
    let next = next(request.uri());
    let (typed, request) = read(request).await?;
    match entrance(&state, &request).enter_code(typed.clone()).await {
        Ok(()) => Ok(Redirect::to(after_sign_in(next.as_deref())).into_response()),
        Err(error) => Err(refused(&state, request, typed, error).await),
    }
}

pub(super) async fn forgot_password(State(state): State<AppState>, request: Request) -> Answer {
    let (typed, request) = read(request).await?;
    match entrance(&state, &request).forgot_password(typed.clone()).await {
        Ok(()) => Ok(Redirect::to("/forgot-password?sent").into_response()),
        Err(error) => Err(refused(&state, request, typed, error).await),
    }
}

pub(super) async fn set_password(State(state): State<AppState>, request: Request) -> Answer {
    let (typed, request) = read(request).await?;
    match entrance(&state, &request).set_password(typed.clone()).await {
        Ok(Entry::SignedIn) => Ok(Redirect::to("/").into_response()),
        Ok(Entry::CodeAwaited) => Ok(Redirect::to(&code_page(None)).into_response()),
        Err(error) => Err(refused(&state, request, typed, error).await),
    }
}

pub(super) async fn email_change(State(state): State<AppState>, request: Request) -> Answer {
    let (typed, request) = read(request).await?;
    let token = typed.get("token").cloned().unwrap_or_default();
    match entrance(&state, &request).follow_email_link(token).await {
        Ok(EmailLink::Confirm { .. }) => Ok(Redirect::to("/email-change?sent=confirmed").into_response()),
        Ok(EmailLink::Cancel { .. }) => Ok(Redirect::to("/email-change?sent=cancelled").into_response()),
        Err(error) => Err(refused(&state, request, typed, error).await),
    }
}

pub(super) async fn register(State(state): State<AppState>, request: Request) -> Answer {
    let (typed, request) = read(request).await?;
    match entrance(&state, &request).register(typed.clone()).await {
        Ok(()) => Ok(Redirect::to("/register/?sent").into_response()),
        Err(error) => Err(refused(&state, request, typed, error).await),
    }
}

/// A request to attach a company. The page then says its number.
pub(super) async fn support(State(state): State<AppState>, request: Request) -> Answer {
    let (typed, request) = read(request).await?;
    let (desk, request) = desk(&state, request, &typed).await?;
    match desk.request_attachment(typed.clone()).await {
        Ok(number) => Ok(Redirect::to(&format!("/support?sent={number}")).into_response()),
        Err(error) => Err(refused(&state, request, typed, error).await),
    }
}

pub(super) async fn profile(State(state): State<AppState>, request: Request) -> Answer {
    let (typed, request) = read(request).await?;
    let (desk, request) = desk(&state, request, &typed).await?;
    match profile_form(&*desk, typed.clone()).await {
        Ok(form) => Ok(Redirect::to(&format!("/profile?sent{form}")).into_response()),
        Err(error) => Err(refused(&state, request, typed, error).await),
    }
}

/// Several forms stand on the profile; all but the first name themselves in the field `form`. What is said of a success.
async fn profile_form(desk: &dyn Desk, mut fields: Fields) -> Result<&'static str, ApiError> {
    let form = fields.remove("form").unwrap_or_default();
    match form.as_str() {
        "" => desk.save_profile(fields).await.map(|_| ""),
        "password" => desk.change_password(fields).await.map(|()| "=password"),
        "email" => desk.change_email(fields).await.map(|_| "=email"),
        "give_up_email_change" => desk.give_up_email_change().await.map(|_| "=give_up_email_change"),
        "end_session" => {
            let session = fields.remove("session").unwrap_or_default();
            desk.end_session(session).await.map(|_| "=end_session")
        }
        "allow_viewing" => desk.allow_viewing(fields).await.map(|_| "=allow_viewing"),
        "forbid_viewing" => desk.forbid_viewing().await.map(|_| "=forbid_viewing"),
        "end_other_sessions" => desk.end_other_sessions().await.map(|_| "=end_other_sessions"),
        _ => Err(ApiError::Malformed),
    }
}

/// Sets the language and goes back to the page that asked.
pub(super) async fn language(State(state): State<AppState>, request: Request) -> Answer {
    let (typed, request) = read(request).await?;
    let Some(lang) = Lang::parse(fields::text(&typed, "lang")) else {
        return Err(StatusCode::UNPROCESSABLE_ENTITY.into_response());
    };
    match entrance(&state, &request).choose_language(lang).await {
        Ok(()) => Ok(Redirect::to(&came_from(request.headers())).into_response()),
        Err(error) => Err(refused(&state, request, Fields::new(), error).await),
    }
}

pub(super) async fn sign_out(State(state): State<AppState>, request: Request) -> Answer {
    // It says nothing, if there is one.
    let request = Request::from_parts(request.into_parts().0, Body::empty());
    let signed_out = match entrance(&state, &request).desk().await {
        Ok(desk) => desk.sign_out().await,
        Err(error) => Err(error),
    };
    match signed_out {
        Ok(()) | Err(ApiError::Unauthenticated) => {
            if let Some(visit) = request.extensions().get::<Visit>() {
                visit.cookies.clear_session();
            }
            Ok(Redirect::to("/sign-in").into_response())
        }
        // The session may live on: the cookie must not seem to be the end of it.
        Err(error) => Err(refused(&state, request, Fields::new(), error).await),
    }
}

/// Back to oneself, at the page where it was begun.
pub(super) async fn end_viewing(State(state): State<AppState>, request: Request) -> Answer {
    let request = Request::from_parts(request.into_parts().0, Body::empty());
    let (desk, request) = desk(&state, request, &Fields::new()).await?;
    match desk.end_viewing().await {
        Ok(path) => Ok(Redirect::to(&path).into_response()),
        // It had ended by itself.
        Err(ApiError::Missing) => Ok(Redirect::to("/").into_response()),
        Err(error) => Err(refused(&state, request, Fields::new(), error).await),
    }
}

fn entrance(state: &AppState, request: &Request) -> Arc<dyn Entrance> {
    let visit = request.extensions().get::<Visit>().cloned();
    Arc::clone(&state.store).entrance(visit.unwrap_or_else(Visit::unknown))
}

/// The desk of whoever sends the form, and the request in the language of their profile, for rendering the page again.
/// Without a session the way leads over the sign-in page back to the form.
pub(super) async fn desk(
    state: &AppState,
    mut request: Request,
    typed: &Fields,
) -> Result<(Arc<dyn Desk>, Request), Response> {
    let desk = match entrance(state, &request).desk().await {
        Ok(desk) => desk,
        Err(ApiError::Unauthenticated) => {
            return Err(Redirect::to(&format!("/sign-in?next={}", request.uri().path())).into_response());
        }
        Err(error) => return Err(refused(state, request, typed.clone(), error).await),
    };
    let language = desk.me().await.ok().and_then(|me| me.language);
    if let (Some(language), Some(visit)) = (language, request.extensions_mut().get_mut::<Visit>()) {
        visit.lang = language;
    }
    Ok((desk, request))
}

/// The form's fields, and the request without its body for rendering the page again.
async fn read(request: Request) -> Result<(Fields, Request), Response> {
    let (parts, body) = request.into_parts();
    let again = Request::from_parts(parts.clone(), Body::empty());
    let form = Request::from_parts(parts, body).extract::<Form<Vec<(String, String)>>, _>().await;
    match form {
        Ok(Form(pairs)) => Ok((pairs.into_iter().collect(), again)),
        Err(rejection) => Err(rejection.into_response()),
    }
}

/// The page at the form's address again; where there is none, a page that says what went wrong.
pub(super) async fn refused(state: &AppState, request: Request, typed: Fields, error: ApiError) -> Response {
    let status = status(&error);
    let wait = error.retry_after();
    let answer = FormAnswer { typed: shown(typed), error: Some(error), is_done: false };
    let mut response = render(state, request, Some((answer, status))).await;
    if let Some(seconds) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

fn shown(mut typed: Fields) -> Fields {
    typed.retain(|name, _| !SECRETS.contains(&name.as_str()));
    typed
}

fn status(error: &ApiError) -> StatusCode {
    StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// `?next=`, wherever it leads.
fn next(uri: &Uri) -> Option<String> {
    let query: Option<Query<HashMap<String, String>>> = Query::try_from_uri(uri).ok();
    query.and_then(|Query(mut query)| query.remove("next"))
}

/// The page that the request came from; its path alone, so that nobody is led elsewhere.
fn came_from(headers: &HeaderMap) -> String {
    let referer = headers.get(header::REFERER).and_then(|value| value.to_str().ok());
    let path = referer.and_then(|address| address.parse::<Uri>().ok()?.path_and_query().map(ToString::to_string));
    path.filter(|path| is_local_path(path)).unwrap_or_else(|| "/".to_owned())
}
