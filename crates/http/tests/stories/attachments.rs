//! Files about records: who may read the record reads them, who may edit it adds and removes them; hostile names,
//! wrong endings, limits, parts, the trash and a merge.

use axum::body::Body;
use axum::http::{HeaderValue, Method, StatusCode};
use serde_json::{Value as Json, json};

use crate::pages::follow;
use crate::support::{Answer, Client, World, on_each};

const PDF: &[u8] = b"%PDF-1.7\nthe contract\n";

/// Sends files as a browser does, each with its name as it stands there.
fn send(world: &World, client: &Client, path: &str, files: &[(&str, &[u8])]) -> Answer {
    let mut body = Vec::new();
    for (name, bytes) in files {
        let head = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{}\"\r\n\
             Content-Type: text/html\r\n\r\n",
            name.replace('"', "%22")
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--edge--\r\n");
    let mut request = client.request(Method::POST, path, None);
    let kind = HeaderValue::from_static("multipart/form-data; boundary=edge");
    request.headers_mut().insert("content-type", kind);
    *request.body_mut() = Body::from(body);
    world.send(request)
}

/// Sends one file as the body itself.
fn raw(world: &World, client: &Client, path: &str, disposition: &str, bytes: &[u8]) -> Answer {
    let mut request = client.request(Method::POST, path, None);
    let told = HeaderValue::from_bytes(disposition.as_bytes()).expect("a value");
    request.headers_mut().insert("content-disposition", told);
    *request.body_mut() = Body::from(bytes.to_vec());
    world.send(request)
}

fn added(answer: &Answer) -> Json {
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    answer.json()["data"][0].clone()
}

fn names(answer: &Answer) -> Vec<String> {
    let list = answer.json();
    let data = list["data"].as_array().expect("a list").clone();
    data.iter().map(|one| one["name"].as_str().expect("a name").to_owned()).collect()
}

fn count_files(folder: &std::path::Path) -> usize {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let count = |entry: std::fs::DirEntry| match entry.path().is_dir() {
        true => count_files(&entry.path()),
        false => 1,
    };
    entries.map(count).sum()
}

#[test]
fn a_file_is_added_listed_read_whole_and_in_part_removed_and_put_back() {
    on_each(|world| {
        let ada = world.program();
        let id = world.create(&ada, "accounts", json!({"name": "Acme"}));
        let list = format!("/api/v1/accounts/{id}/attachments");
        let file = added(&send(world, &ada, &list, &[("Договор №1.pdf", PDF)]));
        assert_eq!((&file["kind"], &file["bytes"]), (&json!("application/pdf"), &json!(PDF.len())));
        assert_eq!((&file["object"], &file["record"]), (&json!("account"), &json!(id)));
        assert_eq!(file["created_by"]["name"], "Ada");
        let content = file["content"].as_str().expect("an address").to_owned();

        let whole = world.get(&ada, &content);
        assert_eq!((whole.status, &*whole.bytes), (StatusCode::OK, PDF));
        assert_eq!(whole.header("content-type"), "application/pdf");
        assert_eq!(whole.header("x-content-type-options"), "nosniff");
        assert!(whole.header("content-security-policy").contains("sandbox"));
        assert_eq!(
            whole.header("content-disposition"),
            "attachment; filename=\"_______ _1.pdf\"; filename*=UTF-8''%D0%94%D0%BE%D0%B3%D0%BE%D0%B2%D0%BE%D1%80%20%E2%84%961.pdf"
        );
        let tag = whole.header("etag").to_owned();
        assert_eq!(tag, format!("\"{}\"", file["sha256"].as_str().expect("a digest")));
        let known = world.get(&ada.clone().with("if-none-match", &tag), &content);
        assert_eq!((known.status, known.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
        let part = world.get(&ada.clone().with("range", "bytes=1-3"), &content);
        assert_eq!((part.status, &*part.bytes), (StatusCode::PARTIAL_CONTENT, &b"PDF"[..]));
        assert_eq!(part.header("content-range"), format!("bytes 1-3/{}", PDF.len()));
        let beyond = world.get(&ada.clone().with("range", "bytes=99-"), &content);
        assert_eq!(beyond.status, StatusCode::RANGE_NOT_SATISFIABLE);
        let shown = world.get(&ada, &format!("{content}?inline=true"));
        assert!(shown.header("content-disposition").starts_with("inline"));

        let entry = &world.get(&ada, &format!("/api/v1/accounts/{id}/history")).json()["data"][0];
        assert_eq!(
            (&entry["verb"], &entry["changes"]["attachments"]["to"]),
            (&json!("attach"), &file["name"])
        );
        let here = format!("/api/v1/attachments/{}", file["id"].as_str().expect("an id"));
        assert_eq!(world.get(&ada, &here).json(), file);
        let gone = world.send(ada.request(Method::DELETE, &here, None));
        assert_eq!(gone.status, StatusCode::NO_CONTENT);
        for path in [here.as_str(), &content] {
            world.get(&ada, path).refuses(404, &[]);
        }
        assert!(names(&world.get(&ada, &list)).is_empty());
        assert_eq!(names(&world.get(&ada, &format!("{list}?trash=true"))), ["Договор №1.pdf"]);
        let back = world.post(&ada, &format!("{here}/restore"), json!(null));
        assert_eq!((back.status, back.json()), (StatusCode::OK, file));
        assert_eq!(&*world.get(&ada, &content).bytes, PDF);
    });
}

#[test]
fn the_same_content_is_kept_once_and_a_request_sent_again_adds_nothing() {
    on_each(|world| {
        let ada = world.program();
        let id = world.create(&ada, "accounts", json!({"name": "Acme"}));
        let list = format!("/api/v1/accounts/{id}/attachments");
        added(&send(world, &ada, &list, &[("a.pdf", PDF), ("b.pdf", PDF)]));
        assert_eq!(count_files(world.files.path()), 1, "nothing is left on its way either");
        let keyed = ada.clone().with("idempotency-key", "one");
        let disposition = "attachment; filename*=UTF-8''%E6%8A%A5%E4%BB%B7.txt";
        let first = raw(world, &keyed, &list, disposition, b"text");
        assert_eq!(added(&first)["name"], "报价.txt");
        let again = raw(world, &keyed, &list, disposition, b"text");
        assert_eq!(again.header("idempotent-replayed"), "true");
        raw(world, &keyed, &list, disposition, b"other").refuses(422, &[("Idempotency-Key", "key-reused")]);
        assert_eq!(names(&world.get(&ada, &list)).len(), 3);
    });
}

#[test]
fn names_lead_nowhere_and_endings_say_what_a_file_is() {
    on_each(|world| {
        let ada = world.program();
        let id = world.create(&ada, "accounts", json!({"name": "Acme"}));
        let list = format!("/api/v1/accounts/{id}/attachments");
        let long = format!("{}.txt", "n".repeat(300));
        let kept = format!("{}.txt", "n".repeat(251));
        for (told, name) in [
            ("../../etc/passwd", "passwd"),
            ("..\\..\\evil.txt", "evil.txt"),
            ("a\u{202e}txt.b.txt", "atxt.b.txt"),
            ("<script>alert(1)</script>.txt", "script>.txt"),
            (&long, &kept),
        ] {
            assert_eq!(added(&send(world, &ada, &list, &[(told, b"plain text")]))["name"], name, "{told}");
        }
        let before = world.journal(&world.admin);
        let png: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
        for (name, bytes, code) in [
            ("photo.png", PDF, "file-mismatch"),
            ("offer.pdf", png, "file-mismatch"),
            ("photo.png", &b"<svg onload=alert(1)>"[..], "file-unlike"),
            ("empty.txt", &b""[..], "file-nothing"),
        ] {
            send(world, &ada, &list, &[("good.txt", b"good"), (name, bytes)]).refuses(422, &[("file", code)]);
        }
        raw(world, &ada, &list, "attachment", b"text").refuses(422, &[("Content-Disposition", "file-name")]);
        send(world, &ada, &list, &[]).refuses(422, &[("file", "required")]);
        assert_eq!(world.journal(&world.admin), before, "all or nothing");
        assert_eq!(count_files(&world.files.path().join("incoming")), 0);
        // What a browser might run is handed over, never shown.
        let page = added(&send(world, &ada, &list, &[("page.html", b"<script>alert(1)</script>")]));
        let content = format!("{}?inline=true", page["content"].as_str().expect("an address"));
        let given = world.get(&ada, &content);
        assert!(given.header("content-disposition").starts_with("attachment"));
        assert!(given.header("content-security-policy").contains("sandbox"));
    });
}

#[test]
fn limits_are_told_and_what_is_over_leaves_nothing() {
    on_each(|world| {
        let ada = world.program();
        let id = world.create(&ada, "accounts", json!({"name": "Acme"}));
        let list = format!("/api/v1/accounts/{id}/attachments");
        let bytes = |count: usize, with: u8| vec![with; count];
        let over = send(world, &ada, &list, &[("a.dat", &bytes(5_000_001, 0))]);
        assert!(over.refuses(413, &[("file", "file-large")]).to_string().contains("5 MB"));
        for with in [1, 2] {
            added(&send(world, &ada, &list, &[("a.dat", &bytes(5_000_000, with))]));
        }
        let third = send(world, &ada, &list, &[("a.dat", &bytes(5_000_000, 3))]);
        assert!(third.refuses(413, &[("file", "files-person")]).to_string().contains("12 MB"));
        let ben = world.token(&world.person("Ben", "administrator"), "read_write");
        added(&send(world, &ben, &list, &[("b.dat", &bytes(5_000_000, 4))]));
        let whole = send(world, &ben, &list, &[("b.dat", &bytes(5_000_000, 5)), ("c.dat", &bytes(10, 5))]);
        whole.refuses(413, &[("file", "files-workspace")]);
        assert_eq!(names(&world.get(&ada, &list)).len(), 3);
        assert_eq!(count_files(world.files.path()), 3);
    });
}

#[test]
fn who_does_not_see_the_record_does_not_see_its_files_and_who_may_not_edit_it_adds_none() {
    on_each(|world| {
        let ada = world.program();
        let id = world.create(&ada, "accounts", json!({"name": "The canary"}));
        let list = format!("/api/v1/accounts/{id}/attachments");
        let file = added(&send(world, &ada, &list, &[("secret.pdf", PDF)]));
        let here = format!("/api/v1/attachments/{}", file["id"].as_str().expect("an id"));
        let own =
            r#"{"objects": {"account": {"create": "own", "read": "own", "edit": "own", "delete": "own"}}}"#;
        let sam = world.token(&world.person_who_may("Sam", own), "read_write");
        let elsewhere = world.token(&world.another_company(), "read_write");
        let reads = r#"{"objects": {"account": {"read": "all"}}}"#;
        let eye = world.person_who_may("Eye", reads);
        let reader = world.token(&eye, "read_write");
        let before = world.journal(&world.admin);
        for stranger in [&sam, &elsewhere] {
            for path in [&list, &here, &format!("{here}/content")] {
                world.get(stranger, path).refuses(404, &[]);
            }
            world.send(stranger.request(Method::DELETE, &here, None)).refuses(404, &[]);
            world.post(stranger, &format!("{here}/restore"), json!(null)).refuses(404, &[]);
            send(world, stranger, &list, &[("mine.pdf", PDF)]).refuses(404, &[]);
        }
        assert_eq!(&*world.get(&reader, &format!("{here}/content")).bytes, PDF);
        world.send(reader.request(Method::DELETE, &here, None)).refuses(403, &[]);
        send(world, &reader, &list, &[("mine.pdf", PDF)]).refuses(403, &[]);
        assert_eq!(world.journal(&world.admin), before);
        let page = world.get(&world.browser(&eye), &format!("/accounts/{id}")).text();
        assert!(page.contains("secret.pdf") && !page.contains("file-drop") && !page.contains("/remove"));
        let browser = world.browser(&world.person_who_may("Sue", own));
        assert_eq!(world.get(&browser, &here.replace("/api/v1", "")).status, StatusCode::NOT_FOUND);
        assert_eq!(
            world.get(&Client::default(), &here.replace("/api/v1", "")).status,
            StatusCode::SEE_OTHER,
            "a stranger is asked to sign in"
        );
    });
}

#[test]
fn files_go_with_their_record_through_trash_merge_its_undo_and_purge() {
    on_each(|world| {
        let ada = world.program();
        let keep = world.create(&ada, "accounts", json!({"name": "Acme"}));
        let lose = world.create(&ada, "accounts", json!({"name": "Acme Ltd"}));
        let list = |id: &str| format!("/api/v1/accounts/{id}/attachments");
        let file = added(&send(world, &ada, &list(&lose), &[("contract.pdf", PDF)]));
        let content = file["content"].as_str().expect("an address").to_owned();
        world.delete(&ada, &format!("/api/v1/accounts/{lose}"), "*");
        world.get(&ada, &content).refuses(404, &[]);
        world.post(&ada, &format!("/api/v1/accounts/{lose}/restore"), json!(null));
        assert_eq!(&*world.get(&ada, &content).bytes, PDF);

        let merged = world.post(&ada, &format!("/api/v1/accounts/{keep}/merge"), json!({"with": lose}));
        assert_eq!(merged.status, StatusCode::OK, "{}", merged.text());
        assert_eq!(names(&world.get(&ada, &list(&keep))), ["contract.pdf"]);
        let undone = world.post(&ada, &format!("/api/v1/accounts/{keep}/unmerge"), json!({"lost": lose}));
        assert_eq!(undone.status, StatusCode::OK, "{}", undone.text());
        assert!(names(&world.get(&ada, &list(&keep))).is_empty());
        assert_eq!(names(&world.get(&ada, &list(&lose))), ["contract.pdf"]);

        world.delete(&ada, &format!("/api/v1/accounts/{lose}"), "*");
        let purged = world.post(&ada, &format!("/api/v1/accounts/{lose}/purge"), json!(null));
        assert_eq!(purged.status, StatusCode::NO_CONTENT);
        world.get(&ada, &content).refuses(404, &[]);
    });
}

#[test]
fn on_the_page_one_adds_removes_and_undoes_without_a_script() {
    on_each(|world| {
        let id = world.create(&world.program(), "accounts", json!({"name": "Acme"}));
        let browser = world.browser(&world.admin);
        let path = format!("/accounts/{id}");
        let empty = world.get(&browser, &path).text();
        assert!(empty.contains("multipart/form-data") && empty.contains("up to 5 MB each"));
        let sent = send(world, &browser, &format!("{path}/files"), &[("Расчёт.csv", "имя;1\n".as_bytes())]);
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        let page = follow(world, &browser, &sent);
        assert!(page.contains("Расчёт.csv") && page.contains("9 bytes") && page.contains("Files added"));
        assert!(page.contains("added a file"), "the history tells it");
        let at = page.find("/attachments/").expect("a link");
        let link = &page[at..at + "/attachments/".len() + 13];
        let given = world.get(&browser, link);
        assert!(given.header("content-disposition").starts_with("attachment"));
        let removed = send(world, &browser, &format!("{link}/remove"), &[]);
        let page = follow(world, &browser, &removed);
        assert!(page.contains("Расчёт.csv was removed") && page.contains(&format!("{link}/restore")));
        assert!(world.get(&browser, &format!("{path}?files=removed")).text().contains("Расчёт.csv"));
        let back = send(world, &browser, &format!("{link}/restore"), &[]);
        assert!(follow(world, &browser, &back).contains("Расчёт.csv"));
        let wrong = send(world, &browser, &format!("{path}/files"), &[("a.png", PDF)]);
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("ends in .png, but it is PDF"), "{}", wrong.text());
    });
}

/// A PNG of one colour, 600 by 300 pixels, written by hand: rows of zeroes in one stored block of deflate each.
fn picture() -> Vec<u8> {
    let rows = vec![0_u8; (600 * 3 + 1) * 300];
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut packed, &rows).expect("packed");
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let head = [&600_u32.to_be_bytes()[..], &300_u32.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    for (kind, bytes) in [(b"IHDR", head), (b"IDAT", packed.finish().expect("packed")), (b"IEND", Vec::new())]
    {
        png.extend_from_slice(&u32::try_from(bytes.len()).expect("short").to_be_bytes());
        let mut crc = flate2::Crc::new();
        for part in [&kind[..], &bytes] {
            crc.update(part);
            png.extend_from_slice(part);
        }
        png.extend_from_slice(&crc.sum().to_be_bytes());
    }
    png
}

#[test]
fn a_picture_has_a_small_one_under_the_same_rights() {
    on_each(|world| {
        let ada = world.program();
        let id = world.create(&ada, "accounts", json!({"name": "Acme"}));
        let list = format!("/api/v1/accounts/{id}/attachments");
        let file = added(&send(world, &ada, &list, &[("photo.png", &picture())]));
        assert_eq!((&file["width"], &file["height"]), (&json!(600), &json!(300)));
        let path = file["thumbnail"].as_str().expect("an address").to_owned();
        for _ in 0..2 {
            let small = world.get(&ada, &path);
            assert_eq!((small.status, small.header("content-type")), (StatusCode::OK, "image/jpeg"));
            assert!(small.bytes.starts_with(b"\xff\xd8\xff") && small.bytes.len() < 3_000);
            let known = ada.clone().with("if-none-match", small.header("etag"));
            assert_eq!(world.get(&known, &path).status, StatusCode::NOT_MODIFIED);
        }
        assert_eq!(count_files(world.files.path()), 2, "made once");
        let own = world.person_who_may("Sam", r#"{"objects": {"account": {"read": "own"}}}"#);
        world.get(&world.token(&own, "read"), &path).refuses(404, &[]);
        let page = world.get(&world.browser(&world.admin), &format!("/accounts/{id}")).text();
        assert!(page.contains(&path.replace("/api/v1", "")));
        let broken = added(&send(world, &ada, &list, &[("broken.png", &picture()[..60])]));
        let path = broken["thumbnail"].as_str().expect("its head is sound").to_owned();
        world.get(&ada, &path).refuses(404, &[]);
        let text = added(&send(world, &ada, &list, &[("a.txt", b"text")]));
        assert_eq!(text["thumbnail"], json!(null));
    });
}

/// Sends a form of a page with a file in one of its fields.
fn form(
    world: &World,
    client: &Client,
    path: &str,
    texts: &[(&str, &str)],
    file: (&str, &str, &[u8]),
) -> Answer {
    let mut body = Vec::new();
    for (name, text) in texts {
        body.extend_from_slice(
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n").as_bytes(),
        );
    }
    let (field, name, bytes) = file;
    let head =
        format!("--edge\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\r\n");
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--edge--\r\n");
    let mut request = client.request(Method::POST, path, None);
    let kind = HeaderValue::from_static("multipart/form-data; boundary=edge");
    request.headers_mut().insert("content-type", kind);
    *request.body_mut() = Body::from(body);
    world.send(request)
}

#[test]
fn a_file_is_the_value_of_a_field() {
    on_each(|world| {
        let ada = world.program();
        let declared = json!({"object": "account", "label": "Contract", "kind": "file"});
        let declared = world.post(&ada, "/api/v1/custom_fields", declared);
        assert_eq!(declared.status, StatusCode::CREATED, "{}", declared.text());
        let field = declared.json()["name"].as_str().expect("a name").to_owned();
        let upload = |name: &str, bytes: &[u8]| {
            let sent = added(&send(world, &ada, "/api/v1/attachments", &[(name, bytes)]));
            (
                sent["id"].as_str().expect("an id").to_owned(),
                sent["content"].as_str().expect("one").to_owned(),
            )
        };
        let (first, content) = upload("Договор.pdf", PDF);
        let id = world.create(&ada, "accounts", json!({"name": "Acme", field.as_str(): first}));
        let record = format!("/api/v1/accounts/{id}");
        let held = |name: &str, id: &str| json!({"id": id, "name": name});
        assert_eq!(world.get(&ada, &record).json()[&field], held("Договор.pdf", &first));
        let list = world.get(&ada, &format!("{record}/attachments")).json();
        assert_eq!((&list["data"][0]["field"], &list["data"][0]["record"]), (&json!(field), &json!(id)));
        let here = format!("/api/v1/attachments/{first}");
        world.send(ada.request(Method::DELETE, &here, None)).refuses(422, &[(&field, "file-in-field")]);

        // Another takes its place; the history tells both by name, also when the first is put back.
        let (second, _) = upload("Договор 2.pdf", b"%PDF-1.7 two");
        let changed = world.patch(&ada, &record, "*", json!({field.as_str(): {"id": second}}));
        assert_eq!(changed.json()[&field], held("Договор 2.pdf", &second), "{}", changed.text());
        world.get(&ada, &content).refuses(404, &[]);
        let entry = &world.get(&ada, &format!("{record}/history")).json()["data"][0]["changes"][&field];
        assert_eq!(
            (&entry["from"], &entry["to"]),
            (&held("Договор.pdf", &first), &held("Договор 2.pdf", &second))
        );
        let back = world.patch(&ada, &record, "*", json!({field.as_str(): first}));
        assert_eq!(back.json()[&field]["name"], "Договор.pdf", "{}", back.text());
        assert_eq!(&*world.get(&ada, &content).bytes, PDF);

        // What is somebody else's, another record's or nothing at all is no file to give.
        let other = world.create(&ada, "accounts", json!({"name": "Globex"}));
        let ben = world.token(&world.person("Ben", "administrator"), "read_write");
        let foreign = added(&send(world, &ben, "/api/v1/attachments", &[("b.pdf", PDF)]));
        for wrong in [&first, foreign["id"].as_str().expect("an id"), "01JC8V7N4QK2M"] {
            let refused =
                world.patch(&ada, &format!("/api/v1/accounts/{other}"), "*", json!({field.as_str(): wrong}));
            refused.refuses(422, &[(&field, "file-unknown")]);
        }
        assert_eq!(world.get(&ben, &content).status, StatusCode::OK);
        world
            .get(&ada, &format!("/api/v1/attachments/{}", foreign["id"].as_str().expect("one")))
            .refuses(404, &[]);
        let named = world.patch(&ada, &record, "*", json!({field.as_str(): "offer.pdf"}));
        named.refuses(422, &[(&field, "file-value")]);

        let filtered =
            world.get(&ada, &format!("/api/v1/accounts?count=exact&filter={field}%20is%20not%20empty"));
        assert_eq!(filtered.json()["count"], 1, "{}", filtered.text());
        let browser = world.browser(&world.admin);
        let csv = world.get(&browser, "/accounts/export?format=csv").text();
        assert!(csv.contains("Договор.pdf"), "{csv}");
        let page = world.get(&browser, &format!("/accounts/{id}")).text();
        assert!(page.contains(&format!("/attachments/{first}")) && page.contains("Contract"));
        assert!(!page.contains(&format!("/attachments/{first}/remove")), "it is changed in its field");

        // Without a script the form sends the file itself.
        let edit = world.get(&browser, &format!("/accounts/{id}/edit")).text();
        assert!(edit.contains("multipart/form-data") && edit.contains(&first));
        let version = world.get(&ada, &record).json()["version"].to_string();
        let texts = [("version", version.as_str()), ("name", "Acme"), (field.as_str(), first.as_str())];
        let sent =
            form(world, &browser, &format!("/accounts/{id}"), &texts, (&field, "three.pdf", b"%PDF-1.7 3"));
        assert!(follow(world, &browser, &sent).contains("three.pdf"));
        assert_eq!(world.get(&ada, &record).json()[&field]["name"], "three.pdf");
        let version = world.get(&ada, &record).json()["version"].to_string();
        let third = world.get(&ada, &record).json()[&field]["id"].as_str().expect("an id").to_owned();
        let remove = format!("{field}.remove");
        let texts = [("version", version.as_str()), (field.as_str(), &third), (remove.as_str(), "true")];
        let sent = form(world, &browser, &format!("/accounts/{id}"), &texts, (&field, "", b""));
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text().len());
        assert_eq!(world.get(&ada, &record).json()[&field], json!(null));
    });
}
