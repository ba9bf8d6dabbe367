/** Draft resolutions of a meeting, worded from the data: what can be put to the vote as it is, one group a decision to take. */
import { lettres } from '../../lists/letters.js';
import type { Study } from '../../study/study.js';
import { accord, enumerer, majuscule, minuscule, sansPoint } from '../../texte/accords.js';
import { posterieur } from '../../texte/dates.js';
import type { Portee } from '../comite.js';
import { organeDe } from '../etat/livrable.js';
import { euros } from '../montants.js';
import {
  aPayer,
  choisitLaSuite,
  coutDeLaSuite,
  coutEtPlan,
  enPlusDeLaSuite,
  ordreDuVote,
  payeurEnClair,
  SUITES,
  type Suite,
} from '../projets/suites.js';
import { seuilsDe } from '../scenarios/hypotheses.js';
import type { AnalyseScenarios } from '../scenarios/index.js';
import { engagementTient } from '../scenarios/viabilite/conditions.js';
import { acteurCite } from '../vocabulaire.js';
import type { ReunionCopil } from './reunion.js';

export interface ProjetResolution {
  /** Runs over the groups of a meeting, so that a letter names one draft. */
  lettre: string;
  titre: string;
  texte: string;
  /** What a slide shows of a text that is long; the file of the meeting has it whole. */
  bref?: string;
}

/** The drafts between which a meeting chooses for one decision. */
export interface GroupeResolutions {
  /** The points of the agenda that ask for it. */
  point: string;
  projets: ProjetResolution[];
}

type Projet = Omit<ProjetResolution, 'lettre'>;
type Recommandations = NonNullable<NonNullable<Study['evaluation']>['recommandations']>;

/** « , à condition de satisfaire à ce qui suit : a ; b ». */
const aCondition = (conditions: readonly string[]): string =>
  conditions.length === 0
    ? ''
    : `, à ${conditions.length > 1 ? 'ces conditions' : 'cette condition'} : ${conditions.map((text) => minuscule(sansPoint(text))).join(' ; ')}`;

/**
 * What a scenario depends on, as its own sheet says it: partners that it cannot do without, then conditions of law not met. The answer to a risk is none of
 * them: nobody has decided it.
 */
function conditionsDe(study: Study, scenarios: AnalyseScenarios, index: number): string[] {
  const scenario = scenarios.scenarios[index]?.chiffrage.scenario;
  if (!scenario) return [];
  const seuils = seuilsDe(study);
  const partners = scenario.partenaires
    .filter(({ essentiel, acteur }) => essentiel && !engagementTient({ study, seuils }, acteur))
    .map(({ acteur }) => `l’engagement de ${acteurCite(study, acteur)}`);
  const law = (scenario.conditions_juridiques ?? [])
    .filter(({ etat }) => etat !== 'remplie')
    .map(({ libelle }) => libelle);
  return [...partners, ...law];
}

/** Who resolves, and whether it is to meet again: nothing is put off to a meeting that nobody has planned. */
interface Instance {
  comite: string;
  revient: boolean;
  /** Its members answer in writing: nobody says anything at a meeting. */
  ecrite: boolean;
}

/** A meeting of the same body that comes after, held or planned; the last one presents the results to the committee. */
const seReunitEncore = ({ reunions }: Study, { id, type, date }: ReunionCopil): boolean =>
  reunions.some(
    (one) =>
      one.id !== id &&
      posterieur(one.date, date) &&
      one.etat !== 'annulee' &&
      (one.type === type || (type === 'copil' && one.type === 'bilan')),
  );

const enoncees = ({ ecrite }: Instance): string => (ecrite ? 'que disent les réponses' : 'énoncées en séance');

const ajourner = ({ comite, revient, ecrite }: Instance): Projet => ({
  titre: 'Ajourner',
  texte: `${comite} demande les compléments ${ecrite ? 'que disent les réponses' : 'dits en séance'} et se prononcera ${revient ? 'à la prochaine' : 'une fois qu’ils lui seront remis'}.`,
});

/** The next piece of work, asked for where the study owes it. */
const modeOperatoireDemande = (study: Study, revient: boolean): string =>
  study.etude.livrables?.some(({ id }) => id === 'mode-operatoire')
    ? ` Son mode opératoire est demandé${revient ? ' pour la prochaine réunion' : ''}.`
    : '';

function choix(
  study: Study,
  { comite, revient, ecrite }: Instance,
  scenarios: AnalyseScenarios,
  portee: Portee,
): Projet[] {
  const order = scenarios.evaluation?.ranks ?? scenarios.scenarios.map((_, i) => i + 1);
  const ranked = scenarios.scenarios
    .map(({ chiffrage }, index) => ({ titre: chiffrage.scenario.titre, index, rang: order[index] ?? index + 1 }))
    .sort((a, b) => a.rang - b.rang || a.index - b.index);
  return [
    ...ranked.map(({ titre, index }) => ({
      titre: `Retenir « ${titre} »`,
      texte: `${comite} ${portee === 'propose' ? 'propose de retenir' : 'retient'} « ${titre} »${aCondition(conditionsDe(study, scenarios, index))}.${modeOperatoireDemande(study, revient)}`,
    })),
    {
      titre: 'Demander un ajustement',
      texte: `${comite} demande que les scénarios soient repris, en gardant de chacun ce que ${ecrite ? 'les réponses ont' : 'la séance a'} retenu, et se prononcera ${revient ? 'à sa prochaine réunion' : 'une fois qu’ils lui seront remis'}.`,
    },
  ];
}

/** « , que paieraient : Région (3 000 €) ; Syndicat (2 000 €) »: a cost without its payers is no plan. */
const payeurs = (plan: Suite['financement']): string =>
  plan && plan.length > 0
    ? `, ${accord(plan.length, 'que paierait', 'que paieraient')} : ${plan.map(payeurEnClair).join(' ; ')}`
    : ', sans plan de financement';

/** One draft for each way on that the evaluation describes, the proposed one first. */
function suites(comite: string, list: readonly Suite[], recommandations: Recommandations, decides: boolean): Projet[] {
  const { hors } = enPlusDeLaSuite(recommandations);
  const enPlus = (proposee: boolean | undefined): string =>
    proposee && hors ? ` S’y ajoutent ${euros(hors.montant)} de recommandations.` : '';
  const montant = ({ cout, option, financement, proposee }: Suite): string => {
    const told = coutDeLaSuite({ option, cout });
    return told === null ? '' : ` Coût estimé : ${told}${aPayer(cout) ? payeurs(financement) : ''}.${enPlus(proposee)}`;
  };
  const decide = ({ option, conditions = [] }: Suite): string =>
    `${comite} valide le bilan et ${decides ? 'décide' : 'propose'} ${SUITES[option].verbe} le dispositif${aCondition(conditions)}.`;
  const brefCout = (suite: Suite): string => {
    const told = coutEtPlan(suite);
    return told === null ? '' : ` Coût estimé : ${told}.${enPlus(suite.proposee)}`;
  };
  return ordreDuVote(list).map((suite) => ({
    titre: `${SUITES[suite.option].titre}${suite.proposee ? ' (suite proposée)' : ''}`,
    bref: `${decide(suite)}${brefCout(suite)}`,
    texte: `${decide(suite)} Contenu : ${minuscule(sansPoint(suite.resume))}.${montant(suite)}`,
  }));
}

/** A verb as the reach of the decision asked for has it: « valide », « propose de valider ». */
const verbe = (portee: Portee, seul: string, infinitif: string): string =>
  portee === 'propose' ? `propose ${infinitif}` : seul;

const validation = (instance: Instance, objet: string, portee: Portee): Projet[] => {
  const validates = `${instance.comite} ${verbe(portee, 'valide', 'de valider')} ${objet}`;
  return [
    { titre: 'Valider en l’état', texte: `${validates}.` },
    {
      titre: 'Valider avec des réserves',
      texte: `${validates} sous les réserves ${enoncees(instance)}, ${instance.revient ? 'et en demandera compte à sa prochaine réunion' : 'que la version suivante lèvera'}.`,
    },
    ajourner(instance),
  ];
};

const lancement = (instance: Instance, phase: string, portee: Portee): Projet[] => [
  {
    titre: 'Lancer',
    texte: `${instance.comite} ${portee === 'propose' ? 'propose' : 'décide'} de lancer « ${phase} ».`,
  },
  {
    titre: 'Ne pas lancer',
    texte: `${instance.comite} ${portee === 'propose' ? 'propose' : 'décide'} de ne pas lancer « ${phase} ».`,
  },
  ajourner(instance),
];

const approbation = (instance: Instance, point: string, portee: Portee): Projet[] => [
  {
    titre: 'Approuver',
    texte: `${instance.comite} ${verbe(portee, 'approuve', 'd’approuver')} ce qui est présenté au point « ${point} ».`,
  },
  ajourner(instance),
];

/** The projects that a point has before it, by their names: what is retained is in the resolution itself. */
const choixDeProjets = (instance: Instance, titres: readonly string[], portee: Portee): Projet[] => [
  {
    titre: titres.length > 1 ? 'Retenir ces projets' : 'Retenir ce projet',
    texte: `${instance.comite} ${verbe(portee, 'retient', 'de retenir')} ${enumerer(titres.map((titre) => `« ${titre} »`))}.`,
  },
  {
    titre: 'En retenir d’autres',
    texte: `${instance.comite} ${verbe(portee, 'retient', 'de retenir')} les projets que ${instance.ecrite ? 'les réponses ont nommés, pour les raisons qu’elles ont dites' : 'la séance a nommés, pour les raisons qu’elle a dites'}.`,
  },
  ajourner(instance),
];

const acte = (instance: Instance, objet: string): Projet[] => [
  { titre: 'Prendre acte', texte: `${instance.comite} prend acte de ce qui lui est présenté : ${objet}.` },
  ajourner(instance),
];

/** A group for each decision that the agenda asks for, in its order; points on one deliverable are one decision. */
export function resolutionsDe(
  study: Study,
  reunion: ReunionCopil,
  scenarios: AnalyseScenarios | null,
): GroupeResolutions[] {
  const comite = majuscule(organeDe(study, reunion));
  const instance: Instance = {
    comite,
    revient: seReunitEncore(study, reunion),
    ecrite: reunion.consultation_ecrite ?? false,
  };
  const titre = (id: string): string => study.etude.livrables?.find((l) => l.id === id)?.titre ?? id;
  const ways = study.evaluation?.suites ?? [];
  const asked = reunion.ordre_du_jour.filter(({ decision_attendue: d }) => d !== undefined);
  const sujets = new Map<string, typeof asked>();
  for (const point of asked) {
    const key = point.lance ?? point.livrable ?? `point ${point.point}`;
    sujets.set(key, [...(sujets.get(key) ?? []), point]);
  }
  const projetsDe = (asking: (typeof asked)[number]): Projet[] => {
    const { point, livrable, lance, portee = 'decide' } = asking;
    if (portee === 'prend-acte')
      return acte(
        instance,
        lance === undefined && livrable !== undefined ? `« ${titre(livrable)} »` : `« ${lance ?? point} »`,
      );
    if (lance !== undefined) return lancement(instance, lance, portee);
    const named = study.projets.filter(({ id }) => asking.projets?.includes(id)).map((projet) => projet.titre);
    if (named.length > 0) return choixDeProjets(instance, named, portee);
    if (livrable === undefined) return approbation(instance, point, portee);
    if (livrable === 'scenarios' && scenarios && scenarios.scenarios.length > 1)
      return choix(study, instance, scenarios, portee);
    if (livrable === 'bilan' && ways.length > 0)
      return [
        ...suites(comite, ways, study.evaluation?.recommandations ?? [], choisitLaSuite(reunion, asking)),
        {
          titre: 'Valider avec des réserves',
          texte: `${comite} valide le bilan sous les réserves ${enoncees(instance)}, et se prononcera sur la suite quand elles seront levées.`,
        },
        ajourner(instance),
      ];
    return validation(instance, `« ${titre(livrable)} »`, portee);
  };
  let rang = 0;
  return [...sujets.values()].flatMap((points) => {
    const [first] = points;
    return first
      ? [
          {
            point: enumerer(points.map(({ point }) => point)),
            projets: projetsDe(first).map((projet) => ({ lettre: lettres(++rang), ...projet })),
          },
        ]
      : [];
  });
}
