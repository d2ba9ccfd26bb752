//! People: who is signed in, employees, sign-in and the pages around it.

pub mod door;
mod employees_page;
mod forgot_password_page;
mod person;
mod profile_page;
mod set_password_page;
mod sign_in_page;

pub use employees_page::{EmployeesPage, StaffKey};
pub use forgot_password_page::ForgotPasswordPage;
pub use person::{AccountState, Employee, Employees, Me, Role};
pub use profile_page::ProfilePage;
pub use set_password_page::SetPasswordPage;
pub use sign_in_page::SignInPage;
