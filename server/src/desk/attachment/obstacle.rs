//! Depth one: every reason for which a company cannot come under a reseller, and the one case in which it can.

use app::affiliates::Obstacle;
use app::companies::Kind;

use super::side::Side;
use crate::failure::Outcome;

/// What stands in the way; `None` when nothing does. What is impossible for ever comes before what can be mended.
pub(super) fn obstacle(reseller: Option<&Side>, company: Option<&Side>) -> Outcome<Option<Obstacle>> {
    let Some(reseller) = reseller else { return Ok(Some(Obstacle::NoSuchReseller)) };
    let Some(company) = company else { return Ok(Some(Obstacle::NoSuchCompany)) };
    let found = match (reseller.kind()?, company.kind()?) {
        _ if reseller.id == company.id => Some(Obstacle::SameCompany),
        (Kind::Platform, _) | (_, Kind::Platform) => Some(Obstacle::PlatformCompany),
        (Kind::Affiliate | Kind::StandAlone, _) => Some(Obstacle::NotAReseller),
        (_, Kind::Reseller) => Some(Obstacle::ResellerCannotBeAffiliate),
        (_, _) if company.affiliates > 0 => {
            Some(Obstacle::HasAffiliates(u32::try_from(company.affiliates).unwrap_or(u32::MAX)))
        }
        (_, Kind::Affiliate) if company.reseller_id == Some(reseller.id) => Some(Obstacle::AlreadyAttached),
        (_, Kind::Affiliate) => Some(Obstacle::AffiliateOfAnother),
        (Kind::Reseller, Kind::StandAlone) => mendable(reseller, company),
    };
    Ok(found)
}

fn mendable(reseller: &Side, company: &Side) -> Option<Obstacle> {
    if company.confirmed_at.is_none() {
        return Some(Obstacle::Unconfirmed);
    }
    if company.currency != reseller.currency {
        return Some(Obstacle::OtherCurrency);
    }
    (company.balance < 0).then_some(Obstacle::InDebt)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [Kind; 4] = [Kind::Platform, Kind::Reseller, Kind::Affiliate, Kind::StandAlone];

    fn between(reseller: &Side, company: &Side) -> Option<Obstacle> {
        obstacle(Some(reseller), Some(company)).unwrap()
    }

    fn affiliate_of(reseller_id: i64) -> Side {
        Side { reseller_id: Some(reseller_id), ..Side::example(3, Kind::Affiliate) }
    }

    #[test]
    fn only_a_stand_alone_company_comes_under_a_reseller() {
        for above in KINDS {
            for below in KINDS {
                let found = between(&Side::example(2, above), &Side::example(3, below));
                let is_free = above == Kind::Reseller && below == Kind::StandAlone;
                assert_eq!(found.is_none(), is_free, "{above:?} over {below:?}");
            }
        }
    }

    #[test]
    fn each_impossible_pair_is_named() {
        let reseller = Side::example(2, Kind::Reseller);
        let stand_alone = Side::example(3, Kind::StandAlone);
        let platform = Side::example(1, Kind::Platform);
        let with_two = Side { affiliates: 2, ..stand_alone.clone() };
        for (above, below, expected) in [
            (&reseller, &reseller, Obstacle::SameCompany),
            (&platform, &stand_alone, Obstacle::PlatformCompany),
            (&reseller, &platform, Obstacle::PlatformCompany),
            (&stand_alone, &Side::example(4, Kind::StandAlone), Obstacle::NotAReseller),
            (&reseller, &Side::example(4, Kind::Reseller), Obstacle::ResellerCannotBeAffiliate),
            (&reseller, &with_two, Obstacle::HasAffiliates(2)),
            (&reseller, &affiliate_of(2), Obstacle::AlreadyAttached),
            (&reseller, &affiliate_of(9), Obstacle::AffiliateOfAnother),
        ] {
            assert_eq!(between(above, below), Some(expected), "{above:?} over {below:?}");
        }
        assert_eq!(obstacle(None, Some(&stand_alone)).unwrap(), Some(Obstacle::NoSuchReseller));
        assert_eq!(obstacle(Some(&reseller), None).unwrap(), Some(Obstacle::NoSuchCompany));
    }

    #[test]
    fn a_debt_to_the_kopeck_another_currency_and_a_missing_confirmation_can_be_mended() {
        let reseller = Side::example(2, Kind::Reseller);
        let company = Side::example(3, Kind::StandAlone);
        let indebted = Side { balance: -1, ..company.clone() };
        let foreign = Side { currency: "USD".to_owned(), ..company.clone() };
        let unconfirmed = Side { confirmed_at: None, ..company.clone() };
        assert_eq!(between(&reseller, &indebted), Some(Obstacle::InDebt));
        assert_eq!(between(&reseller, &foreign), Some(Obstacle::OtherCurrency));
        assert_eq!(between(&reseller, &unconfirmed), Some(Obstacle::Unconfirmed));
        assert_eq!(between(&reseller, &company), None);
    }
}
