//! What is read, what is refused, and how it is said.

use proptest::prelude::*;

use super::*;

const NAMES: [&str; 11] = [
    "addr",
    "database_url",
    "public_url",
    "mail",
    "mail_from",
    "dadata_url",
    "dadata_token",
    "trusted_proxy",
    "metrics_addr",
    "log",
    "log_format",
];

fn load(environment: &[(&str, &str)], file: &str) -> Result<Config, String> {
    let environment = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Config::from_sources(environment, file)
}

fn problem(environment: &[(&str, &str)], file: &str) -> String {
    load(environment, file).err().expect("the settings are refused")
}

#[test]
fn nothing_set_means_the_defaults() {
    let config = Config::default();
    assert_eq!(config.addr.to_string(), "127.0.0.1:3000");
    assert_eq!(config.database_url, "sqlite:data/kontora.db");
    assert_eq!(config.public_url.origin(), "http://localhost:3000");
    assert!(matches!(config.mail, Mail::Folder(folder) if folder == Path::new("data/mail")));
    assert_eq!(config.mail_from.to_string(), "Kontora <no-reply@localhost>");
    assert_eq!(config.dadata_token, None);
    assert!(config.trusted_proxy.is_empty());
    assert_eq!(config.metrics_addr, None);
    assert_eq!(config.log, "info");
    assert!(!config.log_json);
}

#[test]
fn the_environment_wins_over_the_file_and_the_file_over_the_default() {
    let file = "addr = \"127.0.0.1:1\"\nlog = \"warn\"\n";
    let config = load(&[("KONTORA_ADDR", "127.0.0.1:2"), ("PATH", "/bin")], file).unwrap();
    assert_eq!(config.addr.port(), 2);
    assert_eq!(config.log, "warn");
}

#[test]
fn an_empty_setting_is_as_good_as_none() {
    let config = load(&[("KONTORA_DADATA_TOKEN", ""), ("KONTORA_ADDR", " ")], "").unwrap();
    assert_eq!(config.dadata_token, None);
    assert_eq!(config.addr.port(), 3000);
}

#[test]
fn an_unknown_setting_is_named() {
    assert_eq!(problem(&[("KONTORA_PORT", "80")], ""), "KONTORA_PORT: there is no such setting");
    assert_eq!(problem(&[], "colour = \"red\""), "colour in kontora.toml: there is no such setting");
}

#[test]
fn every_malformed_setting_is_named_with_what_is_expected_all_at_once() {
    let told = problem(
        &[
            ("KONTORA_ADDR", "3000"),
            ("KONTORA_DATABASE_URL", "mysql://x"),
            ("KONTORA_PUBLIC_URL", "kontora.example"),
            ("KONTORA_MAIL", "smtp:mail"),
            ("KONTORA_MAIL_FROM", "nobody"),
            ("KONTORA_TRUSTED_PROXY", "10.0.0.0/40"),
            ("KONTORA_METRICS_ADDR", "9464"),
            ("KONTORA_LOG", "server=loud"),
            ("KONTORA_LOG_FORMAT", "xml"),
        ],
        "dadata_url = \"ftp://x\"\ndadata_token = 5\n",
    );
    let expected = "\
dadata_token in kontora.toml: expected a text in quotes
KONTORA_ADDR: expected an address and a port, such as 127.0.0.1:3000
KONTORA_DATABASE_URL: expected sqlite:PATH or postgres://…
KONTORA_PUBLIC_URL: expected http:// or https:// with a host and no path, such as https://kontora.example
KONTORA_MAIL: expected file:DIR, smtp://[USER:PASSWORD@]HOST[:PORT] or smtps://[USER:PASSWORD@]HOST[:PORT]
KONTORA_MAIL_FROM: expected a sender, such as Kontora <no-reply@kontora.example>
dadata_url in kontora.toml: expected an http:// or https:// address
KONTORA_TRUSTED_PROXY: expected networks divided by commas, such as 10.0.0.0/8, 192.168.1.7
KONTORA_METRICS_ADDR: expected an address and a port, such as 127.0.0.1:9464
KONTORA_LOG: expected a log filter, such as info or info,server=debug
KONTORA_LOG_FORMAT: expected text or json";
    assert_eq!(told, expected);
}

#[test]
fn a_secret_is_never_told() {
    for setting in ["KONTORA_MAIL", "KONTORA_DATABASE_URL", "KONTORA_DADATA_TOKEN", "KONTORA_DADATA_URL"] {
        let told = problem(&[(setting, "nonsense://user:hunter2 @host")], "");
        assert!(told.starts_with(&format!("{setting}: expected ")) && !told.contains("hunter2"), "{told}");
    }
    let told = problem(&[], "addr = \"127.0.0.1:1\"\nmail = \"smtp://u:hunter2@h\" x\n");
    assert!(told.starts_with("kontora.toml, line 2: ") && !told.contains("hunter2"), "{told}");
}

#[test]
fn proxies_are_networks_and_single_addresses() {
    let config = load(&[("KONTORA_TRUSTED_PROXY", "10.0.0.0/8, 192.168.1.7,::1")], "").unwrap();
    let shown: Vec<String> = config.trusted_proxy.iter().map(ToString::to_string).collect();
    assert_eq!(shown, ["10.0.0.0/8", "192.168.1.7/32", "::1/128"]);
}

#[test]
fn the_folder_of_an_embedded_database_is_known() {
    for (url, folder) in [
        ("sqlite:data/kontora.db", Some("data")),
        ("sqlite:///var/lib/kontora/k.db?cache=private", Some("/var/lib/kontora")),
        ("sqlite:kontora.db", None),
        ("postgres://localhost/kontora", None),
    ] {
        let config = Config { database_url: url.to_owned(), ..Config::default() };
        assert_eq!(config.database_folder(), folder.map(Path::new), "{url}");
    }
}

proptest! {
    #[test]
    fn no_text_breaks_the_reading(name in prop::sample::select(&NAMES[..]), value in ".{0,40}", file in ".{0,80}") {
        let variable = format!("KONTORA_{}", name.to_uppercase());
        drop(load(&[(&variable, &value)], ""));
        drop(load(&[], &file));
        drop(load(&[], &format!("{name} = {value:?}")));
    }
}
