//! Tells one story on one engine, and leaves nothing behind however it ends.

use std::future::Future;
use std::panic;
use std::sync::Arc;
use std::time::Duration;

use tokio::runtime;
use tokio::time::timeout;

use super::database::{Database, Engine};
use super::kontora::{Kontora, World};

/// Views are deep generic types, and without optimisation deep on the stack too.
const STACK: usize = 16 * 1024 * 1024;

/// No story takes so long; one that waits for something that never comes must not hold up the others.
const PATIENCE: Duration = Duration::from_secs(120);

/// Runs the story; passes over it, saying so, where its engine is not there.
pub fn tell<Story, Telling>(engine: Engine, world: World, story: Story)
where
    Story: FnOnce(Kontora) -> Telling,
    Telling: Future<Output = ()> + Send + 'static,
{
    let runtime =
        runtime::Builder::new_multi_thread().worker_threads(4).thread_stack_size(STACK).enable_all().build().unwrap();
    runtime.block_on(async {
        let Some(database) = Database::create(engine).await.map(Arc::new) else { return };
        let kontora = Kontora::start(&database, world).await;
        let store = kontora.store();
        let told = timeout(PATIENCE, tokio::spawn(story(kontora))).await;
        let closed = timeout(PATIENCE, store.close()).await;
        database.remove().await;
        if let Err(failed) = told.expect("the story ends in time") {
            panic::resume_unwind(failed.into_panic());
        }
        closed.expect("no transaction is left open");
    });
}
