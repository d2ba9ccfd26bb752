//! Files that the operator uploads as plain forms. Who sends one is asked before its body is read.

use app::desk::Desk;
use app::error::ApiError;
use app::fields::Fields;
use axum::RequestExt as _;
use axum::body::Body;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{Multipart, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect};

use super::forms::{Answer, desk, refused};
use crate::AppState;

/// What the form of the directory of banks sends.
#[derive(Default)]
struct Upload {
    file_name: String,
    file: Vec<u8>,
    is_confirmed: bool,
}

pub(super) async fn banks(State(state): State<AppState>, request: Request) -> Answer {
    let (parts, body) = request.into_parts();
    let again = Request::from_parts(parts.clone(), Body::empty());
    let (desk, again) = desk(&state, again, &Fields::new()).await?;
    // Only the operator's directory tells its state.
    let imported = match desk.bank_directory().await {
        Ok(_) => import(&*desk, Request::from_parts(parts, body)).await,
        Err(error) => Err(error),
    };
    match imported {
        Ok(()) => Ok(Redirect::to("/support/directories?sent").into_response()),
        Err(error) => Err(refused(&state, again, Fields::new(), error).await),
    }
}

async fn import(desk: &dyn Desk, request: Request) -> Result<(), ApiError> {
    let form = request.extract::<Multipart, _>().await.map_err(|_| ApiError::Malformed)?;
    let Upload { file_name, file, is_confirmed } = Upload::read(form).await.map_err(|error| unread(&error))?;
    desk.import_banks(file_name, file, is_confirmed).await.map(drop)
}

impl Upload {
    async fn read(mut form: Multipart) -> Result<Self, MultipartError> {
        let mut upload = Self::default();
        while let Some(field) = form.next_field().await? {
            match field.name() {
                Some("file") => {
                    upload.file_name = name(&field);
                    upload.file = field.bytes().await?.into();
                }
                Some("confirm") => upload.is_confirmed = true,
                _ => {}
            }
        }
        Ok(upload)
    }
}

fn name(field: &Field<'_>) -> String {
    field.file_name().unwrap_or_default().to_owned()
}

fn unread(error: &MultipartError) -> ApiError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { ApiError::TooLarge } else { ApiError::Malformed }
}
