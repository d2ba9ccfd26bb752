//! Accounts that do not fit the BIC.

use super::*;

fn account(bic: &str, account: &str) -> RequisitesDraft {
    RequisitesDraft { bic: bic.to_owned(), account: account.to_owned(), ..RequisitesDraft::default() }
}

fn correspondent(bic: &str, account: &str) -> RequisitesDraft {
    RequisitesDraft { bic: bic.to_owned(), correspondent_account: account.to_owned(), ..RequisitesDraft::default() }
}

fn of_correspondent(draft: &RequisitesDraft, record: &BankRecord) -> Option<Diagnosis> {
    diagnose("correspondent_account", draft, record, &nobody)
}

#[test]
fn the_twenty_repairs_of_an_account_are_counted_not_listed() {
    let draft = account("044525225", "40702810938250123017");
    let diagnosis = diagnose("account", &draft, &BankRecord::default(), &nobody).unwrap();
    assert_eq!(diagnosis.candidates, []);
    assert_eq!(diagnosis.others, 20);
    assert_eq!(
        line("account", &draft, &diagnosis, Lang::Ru),
        "Счет не подходит к этому БИК: на 9-м месте ожидается 1, если остальные цифры верны; либо неверен БИК; исправить \
         одну цифру можно 20 способами: какая неверна, определить нельзя"
    );
    assert_eq!(
        line("account", &draft, &diagnosis, Lang::En),
        "The account does not fit this BIC: 1 expected at position 9, if the other digits are right; or the BIC is wrong; \
         changing one digit repairs it in 20 ways: which is wrong cannot be told"
    );
}

#[test]
fn a_swap_that_makes_the_key_fit_is_offered_where_it_stands_out() {
    let draft = account("044525225", "40702810138250123071");
    let diagnosis = diagnose("account", &draft, &BankRecord::default(), &nobody).unwrap();
    assert_eq!(values(&diagnosis), ["40702810138250123017"]);
    assert_eq!(diagnosis.candidates[0].why, Why::Swap);
}

#[test]
fn an_account_of_the_directory_one_slip_away_comes_first() {
    for typed in ["40503810800000000705", "40503810800000000760"] {
        let draft = account("040613747", typed);
        let diagnosis = diagnose("account", &draft, &record("040613747"), &nobody).unwrap();
        assert_eq!(diagnosis.candidates[0].value, "40503810800000000750", "{typed}");
        assert_eq!(diagnosis.candidates[0].why, Why::Known);
    }
}

#[test]
fn a_correspondent_account_of_another_bank_leaves_two_ways_out() {
    let draft = correspondent("040613747", "30101810300000000746");
    let diagnosis = of_correspondent(&draft, &BankRecord::default()).unwrap();
    let labels = |lang| diagnosis.candidates.iter().map(|one| (one.field, one.label(lang))).collect::<Vec<_>>();
    let bic = ("bic", "БИК 040613746".to_owned());
    assert_eq!(labels(Lang::Ru), [bic, ("correspondent_account", "Корр. счет 30101810600000000747".to_owned())]);
    let bic = ("bic", "BIC 040613746".to_owned());
    assert_eq!(labels(Lang::En), [bic, ("correspondent_account", "Corr. account 30101810600000000747".to_owned())]);
    assert_eq!(diagnosis.remark(Lang::Ru), "такой корр. счет подходит к БИК 040613746");
    assert_eq!(diagnosis.remark(Lang::En), "such a correspondent account fits the BIC 040613746");
    assert_eq!(diagnosis.candidates[0].reason(Lang::Ru), "сходится с другим полем");
    assert_eq!(diagnosis.candidates[0].reason(Lang::En), "fits the other field");
}

#[test]
fn the_directory_confirms_the_ways_out() {
    let draft = correspondent("040613747", "30101810300000000746");
    let known = |number: &str| number == "040613746";
    let diagnosis = diagnose("correspondent_account", &draft, &record("040613747"), &known).unwrap();
    assert_eq!(values(&diagnosis), ["040613746", "30101810600000000747"]);
    assert!(diagnosis.candidates.iter().all(|one| one.why == Why::Known));
    assert_eq!(diagnosis.candidates[0].reason(Lang::Ru), "есть в справочнике");
    assert_eq!(diagnosis.candidates[0].reason(Lang::En), "known to the directory");
    let unknown = of_correspondent(&draft, &record("040613747")).unwrap();
    assert_eq!(values(&unknown), ["30101810600000000747", "040613746"]);
}

#[test]
fn no_account_is_made_up_for_a_bank_that_has_none() {
    let draft = correspondent("040613752", "30101810300000000746");
    let diagnosis = of_correspondent(&draft, &record("040613752")).unwrap();
    assert_eq!(values(&diagnosis), ["040613746"]);
}

#[test]
fn a_correspondent_account_of_a_wrong_key_is_held_against_the_directory() {
    let draft = correspondent("040613746", "30101810400000000746");
    let diagnosis = of_correspondent(&draft, &record("040613746")).unwrap();
    assert_eq!(values(&diagnosis), ["30101810300000000746"]);
    assert_eq!(diagnosis.others, 20);
    let closed = correspondent("040613748", "30101810500002000748");
    let diagnosis = of_correspondent(&closed, &record("040613748")).unwrap();
    assert_eq!(values(&diagnosis), ["30101810900000000748"]);
    assert_eq!(diagnosis.remark(Lang::Ru), "");
}

#[test]
fn nothing_is_said_of_accounts_that_fit_or_cannot_be_held_against_a_bic() {
    for draft in [
        account("040613746", "40702810100000000017"),
        account("", "40702810200000000017"),
        account("04061374", "40702810200000000017"),
        account("040613746", "4070281020000000001"),
    ] {
        assert_eq!(diagnose("account", &draft, &record("040613746"), &nobody), None, "{draft:?}");
    }
    let fits = correspondent("040613746", "30101810300000000746");
    assert_eq!(of_correspondent(&fits, &record("040613746")), None);
    assert_eq!(of_correspondent(&fits, &BankRecord::default()), None);
    let at_unit = account("040613747", "40503810800000000750");
    assert_eq!(diagnose("account", &at_unit, &record("040613747"), &nobody), None);
}
