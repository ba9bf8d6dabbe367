/** What the sentence of a decision says, against what its fields record. */
import type { Study } from '../../../../study/study.js';
import type { Reunion, Scenario } from '../../../../study/types.gen.js';
import { compte, enumerer } from '../../../../texte/accords.js';
import { identifiant, nu, phraseNue, sansArticle } from '../../../../texte/identifiant.js';
import { nomsDesScenarios } from '../../ecrits/noms.js';
import { projetsMalComptes } from '../../ecrits/projets-decides.js';
import { citee } from '../../phrases.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

type Decision = NonNullable<Reunion['decisions']>[number];
/** What is contradicted, by the field beside the sentence, and what that field says. */
interface Ecart {
  champ: 'scenario' | 'statut' | 'projets' | 'lance';
  dit: string;
}

const enMots = (texte: string): string => identifiant(texte, ' ');
/** Whether a name is at the end of the words that come before a verb, or right after it. */
const lie = (texte: string, nom: string, apres: string, avant: string): boolean => {
  const plain = enMots(sansArticle(nom));
  return (
    plain.length > 2 &&
    new RegExp(
      `\\b${plain} (?:${apres})|\\b(?:${avant}) (?:l |le |la |les )?(?:scenario |phase )?(?:l |le |la |les )?${plain}\\b`,
    ).test(enMots(texte))
  );
};
const contient = (texte: string, nom: string): boolean => {
  const plain = sansArticle(nom);
  return plain.length > 2 && ` ${enMots(texte)} `.includes(` ${enMots(plain)} `);
};
const nomme = (texte: string, { titre, titre_court: court = titre }: Scenario): boolean =>
  contient(texte, titre) || contient(texte, court);

/** « Le réseau est retenu », « le comité retient le réseau »; not « est retenu en repli ». */
const RETENU =
  '(?:est|a ete|sera) (?:donc )?(?:retenue?|choisie?|adoptee?|preferee?)\\b(?! (?:comme|en|a titre|sous reserve|pour(?! (?:l )?(?:experimentation|essai|la suite|la phase|la tranche|(?:un|une|deux|trois|quatre|cinq|six|douze|\\d+) (?:ans?|mois|annees?)\\b))))';
const retient = (texte: string, { titre, titre_court: court = titre }: Scenario, autres: readonly string[]): boolean =>
  [titre, court, ...autres].some((nom) => lie(texte, nom, RETENU, 'retient|choisit|prefere'));

/** Another scenario is retained in words than in the field. */
function scenarioNomme({ texte, scenario, statut }: Decision, study: Study): Ecart | null {
  const { scenarios } = study;
  const own = scenarios.find(({ id }) => id === scenario);
  if (!own || statut !== 'valide' || nomme(texte, own)) return null;
  const other = scenarios.find((one) => one !== own && retient(texte, one, nomsDesScenarios(study).seuls(one)));
  return other ? { champ: 'scenario', dit: `le scénario inscrit est « ${own.titre} »` } : null;
}

const REJET =
  /\b(?:n'est pas|n'a pas ete|ne sont pas) (?:valide|adopte|approuve|retenu)|\b(?:est|sont) (?:rejete|refuse|ajourne|ecarte)/;
const ACCORD = /\b(?:est|sont) (?:valide|adopte|approuve|retenu|choisi)/;
/** What is refused, or agreed to, beside the document: a reserve, an amendment, the minutes. */
const A_COTE =
  /\b(?:reserves?|amendements?|demandes?|propositions?|points?|besoins?|autres?|variantes?|ordre du jour|compte[- ]rendu|proces-verbal|report|ajournement|idee|question|motion)\b/;

/** The first part of a sentence, when it judges the document or the scenario itself. */
function jugement(texte: string, { livrable, scenario }: Decision, { scenarios }: Study): string {
  const plain = phraseNue(texte);
  const first = /^[^.;:,]*/.exec(plain)?.[0] ?? '';
  const own = scenarios.find(({ id }) => id === scenario);
  const subject = livrable !== undefined || /\bscenario\b/.test(first) || (own !== undefined && nomme(first, own));
  return subject && !A_COTE.test(first) ? first : '';
}

/** What is decided of a document in words is not what the field says. */
function sortDuDocument(decision: Decision, study: Study): Ecart | null {
  const { texte, livrable, scenario, statut } = decision;
  if (livrable === undefined && scenario === undefined) return null;
  const first = jugement(texte, decision, study);
  const plain = phraseNue(texte);
  if (statut === 'valide' && REJET.test(first) && !ACCORD.test(plain))
    return { champ: 'statut', dit: 'la décision est inscrite comme validée' };
  return statut === 'ajourne' && ACCORD.test(first) && !REJET.test(plain)
    ? { champ: 'statut', dit: 'la décision est inscrite comme ajournée' }
    : null;
}

/** « Les huit projets », « les trois premiers projets », beside a list that has another number. */
const nombreDeProjets = ({ texte, projets = [] }: Decision): Ecart | null =>
  projetsMalComptes({ texte, projets }) === null
    ? null
    : { champ: 'projets', dit: `la décision en inscrit ${compte(projets.length, 'projet')}` };

const LANCEE = '(?:est|sera|a ete) (?:donc )?(?:lancee?|engagee?|ouverte?|commencee?)|(?:demarre|commence)';

/** Another phase is launched in words than in the field. */
function phaseLancee({ texte, lance }: Decision, { contrat, etude }: Study): Ecart | null {
  if (lance === undefined || contient(texte, lance)) return null;
  const phases = [
    ...(contrat?.exigences ?? []).map(({ phase }) => phase),
    ...(etude.calendrier ?? []).map(({ phase }) => phase),
  ];
  return phases.some((phase) => nu(phase) !== nu(lance) && lie(texte, phase, LANCEE, 'lance|lancer|engage|ouvre'))
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
          sortDuDocument(decision, study),
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
            message: `la décision dit « ${citee(decision.texte)} » ; ${enumerer(found.map(({ dit }) => dit))}.`,
            issue: 'Corrigez la phrase, ou ce que la décision inscrit.',
          },
        ];
      }),
    ),
};

export const TEXTES_DES_DECISIONS = [texteDeLaDecision] as const;
