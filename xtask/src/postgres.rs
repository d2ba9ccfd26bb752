//! A throw-away PostgreSQL for the tests: own folder, own port, gone with the tool whatever ends it.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};

use crate::needs::{self, POSTGRES, is_root, postgres_programs};
use crate::process::{output, run};
use crate::step::step;

/// Where the tests find the server: the URL of a database from which they may create others.
pub(crate) const VARIABLE: &str = "KONTORA_TEST_POSTGRES";

/// Runs the server, waits until whoever holds the other end of standard input is gone, then stops it and tidies up.
const KEEPER: &str = r#"
"$1/postgres" -D "$2/data" -k "$2" -p "$3" >"$2/log" 2>&1 -c listen_addresses=127.0.0.1 -c max_connections=200 $4 &
server=$!
cat >/dev/null
kill -INT "$server" && wait "$server"
rm -rf "$2"
"#;

/// Whether what is committed outlives a failure of the machine.
#[derive(Clone, Copy)]
pub(crate) enum Durability {
    /// As PostgreSQL comes.
    Full,
    /// For tests: several times faster.
    None,
}

impl Durability {
    fn settings(self) -> &'static str {
        match self {
            Self::Full => "",
            Self::None => "-c fsync=off -c synchronous_commit=off -c full_page_writes=off",
        }
    }
}

/// A running server; dropping it stops it.
pub(crate) struct Postgres {
    keeper: Child,
    leash: Option<ChildStdin>,
    pub(crate) url: String,
}

impl Postgres {
    /// Installs PostgreSQL if need be, then starts it in a fresh temporary folder.
    pub(crate) fn start(durability: Durability) -> anyhow::Result<Self> {
        needs::meet(&[POSTGRES])?;
        let programs = postgres_programs().context("PostgreSQL's programs are not there")?;
        step("throw-away PostgreSQL", || Self::start_from(&programs, durability))
    }

    fn start_from(programs: &Path, durability: Durability) -> anyhow::Result<Self> {
        let folder = std::env::temp_dir().join(format!("kontora-postgres-{}", std::process::id()));
        fs::create_dir(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let user = unprivileged()?;
        if let Some((uid, gid)) = user {
            chown(&folder, Some(uid), Some(gid)).context("handing the database's folder to its user")?;
        }
        let initdb =
            ["--username=kontora", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--pgdata"];
        output(demoted(programs.join("initdb"), user, &folder).args(initdb).arg(folder.join("data")))?;
        let port = free_port()?;
        let mut keeper = demoted("/bin/sh".into(), user, &folder)
            .args(["-c", KEEPER, "sh"])
            .args([programs, &folder])
            .args([&port.to_string(), durability.settings()])
            .stdin(Stdio::piped())
            .process_group(0)
            .spawn()
            .context("starting PostgreSQL")?;
        let leash = keeper.stdin.take();
        let server = Self { keeper, leash, url: format!("postgres://kontora@127.0.0.1:{port}/postgres") };
        wait_until_ready(programs, port, &folder)?;
        Ok(server)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        drop(self.leash.take());
        // A keeper that cannot be waited for has ended already.
        let _ended = self.keeper.wait();
    }
}

/// `cargo xtask postgres COMMAND…`: runs the command while a server is there for it.
pub(crate) fn beside(command: &[String]) -> anyhow::Result<()> {
    let Some((program, arguments)) = command.split_first() else { bail!("name the command to run beside PostgreSQL") };
    let server = Postgres::start(Durability::None)?;
    run(Command::new(program).args(arguments).env(VARIABLE, &server.url))
}

/// PostgreSQL refuses to run as root: then its own user, else nobody, as user and group id.
fn unprivileged() -> anyhow::Result<Option<(u32, u32)>> {
    if !is_root() {
        return Ok(None);
    }
    let users = fs::read_to_string("/etc/passwd").context("reading /etc/passwd")?;
    let ids = |name: &str| {
        let mut words = users.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?.split(':').skip(1);
        Some((words.next()?.parse().ok()?, words.next()?.parse().ok()?))
    };
    ids("postgres").or_else(|| ids("nobody")).map(Some).context("neither a user postgres nor nobody on this machine")
}

fn demoted(program: PathBuf, user: Option<(u32, u32)>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    if let Some((uid, gid)) = user {
        command.uid(uid).gid(gid);
    }
    command
}

fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0").context("looking for a free port")?.local_addr()?.port())
}

fn wait_until_ready(programs: &Path, port: u16, folder: &Path) -> anyhow::Result<()> {
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(30) {
        let probe = ["--quiet", "--host=127.0.0.1", "--username=kontora", "--port"];
        if run(Command::new(programs.join("pg_isready")).args(probe).arg(port.to_string())).is_ok() {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    bail!("PostgreSQL did not start:\n{}", fs::read_to_string(folder.join("log")).unwrap_or_default())
}
