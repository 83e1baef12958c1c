//! No cell makes a recogniser panic, whatever stands in it.

use cordee_base::Zone;
use cordee_connectors::sheets::recognise::{
    DateOrder, NumberStyle, is_email, is_phone, is_url, looks, nearest, parse_date, parse_moment,
    parse_money, parse_number, parse_percent, parse_yes_no, similarity,
};
use proptest::prelude::*;

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,20}",
        "[-+(−]{0,2}[0-9., ']{0,12}[eE]?[-+]?[0-9]{0,5}[%)€$]?",
        "[0-9]{1,4}[-/. 年][0-9A-zа-я]{1,4}[-/. 月][0-9]{1,4}[T 日]?[0-9:.]{0,12} ?[AP]?M?[-+Z]?[0-9:]{0,5}",
        "(€|US\\$|руб|EUR)? ?[0-9]{0,4}(€|грн\\.|кč|usd)?",
    ]
}

proptest! {
    #[test]
    fn any_cell_is_taken(name in cell(), cells in proptest::collection::vec(cell(), 0..8)) {
        looks(&name, &cells);
        nearest(&name, &cells);
        for cell in &cells {
            prop_assert!((0.0..=1.0).contains(&similarity(&name, cell)));
            let _ = (is_email(cell), is_phone(cell), is_url(cell), parse_yes_no(cell));
            for style in NumberStyle::ALL {
                let _ = (parse_money(cell, style), parse_percent(cell, style));
                if let Some(number) = parse_number(cell, style) {
                    prop_assert_eq!(parse_number(&number.to_string(), NumberStyle::PLAIN), Some(number));
                }
            }
            for order in [DateOrder::Ymd, DateOrder::Dmy, DateOrder::Mdy, DateOrder::Serial] {
                let (date, moment) = (parse_date(cell, order), parse_moment(cell, order, &Zone::UTC));
                prop_assert_eq!(date.is_some(), moment.is_some());
                if let Some(date) = date {
                    prop_assert_eq!(parse_date(&date.to_string(), DateOrder::Ymd), Some(date));
                }
            }
        }
    }
}
