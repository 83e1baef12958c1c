//! The domain by which a company is known: that of its pages, else that of its mail.

/// The domain of a page's address: `https://www.Example.com/about` is at `example.com`.
pub fn of_page(address: &str) -> Option<String> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let host = host.split_once(':').map_or(host, |(host, _)| host);
    sound(host.trim_start_matches("www."))
}

/// The domain of an e-mail address, unless it is one where anybody may have a mailbox.
pub fn of_mail(address: &str) -> Option<String> {
    let domain = sound(address.rsplit_once('@')?.1)?;
    (!PUBLIC.contains(&domain.as_str())).then_some(domain)
}

fn sound(host: &str) -> Option<String> {
    let host = host.trim().trim_end_matches('.').to_lowercase();
    (host.contains('.') && !host.starts_with('.')).then_some(host)
}

/// Where anybody may have a mailbox, so that two addresses there have nothing in common.
const PUBLIC: &[&str] = &[
    "126.com",
    "163.com",
    "aol.com",
    "bk.ru",
    "bluewin.ch",
    "foxmail.com",
    "free.fr",
    "gmail.com",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hotmail.com",
    "hotmail.fr",
    "i.ua",
    "icloud.com",
    "inbox.ru",
    "laposte.net",
    "list.ru",
    "live.com",
    "mac.com",
    "mail.ru",
    "mail.ua",
    "me.com",
    "msn.com",
    "orange.fr",
    "outlook.com",
    "outlook.fr",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "rambler.ru",
    "sfr.fr",
    "sina.com",
    "sohu.com",
    "ukr.net",
    "wanadoo.fr",
    "web.de",
    "yahoo.com",
    "yahoo.fr",
    "ya.ru",
    "yandex.com",
    "yandex.ru",
    "yeah.net",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_and_a_mailbox_tell_the_domain() {
        #[rustfmt::skip]
        let pages = [
            ("https://www.Example.com/about?x=1", Some("example.com")),
            ("example.com",                       Some("example.com")),
            ("http://me@shop.example.com:8080#a", Some("shop.example.com")),
            ("https://localhost/",                None),
            ("",                                  None),
        ];
        for (address, wanted) in pages {
            assert_eq!(of_page(address).as_deref(), wanted, "{address:?}");
        }
        #[rustfmt::skip]
        let mailboxes = [
            ("anna@Acme.Example", Some("acme.example")),
            ("anna@gmail.com",    None),
            ("анна@YANDEX.ru",    None),
            ("anna",              None),
        ];
        for (address, wanted) in mailboxes {
            assert_eq!(of_mail(address).as_deref(), wanted, "{address:?}");
        }
    }
}
