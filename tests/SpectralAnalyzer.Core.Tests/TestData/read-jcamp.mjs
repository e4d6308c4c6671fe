// Reads JCAMP-DX files with the npm package jcampconverter, and writes a line of JSON for each: { x, y }, or { error }.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(pathToFileURL(process.cwd() + '/'));
const { convert } = await import(pathToFileURL(require.resolve('jcampconverter')).href);
for (const path of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  try {
    const data = convert(readFileSync(path, 'utf8')).flatten[0]?.spectra?.[0]?.data;
    console.log(JSON.stringify({ x: data?.x ?? [], y: data?.y ?? [] }));
  } catch (e) {
    console.log(JSON.stringify({ error: String(e) }));
  }
}
