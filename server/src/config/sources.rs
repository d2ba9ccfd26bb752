//! Where settings come from: the environment over the file.

use std::collections::BTreeMap;

const PREFIX: &str = "KONTORA_";

/// The settings that were given, each with the name under which a person knows it.
#[derive(Default)]
pub(super) struct Given {
    values: BTreeMap<String, (String, String)>,
    pub(super) problems: Vec<String>,
}

impl Given {
    /// Takes the setting `key` (`database_url`) out: its name where it was set, and its text. Empty text is as good as none.
    pub(super) fn take(&mut self, key: &str) -> Option<(String, String)> {
        self.values.remove(key).filter(|(_, value)| !value.is_empty())
    }

    /// Names of those that nobody took.
    pub(super) fn left(self) -> impl Iterator<Item = String> {
        self.values.into_values().map(|(name, _)| name)
    }
}

pub(super) fn gather(environment: impl Iterator<Item = (String, String)>, file: &str) -> Given {
    let mut given = Given::default();
    from_file(file, &mut given);
    for (name, value) in environment {
        if let Some(key) = name.strip_prefix(PREFIX) {
            given.values.insert(key.to_lowercase(), (name.clone(), value.trim().to_owned()));
        }
    }
    given
}

fn from_file(file: &str, given: &mut Given) {
    let table = match file.parse::<toml::Table>() {
        Ok(table) => table,
        Err(error) => {
            let line = error.span().map_or(1, |span| file[..span.start.min(file.len())].lines().count().max(1));
            // The parser's own text quotes the line, which may hold a password.
            given.problems.push(format!("kontora.toml, line {line}: {}", error.message()));
            return;
        }
    };
    for (key, value) in table {
        let name = format!("{key} in kontora.toml");
        match value {
            toml::Value::String(text) => {
                given.values.insert(key, (name, text.trim().to_owned()));
            }
            _ => given.problems.push(format!("{name}: expected a text in quotes")),
        }
    }
}
