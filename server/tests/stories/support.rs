//! What stories are told with: a Kontora of its own for each, browsers that visit it, letters that leave it.

mod answer;
mod authenticator;
mod browser;
mod client;
mod clock;
mod database;
mod kontora;
mod letter;
mod tell;

pub use answer::Answer;
pub use authenticator::Authenticator;
pub use browser::{Browser, MAIN_HOST};
pub use client::Client;
pub use clock::{DAY, HOUR, MINUTE, SECOND};
pub use database::Engine;
pub use kontora::{Kontora, LookUpService, World, demo};
pub use tell::tell;

/// Tells each story on SQLite and on PostgreSQL, in a fresh database each, in the world named first.
/// The list is the file's table of contents; a story that is missing here is dead code, which the lints refuse.
macro_rules! stories {
    ($world:ident; $($story:ident),+ $(,)?) => {
        mod sqlite {
            $(
                #[test]
                fn $story() {
                    $crate::support::tell($crate::support::Engine::Sqlite, $crate::support::World::$world, super::$story);
                }
            )+
        }

        mod postgres {
            $(
                #[test]
                fn $story() {
                    $crate::support::tell($crate::support::Engine::Postgres, $crate::support::World::$world, super::$story);
                }
            )+
        }
    };
}
pub(crate) use stories;
