// Made once a run: the demo database that each test gets a copy of.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { kontora } from './kontora';
import { demoDatabase } from './places';

export default function makeDemo() {
  for (const ending of ['', '-wal', '-shm']) rmSync(demoDatabase + ending, { force: true });
  mkdirSync(path.dirname(demoDatabase), { recursive: true });
  kontora(['demo', '--companies', '300', '--seed', '1'], `sqlite:${demoDatabase}`);
}
