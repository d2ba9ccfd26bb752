//! The project's own tool: builds, runs, checks and measures Kontora on a machine that has only Rust, Node.js and npm.

mod bench;
mod build;
mod fresh;
mod needs;
mod node;
mod places;
mod postgres;
mod process;
mod run;
mod screenshots;
mod step;
mod test;

use std::process::ExitCode;

use anyhow::bail;

const USAGE: &str = "\
cargo xtask COMMAND

  run                        build, make a demo database if there is none, serve on http://localhost:3000
  build                      leave one self-contained release binary, target/release/kontora
  test [--only PART,…]       every check of CI; parts: fmt, clippy, rust, e2e
  e2e [ARGUMENT…]            build, then Playwright with these arguments
  postgres COMMAND…          run a command beside a throw-away PostgreSQL (KONTORA_TEST_POSTGRES)
  bench [--only PART,…]      measure; parts: native (the search), requisites, ledger, page (with the
                             server's memory and the demo)
  screenshots                remake the pictures of the README";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match command(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command(arguments: &[String]) -> anyhow::Result<ExitCode> {
    let (name, rest) = arguments.split_first().map_or(("help", arguments), |(name, rest)| (name.as_str(), rest));
    match name {
        "run" => run::run(rest)?,
        "build" => drop(build::build()?),
        "test" => return test::test(&only(rest)?),
        "e2e" => test::browser::playwright_alone(rest)?,
        "postgres" => postgres::beside(rest)?,
        "bench" => bench::bench(&only(rest)?)?,
        "screenshots" => screenshots::screenshots()?,
        "help" | "--help" | "-h" => println!("{USAGE}"),
        other => bail!("no command {other:?}\n\n{USAGE}"),
    }
    Ok(ExitCode::SUCCESS)
}

/// The parts named by `--only a,b`; none means all.
fn only(arguments: &[String]) -> anyhow::Result<Vec<&str>> {
    match arguments {
        [] => Ok(Vec::new()),
        [flag, parts] if flag == "--only" => Ok(parts.split(',').collect()),
        other => bail!("not understood: {}\n\n{USAGE}", other.join(" ")),
    }
}
