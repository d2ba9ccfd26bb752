//! People: who is signed in, employees, sign-in and the pages around it.

pub mod access_door;
mod device;
pub mod door;
mod email_link_page;
mod employees_page;
mod forgot_password_page;
mod passkey;
mod person;
mod profile_page;
mod second_factor;
mod set_password_page;
mod set_up_page;
mod sign_in_code_page;
mod sign_in_details;
mod sign_in_page;

pub use device::device_name;
pub use email_link_page::EmailLinkPage;
pub use employees_page::{EmployeesPage, StaffKey};
pub use forgot_password_page::ForgotPasswordPage;
pub use person::{AccountState, Employee, Employees, Me, Role};
pub use profile_page::ProfilePage;
pub use second_factor::{Entry, Passkey, PasskeyName, RecoveryCodes, SecondFactor, SecondFactorSetUp};
pub use set_password_page::SetPasswordPage;
pub use set_up_page::{SET_UP_PATH, SetUpPage};
pub use sign_in_code_page::SignInCodePage;
pub use sign_in_details::{EmailChange, EmailLink, Session, SignInDetails};
pub use sign_in_page::SignInPage;
