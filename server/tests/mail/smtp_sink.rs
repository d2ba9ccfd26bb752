//! A mail server of our own: speaks SMTP on a real socket, and misbehaves on demand.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What the server does with the next letter. When nothing is asked for, it takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    Accept,
    /// `550` to the recipient.
    RefuseRecipient,
    /// `451` to the recipient.
    ComeAgainLater,
    /// `535` to whoever signs in, `530` to the sender who has not.
    RefuseAccess,
    /// Closes the connection in the middle of the letter.
    DropWithinLetter,
    /// Takes the letter and closes the connection before saying so.
    DropBeforeAnswer,
}

/// A letter that the server has taken over.
#[derive(Clone, Debug)]
pub struct Received {
    pub to: String,
    pub content: String,
}

impl Received {
    /// The value of a header on one line.
    pub fn header(&self, name: &str) -> &str {
        let prefix = format!("{name}: ");
        self.content.lines().find_map(|line| line.strip_prefix(&prefix)).expect("the header is there")
    }
}

#[derive(Clone)]
pub struct SmtpSink {
    address: SocketAddr,
    moods: Arc<Mutex<VecDeque<Mood>>>,
    received: Arc<Mutex<Vec<Received>>>,
}

impl SmtpSink {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let sink = Self { address: listener.local_addr().unwrap(), moods: Arc::default(), received: Arc::default() };
        let serving = sink.clone();
        tokio::spawn(async move {
            while let Ok((connection, _)) = listener.accept().await {
                tokio::spawn(serving.clone().converse(connection));
            }
        });
        sink
    }

    /// For `KONTORA_MAIL`.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// What to do with the next letter, after those already asked for.
    pub fn next(&self, mood: Mood) {
        self.moods.lock().unwrap().push_back(mood);
    }

    pub fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }

    /// Ends with the connection, whoever closes it.
    async fn converse(self, connection: TcpStream) -> Option<()> {
        let mut connection = BufReader::new(connection);
        say(&mut connection, "220 sink.test").await?;
        let mut mood = Mood::Accept;
        let mut to = String::new();
        loop {
            let line = hear(&mut connection).await?;
            let verb = line.split([' ', ':']).next().unwrap_or("").to_uppercase();
            match (verb.as_str(), mood) {
                ("EHLO", _) => say(&mut connection, "250-sink.test\r\n250 8BITMIME").await?,
                ("MAIL", _) => {
                    mood = self.moods.lock().unwrap().pop_front().unwrap_or(Mood::Accept);
                    let refused = mood == Mood::RefuseAccess;
                    say(&mut connection, if refused { "530 sign in first" } else { "250 ok" }).await?;
                }
                ("RCPT", Mood::RefuseRecipient) => say(&mut connection, "550 no such mailbox").await?,
                ("RCPT", Mood::ComeAgainLater) => say(&mut connection, "451 come again later").await?,
                ("RCPT", _) => {
                    to = line.split(['<', '>']).nth(1)?.to_owned();
                    say(&mut connection, "250 ok").await?;
                }
                ("DATA", _) => {
                    say(&mut connection, "354 go on").await?;
                    if mood == Mood::DropWithinLetter {
                        hear(&mut connection).await?;
                        return None;
                    }
                    let content = letter(&mut connection).await?;
                    self.received.lock().unwrap().push(Received { to: to.clone(), content });
                    if mood == Mood::DropBeforeAnswer {
                        return None;
                    }
                    say(&mut connection, "250 taken").await?;
                }
                ("QUIT", _) => return say(&mut connection, "221 bye").await,
                _ => say(&mut connection, "250 ok").await?,
            }
        }
    }
}

async fn say(connection: &mut BufReader<TcpStream>, line: &str) -> Option<()> {
    connection.write_all(format!("{line}\r\n").as_bytes()).await.ok()
}

async fn hear(connection: &mut BufReader<TcpStream>) -> Option<String> {
    let mut line = String::new();
    let length = connection.read_line(&mut line).await.ok()?;
    (length > 0).then(|| line.trim_end().to_owned())
}

/// Up to the line of a single dot.
async fn letter(connection: &mut BufReader<TcpStream>) -> Option<String> {
    let mut content = String::new();
    loop {
        let line = hear(connection).await?;
        if line == "." {
            return Some(content);
        }
        content.push_str(line.strip_prefix('.').unwrap_or(&line));
        content.push('\n');
    }
}
