/** What the sentence of a decision says, against what its fields record. */
import type { Study } from '../../../../study/study.js';
import type { Reunion, Scenario } from '../../../../study/types.gen.js';
import { compte, enumerer } from '../../../../texte/accords.js';
import { couper } from '../../../../texte/couper.js';
import { nu } from '../../../../texte/identifiant.js';
import { quantitesEcrites } from '../../../../texte/quantites-ecrites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

type Decision = NonNullable<Reunion['decisions']>[number];
/** What is contradicted, by the field beside the sentence, and what that field says. */
interface Ecart {
  champ: 'scenario' | 'statut' | 'projets' | 'lance';
  dit: string;
}

const LONGUEUR = 120;

/** The words of a name without its article, as a text may hold them. */
const sansArticle = (nom: string): string => nu(nom).replace(/^(?:l[’']|une? |le |la |les |des )/, '');
const contient = (texte: string, nom: string): boolean => {
  const plain = sansArticle(nom);
  const at = ` ${nu(texte).replace(/[^a-z0-9]+/g, ' ')} `;
  return plain.length > 2 && at.includes(` ${plain.replace(/[^a-z0-9]+/g, ' ').trim()} `);
};
const nomme = (texte: string, { titre, titre_court: court = titre }: Scenario): boolean =>
  contient(texte, titre) || contient(texte, court);

/** Another scenario is retained in words than in the field. */
function scenarioNomme({ texte, scenario, statut }: Decision, { scenarios }: Study): Ecart | null {
  const own = scenarios.find(({ id }) => id === scenario);
  if (!own || statut !== 'valide' || nomme(texte, own)) return null;
  if (!/\b(?:retenu|choisi|adopte|prefere)/.test(nu(texte))) return null;
  const other = scenarios.find((one) => one !== own && nomme(texte, one));
  return other ? { champ: 'scenario', dit: `le scénario inscrit est « ${own.titre} »` } : null;
}

const REJET =
  /\b(?:n'est pas|n'a pas ete|ne sont pas) (?:valide|adopte|approuve|retenu)|\b(?:est|sont) (?:rejete|refuse|ajourne|ecarte)/;
const ACCORD = /\b(?:est|sont) (?:valide|adopte|approuve)/;

/** What is decided of a document in words is not what the field says. */
function sortDuDocument({ texte, livrable, scenario, statut }: Decision): Ecart | null {
  if (livrable === undefined && scenario === undefined) return null;
  const plain = nu(texte).replaceAll('’', "'");
  if (statut === 'valide' && REJET.test(plain))
    return { champ: 'statut', dit: 'la décision est inscrite comme validée' };
  return statut === 'ajourne' && ACCORD.test(plain) && !REJET.test(plain)
    ? { champ: 'statut', dit: 'la décision est inscrite comme ajournée' }
    : null;
}

/** « Les huit projets », « les trois premiers projets », beside a list that has another number. */
function nombreDeProjets({ texte, projets = [] }: Decision): Ecart | null {
  if (projets.length === 0) return null;
  const counts = quantitesEcrites(texte).flatMap(({ valeur, suite }) =>
    valeur > 1 && /^(?:premiers |autres )?projets\b(?! (?:non|refuse|ecarte))/.test(suite) ? [valeur] : [],
  );
  return counts.length === 0 || counts.includes(projets.length)
    ? null
    : { champ: 'projets', dit: `la décision en inscrit ${compte(projets.length, 'projet')}` };
}

/** Another phase is launched in words than in the field. */
function phaseLancee({ texte, lance }: Decision, { contrat, etude }: Study): Ecart | null {
  if (lance === undefined || contient(texte, lance)) return null;
  const phases = [
    ...(contrat?.exigences ?? []).map(({ phase }) => phase),
    ...(etude.calendrier ?? []).map(({ phase }) => phase),
  ];
  return phases.some((phase) => nu(phase) !== nu(lance) && contient(texte, phase))
    ? { champ: 'lance', dit: `la phase inscrite est « ${lance} »` }
    : null;
}

export const texteDeLaDecision: RegleCoherence = {
  code: 'texte-de-la-decision',
  gravite: 'attention',
  titre: 'La phrase d’une décision ne dit pas ce que la décision inscrit.',
  explication:
    'Une décision s’écrit deux fois : en une phrase (« texte »), que les lecteurs lisent, et dans des champs, que l’étude suit. La phrase ne retient pas un autre scénario que « scenario », ne rejette pas ce que « statut » valide, ne valide pas ce qu’il ajourne, ne compte pas d’autres projets que « projets », ne lance pas une autre phase que « lance ». Une phrase qui ne nomme ni l’un ni l’autre n’est pas relevée.',
  exemple: '{ objet: Choix, texte: Le réseau est retenu., scenario: relais, statut: valide }',
  livrables: ['copil', 'mode-operatoire'],
  verifier: ({ study }) =>
    study.reunions.flatMap(({ id, decisions = [] }) =>
      decisions.flatMap((decision, i): Contradiction[] => {
        const found = [
          scenarioNomme(decision, study),
          sortDuDocument(decision),
          nombreDeProjets(decision),
          phaseLancee(decision, study),
        ].filter((one) => one !== null);
        const [first] = found;
        if (!first) return [];
        const at = `reunions/${id}/decisions/${i + 1}`;
        return [
          {
            chemin: `${at}/texte`,
            contre: [`${at}/${first.champ}`, ...found.slice(1).map(({ champ }) => `${at}/${champ}`)],
            message: `la décision dit « ${couper(decision.texte, LONGUEUR)} » ; ${enumerer(found.map(({ dit }) => dit))}.`,
            issue: 'Corrigez la phrase, ou ce que la décision inscrit.',
          },
        ];
      }),
    ),
};

export const TEXTES_DES_DECISIONS = [texteDeLaDecision] as const;
