// Builds dist/ when it is older than what it is made of: TypeScript for the program, Vite for the page. It makes JavaScript
// and judges nothing: types are the business of `npm run check`.
// `node build.mjs` builds; `node --import ./build.mjs dist/bundle/main.js` builds first and then runs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const page = join('src', 'workspace', 'page');

function filesBelow(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths.sort()) {
    const { mtimeMs, size } = statSync(join(root, path));
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

function run(script, ...args) {
  // Whoever starts the build: a page built where NODE_ENV says "test" has React's slow half in it.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  if (status === 0) return;
  process.stderr.write(`${stdout}${stderr}\nThe build failed: ${script} ${args.join(' ')}\n`);
  process.exit(1);
}

/** Runs `build` unless the stamp in dist/ shows that nothing it reads has changed since it last ran. */
function buildWhenStale(name, paths, build) {
  const stamp = join(root, 'dist', `.${name}.stamp`);
  const now = fingerprint(paths);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  process.stderr.write(`Building the ${name} …\n`);
  rmSync(stamp, { force: true });
  build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

/** Not compiled from a file of the same name. */
const isMadeOtherwise = (path) =>
  path === join('dist', 'workspace', 'page') || path === join('dist', 'bundle') || path.endsWith('.stamp');

/** What an earlier build left of files that are no longer in src/, and the folders that are empty then. */
function removeLeftovers(folder = 'dist') {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const source = path.replace(/^dist/, 'src').replace(/\.js(?:\.map)?$/, '.ts');
    if (isMadeOtherwise(path)) continue;
    if (entry.isDirectory()) removeLeftovers(path);
    else if (!existsSync(join(root, source))) rmSync(join(root, path));
  }
  if (readdirSync(join(root, folder)).length === 0) rmdirSync(join(root, folder));
}

const settings = ['package.json', 'tsconfig.json'];
const sources = filesBelow('src');
const programSources = sources.filter((path) => !path.startsWith(page));
const pageSources = sources.filter((path) => path.startsWith(page));

buildWhenStale('program', [...programSources, ...settings, 'tsconfig.build.json', 'build.mjs', 'bundle.mjs'], () => {
  for (const path of programSources.filter((path) => !path.endsWith('.ts'))) {
    const target = join(root, 'dist', relative('src', path));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(root, path), target);
  }
  run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
  removeLeftovers();
  run('bundle.mjs');
});
const shared = programSources.filter((path) => path.endsWith('page-api.ts'));
buildWhenStale('page', [...pageSources, ...shared, ...settings, 'build.mjs'], () => {
  run('node_modules/vite/bin/vite.js', 'build', page, '--logLevel', 'warn');
});
