//! `kontora create-operator`: the way into an installation in which nobody can sign in yet.

use server::config::Config;

use super::open::{open, told};

pub async fn create(config: Config, email: &str) -> Result<(), String> {
    let state = open(config).await?;
    let link = state.store.create_operator(email).await.map_err(told);
    state.store.close().await;
    println!("{}", link?);
    Ok(())
}
