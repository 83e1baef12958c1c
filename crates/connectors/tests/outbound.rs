//! The way out: what is sent arrives, and nothing is sent to a network that is not allowed, however it is spelt.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use cordee_connectors::outbound::{Client, Options, OutboundError};
use tokio_rustls::rustls::{ServerConfig, ServerConnection, Stream};

const SOON: Duration = Duration::from_secs(5);

fn client(allowed: &[&str]) -> Client {
    let allowed = allowed.iter().map(|network| network.parse().expect("a network")).collect();
    Client::new(&Options { allowed, certificates: Vec::new() }).expect("a client")
}

/// A server that reads one request and answers so; what it read comes back.
fn server(answer: &'static str) -> (u16, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let heard = thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a connection");
        let (mut heard, mut piece) = (Vec::new(), [0; 4096]);
        while !heard.ends_with(b"\"end\"}") {
            match stream.read(&mut piece).expect("bytes") {
                0 => break,
                length => heard.extend_from_slice(&piece[..length]),
            }
        }
        stream.write_all(answer.as_bytes()).expect("answered");
        String::from_utf8(heard).expect("text")
    });
    (port, heard)
}

#[test]
fn what_is_sent_arrives_with_its_headers_and_the_status_comes_back() {
    let (port, heard) = server("HTTP/1.1 202 Accepted\r\ncontent-length: 2\r\n\r\nok");
    let url = format!("http://127.0.0.1:{port}/hooks/a?b=c");
    let headers = [("webhook-id", "msg_1"), ("content-type", "application/json")];
    let reply = client(&["127.0.0.0/8"]).post(&url, &headers, b"{\"a\":\"end\"}", SOON).expect("an answer");
    assert_eq!(reply.status, 202);
    let heard = heard.join().expect("heard");
    assert!(heard.starts_with("POST /hooks/a?b=c HTTP/1.1\r\n"), "{heard}");
    for part in [&format!("host: 127.0.0.1:{port}\r\n"), "webhook-id: msg_1\r\n", "user-agent: Cordee/"] {
        assert!(heard.contains(part), "{part} in {heard}");
    }
}

#[test]
fn a_redirect_is_an_answer_and_is_not_followed() {
    let (port, heard) =
        server("HTTP/1.1 302 Found\r\nlocation: http://169.254.169.254/\r\ncontent-length: 0\r\n\r\n");
    let url = format!("http://127.0.0.1:{port}/");
    let reply = client(&["127.0.0.0/8"]).post(&url, &[], b"{\"a\":\"end\"}", SOON).expect("an answer");
    assert_eq!(reply.status, 302);
    heard.join().expect("heard once");
}

#[test]
fn an_endless_answer_is_cut_and_a_silent_server_is_left() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let _listening = thread::spawn(move || {
        let (mut endless, _) = listener.accept().expect("a connection");
        let _ = endless.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 1000000000\r\n\r\n");
        while endless.write_all(&[b'a'; 4096]).is_ok() {}
        let (_silent, _) = listener.accept().expect("a connection");
        thread::sleep(Duration::from_secs(60));
    });
    let (client, url) = (client(&["127.0.0.0/8"]), format!("http://127.0.0.1:{port}/"));
    assert_eq!(client.post(&url, &[], b"{}", SOON).expect("an answer").status, 200);
    let began = Instant::now();
    let silent = client.post(&url, &[], b"{}", Duration::from_millis(300));
    assert_eq!(silent, Err(OutboundError::Slow));
    assert!(began.elapsed() < Duration::from_secs(20), "it is left");
}

/// However an address inside is spelt, it is refused, and nobody is listening to find out.
#[test]
fn no_spelling_of_an_inside_address_passes() {
    let client = client(&[]);
    let hosts = [
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "0177.0.0.1",
        "017700000001",
        "127.0.0.1.",
        "①②⑦.⓪.⓪.①",
        "127。0。0。1",
        "0",
        "0.0.0.0",
        "0x0",
        "10.0.0.1",
        "10.1",
        "167772161",
        "0xa000001",
        "012.0.0.1",
        "169.254.169.254",
        "2852039166",
        "0xa9fea9fe",
        "0251.0376.0251.0376",
        "169.254.43518",
        "100.64.0.1",
        "192.168.0.1",
        "172.16.0.1",
        "192.0.0.192",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "[::]",
        "[::1]",
        "[0:0:0:0:0:0:0:1]",
        "[::127.0.0.1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::ffff:169.254.169.254]",
        "[::ffff:a9fe:a9fe]",
        "[64:ff9b::7f00:1]",
        "[64:ff9b::169.254.169.254]",
        "[64:ff9b:1::a9fe:a9fe]",
        "[2002:7f00:1::]",
        "[2002:a9fe:a9fe::1]",
        "[2001:0:53aa:64c::80ff:fffe]",
        "[fe80::1]",
        "[fd00:ec2::254]",
        "[fc00::1]",
        "[ff02::1]",
        "[fec0::1]",
        "[100::1]",
    ];
    let mut tried = 0;
    for host in hosts {
        for url in [
            format!("https://{host}/"),
            format!("https://{host}:8443/latest/meta-data"),
            format!("HTTPS://{host}?a=b"),
            format!("https:\\\\{host}\\x"),
        ] {
            let refused = client.post(&url, &[], b"{}", SOON).expect_err(&url);
            assert!(refused.is_refused(), "{url}: {refused}");
            tried += 1;
        }
    }
    for url in [
        "http://example.com/",
        "ftp://example.com/",
        "file:///etc/passwd",
        "https://a:b@example.com/",
        "gopher://x",
        "",
        "https://",
    ] {
        assert!(client.allows(url).expect_err(url).is_refused(), "{url}");
        tried += 1;
    }
    assert!(tried > 200, "{tried} spellings");
}

#[test]
fn a_name_that_stands_for_an_inside_address_is_refused() {
    let refused = client(&[]).post("https://localhost/", &[], b"{}", SOON).expect_err("localhost is inside");
    assert!(matches!(refused, OutboundError::Inside(_)), "{refused}");
    let unknown = client(&[]).post("https://no-such-name.invalid/", &[], b"{}", SOON).expect_err("unknown");
    assert!(!unknown.is_refused(), "it may be known tomorrow: {unknown}");
}

#[test]
fn a_certificate_that_nobody_vouches_for_is_not_believed() {
    let certificate = include_bytes!("../../http/tests/stories/tls/localhost.pem");
    let key = include_bytes!("../../http/tests/stories/tls/localhost.key");
    let chain =
        rustls_pemfile::certs(&mut &certificate[..]).collect::<Result<Vec<_>, _>>().expect("a certificate");
    let key = rustls_pemfile::private_key(&mut &key[..]).expect("a file").expect("a key");
    let config = ServerConfig::builder().with_no_client_auth().with_single_cert(chain, key).expect("a pair");
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("https://localhost:{}/", listener.local_addr().expect("an address").port());
    let config = Arc::new(config);
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut tls = ServerConnection::new(config.clone()).expect("a connection");
            let mut stream = stream.expect("a connection");
            let mut stream = Stream::new(&mut tls, &mut stream);
            if stream.read(&mut [0; 4096]).is_ok() {
                let _ = stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n");
            }
        }
    });
    let allowed = || ["127.0.0.0/8", "::1"].map(|network| network.parse().expect("a network")).to_vec();
    let strange = client(&["127.0.0.0/8", "::1"]).post(&url, &[], b"{}", SOON);
    assert!(matches!(strange, Err(OutboundError::Lost(_))), "{strange:?}");
    let believed = Options { allowed: allowed(), certificates: certificate.to_vec() };
    let believed = Client::new(&believed).expect("a client").post(&url, &[], b"{}", SOON);
    assert_eq!(believed.map(|reply| reply.status), Ok(204), "one that the operator vouches for is");
}
