//! Files as they come, and as they should not.

use std::io::{Cursor, Write as _};

use app::directories::ImportRefusal;
use app::requisites::Bank;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::entry::{Restriction, SwiftCode};
use super::*;

const WINDOWS_1251: &[u8] = include_bytes!("../demo_data/ed807.xml");
const UTF_8: &str = include_str!("../../tests/files/ed807.utf-8.xml");
const ZIP: &[u8] = include_bytes!("../../tests/files/ed807.zip");

fn refused(file: impl AsRef<[u8]>) -> ImportRefusal {
    read(file.as_ref()).unwrap_err()
}

/// The sample with one text replaced by another.
fn changed(from: &str, to: &str) -> String {
    assert!(UTF_8.contains(from), "{from}");
    UTF_8.replacen(from, to, 1)
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn the_sample_is_the_same_in_every_encoding_and_packing() {
    let sample = read(WINDOWS_1251).unwrap();
    assert_eq!((sample.business_day.as_str(), sample.entries.len()), ("2026-11-23", 8));
    assert_eq!(read(UTF_8.as_bytes()).unwrap(), sample);
    assert_eq!(read(format!("\u{feff}{UTF_8}").as_bytes()).unwrap(), sample);
    assert_eq!(read(ZIP).unwrap(), sample);
    let with_others = zipped(&[("readme.txt", b"-"), ("folder/FULL.XML", WINDOWS_1251)]);
    assert_eq!(read(&with_others).unwrap(), sample);
}

#[test]
fn an_entry_keeps_all_that_the_file_says() {
    let entries = read(WINDOWS_1251).unwrap().entries;
    let entry = &entries[2];
    assert_eq!(entry.name, "АО \"ТЕСТБАНК\"");
    assert_eq!(
        [&entry.english_name, &entry.registration_number, &entry.country, &entry.region, &entry.postal_code],
        ["TESTBANK", "99901", "RU", "06", "000000"]
    );
    assert_eq!(
        [&entry.settlement_kind, &entry.settlement, &entry.address, &entry.participant_type, &entry.services],
        ["г", "Примерск", "ул. Новая, 1", "20", "3"]
    );
    assert_eq!((entry.exchange.as_str(), entry.uid.as_str()), ("1", "0613746000"));
    assert_eq!((entry.date_in.as_deref(), &entry.date_out), (Some("2010-01-01"), &None));
    assert_eq!(entry.swift_codes, [SwiftCode { code: "TESTRU00XXX".to_owned(), is_default: true }]);
    assert_eq!(entries[3].head_office.as_ref().unwrap().as_str(), "040613746");
    let licence = Restriction { code: "LWRS".to_owned(), since: Some("2026-03-02".to_owned()) };
    assert_eq!(entries[5].restrictions, [licence]);
    let [open, closed] = &entries[4].accounts[..] else { panic!("two accounts") };
    assert_eq!((open.number.as_str(), open.status.as_str()), ("30101810900000000748", "ACAC"));
    assert_eq!((closed.status.as_str(), closed.date_out.as_deref()), ("ACDL", Some("2019-12-31")));
    assert_eq!(closed.unit.as_ref().unwrap().as_str(), "040613001");
}

#[test]
fn what_stands_before_the_participant_is_kept_too() {
    let (head, rest) = UTF_8.split_once("<ParticipantInfo NameP=\"АО").unwrap();
    let (participant, rest) = rest.split_once("/>").unwrap();
    let (parts, rest) = rest.split_once("</BICDirectoryEntry>").unwrap();
    assert!(parts.contains("<Accounts") && parts.contains("<SWBICS"), "{parts}");
    let last = format!("{head}{parts}<ParticipantInfo NameP=\"АО{participant}/></BICDirectoryEntry>{rest}");
    assert_eq!(read(last.as_bytes()).unwrap(), read(UTF_8.as_bytes()).unwrap());
}

#[test]
fn the_restrictions_of_an_account_are_its_own() {
    let account = r#"AccountStatus="ACAC"/></BICDirectoryEntry>"#;
    let restricted =
        r#"AccountStatus="ACAC"><AccRstrList AccRstr="SDRS" AccRstrDate="2026-01-02"/></Accounts></BICDirectoryEntry>"#;
    let entries = read(changed(account, restricted).as_bytes()).unwrap().entries;
    assert_eq!(entries[2].accounts[0].restrictions[0].code, "SDRS");
    assert_eq!(Bank::from(&entries[2]).accounts[0].restrictions, ["SDRS"]);
    assert_eq!(Bank::from(&entries[2]).restrictions, [""; 0]);
}

#[test]
fn the_bank_as_pages_know_it_has_name_city_and_its_open_correspondent_account() {
    let banks: Vec<Bank> = read(WINDOWS_1251).unwrap().entries.iter().map(Bank::from).collect();
    assert_eq!(banks[2].title(), "АО \"ТЕСТБАНК\", г Примерск");
    assert_eq!(banks[4].correspondent_accounts().collect::<Vec<_>>(), ["30101810900000000748"]);
    assert_eq!(banks[6].correspondent_accounts().count(), 0);
    assert_eq!(banks[7].treasury_account(), Some("40102810500000000001"));
}

#[test]
fn a_prefix_of_the_namespace_makes_no_difference_and_another_namespace_does() {
    let prefixed = UTF_8
        .replace("xmlns=", "xmlns:ed=")
        .replace("<ED807", "<ed:ED807")
        .replace("</ED807", "</ed:ED807")
        .replace("<BIC", "<ed:BIC")
        .replace("</BIC", "</ed:BIC");
    assert_eq!(read(prefixed.as_bytes()).unwrap(), read(WINDOWS_1251).unwrap());
    assert_eq!(refused(changed("urn:cbr-ru:ed:v2.0", "urn:cbr-ru:ed:v1.1")), ImportRefusal::NotEd807);
}

#[test]
fn what_is_not_this_message_is_refused_as_such() {
    assert_eq!(refused(""), ImportRefusal::Empty);
    for text in ["<html/>", "БИК;Банк", "<ED807 xmlns='urn:cbr-ru:ed:v2.0x' BusinessDay='2026-11-23'/>", " \n"] {
        assert_eq!(refused(text), ImportRefusal::NotEd807, "{text}");
    }
    assert_eq!(refused(changed("FIRR", "SIRR")), ImportRefusal::ChangesOnly);
    let (head, _) = UTF_8.split_once(" <BICDirectoryEntry").unwrap();
    assert_eq!(refused(format!("{head}</ED807>")), ImportRefusal::NoEntries);
}

#[test]
fn broken_xml_is_refused_wherever_it_breaks() {
    let cut = |bytes: usize| refused(&WINDOWS_1251[..bytes]);
    assert_eq!(cut(WINDOWS_1251.len() - 9), ImportRefusal::BrokenXml { entries: 8 });
    for bytes in [400, 1000, 2000, 3000] {
        assert!(matches!(cut(bytes), ImportRefusal::BrokenXml { .. }), "{bytes}");
    }
    for (from, to) in [
        ("</BICDirectoryEntry>", "</BICDirectory>"),
        ("BIC=\"040613746\"", "BIC=\"040613746\" BIC=\"040613746\""),
        ("UID=\"0613746000\"", "UID=0613746000"),
        ("</ED807>", "</ED807><ED807/>"),
        ("</ED807>", "</ED807>and so on"),
        ("UID=\"0613746000\"", "UID=\"&#0;\""),
    ] {
        assert!(matches!(refused(changed(from, to)), ImportRefusal::BrokenXml { .. }), "{to}");
    }
    let mut wrong = changed("ПРИМЕРСК", "X").into_bytes();
    let at = wrong.iter().position(|byte| *byte == b'X').unwrap();
    wrong[at] = 0xff;
    assert!(matches!(refused(wrong), ImportRefusal::BrokenXml { .. }));
}

#[test]
fn document_types_and_entities_are_refused_before_they_are_read() {
    let bomb = changed("<ED807", "<!DOCTYPE ED807 [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n<ED807");
    assert_eq!(refused(bomb), ImportRefusal::HasDocumentType);
    assert_eq!(refused(changed("TESTBANK", "&b;")), ImportRefusal::HasDocumentType);
    assert_eq!(refused(changed(" <BIC", "&b;<BIC")), ImportRefusal::HasDocumentType);
    assert!(read(changed("TESTBANK", "&#84;&amp;").as_bytes()).is_ok());
}

#[test]
fn an_unfit_attribute_is_named_with_its_entry() {
    let long = format!("NameP=\"{}\"", "Я".repeat(161));
    for (from, to, entry, name) in [
        ("BIC=\"040613746\"", "BIC=\"04061374\"", 3, "BIC"),
        ("BIC=\"040613746\"", "BIC=\"040-613-746\"", 3, "BIC"),
        ("Entry BIC=\"040613746\"", "Entry", 3, "BIC"),
        ("PrntBIC=\"040613746\"", "PrntBIC=\"head\"", 4, "PrntBIC"),
        ("NameP=\"УФК по Примерской области\"", &long, 8, "NameP"),
        ("NameP=\"УФК по Примерской области\"", "", 8, "NameP"),
        ("NameP=\"УФК по Примерской области\"", "NameP=\"У\u{7}\"", 8, "NameP"),
        ("DateOut=\"2019-12-31\"", "DateOut=\"2019-13-31\"", 5, "DateOut"),
        ("BusinessDay=\"2026-11-23\"", "", 0, "BusinessDay"),
        ("BusinessDay=\"2026-11-23\"", "BusinessDay=\"23.11.2026\"", 0, "BusinessDay"),
    ] {
        assert_eq!(refused(changed(from, to)), ImportRefusal::BadAttribute { entry, name: name.to_owned() }, "{to}");
    }
    let twice = changed("BIC=\"040613747\"", "BIC=\"040613746\"");
    assert_eq!(refused(twice), ImportRefusal::DuplicateBic { bic: "040613746".to_owned() });
}

#[test]
fn a_zip_has_exactly_one_xml_and_is_whole() {
    assert_eq!(refused(zipped(&[("a.txt", b"")])), ImportRefusal::ZipWithoutXml);
    let two = zipped(&[("a.xml", WINDOWS_1251), ("b.xml", WINDOWS_1251)]);
    assert_eq!(refused(two), ImportRefusal::ZipWithSeveralXml { count: 2 });
    assert_eq!(refused(&ZIP[..ZIP.len() / 2]), ImportRefusal::BrokenZip);
    let mut spoiled = ZIP.to_vec();
    spoiled[200..260].fill(0xff);
    assert!(matches!(refused(spoiled), ImportRefusal::BrokenXml { .. } | ImportRefusal::BrokenZip));
}

#[test]
fn nothing_is_unpacked_beyond_its_limit() {
    let spaces = vec![b' '; 65 * 1024 * 1024];
    let (head, tail) = UTF_8.split_once(" <BIC").unwrap();
    let large = [head.as_bytes(), &spaces, tail.as_bytes()].concat();
    let packed = zipped(&[("large.xml", &large)]);
    assert!(packed.len() < 200_000);
    assert_eq!(refused(packed), ImportRefusal::TooLarge);
    assert_eq!(refused(large), ImportRefusal::TooLarge);
}
