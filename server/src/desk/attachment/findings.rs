//! Depth one: everything that has to hold before a company comes under a reseller, each with what was found.

use app::affiliates::{Check, Finding, Obstacle, Verdict};
use app::companies::Kind;

use super::side::Side;
use crate::failure::Outcome;

/// What stands in the way first; `None` when nothing does. What is impossible for ever comes before what can be mended.
pub(super) fn obstacle(reseller: Option<&Side>, company: Option<&Side>) -> Outcome<Option<Obstacle>> {
    Ok(findings(reseller, company)?.into_iter().find_map(Finding::obstacle))
}

/// Every check in the order in which it counts.
pub(super) fn findings(reseller: Option<&Side>, company: Option<&Side>) -> Outcome<Vec<Finding>> {
    let kinds = (reseller.map(Side::kind).transpose()?, company.map(Side::kind).transpose()?);
    let verdict = |check| match check {
        Check::ResellerExists => found(reseller.is_none(), Obstacle::NoSuchReseller),
        Check::CompanyExists => found(company.is_none(), Obstacle::NoSuchCompany),
        Check::TwoCompanies => {
            of_both(reseller, company, |above, below| found(above.id == below.id, Obstacle::SameCompany))
        }
        Check::NotThePlatform => match kinds {
            (Some(Kind::Platform), _) | (_, Some(Kind::Platform)) => Verdict::Fails(Obstacle::PlatformCompany),
            (Some(_), Some(_)) => Verdict::Holds,
            _ => Verdict::Unknown,
        },
        Check::ResellerIsOne => of(kinds.0, |kind| found(kind != Kind::Reseller, Obstacle::NotAReseller)),
        Check::CompanyIsNoReseller => {
            of(kinds.1, |kind| found(kind == Kind::Reseller, Obstacle::ResellerCannotBeAffiliate))
        }
        Check::NoAffiliates => of(company, |company| {
            let count = u32::try_from(company.affiliates).unwrap_or(u32::MAX);
            found(count > 0, Obstacle::HasAffiliates(count))
        }),
        Check::NobodysAffiliate => of(company, |company| belongs(reseller, company)),
        Check::Confirmed => of(company, |company| found(company.confirmed_at.is_none(), Obstacle::Unconfirmed)),
        Check::SameCurrency => {
            of_both(reseller, company, |above, below| found(above.currency != below.currency, Obstacle::OtherCurrency))
        }
        Check::NoDebt => of(company, |company| found(company.balance < 0, Obstacle::InDebt)),
    };
    Ok(Check::ALL.into_iter().map(|check| Finding { check, verdict: verdict(check) }).collect())
}

fn found(is_in_the_way: bool, obstacle: Obstacle) -> Verdict {
    if is_in_the_way { Verdict::Fails(obstacle) } else { Verdict::Holds }
}

/// What is not there cannot be looked at.
fn of<T>(subject: Option<T>, look: impl FnOnce(T) -> Verdict) -> Verdict {
    subject.map_or(Verdict::Unknown, look)
}

fn of_both(reseller: Option<&Side>, company: Option<&Side>, look: impl FnOnce(&Side, &Side) -> Verdict) -> Verdict {
    of(reseller.zip(company), |(reseller, company)| look(reseller, company))
}

fn belongs(reseller: Option<&Side>, company: &Side) -> Verdict {
    match company.reseller_id {
        None => Verdict::Holds,
        Some(id) if reseller.is_some_and(|reseller| reseller.id == id) => Verdict::Fails(Obstacle::AlreadyAttached),
        Some(_) => Verdict::Fails(Obstacle::AffiliateOfAnother),
    }
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

    #[test]
    fn every_check_is_told_and_not_the_first_alone() {
        let platform = Side::example(1, Kind::Platform);
        let company = Side { balance: -1, confirmed_at: None, ..affiliate_of(9) };
        let obstacles: Vec<_> =
            findings(Some(&platform), Some(&company)).unwrap().into_iter().filter_map(Finding::obstacle).collect();
        assert_eq!(
            obstacles,
            [
                Obstacle::PlatformCompany,
                Obstacle::NotAReseller,
                Obstacle::AffiliateOfAnother,
                Obstacle::Unconfirmed,
                Obstacle::InDebt
            ]
        );
    }

    #[test]
    fn what_is_not_there_is_not_judged() {
        let verdicts = |reseller: Option<&Side>, company: Option<&Side>| {
            let findings = findings(reseller, company).unwrap();
            findings.into_iter().map(|finding| finding.verdict).filter(|verdict| *verdict == Verdict::Unknown).count()
        };
        let (reseller, company) = (Side::example(2, Kind::Reseller), Side::example(3, Kind::StandAlone));
        assert_eq!(verdicts(Some(&reseller), Some(&company)), 0);
        assert_eq!(verdicts(Some(&reseller), None), 8);
        assert_eq!(verdicts(None, Some(&company)), 4);
        assert_eq!(verdicts(None, None), 9);
    }
}
