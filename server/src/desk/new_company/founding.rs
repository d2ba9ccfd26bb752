//! The rows of a new company and of the first person in it, whichever way it comes to be.

use app::companies::Kind;
use app::people::Role;
use app::values::{Email, Lang, MaxDialogs, Slug, ZoneName};

use super::super::{Tx, counter};
use crate::failure::Outcome;

/// What is known at first. The rest is what a new company has: no credit, no threshold, no requisites.
pub(in super::super) struct NewCompany<'a> {
    pub(in super::super) kind: Kind,
    /// Of an affiliate, and of nobody else.
    pub(in super::super) reseller_id: Option<i64>,
    pub(in super::super) slug: Option<&'a Slug>,
    pub(in super::super) name: &'a str,
    pub(in super::super) email: &'a Email,
    pub(in super::super) phone: &'a str,
    pub(in super::super) inn: &'a str,
    pub(in super::super) time_zone: ZoneName,
    /// Unix milliseconds.
    pub(in super::super) created_at: i64,
    pub(in super::super) confirmed_at: Option<i64>,
    /// Of the texts that whoever registered has accepted just now.
    pub(in super::super) terms_version: Option<&'a str>,
}

/// Somebody without a password, who will set one by a link.
pub(in super::super) struct FirstPerson<'a> {
    pub(in super::super) company_id: i64,
    pub(in super::super) email: &'a Email,
    pub(in super::super) full_name: &'a str,
    pub(in super::super) language: Option<Lang>,
    pub(in super::super) roles: &'a [Role],
    pub(in super::super) invited_by: Option<i64>,
    /// Unix milliseconds.
    pub(in super::super) created_at: i64,
}

impl NewCompany<'_> {
    /// Writes the company; its ID.
    pub(in super::super) async fn found(&self, tx: &mut Tx) -> Outcome<i64> {
        let id = counter::next(tx, "company").await?;
        sqlx::query(
            "INSERT INTO company (id, kind, reseller_id, reseller_kind, slug, currency, version, list_version, name, \
                                  email, phone, credit_limit, time_zone, max_dialogs, comply_230fz, inn, kpp, ogrn, \
                                  bic, bank, correspondent_account, account, legal_address, postal_address, \
                                  created_at, confirmed_at, terms_version, terms_accepted_at) \
             VALUES ($1, $2, $3, $4, $5, 'RUB', 1, 1, $6, $7, $8, 0, $9, $10, FALSE, $11, '', '', '', '', '', '', '', '', \
                     $12, $13, $14, $15)",
        )
        .bind(id)
        .bind(self.kind.as_str())
        .bind(self.reseller_id)
        .bind(self.reseller_id.map(|_| Kind::Reseller.as_str()))
        .bind(self.slug.map(Slug::as_str))
        .bind(self.name)
        .bind(self.email.as_str())
        .bind(self.phone)
        .bind(self.time_zone.as_str())
        .bind(i64::from(MaxDialogs::default()))
        .bind(self.inn)
        .bind(self.created_at)
        .bind(self.confirmed_at)
        .bind(self.terms_version)
        .bind(self.terms_version.map(|_| self.created_at))
        .execute(&mut **tx)
        .await?;
        Ok(id)
    }
}

impl FirstPerson<'_> {
    /// Writes the person, invited; the user ID.
    pub(in super::super) async fn join(&self, tx: &mut Tx) -> Outcome<i64> {
        let id = counter::next(tx, "person").await?;
        sqlx::query(
            "INSERT INTO person (id, company_id, email, email_key, full_name, language, state, invited_by, created_at) \
             VALUES ($1, $2, $3, $4, $5, $6, 'invited', $7, $8)",
        )
        .bind(id)
        .bind(self.company_id)
        .bind(self.email.as_str())
        .bind(self.email.normalized())
        .bind(self.full_name)
        .bind(self.language.map(Lang::as_str))
        .bind(self.invited_by)
        .bind(self.created_at)
        .execute(&mut **tx)
        .await?;
        for role in self.roles {
            sqlx::query("INSERT INTO person_role (person_id, role) VALUES ($1, $2)")
                .bind(id)
                .bind(role.as_str())
                .execute(&mut **tx)
                .await?;
        }
        Ok(id)
    }
}
