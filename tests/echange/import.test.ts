/** Lists as people keep them, taken into a study: what is read, what is refused, and that nothing is lost nor written unasked. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import excel from 'exceljs';
import { zipSync } from 'fflate';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { parse } from 'yaml';
import { idLibre } from '../../src/echange/importer.js';
import { copyStudy, edit, root } from '../support/cli.js';
import { runIn, type Said } from '../support/in-process.js';
import { classeur, ecrireFichiersReels } from './fichiers.js';

/** A workbook whose directory announces a sheet of so many bytes: to deflate them takes longer than all the other tests of imports. */
function announcing(size: number): Uint8Array {
  const bytes = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(1000) }));
  const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  for (const at of [22, directory + 24]) bytes.writeUInt32LE(size, at);
  return bytes;
}

let cwd: string;
beforeEach(async () => {
  cwd = await copyStudy('tests/fixtures/autre-etude');
  await ecrireFichiersReels(cwd);
});

const run = (...args: string[]): Promise<Said> => runIn(cwd, 'import', ...args);
const read = async (name: string): Promise<Record<string, unknown>[]> =>
  parse(await readFile(join(cwd, 'data', `${name}.yaml`), 'utf8')) as Record<string, unknown>[];
const entry = async (name: string, id: string): Promise<Record<string, unknown> | undefined> =>
  (await read(name)).find((one) => one.id === id);

/** Imports and writes; checks that the study still holds, and that the same import again changes nothing. */
async function take(collection: string, file: string, ...more: string[]): Promise<Said> {
  const before = await readFile(join(cwd, 'data', `${collection}.yaml`), 'utf8');
  const shown = await run(collection, file, ...more);
  expect(await readFile(join(cwd, 'data', `${collection}.yaml`), 'utf8')).toBe(before);
  const said = await run(collection, file, ...more, '--ecrire');
  expect(said.stderr).not.toMatch(/\n\s+at /);
  expect((await runIn(cwd, 'check')).stdout).not.toMatch(/ erreur /);
  const after = await readFile(join(cwd, 'data', `${collection}.yaml`), 'utf8');
  for (const comment of before.match(/^#.*$/gm) ?? []) expect(after).toContain(comment);
  expect((await run(collection, file, ...more)).stdout).toMatch(/^0 fiche nouvelle, 0 modifiée/);
  return { ...said, stdout: shown.stdout + said.stdout };
}

describe('ten files as people keep them', () => {
  it('a semicolon CSV in Windows-1252, with a title, an empty row, a total and a column of its own', async () => {
    const { stdout, stderr } = await take('acteurs', 'partenaires.csv');
    expect(stdout).toMatch(
      /2 fiches nouvelles, 0 modifiée, 0 inchangée, 0 ligne refusée\. Laissé de côté : ligne 7 \(total\)/,
    );
    expect(stderr).toMatch(/Windows-1252/);
    expect(stderr).toMatch(/Secteur +→ aucun champ : gardée en commentaire/);
    expect(await entry('acteurs', 'ile-verte')).toMatchObject({
      nom: 'Île verte',
      domaines: ['eau', 'alimentation'],
      contacts: [{ nom: 'Île verte', courriel: 'ile@exemple.invalid', consentement: false }],
    });
    const text = await readFile(join(cwd, 'data/acteurs.yaml'), 'utf8');
    expect(text).toContain('# Import : partenaires.csv, ligne 4.\n# Secteur : Nord\n- id: ile-verte');
    expect(text).toContain('nom: Forge d’en bas');
    // The column without a field is kept the next time too.
    await writeFile(join(cwd, 'suite.csv'), 'Structure;Type;Secteur\nPépinière;entreprise;Sud\n');
    expect((await run('acteurs', 'suite.csv')).stdout).toContain('+# Secteur : Sud');
  });

  it('commas, entities of HTML, quotes and line ends inside a cell', async () => {
    await take('acteurs', 'virgules.csv');
    expect(await entry('acteurs', 'cafe-cie')).toMatchObject({
      nom: 'Café & Cie',
      role: 'Accueil,\nateliers "ouverts"',
    });
    expect(await entry('acteurs', 'ressourcerie')).toMatchObject({ domaines: ['eau', 'mobilites'] });
  });

  it('the « texte Unicode » of Excel', async () => {
    await take('acteurs', 'unicode.txt');
    expect(await entry('acteurs', 'lycee-du-pont')).toMatchObject({
      type: 'etablissement-public',
      publics: ['lyceens'],
    });
  });

  it('merged titles, headings on two rows, a hidden sheet, links, rich text, a phone kept as a number', async () => {
    const { stdout, stderr } = await take('acteurs', 'contacts.xlsx');
    expect(stderr).toMatch(/Feuille masquée laissée de côté : « Ancienne liste »/);
    expect(stdout).toMatch(/ligne 4 \(intertitre « Associations »\), ligne 6 \(en-tête répété\)/);
    expect(await entry('acteurs', 'les-roues-libres')).toMatchObject({
      contacts: [{ nom: 'Accueil', courriel: 'roues@exemple.invalid', telephone: '0123456789', consentement: false }],
    });
    expect(await entry('acteurs', 'moulin-neuf')).toMatchObject({
      type: 'cooperative',
      publics: ['familles', 'artisans'],
    });
  });

  it('a cell merged over rows that replaces what the study says of an entry is told, and none that fills a blank', async () => {
    await classeur(join(cwd, 'fusions.xlsx'), (workbook) => {
      const sheet = workbook.addWorksheet('Actions');
      sheet.addRow(['Identifiant', 'Titre', 'Domaines', 'Commentaire']);
      sheet.addRow(['bourse', 'Bourse aux vélos et marché', 'eau', 'Relu']);
      sheet.addRow(['marche-paysan', null, null, null]);
      for (const cells of ['B2:B3', 'D2:D3']) sheet.mergeCells(cells);
    });
    const { stdout, stderr } = await run('actions', 'fusions.xlsx');
    expect(stdout).toMatch(/2 modifiées/);
    expect(stderr.match(/Attention : la cellule .*/g)).toEqual([
      expect.stringMatching(
        /cellule B2 est fusionnée .* B3 .*« Titre » de la fiche « marche-paysan » devient « Bourse aux vélos et marché », au lieu de « Marché du soir »/,
      ),
    ]);
  });

  it('a budget: dates, years, amounts, a bearer merged over rows, totals; what is doubtful is sent back', async () => {
    const { code, stdout, stderr } = await take('actions', 'budget.xlsx');
    expect(code).toBe(1);
    expect(stdout).toMatch(/3 fiches nouvelles, 0 modifiée, 0 inchangée, 1 ligne refusée/);
    expect(await entry('actions', 'jardins-de-pluie')).toMatchObject({
      porteur: 'c3r',
      debut: '2021-09-15',
      cout: 12500,
    });
    expect(await entry('actions', 'velos-en-pret')).toMatchObject({ porteur: 'c3r', debut: '2022', cout: 4300.5 });
    expect(await entry('actions', 'etude-du-marche')).toMatchObject({
      debut: '2022-03',
      cout: { min: 10000, mode: 12000, max: 18000 },
    });
    expect(stderr).toMatch(/budget\.xlsx, ligne 8, « Date début » : « bientôt » n'est pas une date/);
    expect(stderr).toMatch(/ligne 8, « Coût total » : « 18\.000 » n'est pas un montant sûr/);
    const workbook = new excel.Workbook();
    await workbook.xlsx.readFile(join(cwd, 'a-corriger-actions.xlsx'));
    const row = workbook.worksheets[0]?.getRow(2).values as unknown[];
    expect(row.slice(1, 5)).toEqual([
      8,
      expect.stringMatching(/bientôt.*\n.*18\.000/),
      expect.stringMatching(/Exemples? :/),
      'Prix flou',
    ]);
    // Half corrected by somebody meanwhile: it is left, and the one of the next import stands beside.
    await writeFile(join(cwd, 'a-corriger-actions.xlsx'), 'corrigé à moitié');
    expect((await take('actions', 'budget.xlsx', '--ecrire')).stderr).toMatch(/importer : a-corriger-actions-2\.xlsx/);
    expect(await readFile(join(cwd, 'a-corriger-actions.xlsx'), 'utf8')).toBe('corrigé à moitié');
    // Untouched two seconds later, by the grain of an archive's dates: it is the same file.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5000 });
    onTestFinished(() => void vi.useRealTimers());
    expect((await take('actions', 'budget.xlsx', '--ecrire')).stderr).toMatch(/importer : a-corriger-actions-2\.xlsx/);
  });

  it('several values in a cell, whatever separates them', async () => {
    await take('acteurs', 'plusieurs.csv');
    expect(await entry('acteurs', 'assemblee-des-rives')).toMatchObject({
      domaines: ['eau', 'mobilites'],
      publics: ['familles', 'artisans'],
      fonctions: ['ecouter', 'relier'],
    });
  });

  it('several labels in a cell, of which one holds what parts them; days by their usual heading', async () => {
    const path = join(cwd, 'data/etude.yaml');
    await writeFile(path, (await readFile(path, 'utf8')).replace('libelle: Eau,', 'libelle: "Eau, rivières et lacs",'));
    await writeFile(
      join(cwd, 'mots.csv'),
      'Structure;Type;Domaines;Jours par an\nLa Barque;association;Mobilités, Eau, rivières et lacs et Alimentation;12\n',
    );
    await run('acteurs', 'mots.csv', '--ecrire');
    expect(await entry('acteurs', 'la-barque')).toMatchObject({
      domaines: ['mobilites', 'eau', 'alimentation'],
      moyens: { jours_an: 12 },
    });
  });

  it('doubles: by case and accents they are the same entry; by acronym, initials or e-mail they are told', async () => {
    const { stderr, stdout } = await take('acteurs', 'doublons.csv');
    expect(stdout).toMatch(/1 fiche nouvelle, 0 modifiée, 2 inchangées, 4 lignes refusées/);
    expect(stderr).toMatch(/ligne 4 : « C3R » est peut-être « c3r », de l’inventaire, par son sigle/);
    expect(stderr).toMatch(
      /ligne 6 : « Atelier repris » est peut-être « atelier-velo », de l’inventaire, par l’adresse « accueil@exemple\.invalid »/,
    );
    expect(stderr).toMatch(/ligne 8 : « neuve » est déjà à la ligne 7/);
  });

  it('several values are added to those of an entry met by its name; a row with its id replaces them', async () => {
    const before = (await entry('acteurs', 'atelier-velo'))?.publics;
    expect(before).toEqual(['lyceens', 'familles']);
    await writeFile(join(cwd, 'liste.csv'), "Nom;Publics\nL'Atelier du vélo;Familles, Artisans\n");
    await take('acteurs', 'liste.csv');
    expect((await entry('acteurs', 'atelier-velo'))?.publics).toEqual(['lyceens', 'familles', 'artisans']);
    await writeFile(join(cwd, 'formulaire.csv'), 'id;Publics\natelier-velo;Artisans\n');
    await take('acteurs', 'formulaire.csv');
    expect((await entry('acteurs', 'atelier-velo'))?.publics).toEqual(['artisans']);
  });

  it('a vocabulary of its own, translated once in the file that the study keeps', async () => {
    const refused = await run('acteurs', 'vocabulaire.csv');
    expect(refused.stderr).toMatch(/« Tiers-lieu du bourg » n'est pas une valeur admise/);
    expect(refused.code).toBe(1);
    await mkdir(join(cwd, 'data/.atelier/import'), { recursive: true });
    const words = 'valeurs: { type: { Tiers-lieu du bourg: association }, domaines: { Transports: mobilites } }\n';
    await writeFile(join(cwd, 'data/.atelier/import/acteurs.yaml'), words);
    await take('acteurs', 'vocabulaire.csv');
    expect(await entry('acteurs', 'garage-solidaire')).toMatchObject({ type: 'association', domaines: ['mobilites'] });
    expect(await readFile(join(cwd, 'data/.atelier/import/acteurs.yaml'), 'utf8')).toMatch(
      /Tiers-lieu du bourg: association/,
    );
  });

  it('names that give the same id once cut, and rows without a name', async () => {
    const { stderr, stdout } = await take('acteurs', 'collisions.csv');
    expect(stdout).toMatch(/2 fiches nouvelles, 0 modifiée, 0 inchangée, 2 lignes refusées/);
    expect(stderr).toMatch(/ligne 4 : la ligne n’a ni nom ni identifiant/);
    expect(stderr).toMatch(/ligne 5 : la ligne n’a ni nom ni identifiant/);
    const ids = (await read('acteurs')).map(({ id }) => id).slice(-2);
    expect(ids).toEqual(['societe-intercommunale-de-gestion', 'societe-intercommunale-de-gestion-2']);
  });

  it('needs by their usual headings; a note out of its form and an unknown public are refused with a suggestion', async () => {
    const { stderr, stdout } = await take('besoins', 'besoins.csv');
    expect(stdout).toMatch(/1 fiche nouvelle/);
    expect(await entry('besoins', 'trouver-un-atelier')).toMatchObject({
      public: 'lyceens',
      importance: 4,
      fonctions: ['former'],
    });
    expect(stderr).toMatch(/ligne 3, « Importance » : « 4\/5 » n'est pas un nombre sûr/);
    expect(stderr).toMatch(
      /ligne 4, « Cible » : « Habitants » n'est dans aucune fiche connue\.\n {2}Connus : artisans, familles, lyceens/,
    );
  });
});

describe('lists in a worse state', () => {
  const feuille = async (name: string, rows: unknown[][], more?: (workbook: excel.Workbook) => void): Promise<void> => {
    const workbook = new excel.Workbook();
    workbook.addWorksheet('Liste').addRows(rows);
    more?.(workbook);
    await workbook.xlsx.writeFile(join(cwd, name));
  };

  it('usual words of a closed list, a phone without its zero, days of a spreadsheet: read, and told', async () => {
    await feuille('usuel.xlsx', [
      ['Structure', 'Nature', 'Tél', 'Où on en est', 'Rencontré le'],
      ['Légumerie du Pont', 'SCIC SA', 298990001, 'rencontrée', 44_986],
      ['Eaux du Pont', 'SPL', '02 98 99 00 02', 'À contacter', '3 mars 2023'],
      ['Ferme du Gué', 'GAEC', 33298990003, 'volontaire', 2023],
    ]);
    const { stderr } = await take('acteurs', 'usuel.xlsx');
    expect(await entry('acteurs', 'legumerie-du-pont')).toMatchObject({
      type: 'scic',
      engagement: 'contacte',
      engagement_date: '2023-03-01',
      contacts: [{ telephone: '02 98 99 00 01' }],
    });
    expect(await entry('acteurs', 'eaux-du-pont')).toMatchObject({ type: 'spl', engagement: 'pressenti' });
    expect(await entry('acteurs', 'ferme-du-gue')).toMatchObject({
      type: 'exploitation-agricole',
      engagement_date: '2023',
      contacts: [{ telephone: '+33 2 98 99 00 03' }],
    });
    expect(stderr).toMatch(/« Nature » : « SCIC SA » est lu « scic » \(ligne 2\)/);
    expect(stderr).toMatch(/« Tél » : « 298990001 » est lu « 02 98 99 00 01 »/);
    expect(stderr).toMatch(/« Rencontré le » : « 44986 » est lu « 2023-03-01 »/);
    expect(stderr).not.toMatch(/« 3 mars 2023 » est lu/);
  });

  it('a quantity that may be a range has its unit too', async () => {
    await feuille('jours.csv', [
      ['nom', 'jours', 'prix'],
      ['Visite guidée', '2,5 j', '1 200'],
      ['Prêt de vélos', '2 j ; 3 j ; 5 j', '300'],
      ['Guide du vélo', 'trois', '300'],
    ]);
    const { stderr } = await take(
      'outils',
      'jours.csv',
      '--colonne',
      'jours=cout.jours_an',
      'prix=cout.investissement',
    );
    expect(stderr).toMatch(/« trois » n'est pas un nombre sûr\.\n {2}Exemple : 2,5, ou 2 ; 3 ; 5/);
    expect(stderr).not.toMatch(/« 2,5 j »|« 2 j ; 3 j/);
  });

  it('what says that nothing is known is a blank cell, and told; a number has its unit, and what is no number says what is asked', async () => {
    await feuille('a-peu-pres.xlsx', [
      ['Structure', 'Type', 'Jours par an', 'Rencontré le', 'Intérêt', 'Commentaire'],
      ['Légumerie du Pont', 'association', '2,5 j', 'n/a', 'à préciser', 'n/a'],
      ['Eaux du Pont', 'association', '2 h 30', '12/03/2023', 3, ''],
      ['Ferme du Gué', 'association', 'deux', 'mi-mars 2023', '', ''],
    ]);
    const { stderr } = await take('acteurs', 'a-peu-pres.xlsx');
    const found = await entry('acteurs', 'legumerie-du-pont');
    expect(found).toMatchObject({ moyens: { jours_an: 2.5 }, commentaire: 'n/a' });
    expect(Object.keys(found ?? {})).not.toContain('engagement_date');
    expect(stderr).toMatch(/« Rencontré le » : « n\/a » est lu comme une cellule vide \(ligne 2\)/);
    expect(stderr).toMatch(/« Intérêt » : « à préciser » est lu comme une cellule vide \(ligne 2\)/);
    expect(stderr).toMatch(/ligne 3, « Jours par an » : .*\n {2}« 2 h 30 » est une durée \(2,5 heures\)/);
    expect(stderr).toMatch(/ligne 4, « Jours par an » : .*\n {2}Écrivez le nombre en chiffres : 2\./);
    expect(stderr).toMatch(/ligne 4, « Rencontré le » : .*\n {2}Écrivez 2023-03 :/);
  });

  it('« tous publics » is each public of the study, and told; a cost in days has its unit', async () => {
    await feuille('tous.xlsx', [
      ['Nom', 'Publics', 'Domaines', 'Coût : jours an'],
      ['Camion', 'Tous publics', 'Eau', '5 jours/an'],
      ['Benne', 'tous retraités', 'Eau', ''],
    ]);
    const { stderr } = await take('outils', 'tous.xlsx');
    expect(await entry('outils', 'camion')).toMatchObject({
      publics: ['familles', 'lyceens', 'artisans'].sort(),
      cout: { jours_an: 5 },
    });
    expect(stderr).toMatch(/« Publics » : « Tous publics » est lu « [a-z, ]+ » \(ligne 2\)/);
    expect(stderr).toMatch(/ligne 3, « Publics » : « tous retraités » n'est dans aucune fiche connue/);
  });

  it('two contacts in a cell, mailto, headings met twice, a column known by what it holds', async () => {
    await feuille('contacts-2.xlsx', [
      ['Structure', 'Type', 'Contact', 'Mail', 'Mail', 'Ce qu’ils font', 'Divers', 'Divers'],
      ['Halle du Pont', 'association', 'A. Un / B. Deux', 'a@exemple.fr ; mailto:b@exemple.fr', '', 'Former', 'x', 'y'],
      ['Cale du Pont', 'association', 'Accueil', 'Accueil <c@exemple.fr>', 'd@exemple.fr', 'former, écouter', '', ''],
      ['Tour du Pont', 'association', '', '', '', 'Écouter', '', 'z'],
    ]);
    const { stdout, stderr } = await take('acteurs', 'contacts-2.xlsx');
    expect(stderr).toMatch(/Ce qu’ils font → fonctions \(à ce qu’elle contient\)/);
    expect(stderr).toMatch(/Mail \(2\) +→ contacts\.2\.courriel/);
    expect((await entry('acteurs', 'halle-du-pont'))?.contacts).toEqual([
      { nom: 'A. Un', courriel: 'a@exemple.fr', consentement: false },
      { nom: 'B. Deux', courriel: 'b@exemple.fr', consentement: false },
    ]);
    expect((await entry('acteurs', 'cale-du-pont'))?.contacts).toEqual([
      { nom: 'Accueil', courriel: 'c@exemple.fr', consentement: false },
      { nom: 'Cale du Pont', courriel: 'd@exemple.fr', consentement: false },
    ]);
    expect(stdout).toMatch(/\+# Divers \(2\) : y/);
  });

  it('another table below, other sheets and rows that a filter hides are never left without a word', async () => {
    const rows = [
      ['Nom', 'Type'],
      ['Neuve', 'association'],
      [],
      ['Intitulé', 'Coût total', 'Porteur'],
      ['Fête', 1200, 'Neuve'],
    ];
    await feuille('plusieurs-tables.xlsx', rows, (workbook) => {
      const other = workbook.addWorksheet('Élus');
      other.addRows([['Nom'], ['Mairie']]);
      other.getRow(2).hidden = true;
    });
    const { stderr } = await take('acteurs', 'plusieurs-tables.xlsx');
    expect(stderr).toMatch(
      /autre tableau commence à la ligne 4 \(« Intitulé », « Coût total ».*lignes 4 à 5 ne sont pas lues/,
    );
    expect(stderr).toMatch(/Feuille non lue : « Élus » \(« --feuille NOM »/);
    expect(stderr).toMatch(/Feuille « Élus » : 1 ligne masquée .*lue comme les autres/);
    expect((await read('acteurs')).some(({ nom }) => nom === 'Fête')).toBe(false);
  });

  it('what the workbook of refused rows says of each stays out of the entries when it comes back', async () => {
    await feuille('a-corriger-acteurs.xlsx', [
      ['Ligne du fichier', 'Ce qui ne va pas', 'Que faire', 'Nom', 'Type'],
      [7, 'Type : cette valeur manque.', 'Donnez-la.', 'Corrigée', 'association'],
    ]);
    const { stdout, stderr } = await take('acteurs', 'a-corriger-acteurs.xlsx');
    expect(stderr).toMatch(/Que faire +→ laissée de côté/);
    expect(stdout).not.toMatch(/\+# (Que faire|Ce qui ne va pas|Ligne du fichier)/);
  });

  it('a workbook sent back, left in the folder, is told by the inventory of its name', async () => {
    await writeFile(join(cwd, 'data/a-corriger-acteurs.xlsx'), 'x');
    await writeFile(join(cwd, 'data/Contacts 2026.xlsx'), 'x');
    await writeFile(join(cwd, 'data/divers.csv'), 'x');
    const { stdout } = await runIn(cwd, 'check');
    expect(stdout).toMatch(/« atelier import acteurs data\/a-corriger-acteurs\.xlsx »/);
    expect(stdout).toMatch(/« atelier import acteurs "data\/Contacts 2026\.xlsx" »/);
    expect(stdout).toMatch(/« atelier import », suivi du nom d’un inventaire \(.*\) et de data\/divers\.csv/);
  });
});

describe('what import says', () => {
  it('an address by the word in its brackets; an abbreviation gets the word it begins; refused rows say what to do', async () => {
    const rows = 'Structure;Contact (mail);Contact (tél);Type\nForge;f@exemple.fr;04 00 00 00 00;chambre\n';
    await writeFile(join(cwd, 'contacts.csv'), rows);
    const { stderr } = await run('acteurs', 'contacts.csv');
    expect(stderr).toMatch(/Contact \(mail\) → contacts\.1\.courriel/);
    expect(stderr).toMatch(/Contact \(tél\) {2}→ contacts\.1\.telephone/);
    expect(stderr).toMatch(
      /« chambre » n'est pas une valeur admise\.\n {2}Vouliez-vous dire « chambre-consulaire » \?/,
    );
    expect(stderr).toMatch(/« --rejets FICHIER\.xlsx » écrit les lignes refusées.*\.atelier\/import\/acteurs\.yaml/);
  });

  it('takes the field of a column from the command line, and keeps it', async () => {
    await writeFile(
      join(cwd, 'mots.csv'),
      'Désignation usuelle;Type;Suivi;Notes\nPetite régie;association;relancer;rien\n',
    );
    const guessed = await run('acteurs', 'mots.csv');
    expect(guessed.stderr).toMatch(/Désignation usuelle +→ aucun champ/);
    const told = ['--colonne', 'designation usuelle=nom', 'Suivi=note_interne', '--colonne', 'Notes=-'];
    const shown = await run('acteurs', 'mots.csv', ...told);
    expect(shown.stderr).toMatch(
      /Désignation usuelle +→ nom \(indiquée\)\n +Type .*\n +Suivi +→ note_interne.*\n +Notes +→ laissée/,
    );
    expect(await entry('acteurs', 'petite-regie')).toBeUndefined();
    expect((await run('acteurs', 'mots.csv', ...told, '--ecrire')).code).toBe(0);
    expect(await entry('acteurs', 'petite-regie')).toMatchObject({ nom: 'Petite régie', note_interne: 'relancer' });
    expect((await run('acteurs', 'mots.csv')).stdout).toMatch(/^0 fiche nouvelle, 0 modifiée, 1 inchangée/);
    // What is said now wins over what was kept.
    expect((await run('acteurs', 'mots.csv', '--colonne', 'Type=nom')).stderr).toMatch(/Type +→ nom/);
  });

  it.each([
    [['Suivi=nomm'], /le champ « nomm » n'existe pas\. Vouliez-vous dire « nom »/],
    [['Suivis=role'], /aucune colonne n'a ce titre\. Vouliez-vous dire « Suivi »[^\n]*Colonnes : « Nom », « Suivi »/],
    [['Suivi=nom', 'Nom=nom'], /« Suivi » et « Nom » ne peuvent pas remplir le même champ, « nom »/],
    [['Suivi'], /titre=champ/],
  ])('refuses --colonne %s', async (columns, message) => {
    await writeFile(join(cwd, 'mots.csv'), 'Nom;Suivi\nPetite régie;relancer\n');
    const said = await run('acteurs', 'mots.csv', '--colonne', ...columns);
    expect(said.stderr).toMatch(message);
    expect(said.code).toBe(2);
  });

  it('gives a common value to new entries, a source, and refuses those that do not exist', async () => {
    await writeFile(join(cwd, 'noms.csv'), 'nom\nPetite régie\n');
    const without = await run('acteurs', 'noms.csv');
    expect(without.stderr).toMatch(/« Type » : cette valeur manque, et elle est obligatoire\.\n.*--defaut type=…/);
    expect((await run('acteurs', 'noms.csv', '--defaut', 'typ=association')).stderr).toMatch(
      /Vouliez-vous dire « type »/,
    );
    expect((await run('acteurs', 'noms.csv', '--source', 'nulle')).code).toBe(2);
    const with_ = await run('acteurs', 'noms.csv', '--defaut', 'type=Association', 'fiabilite=declaratif', '--ecrire');
    expect(with_.code).toBe(0);
    expect(await entry('acteurs', 'petite-regie')).toMatchObject({
      type: 'association',
      fiabilite: 'declaratif',
      publics: [],
    });
    // The common value is remembered.
    await writeFile(join(cwd, 'autres.csv'), 'nom\nAutre régie\n');
    expect((await run('acteurs', 'autres.csv')).stdout).toMatch(/1 fiche nouvelle/);
  });

  it.each([
    ['acteur', 'partenaires.csv', 2, /Vouliez-vous dire « acteurs »/],
    ['etude', 'partenaires.csv', 2, /n'est pas un inventaire en liste/],
    ['acteurs', 'rien.xlsx', 1, /« .*rien\.xlsx » n'existe pas/],
    [
      'acteurs',
      'vieux.xls',
      1,
      /ancien classeur Excel \(\.xls\), ou un classeur protégé.*enregistrez-le au format \.xlsx/,
    ],
    ['acteurs', 'renomme.xlsx', 1, /ancien classeur Excel/],
    ['acteurs', 'tableur.ods', 1, /OpenDocument.*n’est pas lisible.*enregistrez-le au format \.xlsx/],
    ['acteurs', 'export.xls', 1, /page Web enregistrée sous un nom de tableur/],
    ['acteurs', 'faux.xlsx', 1, /« faux\.xlsx » est en fait du texte, lu comme un CSV/],
    ['acteurs', 'abime.xlsx', 1, /pas un classeur Excel lisible/],
    ['acteurs', 'chiffres.csv', 1, /aucune colonne ne ressemble à un champ de « acteurs »/],
  ])('%s %s', async (collection, file, code, message) => {
    const ancien = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    await writeFile(join(cwd, 'vieux.xls'), ancien);
    await writeFile(join(cwd, 'renomme.xlsx'), ancien);
    await writeFile(join(cwd, 'tableur.ods'), 'PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.spreadsheet');
    await writeFile(join(cwd, 'export.xls'), '<html><body><table><tr><td>nom</td></tr></table></body></html>');
    await writeFile(join(cwd, 'faux.xlsx'), 'x');
    await writeFile(join(cwd, 'abime.xlsx'), 'PK\u0003\u0004x');
    await writeFile(join(cwd, 'chiffres.csv'), 'zz;yy\n1;2\n');
    const said = await run(collection, file);
    expect(said.stderr).toMatch(message);
    expect(said.code).toBe(code);
  });

  it('refuses at once what never ends, or swells: a pipe, a device, a bomb, thousands of columns', async () => {
    execFileSync('mkfifo', [join(cwd, 'tube.csv')]);
    await symlink('/dev/zero', join(cwd, 'zero.xlsx'));
    await writeFile(join(cwd, 'bombe.xlsx'), announcing(450_000_000));
    await writeFile(join(cwd, 'large.csv'), `${'nom;'.repeat(5000)}x\n${'a;'.repeat(5000)}x\n`);
    for (const [file, message] of [
      ['tube.csv', /n'est pas un fichier/],
      ['zero.xlsx', /n'est pas un fichier/],
      ['bombe.xlsx', /une fois ouvert, le classeur dépasse 400 Mo/],
      ['large.csv', /plus de 1000 colonnes/],
    ] as const) {
      const { code, stderr } = await run('acteurs', file);
      expect(stderr).toMatch(message);
      expect(code).toBe(1);
    }
  });

  it.runIf(process.platform === 'linux')('leaves the study as it was where the disk takes no more', async () => {
    const names = Array.from({ length: 300 }, (_, n) => `Structure ${n};association;eau;ecouter;familles`);
    await writeFile(join(cwd, 'longue.csv'), `nom;type;domaines;fonctions;publics\n${names.join('\n')}\n`);
    const before = await readdir(join(cwd, 'data'));
    const command = `ulimit -f 16; ${process.execPath} ${join(root, 'bin/atelier.js')} import acteurs longue.csv --ecrire > /dev/null`;
    const { status, stderr } = spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' });
    expect(stderr).toMatch(/acteurs\.yaml » n'a pas pu être écrit/);
    expect(status).toBe(1);
    expect(await readdir(join(cwd, 'data'))).toEqual(before);
  });

  it('reads UTF-16 in both orders of its bytes', async () => {
    const bytes = Buffer.from('\ufeffnom;type\nRégie d’été;association\n', 'utf16le');
    for (const [name, content] of [
      ['petit.csv', bytes],
      ['grand.csv', Buffer.from(bytes).swap16()],
    ] as const) {
      await writeFile(join(cwd, name), content);
      expect((await run('acteurs', name)).stdout, name).toMatch(/nom: Régie d’été/);
    }
  });

  it('asks for a sound inventory first', async () => {
    await edit(join(cwd, 'data/acteurs.yaml'), /^ {2}type: .*\n/m, '');
    const { code, stderr } = await run('acteurs', 'partenaires.csv');
    expect(code).toBe(1);
    expect(stderr).toMatch(/cle-manquante[\s\S]*Corrigez d’abord/);
  });

  it('does not wait for what another inventory has wrong, and says so', async () => {
    await writeFile(join(cwd, 'data/outils.yaml'), '- id: x\n  detenteur: nulle-part\n');
    const { stdout, stderr } = await run('acteurs', 'partenaires.csv');
    expect(stdout).toMatch(/2 fiches nouvelles/);
    expect(stderr).toMatch(/1 erreur ailleurs dans l’étude/);
    expect(stderr).not.toMatch(/cle-manquante/);
    expect((await runIn(cwd, 'export', 'acteurs')).code).toBe(0);
  });

  it('waits for what its words are looked for in to be read', async () => {
    await writeFile(join(cwd, 'data/outils.yaml'), '- id: x\n  detenteur: nulle-part\n');
    await writeFile(join(cwd, 'data/sources.yaml'), '- { id: x\n');
    const { code, stderr } = await run('acteurs', 'partenaires.csv');
    expect(code).toBe(1);
    expect(stderr).toMatch(/sources\.yaml[\s\S]*Corrigez d’abord/);
    // What the list may bring is not among what stands in its way, nor what it does not read.
    expect(stderr).not.toMatch(/reference-inconnue|outils\.yaml/);
  });

  it('asks for a study', async () => {
    const { code, stderr } = await runIn(cwd, 'import', 'acteurs', 'partenaires.csv', '-C', 'ailleurs');
    expect(code).toBe(1);
    expect(stderr).toMatch(/etude-introuvable/);
  });

  it('names ids that nobody has', () => {
    expect(idLibre('Île', new Set(['ile', 'ile-2']))).toBe('ile-3');
    expect(idLibre('???', new Set())).toBe('fiche');
    expect(idLibre('x'.repeat(90), new Set()).length).toBeLessThanOrEqual(40);
  });
});
