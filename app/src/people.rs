//! People: who is signed in, employees, sign-in and the pages around it.

pub mod access_door;
mod device;
pub mod door;
mod email_link_page;
mod forgot_password_page;
mod name_parts;
mod passkey;
mod person;
mod person_actions;
pub mod person_door;
mod profile_page;
mod rights;
mod roles_field;
mod second_factor;
mod set_password_page;
mod set_up_page;
mod sign_in_code_page;
mod sign_in_details;
mod sign_in_page;
#[cfg(test)]
mod testing;
mod user_field;
mod user_form;
mod user_page;
mod user_search;
mod users_page;

pub use device::device_name;
pub use email_link_page::EmailLinkPage;
pub use forgot_password_page::ForgotPasswordPage;
pub use passkey::{by_passkey, is_supported as offers_passkeys};
pub use person::{
    AccountState, Employee, Employees, FactorDemand, Me, Office, Role, WantedLetters, lacks_administrator,
};
pub use person_actions::{
    Life, PersonAction, PersonActions, PersonChange, PersonObstacle, PersonStanding, provide_person_changes,
};
pub use profile_page::ProfilePage;
pub use rights::{Extent, Right, Standing};
pub use second_factor::{Entry, Passkey, PasskeyName, RecoveryCodes, SecondFactor, SecondFactorSetUp};
pub use set_password_page::SetPasswordPage;
pub use set_up_page::{SET_UP_PATH, SetUpPage};
pub use sign_in_code_page::SignInCodePage;
pub use sign_in_details::{EmailChange, EmailLink, Session, SignInDetails};
pub use sign_in_page::SignInPage;
pub use user_field::UserField;
pub use user_form::UserForm;
pub use user_page::UserPage;
pub use user_search::{MOST_FOUND, MOST_USERS, Sought, exactly, found_among};
pub use users_page::{EmployeesPage, UserKey, UsersPage, employees_href};
