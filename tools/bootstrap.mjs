// The one door of every npm command: `node tools/bootstrap.mjs <start|test|dev|yimen> …`.
// Needs nothing but Node ≥ 20.19: it installs what package-lock.json says when that has changed, then hands over to the
// Node 24 that came with it. Standard output belongs to the command; what is said here goes to standard error.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.yimen-lock');
const NEEDED = 24;
const FOLLOW = new URL('follow-parent.mjs', import.meta.url).href;

/**
 * `serves`: runs until it is told to stop, and needs the web apps built.
 *
 * @type {Readonly<Record<string, { readonly args: readonly string[]; readonly serves: boolean }>>}
 */
const TARGETS = {
  start: { args: ['apps/server/src/main.ts'], serves: true },
  dev: {
    args: [
      '--watch-preserve-output',
      '--watch-path=apps/server/src',
      '--watch-path=packages',
      'apps/server/src/main.ts',
    ],
    serves: true,
  },
  test: { args: ['tools/test.ts'], serves: false },
  yimen: { args: ['apps/server/src/cli/main.ts'], serves: false },
};

/** @param {string} chinese @param {string} english */
function say(chinese, english) {
  process.stderr.write(`${chinese} / ${english}\n`);
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
}

/**
 * Whether what npm says it has put into node_modules is what the lock file asks for. Packages of other platforms are
 * absent by right.
 */
function matchesLock() {
  const hidden = join(MODULES, '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const present = packagesOf(hidden);
  return Object.entries(packagesOf(join(ROOT, 'package-lock.json'))).every(([path, wanted]) => {
    if (!path.includes('node_modules/')) return true;
    const found = present[path];
    if (!found) return wanted.optional === true || wanted.devOptional === true;
    return wanted.link === true || (found.version === wanted.version && found.integrity === wanted.integrity);
  });
}

/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean }} Package
 * @param {string} path
 * @returns {Readonly<Record<string, Package>>}
 */
function packagesOf(path) {
  const lock = /** @type {{ packages: Record<string, Package> }} */ (JSON.parse(readFileSync(path, 'utf8')));
  return lock.packages;
}

/** The stamp spares every command the comparison of two large files. */
function isInstalled() {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockHash()) return true;
  if (!matchesLock()) return false;
  writeFileSync(STAMP, lockHash());
  return true;
}

function install() {
  say('正在安装依赖，约一两分钟……', 'installing dependencies, a minute or two…');
  const began = Date.now();
  // npm's own output would land on standard output, which belongs to the command.
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    say('安装失败：见上文', 'the installation failed: see above');
    process.exit(status ?? 1);
  }
  writeFileSync(STAMP, lockHash());
  const seconds = Math.round((Date.now() - began) / 1000);
  say(`安装完成，用时 ${seconds} 秒`, `installed in ${seconds} s`);
}

/** @returns {string} a Node of the needed version: the one npm installed, else the machine's own */
function findNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const packaged = join(MODULES, `node-${process.platform}-${process.arch}`, 'bin', name);
  const candidates = [packaged, join(MODULES, '.bin', name), process.execPath];
  const found = candidates.find((path) => path === process.execPath || existsSync(path));
  if (found !== undefined && (found !== process.execPath || Number.parseInt(process.versions.node, 10) >= NEEDED))
    return found;
  say(`本机需要 Node ${NEEDED} 或更新版本`, `this machine needs a Node ${NEEDED} or newer of its own`);
  return process.exit(1);
}

/** What every program started from here needs: the tools of this repository before those of the machine. */
function environment() {
  return { ...process.env, PATH: [join(MODULES, '.bin'), process.env.PATH ?? ''].join(delimiter) };
}

/** @param {string} node */
function buildWeb(node) {
  const { status } = spawnSync(node, ['tools/build-web.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    env: environment(),
  });
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * Ctrl-C in a terminal reaches every process of the foreground group, and npm passes it on once more. A server is put
 * into a group of its own, so that it hears of it from here alone, once. Commands stay in the foreground group: they may
 * ask for a password.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {boolean} apart
 */
function passSignals(child, apart) {
  let last = 0;
  process.on('SIGINT', () => {
    const now = Date.now();
    if ((apart || !process.stdin.isTTY) && now - last > 1000) child.kill('SIGINT');
    last = now;
  });
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
}

/**
 * @param {string} node
 * @param {readonly string[]} args
 * @param {boolean} serves
 */
function handOver(node, args, serves) {
  const apart = serves && process.platform !== 'win32';
  const child = apart
    ? spawn(node, ['--import', FOLLOW, ...args], {
        cwd: ROOT,
        env: environment(),
        detached: true,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      })
    : spawn(node, args, { cwd: ROOT, env: environment(), stdio: 'inherit' });
  passSignals(child, apart);
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 1)));
}

function demandNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(
    `需要 Node 20.19 或更新版本，本机是 ${process.versions.node}`,
    `Node 20.19 or newer is needed, this is ${process.versions.node}`,
  );
  process.exit(1);
}

function main() {
  demandNode();
  const [command = '', ...rest] = process.argv.slice(2);
  const target = TARGETS[command];
  if (!target) {
    process.stderr.write(`usage: node tools/bootstrap.mjs <${Object.keys(TARGETS).join('|')}> …\n`);
    process.exit(2);
  }
  if (!isInstalled()) install();
  const node = findNode();
  if (target.serves && !rest.includes('--help')) buildWeb(node);
  handOver(node, [...target.args, ...rest], target.serves);
}

main();
