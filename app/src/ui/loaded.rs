//! A part of a page that has data of its own.

use leptos::prelude::*;

use super::FormAlert;
use crate::error::ApiError;

/// Shows what was loaded, or why it could not be.
pub fn loaded<T>(
    resource: Resource<Result<T, ApiError>>,
    show: impl Fn(T) -> AnyView + Clone + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
{
    view! {
        <Suspense>
            {move || {
                let show = show.clone();
                Suspend::new(async move {
                    match resource.await {
                        Ok(data) => show(data),
                        Err(error) => view! { <FormAlert error=Signal::stored(Some(error)) /> }.into_any(),
                    }
                })
            }}
        </Suspense>
    }
}
