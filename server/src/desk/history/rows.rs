//! The statements of the history, and the rows they bring.

use app::companies::Field;
use app::history::{Author, PLATFORM, Side};
use app::values::Version;

use super::super::Database;
use super::super::actor::CompanyAdmin;
use super::filter::{Filter, Who};
use crate::failure::{Failure, Outcome};

/// One field of a save.
#[derive(sqlx::FromRow)]
pub(in super::super) struct EditRow {
    pub(super) version: i64,
    pub(super) field: String,
    pub(super) old_value: String,
    pub(super) new_value: String,
    pub(in super::super) edited_at: i64,
    pub(super) undoes: Option<i64>,
    token: Option<String>,
    #[sqlx(flatten)]
    author: AuthorRow,
}

/// What reads [`EditRow`].
macro_rules! edit_rows {
    () => {
        "SELECT company_edit.version, company_edit.field, company_edit.old_value, company_edit.new_value, \
                company_edit.edited_at, company_edit.undoes, company_edit.token, company_edit.side, \
                company_edit.person_id, person.full_name, author.id AS author_company_id, author.name AS author_company, \
                author.kind AS author_kind \
         FROM company_edit \
         JOIN person ON person.id = company_edit.person_id \
         JOIN company AS author ON author.id = person.company_id"
    };
}

impl EditRow {
    /// Who saved it, with the token that it was done with.
    pub(in super::super) fn by(&self, admin: CompanyAdmin<'_>, company_id: i64) -> Outcome<Author> {
        Ok(self.author.of(admin, company_id)?.with_token(self.token.as_deref()))
    }
}

/// Whoever saved it. The side is empty in older rows.
#[derive(sqlx::FromRow)]
pub(in super::super) struct AuthorRow {
    pub(in super::super) side: Option<String>,
    pub(in super::super) person_id: i64,
    pub(in super::super) full_name: String,
    pub(in super::super) author_company_id: i64,
    pub(in super::super) author_company: String,
    pub(in super::super) author_kind: String,
}

impl AuthorRow {
    /// As this person may know them: an operator of the platform is a person to colleagues only.
    pub(in super::super) fn of(&self, admin: CompanyAdmin<'_>, company_id: i64) -> Outcome<Author> {
        let side = self.side(company_id)?;
        let is_told = side != Side::Platform || admin.reach().everything;
        Ok(Author {
            key: if is_told { self.person_id.to_string() } else { PLATFORM.to_owned() },
            name: is_told.then(|| self.full_name.clone()),
            token: None,
            side,
            company: self.author_company.clone(),
        })
    }

    fn side(&self, company_id: i64) -> Outcome<Side> {
        match &self.side {
            Some(side) => Side::parse(side).ok_or_else(|| Failure::Corrupt {
                table: "company_edit",
                column: "side",
                id: company_id.to_string(),
            }),
            None if self.author_company_id == company_id => Ok(Side::Company),
            None if self.author_kind == "platform" => Ok(Side::Platform),
            None => Ok(Side::Reseller),
        }
    }
}

/// What a reader may see of saves.
#[derive(Clone, Copy)]
pub(super) struct Sight {
    /// The fields of credit.
    pub(super) credit: bool,
    /// Which operator of the platform it was.
    pub(super) operators: bool,
}

/// Every field of the newest saves that fit, hidden fields too; at most `limit` saves.
pub(super) async fn saves<'e, E>(
    executor: E,
    company_id: i64,
    sight: Sight,
    filter: &Filter,
    before: Option<Version>,
    limit: usize,
) -> Outcome<Vec<EditRow>>
where
    E: sqlx::Executor<'e, Database = Database>,
{
    let (person, platform_only) = match filter.who {
        Who::Anybody => (0, false),
        Who::Person(id) => (id, false),
        Who::Platform => (0, true),
    };
    let rows = sqlx::query_as(concat!(
        edit_rows!(),
        " WHERE company_edit.company_id = $1 \
           AND company_edit.version IN (SELECT DISTINCT found.version \
                                        FROM company_edit AS found \
                                        JOIN person AS saver ON saver.id = found.person_id \
                                        JOIN company AS office ON office.id = saver.company_id \
                                        WHERE found.company_id = $1 \
                                          AND found.version < $2 \
                                          AND ($3 OR found.field NOT IN ('credit_limit', 'notification_threshold')) \
                                          AND ($4 = '' OR found.field = $4) \
                                          AND ($5 = 0 OR found.person_id = $5 AND ($10 OR office.kind <> 'platform')) \
                                          AND (NOT $6 OR office.kind = 'platform') \
                                          AND found.edited_at >= $7 \
                                          AND found.edited_at < $8 \
                                        ORDER BY found.version DESC \
                                        LIMIT $9) \
         ORDER BY company_edit.version DESC"
    ))
    .bind(company_id)
    .bind(before.map_or(i64::MAX, Version::value))
    .bind(sight.credit)
    .bind(filter.field.map_or("", |field| field.wire()))
    .bind(person)
    .bind(platform_only)
    .bind(filter.period.from)
    .bind(filter.period.until)
    .bind(i64::try_from(limit).unwrap_or(i64::MAX))
    .bind(sight.operators)
    .fetch_all(executor)
    .await?;
    Ok(rows)
}

/// The last save of a field up to an instant; nothing where it is as the company began.
pub(in super::super) async fn last_edit<'e, E>(
    executor: E,
    company_id: i64,
    field: Field,
    until: i64,
) -> Outcome<Option<EditRow>>
where
    E: sqlx::Executor<'e, Database = Database>,
{
    let row = sqlx::query_as(concat!(
        edit_rows!(),
        " WHERE company_edit.company_id = $1 \
            AND company_edit.field = $2 \
            AND company_edit.edited_at <= $3 \
          ORDER BY company_edit.version DESC \
          LIMIT 1"
    ))
    .bind(company_id)
    .bind(field.wire())
    .bind(until)
    .fetch_optional(executor)
    .await?;
    Ok(row)
}

/// Everybody who saved a field that may be seen, by name.
pub(super) async fn authors<'e, E>(
    executor: E,
    company_id: i64,
    since: i64,
    sees_credit: bool,
) -> Outcome<Vec<AuthorRow>>
where
    E: sqlx::Executor<'e, Database = Database>,
{
    let rows = sqlx::query_as(
        "SELECT DISTINCT company_edit.side, company_edit.person_id, person.full_name, \
                         author.id AS author_company_id, author.name AS author_company, author.kind AS author_kind \
         FROM company_edit \
         JOIN person ON person.id = company_edit.person_id \
         JOIN company AS author ON author.id = person.company_id \
         WHERE company_edit.company_id = $1 \
           AND ($2 OR company_edit.field NOT IN ('credit_limit', 'notification_threshold')) \
           AND company_edit.edited_at >= $3 \
         ORDER BY person.full_name, company_edit.person_id",
    )
    .bind(company_id)
    .bind(sees_credit)
    .bind(since)
    .fetch_all(executor)
    .await?;
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use app::companies::Field;

    #[test]
    fn the_statements_hide_every_field_about_credit() {
        let credit: Vec<&str> = Field::ALL.into_iter().filter(|field| field.is_credit()).map(Field::wire).collect();
        assert_eq!(credit, ["credit_limit", "notification_threshold"]);
    }
}
