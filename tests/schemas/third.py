"""What a third validator says of the schemas, in the language in which few know Rust.

All schemas fit their metaschemas, those of forms at every stage and in every part among them. What
is shipped in `indicators` fits the committed schemas, and so does what the crate writes. Both
dialects. Needs the packages of `requirements.txt` and the built examples; `run` sees to both.
"""

import json
import os
import pathlib
import subprocess
import sys

from jsonschema.validators import validator_for

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "debug" / "examples"
SCHEMAS = ROOT / "indicators" / "schemas"
DIALECTS = ["draft-07", "2020-12"]
STAGES = ["draft", "in_validation", "final"]
CATALOGUES = {
    "local": ["la-chorrera-2021.json", "la-chorrera-2021-draft.json"],
    "sdg-10.7.2": ["sdg-10.7.2-example.json"],
}


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def run(example, *arguments, stream="stdout"):
    """What an example prints as JSON."""
    command = [EXAMPLES / example, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, check=False, cwd=ROOT, text=True)
    try:
        return json.loads(getattr(done, stream))
    except json.JSONDecodeError:
        sys.exit(f"{example} {arguments}: {done.stderr}")


def validator(schema):
    kind = validator_for(schema, default=None)
    kind.check_schema(schema)
    return kind(schema)


def committed(dialect, name):
    return validator(read(SCHEMAS / dialect / f"{name}.json"))


def fits(schema, document, name):
    for error in schema.iter_errors(document):
        sys.exit(f"{name}{error.json_path[1:]}: {error.message[:300]}")


def shipped():
    """Every file of `indicators` by the schema that it names, through the command of a package too."""
    count = 0
    for path in sorted((ROOT / "indicators").glob("*/*.json")):
        document = read(path)
        named = pathlib.Path(document["$schema"]).name
        for dialect in DIALECTS:
            for stem in {named.split(".")[0], named.removesuffix(".json")}:
                fits(committed(dialect, stem), document, path.name)
            schema = SCHEMAS / dialect / named
            command = [sys.executable, "-m", "check_jsonschema", "--schemafile", schema, path]
            done = subprocess.run(command, capture_output=True, check=False, text=True)
            if done.returncode:
                sys.exit(done.stdout + done.stderr)
            count += 1
    return count


def written():
    """Profiles by both catalogues, and problems."""
    count = 0
    for dialect in DIALECTS:
        profile, report = committed(dialect, "profile"), committed(dialect, "report")
        for catalogue, samples in CATALOGUES.items():
            manifest = ROOT / "indicators" / catalogue / "catalogue.json"
            for sample in samples:
                path = ROOT / "indicators" / "samples" / sample
                common = [path, "--catalogue", manifest]
                fits(profile, run("assess", *common, "--format", "json"), f"profile of {sample}")
                count += 1
        draft = ROOT / "indicators" / "samples" / "la-chorrera-2021-draft.json"
        asked = [draft, "--stage", "final", "--problems", "json"]
        problems = run("assess", *asked, stream="stderr")
        if len(problems) < 10:
            sys.exit(f"only {len(problems)} problems in a draft that is taken for final")
        fits(report, problems, "problems")
        fits(report, {"problems": problems}, "report")
        for nothing_of_the_kind in [{}, {"problems": []}, [{}], [*problems, "problem"]]:
            if report.is_valid(nothing_of_the_kind):
                sys.exit("the schema of a report takes anything")
        count += 2
    return count


def forms():
    """The schemas of forms against their metaschemas, and samples against them."""
    count = 0
    for catalogue, samples in CATALOGUES.items():
        manifest = ROOT / "indicators" / catalogue / "catalogue.json"
        entries = read(manifest)["domains"]
        entries = [read(manifest.parent / it) if isinstance(it, str) else it for it in entries]
        asked = {
            role
            for domain in entries
            for subdomain in domain["subdomains"]
            for indicator in subdomain["indicators"]
            for role in indicator.get("ask", [])
        }
        sample = ROOT / "indicators" / "samples" / samples[0]
        parts = [[], ["--head"], ["--responses", sample]]
        parts += [["--domain", domain["code"]] for domain in entries]
        chosen = [(part, stage) for part in parts for stage in STAGES]
        # The questions of a role are like those of a domain; once is enough.
        chosen += [(["--ask", role], "final") for role in sorted(asked)]
        for part, stage in chosen:
            for dialect in DIALECTS:
                common = ["--catalogue", manifest, "--stage", stage, "--dialect", dialect]
                schema = validator(run("schema", "form", *common, *part))
                fits(schema, read(sample), f"{sample.name} in the form {part} {stage}")
                count += 1
    return count


def main():
    committed_schemas = sorted(SCHEMAS.glob("*/*.json"))
    for path in committed_schemas:
        validator(read(path))
    if len(committed_schemas) != 16:
        sys.exit(f"{len(committed_schemas)} schemas are committed")
    print(f"{len(committed_schemas)} committed schemas and {forms()} of forms fit their metaschemas")
    print(f"{shipped()} times a shipped file fits its schema, {written()} times what is written")


main()
