//! The log: on the standard error, for people or for machines.

use std::io;

use server::config::Config;
use server::health::log_panics;
use tracing_subscriber::EnvFilter;

pub fn begin(config: &Config) {
    let log = tracing_subscriber::fmt().with_env_filter(EnvFilter::new(&config.log)).with_writer(io::stderr);
    if config.log_json {
        log.json().flatten_event(true).init();
    } else {
        log.init();
    }
    log_panics();
}
