//! The port: what the server offers to the pages. Implemented in `server/src/desk`.
//!
//! There is no value on which a company can be read or saved but the [`Desk`] that [`desk`] hands out
//! for a live session, so a server function cannot forget to ask who is calling.

use std::collections::BTreeSet;
use std::sync::Arc;

use async_trait::async_trait;
use leptos::prelude::use_context;

use crate::affiliates::{Registrar, Request};
use crate::audit::{AuditLog, AuditMark};
use crate::companies::{Book, CompanyForm, RequisitesCard, Saved};
use crate::directories::{BankDirectory, ImportReport};
use crate::error::ApiError;
use crate::fields::Fields;
use crate::history::History;
use crate::invoices::{InvoiceFile, InvoiceNumber, IssuedInvoice};
use crate::letters::UndeliveredLetter;
use crate::money::{Billing, EntryNumber, Impact};
use crate::people::{
    EmailLink, Employee, Employees, Entry, Me, PersonStanding, RecoveryCodes, SecondFactorSetUp, SignInDetails,
    UserForm,
};
use crate::reports::{FileKind, Report, ReportList, StatementFile};
use crate::requisites::{Bank, BankRecord, LookUp, PartiesReport, Pasted, ToFix};
use crate::tokens::{NewToken, Tokens};
use crate::values::{CompanyId, Lang, RequestId, UserId, Version, Zones};
use crate::viewing::ViewingLog;

/// What a person with a live session may do. Every method sees only what that person may reach.
#[async_trait]
pub trait Desk: Send + Sync {
    async fn me(&self) -> Result<Me, ApiError>;
    /// Own name, language and letters. Fields: `full_name`, `language`; `notify_sign_in`, `notify_threshold`,
    /// `notify_suspension` (`on` or `off`).
    async fn save_profile(&self, fields: Fields) -> Result<Me, ApiError>;

    /// The list, ready to be searched, with its version; the same version means the same list.
    async fn companies(&self) -> Result<(String, Arc<Book>), ApiError>;
    async fn company(&self, id: CompanyId) -> Result<CompanyForm, ApiError>;
    /// Saves the changed fields, based on a version, with the outcome that the person has seen.
    async fn save_company(
        &self,
        id: CompanyId,
        version: Version,
        changes: Fields,
        seen: Option<Impact>,
    ) -> Result<Saved, ApiError>;
    /// The newest saves of a company, or those before a version. Fields of the filter: `field`, `person`, `from`,
    /// `until`.
    async fn history(&self, company: CompanyId, filter: Fields, before: Option<Version>) -> Result<History, ApiError>;
    /// Gives the fields of one save the values that they had before it, as a new save.
    /// [`ApiError::PreviewChanged`] where another outcome was `seen`.
    async fn undo_edit(&self, company: CompanyId, version: Version, seen: Option<Impact>) -> Result<Saved, ApiError>;
    /// The operator's way to a new reseller or stand-alone company. Fields: `name`, `email`, `kind`, `slug`,
    /// `admin_name`, `admin_email`, `letter_to` (`admin` or `company`).
    async fn add_company(&self, fields: Fields) -> Result<CompanyId, ApiError>;
    /// The operator makes a reseller of a company that stands alone, or the reverse. Fields: `kind`, `slug`.
    async fn change_kind(&self, id: CompanyId, fields: Fields) -> Result<(), ApiError>;
    /// Register facts of an organization by its INN: the platform's own directory, else the look-up service.
    async fn look_up_inn(&self, inn: String) -> Result<LookUp, ApiError>;
    /// Which of at most 100 INNs the platform's own directory has.
    async fn known_inns(&self, inns: Vec<String>) -> Result<BTreeSet<String>, ApiError>;
    /// The operator's upload of organizations, a CSV file: all of it, or nothing where a line is bad.
    async fn import_parties(&self, file: Vec<u8>) -> Result<PartiesReport, ApiError>;

    /// Requisites in any text, at most [`MAX_PASTED`](crate::requisites::MAX_PASTED) characters.
    async fn read_requisites(&self, text: String) -> Result<Pasted, ApiError>;
    async fn requisites_card(&self, id: CompanyId) -> Result<RequisitesCard, ApiError>;

    /// What the loaded directory of banks says of a BIC; of one that was just typed and is not in it, what the look-up
    /// service says.
    async fn bank_record(&self, bic: String, is_typed: bool) -> Result<BankRecord, ApiError>;
    /// Banks by the beginning of their BIC or by words of their name, the likeliest first; at most 20.
    async fn find_banks(&self, text: String) -> Result<Vec<Bank>, ApiError>;
    /// Companies whose stored bank or correspondent account is not valid by the loaded directory, by ID;
    /// at most 1000.
    async fn banks_to_fix(&self) -> Result<Vec<ToFix>, ApiError>;

    async fn employees(&self, company: CompanyId) -> Result<Employees, ApiError>;
    /// Everybody within reach; where they are too many to be sent, those whom a query finds, or the newest.
    async fn users(&self, find: &str) -> Result<Employees, ApiError>;
    async fn user(&self, id: UserId) -> Result<UserForm, ApiError>;
    /// Saves the changed fields of a user, each of which still has the value `seen`.
    async fn save_user(&self, id: UserId, seen: Fields, changes: Fields) -> Result<UserForm, ApiError>;
    /// A new user, invited by letter. Fields: `email`, and those of [`UserField`](crate::people::UserField) but
    /// `language`.
    async fn register_user(&self, company: CompanyId, fields: Fields) -> Result<Employee, ApiError>;

    /// What can be done about a person within reach.
    async fn person_standing(&self, person: UserId) -> Result<PersonStanding, ApiError>;
    /// Fields: `reason`.
    async fn block_user(&self, person: UserId, fields: Fields) -> Result<Employee, ApiError>;
    /// Fields: `reason`.
    async fn unblock_user(&self, person: UserId, fields: Fields) -> Result<Employee, ApiError>;
    async fn resend_invitation(&self, person: UserId) -> Result<Employee, ApiError>;
    async fn revoke_invitation(&self, person: UserId) -> Result<(), ApiError>;
    async fn end_user_sessions(&self, person: UserId) -> Result<(), ApiError>;
    /// Fields: `reason`, and the asker's `current_password`, and `code` or `passkey` where the asker has a second factor.
    async fn reset_second_factor(&self, person: UserId, fields: Fields) -> Result<Employee, ApiError>;
    async fn start_password_reset(&self, person: UserId) -> Result<(), ApiError>;
    /// Fields: `email`, and the asker's `current_password`, and `code` where the asker has a second factor.
    async fn change_user_email(&self, person: UserId, fields: Fields) -> Result<(), ApiError>;

    /// How a company stands, one's own where none is named, with a part of its ledger. Fields of the filter: `kind`,
    /// `service`, `from`, `until`.
    async fn billing(
        &self,
        company: Option<CompanyId>,
        filter: Fields,
        before: Option<EntryNumber>,
    ) -> Result<Billing, ApiError>;
    /// Fields as [`NewEntry::read`](crate::money::NewEntry::read) reads them.
    async fn write_entry(&self, company: CompanyId, fields: Fields) -> Result<EntryNumber, ApiError>;
    /// Fields as [`ReversalDraft::read`](crate::money::ReversalDraft::read) reads them.
    async fn reverse_entry(&self, company: CompanyId, fields: Fields) -> Result<EntryNumber, ApiError>;
    /// Fields: `reason`, `with_affiliates` (`on`).
    async fn suspend_company(&self, company: CompanyId, fields: Fields) -> Result<(), ApiError>;
    /// Fields: `cause`, `reason`.
    async fn resume_company(&self, company: CompanyId, fields: Fields) -> Result<(), ApiError>;
    /// Fields: `until`, `reason`.
    async fn postpone_suspension(
        &self,
        company: CompanyId,
        fields: Fields,
        seen: Option<Impact>,
    ) -> Result<(), ApiError>;
    /// Fields: `amount`, `unit`, `until`, `reason`.
    async fn set_temporary_limit(
        &self,
        company: CompanyId,
        fields: Fields,
        seen: Option<Impact>,
    ) -> Result<(), ApiError>;
    /// The operator's. Fields: `cap`.
    async fn set_credit_pool(&self, company: CompanyId, fields: Fields) -> Result<(), ApiError>;

    /// The operator sees all requests, everybody else those of their company.
    async fn requests(&self) -> Result<Vec<Request>, ApiError>;
    /// Fields: `reseller_id`, `company_id`, `comment`.
    async fn request_attachment(&self, fields: Fields) -> Result<RequestId, ApiError>;
    async fn complete_request(&self, id: RequestId) -> Result<(), ApiError>;
    async fn decline_request(&self, id: RequestId, reason: String) -> Result<(), ApiError>;
    /// The requester's company takes its request back, or says more about it, while it is open.
    async fn withdraw_request(&self, id: RequestId) -> Result<(), ApiError>;
    async fn comment_request(&self, id: RequestId, text: String) -> Result<(), ApiError>;

    /// Letters that were given up on; the operator's.
    async fn undelivered_letters(&self) -> Result<Vec<UndeliveredLetter>, ApiError>;
    async fn resend_letter(&self, id: String) -> Result<(), ApiError>;

    /// The state of the directory of banks; the operator's.
    async fn bank_directory(&self) -> Result<BankDirectory, ApiError>;
    /// Makes a file the directory of banks, also against doubts that can be confirmed.
    async fn import_banks(
        &self,
        file_name: String,
        file: Vec<u8>,
        is_confirmed: bool,
    ) -> Result<ImportReport, ApiError>;
    /// The tokens of one's own company.
    async fn tokens(&self) -> Result<Tokens, ApiError>;
    /// Fields: `token_name`, `permission`, `days`, `networks`, `current_password`, and where there is a second
    /// factor `code` or `passkey`.
    async fn create_token(&self, fields: Fields) -> Result<NewToken, ApiError>;
    async fn revoke_token(&self, id: String) -> Result<(), ApiError>;
    /// The newest entries of the audit log, or those after a mark. Fields of the filter: `kind`, `person`, `company`,
    /// `user`, `from`, `until`.
    async fn audit(&self, filter: Fields, after: Option<AuditMark>) -> Result<AuditLog, ApiError>;

    /// The reports of a company, of one's own where none is named.
    async fn reports(&self, company: Option<CompanyId>) -> Result<ReportList, ApiError>;
    /// A report of any period. Fields: `from`, `until` (days of the company's zone, both included).
    async fn order_report(&self, company: Option<CompanyId>, fields: Fields) -> Result<Report, ApiError>;
    /// The same figures once more, and the file.
    async fn make_report_again(&self, id: String) -> Result<Report, ApiError>;
    /// The report stays on the list.
    async fn delete_report_file(&self, id: String) -> Result<Report, ApiError>;
    /// A report as a file, in a language.
    async fn report_file(&self, id: String, kind: FileKind, lang: Lang) -> Result<StatementFile, ApiError>;
    /// The ledger of any period as a file. Fields of the filter: `from`, `until`, `kind`, `service`.
    async fn ledger_file(
        &self,
        company: CompanyId,
        filter: Fields,
        kind: FileKind,
        lang: Lang,
    ) -> Result<StatementFile, ApiError>;

    /// Further thresholds and the weekly repetition. Fields: `threshold_1` … `threshold_4`, `repeats` (`on` or `off`).
    async fn set_notices(&self, company: CompanyId, fields: Fields, seen: Option<Impact>) -> Result<(), ApiError>;
    /// Issues an invoice for a payment in advance. Fields: `amount`, `key`.
    async fn create_invoice(&self, company: CompanyId, fields: Fields) -> Result<IssuedInvoice, ApiError>;
    /// In the name of its supplier. Fields: `reason`.
    async fn cancel_invoice(&self, number: InvoiceNumber, fields: Fields) -> Result<(), ApiError>;
    /// What a supplier's invoices say of value added tax. Fields: `vat`.
    async fn set_vat(&self, company: CompanyId, fields: Fields) -> Result<(), ApiError>;
    /// An invoice within reach as a PDF.
    async fn invoice_file(&self, number: InvoiceNumber) -> Result<InvoiceFile, ApiError>;

    /// Looks through the eyes of a user of another company for half an hour. Fields: `reason`, `return_to`.
    async fn view_as(&self, person: UserId, fields: Fields) -> Result<(), ApiError>;
    /// Ends it; the path that it was begun at.
    async fn end_viewing(&self) -> Result<String, ApiError>;
    /// Who has looked at one's own company, and whether anybody may.
    async fn viewings(&self) -> Result<ViewingLog, ApiError>;
    /// Allows others to look. Fields: `term`.
    async fn allow_viewing(&self, fields: Fields) -> Result<ViewingLog, ApiError>;
    async fn forbid_viewing(&self) -> Result<ViewingLog, ApiError>;

    async fn sign_out(&self) -> Result<(), ApiError>;
    async fn sign_in_details(&self) -> Result<SignInDetails, ApiError>;
    /// One of the own sessions is over.
    async fn end_session(&self, id: String) -> Result<SignInDetails, ApiError>;
    /// Every own session but this one is over.
    async fn end_other_sessions(&self) -> Result<SignInDetails, ApiError>;
    /// Fields: `current_password`, `password`, `end_others` (`on` ends every other session).
    async fn change_password(&self, fields: Fields) -> Result<(), ApiError>;
    /// Asks for another sign-in address; letters go to both. Fields: `email`, `current_password`, and where there is a
    /// second factor `code` or `passkey`.
    async fn change_email(&self, fields: Fields) -> Result<SignInDetails, ApiError>;
    /// A new secret for the person's device. Fields: `current_password`.
    async fn begin_second_factor(&self, fields: Fields) -> Result<SecondFactorSetUp, ApiError>;
    /// The first right code turns the app on. Fields: `code`. Recovery codes where there were none.
    async fn confirm_second_factor(&self, fields: Fields) -> Result<Option<RecoveryCodes>, ApiError>;
    /// The app's codes count no more. Fields: `current_password`, `code` or `passkey`.
    async fn stop_second_factor(&self, fields: Fields) -> Result<SignInDetails, ApiError>;
    /// Ten new codes; the rest of the old ones is void. Fields: `current_password`, `code` or `passkey`.
    async fn renew_recovery_codes(&self, fields: Fields) -> Result<RecoveryCodes, ApiError>;
    /// What the browser needs to make a passkey (JSON). Fields: `passkey_name`, `current_password`.
    async fn begin_passkey(&self, fields: Fields) -> Result<String, ApiError>;
    /// Fields: `passkey_name`, `passkey` (the browser's answer, JSON). Recovery codes where there were none.
    async fn add_passkey(&self, fields: Fields) -> Result<Option<RecoveryCodes>, ApiError>;
    /// What the browser needs to use one of the own passkeys (JSON).
    async fn ask_passkey(&self) -> Result<String, ApiError>;
    /// Fields: `passkey_id`, `current_password`, `code` or `passkey`.
    async fn remove_passkey(&self, fields: Fields) -> Result<SignInDetails, ApiError>;
    /// The change of address that was asked for is not made.
    async fn give_up_email_change(&self) -> Result<SignInDetails, ApiError>;
}

/// What anybody may do, without a session.
#[async_trait]
pub trait Entrance: Send + Sync {
    /// The desk of the session that this request carries.
    async fn desk(&self) -> Result<Arc<dyn Desk>, ApiError>;
    /// Signs in and sets the session cookie, or awaits the code of the second factor. Fields: `email`, `password`.
    async fn sign_in(&self, fields: Fields) -> Result<Entry, ApiError>;
    /// What the browser needs to use a passkey of whoever has given the password (JSON).
    async fn ask_passkey_sign_in(&self) -> Result<String, ApiError>;
    /// The second step of signing in. Fields: `code` or `passkey`.
    async fn enter_code(&self, fields: Fields) -> Result<(), ApiError>;
    /// Sends a reset link where the address is known; the answer never tells. Fields: `email`.
    async fn forgot_password(&self, fields: Fields) -> Result<(), ApiError>;
    /// Sets the password of the link's account and signs in. Fields: `token`, `password`.
    async fn set_password(&self, fields: Fields) -> Result<Entry, ApiError>;
    /// The ID of the look that the session goes on with, if it looks through another's eyes. Looking is no use of the
    /// session; [`ApiError::Unauthenticated`] once it has ended.
    async fn still_signed_in(&self) -> Result<Option<String>, ApiError>;
    /// Tells the inviter, if there is one, that the link of an invitation is dead; the answer never tells.
    async fn ask_inviter(&self, token: String) -> Result<(), ApiError>;
    /// Whether a link would work now; looking uses nothing up.
    async fn link_works(&self, token: String) -> Result<bool, ApiError>;
    /// What the link of a letter about a change of address would do; looking uses nothing up.
    async fn email_link(&self, token: String) -> Result<EmailLink, ApiError>;
    /// Does what that link is for.
    async fn follow_email_link(&self, token: String) -> Result<EmailLink, ApiError>;
    /// Keeps the language in the cookie, and in the profile of whoever is signed in.
    async fn choose_language(&self, lang: Lang) -> Result<(), ApiError>;
    /// Whose domain this request came to.
    async fn registrar(&self) -> Result<Registrar, ApiError>;
    /// A new affiliate registers itself on the reseller's domain. Fields: `name`, `inn`, `full_name`, `email`,
    /// `phone`, `time_zone`, `terms`, `personal_data`.
    async fn register(&self, fields: Fields) -> Result<(), ApiError>;
    /// Every time zone with its offset now.
    fn zones(&self) -> Arc<Zones>;
}

/// The entrance for the request at hand.
pub fn entrance() -> Result<Arc<dyn Entrance>, ApiError> {
    use_context::<Arc<dyn Entrance>>().ok_or_else(|| ApiError::Internal("no entrance".to_owned()))
}

/// The only way to data: the desk of whoever is signed in.
pub async fn desk() -> Result<Arc<dyn Desk>, ApiError> {
    entrance()?.desk().await
}
