"""Adds a profile's trace up again with whole numbers, and compares it with the published figures.

Reads the profile as JSON from standard input and uses nothing but the rows of each trace: points,
maximum and weight of every indicator, and its share and contribution.
"""

import json
import sys
from fractions import Fraction


def re_add(domain, aggregation):
    """The score from points, maxima and weights alone, as rule 2 of the arithmetic has it."""
    groups = {}
    for row in domain["trace"]["rows"]:
        if row["points"] is not None:
            key = row["subdomain"] if aggregation == "subdomains" else ""
            groups.setdefault(key, []).append(row)
    means = [
        sum(Fraction(row["points"], row["maximum"]) * row["weight"] for row in rows)
        / sum(row["weight"] for row in rows)
        for rows in groups.values()
    ]
    return sum(means) / len(means) if means else None


def main():
    profile = json.load(sys.stdin)
    for domain in profile["domains"]:
        trace = domain["trace"]
        denominator = int(trace["denominator"])
        shares = sum(int(row["share"]) for row in trace["rows"])
        contributions = sum(int(row["contribution"]) for row in trace["rows"])
        assert shares == denominator, (domain["code"], shares, denominator)
        assert contributions == int(trace["numerator"]), (domain["code"], contributions)
        for row in trace["rows"]:
            points = row["points"] or 0
            assert int(row["contribution"]) * row["maximum"] == int(row["share"]) * points, row
        score = re_add(domain, profile["scheme"]["aggregation"])
        assert score == (Fraction(contributions, denominator) if denominator else None)
        published = domain["figures"]["score"].get("published")
        if published:
            assert Fraction(published["value"]["exact"]) == score, (domain["code"], score)
        shown = f"{contributions}/{denominator} = {float(score) * 100:.3f} %" if score is not None else "-"
        print(f"{domain['code']}: {shown}, {'published' if published else 'withheld'}")
    print(f"{len(profile['domains'])} domains agree")


if __name__ == "__main__":
    main()
