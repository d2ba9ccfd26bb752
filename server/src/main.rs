//! The command line: one function a command.

mod cli {
    pub mod check;
    pub mod create_operator;
    pub mod demo;
    pub mod import_bic;
    pub mod import_parties;
    pub mod logging;
    pub mod open;
    pub mod serve;
    pub mod workers;
}

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use server::config::Config;

use cli::{check, create_operator, demo, import_bic, import_parties, logging, serve};

/// The companies desk of a reseller platform.
///
/// Settings come from KONTORA_… variables, else from kontora.toml in the working folder.
#[derive(Parser)]
#[command(name = "kontora", version)]
struct Line {
    #[command(subcommand)]
    call: Call,
}

#[derive(Subcommand)]
enum Call {
    /// Serve until SIGTERM or Ctrl-C, after bringing the database up to date
    Serve,
    /// Fill an empty database with demo data
    Demo {
        /// Affiliates of the first reseller, up to 1000000
        #[arg(long, value_name = "N", default_value_t = 300)]
        companies: u32,
        /// The same seed makes the same data
        #[arg(long, value_name = "S", default_value_t = 1)]
        seed: u64,
    },
    /// Make an operator of the platform and print a one-time link to set the password
    CreateOperator { email: String },
    /// Take organizations from a CSV file into the directory that Fill by INN asks first
    ImportParties { file: PathBuf },
    /// Make a file of the Bank of Russia (ED807, .xml or .zip) the directory of BICs
    ImportBic {
        file: PathBuf,
        /// Also with fewer than half of the entries loaded now, or older than what is loaded
        #[arg(long)]
        confirm: bool,
    },
    /// Check settings, database and mail, a line each
    Check,
}

#[tokio::main]
async fn main() -> ExitCode {
    let Line { call } = Line::parse();
    let done = match Config::load() {
        Ok(config) => {
            logging::begin(&config);
            run(call, config).await
        }
        Err(problems) if matches!(call, Call::Check) => Err(check::settings_are_wrong(&problems)),
        Err(problems) => Err(problems),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            for line in reason.lines() {
                eprintln!("kontora: {line}");
            }
            ExitCode::FAILURE
        }
    }
}

async fn run(call: Call, config: Config) -> Result<(), String> {
    match call {
        Call::Serve => serve::serve(config).await,
        Call::Demo { companies, seed } => demo::fill(config, companies, seed).await,
        Call::ImportBic { file, confirm } => import_bic::import(config, &file, confirm).await,
        Call::CreateOperator { email } => create_operator::create(config, &email).await,
        Call::ImportParties { file } => import_parties::import(config, &file).await,
        Call::Check => check::check(config).await,
    }
}
