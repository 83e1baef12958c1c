#!/usr/bin/env python3
"""Reckons quotas and coverage anew from exported records and compares them with what `cordee report coverage` tells.

    docs/verify/coverage.py PATH/TO/cordee [--data DIR …]

Whatever stands after the program is handed on to it. Standard library only; amounts are taken as they stand, so they
must all be in the workspace's currency. Looks at every quarter that the report offers, by person, team and family.
"""

import datetime
import json
import subprocess
import sys
from collections import defaultdict
from decimal import Decimal

PROGRAM, OPTIONS = sys.argv[1], sys.argv[2:]
ENOUGH = 30


def cordee(*said):
    return subprocess.run([PROGRAM, *said, *OPTIONS], check=True, capture_output=True, text=True).stdout


def export(name):
    return [json.loads(line) for line in cordee("export", name, "--format", "jsonl").splitlines()]


def amount(record):
    money = record.get("amount")
    return Decimal(money["amount"]) if money else None


users, teams, quotas, deals, products, splits = map(
    export, ["user", "team", "quota", "opportunity", "product", "credit_split"])
series = {product["id"]: (product.get("series") or "").casefold() for product in products}
names = {record["id"]: record["name"] for record in users + teams}
shared = defaultdict(list)
for split in splits:
    shared[split["opportunity"]].append((split["person"], Decimal(str(split["share"]))))


def credit(deal, whole):
    """What of an amount is whose: the rest beside all shares is the owner's; whole cents, by the largest remainder."""
    shares = shared[deal["id"]]
    rest = max(100 - sum(share for _, share in shares), Decimal(0))
    wanted = [(deal.get("owner"), rest), *shares]
    cents = int(whole * 100)
    exact = [cents * share / sum(share for _, share in wanted) for _, share in wanted]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(len(parts)), key=lambda at: (parts[at] - exact[at], at))
    for at in by_remainder[:cents - sum(parts)]:
        parts[at] += 1
    return [(person, Decimal(part) / 100) for (person, _), part in zip(wanted, parts)]


def below(team):
    return {team}.union(*(below(one["id"]) for one in teams if one.get("parent") == team))


def people(team):
    branch = below(team)
    return frozenset(user["id"] for user in users if user.get("team") in branch)


def figures(quota, sellers, family, first, last):
    """One row, from the deals one by one."""
    back = first.replace(year=first.year - 1)
    won = opened = weighted = won_before = lost_before = Decimal(0)
    closed = 0
    for deal in deals:
        minor, close = amount(deal), deal.get("close_date")
        if minor is None or close is None:
            continue
        if family is not None and series.get(deal.get("product")) != family:
            continue
        close, state = datetime.date.fromisoformat(close), deal["state"]
        if first <= close <= last:
            theirs = sum((part for person, part in credit(deal, minor) if person in sellers), Decimal(0))
            if state in ("won", "after"):
                won += theirs
            elif state == "open":
                opened += theirs
                weighted += theirs * Decimal(str(deal.get("probability") or 0)) / 100
        elif back <= close < first and state != "open" and deal.get("owner") in sellers:
            closed += 1
            won_before += minor if state in ("won", "after") else 0
            lost_before += minor if state == "lost" else 0
    told = {"quota": quota, "won_so_far": won, "open_closing": opened, "weighted_closing": weighted,
            "closed_before": Decimal(closed)}
    if quota is not None:
        left = max(quota - won, Decimal(0))
        told["attainment"] = won / quota if quota else None
        told["left"] = left
        told["covers_quota"] = opened / quota if quota else None
        told["covers_rest"] = opened / left if left else None
        told["weighted_covers_quota"] = weighted / quota if quota else None
        told["weighted_covers_rest"] = weighted / left if left else None
    rate = won_before / (won_before + lost_before) if closed >= ENOUGH and won_before else None
    told["target_coverage"] = 1 / rate if rate else None
    if quota is not None and rate:
        told["missing_pipeline"] = max(told["left"] / rate - opened, Decimal(0))
    return told


def expected(by, first, last):
    """All rows by their name."""
    held = [one for one in quotas if (one["first_day"], one["last_day"]) == (str(first), str(last))]
    rows = {}
    if by == "person":
        sums = defaultdict(Decimal)
        for one in held:
            if not one.get("team") and not one.get("series"):
                sums[one["owner"]] += amount(one)
        for user in users:
            row = figures(sums.get(user["id"]), {user["id"]}, None, first, last)
            rows.setdefault(user["name"], []).append(row)
    elif by == "team":
        for team in teams:
            own = [amount(one) for one in held if one.get("team") == team["id"] and not one.get("series")]
            row = figures(sum(own) if own else None, people(team["id"]), None, first, last)
            rows.setdefault(team["name"], []).append(row)
    else:
        for family in {one["series"].casefold() for one in held if one.get("series")}:
            of_it = [one for one in held if (one.get("series") or "").casefold() == family and not one.get("team")]
            row = figures(sum(map(amount, of_it)), {one["owner"] for one in of_it}, family, first, last)
            rows.setdefault(family, []).append(row)
    return rows


def same(told, reckoned):
    if told is None or reckoned is None:
        return told is None and reckoned is None
    return abs(Decimal(str(told)) - reckoned) <= Decimal("0.000001") * max(1, abs(reckoned))


def quarters():
    today = datetime.date.today()
    for step in range(-4, 5):
        place = today.year * 4 + (today.month - 1) // 3 + step
        first = datetime.date(place // 4, place % 4 * 3 + 1, 1)
        after = datetime.date((place + 1) // 4, (place + 1) % 4 * 3 + 1, 1)
        yield f"{place // 4}-Q{place % 4 + 1}", first, after - datetime.timedelta(days=1)


compared = wrong = 0
for key, first, last in quarters():
    for by in ("person", "team", "series"):
        told = json.loads(cordee("report", "coverage", f"period={key}", f"by={by}", "--json"))
        tables = [part["rows"] for part in told["parts"] if part.get("table") in ("quota_rows", "coverage_rows")]
        wanted = expected(by, first, last)
        for row in (won | pipeline for won, pipeline in zip(*tables)):
            name = row["whose"].casefold() if by == "series" else row["whose"]
            if row["whose"] == "none" or len(wanted.get(name, [])) != 1:
                continue
            for field, reckoned in wanted[name][0].items():
                compared += 1
                if not same(row[field], reckoned):
                    wrong += 1
                    print(f"{key} by {by}, {row['whose']}: {field} is {row[field]}, reckoned {reckoned}")
print(f"{compared} figures compared, {wrong} differ")
sys.exit(1 if wrong or not compared else 0)
