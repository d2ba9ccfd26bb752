//! The program itself: what it refuses to start with, and what it says.

#![expect(clippy::unwrap_used, reason = "what stands in a test's way fails it")]

mod program;

use std::fs;
use std::process::Command;

use program::{Folder, Running, fetched, kontora, said};

#[test]
fn an_unknown_setting_stops_the_start_by_name() {
    let folder = Folder::new("unknown");
    let output = folder.run(&["serve"], &[("KONTORA_PROT", "80")]);
    assert!(!output.status.success());
    assert_eq!(said(&output), "kontora: KONTORA_PROT: there is no such setting\n");
}

#[test]
fn a_malformed_file_of_settings_stops_the_start_by_name() {
    let folder = Folder::new("malformed");
    fs::write(folder.path().join("kontora.toml"), "addr = \"here\"\n").unwrap();
    let output = folder.run(&["serve"], &[]);
    assert!(!output.status.success());
    assert!(said(&output).starts_with("kontora: addr in kontora.toml: expected an address"), "{}", said(&output));
}

#[test]
fn a_broken_database_file_is_refused_by_name() {
    let folder = Folder::new("broken");
    fs::write(folder.path().join("broken.db"), "this is no database, ".repeat(1000)).unwrap();
    let output = folder.run(&["serve"], &[("KONTORA_DATABASE_URL", "sqlite:broken.db")]);
    assert!(!output.status.success());
    assert!(said(&output).contains("sqlite:broken.db"), "{}", said(&output));
}

#[test]
fn a_fresh_installation_passes_the_check_and_makes_its_operator_once() {
    let folder = Folder::new("fresh");
    let checked = folder.run(&["check"], &[]);
    assert!(checked.status.success(), "{}", said(&checked));
    let lines = said(&checked);
    for name in ["settings", "database", "mail"] {
        assert!(lines.lines().any(|line| line.starts_with(name) && line.contains("ok")), "{lines}");
    }
    assert!(lines.contains("undelivered letters: 0"), "{lines}");
    assert!(!folder.path().join("data/kontora.db").exists(), "looking makes no database");

    let made = folder.run(&["create-operator", "anna@sever.test"], &[]);
    assert!(made.status.success(), "{}", said(&made));
    let link = String::from_utf8_lossy(&made.stdout).into_owned();
    assert!(link.starts_with("http://localhost:3000/set-password?token="), "{link}");

    let checked = folder.run(&["check"], &[]);
    assert!(checked.status.success() && !said(&checked).contains("none yet"), "{}", said(&checked));

    let refused = folder.run(&["create-operator", "no address"], &[]);
    assert!(!refused.status.success());
    assert!(said(&refused).starts_with("kontora: email: "), "{}", said(&refused));
}

#[test]
fn organizations_of_a_file_are_stored_or_every_bad_line_is_named() {
    let folder = Folder::new("parties");
    let header = "inn;kpp;ogrn;name;legal_address;status\n";
    fs::write(folder.path().join("bad.csv"), format!("{header}0017000017;;;Ромашка;;\n0017000016;;;;;\n")).unwrap();
    let refused = folder.run(&["import-parties", "bad.csv"], &[]);
    assert!(!refused.status.success());
    let lines = said(&refused);
    assert!(lines.contains("kontora: line 2, inn: ") && lines.contains("kontora: line 3, name: "), "{lines}");
    assert!(lines.ends_with("kontora: nothing was stored\n"), "{lines}");

    fs::write(folder.path().join("good.csv"), format!("{header}0017000016;;;Ромашка;;\n")).unwrap();
    let stored = folder.run(&["import-parties", "good.csv"], &[]);
    assert!(stored.status.success() && said(&stored).contains("Organizations stored: 1"), "{}", said(&stored));
    // A tebibyte of nothing: read whole, it would take what the machine has.
    fs::File::create(folder.path().join("huge.csv")).unwrap().set_len(1 << 40).unwrap();
    let huge = folder.run(&["import-parties", "huge.csv"], &[]);
    assert!(!huge.status.success() && said(&huge).contains("The file is over 16 MiB"), "{}", said(&huge));
    let missing = folder.run(&["import-parties", "none.csv"], &[]);
    assert!(!missing.status.success() && said(&missing).starts_with("kontora: none.csv: "), "{}", said(&missing));
}

#[test]
fn the_directory_of_banks_comes_from_every_form_of_its_file_and_stays_when_one_is_unfit() {
    let folder = Folder::new("banks");
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/src/demo_data/ed807.xml");
    let files = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files");
    let imported = folder.run(&["import-bic", sample], &[]);
    assert!(imported.status.success(), "{}", said(&imported));
    let lines = "Directory of BICs of 2026-11-23: 8 entries, 7 accounts\n8 added, 0 changed, 0 gone\n";
    assert_eq!(String::from_utf8_lossy(&imported.stdout), lines);
    for file in ["ed807.utf-8.xml", "ed807.zip"] {
        let again = folder.run(&["import-bic", &format!("{files}/{file}")], &[]);
        assert!(again.status.success(), "{}", said(&again));
        assert!(said(&again).contains("0 added, 0 changed, 0 gone"), "the names are identical: {}", said(&again));
    }

    let xml = fs::read_to_string(format!("{files}/ed807.utf-8.xml")).unwrap();
    let older = xml.replace("BusinessDay=\"2026-11-23\"", "BusinessDay=\"2026-11-20\"");
    for (name, text, reason) in [
        ("empty.xml", "", "kontora: file: No file is chosen, or it is empty"),
        ("broken.xml", &xml[..1500], "kontora: file: The XML is broken or cut off"),
        ("older.xml", &older, "kontora: file: The file of 20 Nov 2026 is older"),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
        let refused = folder.run(&["import-bic", name], &[]);
        assert!(!refused.status.success(), "{name}");
        assert!(said(&refused).starts_with(reason), "{}", said(&refused));
    }
    let missing = folder.run(&["import-bic", "nowhere.xml"], &[]);
    assert!(!missing.status.success() && said(&missing).starts_with("kontora: nowhere.xml: "), "{}", said(&missing));

    let confirmed = folder.run(&["import-bic", "older.xml", "--confirm"], &[]);
    assert!(confirmed.status.success(), "{}", said(&confirmed));
    assert!(said(&confirmed).contains("of 2026-11-20: 8 entries"), "nothing was lost before: {}", said(&confirmed));
}

#[test]
fn the_check_fails_when_letters_cannot_leave() {
    let folder = Folder::new("mailless");
    let checked = folder.run(&["check"], &[("KONTORA_MAIL", "smtp://127.0.0.1:1")]);
    assert!(!checked.status.success());
    assert!(
        said(&checked).lines().any(|line| line.starts_with("mail") && line.contains("FAILED")),
        "{}",
        said(&checked)
    );
    assert!(
        said(&checked).lines().any(|line| line.starts_with("database") && line.contains("ok")),
        "{}",
        said(&checked)
    );
}

#[test]
fn a_server_says_where_it_is_answers_its_probes_and_stops_when_told() {
    let folder = Folder::new("serve");
    let mut command = kontora(env!("CARGO_BIN_EXE_kontora"), &folder, &[("KONTORA_METRICS_ADDR", "127.0.0.1:0")]);
    let mut server = Running::start(command.arg("serve"));
    let (hello, address) = (&server.hello, server.address.as_str());
    assert!(hello.starts_with("Kontora at http://localhost:3000, listening on 127.0.0.1:"), "{hello}");
    assert!(
        server.lines.next().unwrap().contains("kontora create-operator EMAIL"),
        "an empty installation says what to do"
    );
    let figures = server.lines.next().unwrap();
    let figures_address = figures.strip_prefix("Figures at http://").unwrap().strip_suffix("/metrics").unwrap();

    assert!(fetched(address, "/healthz").starts_with("HTTP/1.1 200"));
    assert!(fetched(address, "/readyz").starts_with("HTTP/1.1 200"));
    assert!(!fetched(address, "/metrics").contains("process_resident_memory_bytes"), "figures are not for everybody");
    let figures = fetched(figures_address, "/metrics");
    assert!(figures.contains("kontora_http_answers_total{status=\"2xx\"} 2"), "{figures}");
    assert!(figures.contains("kontora_letters{state=\"dead\"} 0"), "{figures}");

    let told = Command::new("kill").arg(server.process.id().to_string()).status().unwrap();
    assert!(told.success());
    assert!(server.process.wait().unwrap().success());
}
