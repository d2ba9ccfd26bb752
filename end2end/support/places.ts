// Where the binary under test and the files of a run lie.
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export const binary = process.env.KONTORA_BINARY ?? path.join(root, 'target/release/kontora');

// The demo database that every test's own is copied from.
export const demoDatabase = path.join(root, 'target/end2end/demo.db');

export const pictures = path.join(root, 'docs/pictures');
