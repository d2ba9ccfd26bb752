//! Files as an operator has them.

use app::requisites::{FaultKind, PartyFault};
use app::values::{Lang, Problem};
use encoding_rs::WINDOWS_1251;

use super::read;

const HEADER: &str = "inn;kpp;ogrn;name;legal_address;status\n";
const HEAD: &str =
    "0017000016;001701001;1260000000017;\"ООО \"\"Ромашка; и К\"\"\";г. Примерск, ул. Новая, д. 1;ACTIVE\n";

fn faults(lines: &str) -> Vec<PartyFault> {
    read(format!("{HEADER}{lines}").as_bytes()).unwrap_err()
}

fn fault(line: u64, field: &str, kind: FaultKind) -> PartyFault {
    PartyFault { line, field: field.to_owned(), kind }
}

#[test]
fn both_encodings_and_both_separators_give_the_same_organizations() {
    let text = format!("{HEADER}{HEAD}0017000016;;;Филиал;;\n");
    let parties = read(text.as_bytes()).unwrap();
    assert_eq!(parties[0].name, "ООО \"Ромашка; и К\"");
    assert_eq!(
        (parties[0].legal_address.as_str(), parties[0].status.as_str()),
        ("г. Примерск, ул. Новая, д. 1", "ACTIVE")
    );
    assert_eq!(parties.iter().map(|party| party.is_branch).collect::<Vec<_>>(), [false, true]);

    assert_eq!(read(&WINDOWS_1251.encode(&text).0).unwrap(), parties);
    assert_eq!(read(format!("\u{feff}{}", text.replace('\n', "\r\n")).as_bytes()).unwrap(), parties);
    let commas = "Name,INN,status,ogrn,legal_address,kpp\n\
                  \"ООО \"\"Ромашка; и К\"\"\",0017000016,active,1260000000017,\"г. Примерск, ул. Новая, д. 1\",001701001\n\
                  Филиал,0017000016,,,,\n";
    assert_eq!(read(commas.as_bytes()).unwrap(), parties);
}

#[test]
fn every_bad_value_is_named_by_line_and_column() {
    let found = faults(&format!("{HEAD}\r\n0017000017;0017;;  ;;SLEEPING\n001700000150;001701001;;ИП;;\n1;2\n"));
    let control = Problem::InnControl { expected: "6".to_owned() };
    let expected = [
        fault(4, "inn", FaultKind::Value(control)),
        fault(4, "kpp", FaultKind::Value(Problem::KppLength { characters: 4 })),
        fault(4, "name", FaultKind::Value(Problem::Required)),
        fault(4, "status", FaultKind::Value(Problem::UnknownChoice)),
        fault(5, "kpp", FaultKind::Value(Problem::KppForPerson)),
        fault(6, "", FaultKind::ValueCount { expected: 6, found: 2 }),
    ];
    assert_eq!(found, expected);
    assert!(found[0].text(Lang::Ru).starts_with("строка 4, inn: "), "{}", found[0].text(Lang::Ru));
    assert_eq!(found[5].text(Lang::En), "line 6: 2 values for 6 columns");
}

#[test]
fn lines_that_end_as_windows_ends_them_are_counted_the_same() {
    let text = format!("{HEADER}{HEAD}\n1;2\n").replace('\n', "\r\n");
    assert_eq!(read(text.as_bytes()).unwrap_err()[0].line, 4);
}

#[test]
fn branches_without_a_kpp_are_many_and_a_kpp_stands_once() {
    assert!(read(format!("{HEADER}{HEAD}0017000016;;;А;;\n0017000016;;;Б;;\n").as_bytes()).is_ok());
    assert_eq!(faults(&format!("{HEAD}{HEAD}")), [fault(3, "", FaultKind::Repeats { line: 2 })]);
}

#[test]
fn a_header_that_is_none_says_what_is_missing() {
    let found = read("inn;inn;город\n".as_bytes()).unwrap_err();
    assert_eq!(found[0], fault(1, "inn", FaultKind::RepeatedColumn));
    assert_eq!(found[1], fault(1, "город", FaultKind::UnknownColumn));
    assert_eq!(found[2], fault(1, "kpp", FaultKind::MissingColumn));
    assert_eq!(read(b"").unwrap_err().len(), 6);
    assert_eq!(faults(""), [fault(0, "", FaultKind::NoOrganizations)]);
}

#[test]
fn files_of_another_kind_are_refused_and_never_a_flood() {
    assert!(read(&[0xff, 0xfe, 0, 1, 2, 255].repeat(1000)).is_err());
    assert_eq!(faults(&"x;\n".repeat(5000)).len(), 1000);
    assert_eq!(read("x;".repeat(500_000).as_bytes()).unwrap_err().len(), 1000, "of a header too");
    assert_eq!(read(&vec![b'x'; 16 * 1024 * 1024 + 1]).unwrap_err()[0].kind, FaultKind::TooLarge { max_mib: 16 });
    assert!(read(format!("{HEADER}0017000016;;;\"А\0;;\n{HEAD}").as_bytes()).is_err());
}
