//! The admin's pages tell every command, every option of the environment and every exit code.

mod cordee;

use cordee::Cordee;

const COMMANDS: &str = include_str!("../../../docs/admin/cli.md");
const CONFIGURATION: &str = include_str!("../../../docs/admin/configuration.md");

/// The names of the commands in a help text.
fn commands(help: &str) -> Vec<String> {
    let lines =
        help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names = lines.filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

#[test]
fn every_command_has_a_section() {
    let cordee = Cordee::empty();
    let all = commands(&cordee.run(&["--help"]).1);
    assert!(all.len() > 15, "{all:?}");
    for command in &all {
        assert!(
            COMMANDS.contains(&format!("## cordee {command}\n")),
            "docs/admin/cli.md lacks cordee {command}"
        );
        let section = COMMANDS.split(&format!("## cordee {command}\n")).nth(1).unwrap_or_default();
        let section = section.split("\n## ").next().unwrap_or_default();
        for verb in commands(&cordee.run(&[command, "--help"]).1) {
            assert!(section.contains(&verb), "docs/admin/cli.md lacks cordee {command} {verb}");
        }
    }
}

#[test]
fn every_variable_and_every_setting_is_told() {
    let cordee = Cordee::empty();
    let said = cordee.command(&["config", "check"]).env("CORDEE_NOTHING", "x").output().expect("it runs");
    let said = String::from_utf8(said.stderr).expect("text");
    let names: Vec<&str> = said.split([' ', ',', '.']).filter(|word| word.starts_with("CORDEE_")).collect();
    assert!(names.len() > 10, "{said}");
    for name in names {
        assert!(CONFIGURATION.contains(&format!("`{name}`")), "docs/admin/configuration.md lacks {name}");
    }
    let shown = cordee.json(&["config", "check"]);
    for name in shown.as_object().expect("settings").keys() {
        let option = format!("`--{}`", name.replace('_', "-").replace("proxies", "proxy"));
        assert!(CONFIGURATION.contains(&option), "docs/admin/configuration.md lacks {option}");
    }
}
