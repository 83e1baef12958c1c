//! Figures: sliced, narrowed, and opened down to the rows.

use super::{page, words};
use crate::support::on_each;
use serde_json::json;

#[test]
fn a_figure_is_split_and_opens_down_to_its_records() {
    on_each(|world| {
        let program = world.program();
        for (name, amount, kind) in [("A", "1000", "won"), ("B", "500", "won"), ("C", "700", "lost")] {
            let mut body = json!({"name": name, "amount": {"amount": amount, "currency": "EUR"}, "actual_close_date": "2026-02-10"});
            if kind == "lost" {
                body["loss_reason"] = "price".into();
            }
            let place = world.stage(&program, kind);
            body.as_object_mut().expect("an object").extend(place.as_object().expect("an object").clone());
            world.create(&program, "opportunities", body);
        }
        let ada = world.browser(&world.admin);
        let rate = words(&page(world, &ada, "/metrics?metric=win_rate"));
        assert!(rate.contains("66.67%") && rate.contains("Records: 3"), "{rate}");
        let html = page(world, &ada, "/metrics?metric=won_value&by=close_date&period=quarter");
        assert!(words(&html).contains("Q1 2026 €1,500"), "{}", words(&html));
        let link = html.split("class=\"row-link\" href=\"").nth(1).and_then(|rest| rest.split('"').next());
        let rows = page(world, &ada, &link.expect("a link").replace("&amp;", "&"));
        assert!(rows.contains(">A<") && rows.contains(">B<"), "{}", words(&rows));
        // Every number opens down to the records it rests on, no more and no fewer.
        let names = world.get(&program, "/api/v1/metrics").json();
        let mut opened = 0;
        for name in names["data"].as_array().expect("metrics").iter().filter_map(|one| one["name"].as_str()) {
            let html =
                page(world, &ada, &format!("/metrics?metric={name}&by=owner&from=2026-01-01&to=2026-12-31"));
            for row in html.split("class=\"row-link\" href=\"").skip(1) {
                let link = row.split('"').next().expect("a link").replace("&amp;", "&");
                let row = row.split("</tr>").next().expect("a row");
                let n = row
                    .rsplit("class=\"quiet\">")
                    .next()
                    .and_then(|rest| rest.split('<').next())
                    .expect("a count");
                let behind = words(&page(world, &ada, &link));
                let said = if n == "1" { "1 record ".to_owned() } else { format!("{n} records") };
                assert!(behind.contains(&said), "{name}: {n} in {behind}");
                opened += 1;
            }
        }
        assert!(opened >= 6, "{opened}");
        let wrong = world.get(&ada, "/metrics?metric=nonsense");
        assert!(words(&wrong.text()).contains("There is no metric “nonsense”"));
        let split = world.get(&ada, "/metrics?by=nonsense");
        assert!(words(&split.text()).contains("There is no field “nonsense”"));
        let begun = words(&page(world, &ada, "/?who=all"));
        assert!(begun.contains("Won value") && begun.contains("by this day last month"), "{begun}");
    });
}
