//! What the web server and the workers ask of this engine.

use std::sync::Arc;
use std::time::Duration;

use app::desk::Entrance;
use app::directories::ImportReport;
use app::requisites::PartiesReport;
use async_trait::async_trait;
use tokio::time::timeout;

use super::super::{Engine, banks, counter, demo, money, operator, outbox, parties, reports, tidy, tokens};
use super::door::Door;
use crate::api_v1::ApiDesk;
use crate::failure::Outcome;
use crate::store::{Answer, Store, Visit};

const READY_WITHIN: Duration = Duration::from_secs(5);

#[async_trait]
impl Store for Engine {
    fn entrance(self: Arc<Self>, visit: Visit) -> Arc<dyn Entrance> {
        Arc::new(Door { engine: self, visit })
    }

    async fn api(self: Arc<Self>, visit: Visit, token: &str) -> Answer<Arc<dyn ApiDesk>> {
        tokens::open(self, visit, token).await
    }

    async fn is_ready(&self) -> bool {
        // Whoever waits longer for the one writer of SQLite is not served either.
        matches!(timeout(READY_WITHIN, counter::probe(self)).await, Ok(Ok(())))
    }

    async fn is_empty(&self) -> Outcome<bool> {
        operator::is_empty(self).await
    }

    async fn send_letters(&self) -> Outcome<usize> {
        outbox::send_due(self).await
    }

    async fn tidy(&self) -> Outcome<()> {
        tidy::run(self).await
    }

    async fn keep_time(&self) -> Outcome<()> {
        money::keep_time(self).await
    }

    async fn make_reports(&self) -> Outcome<()> {
        reports::make_due(self).await
    }

    async fn create_operator(&self, email: &str) -> Outcome<String> {
        operator::create(self, email).await
    }

    async fn fill_demo(&self, companies: u32, seed: u64) -> Outcome<()> {
        demo::fill(self, companies, seed).await
    }

    async fn import_parties(&self, file: Vec<u8>) -> Outcome<PartiesReport> {
        parties::import_file(self, file).await
    }

    async fn import_banks(&self, file_name: &str, file: Vec<u8>, is_confirmed: bool) -> Outcome<ImportReport> {
        banks::from_command_line(self, file_name, file, is_confirmed).await
    }

    async fn broken_ledger(&self) -> Outcome<Option<i64>> {
        money::broken_ledger(self).await
    }

    async fn dead_letters(&self) -> Outcome<u64> {
        outbox::count_dead(self).await
    }

    async fn queued_letters(&self) -> Outcome<u64> {
        outbox::count_queued(self).await
    }

    async fn close(&self) {
        self.db.reads.close().await;
        self.db.writes.close().await;
    }
}
