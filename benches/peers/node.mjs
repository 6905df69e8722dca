// The sample through JSON.parse and Ajv. Prints the median of many rounds.
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { createRequire } from "node:module";
import Ajv from "ajv";

const [sample, schema] = process.argv.slice(2).map((path) => readFileSync(path, "utf8"));
const validate = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(schema));

const median = (work) => {
  for (let round = 0; round < 500; round += 1) work();
  const times = [];
  for (let round = 0; round < 501; round += 1) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return times.sort((one, other) => one - other)[250] * 1000;
};

const document = JSON.parse(sample);
if (!validate(document)) {
  console.error(validate.errors.slice(0, 3));
  process.exit(1);
}
const versions = `Node.js ${process.versions.node}, Ajv ${createRequire(import.meta.url)("ajv/package.json").version}`;
const line = (name, time) => console.log(`${name.padEnd(46)} ${time.toFixed(1).padStart(9)} µs`);
console.log(`${versions}, ${sample.length} characters`);
line("JSON.parse", median(() => JSON.parse(sample)));
line("Ajv, compiled before", median(() => validate(document)));
line("both", median(() => validate(JSON.parse(sample))));
