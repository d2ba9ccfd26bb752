//! `kontora demo`: an empty database filled with companies that belong to nobody real.

use std::time::Instant;

use server::config::Config;

use super::open::{open, told};

pub async fn fill(config: Config, companies: u32, seed: u64) -> Result<(), String> {
    let state = open(config).await?;
    let begun = Instant::now();
    let filled = state.store.fill_demo(companies, seed).await.map_err(told);
    state.store.close().await;
    filled?;
    println!("Demo data with {companies} affiliates in {:.1} s", begun.elapsed().as_secs_f32());
    Ok(())
}
