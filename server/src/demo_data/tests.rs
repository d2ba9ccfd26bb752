//! What the demo promises, held against the product's own checks.

use std::collections::HashSet;

use app::companies::Kind;
use app::people::Role;
use app::requisites::{Bank, BankFault, BankRecord, NoticeKind, Ogrn, RequisitesDraft};
use app::values::{Address, CompanyName, CreditState, Email, FullName, Kopecks, Phone, credit_state};

use super::*;
use crate::directory;
use crate::zones::offset_minutes;

const NOW: i64 = 1_795_000_000_000;

fn companies(affiliates: u32, seed: u64) -> Vec<Company> {
    Plan::new(affiliates, seed, NOW).companies().collect()
}

fn of_new_ways(companies: &[Company]) -> Vec<&Company> {
    companies.iter().filter(|company| company.reseller_id == Some(2)).collect()
}

#[test]
fn the_same_seed_gives_the_same_companies_and_another_one_others() {
    assert_eq!(companies(40, 1), companies(40, 1));
    assert_ne!(companies(40, 1), companies(40, 2));
}

#[test]
fn the_tree_is_the_promised_one() {
    for affiliates in [1, 2, 12, 300] {
        let all = companies(affiliates, 7);
        let ids: Vec<i64> = all.iter().map(|company| company.id).collect();
        assert_eq!(ids, (1..=i64::from(affiliates) + 16).collect::<Vec<_>>());
        assert_eq!((all[0].kind, all[1].kind, all[1].slug), (Kind::Platform, Kind::Reseller, Some("newways")));
        assert_eq!(of_new_ways(&all).len(), affiliates as usize);
        let sibir = all.iter().find(|company| company.slug == Some("sibir")).unwrap();
        assert_eq!(all.iter().filter(|company| company.reseller_id == Some(sibir.id)).count(), 10);
        assert_eq!(all.iter().filter(|company| company.kind == Kind::StandAlone).count(), 3);
    }
}

#[test]
fn every_sign_in_is_an_active_person_in_its_place() {
    for affiliates in [1, 30] {
        let all = companies(affiliates, 3);
        let place = |email: &str| {
            let company = all.iter().find(|company| company.people.iter().any(|person| person.email == email)).unwrap();
            let person = company.people.iter().find(|person| person.email == email).unwrap();
            assert!(person.is_active && person.company_id == company.id, "{email}");
            (company.id, company.kind, person.roles)
        };
        let sibir = i64::from(affiliates) + 3;
        for (email, _) in SIGN_INS {
            place(email);
        }
        assert!(place("operator@demo.test").2.contains(&Role::Operator));
        assert_eq!(place("reseller@demo.test"), (2, Kind::Reseller, &[Role::Administrator][..]));
        assert_eq!(place("chat@demo.test"), (2, Kind::Reseller, &[Role::ChatOperator][..]));
        assert_eq!(place("affiliate@demo.test"), (3, Kind::Affiliate, &[Role::Administrator][..]));
        assert_eq!(place("sibir@demo.test"), (sibir, Kind::Reseller, &[Role::Administrator][..]));
        assert_eq!(place("single@demo.test"), (sibir + 11, Kind::StandAlone, &[Role::Administrator][..]));
    }
}

#[test]
fn every_standing_and_eight_offsets_are_among_the_affiliates() {
    let all = companies(12, 5);
    let affiliates = of_new_ways(&all);
    let count = |wanted| affiliates.iter().filter(|company| state(company) == wanted).count();
    assert!(count(CreditState::Suspended) >= 4);
    assert!(count(CreditState::Low) >= 1);
    assert!(affiliates.iter().any(|company| company.money.balance < 0 && state(company) == CreditState::Active));
    assert!(affiliates.iter().any(|company| company.confirmed_at.is_none()));
    let offsets: HashSet<i16> = affiliates.iter().map(|company| offset_minutes(company.time_zone, NOW)).collect();
    assert!(offsets.len() >= 8, "{offsets:?}");
    assert_eq!(affiliates.iter().filter(|company| company.name == "New ways company").count(), 1);
}

fn state(company: &Company) -> CreditState {
    let (limit, threshold) = (Kopecks::new(company.money.credit_limit), company.money.threshold.map(Kopecks::new));
    credit_state(Kopecks::new(company.money.balance), limit, threshold)
}

#[test]
fn one_to_twelve_people_work_in_an_affiliate_and_some_are_invited() {
    let all = companies(300, 9);
    let counts: HashSet<usize> = of_new_ways(&all).iter().map(|company| company.people.len()).collect();
    assert_eq!((counts.iter().min(), counts.iter().max()), (Some(&1), Some(&12)));
    let people: Vec<&Person> = all.iter().flat_map(|company| &company.people).collect();
    assert!(people.iter().any(|person| !person.is_active));
    assert!(people.iter().any(|person| person.roles == [Role::ChatOperator]));
    assert!(people.iter().map(|person| person.id).eq(1..=i64::try_from(people.len()).unwrap()));
    let addresses: HashSet<&str> = people.iter().map(|person| person.email.as_str()).collect();
    assert_eq!(addresses.len(), people.len());
}

#[test]
fn nobody_is_active_where_the_registration_is_not_confirmed() {
    for company in companies(500, 4) {
        let is_confirmed = company.confirmed_at.is_some();
        assert_eq!(company.people.iter().any(|person| person.is_active), is_confirmed, "{}", company.id);
        assert!(is_confirmed || company.money.balance == 0);
    }
}

#[test]
fn everything_passes_the_checks_that_people_have_to_pass() {
    for company in companies(1000, 11) {
        assert_eq!(CompanyName::parse(&company.name).unwrap().as_str(), company.name);
        assert!(Email::parse(&company.email).is_ok(), "{}", company.email);
        assert_eq!(Phone::parse(&company.phone).unwrap().as_str(), company.phone);
        assert!(Address::parse(&company.legal_address).is_ok() && Address::parse(&company.postal_address).is_ok());
        for person in &company.people {
            assert_eq!(Email::parse(&person.email).unwrap().normalized(), person.email);
            assert!(FullName::parse(&person.full_name).is_ok());
            assert!(person.created_at >= company.created_at && person.created_at < NOW);
        }
        check_requisites(&company);
    }
}

fn check_requisites(company: &Company) {
    let requisites = &company.requisites;
    let draft = RequisitesDraft {
        inn: requisites.inn.clone(),
        kpp: requisites.kpp.clone(),
        correspondent_account: requisites.correspondent_account.clone(),
        bic: requisites.bic.to_owned(),
        account: requisites.account.clone(),
    };
    let checked = draft.check(&BankRecord::default()).unwrap();
    assert!(requisites.inn.is_empty() || requisites.inn.starts_with("00"), "{requisites:?}");
    assert!(requisites.ogrn.is_empty() || Ogrn::parse(&requisites.ogrn).is_ok(), "{requisites:?}");
    if !requisites.bic.is_empty() {
        assert!(requisites.bic.starts_with("0406"), "{requisites:?}");
        let notices = checked.notices(&BankRecord::default());
        let kinds: Vec<_> = notices.into_iter().map(|notice| notice.kind).collect();
        assert_eq!(kinds, [NoticeKind::BankUnchecked], "{requisites:?}");
    }
}

#[test]
fn every_bank_is_a_sound_one_of_the_demos_directory() {
    let directory = directory::read(BANKS).unwrap();
    let banks: Vec<Bank> = directory.entries.iter().map(Bank::from).collect();
    let mut used = HashSet::new();
    for company in companies(300, 5) {
        let requisites = company.requisites;
        let Some(bank) = banks.iter().find(|bank| bank.bic.as_str() == requisites.bic) else {
            assert_eq!(requisites.bic, "");
            continue;
        };
        assert_eq!(bank.title(), requisites.bank);
        assert_eq!(bank.correspondent_accounts().collect::<Vec<_>>(), [requisites.correspondent_account]);
        assert_eq!(BankFault::of(Some(bank), "", "2026-11-23"), None);
        used.insert(requisites.bic);
    }
    assert_eq!(used.len(), 3);
}

#[test]
fn every_ledger_ends_with_the_balance_and_a_suspended_company_could_not_afford_the_last_charge() {
    for affiliates in [12, 300] {
        for company in companies(affiliates, 1) {
            let (lines, money) = (ledger(&company, affiliates, NOW), company.money);
            assert_eq!(lines.iter().map(|line| line.amount).sum::<i64>(), money.balance, "{}", company.id);
            assert!(lines.is_sorted_by_key(|line| line.at), "{}", company.id);
            let Some(last) = lines.last().filter(|_| money.balance < -money.credit_limit) else { continue };
            assert!(money.balance - last.amount >= -money.credit_limit || lines.len() == 1, "{}", company.id);
        }
    }
    let detailed = companies(300, 1);
    assert!(detailed.iter().filter(|company| ledger(company, 300, NOW).len() > 20).count() > 100);
}
