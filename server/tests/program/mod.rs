//! The program itself, run in a folder of its own.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::{env, fs, process};

/// A working folder of its own, gone with the test.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let folder = env::temp_dir().join(format!("kontora-line-{}-{name}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub fn run(&self, arguments: &[&str], settings: &[(&str, &str)]) -> Output {
        kontora(env!("CARGO_BIN_EXE_kontora"), self, settings).args(arguments).output().unwrap()
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// A program in the folder, with these settings and no others.
pub fn kontora(program: &str, folder: &Folder, settings: &[(&str, &str)]) -> Command {
    let mut command = Command::new(program);
    command.envs(settings.iter().copied()).env_remove("KONTORA_TEST_POSTGRES").current_dir(folder.path());
    command
}

pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// A server that does not outlive its test, however that ends.
pub struct Running {
    pub process: Child,
    /// `127.0.0.1:40213`.
    pub address: String,
    /// What it said first.
    pub hello: String,
    /// What it says after that.
    pub lines: Box<dyn Iterator<Item = String> + Send>,
}

impl Running {
    /// The command ends in `kontora serve`, on any free port.
    pub fn start(command: &mut Command) -> Self {
        let mut process = command.env("KONTORA_ADDR", "127.0.0.1:0").stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines().map(Result::unwrap);
        let hello = lines.next().unwrap();
        let address = hello.rsplit_once(' ').unwrap().1.to_owned();
        Self { process, address, hello, lines: Box::new(lines) }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// The whole answer; an error where the server does not answer to the end.
pub fn asked(address: &str, head: &str, body: &str) -> std::io::Result<String> {
    let mut connection = TcpStream::connect(address)?;
    let length = body.len();
    write!(
        connection,
        "{head}\r\nHost: localhost:3000\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}"
    )?;
    let mut answer = String::new();
    connection.read_to_string(&mut answer)?;
    Ok(answer)
}

pub fn fetched(address: &str, path: &str) -> String {
    asked(address, &format!("GET {path} HTTP/1.1"), "").unwrap()
}
