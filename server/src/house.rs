//! What every operation may lean on, whatever the engine: settings, time, chance, zones, password hashing.

use std::sync::Arc;

use app::values::Zones;
use webauthn_rs::prelude::Webauthn;

use crate::api_v1::CallLimit;
use crate::clock::{Chance, Clock};
use crate::config::Config;
use crate::directory::Shelf;
use crate::directory::dadata::DaData;
use crate::directory::recent::{RecentBanks, RecentLookUps};
use crate::health::Vitals;
use crate::lists::Lists;
use crate::mail::Post;
use crate::passkeys::relying_party;
use crate::passwords::Passwords;
use crate::zones::ZoneClock;

/// Built once at start; tests build theirs with a fixed clock and seeded chance.
pub struct House {
    pub config: Config,
    pub clock: Arc<dyn Clock>,
    pub chance: Arc<dyn Chance>,
    pub passwords: Passwords,
    pub zones: ZoneClock,
    pub lists: Lists,
    pub banks: Shelf,
    pub api_calls: CallLimit,
    pub post: Post,
    pub dadata: DaData,
    pub recent: RecentLookUps,
    pub recent_banks: RecentBanks,
    pub vitals: Vitals,
    /// Nothing where the public address is none that passkeys can be bound to.
    pub passkeys: Option<Webauthn>,
}

impl House {
    pub fn new(config: Config, clock: Arc<dyn Clock>, chance: Arc<dyn Chance>, passwords: Passwords) -> Self {
        let post = Post::new(&config);
        let dadata = DaData::new(&config);
        let passkeys = relying_party(&config.public_url);
        Self {
            config,
            clock,
            chance,
            passwords,
            zones: ZoneClock::default(),
            lists: Lists::default(),
            banks: Shelf::default(),
            api_calls: CallLimit::default(),
            post,
            dadata,
            recent: RecentLookUps::default(),
            recent_banks: RecentBanks::default(),
            vitals: Vitals::default(),
            passkeys,
        }
    }

    /// Unix milliseconds.
    pub fn now(&self) -> i64 {
        self.clock.now()
    }

    /// Every time zone with its offset now.
    pub fn zones(&self) -> Arc<Zones> {
        self.zones.at(self.now())
    }
}
