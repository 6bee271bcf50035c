#!/usr/bin/env node
import { realIo } from './cli/real-io';
import { runCli } from './cli/run-cli';

// A reader that has seen enough (`… | head`) is no error.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  process.exit(code === 'EPIPE' ? 0 : 1);
});

process.exitCode = await runCli(process.argv.slice(2), realIo());
