// What the search ships with, and how good it is: `fit` makes its weights (`fit search`, `fit asks`: only those), `vectors` encodes the shipped notes, `quality`
// measures it and writes bench/quality.md, `speed` compares it with others and writes bench/speed.md.
import { describeMissingData } from './needed-data.mjs';

const [job, part] = process.argv.slice(2);

if (job === 'fit') {
  const missing = describeMissingData();
  if (missing !== null) {
    process.stderr.write(missing);
    process.exit(1);
  }
  if (part !== 'asks') await (await import('./fit.mjs')).fit();
  if (part !== 'search') await (await import('./fit-asks.mjs')).fitAsks();
} else if (job === 'vectors') await (await import('./ship-vectors.mjs')).shipVectors();
else if (job === 'quality') await (await import('./quality.mjs')).measureQuality();
else if (job === 'speed') (await import('./speed.mjs')).compareSpeed();
else if (job === 'events') await (await import('./events.mjs')).compareEvents();
else {
  process.stderr.write('Say what to run: node bench/run.mjs fit | vectors | quality | speed | events\n');
  process.exitCode = 1;
}
