//! The worked examples of limit and threshold: who has access, and which letters are sent, to the kopeck.

use serde_json::json;

use super::{EMPTY, access, allowed, edit, refused, settle_to};
use crate::support::{Client, Kontora, stories};

stories![
    Demo;
    every_example_ends_in_the_stated_access_and_the_stated_letters,
];

const NONE: &[&str] = &[];
const THRESHOLD: &str = "достигнуто пороговое значение";
const SUSPENDED: &str = "доступ к сервисам приостановлен";
const RESUMED: &str = "доступ к сервисам возобновлен";

/// Limit, threshold, balances one after the other, whether there is access at the end, letters.
type Example = (&'static str, &'static str, &'static [&'static str], bool, &'static [&'static str]);

const EXAMPLES: [Example; 11] = [
    ("1000.00", "", &["-999.99", "-1000.00"], true, NONE),
    ("1000.00", "", &["-1000.00", "-1000.01"], false, &[SUSPENDED]),
    ("1000.00", "", &["-1000.01", "-1000.00"], true, &[RESUMED]),
    ("0.00", "", &["0.01", "0.00"], true, NONE),
    ("0.00", "", &["0.00", "-0.01"], false, &[SUSPENDED]),
    ("0.00", "500.00", &["500.01", "500.00"], true, &[THRESHOLD]),
    ("0.00", "500.00", &["500.00", "400.00"], true, NONE),
    ("0.00", "500.00", &["400.00", "504.99", "500.00"], true, NONE),
    ("0.00", "500.00", &["400.00", "505.00", "500.00"], true, &[THRESHOLD]),
    ("1000.00", "-800.00", &["-799.99", "-800.00"], true, &[THRESHOLD]),
    ("1000.00", "500.00", &["600.00", "-1400.00"], false, &[THRESHOLD, SUSPENDED]),
];

async fn every_example_ends_in_the_stated_access_and_the_stated_letters(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    // One language for both sides' letters.
    reseller.call("save_profile", json!({"fields": {"language": "ru"}})).await.ok();
    for example in EXAMPLES {
        let (limit, threshold, balances, has_access, letters) = example;
        edit(&mut reseller, json!({"credit_limit": "100000", "notification_threshold": ""})).await.ok();
        settle_to(&mut reseller, balances[0]).await;
        edit(&mut reseller, json!({"credit_limit": limit, "notification_threshold": threshold})).await.ok();
        kontora.letters().await;
        for balance in &balances[1..] {
            settle_to(&mut reseller, balance).await;
        }
        let expected = if has_access { allowed() } else { refused("credit_limit") };
        assert_eq!(access(&mut client, EMPTY).await, expected, "{example:?}");
        let sent = kontora.letters().await;
        for receiver in ["info@newways.test", "reseller@demo.test"] {
            let told: Vec<&str> = sent
                .iter()
                .filter(|letter| letter.to == receiver)
                .map(|letter| [THRESHOLD, SUSPENDED, RESUMED].into_iter().find(|words| letter.subject.contains(words)))
                .map(|kind| kind.unwrap_or("another letter"))
                .collect();
            assert_eq!(told, letters, "{example:?}, to {receiver}");
        }
    }
}
