//! What holds for any text.

use proptest::prelude::*;

use super::tests::known;
use super::*;
use crate::requisites::card::tests::read_back;
use crate::requisites::{CardFields, card, payment_code};
use crate::values::{Address, BankName, CompanyName, Email, Lang, message};

/// Pieces that texts of requisites are made of, and pieces that only break them.
fn pieces() -> impl Strategy<Value = String> {
    let label = proptest::sample::select(
        label::LABELS.iter().flat_map(|(_, spellings)| spellings.split('|')).collect::<Vec<_>>(),
    );
    prop_oneof![
        label.prop_map(str::to_owned),
        "[0-9]{9}|[0-9]{10}|[0-9]{12}|[0-9]{13}|[0-9]{15}|(301|407|408)[0-9]{17}",
        "[0-9０-９ .\u{a0}()+-]{1,12}",
        "[ \t\n\r:;,./|№@«»\"()-]{1,3}",
        "(ООО|АО|ИП|Банк) [«\"]?[А-яё]{2,8}",
        "[a-z0-9.]{1,9}@[a-zа-я0-9.-]{1,12}",
        "ST0001[0-9]?[|~\n=]?([A-Za-z]{3,9}=[^|]{0,9}[|])?",
        Just("Карточка реквизитов\nИНН: ".to_owned()),
        any::<String>(),
    ]
}

fn texts() -> impl Strategy<Value = String> {
    proptest::collection::vec(pieces(), 0..25).prop_map(|pieces| pieces.concat())
}

/// Text as a field keeps it; not every text is one.
fn kept(raw: &str, parse: impl Fn(&str) -> Option<String>) -> String {
    parse(raw).unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_is_read_and_every_verdict_is_words(text in texts()) {
        let asked = mentioned(&text);
        for known in [known(), Known { inns: asked.inns, ..Known::default() }] {
            for proposal in read(&text, &known).proposals {
                prop_assert!(!proposal.value.is_empty());
                if let Some(problem) = proposal.problem {
                    prop_assert!(message(&problem, Lang::Ru).chars().count() > 10);
                    prop_assert!(message(&problem, Lang::En).chars().count() > 10);
                } else {
                    let slot = Slot::ALL.into_iter().find(|slot| slot.wire() == proposal.field).unwrap();
                    prop_assert_eq!(slot.canonical(&proposal.value), Ok(proposal.value));
                }
            }
        }
    }

    #[test]
    fn whatever_is_proposed_was_asked_for(text in texts()) {
        let asked = mentioned(&text);
        for proposal in read(&text, &Known::default()).proposals {
            match (proposal.field.as_str(), proposal.problem) {
                ("bic", None) => prop_assert!(asked.bics.contains(&Bic::parse(&proposal.value).unwrap())),
                ("inn", None) => prop_assert!(asked.inns.contains(&Inn::parse(&proposal.value).unwrap())),
                _ => {}
            }
        }
    }

    #[test]
    fn any_bytes_are_a_payment_code_or_not(bytes in any::<Vec<u8>>(), digit in "[0-4]") {
        let _ = payment_code::read(&bytes);
        let code = [b"ST0001".as_slice(), digit.as_bytes(), b"|", &bytes].concat();
        let _ = payment_code::read(&code).map_err(|reason| reason.words(Lang::Ru));
    }

    #[test]
    fn whatever_a_card_says_is_read_back(
        name in ".{1,40}|(ООО|ИНН|Банк:) [«\"]?.{1,20}",
        address in "[^\u{0}]{0,20}\n?[А-я0-9,.: ]{0,30}\n?(КПП|Email): [0-9]{0,9}",
        bank in ".{0,40}",
        email in "[a-z]{1,8}@[a-z]{1,8}\\.test",
        kpp in "[0-9]{4}[0-9A-Z]{2}[0-9]{3}",
    ) {
        let fields = CardFields {
            name: kept(&name, |raw| CompanyName::parse(raw).ok().map(|value| value.to_string())),
            inn: "0017000016".to_owned(),
            kpp,
            legal_address: kept(&address, |raw| Address::parse(raw).ok().map(|value| value.to_string())),
            bank: kept(&bank, |raw| BankName::parse(raw).ok().map(|value| value.to_string())),
            email: kept(&email, |raw| Email::parse(raw).ok().map(|value| value.to_string())),
            ..CardFields::default()
        };
        for lang in [Lang::Ru, Lang::En] {
            prop_assert_eq!(&read_back(&card::text(&fields, lang)), &fields);
        }
    }
}

#[test]
fn the_longest_texts_are_read_at_once() {
    for piece in ["ИНН 0017000061 ", "0", "0 ", "т.", "р/с ", "(", "@", "a@b.", "банк ", "001700006 ", "«", "4070 "]
    {
        let text = piece.repeat(MAX_PASTED as usize / piece.chars().count());
        let asked = mentioned(&text);
        assert!(asked.inns.len() <= 50 * 40, "{piece}");
        read(&text, &known());
    }
}
