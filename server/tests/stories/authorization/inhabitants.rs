//! Every kind of person, and the companies that are theirs, under theirs, and none of theirs.

use serde_json::json;

use crate::support::{Browser, Kontora, demo};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inhabitant {
    Anonymous,
    /// Administrator of a company that stands alone.
    Stranger,
    ChatOperator,
    Affiliate,
    Reseller,
    OtherReseller,
    Operator,
    /// An operator who looks through the eyes of the affiliate's administrator.
    Viewer,
    /// An administrator of a company that requires a second factor, without one.
    Owing,
}

pub const INHABITANTS: [Inhabitant; 9] = [
    Inhabitant::Anonymous,
    Inhabitant::Stranger,
    Inhabitant::ChatOperator,
    Inhabitant::Affiliate,
    Inhabitant::Reseller,
    Inhabitant::OtherReseller,
    Inhabitant::Operator,
    Inhabitant::Viewer,
    Inhabitant::Owing,
];

/// A company as a person stands to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    Own,
    Child,
    Foreign,
}

impl Whose {
    pub const ALL: [Self; 3] = [Self::Own, Self::Child, Self::Foreign];

    pub fn word(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Child => "child",
            Self::Foreign => "foreign",
        }
    }
}

impl Inhabitant {
    pub fn name(self) -> &'static str {
        match self {
            Self::Anonymous => "anonymous",
            Self::Stranger => "stranger",
            Self::ChatOperator => "chat operator",
            Self::Affiliate => "affiliate",
            Self::Reseller => "reseller",
            Self::OtherReseller => "other reseller",
            Self::Operator => "operator",
            Self::Viewer => "viewer",
            Self::Owing => "owing",
        }
    }

    /// `None` where the person has no such company. Where no company is asked for, any will do.
    pub fn company(self, whose: Option<Whose>) -> Option<i64> {
        let Some(whose) = whose else { return Some(demo::NOBODY) };
        let [own, child, foreign] = match self {
            Self::Anonymous => [None, None, Some(demo::AFFILIATE)],
            Self::Stranger => [Some(demo::SINGLE), None, Some(demo::AFFILIATE)],
            Self::ChatOperator => [Some(demo::NEW_WAYS), Some(demo::AFFILIATE), Some(demo::SIBIR_AFFILIATE)],
            Self::Affiliate | Self::Viewer => [Some(demo::AFFILIATE), None, Some(demo::SIBLING)],
            Self::Reseller => [Some(demo::NEW_WAYS), Some(demo::AFFILIATE), Some(demo::SIBIR_AFFILIATE)],
            Self::Owing => [Some(demo::OTHER_SINGLES[1]), None, Some(demo::AFFILIATE)],
            Self::OtherReseller => [Some(demo::SIBIR), Some(demo::SIBIR_AFFILIATE), Some(demo::AFFILIATE)],
            Self::Operator => [Some(demo::PLATFORM), Some(demo::AFFILIATE), None],
        };
        match whose {
            Whose::Own => own,
            Whose::Child => child,
            Whose::Foreign => foreign,
        }
    }

    /// A browser of theirs, just signed in.
    pub async fn browser(self, kontora: &Kontora) -> Browser {
        let who = match self {
            Self::Anonymous => return kontora.browser(),
            Self::Stranger => "single",
            Self::ChatOperator => "chat",
            Self::Affiliate => "affiliate",
            Self::Reseller => "reseller",
            Self::OtherReseller => "sibir",
            Self::Operator => "operator",
            Self::Viewer => return viewer(kontora).await,
            Self::Owing => "owing",
        };
        kontora.signed_in(who).await
    }
}

async fn viewer(kontora: &Kontora) -> Browser {
    let mut browser = kontora.signed_in("operator").await;
    let person = kontora.database.number("SELECT id FROM person WHERE email_key = 'affiliate@demo.test'").await;
    let fields = json!({"reason": "Разбираем обращение", "return_to": "/"});
    browser.call("view_as", json!({"person": person, "fields": fields})).await.ok();
    // The matrix looks more often than anybody may.
    kontora.database.execute("DELETE FROM attempt WHERE action = 'view_as'").await.unwrap();
    browser
}
