//! The door of the directories: what the operator may ask about them. Files come as plain forms.

use leptos::prelude::*;

use super::BankDirectory;
use crate::error::ApiError;
use crate::wire::JsonPost;

#[cfg(feature = "ssr")]
use crate::desk::desk;

/// What is loaded of the directory of banks, and every try to load it.
#[server(name = AskBankDirectory, prefix = "/api", endpoint = "bank_directory", protocol = JsonPost)]
pub async fn bank_directory() -> Result<BankDirectory, ApiError> {
    desk().await?.bank_directory().await
}
