//! The requests on the page, asked for again after something was done about them.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::affiliates::{Request, door};

#[derive(Clone, Copy)]
pub struct RequestList {
    shown: RwSignal<Vec<Request>>,
    /// How often it was asked for again. An answer that a later question has overtaken is dropped.
    asked: StoredValue<u32>,
}

impl RequestList {
    pub fn new(requests: Vec<Request>) -> Self {
        Self { shown: RwSignal::new(requests), asked: StoredValue::new(0) }
    }

    pub fn all(self) -> Vec<Request> {
        self.shown.get()
    }

    pub fn is_empty(self) -> bool {
        self.shown.read().is_empty()
    }

    /// The IANA name of the zone that the times of all of them are told in; nothing while there are none.
    pub fn zone(self) -> String {
        self.shown.with(|requests| requests.first().map(|request| request.zone.clone()).unwrap_or_default())
    }

    /// Asks for the list again, then goes on. If that fails the old list stays.
    pub fn reload(self, then: impl FnOnce() + 'static) {
        let Some(number) = self.asked.try_update_value(|asked| {
            *asked += 1;
            *asked
        }) else {
            return;
        };
        spawn_local(async move {
            let answer = door::requests().await;
            if self.asked.try_get_value() != Some(number) {
                return;
            }
            if let Ok(requests) = answer {
                self.shown.set(requests);
            }
            then();
        });
    }
}
