/** Releases: same bytes everywhere, nothing built twice for nothing and nothing stale, and what changed said. */
import { execFileSync } from 'node:child_process';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifeste } from '../../src/build/release/manifest.js';
import { copyStudy, edit } from '../support/cli.js';
import { runAt, runIn } from '../support/in-process.js';
import { pdfText } from '../support/pdf-text.js';
import { buildIn, copieRelease, manifestIn, outputs } from '../support/release.js';

async function inTimeZone<T>(zone: string, work: () => Promise<T>): Promise<T> {
  const { TZ: own } = process.env;
  process.env.TZ = zone;
  try {
    return await work();
  } finally {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  }
}
/** A manifest without the prints that the code of the program gives: the built one and its sources each have theirs. */
const sansEmpreintes = ({ programme, livrables, ...rest }: Manifeste): object => ({
  ...rest,
  programme: { ...programme, empreinte: '' },
  livrables: livrables.map((livrable) => ({
    ...livrable,
    empreinte: '',
    sorties: livrable.sorties.map((sortie) => ({ ...sortie, dessin: '' })),
  })),
});

describe('the release of the example study', () => {
  /** As the built command line gives it, and as the sources do, in another place and time: what follows builds on the second. */
  let remise: string;
  let folder: string;
  let release: string;
  let first: Manifeste;
  beforeAll(async () => {
    const { folder: copy, outcome } = await copieRelease();
    expect(outcome.code, outcome.stderr).toBe(0);
    remise = copy;
    first = await manifestIn(join(remise, 'out', '1.0'));
    folder = await copyStudy('data');
    release = join(folder, 'out', '1.0');
    const { code, stderr } = await inTimeZone('Asia/Tokyo', () => runIn(folder, 'build'));
    expect(code, stderr).toBe(0);
  });

  it('holds every deliverable, each with its hash, its inputs and the warnings', async () => {
    expect((await readdir(release)).sort()).toEqual(
      ['manifest.json', ...outputs(first).map((line) => line.split(' ')[0] ?? '')].sort(),
    );
    expect(first.livrables.map(({ id }) => id)).toEqual([
      'bilan',
      'copil',
      'diagnostic',
      'etude',
      'fiches-projets',
      'mode-operatoire',
      'scenarios',
    ]);
    expect(first.entrees.map(({ fichier }) => fichier)).toContain('scenarios/reseau-anime.yaml');
    expect(first.avertissements).toEqual([]);
    expect(JSON.stringify(await manifestIn(release))).not.toContain(folder);
  });

  it('is the same, byte for byte, in another folder, time zone and locale', async () => {
    const other = await manifestIn(release);
    expect(outputs(other)).toEqual(outputs(first));
    expect(sansEmpreintes(other)).toEqual(sansEmpreintes(first));
  });

  it('is verified, and tells what was altered, lost or added', async () => {
    expect((await runIn(folder, 'verify', 'out/1.0')).stdout).toMatch(/^\S+ : \d+ fichiers, conformes au manifeste\./);
    const copy = join(folder, 'copie');
    await cp(release, copy, { recursive: true });
    await writeFile(join(copy, 'bilan.pdf'), 'autre');
    await rm(join(copy, 'scenarios.xlsx'));
    await writeFile(join(copy, 'note.txt'), 'moi');
    const { code, stdout } = await runIn(folder, 'verify', 'copie');
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ bilan\.pdf : il a changé/);
    expect(stdout).toMatch(/✗ scenarios\.xlsx : .*n’y est plus/);
    expect(stdout).toMatch(/✗ note\.txt : le manifeste ne le décrit pas/);
    const none = await runIn(folder, 'verify', 'data');
    expect(none.code).toBe(2);
    expect(none.stderr).toMatch(/n'a pas de manifeste/);
  });

  it('is not built again when nothing has changed, in another folder, time zone and locale either', async () => {
    const manifest = join(remise, 'out', '1.0', 'manifest.json');
    const before = await readFile(manifest, 'utf8');
    const { stderr } = await buildIn(remise, { TZ: 'Asia/Tokyo', LC_ALL: 'fr_FR.UTF-8', LANG: 'fr_FR.UTF-8' });
    expect(stderr).toMatch(
      /inchangés, repris tels quels : diagnostic, scenarios, mode-operatoire, fiches-projets, bilan, copil/,
    );
    expect(await readFile(manifest, 'utf8')).toBe(before);
  });

  it('is built again only where a changed project sheet shows; the difference is told', async () => {
    const before = join(folder, 'avant');
    await cp(release, before, { recursive: true });
    await edit(join(folder, 'data', 'projets', 'haies-mares.yaml'), 'realise: 14900', 'realise: 15900');
    const texte = join(folder, 'data', 'textes', 'fiches-projets', 'ensemble.md');
    await writeFile(texte, `${await readFile(texte, 'utf8')}\nUne phrase de plus.\n`);
    const { stderr } = await runIn(folder, 'build', '--format', 'xlsx');
    expect(stderr).toMatch(/repris tels quels : diagnostic, scenarios$/m);
    expect(stderr).toMatch(/fiches-projets\.xlsx/);
    const diff = await runIn(folder, 'diff', 'avant', 'out/1.0');
    expect(diff.stdout).toMatch(
      /Projets\n {2}Haies et mares d’un groupe de fermes : fiche modifiée : .*réalisé : 14\s900 → 15\s900/,
    );
    expect(diff.stdout).toMatch(
      /Textes de l’auteur\n {2}.+, « Fiches des projets » : texte modifié\n\n2 changements\./,
    );
    expect(diff.stdout).toMatch(/^Version 1\.0 \(12\sdécembre 2019\) → 1\.0/);
    // A manifest is a file that anyone may have written: its colours do not reach the terminal.
    const altered = join(folder, 'altere');
    await cp(before, altered, { recursive: true });
    await edit(join(altered, 'manifest.json'), '"libelle": "Haies et mares', '"libelle": "\\u001b[8mHaies et mares');
    const { stdout } = await runIn(folder, 'diff', 'out/1.0', 'altere');
    expect(stdout).toContain('␛[8mHaies');
    expect(stdout).not.toContain('\u001b');
  });

  it('says in its pages what changed since it was validated', async () => {
    expect((await runIn(folder, 'status')).stdout).toMatch(/Empreintes à garder : « Diagnostic[^\n]* », « /);
    const { stdout: gardees } = await runIn(folder, 'valider');
    expect(gardees).toMatch(/scenarios : validé le 19\savril 2018/);
    // The study is of December 2019: what it was at the meetings is no longer there.
    expect(gardees).toMatch(
      /L’étude est datée du 12\sdécembre 2019 : ces livrables sont gardés tels qu’ils sont aujourd’hui/,
    );
    expect((await runIn(folder, 'valider')).stdout).toMatch(/Aucune validation nouvelle/);
    // What comes after the date of a document does not show in it.
    const tardif = join(folder, 'data', 'participation.yaml');
    const whole = await readFile(tardif, 'utf8');
    await writeFile(
      tardif,
      `${whole}\n- id: tardif\n  titre: Entretien tardif\n  type: entretien\n  date: "2019-10-02"\n  lieu: Ambert\n  participants: { habitants: 2 }\n  fiabilite: illustratif\n`,
    );
    // What the author wrote is part of what was validated; what he notes for himself is not.
    const texte = join(folder, 'data', 'textes', 'scenarios', 'essentiel.md');
    const before = await readFile(texte, 'utf8');
    await writeFile(texte, `${before}\n<!-- à relire -->\n`);
    expect((await runIn(folder, 'status')).stdout).not.toMatch(/modifié depuis|Empreintes à garder/);
    await writeFile(tardif, whole);
    await writeFile(texte, `${before}\nUne phrase de plus.\n`);
    expect((await runIn(folder, 'status')).stdout).toMatch(
      /modifié depuis la validation du 19\savril 2018\n.*Textes de l’auteur, L’essentiel, « [^»]+ » : texte modifié\n\n/,
    );
    await writeFile(texte, before);
    await edit(join(folder, 'data', 'scenarios', 'reseau-anime.yaml'), 'etp: 0.8', 'etp: 1.1');
    expect((await runIn(folder, 'status')).stdout).toMatch(
      /modifié depuis la validation du 19\savril 2018\n(.*\n)*.*coût annuel : 96(.*\n)*.*fiche modifiée : .*ETP : 0,8 → 1,1/,
    );
    const { code, stderr } = await runIn(
      folder,
      'build',
      'scenarios',
      'copil',
      '--format',
      'pdf,pptx',
      '--depuis',
      'avant',
    );
    expect(code, stderr).toBe(0);
    const text = pdfText(join(release, 'scenarios.pdf'), '-layout');
    expect(text).toMatch(/Validé le 19\savril 2018 par le comité de pilotage[\s\S]{0,200}modifié depuis/);
    expect(stderr).toMatch(/modifiés depuis leur validation : scenarios, mode-operatoire/);
    expect(text).toMatch(/Version 1\.0, pour les faits connus au/);
    expect(text).toMatch(/Version 1\.0 \(modifié depuis sa validation\)/);
    expect(text).not.toMatch(/\(validé\)/);
    expect(text).toMatch(/Modifications depuis la validation/);
    expect(text).toMatch(/Évolutions depuis la version 1\.0/);
    expect(pdfText(join(release, 'copil.pdf'), '-layout')).toMatch(/Réseau animé : coût annuel : 96/);
    // The project changed above spends more than it receives: a contradiction, which the manifest keeps.
    expect((await manifestIn(release)).avertissements).toContainEqual(
      expect.objectContaining({ code: 'depenses-sans-recettes', fichier: 'projets/haies-mares.yaml' }),
    );
  });

  it('gives slides with charts that can be edited', async () => {
    const files = unzipSync(new Uint8Array(await readFile(join(release, 'copil.pptx'))));
    const names = Object.keys(files);
    expect(names.filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name)).length).toBeGreaterThanOrEqual(1);
    expect(names.some((name) => /embeddings\/.*\.xlsx$/.test(name))).toBe(true);
    const slides = names
      .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
      .map((name) => strFromU8(files[name] ?? new Uint8Array()));
    expect(slides.join('')).toMatch(/Décision attendue/);
    expect(slides.join('')).not.toMatch(/undefined|NaN|\[object/);
  });

  it('takes the date of its files from SOURCE_DATE_EPOCH when it is set', async () => {
    const env = { SOURCE_DATE_EPOCH: '1600000000' };
    const { code } = await runAt(folder, ['build', 'fiches-projets', '--format', 'pdf'], { env });
    expect(code).toBe(0);
    const info = execFileSync('pdfinfo', ['-isodates', join(release, 'fiches-projets.pdf')], { encoding: 'utf8' });
    expect(info).toMatch(/CreationDate: +2020-09-13/);
    expect(pdfText(join(release, 'fiches-projets.pdf'), '-layout')).toMatch(/Version 1\.0 d’octobre 2019/);
  });
});

describe('a release built again to be verified', () => {
  it('is the same, then differs where an input changed, and the reason is told', async () => {
    const folder = await copyStudy('tests/fixtures/autre-etude');
    await runIn(folder, 'build', 'diagnostic', 'scenarios', '--format', 'xlsx');
    const same = await runIn(folder, 'verify', 'out/1.2', '--rebuild');
    expect(same.code, same.stdout + same.stderr).toBe(0);
    expect(same.stdout).toMatch(/identiques à une reconstruction/);
    await edit(join(folder, 'data', 'criteres.yaml'), 'note: 14', 'note: 12');
    const { code, stdout } = await runIn(folder, 'verify', 'out/1.2', '--rebuild');
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ scenarios\.xlsx : la reconstruction donne un autre fichier/);
    expect(stdout).toMatch(/entrée criteres\.yaml : modifié/);
    expect(stdout).not.toMatch(/✗ diagnostic\.xlsx/);
    // The inputs of the manifest are those of the last build: another file is older than them.
    await runIn(folder, 'build', 'diagnostic', '--format', 'xlsx');
    const older = await runIn(folder, 'verify', 'out/1.2', '--rebuild');
    expect(older.code).toBe(1);
    expect(older.stdout).toMatch(/✗ scenarios\.xlsx : la reconstruction donne un autre fichier/);
    expect(older.stdout).toMatch(/« scenarios » date d’avant le dernier changement de l’étude/);
  });
});
