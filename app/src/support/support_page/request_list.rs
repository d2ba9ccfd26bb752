//! The requests on the page, asked for again after something was done about them.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::affiliates::{Request, door};
use crate::values::RequestId;

#[derive(Clone, Copy)]
pub struct RequestList {
    shown: RwSignal<Vec<Request>>,
    questions: StoredValue<Questions>,
}

/// How often the list was asked for again, and which of the answers is shown.
#[derive(Clone, Copy, Default)]
struct Questions {
    asked: u32,
    shown: u32,
}

impl Questions {
    fn ask(&mut self) -> u32 {
        self.asked += 1;
        self.asked
    }

    /// Whether an answer that has come is news: not when a later question has been answered before.
    fn is_news(&mut self, number: u32) -> bool {
        let is_news = number > self.shown;
        self.shown = self.shown.max(number);
        is_news
    }
}

impl RequestList {
    pub fn new(requests: Vec<Request>) -> Self {
        Self { shown: RwSignal::new(requests), questions: StoredValue::default() }
    }

    pub fn all(self) -> Vec<Request> {
        self.shown.get()
    }

    pub fn is_empty(self) -> bool {
        self.shown.read().is_empty()
    }

    /// One of them as it is known now: its row stays, and what it says changes.
    pub fn follow(self, request: Request) -> Memo<Request> {
        Memo::new(move |before: Option<&Request>| {
            let found = self.shown.with(|all| all.iter().find(|other| other.id == request.id).cloned());
            found.unwrap_or_else(|| before.unwrap_or(&request).clone())
        })
    }

    /// The IANA name of the zone that the times of all of them are told in; nothing while there are none.
    pub fn zone(self) -> String {
        self.shown.with(|requests| requests.first().map(|request| request.zone.clone()).unwrap_or_default())
    }

    /// Asks for the list again, then goes on, unless it was asked for once more meanwhile. If that fails the old list
    /// stays.
    pub fn reload(self, then: impl FnOnce() + 'static) {
        let Some(number) = self.questions.try_update_value(Questions::ask) else { return };
        spawn_local(async move {
            let answer = door::requests().await;
            let Some(asked) = self.questions.try_with_value(|questions| questions.asked) else { return };
            if let Ok(requests) = answer
                && self.questions.try_update_value(|questions| questions.is_news(number)) == Some(true)
            {
                self.shown.set(requests);
            }
            if asked == number {
                then();
            }
        });
    }

    /// After a decision its buttons are gone: the focus goes to the row.
    pub fn settled(self, id: RequestId) {
        let focus_row = move || crate::ui::browser::focus_soon(format!("#request-{id}"));
        focus_row();
        self.reload(focus_row);
    }
}

#[cfg(test)]
mod tests {
    use super::Questions;

    #[test]
    fn an_older_answer_counts_until_a_later_one_has_come() {
        let mut questions = Questions::default();
        let (first, second, third) = (questions.ask(), questions.ask(), questions.ask());
        assert!(questions.is_news(first), "the later ones may yet fail");
        assert!(questions.is_news(third));
        assert!(!questions.is_news(second));
    }
}
