// The program under test: started on a free port in a folder of its own, stopped and cleared away afterwards.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { binary, demoDatabase } from './places';

export const password = 'kontora-demo-2026';

export type Person = 'operator' | 'reseller' | 'affiliate' | 'sibir' | 'single' | 'chat';

export const emailOf = (person: Person) => `${person}@demo.test`;

export type Settings = {
  // Default: a copy of the demo database.
  database?: string;
  // Further settings, by the names of the environment.
  env?: Record<string, string>;
};

export class Kontora {
  private constructor(
    private readonly process: ChildProcess,
    readonly folder: string,
    // `http://localhost:PORT`
    readonly url: string,
    private readonly log: string[],
  ) {}

  static async start(settings: Settings = {}): Promise<Kontora> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'kontora-'));
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const log: string[] = [];
    const child = spawn(binary, ['serve'], {
      cwd: folder,
      env: {
        ...environment(settings.database ?? copyOfDemo(folder)),
        KONTORA_ADDR: `127.0.0.1:${port}`,
        KONTORA_PUBLIC_URL: url,
        KONTORA_MAIL: `file:${path.join(folder, 'mail')}`,
        ...settings.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (text) => log.push(String(text)));
    child.stderr.on('data', (text) => log.push(String(text)));
    const server = new Kontora(child, folder, url, log);
    await server.untilReady();
    return server;
  }

  // The folder that letters arrive in, one file each.
  get mail() {
    return path.join(this.folder, 'mail');
  }

  // A page's address on the domain of a reseller.
  onDomainOf(slug: string, page: string) {
    return this.url.replace('localhost', `${slug}.localhost`) + page;
  }

  // What the program has said so far.
  get said() {
    return this.log.join('');
  }

  // Resident memory in kilobytes.
  get memory() {
    const status = readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]);
  }

  async stop() {
    if (this.process.exitCode === null) {
      const ended = new Promise((resolve) => this.process.once('exit', resolve));
      this.process.kill('SIGTERM');
      const inTime = await Promise.race([ended.then(() => true), pause(5_000, false)]);
      if (!inTime) {
        this.process.kill('SIGKILL');
        throw new Error(`the server did not stop within five seconds\n${this.said}`);
      }
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async untilReady() {
    for (let tries = 0; tries < 500 && this.process.exitCode === null; tries++) {
      const answer = await fetch(`${this.url}/readyz`).catch(() => undefined);
      if (answer?.ok) return;
      await pause(20);
    }
    this.process.kill('SIGKILL');
    throw new Error(`the server did not get ready\n${this.said}`);
  }
}

// Runs a command of the program to its end, in a folder that goes with it.
export function kontora(command: string[], database: string) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kontora-'));
  try {
    const settings = { cwd: folder, env: environment(database) };
    return execFileSync(binary, command, { ...settings, stdio: ['ignore', 'pipe', 'pipe'] }).toString();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// Nothing of the developer's own settings reaches the program under test.
function environment(database: string) {
  return { PATH: process.env.PATH, HOME: process.env.HOME, KONTORA_DATABASE_URL: database, KONTORA_LOG: 'warn' };
}

function copyOfDemo(folder: string) {
  const file = path.join(folder, 'kontora.db');
  copyFileSync(demoDatabase, file);
  if (existsSync(`${demoDatabase}-wal`)) copyFileSync(`${demoDatabase}-wal`, `${file}-wal`);
  return `sqlite:${file}`;
}

async function freePort() {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
