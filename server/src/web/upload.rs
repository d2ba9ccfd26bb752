//! Files that the operator uploads as plain forms. Who sends one is asked before its body is read.

use app::desk::Desk;
use app::error::ApiError;
use app::fields::Fields;
use app::requisites::PartiesReport;
use app::values::{Invalid, Problem};
use axum::RequestExt as _;
use axum::body::Body;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{Multipart, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect};

use super::forms::{Answer, desk, refused};
use crate::AppState;

/// So many faults of one file are listed.
const FAULTS_SHOWN: usize = 100;

/// What either form sends.
#[derive(Default)]
struct Upload {
    is_of_organizations: bool,
    file_name: String,
    file: Vec<u8>,
    is_confirmed: bool,
}

/// The directory of banks, or organizations for the look-up by INN.
pub(super) async fn directory(State(state): State<AppState>, request: Request) -> Answer {
    let (parts, body) = request.into_parts();
    let again = Request::from_parts(parts.clone(), Body::empty());
    let (desk, again) = desk(&state, again, &Fields::new()).await?;
    // Only the operator's directory tells its state.
    let imported = match desk.bank_directory().await {
        Ok(_) => import(&*desk, Request::from_parts(parts, body)).await,
        Err(error) => Err(error),
    };
    match imported {
        Ok(Imported::Banks) => Ok(Redirect::to("/support/directories?sent").into_response()),
        Ok(Imported::Organizations(PartiesReport { stored, faults })) if faults.is_empty() => {
            Ok(Redirect::to(&format!("/support/directories?sent={stored}")).into_response())
        }
        Ok(Imported::Organizations(report)) => {
            let (typed, error) = of_faults(&report);
            Err(refused(&state, again, typed, error).await)
        }
        Err(error) => Err(refused(&state, again, Fields::new(), error).await),
    }
}

/// What has become of a file.
enum Imported {
    Banks,
    Organizations(PartiesReport),
}

/// The faults of a file, for the page to list.
fn of_faults(report: &PartiesReport) -> (Fields, ApiError) {
    let count = u32::try_from(report.faults.len()).unwrap_or(u32::MAX);
    let mut invalid = Invalid::default();
    invalid.add("organizations", Problem::FileFaults { count });
    let shown = &report.faults[..report.faults.len().min(FAULTS_SHOWN)];
    let faults = serde_json::to_string(shown).unwrap_or_default();
    (Fields::from([("faults".to_owned(), faults)]), ApiError::Invalid(invalid))
}

async fn import(desk: &dyn Desk, request: Request) -> Result<Imported, ApiError> {
    let form = request.extract::<Multipart, _>().await.map_err(|_| ApiError::Malformed)?;
    let upload = Upload::read(form).await.map_err(|error| unread(&error))?;
    if upload.is_of_organizations {
        return desk.import_parties(upload.file).await.map(Imported::Organizations);
    }
    desk.import_banks(upload.file_name, upload.file, upload.is_confirmed).await.map(|_| Imported::Banks)
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
                Some("organizations") => upload.is_of_organizations = true,
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
