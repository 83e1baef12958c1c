//! Over real sockets: plain and by TLS, and coming to an end without cutting anybody off.

use std::sync::Arc;
use std::time::Duration;

use cordee_http::{App, Options, Stopped, Tls, serve};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use crate::support::World;

/// A server on a free port, the way to stop it, and how it ended.
struct Running {
    port: u16,
    stop: oneshot::Sender<()>,
    ended: tokio::task::JoinHandle<std::io::Result<Stopped>>,
}

async fn start(world: &World, options: Options) -> Running {
    let app = App::new(world.records.clone(), cordee_features::registry().into(), options).expect("sound");
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let (stop, stopped) = oneshot::channel::<()>();
    let ended = tokio::spawn(serve(app, listener, async {
        let _ = stopped.await;
    }));
    Running { port, stop, ended }
}

/// Asks on an open connection, and reads what comes until the other side is done or silent.
async fn ask(stream: &mut (impl AsyncRead + AsyncWrite + Unpin), request: &str) -> String {
    stream.write_all(request.as_bytes()).await.expect("sent");
    let mut read = Vec::new();
    let mut some = [0; 4096];
    while !read.ends_with(b"ok\n") {
        match tokio::time::timeout(Duration::from_secs(20), stream.read(&mut some)).await.expect("an answer")
        {
            Ok(0) | Err(_) => break,
            Ok(length) => read.extend_from_slice(&some[..length]),
        }
    }
    String::from_utf8(read).expect("text")
}

/// A connection whose request is being worked on: the server waits for its body, and has said so.
async fn at_work(port: u16, token: &str) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.expect("a connection");
    let head = format!(
        "POST /api/v1/accounts HTTP/1.1\r\nhost: localhost\r\nauthorization: {token}\r\n\
         content-type: application/json\r\ncontent-length: 2\r\nexpect: 100-continue\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.expect("sent");
    let mut told = [0; 25];
    stream.read_exact(&mut told).await.expect("an answer");
    assert_eq!(&told, b"HTTP/1.1 100 Continue\r\n\r\n");
    stream
}

const HEALTH: &str = "GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n";

#[test]
fn who_is_at_work_is_let_finish_and_nobody_new_is_let_in() {
    let world = World::small(Options::default());
    let token = world.program().headers[0].1.clone();
    world.wait(async {
        let Running { port, stop, ended } = start(&world, Options::default()).await;
        let connect = || TcpStream::connect(("127.0.0.1", port));
        let mut idle = connect().await.expect("a connection");
        assert!(ask(&mut idle, HEALTH).await.starts_with("HTTP/1.1 200 OK"));
        let mut slow = at_work(port, &token).await;
        stop.send(()).expect("running");
        tokio::time::sleep(Duration::from_millis(200)).await;
        assert!(!ended.is_finished());
        let answer = ask(&mut slow, "{}").await;
        assert!(
            answer.starts_with("HTTP/1.1 422") && answer.contains("application/problem+json"),
            "{answer}"
        );
        let ended =
            tokio::time::timeout(Duration::from_secs(10), ended).await.expect("in time").expect("no panic");
        assert_eq!(ended.expect("served"), Stopped::Done);
        assert!(connect().await.is_err());
    });
}

#[test]
fn open_pages_that_listen_hold_nobody_up() {
    let world = World::small(Options::default());
    let cookie = world.browser(&world.admin).headers[0].1.clone();
    world.wait(async {
        let Running { port, stop, ended } = start(&world, Options::default()).await;
        let mut page = TcpStream::connect(("127.0.0.1", port)).await.expect("a connection");
        let head = format!("GET /events HTTP/1.1\r\nhost: localhost\r\ncookie: {cookie}\r\n\r\n");
        page.write_all(head.as_bytes()).await.expect("sent");
        let mut some = [0; 15];
        page.read_exact(&mut some).await.expect("an answer");
        assert_eq!(&some, b"HTTP/1.1 200 OK");
        stop.send(()).expect("running");
        let ended = tokio::time::timeout(Duration::from_secs(10), ended).await.expect("in time");
        assert_eq!(ended.expect("no panic").expect("served"), Stopped::Done);
    });
}

#[test]
fn who_never_finishes_is_cut_off() {
    let world = World::small(Options::default());
    let token = world.program().headers[0].1.clone();
    world.wait(async {
        let options = Options { stop_within: Duration::from_millis(300), ..Options::default() };
        let Running { port, stop, ended } = start(&world, options).await;
        let _slow = at_work(port, &token).await;
        stop.send(()).expect("running");
        let ended =
            tokio::time::timeout(Duration::from_secs(10), ended).await.expect("in time").expect("no panic");
        assert_eq!(ended.expect("served"), Stopped::CutOff);
    });
}

#[test]
fn it_speaks_tls_with_its_own_certificate() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/stories/tls");
    let (certificate, key) = (format!("{folder}/localhost.pem"), format!("{folder}/localhost.key"));
    let world = World::small(Options::default());
    world.wait(async {
        let tls = Tls { certificate: certificate.clone().into(), key: key.into() };
        let Running { port, stop, ended } =
            start(&world, Options { tls: Some(tls), ..Options::default() }).await;
        let mut trusted = RootCertStore::empty();
        let pem = std::fs::read(&certificate).expect("a certificate");
        for one in rustls_pemfile::certs(&mut &pem[..]) {
            trusted.add(one.expect("sound")).expect("sound");
        }
        let config = ClientConfig::builder().with_root_certificates(trusted).with_no_client_auth();
        let stream = TcpStream::connect(("127.0.0.1", port)).await.expect("a connection");
        let name = "localhost".try_into().expect("a name");
        let mut stream =
            TlsConnector::from(Arc::new(config)).connect(name, stream).await.expect("a greeting");
        let answer = ask(&mut stream, HEALTH).await;
        assert!(answer.contains("strict-transport-security"), "{answer}");
        // Who doesn't speak TLS gets nowhere, and harms nobody.
        let mut plain = TcpStream::connect(("127.0.0.1", port)).await.expect("a connection");
        assert!(!ask(&mut plain, HEALTH).await.contains("200 OK"));
        stop.send(()).expect("running");
        drop((stream, plain));
        assert_eq!(ended.await.expect("no panic").expect("served"), Stopped::Done);
    });
}

#[test]
fn a_certificate_that_is_none_is_said_to_be_so() {
    let world = World::small(Options::default());
    world.wait(async {
        let nowhere = Tls { certificate: "/no/such/file.pem".into(), key: "/no/such/key.pem".into() };
        let running = start(&world, Options { tls: Some(nowhere), ..Options::default() }).await;
        let error = running.ended.await.expect("no panic").expect_err("refused");
        assert!(error.to_string().contains("/no/such/file.pem"), "{error}");
    });
}
