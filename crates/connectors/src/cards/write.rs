//! A contact as a vCard 3.0, which phones and mail programs of all ages read.

use calcard::vcard::{
    VCard, VCardEntry, VCardParameter, VCardParameterName, VCardParameterValue, VCardProperty, VCardValue,
    VCardVersion,
};

use super::pairs::{ADDRESS, NAME};

/// Writes the contact that these texts, each with its column, make. Of several for one column the first counts.
pub fn write_card(texts: &[(&str, String)], out: &mut Vec<u8>) {
    let text = |column: &str| {
        let found = texts.iter().find(|(known, text)| *known == column && !text.is_empty());
        found.map(|(_, text)| text.clone())
    };
    let mut card = VCard::default();
    let mut put = |name: VCardProperty, kinds: &[&str], values: Vec<String>| {
        if values.iter().any(|value| !value.is_empty()) {
            let kind = |kind: &&str| VCardParameter {
                name: VCardParameterName::Type,
                value: VCardParameterValue::Text((*kind).to_owned()),
            };
            let mut entry = VCardEntry::new(name);
            entry.params = kinds.iter().map(kind).collect();
            entry.values = values.into_iter().map(VCardValue::Text).collect();
            card.entries.push(entry);
        }
    };
    let name = NAME.map(|part| text(&format!("N.{part}")).unwrap_or_default());
    // A contact must have a name, both whole and in parts.
    let spoken = [&name[3], &name[1], &name[2], &name[0]].map(String::as_str);
    let spoken: Vec<&str> = spoken.into_iter().filter(|part| !part.is_empty()).collect();
    let whole = text("FN").unwrap_or_else(|| spoken.join(" "));
    let parts = if spoken.is_empty() { vec![whole.clone(), String::new()] } else { name.to_vec() };
    put(VCardProperty::Fn, &[], vec![whole]);
    put(VCardProperty::N, &[], parts);
    let org = std::iter::once(text("ORG").unwrap_or_default()).chain(text("ORG.unit"));
    put(VCardProperty::Org, &[], org.collect());
    let plain = [
        ("TITLE", VCardProperty::Title),
        ("NICKNAME", VCardProperty::Nickname),
        ("BDAY", VCardProperty::Bday),
        ("URL", VCardProperty::Url),
        ("IMPP", VCardProperty::Impp),
        ("LANG", VCardProperty::Lang),
        ("NOTE", VCardProperty::Note),
        ("UID", VCardProperty::Uid),
    ];
    for (column, property) in plain {
        put(property, &[], text(column).into_iter().collect());
    }
    put(VCardProperty::Email, &["INTERNET"], text("EMAIL").into_iter().collect());
    let telephones: [(&str, &[&str]); 5] = [
        ("TEL.work", &["WORK", "VOICE"]),
        ("TEL.cell", &["CELL"]),
        ("TEL.home", &["HOME"]),
        ("TEL.fax", &["FAX"]),
        ("TEL", &[]),
    ];
    for (column, kinds) in telephones {
        put(VCardProperty::Tel, kinds, text(column).into_iter().collect());
    }
    let address = ADDRESS.map(|part| text(&format!("ADR.{part}")).unwrap_or_default());
    put(VCardProperty::Adr, &["WORK"], address.to_vec());
    let mut written = String::new();
    // Writing to a text can't fail.
    let _ = card.write_to(&mut written, VCardVersion::V3_0);
    out.extend_from_slice(written.as_bytes());
}
