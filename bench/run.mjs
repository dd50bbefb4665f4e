// What the search ships with, and how good it is: `fit` makes its weights, `vectors` encodes the shipped notes, `quality`
// measures it and writes bench/quality.md.
import { describeMissingData } from './needed-data.mjs';

const [job] = process.argv.slice(2);

if (job === 'fit') {
  const missing = describeMissingData();
  if (missing !== null) {
    process.stderr.write(missing);
    process.exit(1);
  }
  await (await import('./fit.mjs')).fit();
  await (await import('./fit-asks.mjs')).fitAsks();
} else if (job === 'vectors') await (await import('./ship-vectors.mjs')).shipVectors();
else if (job === 'quality') await (await import('./quality.mjs')).measureQuality();
else {
  process.stderr.write('Say what to run: node bench/run.mjs fit | vectors | quality\n');
  process.exitCode = 1;
}
