//! A client of HTTP/1.1 as plain as can be, so that little of what is measured is its own: connections are kept.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::{Mutex, PoisonError};

/// A server to ask, and the connections to it that nobody uses at the moment.
pub struct Wire {
    address: SocketAddr,
    idle: Mutex<Vec<BufReader<TcpStream>>>,
}

/// What came back.
pub struct Answer {
    /// The status, such as 200.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
}

impl Wire {
    /// A client of the server at this address.
    pub fn to(address: SocketAddr) -> Wire {
        Wire { address, idle: Mutex::default() }
    }

    /// Sends a request and reads the answer; any status but of success is an error.
    pub fn ask(&self, request: &Request) -> Result<Answer, String> {
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = idle().pop();
        // The server may have closed a connection that nobody used for a while: then a new one is asked.
        let again = kept.and_then(|mut kept| send(&mut kept, request).ok().map(|answer| (kept, answer)));
        let (connection, answer) = match again {
            Some(answered) => answered,
            None => {
                let mut fresh = self.connect().map_err(|error| format!("connect: {error}"))?;
                let answer = send(&mut fresh, request).map_err(|error| format!("ask: {error}"))?;
                (fresh, answer)
            }
        };
        if !(200..300).contains(&answer.status) {
            return Err(format!("{}: {}", answer.status, String::from_utf8_lossy(&answer.body)));
        }
        idle().push(connection);
        Ok(answer)
    }

    /// A connection of one's own.
    pub fn open(&self) -> Result<Connection, String> {
        self.connect().map(Connection).map_err(|error| format!("connect: {error}"))
    }

    fn connect(&self) -> std::io::Result<BufReader<TcpStream>> {
        let stream = TcpStream::connect(self.address)?;
        stream.set_nodelay(true)?;
        Ok(BufReader::with_capacity(64 << 10, stream))
    }
}

/// A connection that one client has for itself.
pub struct Connection(BufReader<TcpStream>);

impl Connection {
    /// Sends a request and reads the answer, whatever its status.
    pub fn ask(&mut self, request: &Request) -> Result<Answer, String> {
        send(&mut self.0, request).map_err(|error| format!("ask: {error}"))
    }
}

/// A request, ready to be sent.
pub struct Request {
    text: String,
}

impl Request {
    /// Asks for `path` with a line that says who asks.
    pub fn get(path: &str, who: &str) -> Request {
        Request { text: format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n{who}\r\n\r\n") }
    }

    /// Sends JSON to `path`.
    pub fn post(path: &str, who: &str, body: &str) -> Request {
        let length = body.len();
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\n{who}\r\nContent-Type: application/json\r\nContent-Length: {length}"
        );
        Request { text: format!("{head}\r\n\r\n{body}") }
    }
}

/// A text as it may stand in an address.
pub fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    let letter = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(letter).collect()
}

fn send(connection: &mut BufReader<TcpStream>, request: &Request) -> std::io::Result<Answer> {
    connection.get_mut().write_all(request.text.as_bytes())?;
    read(connection)
}

fn read(connection: &mut BufReader<TcpStream>) -> std::io::Result<Answer> {
    let wrong = |what: &str| std::io::Error::other(what.to_owned());
    let mut line = String::new();
    connection.read_line(&mut line)?;
    let status = line.split(' ').nth(1).and_then(|text| text.parse().ok());
    let status = status.ok_or_else(|| wrong("no status"))?;
    let (mut length, mut chunked) = (0, false);
    loop {
        line.clear();
        connection.read_line(&mut line)?;
        let lower = line.trim_end().to_ascii_lowercase();
        if lower.is_empty() {
            break;
        }
        if let Some(text) = lower.strip_prefix("content-length:") {
            length = text.trim().parse().map_err(|_| wrong("no length"))?;
        }
        chunked |= lower.starts_with("transfer-encoding:") && lower.contains("chunked");
    }
    let mut body = Vec::new();
    if !chunked {
        body.resize(length, 0);
        connection.read_exact(&mut body)?;
        return Ok(Answer { status, body });
    }
    loop {
        line.clear();
        connection.read_line(&mut line)?;
        let size = usize::from_str_radix(line.trim(), 16).map_err(|_| wrong("no chunk"))?;
        let start = body.len();
        body.resize(start + size, 0);
        connection.read_exact(&mut body[start..])?;
        line.clear();
        connection.read_line(&mut line)?;
        if size == 0 {
            return Ok(Answer { status, body });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;

    #[test]
    fn answers_of_both_forms_are_read_over_one_connection() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let wire = Wire::to(listener.local_addr().expect("an address"));
        let answers = [
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
            "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone",
        ];
        let server = std::thread::spawn(move || {
            let (stream, _) = listener.accept().expect("a client");
            let mut stream = BufReader::new(stream);
            for answer in answers {
                let mut line = String::new();
                while line != "\r\n" {
                    line.clear();
                    stream.read_line(&mut line).expect("a line");
                }
                stream.get_mut().write_all(answer.as_bytes()).expect("sent");
            }
        });
        let request = Request::get("/", "Accept: */*");
        assert_eq!(wire.ask(&request).expect("an answer").body, b"ok");
        assert_eq!(wire.ask(&request).expect("an answer").body, b"abcde");
        assert_eq!(wire.ask(&request).err().as_deref(), Some("404: gone"));
        server.join().expect("ended");
    }

    #[test]
    fn a_text_is_written_for_an_address() {
        assert_eq!(encoded("a = \"я\""), "a%20%3D%20%22%D1%8F%22");
    }
}
