/** Ten files as people keep them, for the study of `tests/fixtures/autre-etude`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import excel from 'exceljs';

const windows1252 = (text: string): Buffer =>
  Buffer.from(text.replaceAll('€', '\u0080').replaceAll('’', '\u0092'), 'latin1');

export async function classeur(path: string, fill: (workbook: excel.Workbook) => void): Promise<void> {
  const workbook = new excel.Workbook();
  fill(workbook);
  await workbook.xlsx.writeFile(path);
}

/** Writes the files in `dir`; each key is what the file has of its own. */
export async function ecrireFichiersReels(dir: string): Promise<Record<string, string>> {
  const at = (name: string): string => join(dir, name);

  await writeFile(
    at('partenaires.csv'),
    windows1252(
      'Liste des partenaires au 3 mars;;;;\r\n;;;;\r\nStructure;Type;Thématique;Mél;Secteur\r\nÎle verte;association;Eau, Alimentation;ile@exemple.invalid;Nord\r\nForge d’en bas;entreprise;mobilités;;\r\n;;;;\r\nTotal;2;;;\r\n',
    ),
  );
  await writeFile(
    at('virgules.csv'),
    '\uFEFFnom,type,role,domaines\n"Caf&eacute; &amp; Cie",association,"Accueil,\nateliers ""ouverts""",eau\nRessourcerie,Association,,"eau;mobilites"\n',
  );
  await writeFile(
    at('unicode.txt'),
    Buffer.from('\uFEFFNom\tType\tPublic\r\nLycée du Pont\tétablissement public\tLycéens\r\n', 'utf16le'),
  );

  await classeur(at('contacts.xlsx'), (workbook) => {
    const hidden = workbook.addWorksheet('Ancienne liste', { state: 'hidden' });
    hidden.addRows([
      ['Nom', 'Type'],
      ['Disparue', 'association'],
    ]);
    const sheet = workbook.addWorksheet('Contacts 2023');
    sheet.addRow(['Contacts du territoire']);
    sheet.mergeCells('A1:F1');
    sheet.addRow(['Organisme', 'Catégorie', 'Contact', null, null, 'Publics visés']);
    sheet.mergeCells('C2:E2');
    sheet.addRow([null, null, 'Nom', 'Mél', 'Tél.', null]);
    sheet.addRow(['Associations']);
    sheet.mergeCells('A4:F4');
    sheet.addRow([
      'Les Roues libres',
      'association',
      'Accueil',
      { text: 'roues@exemple.invalid', hyperlink: 'mailto:roues@exemple.invalid' },
      123456789,
      'familles',
    ]);
    sheet.getCell('E5').numFmt = '00 00 00 00 00';
    sheet.addRow(['Organisme', 'Catégorie', 'Nom', 'Mél', 'Tél.', 'Publics visés']);
    sheet.addRow([
      { richText: [{ text: 'Moulin ' }, { text: 'neuf' }] },
      'coopérative',
      null,
      'moulin@exemple.invalid',
      null,
      'Familles et artisans',
    ]);
  });

  await classeur(at('budget.xlsx'), (workbook) => {
    const sheet = workbook.addWorksheet('Budget');
    sheet.addRow(['BUDGET DES ACTIONS 2021-2022']);
    sheet.mergeCells('A1:F1');
    sheet.addRow([]);
    sheet.addRow([
      'Intitulé de l’action',
      'Structure porteuse',
      'Date début',
      'Coût total',
      'Thématique',
      'Public cible',
    ]);
    sheet.addRow(['Jardins de pluie', 'C3R', new Date(Date.UTC(2021, 8, 15)), '12 500 €', 'Eau', 'Familles']);
    sheet.addRow(['Vélos en prêt', null, 2022, 4300.5, 'Mobilités', 'lycéens']);
    sheet.mergeCells('B4:B5');
    sheet.addRow(['Sous-total', null, null, { formula: 'SUM(D4:D5)', result: 16800.5 }]);
    sheet.addRow([
      'Étude du marché',
      'Halle paysanne',
      '03/2022',
      '10 000 ; 12 000 ; 18 000',
      'alimentation',
      'familles',
    ]);
    sheet.addRow(['Prix flou', 'Halle paysanne', 'bientôt', '18.000', 'alimentation', 'familles']);
    sheet.addRow(['TOTAL', null, null, 28800.5]);
  });

  await writeFile(
    at('plusieurs.csv'),
    'Nom;Type;Domaines;Publics;Fonctions\nAssemblée des rives;collectif;"eau\nmobilites";Familles / Artisans;écouter et relier\n',
  );
  await writeFile(
    at('doublons.csv'),
    'nom;type;sigle;mail\nHALLE PAYSANNE;coopérative;;\nCommunauté de communes des trois rivières;collectivite;;\nC3R;collectivite;;\nCommune Trois Rivières;collectivite;;\nAtelier repris;association;;accueil@exemple.invalid\nNeuve;association;;\nneuve;association;;\n',
  );
  await writeFile(at('vocabulaire.csv'), 'Nom;Type;Domaines\nGarage solidaire;Tiers-lieu du bourg;Transports\n');
  await writeFile(
    at('collisions.csv'),
    `nom;type\n${'Société intercommunale de gestion des rives '}du nord;entreprise\nSociété intercommunale de gestion des rives du sud;entreprise\n;entreprise\n???;entreprise\n`,
  );
  await writeFile(
    at('besoins.csv'),
    'Besoin;Cible;Importance;Thèmes;Fonctions\nTrouver un atelier;Lycéens;4;Mobilités;Former\nGarder l’eau;artisans;4/5;eau;ecouter\nManger local;Habitants;2;alimentation;relier\n',
  );

  return Object.fromEntries(
    [
      'partenaires.csv',
      'virgules.csv',
      'unicode.txt',
      'contacts.xlsx',
      'budget.xlsx',
      'plusieurs.csv',
      'doublons.csv',
      'vocabulaire.csv',
      'collisions.csv',
      'besoins.csv',
    ].map((name) => [name, at(name)]),
  );
}
