//! Settings: the only reader of the environment.
//!
//! A setting comes from the environment (`KONTORA_ADDR`), else from `kontora.toml` in the working folder (`addr`),
//! else from its default. An unknown or malformed one is named, all of them at once.

mod public_url;
mod read;
mod sources;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{env, fs, io};

use ipnet::IpNet;
use lettre::message::Mailbox;

pub use public_url::PublicUrl;

use crate::mail::SmtpServer;

/// The file of settings, in the working folder.
const FILE: &str = "kontora.toml";

/// Everything that can be set, checked. Without `Debug`, because it holds passwords.
#[derive(Clone)]
pub struct Config {
    pub addr: SocketAddr,
    pub database_url: String,
    pub public_url: PublicUrl,
    pub mail: Mail,
    pub mail_from: Mailbox,
    pub dadata_url: String,
    pub dadata_token: Option<String>,
    /// How long a look-up may take in all. Not to be set: tests alone shorten it.
    pub dadata_patience: Duration,
    pub trusted_proxy: Vec<IpNet>,
    pub metrics_addr: Option<SocketAddr>,
    /// A filter of `tracing`, such as `info` or `info,server=debug`.
    pub log: String,
    pub log_json: bool,
}

/// Where letters go.
#[derive(Clone)]
pub enum Mail {
    /// One `.eml` a letter into a folder.
    Folder(PathBuf),
    /// `smtp://…` with opportunistic STARTTLS, or `smtps://…`.
    Smtp(SmtpServer),
}

impl Config {
    /// From the environment and `kontora.toml`.
    ///
    /// # Errors
    /// One line for each unknown or malformed setting, with what is expected. Never a value that may be secret.
    pub fn load() -> Result<Self, String> {
        let file = match fs::read_to_string(FILE) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(format!("{FILE}: {error}")),
        };
        let environment = env::vars_os()
            .map(|(name, value)| (name.to_string_lossy().into_owned(), value.to_string_lossy().into_owned()));
        Self::from_sources(environment, &file)
    }

    /// From given variables (those of other programs are passed over) and the text of a `kontora.toml`.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    pub fn from_sources(environment: impl Iterator<Item = (String, String)>, file: &str) -> Result<Self, String> {
        read::config(sources::gather(environment, file))
    }

    /// Makes the folders that an embedded database and letters in files need.
    ///
    /// # Errors
    /// Names the setting and the folder.
    pub fn make_folders(&self) -> Result<(), String> {
        if let Some(folder) = self.database_folder() {
            make(folder, "KONTORA_DATABASE_URL")?;
        }
        if let Mail::Folder(folder) = &self.mail {
            make(folder, "KONTORA_MAIL")?;
        }
        Ok(())
    }

    fn database_folder(&self) -> Option<&Path> {
        let path = self.database_url.strip_prefix("sqlite:")?;
        let path = path.strip_prefix("//").unwrap_or(path);
        let path = path.split('?').next().unwrap_or(path);
        Path::new(path).parent().filter(|folder| !folder.as_os_str().is_empty())
    }
}

impl Default for Config {
    fn default() -> Self {
        Self::from_sources(std::iter::empty(), "").expect("every default is well-formed: a test reads them")
    }
}

fn make(folder: &Path, setting: &str) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|error| format!("{setting}: folder {}: {error}", folder.display()))
}

#[cfg(test)]
mod tests;
