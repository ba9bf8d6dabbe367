/** A new study: the files of a skeleton or of an example, as texts to write in an empty folder. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PACKAGE } from '../package/package.js';
import { VERSION_DU_MODELE } from '../study/schema/version.js';

export interface NouvelleEtude {
  titre: string;
  maitreOuvrage: string;
  prestataire: string;
  territoire: string;
  /** Name of the study in its own files: lower case, without accents. */
  id: string;
  /** ISO date of the first deliverable. */
  date: string;
  /** ISO date of the first version: the day when the study begins. */
  debut: string;
}

/** Folder that takes the study when none is named: the one that every other command reads by default. */
export const DOSSIER_USUEL = 'data';

/** What a study that is being made says until its author does. */
export const REPONSES_USUELLES = {
  titre: 'Ma première étude',
  maitreOuvrage: 'Maître d’ouvrage à préciser',
  prestataire: 'Prestataire à préciser',
  territoire: 'Territoire à préciser',
} as const;

export interface FichierNeuf {
  /** Path in the new folder. */
  nom: string;
  texte: string;
}

/** A text as YAML takes it on one line, whatever signs it holds. */
const citer = (text: string): string => JSON.stringify(text.replace(/\s+/g, ' ').trim());

function remplir(template: string, etude: NouvelleEtude): string {
  const { titre, maitreOuvrage, prestataire, territoire, id, date, debut } = etude;
  const values: Readonly<Record<string, string>> = {
    titre: citer(titre),
    id,
    maitre_ouvrage: citer(maitreOuvrage),
    prestataire: citer(prestataire),
    territoire: citer(territoire),
    date,
    debut,
    graine: debut.replaceAll('-', ''),
    schema_version: String(VERSION_DU_MODELE),
  };
  return template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}

async function textesDe(folder: string): Promise<FichierNeuf[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml') || name.endsWith('.json')).sort();
  return Promise.all(names.map(async (nom) => ({ nom, texte: await readFile(join(folder, nom), 'utf8') })));
}

const IGNORES = ['out/', 'node_modules/', '.~lock.*', '~$*', ''].join('\n');
/** The editor finds the schemas beside the study, without a network. */
const REGLAGES = `${JSON.stringify({ 'yaml.schemaStore.enable': false, 'editor.wordWrap': 'on', 'files.encoding': 'utf8' }, null, 2)}\n`;
const EXTENSIONS = `${JSON.stringify({ recommendations: ['redhat.vscode-yaml'] }, null, 2)}\n`;

/** `exemple`: a small study of an imaginary territory, complete, in place of the skeleton. */
export async function fichiersInit(etude: NouvelleEtude, exemple: boolean): Promise<FichierNeuf[]> {
  const [study, schemas, readme] = await Promise.all([
    textesDe(join(PACKAGE, 'modeles', exemple ? 'exemple' : 'etude')),
    textesDe(join(PACKAGE, 'schemas')),
    readFile(join(PACKAGE, 'modeles/LISEZMOI.md'), 'utf8'),
  ]);
  const titre = exemple ? 'Étude d’exemple' : etude.titre;
  return [
    ...study.map(({ nom, texte }) => ({ nom, texte: exemple ? texte : remplir(texte, etude) })),
    { nom: 'LISEZMOI.md', texte: readme.replaceAll('{{titre}}', titre.replace(/[\r\n]+/g, ' ')) },
    { nom: '.gitignore', texte: IGNORES },
    { nom: '.vscode/settings.json', texte: REGLAGES },
    { nom: '.vscode/extensions.json', texte: EXTENSIONS },
    ...schemas.map(({ nom, texte }) => ({ nom: `.vscode/schemas/${nom}`, texte })),
  ];
}
