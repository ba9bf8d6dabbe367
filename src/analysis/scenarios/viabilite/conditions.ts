/** What a test that passes still rests on: partners who have not committed themselves, receipts that are not acquired. */
import { accord, compte, enumerer } from '../../../texte/accords.js';
import { euros } from '../../../texte/nombres.js';
import {
  auMoins,
  type Condition,
  egal,
  et,
  type Formule,
  fois,
  max,
  moins,
  nombre,
  ou,
  si,
  somme,
  sous,
  texte,
  UN,
  ZERO,
} from '../../formules/formule.js';
import { parId } from '../../par-id.js';
import { engagementTenu } from '../../retrait.js';
import { acteurCite } from '../../vocabulaire.js';
import { commun } from '../cles.js';
import { encaissee } from '../financement/caisse-du-porteur.js';
import { STATUTS } from '../financement/libelles.js';
import type { Seuils } from '../hypotheses.js';
import { couplesAttendus, rolesDe } from '../indicateurs/couverture.js';
import type { Contexte } from '../indicateurs/indicateurs.js';
import { type Engagement, rangEngagement } from '../indicateurs/inventaires.js';

type ContexteCondition = Contexte & { seuils: Seuils };

export interface Assurance {
  /** Met without reserve where it holds. */
  tient: Condition;
  /** What must come true: « à condition de… ». */
  condition: string;
  /** The measure and the condition say it all: the reason of the test is not repeated before it. */
  suffit?: true;
}

/** At least the threshold, within the rounding of sums: a measure that stands exactly on it passes. */
export const atteint = (measure: Formule, threshold: Formule): Condition =>
  auMoins(measure, moins(threshold, fois(nombre(1e-9), max([UN, threshold, moins(ZERO, threshold)]))));

const ORDRE: readonly Engagement[] = ['pressenti', 'contacte', 'volontaire', 'engage'];

/** Whether the study gives this actor the commitment that the tests ask for. */
export const engagementTient = ({ study, seuils }: Pick<ContexteCondition, 'study' | 'seuils'>, acteur: string) => {
  const found = parId(study.acteurs, acteur);
  const level = found && engagementTenu(found);
  return level !== undefined && ORDRE.indexOf(level) >= ORDRE.indexOf(seuils.engagement);
};

/** The commitment of a partner, as its cell says it, is under the one asked for. */
export const sousEngagement = ({ m, k }: Pick<ContexteCondition, 'm' | 'k'>, p: number): Condition =>
  sous(rangEngagement(m.lire(k.engagement(p))), rangEngagement(m.lire(commun.seuil('engagement'))));

/** Always true of no partner. */
const tousEngages = ({ m, k }: ContexteCondition, partenaires: readonly number[]): Condition =>
  et(
    ...partenaires.map((p) =>
      auMoins(rangEngagement(m.lire(k.engagement(p))), rangEngagement(m.lire(commun.seuil('engagement')))),
    ),
    auMoins(UN, UN),
  );

/** Partners under the commitment asked for, by rank in the scenario. */
const presumes = (x: ContexteCondition): number[] =>
  x.scenario.partenaires.flatMap(({ acteur }, p) =>
    acteur === x.scenario.porteur || engagementTient(x, acteur) ? [] : [p],
  );

/** The load holds without the days of the partners who have not committed themselves, or they commit themselves. */
export function assurerCapacite(x: ContexteCondition): Assurance {
  const { m, k, lignes, scenario, years } = x;
  const uncertain = presumes(x);
  const posts = lignes.flatMap((ligne, i) =>
    ligne.nature === 'humain' && uncertain.some((p) => scenario.partenaires[p]?.acteur === ligne.porteur) ? [i] : [],
  );
  const days = somme(
    [
      ...uncertain.map((p) => m.lire(k.joursPartenaire(p))),
      ...posts.map((i) =>
        fois(
          m.lire(k.ligne('quantite', i)),
          m.lire(commun.hypothese('jours_par_etp')),
          m.lire(commun.hypothese('part_productive')),
        ),
      ),
    ],
    'jours sans engagement',
  );
  const bearing = Array.from({ length: years }, (_, y) =>
    atteint(
      fois(m.lire(commun.seuil('charge')), moins(m.lire(k.charge('capacite_partenaires', y)), days)),
      m.lire(k.charge('partenaires', y)),
    ),
  );
  return {
    suffit: true,
    tient: ou(tousEngages(x, uncertain), et(...bearing)),
    get condition() {
      const own = uncertain.reduce((sum, p) => sum + m.nombre(k.joursPartenaire(p)), 0);
      const perPost = m.nombre(commun.hypothese('jours_par_etp')) * m.nombre(commun.hypothese('part_productive'));
      const theirs = posts.reduce((sum, i) => sum + m.nombre(k.ligne('quantite', i)) * perPost, 0);
      return `à condition que s’engagent des partenaires qui apportent ${compte(Math.round(own + theirs), 'jour')} par an`;
    },
  };
}

/** More partners than these are counted rather than named in a condition. */
const NOMMES = 4;

/** Each function of a priority domain is held by someone who has committed himself, or who does so. */
export function assurerFonctions(x: ContexteCondition): Assurance {
  const { study, scenario } = x;
  const needed = new Set(
    couplesAttendus(study, scenario).flatMap(({ fonction, domaine }) => {
      const holders = rolesDe(study, scenario, fonction.id, domaine.id);
      return holders.some((id) => id === scenario.porteur || engagementTient(x, id)) ? [] : holders;
    }),
  );
  const uncertain = presumes(x).filter((p) => needed.has(scenario.partenaires[p]?.acteur ?? ''));
  return {
    suffit: true,
    tient: tousEngages(x, uncertain),
    get condition() {
      const names = uncertain.map((p) => acteurCite(study, scenario.partenaires[p]?.acteur ?? ''));
      return `à condition que ${accord(names.length, 's’engage', 's’engagent')} ${names.length > NOMMES ? compte(names.length, 'partenaire') : enumerer(names)}`;
    },
  };
}

/** The cash holds even if no receipt that is not acquired comes to the bearer: a bound, since one may come after the lowest month. */
export function assurerTresorerie({ m, k, scenario }: ContexteCondition): Assurance {
  const elsewhere = scenario.financements.flatMap((source, s) => (encaissee(source, scenario.porteur) ? [] : [s]));
  const awaited = (s: number): Formule =>
    si(egal(m.lire(k.source('statut', s)), texte(STATUTS.acquis)), ZERO, m.lire(k.source('total', s)));
  const pending = [moins(m.lire(k.total('recettes')), m.lire(k.total('acquis'))), ...elsewhere.map(awaited)].reduce(
    (sum, one) => moins(sum, one),
  );
  return {
    suffit: true,
    tient: atteint(moins(m.lire(k.total('solde_minimum')), pending), m.lire(commun.seuil('tresorerie'))),
    get condition() {
      const aside = elsewhere.filter((s) => scenario.financements[s]?.statut !== 'acquis');
      const own = aside.reduce(
        (sum, s) => sum - m.nombre(k.source('total', s)),
        m.nombre(k.total('recettes')) - m.nombre(k.total('acquis')),
      );
      return `à condition de recevoir à temps ${euros(own)} de recettes non acquises`;
    },
  };
}
