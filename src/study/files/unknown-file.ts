/** What is said of a file that stands in a study's folder and that no inventory is read from. */
import { identifiant as enId } from '../../texte/identifiant.js';
import { plusProche } from '../../texte/ordre.js';
import { diagnostic } from '../codes/codes.js';
import { COLLECTIONS } from '../collections.js';
import type { Diagnostic, Plage } from '../diagnostic.js';
import { enMot } from './named-file.js';

/** Folder of the files of contours. */
export const CARTES = 'cartes';
/** Folders of a study that hold something else than inventories. */
export const OTHER_FOLDERS: ReadonlySet<string> = new Set(['templates', 'gabarits', 'textes', 'photos', CARTES]);

export const START: Plage = { ligne: 1, colonne: 1, longueur: 1 };
const NAMES = COLLECTIONS.map(({ nom }) => nom);
/** Inventories that a table may fill. */
const LISTES = COLLECTIONS.filter(({ liste }) => liste).map(({ nom }) => nom);

export const isYaml = (name: string): boolean => /\.ya?ml$/i.test(name) && !name.startsWith('.');

/** The inventory that a name looks like a copy of: « acteurs (1).yaml », « Copie de acteurs.yaml », « acteurs-POSTE-12.yaml », « acteurs.yml ». */
function originalOf(base: string): string | undefined {
  const copied = base.toLowerCase().replace(/^(?:copie|copy)(?: \(\d+\))? (?:de |d['’]|of )/, '');
  return NAMES.find((nom) => copied.startsWith(nom) && /^(?:$|[ (_~-])/.test(copied.slice(nom.length)));
}

/** The name of a YAML file without the space or the point that it ends with; undefined for another name. */
export const nomFini = (name: string): string | undefined => {
  const whole = name.replace(/[.\s]+$/, '');
  return whole !== name && isYaml(whole) ? whole : undefined;
};

export function nomMalFini(fichier: string, name: string): Diagnostic {
  const last = name.endsWith('.') ? 'un point' : 'une espace, qui ne se voit pas';
  return diagnostic('fichier-inconnu', {
    fichier,
    plage: START,
    chemin: '',
    message: `« ${name} » n'est pas lu : son nom finit par ${last}.`,
    aide: `Renommez-le « ${nomFini(name) ?? name} ».`,
  });
}

/** `present`: the names of the study's folder. */
export function unknownFile(fichier: string, name: string, present: ReadonlySet<string>): Diagnostic {
  const base = name.replace(/\.ya?ml$/i, '');
  const original = originalOf(base);
  const stands = original !== undefined && (present.has(`${original}.yaml`) || present.has(original));
  if (stands && base !== original && base.toLowerCase() === original)
    return diagnostic('fichier-inconnu', {
      fichier,
      plage: START,
      chemin: '',
      message: `« ${name} » n'est pas lu : « ${original}.yaml » l'est, et leurs noms ne diffèrent que par les majuscules.`,
      aide: `Reportez dans « ${original}.yaml » les fiches qui n’y sont pas, puis supprimez l’autre : sous Windows et sur un Mac, il l’écraserait.`,
    });
  if (stands)
    return diagnostic('fichier-inconnu', {
      fichier,
      plage: START,
      chemin: '',
      message: `« ${name} » n'est pas lu : il a l'air d'une copie de « ${original}.yaml ».`,
      aide: `Reportez dans « ${original}.yaml » les fiches qui ne sont que dans la copie, puis supprimez celle-ci.`,
    });
  if (original !== undefined && base !== original)
    return diagnostic('fichier-inconnu', {
      fichier,
      plage: START,
      chemin: '',
      message: `« ${name} » n'est pas lu, et « ${original}.yaml » n'existe pas : l'étude se lit sans cet inventaire.`,
      aide: `Si c'est bien lui, renommez le fichier « ${original}.yaml ».`,
    });
  const known = COLLECTIONS.find(({ nom }) => nom === base);
  const near = known ? known.nom : plusProche(base, NAMES);
  const message = known
    ? `le fichier n'est pas lu : il devrait s'appeler « ${known.nom}.yaml ».`
    : `« ${name} » n'est le nom d'aucun inventaire : le fichier n'est pas lu.`;
  const aide = near && !known ? `Vouliez-vous dire « ${near}.yaml » ?` : `Inventaires : ${NAMES.join(', ')}.`;
  return diagnostic('fichier-inconnu', { fichier, plage: START, chemin: '', message, ...(known ? {} : { aide }) });
}

/** A list kept in a spreadsheet, that someone put beside the inventories. */
export const isTable = (name: string): boolean => /\.(csv|tsv|xlsx?|ods)$/i.test(name) && !/^[.~]/.test(name);

export function tableFile(fichier: string, name: string): Diagnostic {
  const base = enId(name.replace(/\.\w+$/, ''));
  // « a-corriger-acteurs.xlsx », « Actions 2024.xlsx »: a word of the name is enough.
  const word = (one: string): boolean => `-${base}-`.includes(`-${one}-`);
  const usual = ['contacts', 'partenaires', 'organismes', 'structures', 'annuaire'].some(word) ? 'acteurs' : undefined;
  const near = LISTES.find(word) ?? usual ?? plusProche(base, LISTES);
  return diagnostic('fichier-inconnu', {
    fichier,
    plage: START,
    chemin: '',
    message: `« ${name} » n'est pas lu : un inventaire s'écrit en YAML.`,
    aide: near
      ? `« atelier import ${near} ${enMot(fichier)} » en reprend les lignes ; sortez ensuite ce tableau du dossier.`
      : `« atelier import », suivi du nom d’un inventaire (${LISTES.join(', ')}) et de ${enMot(fichier)}, en reprend les lignes ; sortez ensuite ce tableau du dossier.`,
  });
}

/** An inventory, or the theme, under the name of another kind of file: « theme.json », « besoins.yaml.txt ». */
export const otherKind = (name: string): string | undefined => {
  const [, base = ''] = /^([a-z-]+)(?:\.ya?ml)?\.(?:json|txt|md|toml|docx?|rtf)$/i.exec(name) ?? [];
  return NAMES.find((nom) => nom === base.toLowerCase());
};
