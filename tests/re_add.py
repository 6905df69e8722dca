"""Adds a profile up again with whole numbers, and compares it with the published figures.

Reads the profile as JSON from standard input. A score comes from points, maxima and weights alone, as
rule 2 of the arithmetic has it; the shares and contributions of a trace must come to the same. A score
that is withheld has no sums to compare, and enters the figure over all domains all the same.
"""

import json
import sys
from fractions import Fraction

OPEN = {"unknown", "restricted", "unanswered", "undecided"}


def mean(parts):
    """The mean of (weight, value), of those that have a value."""
    parts = [(weight, value) for weight, value in parts if value is not None]
    weights = sum(weight for weight, _ in parts)
    return sum(weight * value for weight, value in parts) / weights if parts else None


class Scores:
    """What the nodes of a profile reach, published or not."""

    def __init__(self, profile):
        self.profile = profile
        self.scheme = profile["scheme"]

    def of_rows(self, domain, rows):
        standings = {matter["indicator"]: matter["standing"] for matter in domain["matters"]}

        def value(row):
            if row["points"] is not None:
                return Fraction(row["points"], row["maximum"])
            is_worst = self.scheme["gaps"] == "as_worst" and standings[row["indicator"]] in OPEN
            return Fraction(0) if is_worst else None

        return mean([(row["weight"], value(row)) for row in rows])

    def of_subdomain(self, domain, subdomain):
        rows = domain["trace"]["rows"]
        return self.of_rows(domain, [row for row in rows if row["subdomain"] == subdomain["code"]])

    def of_domain(self, domain):
        if self.scheme["aggregation"] == "indicators":
            return self.of_rows(domain, domain["trace"]["rows"])
        parts = domain["subdomains"]
        return mean([(part["weight"], self.of_subdomain(domain, part)) for part in parts])

    def of_all(self):
        domains = self.profile["domains"]
        if self.scheme["overall"] == "domains":
            return mean([(domain["weight"], self.of_domain(domain)) for domain in domains])
        # All indicators as if they were those of one domain.
        merged = {"matters": sum((domain["matters"] for domain in domains), [])}
        return self.of_rows(merged, sum((domain["trace"]["rows"] for domain in domains), []))


def check(name, figures, score):
    """That what is published is the score, and that what is withheld is withheld whole."""
    published = figures["score"].get("published")
    if published:
        assert Fraction(published["value"]["exact"]) == score, (name, score)
        lowest, highest = (Fraction(figures["interval"][end]["exact"]) for end in ("lowest", "highest"))
        assert lowest <= score <= highest, (name, score, lowest, highest)
    else:
        assert figures["interval"] is None and figures["possible_bands"] == [], name
    return "published" if published else "withheld"


def check_trace(name, trace, score):
    """That shares and contributions add up, and give the score."""
    denominator = int(trace["denominator"])
    shares = sum(int(row["share"]) for row in trace["rows"])
    contributions = sum(int(row["contribution"]) for row in trace["rows"])
    assert shares == denominator, (name, shares, denominator)
    assert contributions == int(trace["numerator"]), (name, contributions)
    for row in trace["rows"]:
        points = row["points"] or 0
        assert int(row["contribution"]) * row["maximum"] == int(row["share"]) * points, row
    assert Fraction(contributions, denominator) == score, (name, score)
    return f"{contributions}/{denominator} = {float(score) * 100:.3f} %"


def main():
    profile = json.load(sys.stdin)
    scores = Scores(profile)
    for domain in profile["domains"]:
        code = domain["code"]
        score = scores.of_domain(domain)
        said = check(code, domain["figures"], score)
        shown = check_trace(code, domain["trace"], score) if said == "published" else "-"
        assert ("numerator" in domain["trace"]) == (said == "published"), code
        print(f"{code}: {shown}, {said}")
        for subdomain in domain["subdomains"]:
            score = scores.of_subdomain(domain, subdomain)
            check(subdomain["code"], subdomain["figures"], score)
    if "overall" in profile:
        score = scores.of_all()
        said = check("overall", profile["overall"], score)
        print(f"all domains: {float(score) * 100:.3f} %, {said}" if score is not None else "all: -")
    print(f"{len(profile['domains'])} domains agree")


if __name__ == "__main__":
    main()
