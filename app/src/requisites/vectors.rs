//! Known numbers with known verdicts, and the worked examples of the orders themselves.

use super::{Bic, CorrespondentAccount, Inn, Kpp, Ogrn, SettlementAccount};
use crate::values::{Problem, Wanted};

mod words;

fn bad(ch: char, position: u32, wanted: Wanted) -> Problem {
    Problem::BadCharacter { ch, position, wanted }
}

#[test]
fn known_inns_are_valid() {
    for inn in [
        "7707083893",
        "7830002293",
        "7736050003",
        "7605016030",
        "7721581040",
        "7827004526",
        "3664069397",
        "0660534489",
        "9198578814",
        "0017000016",
        "0017000023",
        "0017000030",
        "0045001237",
        "0017000190",
        "500100732259",
        "760307073214",
        "300504899258",
        "635277570478",
        "001700000150",
        "004500012379",
        "002600007717",
    ] {
        assert_eq!(Inn::parse(inn).unwrap().as_str(), inn);
    }
}

#[test]
fn wrong_inns_are_refused_with_the_digits_expected() {
    for (inn, expected) in [
        ("8827004526", "8"),
        ("7837004526", "5"),
        ("1110005080", "1"),
        ("4234324324", "9"),
        ("6200098765", "3"),
        ("7707083983", "1"),
        ("860307073214", "88"),
        ("500100732258", "59"),
        ("500100732269", "59"),
    ] {
        assert_eq!(Inn::parse(inn), Err(Problem::InnControl { expected: expected.to_owned() }), "{inn}");
    }
    assert_eq!(Inn::parse("0000000000"), Err(Problem::AllZeros));
    assert_eq!(Inn::parse("000000000000"), Err(Problem::AllZeros));
    assert_eq!(Inn::parse("07151408877"), Err(Problem::InnLength { digits: 11 }));
    assert_eq!(Inn::parse("77O7083893"), Err(bad('O', 3, Wanted::Digit)));
}

#[test]
fn registration_numbers_carry_their_control_digit() {
    for ogrn in [
        "1027700132195",
        "1027812400868",
        "1260000000017",
        "1260000000028",
        "1200000000090",
        "304500116000157",
        "313132804400022",
        "307760324100018",
        "326000000000015",
        "310000000000061",
    ] {
        assert_eq!(Ogrn::parse(ogrn).unwrap().as_str(), ogrn);
    }
    for (ogrn, expected) in [("2027812400868", "7"), ("1027812400869", "8"), ("304500116000154", "7")] {
        assert_eq!(Ogrn::parse(ogrn), Err(Problem::OgrnControl { expected: expected.to_owned() }), "{ogrn}");
    }
    assert_eq!(Ogrn::parse("0000000000000"), Err(Problem::AllZeros));
    assert_eq!(Ogrn::parse("12345678901234"), Err(Problem::OgrnLength { digits: 14 }));
}

#[test]
fn a_kpp_has_letters_only_in_its_reason() {
    for (raw, kpp) in [
        ("001701001", "001701001"),
        ("774301001", "774301001"),
        ("0017AB001", "0017AB001"),
        ("0017ab001", "0017AB001"),
        ("0017A1001", "0017A1001"),
    ] {
        assert_eq!(Kpp::parse(raw).unwrap().as_str(), kpp);
    }
    for (raw, problem) in [
        ("00170100", Problem::KppLength { characters: 8 }),
        ("0017010011", Problem::KppLength { characters: 10 }),
        ("A01701001", bad('A', 1, Wanted::DigitOrLatin)),
        ("00170100A", bad('A', 9, Wanted::DigitOrLatin)),
        ("0017АВ001", Problem::CyrillicLetters { letters: "АВ".to_owned() }),
    ] {
        assert_eq!(Kpp::parse(raw), Err(problem), "{raw}");
    }
}

#[test]
fn a_bic_is_nine_digits_whatever_it_begins_with() {
    for bic in ["040613746", "010613900", "100012345", "200012345"] {
        assert_eq!(Bic::parse(bic).unwrap().as_str(), bic);
    }
    assert_eq!(Bic::parse("04061374"), Err(Problem::BicLength { digits: 8 }));
    assert_eq!(Bic::parse("TESTRU00"), Err(bad('T', 1, Wanted::Digit)));
}

fn settlement(account: &str, bic: &str) -> Result<(), Problem> {
    SettlementAccount::parse(account)?.check_key(&Bic::parse(bic)?)
}

fn correspondent(account: &str, bic: &str) -> Result<(), Problem> {
    CorrespondentAccount::parse(account)?.check_key(&Bic::parse(bic)?)
}

#[test]
fn keys_of_known_accounts_fit_their_bank() {
    for (account, bic) in [
        ("40102810100000010001", "049805000"),
        ("40602810700000000025", "049805746"),
        ("30114B84600000000501", "044541312"),
        ("30114В84600000000501", "044541312"),
        ("40702810138250123017", "044525225"),
        ("40802810700020000317", "044525201"),
        ("40702810100000000017", "040613746"),
        ("40702810600000000025", "040613746"),
        ("40703810700000000050", "040613746"),
        ("40702840900000000041", "040613746"),
        ("40802810500000000041", "040613746"),
        ("40702810900000000017", "040613748"),
        ("40702810400000000025", "040613748"),
    ] {
        assert_eq!(settlement(account, bic), Ok(()), "{account} {bic}");
    }
    for (account, bic) in [
        ("30101810800000000746", "049805000"),
        ("30101810200000000827", "044030827"),
        ("30101810400000000225", "044525225"),
        ("30101810745374525104", "044525104"),
        ("30101810945250000378", "044525378"),
        ("30101810300000000746", "040613746"),
    ] {
        assert_eq!(correspondent(account, bic), Ok(()), "{account} {bic}");
    }
}

#[test]
fn a_wrong_account_or_bank_is_refused_with_the_key_expected() {
    let key = |expected| Err(Problem::AccountKey { expected, position: 9 });
    assert_eq!(settlement("40702810938250123017", "044525225"), key(1));
    assert_eq!(settlement("40702810138250123071", "044525225"), key(9));
    assert_eq!(settlement("40702810138250123017", "044525201"), key(9));
    assert_eq!(correspondent("30101810500000000225", "044525225"), key(4));
    assert_eq!(correspondent("30101810400000000225", "044030225"), key(2));
    assert_eq!(SettlementAccount::parse("4070281013825012301"), Err(Problem::AccountLength { characters: 19 }));
    assert_eq!(SettlementAccount::parse("40702D10138250123017"), Err(bad('D', 6, Wanted::DigitOrClearingLetter)));
    assert_eq!(SettlementAccount::parse("4070281013825012З017"), Err(bad('З', 17, Wanted::Digit)));
}

#[test]
fn the_unit_that_holds_an_account_decides_its_key() {
    let account = CorrespondentAccount::parse("40503810800000000750").unwrap();
    assert_eq!(account.check_key(&Bic::parse("040627001").unwrap()), Ok(()));
    let own = account.check_key(&Bic::parse("040613747").unwrap());
    assert_eq!(own, Err(Problem::AccountKey { expected: 9, position: 9 }));
    let client = SettlementAccount::parse("40503810800000000750").unwrap();
    assert_eq!(client.check_key_at_unit(&Bic::parse("040627001").unwrap()), Ok(()));
}
