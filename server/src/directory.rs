//! What the platform knows of organizations and banks beyond what its companies tell.

pub mod dadata;
pub(crate) mod parties_file;
pub mod recent;
