//! What the directories know of the numbers.

use super::*;

#[test]
fn an_inn_that_a_directory_knows_is_offered_first() {
    let offered = |inn: &str, known: &[&str]| {
        let inns = known.iter().map(|inn| Inn::parse(inn).unwrap()).collect();
        let read = proposals(&format!("ИНН {inn}"), &Known { inns, ..Known::default() });
        read.into_iter().next().unwrap().instead
    };
    assert_eq!(offered("0017000061", &["0017000601"]), ["0017000601", "0017000016"]);
    assert_eq!(offered("7707083983", &[]), ["7707083893"]);
    assert_eq!(offered("7707083983", &["7707083981"]), ["7707083981", "7707083893"]);
    assert_eq!(offered("860307073214", &[]), ["760307073214"]);
    assert_eq!(offered("500100723259", &[]), ["500100732259", "500100823259", "500100723279"]);
    assert_eq!(offered("07151408877", &[]), [""; 0]);
}

#[test]
fn the_directories_are_asked_for_what_may_be_meant() {
    let asked = mentioned("ИНН 0017000061 040613746, 001701001 БИК 04061374");
    let bics: Vec<&str> = asked.bics.iter().map(Bic::as_str).collect();
    assert_eq!(bics, ["001701001", "040613746"]);
    let inns: Vec<&str> = asked.inns.iter().map(Inn::as_str).collect();
    assert!(inns.contains(&"0017000016") && inns.contains(&"0017000601"), "{inns:?}");
    assert!(inns.iter().all(|inn| Inn::parse(inn).is_ok()));
    assert_eq!(mentioned("С уважением, Анна, +7 912 345-67-89"), Mentioned::default());
}

#[test]
fn the_banks_own_account_is_offered_for_another_one() {
    let text = "БИК 040613746 к/с 30101810600000000747";
    let read = proposals(text, &known());
    assert_eq!(read[1].instead, ["30101810300000000746"]);
    assert_eq!(read[1].problem, None, "its key fits: one unit serves both banks");
}

#[test]
fn the_unit_that_the_directory_names_decides_the_key() {
    let bic = Bic::parse("040613747").unwrap();
    let mut branch = bank("040613747", "ФИЛИАЛ", "", "40503810800000000750");
    branch.accounts[0].unit = Bic::parse("040627001").ok();
    let known = |bank: Bank| Known { banks: [(bic.clone(), bank)].into(), ..Known::default() };
    let text = "БИК 040613747 р/с 40503810800000000750";
    assert_eq!(proposals(text, &known(branch.clone()))[1].problem, None);
    branch.accounts.clear();
    let problem = Problem::AccountKey { expected: 1, position: 9 };
    assert_eq!(proposals(text, &known(branch.clone()))[1].problem, Some(problem));
    for lenient in ["52", "71", "90"] {
        branch.participant_type = lenient.to_owned();
        assert_eq!(
            proposals(text, &known(branch.clone()))[1].problem,
            None,
            "{lenient}: there the key refuses nothing"
        );
    }
}
