//! Depth one: every impossible pair is refused, by the operation and by the schema itself.

use serde_json::{Value, json};

use super::{complete, open, request};
use crate::support::{Kontora, demo, stories};

stories![
    Demo;
    every_impossible_pair_is_refused_to_the_operator_with_its_reason,
    the_operator_sees_every_check_with_its_verdict,
    a_debt_stands_in_the_way_until_it_is_settled,
    an_unconfirmed_company_is_not_attached,
    already_attached_closes_the_request_and_changes_nothing,
    a_chain_by_two_steps_is_impossible,
    the_schema_itself_lets_no_company_under_anything_but_a_reseller,
];

/// Makes a request that no page would let through, as its own side could have asked for it.
async fn requested(kontora: &Kontora, statement: &'static str) {
    kontora.database.execute(statement).await.unwrap();
}

macro_rules! wish {
    ($id:literal, $reseller:literal, $company:literal) => {
        concat!(
            "INSERT INTO support_request (id, reseller_id, company_id, comment, state, reason, requested_by, \
             requester_company_id, created_at) VALUES (",
            $id,
            ", ",
            $reseller,
            ", ",
            $company,
            ", '', 'new', '', 1, 1, 0)"
        )
    };
}

/// What stands in the way, in the order of the checks.
fn obstacles(review: &Value) -> Vec<Value> {
    let findings = review["findings"].as_array().unwrap().iter();
    findings.filter_map(|finding| finding["verdict"].get("fails").cloned()).collect()
}

async fn the_operator_sees_every_check_with_its_verdict(kontora: Kontora) {
    kontora.database.execute("UPDATE company SET confirmed_at = NULL, currency = 'USD' WHERE id = 27").await.unwrap();
    requested(&kontora, wish!(101, 28, 27)).await;
    let mut operator = kontora.signed_in("operator").await;
    let review = operator.call("requests", json!({})).await.ok()[0]["review"].clone();
    assert_eq!(review["findings"].as_array().unwrap().len(), 11);
    assert_eq!(obstacles(&review), [json!("not_a_reseller"), json!("unconfirmed"), json!("other_currency")]);
    let page = operator.get("/support").await.is(200).text();
    for words in [
        "Only resellers can have affiliates",
        "registration is not confirmed",
        "8 of 11 checks hold",
        "There is no debt",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    super::decline(&mut operator, 101, "Невозможно.").await.ok();
    let review = operator.call("requests", json!({})).await.ok()[0]["review"].clone();
    assert_eq!(review["findings"], json!([]));
}

async fn every_impossible_pair_is_refused_to_the_operator_with_its_reason(kontora: Kontora) {
    let cases: [(&'static str, Value); 9] = [
        (wish!(101, 2, 15), json!("reseller_cannot_be_affiliate")),
        (wish!(102, 2, 2), json!("same_company")),
        (wish!(103, 2, 16), json!("affiliate_of_another")),
        (wish!(104, 2, 1), json!("platform_company")),
        (wish!(105, 1, 27), json!("platform_company")),
        (wish!(106, 28, 27), json!("not_a_reseller")),
        (wish!(107, 3, 27), json!("not_a_reseller")),
        (wish!(108, 999, 27), json!("no_such_reseller")),
        (wish!(109, 2, 999), json!("no_such_company")),
    ];
    let mut operator = kontora.signed_in("operator").await;
    for (id, (statement, reason)) in (101..).zip(cases) {
        requested(&kontora, statement).await;
        let review = operator.call("requests", json!({})).await.ok()[0]["review"].clone();
        assert_eq!(obstacles(&review)[0], reason, "request {id}");
        let problems = complete(&mut operator, id).await.problems();
        assert_eq!(problems, json!({"form": [{"cannot_attach": reason}]}), "request {id}");
        super::decline(&mut operator, id, "Невозможно.").await.ok();
    }
    for id in demo::OTHER_SINGLES {
        assert_eq!(open(&mut operator, id).await["kind"], "stand_alone");
    }
}

async fn a_debt_stands_in_the_way_until_it_is_settled(kontora: Kontora) {
    let owe = "INSERT INTO ledger_entry (company_id, number, kind, amount, balance_after, description, occurred_at, \
                                         recorded_at) \
               VALUES (27, 1000, 'charge', -1, -1, '', 0, 0)";
    kontora.database.execute(owe).await.unwrap();
    let id = request(&kontora, "reseller", demo::NEW_WAYS, 27).await;
    let mut operator = kontora.signed_in("operator").await;
    assert_eq!(complete(&mut operator, id).await.problems(), json!({"form": [{"cannot_attach": "in_debt"}]}));
    let pay = "INSERT INTO ledger_entry (company_id, number, kind, amount, balance_after, description, occurred_at, \
                                         recorded_at) \
               VALUES (27, 1001, 'correction', 1, 0, '', 0, 0)";
    kontora.database.execute(pay).await.unwrap();
    complete(&mut operator, id).await.ok();
}

async fn an_unconfirmed_company_is_not_attached(kontora: Kontora) {
    kontora.database.execute("UPDATE company SET confirmed_at = NULL WHERE id = 27").await.unwrap();
    let id = request(&kontora, "reseller", demo::NEW_WAYS, 27).await;
    let problems = complete(&mut kontora.signed_in("operator").await, id).await.problems();
    assert_eq!(problems, json!({"form": [{"cannot_attach": "unconfirmed"}]}));
}

async fn already_attached_closes_the_request_and_changes_nothing(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let before = open(&mut reseller, demo::AFFILIATE).await;
    let id = request(&kontora, "reseller", demo::NEW_WAYS, demo::AFFILIATE).await;
    kontora.letters().await;
    complete(&mut kontora.signed_in("operator").await, id).await.ok();
    assert_eq!(reseller.call("requests", json!({})).await.ok()[0]["state"], "completed");
    assert_eq!(open(&mut reseller, demo::AFFILIATE).await, before);
    let letter = kontora.letter_to("reseller@demo.test").await;
    assert!(letter.subject.contains("already belongs to New ways partner"), "{}", letter.subject);
    assert!(!letter.text.contains("Since"), "{}", letter.text);
}

async fn a_chain_by_two_steps_is_impossible(kontora: Kontora) {
    let first = request(&kontora, "reseller", demo::NEW_WAYS, 27).await;
    let mut operator = kontora.signed_in("operator").await;
    complete(&mut operator, first).await.ok();
    requested(&kontora, wish!(201, 27, 28)).await;
    let problems = complete(&mut operator, 201).await.problems();
    assert_eq!(problems, json!({"form": [{"cannot_attach": "not_a_reseller"}]}));
    requested(&kontora, wish!(202, 15, 27)).await;
    let problems = complete(&mut operator, 202).await.problems();
    assert_eq!(problems, json!({"form": [{"cannot_attach": "affiliate_of_another"}]}));
}

async fn the_schema_itself_lets_no_company_under_anything_but_a_reseller(kontora: Kontora) {
    let forbidden = [
        // Under an affiliate, a company that stands alone, the platform, nobody.
        "UPDATE company SET kind = 'affiliate', reseller_id = 3, reseller_kind = 'reseller' WHERE id = 27",
        "UPDATE company SET kind = 'affiliate', reseller_id = 28, reseller_kind = 'reseller' WHERE id = 27",
        "UPDATE company SET kind = 'affiliate', reseller_id = 1, reseller_kind = 'reseller' WHERE id = 27",
        "UPDATE company SET kind = 'affiliate', reseller_id = 999, reseller_kind = 'reseller' WHERE id = 27",
        // The parent's kind told otherwise, or not at all.
        "UPDATE company SET kind = 'affiliate', reseller_id = 28, reseller_kind = 'stand_alone' WHERE id = 27",
        "UPDATE company SET kind = 'affiliate', reseller_id = 2 WHERE id = 27",
        "UPDATE company SET kind = 'affiliate' WHERE id = 27",
        // A reseller under a reseller, and an affiliate that becomes one.
        "UPDATE company SET reseller_id = 15, reseller_kind = 'reseller' WHERE id = 2",
        "UPDATE company SET kind = 'affiliate', slug = NULL, reseller_id = 15, reseller_kind = 'reseller' WHERE id = 2",
        "UPDATE company SET kind = 'reseller', slug = 'chain' WHERE id = 3",
        "UPDATE company SET kind = 'reseller', slug = 'chain', reseller_id = NULL WHERE id = 3",
        // A reseller with affiliates that becomes ordinary, or goes.
        "UPDATE company SET kind = 'stand_alone', slug = NULL WHERE id = 2",
        "DELETE FROM company WHERE id = 2",
        // A second platform.
        "UPDATE company SET kind = 'platform' WHERE id = 27",
    ];
    for statement in forbidden {
        let done = kontora.database.execute(statement).await;
        assert!(done.is_err(), "{statement}");
    }
    let allowed = "UPDATE company SET kind = 'affiliate', reseller_id = 2, reseller_kind = 'reseller' WHERE id = 27";
    assert_eq!(kontora.database.execute(allowed).await.unwrap(), 1);
}
