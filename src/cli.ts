#!/usr/bin/env node
// The command line's door: `npm run rolecall`. What happens behind it is wired in app/.
import { runCommandLine } from './app/command-line.ts';

await runCommandLine();
