//! One's own sign-in details: seeing them, changing them, and who is told.

mod email;
mod password;
mod renewal;
mod sessions;
mod traces;
