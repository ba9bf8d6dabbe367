/** « ligne de trésorerie de 50 000 € »: the advance and the credit line that sentences write, against those with which the cash plan is computed. */
import type { Study } from '../../../../study/study.js';
import { phraseNue } from '../../../../texte/identifiant.js';
import { nombresEcrits } from '../../../../texte/nombres-ecrits.js';
import { debutDePhrase, finDePhrase, sousReserve } from '../../../../texte/propos.js';
import { parObjet } from '../../../une-fois.js';
import type { Phrase } from '../../phrases.js';

const MODE = 'mode_operatoire';

/** The sentences of the conditions, of the draft, of what was voted, and of the plan itself. */
const phrasesDe = ({ mode_operatoire: mode, reunions }: Study): Phrase[] => [
  ...(['techniques', 'juridiques', 'financieres'] as const).flatMap((kind) =>
    (mode?.conditions?.[kind] ?? []).map(({ id, libelle: texte }, i) => ({
      chemin: `${MODE}/conditions/${kind}/${id ?? i + 1}/libelle`,
      texte,
    })),
  ),
  ...(mode?.deliberation?.articles ?? []).map((texte, i) => ({
    chemin: `${MODE}/deliberation/articles/${i + 1}`,
    texte,
  })),
  ...(mode?.tresorerie?.commentaire === undefined
    ? []
    : [{ chemin: `${MODE}/tresorerie/commentaire`, texte: mode.tresorerie.commentaire }]),
  ...reunions
    .filter(({ type, etat }) => type === 'deliberation' && etat === 'tenue')
    .flatMap(({ id, decisions = [] }) =>
      decisions.map(({ texte }, i) => ({ chemin: `reunions/${id}/decisions/${i + 1}/texte`, texte })),
    ),
];

/** The amount that a text writes right after a phrase: « ligne de trésorerie de 50 000 € ». */
function montantApres(texte: string, phrase: RegExp): number | null {
  for (const { valeur, debut, fin } of nombresEcrits(texte)) {
    if (!/^[\s\u00a0\u202f]*(?:€|euros?)/u.test(texte.slice(fin))) continue;
    const before = debutDePhrase(phraseNue(texte.slice(0, debut)));
    const after = finDePhrase(phraseNue(texte.slice(fin)), true);
    // What a body has, and not the dispositif, is told after the amount.
    if (sousReserve(before) || sousReserve(after) || /^(?:€|euros?) (?:du|des|de la|de l'|a)\b/.test(after)) continue;
    if (phrase.test(`${before} |`)) return valeur;
  }
  return null;
}

/** The sentence opens it: it begins by it, or by the verb that votes it. */
const OUVERTE =
  "(?:^|(?:^|\\b)(?:ouvr|ouvert|autoris|vot|consen|accord|souscri|verse|prevoi|approuv)[a-z]*(?: d'|,? avec | ))(?:une |un |l'|la )?";
const LIGNE = new RegExp(`${OUVERTE}ligne de tresorerie (?:d'un montant )?de (?:au plus )?\\|$`);
const AVANCE = new RegExp(`${OUVERTE}avance de tresorerie (?:d'un montant )?de \\|$`);

interface TresorerieFausse {
  chemin: string;
  /** What the sentence writes, and what the plan counts. */
  valeur: number;
  vaut: number;
  nom: string;
  contre: string;
}

/** Kept for the rule that looks for what no figure of the study is worth: an amount told here is not told there. */
export const tresoreriesFausses = parObjet((study: Study): readonly TresorerieFausse[] => {
  const { mode_operatoire: mode, criteres, scenarios } = study;
  const scenario = scenarios.find(({ id }) => id === mode?.scenario);
  const own = scenario?.tresorerie_initiale;
  const start = own?.montant ?? criteres?.hypotheses?.tresorerie_initiale;
  const floor = criteres?.viabilite?.seuil_tresorerie;
  const kinds = [
    {
      phrase: LIGNE,
      nom: 'la ligne de trésorerie',
      vaut: floor === undefined || floor >= 0 ? null : -floor,
      contre: 'criteres/viabilite/seuil_tresorerie',
    },
    {
      phrase: AVANCE,
      nom: 'l’avance de trésorerie',
      vaut: start === undefined || start === 0 ? null : start,
      contre: own ? `scenarios/${scenario?.id}/tresorerie_initiale/montant` : 'criteres/hypotheses/tresorerie_initiale',
    },
  ];
  return phrasesDe(study).flatMap(({ chemin, texte }) =>
    kinds.flatMap(({ phrase, nom, vaut, contre }): TresorerieFausse[] => {
      const valeur = montantApres(texte, phrase);
      return valeur === null || vaut === null || valeur === vaut ? [] : [{ chemin, valeur, vaut, nom, contre }];
    }),
  );
});
