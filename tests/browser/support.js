// What the tests share: the browser, the two pages, the engine.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
export const root = at('../../');
export const PAGE = at('../../examples/form/dist/index.html');
export const JSON_FORMS = at('dist/index.html');
export const LANGUAGES = ['es', 'en'];
export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 360, height: 740 };

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const BROWSER = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The sample, its draft, and the catalogue, as data. */
export const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
export const sample = () => read('indicators/samples/la-chorrera-2021.json');
export const catalogue = read('indicators/local/catalogue.json');
export const domains = catalogue.domains.map((file) => read(join('indicators/local', file)));
export const indicatorsOf = (domain) => domain.subdomains.flatMap((area) => area.indicators);

/** A new browser with an empty profile, in a language and at a size. Whoever asks for it closes it. */
export async function browser(lang = 'es', viewport = WIDE) {
  const profile = mkdtempSync(join(tmpdir(), 'mgi-browser-'));
  const locale = lang === 'es' ? 'es-PA' : 'en-GB';
  const options = { executablePath: BROWSER, headless: true, args: ARGUMENTS, viewport, locale, acceptDownloads: true };
  const context = await chromium.launchPersistentContext(profile, options);
  context.setDefaultTimeout(30_000);
  return context;
}

/** A tab with `file`; what the console says, and every request that leaves the file, are kept. */
export async function visit(context, file, hash = '') {
  const page = await context.newPage();
  page.said = [];
  page.asked = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && page.said.push(message.text()));
  page.on('pageerror', (error) => page.said.push(String(error)));
  page.on('request', (request) => /^(file|data|blob):/.test(request.url()) || page.asked.push(request.url()));
  await page.goto(`file://${file}${hash}`);
  return page;
}

/** Serious and critical findings of axe, and all findings. */
export async function axe(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
  const findings = violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.length, first: nodes[0].html.slice(0, 200) }));
  return { all: findings, grave: findings.filter(({ impact }) => ['serious', 'critical'].includes(impact)) };
}

/** A picture for people to look at; the folder is not committed. */
export async function picture(page, name) {
  mkdirSync(at('pictures'), { recursive: true });
  await page.screenshot({ path: at(`pictures/${name}.png`) });
}

/** A file with `set`, to be opened in a page or read by the engine. */
export function fileOf(set) {
  const path = join(mkdtempSync(join(tmpdir(), 'mgi-set-')), 'set.json');
  writeFileSync(path, JSON.stringify(set, null, 2));
  return path;
}

/** What `cargo run --example assess` says of a set: the profile, or the problems. */
export function assess(set, ...options) {
  const args = ['run', '--quiet', '--example', 'assess', '--', fileOf(set), '--format', 'json', '--problems', 'json', ...options];
  const { status, stdout, stderr } = spawnSync('cargo', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.ok(status === 0 || status === 1, `assess ended with ${status}: ${stderr}`);
  return status === 0 ? { profile: JSON.parse(stdout) } : { problems: JSON.parse(stderr) };
}

/** What the crate emits for the form. */
export const schema = (...args) =>
  JSON.parse(execFileSync('cargo', ['run', '--quiet', '--example', 'schema', '--', ...args], { cwd: root, maxBuffer: 1 << 26 }));
