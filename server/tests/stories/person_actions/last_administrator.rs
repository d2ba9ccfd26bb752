//! No company loses its last active administrator, whoever asks at whatever moment.

use super::{act, block, invite, join, own_id, unblock};
use crate::support::{Browser, Engine, Kontora, demo, stories};

stories![
    Demo;
    the_last_active_administrator_is_blocked_by_nobody_but_an_operator,
    invited_and_blocked_administrators_do_not_count,
    of_two_blocks_at_once_that_would_leave_nobody_one_is_refused,
    of_two_administrators_who_block_each_other_one_stays,
    of_two_operators_who_block_each_other_one_stays,
    an_operators_account_is_only_for_operators,
    a_company_that_nobody_can_administer_shows_it_to_its_reseller_and_the_operator,
];

/// SQLite has one writer: there is less to find.
fn rounds(kontora: &Kontora) -> u32 {
    if kontora.database.engine == Engine::Postgres { 20 } else { 5 }
}

/// Leaves [`demo::SIBLING`] without administrators.
async fn dismiss_all(kontora: &Kontora) {
    let dismiss = "DELETE FROM person_role \
                   WHERE role = 'administrator' AND person_id IN (SELECT id FROM person WHERE company_id = 4)";
    kontora.database.execute(dismiss).await.unwrap();
}

/// The active administrators of [`demo::SIBLING`].
async fn administrators(kontora: &Kontora) -> i64 {
    let count = "SELECT COUNT(*) FROM person JOIN person_role ON person_id = id \
                 WHERE company_id = 4 AND role = 'administrator' AND state = 'active'";
    kontora.database.number(count).await
}

/// Both requests at the same time; their statuses, the lower first.
async fn at_once(one: (&Browser, i64), other: (&Browser, i64)) -> [u16; 2] {
    let press = |(browser, person): (&Browser, i64)| {
        let mut browser = browser.clone();
        tokio::spawn(async move { block(&mut browser, person, "Уволен").await.status })
    };
    let (one, other) = (press(one), press(other));
    let mut statuses = [one.await.unwrap(), other.await.unwrap()];
    statuses.sort_unstable();
    statuses
}

async fn the_last_active_administrator_is_blocked_by_nobody_but_an_operator(kontora: Kontora) {
    dismiss_all(&kontora).await;
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, mut hers) = join(&kontora, &mut reseller, demo::SIBLING, "anna@new.test").await;
    block(&mut reseller, anna, "Уволена").await.refuses("last_administrator");
    assert_eq!(act(&mut reseller, "person_standing", anna).await.ok()["sole"], "last_administrator");
    hers.call("me", serde_json::json!({})).await.ok();
    assert!(kontora.letters_to("anna@new.test").await.is_empty());
    let mut operator = kontora.signed_in("operator").await;
    block(&mut operator, anna, "").await.is(422);
    block(&mut operator, anna, "Решение суда").await.ok();
    unblock(&mut reseller, anna).await.ok();
    let (boris, _) = join(&kontora, &mut reseller, demo::SIBLING, "boris@new.test").await;
    block(&mut reseller, anna, "Уволена").await.ok();
    block(&mut reseller, boris, "Уволен").await.refuses("last_administrator");
}

async fn invited_and_blocked_administrators_do_not_count(kontora: Kontora) {
    dismiss_all(&kontora).await;
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, _) = join(&kontora, &mut reseller, demo::SIBLING, "anna@new.test").await;
    let (boris, _) = join(&kontora, &mut reseller, demo::SIBLING, "boris@new.test").await;
    block(&mut reseller, boris, "Уволен").await.ok();
    let vera = invite(&mut reseller, demo::SIBLING, "vera@new.test").await;
    block(&mut reseller, anna, "Уволена").await.refuses("last_administrator");
    block(&mut reseller, vera, "Ошибка").await.ok();
}

async fn of_two_blocks_at_once_that_would_leave_nobody_one_is_refused(kontora: Kontora) {
    dismiss_all(&kontora).await;
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, _) = join(&kontora, &mut reseller, demo::SIBLING, "anna@new.test").await;
    let (boris, _) = join(&kontora, &mut reseller, demo::SIBLING, "boris@new.test").await;
    let another = kontora.signed_in("reseller").await;
    for _ in 0..rounds(&kontora) {
        assert_eq!(at_once((&reseller, anna), (&another, boris)).await, [200, 403]);
        assert_eq!(administrators(&kontora).await, 1);
        for person in [anna, boris] {
            unblock(&mut reseller, person).await.ok();
        }
    }
}

async fn of_two_administrators_who_block_each_other_one_stays(kontora: Kontora) {
    dismiss_all(&kontora).await;
    let mut reseller = kontora.signed_in("reseller").await;
    for round in 0..rounds(&kontora) {
        let (anna, hers) = join(&kontora, &mut reseller, demo::SIBLING, &format!("anna{round}@new.test")).await;
        let (boris, his) = join(&kontora, &mut reseller, demo::SIBLING, &format!("boris{round}@new.test")).await;
        let [won, lost] = at_once((&hers, boris), (&his, anna)).await;
        // Whoever comes later is signed out already, or sees that nobody else is left.
        assert!(won == 200 && (lost == 401 || lost == 403), "{won} {lost}");
        assert_eq!(administrators(&kontora).await, 1);
        dismiss_all(&kontora).await;
    }
}

async fn of_two_operators_who_block_each_other_one_stays(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let own = own_id(&mut operator).await;
    let others = "UPDATE person SET state = 'blocked' WHERE company_id = 1 AND email <> 'operator@demo.test'";
    let restore = "UPDATE person SET state = 'active' WHERE email = 'operator@demo.test'";
    kontora.database.execute(others).await.unwrap();
    for round in 0..rounds(&kontora) {
        let email = format!("anna{round}@new.test");
        let (anna, hers) = join(&kontora, &mut operator, demo::PLATFORM, &email).await;
        let promote = "UPDATE person_role SET role = 'operator' WHERE person_id = (SELECT MAX(id) FROM person)";
        kontora.database.execute(promote).await.unwrap();
        let [won, lost] = at_once((&hers, own), (&operator, anna)).await;
        assert!(won == 200 && (lost == 401 || lost == 403), "{won} {lost}");
        let count = "SELECT COUNT(*) FROM person JOIN person_role ON person_id = id \
                     WHERE role = 'operator' AND state = 'active'";
        assert_eq!(kontora.database.number(count).await, 1);
        kontora.database.execute(restore).await.unwrap();
        kontora.database.execute(others).await.unwrap();
        operator = kontora.signed_in("operator").await;
    }
}

async fn an_operators_account_is_only_for_operators(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let own = own_id(&mut operator).await;
    let (_, mut administrator) = join(&kontora, &mut operator, demo::PLATFORM, "anna@new.test").await;
    block(&mut administrator, own, "Хочу сама").await.refuses("operators_account");
    for action in ["end_user_sessions", "start_password_reset"] {
        act(&mut administrator, action, own).await.refuses("operators_account");
    }
    let reset = serde_json::json!({"person": own, "fields": {}});
    administrator.call("reset_second_factor", reset).await.refuses("operators_account");
    let rename = serde_json::json!({"id": own, "seen": {}, "changes": {"full_name": "Другое Имя"}});
    administrator.call("save_user", rename).await.refuses("operators_account");
    let fields = serde_json::json!({"email": "mine@new.test", "current_password": super::PASSWORD});
    let change = serde_json::json!({"person": own, "fields": fields});
    administrator.call("change_user_email", change).await.refuses("operators_account");
}

/// Whether the list says of a company that nobody can administer it, and whether its dialog has nobody who could.
async fn lacks(browser: &mut Browser, company: i64) -> bool {
    let list = crate::companies::list(browser).await;
    let told = list.rows().find(|row| row.id().value() == company).unwrap().numbers().lacks_administrator;
    let opened = crate::companies::open(browser, company).await;
    let administrators = opened["administrators"].as_array().unwrap();
    assert_eq!(told, administrators.iter().all(|person| person["state"] != "active"), "{administrators:?}");
    told
}

async fn a_company_that_nobody_can_administer_shows_it_to_its_reseller_and_the_operator(kontora: Kontora) {
    let (mut operator, mut reseller) = (kontora.signed_in("operator").await, kontora.signed_in("reseller").await);
    assert!(!lacks(&mut reseller, demo::SIBLING).await && !lacks(&mut operator, demo::SIBLING).await);
    dismiss_all(&kontora).await;
    // As the next change of anything in the list shows it.
    crate::companies::change(&mut operator, demo::SIBLING, serde_json::json!({"name": "Ничья"})).await.ok();
    assert!(lacks(&mut reseller, demo::SIBLING).await && lacks(&mut operator, demo::SIBLING).await);

    let (anna, _) = join(&kontora, &mut reseller, demo::SIBLING, "anna@new.test").await;
    assert!(!lacks(&mut reseller, demo::SIBLING).await, "she has come");
    block(&mut operator, anna, "Ушла").await.ok();
    assert!(lacks(&mut reseller, demo::SIBLING).await, "she is shut out");
    unblock(&mut operator, anna).await.ok();
    assert!(!lacks(&mut reseller, demo::SIBLING).await, "and in again");
    let demoted = serde_json::json!({
        "id": anna, "seen": {"roles": "administrator"}, "changes": {"roles": "chat_operator", "reason": "Устала"},
    });
    operator.call("save_user", demoted).await.ok();
    assert!(lacks(&mut reseller, demo::SIBLING).await, "a chat operator administers nothing");
    super::invite(&mut reseller, demo::SIBLING, "boris@new.test").await;
    assert!(lacks(&mut reseller, demo::SIBLING).await, "who is invited has not come yet");
}
