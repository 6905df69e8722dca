"""The sample through json and jsonschema. Prints the median of several rounds."""

import json
import statistics
import sys
import time
from importlib.metadata import version

import jsonschema

sample, schema = (open(path, encoding="utf-8").read() for path in sys.argv[1:3])
validator = jsonschema.Draft7Validator(json.loads(schema))
document = json.loads(sample)
errors = list(validator.iter_errors(document))
if errors:
    sys.exit(str(errors[0]))


def median(work, rounds):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1e6


def line(name, microseconds):
    print(f"{name:46} {microseconds:9.1f} µs")


python = ".".join(map(str, sys.version_info[:3]))
print(f"\nPython {python}, jsonschema {version('jsonschema')}, {len(sample)} characters")
line("json.loads", median(lambda: json.loads(sample), 201))
line("jsonschema", median(lambda: list(validator.iter_errors(document)), 11))
line("both", median(lambda: list(validator.iter_errors(json.loads(sample))), 11))
