/** The sentences of a project that its figures are held to, and the numbers of them that can be compared. */
import type { Projet } from '../../../../study/types.gen.js';
import { EN_LETTRES, type QuantiteEcrite } from '../../../../texte/quantites-ecrites.js';
import { CRITERES_EVALUATION } from '../../../projets/criteres.js';
import type { Phrase } from '../../phrases.js';

/** « plus de dix », « environ dix », « de dix à vingt » give no number to compare. */
const APPROCHE = new RegExp(
  String.raw`\b(?:plus|moins|pres|au moins|au plus|environ|quelque|entre|jusqu'a|minimum|maximum)(?: de| d')?$|\bde$|(?:\d|(?<![\w'])${EN_LETTRES}) (?:a|et|ou)$`,
);
const FOURCHETTE = new RegExp(String.raw`^(?:a|et|ou) (?:\d|${EN_LETTRES}\b)`);
export const exacte = ({ avant, suite }: QuantiteEcrite): boolean => !APPROCHE.test(avant) && !FOURCHETTE.test(suite);

/** The sentences that judge a project at its end. */
export const jugements = ({ id, evaluation = {}, avis }: Projet): Phrase[] => [
  ...CRITERES_EVALUATION.flatMap(({ id: critere }) => {
    const texte = evaluation[critere]?.commentaire;
    return texte === undefined ? [] : [{ chemin: `projets/${id}/evaluation/${critere}/commentaire`, texte }];
  }),
  ...(avis === undefined ? [] : [{ chemin: `projets/${id}/avis`, texte: avis }]),
];

/** Those that tell what was done. */
export const constats = ({ id, suivi = [], constats_objectifs: met = [] }: Projet): Phrase[] => [
  ...suivi.map(({ constats: texte }, i) => ({ chemin: `projets/${id}/suivi/${i + 1}/constats`, texte })),
  ...met.map(({ constat: texte }, i) => ({ chemin: `projets/${id}/constats_objectifs/${i + 1}/constat`, texte })),
];
