/** What may be wrong with a template, as diagnostics that name its file and line. */

import { diagnostic } from '../study/codes/codes.js';
import type { Diagnostic } from '../study/diagnostic.js';
import { nombreFr } from '../texte/nombres.js';
import { vouliezVousDire } from '../texte/ordre.js';
import type { Templates } from './template.js';
import { DEEPEST, MOST_CALLS } from './templates/partials.js';

const START = { ligne: 1, colonne: 1, longueur: 1 };

/** Handlebars tells the line in English, at the head of its message. */
function explain(message: string): string {
  const partial = /The partial (\S+) could not be found/.exec(message)?.[1];
  if (partial) return `Le modèle appelle « ${partial} », qui n'existe pas.`;
  const endless = /The partial (\S+) is called without end/.exec(message)?.[1];
  if (endless)
    return `Le modèle appelle « ${endless} » sans fin : deux modèles s'appellent l'un l'autre, ou l'un s'appelle lui-même.`;
  const many = /The partial (\S+) leads to too many calls/.exec(message)?.[1];
  if (many)
    return `Le modèle appelle « ${many} », qui en appelle d'autres, et ceux-là d'autres encore : plus qu'un document n'en supporte (${DEEPEST} l'un dans l'autre, ${nombreFr(MOST_CALLS)} en tout).`;
  const helper = /Missing helper: "([^"]+)"/.exec(message)?.[1];
  if (helper) return `Le modèle appelle « ${helper} », qui n'est ni un champ ni une fonction des modèles.`;
  const pair = /^(\S+) doesn't match (\S+)/.exec(message);
  if (pair) return `Le bloc « ${pair[1]} » est fermé par « ${pair[2]} ».`;
  if (/^(Parse|Lexical) error/.test(message))
    return "Le modèle est mal écrit : une accolade ou un bloc « {{# }} » n'est pas fermé à cet endroit, ou pas comme il le faut.";
  return `Le modèle n'a pas pu être rempli : une de ses fonctions a reçu ce qu'elle n'admet pas (${message.split('\n')[0]}).`;
}

/** `text` is that of the template: what goes wrong while it is filled is told by name alone, and looked for there. */
export function templateFault(fichier: string, error: unknown, text = ''): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const told = /on line (\d+)/.exec(message)?.[1] ?? / - (\d+):\d+$/.exec(message)?.[1];
  const named = /The partial (\S+) |Missing helper: "([^"]+)"/.exec(message);
  const needle = named?.[1] ?? named?.[2];
  const found = needle === undefined ? -1 : text.split('\n').findIndex((line) => line.includes(needle));
  const ligne = told === undefined ? Math.max(0, found) + 1 : Number(told);
  return diagnostic('modele-incorrect', { fichier, plage: { ...START, ligne }, chemin: '', message: explain(message) });
}

/** `at` is where `text` goes too deep, in characters from its start. */
export function deepTemplate(fichier: string, text: string, at: number): Diagnostic {
  const head = text.slice(0, at).split('\n');
  return diagnostic('modele-incorrect', {
    fichier,
    plage: { ligne: head.length, colonne: (head.at(-1) ?? '').length + 1, longueur: 1 },
    chemin: '',
    message:
      'Le modèle est imbriqué trop profondément : des blocs les uns dans les autres, des « else if » à la suite ou des parenthèses, plus de cent niveaux ; l’un d’eux n’est sans doute pas fermé.',
  });
}

/** The first place where a template writes `needle`. */
function placeOf(templates: Templates, needle: string): { fichier: string; plage: typeof START } {
  for (const { fichier, text } of templates.values())
    for (const [index, line] of text.split('\n').entries()) {
      const column = line.indexOf(needle);
      if (column >= 0) return { fichier, plage: { ligne: index + 1, colonne: column + 1, longueur: needle.length } };
    }
  const [first] = templates.values();
  return { fichier: first?.fichier ?? 'templates', plage: START };
}

/** A directive or a reference names an exhibit that the deliverable has not got. */
export function unknownExhibit(templates: Templates, name: string, known: readonly string[]): Diagnostic {
  const close = vouliezVousDire(name, known);
  return diagnostic('element-inconnu', {
    ...placeOf(templates, name),
    chemin: '',
    message: `Le modèle place « ${name} », qui n'est aucun des tableaux et figures de ce livrable.${close ? ` ${close}` : ''}`,
  });
}

export function unknownTarget(templates: Templates, name: string): Diagnostic {
  return diagnostic('renvoi-inconnu', {
    ...placeOf(templates, name),
    chemin: '',
    message: `Le modèle renvoie à « ${name} », que ce livrable ne place nulle part.`,
    aide: `Placez-le par « ::tableau{#${name}} » ou « ::figure{#${name}} », ou retirez le renvoi.`,
  });
}

/** Said of a form that no deliverable lays out, in a template or in an author's text. */
export const nonPriseEnCharge = (what: string): { message: string; aide: string } => ({
  message: `${what} ne se met pas en page dans un livrable.`,
  aide: 'Formes prises en charge : titres, paragraphes, listes, citations, gras, italique, liens, tableaux et figures par leur nom, encadrés « :::retenir ».',
});

export function unsupported(templates: Templates, what: string, needle: string): Diagnostic {
  return diagnostic('forme-non-prise-en-charge', {
    ...placeOf(templates, needle),
    chemin: '',
    ...nonPriseEnCharge(what),
  });
}
