//! What a signed-in person may do: each method is one operation with the actor's own rights.

use std::collections::BTreeSet;
use std::sync::Arc;

use app::affiliates::Request;
use app::audit::{AuditLog, AuditMark};
use app::companies::{Book, CompanyForm, RequisitesCard, Saved};
use app::desk::Desk;
use app::directories::{BankDirectory, ImportReport};
use app::error::{ApiError, VIEWING};
use app::fields::Fields;
use app::history::History;
use app::invoices::{InvoiceFile, InvoiceNumber, IssuedInvoice};
use app::letters::UndeliveredLetter;
use app::money::{Billing, EntryNumber, Impact};
use app::people::{
    Employee, Employees, Me, PersonStanding, RecoveryCodes, Right, SecondFactorSetUp, SignInDetails, UserForm,
};
use app::reports::{FileKind, Report, ReportList, StatementFile};
use app::requisites::{Bank, BankRecord, LookUp, PartiesReport, Pasted, ToFix};
use app::tokens::{NewToken, Tokens};
use app::values::{CompanyId, Lang, RequestId, UserId, Version};
use app::viewing::{Viewing, ViewingLog};
use async_trait::async_trait;

use super::super::actor::Actor;
use super::super::company_save::Wish;
use super::super::money::Seen;
use super::super::{
    Engine, attachment, audit, banks, companies, company_list, company_save, history, invoices, kind_change, money,
    new_company, outbox, own_access, parties, people, profile, reports, requisites, second_factor, sessions, tokens,
    viewing,
};
use crate::failure::Outcome;
use crate::store::{Answer, Visit};

/// A signed-in person at the desk.
pub(super) struct Seat {
    pub(super) engine: Arc<Engine>,
    pub(super) visit: Visit,
    pub(super) actor: Actor,
    /// Who really sits here, where the actor's eyes are only borrowed.
    pub(super) viewer: Option<Viewer>,
}

/// Somebody who looks through another's eyes.
pub(super) struct Viewer {
    pub(super) engine: Arc<Engine>,
    pub(super) actor: Actor,
    pub(super) viewing: Viewing,
}

impl Seat {
    /// The actor, unless somebody borrows their eyes: how a person signs in is seen by nobody else.
    fn in_person(&self) -> Result<&Actor, ApiError> {
        match &self.viewer {
            None => Ok(&self.actor),
            Some(_) => Err(ApiError::Refused(VIEWING.to_owned())),
        }
    }

    fn answer<T>(&self, outcome: Outcome<T>) -> Answer<T> {
        let error = match outcome {
            Ok(done) => return Ok(done),
            Err(failure) => failure.into_api(&*self.engine.house.chance),
        };
        // Whoever looks learns nothing of what a change would have met.
        let is_of_a_change = matches!(
            error,
            ApiError::Invalid(_) | ApiError::Taken(_) | ApiError::Stale(_) | ApiError::PreviewChanged(_)
        );
        if self.viewer.is_some() && is_of_a_change { Err(ApiError::Refused(VIEWING.to_owned())) } else { Err(error) }
    }
}

#[async_trait]
impl Desk for Seat {
    async fn me(&self) -> Answer<Me> {
        let mut me = self.answer(profile::me(&self.engine, &self.actor).await)?;
        if let Some(viewer) = &self.viewer {
            me.language = viewer.actor.language();
            me.viewing = Some(viewer.viewing.clone());
        }
        Ok(me)
    }

    async fn save_profile(&self, fields: Fields) -> Answer<Me> {
        self.actor.need(Right::OwnProfile)?;
        self.answer(profile::save(&self.engine, &self.actor, &self.visit, fields).await)
    }

    async fn companies(&self) -> Answer<(String, Arc<Book>)> {
        self.answer(company_list::load(&self.engine, self.actor.company_admin()?).await)
    }

    async fn company(&self, id: CompanyId) -> Answer<CompanyForm> {
        self.answer(companies::open(&self.engine, self.actor.company_admin()?, id).await)
    }

    async fn save_company(
        &self,
        id: CompanyId,
        version: Version,
        changes: Fields,
        seen: Option<Impact>,
    ) -> Answer<Saved> {
        let admin = self.actor.admin_with(Right::EditCompanies)?;
        let wish = Wish { base: Some(version), changes, undoes: None, seen: seen.map(Seen::Impact) };
        self.answer(company_save::save(&self.engine, admin, &self.visit, id, wish).await)
    }

    async fn history(&self, company: CompanyId, filter: Fields, before: Option<Version>) -> Answer<History> {
        self.answer(history::read(&self.engine, self.actor.company_admin()?, company, filter, before).await)
    }

    async fn undo_edit(&self, company: CompanyId, version: Version, seen: Option<Impact>) -> Answer<Saved> {
        let admin = self.actor.admin_with(Right::EditCompanies)?;
        self.answer(history::undo(&self.engine, admin, &self.visit, (company, version), seen.map(Seen::Impact)).await)
    }

    async fn add_company(&self, fields: Fields) -> Answer<CompanyId> {
        let operator = self.actor.operator_with(Right::AddCompanies)?;
        self.answer(new_company::add(&self.engine, operator, &self.visit, fields).await)
    }

    async fn change_kind(&self, id: CompanyId, fields: Fields) -> Answer<()> {
        self.answer(kind_change::change(&self.engine, self.actor.company_admin()?, &self.visit, id, fields).await)
    }

    async fn look_up_inn(&self, inn: String) -> Answer<LookUp> {
        self.answer(parties::look_up(&self.engine, self.actor.company_admin()?, &inn).await)
    }

    async fn known_inns(&self, inns: Vec<String>) -> Answer<BTreeSet<String>> {
        self.answer(parties::known(&self.engine, self.actor.company_admin()?, &inns).await)
    }

    async fn import_parties(&self, file: Vec<u8>) -> Answer<PartiesReport> {
        self.answer(parties::import(&self.engine, self.actor.operator()?, file).await)
    }

    async fn bank_record(&self, bic: String, is_typed: bool) -> Answer<BankRecord> {
        let admin = self.actor.company_admin()?;
        // Asking others about a BIC counts against somebody's ration.
        let asks_others = is_typed && self.viewer.is_none();
        self.answer(requisites::bank_record(&self.engine, admin, &bic, asks_others).await)
    }

    async fn find_banks(&self, text: String) -> Answer<Vec<Bank>> {
        self.actor.company_admin()?;
        self.answer(banks::search(&self.engine, &text).await)
    }

    async fn banks_to_fix(&self) -> Answer<Vec<ToFix>> {
        self.answer(banks::to_fix(&self.engine, self.actor.company_admin()?).await)
    }

    async fn read_requisites(&self, text: String) -> Answer<Pasted> {
        self.answer(requisites::read_text(&self.engine, self.actor.company_admin()?, &text).await)
    }

    async fn requisites_card(&self, id: CompanyId) -> Answer<RequisitesCard> {
        self.answer(requisites::card(&self.engine, self.actor.company_admin()?, id).await)
    }

    async fn employees(&self, company: CompanyId) -> Answer<Employees> {
        self.answer(people::employees(&self.engine, self.actor.company_admin()?, company).await)
    }

    async fn users(&self, find: &str) -> Answer<Employees> {
        self.answer(people::users(&self.engine, self.actor.company_admin()?, find).await)
    }

    async fn user(&self, id: UserId) -> Answer<UserForm> {
        self.answer(people::user(&self.engine, self.actor.company_admin()?, id).await)
    }

    async fn register_user(&self, company: CompanyId, fields: Fields) -> Answer<Employee> {
        let admin = self.actor.admin_with(Right::ManageUsers)?;
        self.answer(people::register_user(&self.engine, admin, &self.visit, company, fields).await)
    }

    async fn save_user(&self, id: UserId, seen: Fields, changes: Fields) -> Answer<UserForm> {
        let admin = self.actor.admin_with(Right::ManageUsers)?;
        self.answer(people::save_user(&self.engine, admin, &self.visit, id, &seen, changes).await)
    }

    async fn person_standing(&self, person: UserId) -> Answer<PersonStanding> {
        self.answer(people::standing(&self.engine, self.actor.admin_with(Right::ManageUsers)?, person).await)
    }

    async fn block_user(&self, person: UserId, fields: Fields) -> Answer<Employee> {
        self.answer(
            people::block(&self.engine, self.actor.admin_with(Right::ManageUsers)?, &self.visit, person, fields).await,
        )
    }

    async fn unblock_user(&self, person: UserId, fields: Fields) -> Answer<Employee> {
        self.answer(
            people::unblock(&self.engine, self.actor.admin_with(Right::ManageUsers)?, &self.visit, person, fields)
                .await,
        )
    }

    async fn resend_invitation(&self, person: UserId) -> Answer<Employee> {
        self.answer(people::resend(&self.engine, self.actor.admin_with(Right::ManageUsers)?, &self.visit, person).await)
    }

    async fn revoke_invitation(&self, person: UserId) -> Answer<()> {
        self.answer(people::revoke(&self.engine, self.actor.admin_with(Right::ManageUsers)?, &self.visit, person).await)
    }

    async fn end_user_sessions(&self, person: UserId) -> Answer<()> {
        self.answer(
            people::end_sessions(&self.engine, self.actor.admin_with(Right::ManageUsers)?, &self.visit, person).await,
        )
    }

    async fn reset_second_factor(&self, person: UserId, fields: Fields) -> Answer<Employee> {
        let admin = self.actor.admin_with(Right::ManageUsers)?;
        self.answer(people::reset_second_factor(&self.engine, admin, &self.visit, person, fields).await)
    }

    async fn start_password_reset(&self, person: UserId) -> Answer<()> {
        self.answer(
            people::start_reset(&self.engine, self.actor.admin_with(Right::ManageUsers)?, &self.visit, person).await,
        )
    }

    async fn change_user_email(&self, person: UserId, fields: Fields) -> Answer<()> {
        let admin = self.actor.admin_with(Right::ManageUsers)?;
        self.answer(people::change_email(&self.engine, admin, &self.visit, person, fields).await)
    }

    async fn billing(
        &self,
        company: Option<CompanyId>,
        filter: Fields,
        before: Option<EntryNumber>,
    ) -> Answer<Billing> {
        let admin = (self.actor.company_admin()?, self.visit.lang);
        self.answer(money::billing(&self.engine, admin, company, filter, before).await)
    }

    async fn write_entry(&self, company: CompanyId, fields: Fields) -> Answer<EntryNumber> {
        self.answer(money::post(&self.engine, self.actor.company_admin()?, &self.visit, company, fields).await)
    }

    async fn reverse_entry(&self, company: CompanyId, fields: Fields) -> Answer<EntryNumber> {
        self.answer(money::reverse(&self.engine, self.actor.company_admin()?, &self.visit, company, fields).await)
    }

    async fn suspend_company(&self, company: CompanyId, fields: Fields) -> Answer<()> {
        self.answer(money::suspend(&self.engine, self.actor.company_admin()?, &self.visit, company, fields).await)
    }

    async fn resume_company(&self, company: CompanyId, fields: Fields) -> Answer<()> {
        self.answer(money::resume(&self.engine, self.actor.company_admin()?, &self.visit, company, fields).await)
    }

    async fn postpone_suspension(&self, company: CompanyId, fields: Fields, seen: Option<Impact>) -> Answer<()> {
        let admin = self.actor.company_admin()?;
        self.answer(money::postpone(&self.engine, admin, &self.visit, company, fields, seen.map(Seen::Impact)).await)
    }

    async fn set_temporary_limit(&self, company: CompanyId, fields: Fields, seen: Option<Impact>) -> Answer<()> {
        let admin = self.actor.company_admin()?;
        self.answer(
            money::set_temporary(&self.engine, admin, &self.visit, company, fields, seen.map(Seen::Impact)).await,
        )
    }

    async fn set_credit_pool(&self, company: CompanyId, fields: Fields) -> Answer<()> {
        self.answer(money::set_pool(&self.engine, self.actor.company_admin()?, &self.visit, company, fields).await)
    }

    async fn requests(&self) -> Answer<Vec<Request>> {
        self.answer(attachment::list(&self.engine, self.actor.company_admin()?).await)
    }

    async fn request_attachment(&self, fields: Fields) -> Answer<RequestId> {
        self.answer(attachment::request(&self.engine, self.actor.company_admin()?, &self.visit, fields).await)
    }

    async fn complete_request(&self, id: RequestId) -> Answer<()> {
        self.answer(
            attachment::complete(&self.engine, self.actor.operator_with(Right::SettleRequests)?, &self.visit, id).await,
        )
    }

    async fn decline_request(&self, id: RequestId, reason: String) -> Answer<()> {
        self.answer(
            attachment::decline(
                &self.engine,
                self.actor.operator_with(Right::SettleRequests)?,
                &self.visit,
                id,
                &reason,
            )
            .await,
        )
    }

    async fn withdraw_request(&self, id: RequestId) -> Answer<()> {
        self.answer(attachment::withdraw(&self.engine, self.actor.company_admin()?, &self.visit, id).await)
    }

    async fn comment_request(&self, id: RequestId, text: String) -> Answer<()> {
        self.answer(attachment::comment(&self.engine, self.actor.company_admin()?, id, &text).await)
    }

    async fn undelivered_letters(&self) -> Answer<Vec<UndeliveredLetter>> {
        self.answer(outbox::undelivered(&self.engine, self.actor.operator()?).await)
    }

    async fn resend_letter(&self, id: String) -> Answer<()> {
        self.answer(outbox::resend(&self.engine, self.actor.operator()?, &self.visit, &id).await)
    }

    async fn audit(&self, filter: Fields, after: Option<AuditMark>) -> Answer<AuditLog> {
        self.answer(audit::read(&self.engine, self.actor.company_admin()?, filter, after).await)
    }

    async fn bank_directory(&self) -> Answer<BankDirectory> {
        self.answer(banks::state(&self.engine, self.actor.operator()?).await)
    }

    async fn import_banks(&self, file_name: String, file: Vec<u8>, is_confirmed: bool) -> Answer<ImportReport> {
        let operator = self.actor.operator()?;
        self.answer(banks::upload(&self.engine, operator, &self.visit, &file_name, file, is_confirmed).await)
    }

    async fn tokens(&self) -> Answer<Tokens> {
        self.answer(tokens::list(&self.engine, self.in_person()?.admin_with(Right::ManageTokens)?).await)
    }

    async fn create_token(&self, fields: Fields) -> Answer<NewToken> {
        self.answer(
            tokens::create(&self.engine, self.actor.admin_with(Right::ManageTokens)?, &self.visit, fields).await,
        )
    }

    async fn revoke_token(&self, id: String) -> Answer<()> {
        self.answer(tokens::revoke(&self.engine, self.actor.admin_with(Right::ManageTokens)?, &self.visit, &id).await)
    }

    async fn reports(&self, company: Option<CompanyId>) -> Answer<ReportList> {
        self.answer(reports::list(&self.engine, self.actor.company_admin()?, company).await)
    }

    async fn order_report(&self, company: Option<CompanyId>, fields: Fields) -> Answer<Report> {
        self.answer(reports::order(&self.engine, self.actor.company_admin()?, &self.visit, company, fields).await)
    }

    async fn make_report_again(&self, id: String) -> Answer<Report> {
        self.answer(reports::make_again(&self.engine, self.actor.company_admin()?, &self.visit, &id).await)
    }

    async fn delete_report_file(&self, id: String) -> Answer<Report> {
        self.answer(reports::delete_file(&self.engine, self.actor.company_admin()?, &id).await)
    }

    async fn report_file(&self, id: String, kind: FileKind, lang: Lang) -> Answer<StatementFile> {
        self.answer(reports::file(&self.engine, self.actor.company_admin()?, &id, kind, lang).await)
    }

    async fn ledger_file(
        &self,
        company: CompanyId,
        filter: Fields,
        kind: FileKind,
        lang: Lang,
    ) -> Answer<StatementFile> {
        let admin = self.actor.company_admin()?;
        self.answer(reports::ledger_file(&self.engine, admin, company, filter, kind, lang).await)
    }

    async fn set_notices(&self, company: CompanyId, fields: Fields, seen: Option<Impact>) -> Answer<()> {
        let admin = self.actor.company_admin()?;
        self.answer(money::set_notices(&self.engine, admin, &self.visit, company, fields, seen.map(Seen::Impact)).await)
    }

    async fn create_invoice(&self, company: CompanyId, fields: Fields) -> Answer<IssuedInvoice> {
        self.answer(invoices::create(&self.engine, self.actor.company_admin()?, &self.visit, company, fields).await)
    }

    async fn cancel_invoice(&self, number: InvoiceNumber, fields: Fields) -> Answer<()> {
        self.answer(invoices::cancel(&self.engine, self.actor.company_admin()?, &self.visit, number, fields).await)
    }

    async fn set_vat(&self, company: CompanyId, fields: Fields) -> Answer<()> {
        self.answer(invoices::set_vat(&self.engine, self.actor.company_admin()?, &self.visit, company, fields).await)
    }

    async fn invoice_file(&self, number: InvoiceNumber) -> Answer<InvoiceFile> {
        self.answer(invoices::file(&self.engine, self.actor.company_admin()?, number).await)
    }

    async fn view_as(&self, person: UserId, fields: Fields) -> Answer<()> {
        self.answer(viewing::begin(&self.engine, self.actor.company_admin()?, &self.visit, person, fields).await)
    }

    async fn end_viewing(&self) -> Answer<String> {
        let viewer = self.viewer.as_ref().ok_or(ApiError::Missing)?;
        self.answer(viewing::leave(&viewer.engine, &self.visit, &viewer.actor).await)
    }

    async fn viewings(&self) -> Answer<ViewingLog> {
        self.answer(viewing::log(&self.engine, self.actor.admin_with(Right::AllowViewing)?).await)
    }

    async fn allow_viewing(&self, fields: Fields) -> Answer<ViewingLog> {
        self.answer(
            viewing::allow(&self.engine, self.actor.admin_with(Right::AllowViewing)?, &self.visit, fields).await,
        )?;
        self.viewings().await
    }

    async fn forbid_viewing(&self) -> Answer<ViewingLog> {
        self.answer(viewing::forbid(&self.engine, self.actor.admin_with(Right::AllowViewing)?, &self.visit).await)?;
        self.viewings().await
    }

    async fn sign_out(&self) -> Answer<()> {
        let Some(viewer) = &self.viewer else {
            return self.answer(sessions::sign_out(&self.engine, &self.actor, &self.visit).await);
        };
        self.end_viewing().await?;
        self.answer(sessions::sign_out(&viewer.engine, &viewer.actor, &self.visit).await)
    }

    async fn sign_in_details(&self) -> Answer<SignInDetails> {
        self.answer(own_access::show(&self.engine, self.in_person()?).await)
    }

    async fn end_session(&self, id: String) -> Answer<SignInDetails> {
        self.answer(own_access::end_session(&self.engine, &self.actor, &self.visit, &id).await)
    }

    async fn end_other_sessions(&self) -> Answer<SignInDetails> {
        self.answer(own_access::end_other_sessions(&self.engine, &self.actor, &self.visit).await)
    }

    async fn change_password(&self, fields: Fields) -> Answer<()> {
        self.answer(own_access::change_password(&self.engine, &self.actor, &self.visit, fields).await)
    }

    async fn change_email(&self, fields: Fields) -> Answer<SignInDetails> {
        self.answer(own_access::change_email(&self.engine, &self.actor, &self.visit, fields).await)?;
        self.sign_in_details().await
    }

    async fn begin_second_factor(&self, fields: Fields) -> Answer<SecondFactorSetUp> {
        self.answer(second_factor::begin(&self.engine, &self.actor, &self.visit, fields).await)
    }

    async fn confirm_second_factor(&self, fields: Fields) -> Answer<Option<RecoveryCodes>> {
        self.answer(second_factor::confirm(&self.engine, &self.actor, &self.visit, fields).await)
    }

    async fn stop_second_factor(&self, fields: Fields) -> Answer<SignInDetails> {
        self.answer(second_factor::stop(&self.engine, &self.actor, &self.visit, fields).await)?;
        self.sign_in_details().await
    }

    async fn renew_recovery_codes(&self, fields: Fields) -> Answer<RecoveryCodes> {
        self.answer(second_factor::renew_recovery_codes(&self.engine, &self.actor, &self.visit, fields).await)
    }

    async fn begin_passkey(&self, fields: Fields) -> Answer<String> {
        self.answer(second_factor::begin_passkey(&self.engine, &self.actor, &self.visit, fields).await)
    }

    async fn add_passkey(&self, fields: Fields) -> Answer<Option<RecoveryCodes>> {
        self.answer(second_factor::add_passkey(&self.engine, &self.actor, &self.visit, fields).await)
    }

    async fn ask_passkey(&self) -> Answer<String> {
        self.answer(second_factor::ask_passkey(&self.engine, (&self.actor).into()).await)
    }

    async fn remove_passkey(&self, fields: Fields) -> Answer<SignInDetails> {
        self.answer(second_factor::remove_passkey(&self.engine, &self.actor, &self.visit, fields).await)?;
        self.sign_in_details().await
    }

    async fn give_up_email_change(&self) -> Answer<SignInDetails> {
        self.answer(own_access::give_up_email_change(&self.engine, &self.actor).await)?;
        self.sign_in_details().await
    }
}
