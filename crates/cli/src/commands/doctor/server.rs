//! How a server of PostgreSQL is set up.

use cordee_base::Moment;
use cordee_records::Server;

use super::check::Check;

/// The oldest version that its makers still keep.
const OLDEST: u32 = 14;
/// How many seconds the clocks of two machines may differ.
const APART: f64 = 5.0;

/// All of it.
pub fn checks(server: &Server, now: Moment) -> Vec<Check> {
    vec![
        version(server),
        durable(server),
        texts(server),
        connections(server),
        way(server),
        clocks(server, now),
    ]
}

fn version(server: &Server) -> Check {
    let check = match server.number / 10_000 {
        major if major < OLDEST => Check::warning("server-version", "old"),
        _ => Check::sound("server-version"),
    };
    check.with("version", server.version.clone()).with("oldest", OLDEST)
}

fn durable(server: &Server) -> Check {
    match server.careless.is_empty() {
        true => Check::sound("server-durable"),
        false => Check::warning("server-durable", "careless").with("settings", server.careless.join(", ")),
    }
}

fn texts(server: &Server) -> Check {
    let check = match server.encoding.as_str() {
        "UTF8" => Check::sound("server-texts"),
        _ => Check::fault("server-texts", "encoding"),
    };
    check.with("encoding", server.encoding.clone()).with("collation", server.collation.clone())
}

fn connections(server: &Server) -> Check {
    let check = match server.connections * 5 >= server.most_connections * 4 {
        true => Check::warning("server-connections", "many"),
        false => Check::sound("server-connections"),
    };
    check.with("count", server.connections).with("most", server.most_connections)
}

fn way(server: &Server) -> Check {
    match server.encrypted {
        Some(false) => Check::warning("server-way", "plain"),
        Some(true) => Check::sound_so("server-way", "tls"),
        None => Check::sound_so("server-way", "near"),
    }
}

fn clocks(server: &Server, now: Moment) -> Check {
    let apart = (server.clock - now.micros() as f64 / 1e6).abs();
    let check =
        if apart > APART { Check::warning("server-clock", "apart") } else { Check::sound("server-clock") };
    check.with("seconds", apart as u64)
}

#[cfg(test)]
mod tests {
    use super::super::check::State;
    use super::*;

    fn server() -> Server {
        Server {
            version: "17.2".to_owned(),
            number: 170_002,
            connections: 10,
            most_connections: 100,
            encoding: "UTF8".to_owned(),
            clock: 1_000.0,
            ..Server::default()
        }
    }

    #[test]
    fn each_setting_that_harms_is_told() {
        let now = Moment::from_micros(1_000_000_000);
        let ill = |server: &Server| -> Vec<&'static str> {
            let all = checks(server, now).into_iter();
            all.filter(|check| check.state != State::Sound).map(|check| check.name).collect()
        };
        assert!(ill(&server()).is_empty());
        let table = [
            (Server { number: 130_001, ..server() }, "server-version"),
            (Server { careless: vec!["fsync = off".to_owned()], ..server() }, "server-durable"),
            (Server { encoding: "LATIN1".to_owned(), ..server() }, "server-texts"),
            (Server { connections: 80, ..server() }, "server-connections"),
            (Server { encrypted: Some(false), ..server() }, "server-way"),
            (Server { clock: 1_010.0, ..server() }, "server-clock"),
        ];
        for (server, name) in table {
            assert_eq!(ill(&server), [name]);
        }
    }
}
