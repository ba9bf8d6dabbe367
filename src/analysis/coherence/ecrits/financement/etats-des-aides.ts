/** « l’aide européenne est acquise », « la Région a accordé une subvention »: where a sentence says that money stands, against the states of the plan, the conventions and the accounts. */
import type { Study } from '../../../../study/study.js';
import type { Scenario } from '../../../../study/types.gen.js';
import { leJour, posterieur } from '../../../../texte/dates.js';
import { euros } from '../../../../texte/nombres.js';
import { dateDeRemise } from '../../../etat/livrable.js';
import { nomDuScenario } from '../../../scenarios/noms.js';
import { scenarioNomme, scenariosDe } from '../cibles.js';
import type { Dementi, Lecteur } from '../lecteur.js';
import { nomNu, propositions } from '../propositions.js';
import { donneursNommes, type Ligne, lignesDe, lignesDu, lignesNommees } from './donneurs-nommes.js';
import { nomDeLaLigne } from './lignes-dites.js';

const OBTENU = '(?:acquis|obtenu|accorde|vote|notifie|attribue|assure|garanti|confirme)e?s?';
const ESPERE = '(?:demande|sollicite|pressenti|espere|attendu)e?s?';
const CE_QUI = '^(?<aide>.+?)';
/** What a sentence says of an aid. */
const ETATS: readonly (readonly [RegExp, 'sure' | 'esperee' | 'versee' | 'non-versee'])[] = [
  [
    new RegExp(
      `${CE_QUI} (?:(?:est|sont)(?: deja| donc| desormais)?(?: la seule (?:recette|aide|subvention|ressource))?|(?:a|ont)(?: deja| bien)? ete) ${OBTENU}$`,
    ),
    'sure',
  ],
  [
    new RegExp(
      `${CE_QUI} (?:(?:est|sont)(?: encore| seulement| toujours)? (?:${ESPERE}|a obtenir|a demander)|reste(?:nt)?(?: encore)? (?:a obtenir|a demander|incertaine?s?)|n'est (?:encore )?que ${ESPERE}|(?:n'est|ne sont) (?:pas|pas encore|encore pas|toujours pas) ${OBTENU}|n'(?:a|ont) (?:pas|pas encore|toujours pas) ete ${OBTENU})$`,
    ),
    'esperee',
  ],
  [
    new RegExp(
      `${CE_QUI} (?:a|ont)(?: deja| bien| entierement)? ete (?:versee?s?|payee?s?|percue?s?|encaissee?s?|recue?s?)(?: en totalite| en entier| (?:debut |fin |en )[a-z]+(?: \\d{4})?| en \\d{4})?$`,
    ),
    'versee',
  ],
  [
    new RegExp(
      `${CE_QUI} n'(?:a|ont) (?:pas|pas encore|toujours pas|jamais) ete (?:versee?s?|payee?s?|percue?s?|encaissee?s?|recue?s?)$`,
    ),
    'non-versee',
  ],
];

/** Said of an aid, at the end or before what is given: patterns that begin by any words are long to try. */
const PEUT_ETRE =
  / (?:est|sont|ete|que|pas|a|ont|encore|bien|deja|reste|restent) (?:encore |seulement |toujours |deja |donc |desormais |a |que |la seule [a-z]+ )*(?:acquis|obten|accord|vot|notifi|attribu|assur|garanti|confirm|demand|sollicit|pressenti|esper|attendu|incertain|vers|paye|percu|encaiss|recu|octroy|allou)/;

/** « toutes les aides sont acquises », « aucune aide n’est acquise »: of all of those of a plan. */
const TOUTES = new RegExp(
  `^(?:toutes les|l'ensemble des) (?:aides|subventions|recettes|financements) (?:est|sont|ont ete)(?: deja| desormais)? ${OBTENU}$`,
);
const AUCUNE = new RegExp(
  `^aucune (?:aide|subvention|recette) n'(?:est|a ete)(?: encore)? ${OBTENU}(?:, dans aucun des (?:deux|trois|quatre|cinq|six) scenarios)?$`,
);

const DANS = /^dans ((?:le |la |les |l')[^,]+), /;
const SON_AIDE =
  "(?:(?:son|sa|ses|leur|leurs|une|l'|la|cette) ?(?:aide|subvention|participation|contribution|part|concours|financement)s?(?: financiere?)?|\\d[\\d ]* ?(?:€|euros))";
const A_ACCORDE = new RegExp(
  `^(?<qui>.+?) (?<ne>n')?(?:a|ont)(?<pas> pas| pas encore| toujours pas)?(?: deja| bien)? (?:accorde|attribue|vote|notifie|octroye|confirme|alloue)(?: ${SON_AIDE}| d'aide| de subvention| aucune (?:aide|subvention))(?: (?:a la |a l'|au |aux |pour (?:le |la |les |l'))(?<cible>[a-z0-9«»' -]+))?$`,
);

/** « sure » when it was obtained; null where the study says two things, at two times. */
function etatDe(study: Study, { source, scenario }: Ligne, ou: string): 'sure' | 'esperee' | null {
  const { mode_operatoire: mode } = study;
  const { statut, acquis_le: since } = source;
  const own = scenario.id === mode?.scenario;
  const received = own
    ? mode.realise?.recettes?.find(({ financement }) => financement === source.id)?.montant
    : undefined;
  const signed =
    own &&
    (mode.conventions ?? []).some(
      (one) => one.sens === 'recu' && one.financement === source.id && one.signee_le !== undefined,
    );
  const ofYear = /^(?:bilan|evaluation|fiches-projets)\b/.test(ou);
  if (statut === 'acquis' || statut === 'de-droit') {
    const [livrable = ''] = ou.replace('_', '-').split('/');
    return since !== undefined && posterieur(since, dateDeRemise(study, livrable)) ? null : 'sure';
  }
  if ((received !== undefined && received > 0) || signed) return ofYear ? 'sure' : null;
  return statut === 'a-voter' ? null : 'esperee';
}

const STATUTS = {
  pressenti: 'pressentie',
  sollicite: 'demandée',
  'a-voter': 'à voter',
  acquis: 'acquise',
  'de-droit': 'due par la loi',
} as const;

function dire(study: Study, ligne: Ligne): Dementi {
  const { source, scenario, chemin } = ligne;
  const { statut, acquis_le: since } = source;
  const { mode_operatoire: mode } = study;
  const own = scenario.id === mode?.scenario;
  const rank = own
    ? (mode.conventions ?? []).findIndex(
        (one) => one.sens === 'recu' && one.financement === source.id && one.signee_le !== undefined,
      )
    : -1;
  const convention = mode?.conventions?.[rank];
  const sure = statut === 'acquis' || statut === 'de-droit';
  return {
    dit: `dans « ${nomDuScenario(scenario)} », « ${nomDeLaLigne(study, ligne)} » est ${STATUTS[statut]}${since === undefined || !sure ? '' : ` (${leJour(since)})`}${!sure && convention?.signee_le !== undefined ? `, et une convention l’engage depuis ${leJour(convention.signee_le)}` : ''}`,
    contre: [
      `${chemin}/statut`,
      ...(!sure && convention ? [`mode_operatoire/conventions/${convention.id ?? rank + 1}`] : []),
    ],
  };
}

function versements(study: Study, lignes: readonly Ligne[], dite: boolean): Dementi | null {
  const { mode_operatoire: mode } = study;
  for (const { source, scenario } of lignes) {
    const rank =
      scenario.id === mode?.scenario
        ? (mode.realise?.recettes ?? []).findIndex(({ financement }) => financement === source.id)
        : -1;
    const montant = mode?.realise?.recettes?.[rank]?.montant;
    if (montant === undefined || montant > 0 === dite) return null;
  }
  const [first] = lignes;
  const rank = (mode?.realise?.recettes ?? []).findIndex(({ financement }) => financement === first?.source.id);
  const montant = mode?.realise?.recettes?.[rank]?.montant;
  return montant === undefined
    ? null
    : {
        dit: `les comptes en ont reçu ${euros(montant)}`,
        contre: [`mode_operatoire/realise/recettes/${rank + 1}/montant`],
      };
}

/** Words that a project’s own funding has: « l’aide régionale à la plantation » may be meant. */
const duProjet = ({ projets }: Study, qui: string, ou: string): boolean =>
  /^(?:bilan|evaluation|fiches-projets)\b/.test(ou) &&
  projets.some(({ financements = [] }) =>
    financements.some(({ financeur }) => nomNu(financeur).includes(qui.slice(0, 6))),
  );

export function etatsDesAides(study: Study): Lecteur {
  const contredit = (lignes: readonly Ligne[], dit: 'sure' | 'esperee', ou: string): Dementi | null => {
    const [first] = lignes;
    const states = lignes.map((one) => etatDe(study, one, ou));
    return first && states.every((one) => one !== null && one !== dit) ? dire(study, first) : null;
  };
  return (phrase, ou) => {
    const parmi = scenariosDe(study, ou);
    if (parmi.length === 0) return [];
    return propositions(phrase).flatMap((part): Dementi[] => {
      if (!PEUT_ETRE.test(part)) return [];
      // « Dans le réseau, l’aide est acquise ».
      const [frame = '', nom = ''] = DANS.exec(part) ?? [];
      const scenario = nom === '' ? undefined : scenarioNomme(study, nom, ou);
      const one = scenario ? lire(part.slice(frame.length), ou, [scenario]) : lire(part, ou, parmi);
      return one ? [one] : [];
    });
  };

  /** One line that is in another state denies what is said of all. */
  function toutes(part: string, ou: string, parmi: readonly Scenario[]): Dementi | null {
    const faux = TOUTES.test(part) ? 'esperee' : AUCUNE.test(part) ? 'sure' : null;
    const ligne =
      faux === null
        ? undefined
        : lignesDe(study).find(
            (one) =>
              parmi.includes(one.scenario) &&
              !['autofinancement', 'recette', 'emprunt'].includes(one.source.nature) &&
              etatDe(study, one, ou) === faux,
          );
    return ligne ? dire(study, ligne) : null;
  }

  function lire(part: string, ou: string, parmi: readonly Scenario[]): Dementi | null {
    const whole = toutes(part, ou, parmi);
    if (whole) return whole;
    const gave = A_ACCORDE.exec(part)?.groups;
    if (gave) {
      const donneur = donneursNommes(study).get(nomNu(gave.qui ?? ''));
      const cible = gave.cible === undefined ? undefined : scenarioNomme(study, gave.cible, ou);
      if (!donneur || (gave.cible !== undefined && !cible)) return null;
      if (cible === undefined && duProjet(study, nomNu(gave.qui ?? ''), ou)) return null;
      const denied = gave.ne !== undefined && (gave.pas !== undefined || / aucune /.test(part));
      if (gave.ne !== undefined && !denied) return null;
      const lignes = lignesDu(study, donneur, cible ? [cible] : parmi).filter(
        ({ source }) => source.nature !== 'autofinancement',
      );
      if (lignes.length === 0 && cible && !denied)
        return {
          dit: `le plan de financement de « ${nomDuScenario(cible)} » n’a rien de ce financeur`,
          contre: [`scenarios/${cible.id}/financements`],
        };
      return contredit(lignes, denied ? 'esperee' : 'sure', ou);
    }
    for (const [pattern, dit] of ETATS) {
      const nom = pattern.exec(part)?.groups?.aide;
      if (nom === undefined) continue;
      const lignes = lignesNommees(study, nom, parmi);
      if (!lignes) return null;
      if (dit === 'versee' || dit === 'non-versee')
        return /^(?:bilan|evaluation|mode_operatoire\/realise)\b/.test(ou)
          ? versements(study, lignes, dit === 'versee')
          : null;
      return contredit(lignes, dit, ou);
    }
    return null;
  }
}
