/** The notice that a fallback counts on, against that of the models of conventions. */
import type { ModeOperatoire } from '../../../../study/types.gen.js';
import { enumerer, quantiteFr } from '../../../../texte/accords.js';
import { quantitesEcrites } from '../../../../texte/quantites-ecrites.js';
import { citee, type Phrase } from '../../phrases.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const MODE = 'mode_operatoire';

/** A notice in months, as it is given by contracts; days and weeks are not compared. */
const APRES = /^mois de preavis\b/;
const AVANT = /\bpreavis (?:est )?(?:de|d')$/;

/** The months of notice that a text writes: « deux mois de préavis », « un préavis de deux mois ». */
const preavisEcrits = (texte: string): number[] =>
  quantitesEcrites(texte).flatMap(({ valeur, avant, suite }) =>
    APRES.test(suite) || (AVANT.test(avant.trimEnd()) && /^mois\b/.test(suite)) ? [valeur] : [],
  );

/** The articles that give a notice. */
const modeles = ({ modeles_conventions: all = [] }: ModeOperatoire): (Phrase & { mois: number[] })[] =>
  all.flatMap(({ articles }, m) =>
    articles.flatMap(({ texte }, a) => {
      const mois = preavisEcrits(texte);
      return mois.length === 0
        ? []
        : [{ chemin: `${MODE}/modeles_conventions/${m + 1}/articles/${a + 1}/texte`, texte, mois }];
    }),
  );

const preavisEcrit: RegleCoherence = {
  code: 'preavis-ecrit',
  gravite: 'attention',
  titre: 'Un repli compte sur un préavis qu’aucun modèle de convention ne donne.',
  explication:
    'Ce qu’un repli économise en mettant fin aux conventions dépend de leur préavis : celui qu’il écrit (« deux mois de préavis », « un préavis de deux mois ») est celui d’un modèle de convention au moins. Des jours ou des semaines ne sont pas comparés.',
  livrables: ['mode-operatoire'],
  verifier: ({ study: { mode_operatoire: mode } }) => {
    if (!mode) return [];
    const given = modeles(mode);
    const known = new Set(given.flatMap(({ mois }) => mois));
    const [first, ...others] = given.map(({ chemin }) => chemin);
    if (first === undefined) return [];
    return (mode.repli ?? []).flatMap(({ alors }, i) =>
      preavisEcrits(alors)
        .filter((mois) => !known.has(mois))
        .map(
          (mois): Contradiction => ({
            chemin: `${MODE}/repli/${i + 1}/alors`,
            contre: [first, ...others],
            message: `« ${citee(alors)} » compte sur un préavis de ${quantiteFr(mois, 'mois')} ; les modèles de convention en donnent un de ${enumerer([...known].sort((a, b) => a - b).map((one) => quantiteFr(one, 'mois')))}.`,
            issue: 'Accordez le repli et les modèles : ce qu’il économise en dépend.',
          }),
        ),
    );
  },
};

export const PREAVIS = [preavisEcrit] as const;
