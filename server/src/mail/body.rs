//! What a letter says, before it is text or HTML. Russian and English stand side by side.

mod access;
mod administration;
mod affiliates;
mod banks;
mod invoices;
mod money;
mod people;
mod registration;
mod reports;
mod requests;
mod tokens;
mod viewing;

use app::values::{Kopecks, Lang};

use super::Letter;
use super::moment::{moment, moment_with_offset};
use crate::config::PublicUrl;

/// The parts of a letter, in the order they are read.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) paragraphs: Vec<String>,
    /// Label and value; a value may have several lines.
    pub(super) facts: Vec<(&'static str, String)>,
    pub(super) button: Option<Button>,
    /// A second thing, less likely to be wanted.
    pub(super) also: Option<Button>,
    pub(super) notes: Vec<String>,
}

/// The one thing to do.
#[derive(Debug)]
pub(super) struct Button {
    pub(super) label: &'static str,
    pub(super) link: String,
}

/// In which language, and where links lead.
#[derive(Clone, Copy)]
struct Sheet<'a> {
    lang: Lang,
    public_url: &'a PublicUrl,
}

pub(super) fn body(letter: &Letter, lang: Lang, public_url: &PublicUrl) -> Body {
    use Letter as L;
    let sheet = Sheet { lang, public_url };
    match letter {
        L::Invitation { company, registered_by, login, token, valid_until, zone } => {
            people::invitation(sheet, company, registered_by, login, token, &sheet.moment(*valid_until, zone))
        }
        L::InvitationAccepted { full_name, email, company, company_id } => {
            people::accepted(sheet, full_name, email, company, *company_id)
        }
        L::Reset { login, token, valid_until, asked_at, address, zone } => {
            let (valid_until, asked_at) = (sheet.moment(*valid_until, zone), sheet.moment(*asked_at, zone));
            people::reset(sheet, login, token, &valid_until, &asked_at, address)
        }
        L::InvitationWanted { full_name, email, company, company_id } => {
            people::wanted(sheet, full_name, email, company, *company_id)
        }
        L::ResetStarted { login, by, token, valid_until, zone } => {
            administration::reset_started(sheet, login, by, token, &sheet.moment(*valid_until, zone))
        }
        L::AccessClosed { login, by, reason } => administration::access_closed(sheet, login, by, reason),
        L::AccessOpened { login, by, reason } => administration::access_opened(sheet, login, by, reason),
        L::SecondFactorReset { login, by, at, zone } => {
            administration::second_factor_reset(sheet, login, by, &sheet.moment(*at, zone))
        }
        L::AccessChanged { login, change, circumstances } => access::changed(sheet, login, change, circumstances),
        L::NewSignIn { login, circumstances } => access::new_sign_in(sheet, login, circumstances),
        L::ConfirmEmail { login, email, token, valid_until, zone } => {
            access::confirm_email(sheet, login, email, token, &sheet.moment(*valid_until, zone))
        }
        L::EmailChangeAsked { login, email, token, valid_until, by, circumstances } => {
            let valid_until = sheet.moment(*valid_until, &circumstances.zone);
            access::email_change_asked(sheet, login, [email, token, &valid_until], by.as_ref(), circumstances)
        }
        L::RecoveryCodeUsed { login, left, circumstances } => {
            access::recovery_code_used(sheet, login, *left, circumstances)
        }
        L::ConfirmRegistration { company, reseller, login, token, valid_until, zone } => {
            registration::confirm(sheet, company, reseller, login, token, &sheet.moment(*valid_until, zone))
        }
        L::AlreadyRegistered { login } => registration::already_registered(sheet, login),
        L::RegistrationReminder { company, reseller, login, token, valid_until, removed_at, zone } => {
            let (valid_until, removed_at) = (sheet.moment(*valid_until, zone), sheet.moment(*removed_at, zone));
            registration::reminder(sheet, company, reseller, login, token, &valid_until, &removed_at)
        }
        L::NewAffiliate { company, company_id, inn, full_name, email, phone } => {
            affiliates::new(sheet, company, *company_id, inn, [full_name, email, phone])
        }
        L::AffiliateConfirmed { company, company_id } => affiliates::confirmed(sheet, company, *company_id),
        L::AffiliateRemoved { company } => affiliates::removed(sheet, company),
        L::TokenEnds { name, prefix, company, expires_at, zone } => {
            tokens::ends(sheet, name, prefix, company, &sheet.moment(*expires_at, zone))
        }
        L::ComplianceSwitchedOff { company, company_id, by, at, zone } => {
            affiliates::compliance_switched_off(sheet, company, *company_id, by, &sheet.moment(*at, zone))
        }
        L::ThresholdReached { account, thresholds, days_left, is_repeated } => {
            money::threshold_reached(sheet, account, thresholds, *days_left, *is_repeated)
        }
        L::Suspended { account, cause, reason, entry, grant, sum_to_resume } => {
            money::suspended(sheet, account, *cause, reason, (entry.as_ref(), *grant), *sum_to_resume)
        }
        L::Resumed { account, cause, since, ended_by, still } => {
            money::resumed(sheet, account, *cause, &sheet.local_moment(*since, &account.zone), ended_by, *still)
        }
        L::TemporaryLimitEnds { account, until, sum_needed } => {
            money::temporary_limit_ends(sheet, account, &sheet.local_moment(*until, &account.zone), *sum_needed)
        }
        L::CreditLimitChanged { account, old, new, by, reason } => {
            money::credit_limit_changed(sheet, account, [*old, *new], by, reason)
        }
        L::PoolOverCap { reseller, reseller_id, at, zone, allocated, cap } => {
            let at = at.map(|at| sheet.local_moment(at, zone));
            money::pool_over_cap(sheet, reseller, *reseller_id, at, [*allocated, *cap])
        }
        L::BanksNoLongerValid { business_day, companies, count } => {
            banks::no_longer_valid(sheet, business_day, companies, *count)
        }
        L::RequestReceived { number, reseller_id, company_id, comment } => {
            requests::received(sheet, *number, *reseller_id, *company_id, comment)
        }
        L::RequestNeedsYou { number, reseller_id, company_id, requested_by, comment } => {
            requests::needs_you(sheet, *number, *reseller_id, *company_id, requested_by, comment)
        }
        L::RequestCompleted { company, company_id, reseller, since, zone } => {
            requests::completed(sheet, company, *company_id, reseller, &sheet.moment(*since, zone))
        }
        L::AlreadyAttached { number, company, reseller_id, company_id, reseller } => {
            requests::already_attached(sheet, *number, [company, reseller], *reseller_id, *company_id)
        }
        L::RequestDeclined { number, reseller_id, company_id, reason } => {
            requests::declined(sheet, *number, *reseller_id, *company_id, reason)
        }
        L::ViewingBegun { viewer, reason, begun_at, zone } => {
            let begun_at = sheet.moment(*begun_at, zone);
            viewing::begun(sheet, &viewing::Look { viewer: viewer.as_deref(), reason, begun_at: &begun_at })
        }
        L::ViewingEnded { viewer, through, reason, begun_at, ended_at, pages, zone } => {
            let (begun_at, ended_at) = (sheet.moment(*begun_at, zone), sheet.moment(*ended_at, zone));
            let look = viewing::Look { viewer: viewer.as_deref(), reason, begun_at: &begun_at };
            viewing::ended(sheet, &look, through, &ended_at, pages)
        }
        L::RequestWithdrawn { number, reseller_id, company_id, by } => {
            requests::withdrawn(sheet, *number, *reseller_id, *company_id, by)
        }
        L::MonthlyReport(report) => reports::monthly(sheet, report),
        L::Invoice { company_id, at, zone, invoice } => {
            invoices::issued(sheet, *company_id, invoice, sheet.local_moment(*at, zone))
        }
        L::InvoiceNotIssued { supplier, supplier_id, buyer, lacking, at, zone } => {
            let at = sheet.local_moment(*at, zone);
            invoices::not_issued(sheet, (supplier, *supplier_id), buyer, lacking, at)
        }
    }
}

/// The one of the two that is in the language.
pub(super) fn pick<T>(lang: Lang, ru: T, en: T) -> T {
    match lang {
        Lang::Ru => ru,
        Lang::En => en,
    }
}

impl Sheet<'_> {
    fn pick<T>(self, ru: T, en: T) -> T {
        pick(self.lang, ru, en)
    }

    fn amount(self, amount: Kopecks) -> String {
        amount.shown(self.lang).in_roubles()
    }

    fn moment(self, unix_ms: i64, zone: &str) -> String {
        moment(self.lang, unix_ms, zone)
    }

    /// In a company's zone, for letters about its money.
    fn local_moment(self, unix_ms: i64, zone: &str) -> String {
        moment_with_offset(self.lang, unix_ms, zone)
    }

    fn button(self, ru: &'static str, en: &'static str, path: &str) -> Option<Button> {
        Some(Button { label: self.pick(ru, en), link: self.public_url.link(path) })
    }

    /// The page that sets a password. A token is URL-safe by its alphabet.
    fn set_password(self, ru: &'static str, en: &'static str, token: &str) -> Option<Button> {
        self.button(ru, en, &format!("/set-password?token={token}"))
    }

    fn open_company(self, id: i64) -> Option<Button> {
        self.button("Открыть компанию", "Open the company", &format!("/companies/{id}"))
    }

    fn login(self, login: &str) -> (&'static str, String) {
        (self.pick("Логин", "Sign-in name"), login.to_owned())
    }

    fn company(self, company: &str) -> (&'static str, String) {
        (self.pick("Компания", "Company"), company.to_owned())
    }

    fn valid_until(self, moment: &str) -> (&'static str, String) {
        (self.pick("Ссылка действует до", "The link is valid until"), moment.to_owned())
    }
}
