//! The bank watch: whose stored bank an import makes invalid, who is told, and that nothing stored changes.

use serde_json::{Value, json};

use super::super::companies::open;
use super::{changed, import, without};
use crate::support::{Browser, DAY, Kontora, demo, stories};

stories![
    Demo;
    a_bank_that_is_gone_is_told_in_one_letter_a_tree_and_changes_no_company,
    a_revoked_licence_and_a_closed_account_are_told_with_their_reasons,
    what_was_invalid_before_is_not_told_again,
    a_bank_whose_last_day_passes_between_two_imports_is_told_once_though_its_entry_is_the_same,
    everybody_lists_what_is_to_be_fixed_within_their_own_reach,
    a_company_without_a_bank_has_nothing_to_fix,
    many_faulty_banks_are_listed_by_id_up_to_a_limit,
];

const OF_NEW_WAYS: &str = "SELECT COUNT(*) FROM company WHERE bic = '040613746' AND (id = 2 OR reseller_id = 2)";

async fn to_fix(browser: &mut Browser) -> Vec<Value> {
    browser.call("banks_to_fix", json!({})).await.ok().as_array().unwrap().clone()
}

async fn give_bank(kontora: &Kontora, statement: &'static str) {
    assert_eq!(kontora.database.execute(statement).await.unwrap(), 1);
}

async fn a_bank_that_is_gone_is_told_in_one_letter_a_tree_and_changes_no_company(kontora: Kontora) {
    give_bank(&kontora, "UPDATE company SET bic = '040613746' WHERE id = 26").await;
    give_bank(&kontora, "UPDATE company SET bic = '040613746' WHERE id = 16").await;
    let mut operator = kontora.signed_in("operator").await;
    let before = open(&mut operator, demo::EXAMPLE).await;
    import(&mut operator, without("040613746")).await.is(303);
    let letters = kontora.letters().await;
    let to = |who: &str| letters.iter().filter(|letter| letter.to == format!("{who}@demo.test")).collect::<Vec<_>>();
    for who in ["reseller", "sibir", "single"] {
        assert_eq!(to(who).len(), 1, "{who}");
    }
    assert_eq!(to("affiliate").len(), 0, "its reseller cares for it");
    let letter = to("reseller")[0];
    let count = kontora.database.number(OF_NEW_WAYS).await;
    assert!(count > 1 && letter.subject.contains(&format!(" {count} ")), "{}", letter.subject);
    assert_eq!(letter.text.matches("040613746").count(), usize::try_from(count).unwrap());
    assert!(letter.text.contains("New ways company (ID 7)"), "{}", letter.text);
    assert!(letter.link("/companies").ends_with("/companies"));
    assert_eq!(to("single")[0].link("/companies"), "/companies/26", "of one company the letter leads to it");
    assert_eq!(open(&mut operator, demo::EXAMPLE).await, before, "its fields are its own");
}

async fn a_revoked_licence_and_a_closed_account_are_told_with_their_reasons(kontora: Kontora) {
    kontora.database.execute("UPDATE company SET bic = '' WHERE id <> 7 AND id <> 26").await.unwrap();
    give_bank(
        &kontora,
        "UPDATE company SET bic = '040613748', correspondent_account = '30101810900000000748' WHERE id = 26",
    )
    .await;
    let mut operator = kontora.signed_in("operator").await;
    let file = changed(&[
        (
            "UID=\"0613746000\" ParticipantStatus=\"PSAC\"/>",
            "UID=\"0613746000\"><RstrList Rstr=\"LWRS\"/></ParticipantInfo>",
        ),
        ("DateIn=\"2020-01-01\" AccountStatus=\"ACAC\"", "DateIn=\"2020-01-01\" AccountStatus=\"ACDL\""),
    ]);
    import(&mut operator, file).await.is(303);
    let reasons: Vec<Value> =
        to_fix(&mut operator).await.into_iter().map(|company| company["reason"].clone()).collect();
    assert_eq!(reasons, ["out_of_use", "correspondent_account"]);
    let letters = kontora.letters().await;
    let text = |to: &str| &letters.iter().find(|letter| letter.to == to).unwrap().text;
    let (licence, account) = (text("reseller@demo.test"), text("single@demo.test"));
    assert!(licence.contains("licence") || licence.contains("лицензии"), "{licence}");
    assert!(
        account.contains("correspondent account is not open") || account.contains("корр. счет не открыт"),
        "{account}"
    );
}

async fn what_was_invalid_before_is_not_told_again(kontora: Kontora) {
    give_bank(&kontora, "UPDATE company SET bic = '040613749' WHERE id = 26").await;
    give_bank(&kontora, "UPDATE company SET bic = '044525225' WHERE id = 27").await;
    let mut operator = kontora.signed_in("operator").await;
    import(&mut operator, without("040613749")).await.is(303);
    assert_eq!(kontora.letters().await.len(), 0, "a bank without its licence was no good before it went");
    import(&mut operator, changed(&[("ТЕСТБАНК", "ТЕСТБАНК-2"), ("TESTBANK", "T2")])).await.is(303);
    assert_eq!(kontora.letters().await.len(), 0, "a new name makes no bank invalid");
    import(&mut operator, without("040613746")).await.is(303);
    assert!(!kontora.letters().await.is_empty());
    import(&mut operator, without("040613746")).await.is(303);
    assert_eq!(kontora.letters().await.len(), 0, "once is enough");
}

async fn a_bank_whose_last_day_passes_between_two_imports_is_told_once_though_its_entry_is_the_same(kontora: Kontora) {
    give_bank(&kontora, "UPDATE company SET bic = '040613748', correspondent_account = '' WHERE id = 26").await;
    let mut operator = kontora.signed_in("operator").await;
    // It is the 16th; of this day's directory the bank is still a part on the 18th.
    let ends = changed(&[("DateIn=\"2011-01-01\" PtType", "DateIn=\"2011-01-01\" DateOut=\"2026-11-18\" PtType")]);
    import(&mut operator, &ends).await.is(303);
    kontora.pass(2 * DAY);
    import(&mut operator, &ends).await.is(303);
    assert_eq!(kontora.letters_to("single@demo.test").await.len(), 0, "its last day is not over");
    kontora.pass(DAY);
    let mut operator = kontora.signed_in("operator").await;
    import(&mut operator, &ends).await.is(303);
    assert!(kontora.letter_to("single@demo.test").await.text.contains("040613748"));
    kontora.pass(DAY);
    let mut operator = kontora.signed_in("operator").await;
    import(&mut operator, without("040613748")).await.is(303);
    assert_eq!(kontora.letters_to("single@demo.test").await.len(), 0, "told already");
}

async fn everybody_lists_what_is_to_be_fixed_within_their_own_reach(kontora: Kontora) {
    give_bank(&kontora, "UPDATE company SET bic = '044525225' WHERE id = 16").await;
    give_bank(&kontora, "UPDATE company SET correspondent_account = '30101810600000000747' WHERE id = 7").await;
    for (who, expected) in [
        ("operator", vec![(7, "correspondent_account"), (16, "bic_unknown")]),
        ("reseller", vec![(7, "correspondent_account")]),
        ("sibir", vec![(16, "bic_unknown")]),
        ("affiliate", vec![]),
        ("single", vec![]),
    ] {
        let listed = to_fix(&mut kontora.signed_in(who).await).await;
        let listed: Vec<(i64, &str)> = listed
            .iter()
            .map(|company| (company["id"].as_i64().unwrap(), company["reason"].as_str().unwrap()))
            .collect();
        assert_eq!(listed, expected, "{who}");
    }
}

async fn a_company_without_a_bank_has_nothing_to_fix(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    assert_eq!(to_fix(&mut operator).await, [Value::Null; 0], "the demo's banks are all in its directory");
    kontora.database.execute("UPDATE company SET bic = ''").await.unwrap();
    import(&mut operator, without("040613746")).await.is(303);
    assert_eq!(kontora.letters().await.len(), 0);
    assert_eq!(to_fix(&mut operator).await, [Value::Null; 0]);
}

/// More banks than one statement asks for, the later companies with the earlier ones.
async fn many_faulty_banks_are_listed_by_id_up_to_a_limit(kontora: Kontora) {
    let many = "WITH RECURSIVE number (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 1200) \
                INSERT INTO company (id, kind, currency, version, list_version, name, email, phone, credit_limit, \
                                     time_zone, max_dialogs, comply_230fz, inn, kpp, ogrn, bic, bank, \
                                     correspondent_account, account, legal_address, postal_address, created_at) \
                SELECT 1000 + i, kind, currency, 1, 1, name, email, phone, credit_limit, time_zone, max_dialogs, \
                       comply_230fz, inn, kpp, ogrn, CAST(900002000 - i AS TEXT), bank, '', account, legal_address, \
                       postal_address, created_at \
                FROM company, number WHERE id = 26";
    assert_eq!(kontora.database.execute(many).await.unwrap(), 1200);
    let listed = to_fix(&mut kontora.signed_in("operator").await).await;
    let ids: Vec<i64> = listed.iter().map(|company| company["id"].as_i64().unwrap()).collect();
    assert_eq!(ids, (1001..=2000).collect::<Vec<_>>());
    assert_eq!(to_fix(&mut kontora.signed_in("sibir").await).await, [Value::Null; 0]);
}
