#!/usr/bin/env python3
"""Reckons the analysis of stages anew from the versions in a data file, and holds Cordee's own report against it.

    docs/verify/stages.py DATA [--csv sales_pipeline.csv] [--cordee PATH] [--all]

DATA is the folder of a workspace on SQLite. Only Python's own library is used, and nothing of Cordee but the table
`opportunity_version` (one row for each time in which a deal was as it was), the tables of deals, stages and activities,
and what `cordee report stage_analytics --json` answers. With --csv the figures of all deals are also reckoned from the
file that they were brought in from. Prints a line for each figure that differs, and how many agree; --all prints every
figure. Ends with an error if one differs.
"""

import argparse
import csv
import datetime
import json
import math
import sqlite3
import statistics
import subprocess
import sys
import zoneinfo
from collections import Counter, defaultdict
from pathlib import Path

DAY = 86_400_000_000  # microseconds
FOREVER = 253_402_128_000_000_000
Z = 1.959963984540054  # 95 % of the normal distribution
ENOUGH = 30  # fewer cases are too few to mark a stage
MISSED = ("no_answer", "voicemail", "wrong_number", "no_show")
CONTACT = ("call", "email", "meeting", "demo", "visit")


# Shares and their intervals.


def wilson(yes, cases):
    """The share, the ends of its interval and the cases; none of none."""
    if cases == 0:
        return None
    share, spread = yes / cases, Z * Z / cases
    half = Z * math.sqrt(share * (1 - share) / cases + spread / (4 * cases))
    low, high = (share + spread / 2 - half) / (1 + spread), (share + spread / 2 + half) / (1 + spread)
    return share, max(low, 0.0) if yes else 0.0, min(high, 1.0) if yes < cases else 1.0, cases


def newcombe(one, other):
    """The difference of two shares of different deals."""
    if one is None or other is None:
        return None
    value = one[0] - other[0]
    below = math.hypot(one[0] - one[1], other[2] - other[0])
    above = math.hypot(one[2] - one[0], other[0] - other[1])
    return value, max(value - below, -1.0), min(value + above, 1.0)


def part_and_whole(won, passed, reached):
    """The difference of won ÷ passed and won ÷ reached: a product, won ÷ passed × stopped ÷ reached."""
    share, stopped = wilson(won, passed), wilson(reached - passed, reached)
    if share is None or stopped is None:
        return None
    value = share[0] * stopped[0]

    def distance(a, b):
        return math.sqrt((a * stopped[0]) ** 2 + (b * share[0]) ** 2 + (a * b) ** 2)

    below = distance(share[0] - share[1], stopped[0] - stopped[1])
    above = distance(share[2] - share[0], stopped[2] - stopped[0])
    return value, max(value - below, 0.0), min(value + above, 1.0)


def lasting(stays, share):
    """After how many days `share` of the stays have ended, by Kaplan and Meier; stays are (days, ended)."""
    survival, left = 1.0, len(stays)
    for day in sorted({days for days, _ in stays}):
        here = [ended for days, ended in stays if days == day]
        if any(here):
            survival *= 1 - sum(here) / left
            if survival <= 1 - share + 1e-9:
                return day
        left -= len(here)
    return None


def in_the_end(decisions):
    """The share that passes, by Aalen and Johansen; decisions are (days, 'passed' | 'lost' | 'waits')."""
    waiting, left, sums = 1.0, len(decisions), Counter()
    by_day = defaultdict(Counter)
    for days, what in decisions:
        by_day[days][what] += 1
    for day in sorted(by_day):
        here = by_day[day]
        for what in ("passed", "lost"):
            sums[what] += waiting * here[what] / left
        waiting *= 1 - (here["passed"] + here["lost"]) / left
        left -= sum(here.values())
    known = sums["passed"] + sums["lost"]
    return sums["passed"] / known if known else None


# The deals of a pipeline.


class Deal:
    """The way of a deal: stays in open stages as [place, came, went], how it ended and when, what it is worth."""

    def __init__(self, row, versions, places):
        self.id, self.row = row["id"], row
        self.stays, self.end, self.closed = [], "open", None
        amounts = [v["amount_base"] for v in versions if v["amount_base"] is not None]
        self.amount = amounts[-1] if amounts else None
        for version in versions:
            state = "won" if version["state"] == "after" else version["state"]
            if state != self.end:
                self.closed = None if state == "open" else version["valid_from"]
            self.end = state
            place = places.get(version["stage"])
            if state != "open" or place is None:
                continue
            went = None if version["valid_to"] >= FOREVER else version["valid_to"]
            if self.stays and self.stays[-1][0] == place and self.stays[-1][2] == version["valid_from"]:
                self.stays[-1][2] = went
            else:
                self.stays.append([place, version["valid_from"], went])

    def first(self, place):
        """When it first came to a stage, and how often it had moved by then."""
        return next(((at, came) for at, (p, came, _) in enumerate(self.stays) if p == place), None)

    def passed(self, place):
        """When it went past a stage it was in: into a later one, or won."""
        first = self.first(place)
        if first is None:
            return None
        later = [came for p, came, _ in self.stays[first[0] + 1 :] if p > place]
        return later[0] if later else self.closed if self.end == "won" else None

    def had(self, at):
        """Whether what happened at `at` came before its end."""
        return at is not None and (self.end == "open" or at < self.closed)


def whole_days(start, end):
    return max(end - start, 0) // DAY


def value(deals):
    return sum(deal.amount or 0 for deal in deals)


def worth(deals):
    """The same in whole units; not known where no deal has an amount."""
    priced = [deal for deal in deals if deal.amount is not None]
    return None if deals and not priced else value(deals) / 100


def of(deals, end):
    return [deal for deal in deals if deal.end == end]


class Pipeline:
    """What one pipeline's deals say, named as the report names it."""

    def __init__(self, data, row, now, zone):
        self.name = row["name"]
        live = "where pipeline = ? and deleted_at is null"
        stages = data.execute(f'select * from stage {live} order by "order", id', [row["id"]])
        self.stages = [stage for stage in stages if stage["kind"] == "open"]
        self.now, self.zone = now, zone
        places = {stage["id"]: place for place, stage in enumerate(self.stages)}
        versions = defaultdict(list)
        for version in data.execute("select * from opportunity_version order by valid_from, id"):
            versions[version["record"]].append(version)
        rows = data.execute(f"select * from opportunity {live}", [row["id"]]).fetchall()
        self.rows = rows
        everyone = [Deal(one, versions[one["id"]], places) for one in rows]
        self.deals = [deal for deal in everyone if deal.stays]
        self.without = len(everyone) - len(self.deals)
        self.pinned = next((s["name"] for s in self.stages if s["id"] == row["key_stage"]), None)
        self.events = self.read_events(data)

    def read_events(self, data):
        """When each event first happened, by deal."""
        first = {"report-event-contact": {}, "report-event-demonstration": {}, "report-event-price": {}}
        for act in data.execute("select * from activity where done = 1 and deleted_at is null and done_at is not null"):
            if act["outcome"] in MISSED or act["kind"] not in CONTACT:
                continue
            names = ["report-event-contact"] + ["report-event-demonstration"] * (act["kind"] == "demo")
            if "|price|" in (act["topics"] or ""):
                names.append("report-event-price")
            for name in names:
                here = first[name]
                here[act["opportunity"]] = min(here.get(act["opportunity"], FOREVER), act["done_at"])
        deciding = {place for place, stage in enumerate(self.stages) if stage["buying_step"] == "decision"}
        if deciding:
            first["report-event-decision"] = {
                deal.id: came for deal in self.deals for p, came, _ in reversed(deal.stays) if p in deciding
            }
        return first

    def facts(self):
        states = Counter("won" if row["state"] == "after" else row["state"] for row in self.rows)
        won = [row for row in self.rows if row["state"] in ("won", "after")]
        cycles = [days for days in map(self.cycle, won) if days is not None]
        amounts = [row["amount_base"] for row in won if row["amount_base"] is not None]
        return whole_figures(states, amounts, cycles)

    def cycle(self, row):
        """Days from engagement, else from creation where the company is, to the close."""
        begun = row["engaged_on"]
        if begun is None:
            created = datetime.datetime.fromtimestamp(row["created_at"] / 1e6, self.zone).date()
            begun = (created - datetime.date(1970, 1, 1)).days
        closed = row["actual_close_date"]
        return closed - begun if closed is not None and closed >= begun else None

    def stage(self, place):
        """The line of a stage."""
        here = [deal for deal in self.deals if deal.first(place)]
        passed = [deal for deal in here if deal.passed(place) is not None]
        stopped = [deal for deal in here if deal.passed(place) is None and deal.end == "lost"]
        beyond = [
            deal for deal in self.deals
            if not deal.first(place) and (deal.end == "won" or max(p for p, _, _ in deal.stays) > place)
        ]
        stays, back, decisions = [], 0, []
        for deal in here:
            for at, (p, came, went) in enumerate(deal.stays):
                if p == place:
                    went = went if went is not None else deal.closed
                    stays.append((whole_days(came, self.now if went is None else went), went is not None))
                    back += at + 1 < len(deal.stays) and deal.stays[at + 1][0] < place
            came, past = deal.first(place)[1], deal.passed(place)
            if past is not None:
                decisions.append((whole_days(came, past), "passed"))
            elif deal.end == "lost":
                decisions.append((whole_days(came, deal.closed), "lost"))
            else:
                decisions.append((whole_days(came, self.now), "waits"))
        lost = [deal for deal in of(here, "lost") if deal.stays[-1][0] == place]
        still = [deal for deal in of(here, "open") if deal.stays[-1][0] == place]
        return {
            "entered": len(here),
            "passed": len(passed),
            "conversion": wilson(len(passed), len(passed) + len(stopped)),
            "in_the_end": in_the_end(decisions),
            "median_days": lasting(stays, 0.5),
            "p90_days": lasting(stays, 0.9),
            "fell_back": back,
            "lost_here": len(lost),
            "lost_value": worth(lost),
            "still_here": len(still),
            "still_value": worth(still),
            "skipped": len(beyond) / (len(beyond) + len(here)) if beyond or here else None,
        }

    def keys(self):
        """The lines of stages and events, and those that are marked."""
        lost, lines, weights = of(self.deals, "lost"), {}, {}

        def line(name, before, after, stopped, lift, cases):
            share = None
            if value(lost) > 0:
                share = value(stopped) / value(lost)
            elif lost:
                share = len(stopped) / len(lost)
            reached, passed = (wilson(len(of(d, "won")), len(d)) for d in (before, after))
            lines[name] = {
                "lost_value": value(stopped) / 100,
                "lost_share": share,
                "won_before": reached,
                "won_after": passed,
                "lift": lift and lift + (cases,),
            }
            told = min(len(before), len(after)) >= ENOUGH
            weights[name] = (lift[1] * share if lift and share is not None else 0.0) if told else None

        closed = [deal for deal in self.deals if deal.end != "open"]
        for place, stage in enumerate(self.stages):
            before = [deal for deal in closed if deal.first(place)]
            after = [deal for deal in before if deal.passed(place) is not None]
            stopped = [deal for deal in lost if deal.stays[-1][0] == place]
            lift = part_and_whole(len(of(after, "won")), len(after), len(before))
            line(stage["name"], before, after, stopped, lift, len(before))
        stage_weights = dict(weights)
        weights.clear()
        for name, first in self.events.items():
            after = [deal for deal in closed if deal.had(first.get(deal.id))]
            before = [deal for deal in closed if not deal.had(first.get(deal.id))]
            shares = [wilson(len(of(d, "won")), len(d)) for d in (after, before)]
            line(name, before, after, of(before, "lost"), newcombe(*shares), max(len(before), len(after)))
        weights.pop("report-event-decision", None)
        best, why = marked(stage_weights)
        if self.pinned:
            best, why = self.pinned, "report-key-pinned"
        return lines, {"key_stage": best, "key_stage_why": why, "key_event": marked(weights)[0]}

    def learned(self, place):
        here = [deal for deal in self.deals if deal.first(place) and deal.end != "open"]
        won, probability = len(of(here, "won")), self.stages[place]["probability"]
        share = wilson(won, len(here))
        said = {"learned": share}
        if probability is not None:
            probability /= 1_000_000
            said["smoothed"] = (won + 10 * probability) / (len(here) + 10)
        outside = share is not None and probability is not None and not share[1] <= probability <= share[2]
        few, unset = len(here) < ENOUGH, probability is None
        verdict = "few" if few else "unset" if unset else "outside" if outside else "within"
        said["verdict"] = "report-learned-" + verdict
        return said

    def moves(self):
        """How often deals went from where to where."""
        counts = Counter()
        for deal in self.deals:
            way = ["report-place-start", *(self.stages[p]["name"] for p, _, _ in deal.stays)]
            way.append("report-place-" + ("still" if deal.end == "open" else deal.end))
            counts.update(zip(way, way[1:]))
        return counts


def marked(weights):
    """The name that decides most, and why it is that or none."""
    told = {name: weight for name, weight in weights.items() if weight is not None}
    if not told:
        return None, "report-key-too-few"
    best = max(told, key=told.get)
    return (best, "report-key-found") if told[best] > 0 else (None, "report-key-none")


def whole_figures(states, amounts, cycles):
    """The figures of all deals; amounts in cents, days of the deals won."""
    won, lost, still = states["won"], states["lost"], states["open"]
    velocity = None
    if won and amounts and cycles and sum(cycles):
        velocity = still * (won / (won + lost)) * statistics.mean(amounts) / statistics.mean(cycles) / 100
    return {
        "deals_in_all": sum(states.values()),
        "deals_won": won,
        "deals_lost": lost,
        "deals_open": still,
        "won_of_closed": wilson(won, won + lost),
        "velocity": velocity,
        "cycle_median": statistics.median(cycles) if cycles else None,
    }


def figures_of_csv(path):
    """The same from the file of the real deals: deal_stage, engage_date, close_date, close_value."""
    states, amounts, cycles = Counter(), [], []
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            state = row["deal_stage"].lower()
            states[state if state in ("won", "lost") else "open"] += 1
            if state == "won":
                amounts.append(round(float(row["close_value"]) * 100))
                begun, closed = (datetime.date.fromisoformat(row[name]) for name in ("engage_date", "close_date"))
                cycles.append((closed - begun).days)
    return whole_figures(states, amounts, cycles)


# What Cordee says, and whether it is the same.


class Comparison:
    def __init__(self, tell_all):
        self.tell_all, self.same, self.differ = tell_all, 0, 0

    def of(self, name, reckoned, said):
        if isinstance(said, dict):
            said = tuple(said[part] for part in ("value", "low", "high", "n"))
        same = alike(reckoned, said)
        self.same, self.differ = self.same + same, self.differ + (not same)
        if self.tell_all or not same:
            verdict = "ok" if same else "DIFFERS"
            print(f"{verdict:<8}{name:<62}{shown(reckoned):>38}{shown(said):>38}")


def alike(one, other):
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    return one == other


def shown(said):
    if isinstance(said, tuple):
        return f"{said[0]:.6f} ({said[1]:.4f}–{said[2]:.4f}, {said[3]})"
    return f"{said:.6f}" if isinstance(said, float) else str(said)


def compare(pipeline, said, comparison):
    parts = said["parts"]
    facts = next(part["facts"] for part in parts if "facts" in part)
    tables = {part["table"]: part["rows"] for part in parts if "table" in part}
    notes = {part["note"]: part["with"].get("deals") for part in parts if "note" in part}
    lines, keys = pipeline.keys()
    for name, reckoned in {**pipeline.facts(), **keys}.items():
        comparison.of(f"{pipeline.name}: {name}", reckoned, facts[name])
    comparison.of(f"{pipeline.name}: without history", pipeline.without, notes.get("report-note-without-history", 0))
    for place, stage in enumerate(pipeline.stages):
        lines_of = [row for rows in tables.values() for row in rows if row.get("stage") == stage["name"]]
        row = {name: said for line in lines_of for name, said in line.items()}
        for line in (pipeline.stage(place), pipeline.learned(place)):
            for name, reckoned in line.items():
                comparison.of(f"{stage['name']}: {name}", reckoned, row[name])
    for name, line in lines.items():
        row = next(row for row in tables["key_stages"] if row["key"] == name)
        for column, reckoned in line.items():
            comparison.of(f"{name} as key: {column}", reckoned, row[column])
    moves = {(row["from_stage"], row["to_stage"]): row["times_gone"] for row in tables["transitions"]}
    for way, reckoned in pipeline.moves().items():
        comparison.of(" → ".join(way), reckoned, moves.pop(way, None))
    for way, count in moves.items():
        comparison.of(" → ".join(way), None, count)
    return facts, tables


def main():
    here = Path(__file__).resolve().parent.parent.parent
    built = [here / "target" / kind / "cordee" for kind in ("release", "debug")]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--csv", type=Path)
    parser.add_argument("--cordee", default=str(next((path for path in built if path.exists()), "cordee")))
    parser.add_argument("--all", action="store_true")
    told = parser.parse_args()

    def cordee(*words):
        run = [told.cordee, *words, "--data", str(told.data), "--json"]
        return json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)

    data = sqlite3.connect(f"file:{told.data / 'cordee.db'}?mode=ro", uri=True)
    data.row_factory = sqlite3.Row
    zone = zoneinfo.ZoneInfo(data.execute("select time_zone from workspace").fetchone()[0])
    comparison = Comparison(told.all)
    if told.all:
        print(f"{'':<8}{'figure':<62}{'reckoned here':>38}{'Cordee':>38}")
    pipelines = data.execute('select * from pipeline where active = 1 and deleted_at is null order by "order", id')
    for row in pipelines.fetchall():
        now = int(datetime.datetime.now(datetime.timezone.utc).timestamp() * 1e6)
        pipeline = Pipeline(data, row, now, zone)
        if not pipeline.stages:
            continue
        known = [p for p in cordee("list", "pipeline")["records"] if p["name"] == row["name"]]
        said = cordee("report", "stage_analytics", f"pipeline={known[0]['id']}")
        facts, tables = compare(pipeline, said, comparison)
        for line in tables["stage_values"]:
            # The list that a line opens to has as many deals as the line says.
            count = cordee("metric", "opportunity_count", "--filter", line["filter"])["total"]["value"]
            comparison.of(f"{line['stage']}: deals in the list it opens to", line["still_here"], count)
        if told.csv and pipeline.rows:
            for name, reckoned in figures_of_csv(told.csv).items():
                comparison.of(f"{pipeline.name}, from the file: {name}", reckoned, facts[name])
        print(f"{pipeline.name}: {len(pipeline.deals)} deals with a history, {pipeline.without} without")
    print(f"{comparison.same} figures agree, {comparison.differ} differ")
    sys.exit(comparison.differ > 0)


if __name__ == "__main__":
    main()
