/** Folders of releases as they are typed. */
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { MANIFEST } from '../../build/release/manifest.js';

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Releases that stand in a folder, by name. */
async function versionsDans(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const whole = await Promise.all(names.map((name) => exists(join(folder, name, MANIFEST))));
  return names.filter((name, index) => whole[index] && !name.startsWith('.')).map((name) => join(folder, name));
}

/** What is said of a folder that is no release, with those that stand in it or beside it. */
export async function pasUneVersion(typed: string, cwd: string): Promise<string> {
  const path = resolve(cwd, typed);
  const what = (await exists(path))
    ? "n'a pas de manifeste lisible : ce n'est pas un dossier de livrables"
    : "n'existe pas";
  const found = [...(await versionsDans(path)), ...(await versionsDans(dirname(path)))].filter((one) => one !== path);
  const near = found.slice(0, 5).map((one) => `« ${relative(cwd, one) || one} »`);
  const todo =
    near.length > 0
      ? `Versions construites à côté : ${near.join(', ')}.`
      : "Donnez le dossier d'une version construite, par exemple out/1.0.";
  return `« ${typed} » ${what}. ${todo}`;
}
