//! A look-up service of our own on a real socket: notes what it is asked, and answers or misbehaves as told.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};

use serde_json::Value;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

#[derive(Clone, Debug)]
pub enum Play {
    Answer(Value),
    Status(u16),
    /// 302 to another place of this very server.
    Redirect,
    /// 200 with these bytes, whatever they are.
    Body(Vec<u8>),
    /// No HTTP at all.
    Noise,
    /// Closes the connection once it has read the request.
    Drop,
    /// Closes it half way through the answer.
    DropWithinAnswer,
    /// Reads the request and never says a word.
    Silence,
}

/// A request as it came in.
#[derive(Clone, Debug)]
pub struct Asked {
    /// `POST /rs/findById/party HTTP/1.1`
    pub line: String,
    /// Names in lower case.
    pub headers: BTreeMap<String, String>,
    pub body: Value,
}

#[derive(Clone)]
pub struct StandIn {
    pub url: String,
    /// What comes next; the last is played on and on.
    plays: Arc<Mutex<VecDeque<Play>>>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl StandIn {
    pub async fn start(play: Play) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/rs", listener.local_addr().unwrap());
        let stand_in = Self { url, plays: Arc::default(), asked: Arc::default() };
        stand_in.plays(play);
        let serving = stand_in.clone();
        tokio::spawn(async move {
            while let Ok((connection, _)) = listener.accept().await {
                tokio::spawn(serving.clone().serve(connection));
            }
        });
        stand_in
    }

    /// From now on.
    pub fn plays(&self, play: Play) {
        *self.plays.lock().unwrap() = VecDeque::from([play]);
    }

    /// Once, before what it plays now.
    pub fn plays_first(&self, play: Play) {
        self.plays.lock().unwrap().push_front(play);
    }

    /// What it was asked since the last look.
    pub fn asked(&self) -> Vec<Asked> {
        std::mem::take(&mut self.asked.lock().unwrap())
    }

    async fn serve(self, connection: TcpStream) {
        let mut connection = BufReader::new(connection);
        let asked = read(&mut connection).await;
        self.asked.lock().unwrap().push(asked);
        let answer = match self.next() {
            Play::Answer(answer) => ok(answer.to_string().as_bytes()),
            Play::Body(body) => ok(&body),
            Play::Status(status) => format!("HTTP/1.1 {status} Whatever\r\nContent-Length: 2\r\n\r\n{{}}").into_bytes(),
            Play::Redirect => {
                format!("HTTP/1.1 302 Found\r\nLocation: {}/elsewhere\r\nContent-Length: 0\r\n\r\n", self.url).into()
            }
            Play::Noise => b"220 mail.test ESMTP ready\r\n".to_vec(),
            Play::Drop => return,
            Play::DropWithinAnswer => b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"sugg".to_vec(),
            Play::Silence => {
                // Ends when the other side gives up.
                drop(connection.read_to_end(&mut Vec::new()).await);
                return;
            }
        };
        // The other side may have had enough before the end.
        drop(connection.get_mut().write_all(&answer).await);
    }

    fn next(&self) -> Play {
        let mut plays = self.plays.lock().unwrap();
        if plays.len() > 1 { plays.pop_front().unwrap() } else { plays[0].clone() }
    }
}

async fn read(connection: &mut BufReader<TcpStream>) -> Asked {
    let line = read_line(connection).await;
    let mut headers = BTreeMap::new();
    while let Some((name, value)) = read_line(connection).await.split_once(": ") {
        headers.insert(name.to_lowercase(), value.to_owned());
    }
    let mut body = vec![0; headers["content-length"].parse().unwrap()];
    connection.read_exact(&mut body).await.unwrap();
    Asked { line, headers, body: serde_json::from_slice(&body).unwrap() }
}

async fn read_line(connection: &mut BufReader<TcpStream>) -> String {
    let mut line = String::new();
    connection.read_line(&mut line).await.unwrap();
    line.trim_end().to_owned()
}

fn ok(body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}
