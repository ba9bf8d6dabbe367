/** Who withdrew or refused, against what still counts on it. */
import type { Acteur, Scenario } from '../../../../study/types.gen.js';
import { enumerer } from '../../../../texte/accords.js';
import { anterieur, leJour, posterieur } from '../../../../texte/dates.js';
import { etatLivrable } from '../../../etat/livrable.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import type { ContexteCoherence } from '../../contexte.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

type Retire = Acteur & { retrait: NonNullable<Acteur['retrait']> };

/** A place that counts on an actor, and how a sentence says so. */
interface Compte {
  chemin: string;
  dit: string;
}

const porteurDe = ({ id, porteur }: Scenario, acteur: string): Compte[] =>
  porteur === acteur ? [{ chemin: `scenarios/${id}/porteur`, dit: 'pour porteur' }] : [];

function comptesDans(scenario: Scenario, acteur: string): Compte[] {
  const { id, partenaires, roles, financements, moyens } = scenario;
  const at = `scenarios/${id}`;
  return [
    ...porteurDe(scenario, acteur),
    ...partenaires.flatMap((one, i) =>
      one.acteur === acteur ? [{ chemin: `${at}/partenaires/${i + 1}/acteur`, dit: 'parmi ses partenaires' }] : [],
    ),
    ...roles.flatMap((one, i) =>
      one.acteurs.includes(acteur)
        ? [{ chemin: `${at}/roles/${i + 1}/acteurs`, dit: 'pour assurer une fonction' }]
        : [],
    ),
    ...financements.flatMap((one, i) =>
      one.financeur === acteur || one.groupe?.some((member) => member.acteur === acteur)
        ? [{ chemin: `${at}/financements/${one.id ?? i + 1}`, dit: 'parmi ses financeurs' }]
        : [],
    ),
    ...moyens.humains.flatMap((one) =>
      one.porteur === acteur && one.etp > 0
        ? [{ chemin: `${at}/moyens/humains/${one.id}/porteur`, dit: 'pour employer un poste' }]
        : [],
    ),
  ];
}

/** Conventions not signed with it (one that was signed before it left is a fact), what it is still to do, the scenario that it bears. */
const comptesDuMode = ({ study }: ContexteCoherence, { id, retrait }: Retire, described: Scenario | null): Compte[] => [
  ...(described ? porteurDe(described, id) : []),
  ...(study.mode_operatoire?.parcours ?? []).flatMap(({ id: etape, responsable }) =>
    responsable === id
      ? [{ chemin: `mode_operatoire/parcours/${etape}/responsable`, dit: 'pour une étape du parcours' }]
      : [],
  ),
  ...(study.mode_operatoire?.taches ?? []).flatMap((tache) =>
    tache.responsable === id && posterieur(tache.fin, retrait.date)
      ? [{ chemin: `mode_operatoire/taches/${tache.id}/responsable`, dit: 'pour mener une tâche' }]
      : [],
  ),
  ...(study.mode_operatoire?.conventions ?? []).flatMap(({ id: own, partenaire, signee_le: signed }, i) =>
    partenaire === id && !(signed !== undefined && !posterieur(signed, retrait.date))
      ? [{ chemin: `mode_operatoire/conventions/${own ?? i + 1}/partenaire`, dit: 'parmi ses conventions' }]
      : [],
  ),
];

/** The day at which a deliverable speaks: that of its last edition. */
const jourDe = ({ study }: ContexteCoherence, livrable: string): string => etatLivrable(study, livrable).date;

export const partenaireRetire: RegleCoherence = {
  code: 'partenaire-retire',
  gravite: 'attention',
  titre: 'L’étude compte encore sur un organisme qui s’est retiré.',
  explication:
    'Un organisme qui s’est retiré, ou a refusé (« retrait » de sa fiche), n’est plus le porteur, un partenaire, un financeur, un employeur ni le titulaire d’une fonction des scénarios écrits après ce jour, et le mode opératoire ne lui destine plus de convention, de tâche ni d’étape du parcours. Un retrait plus tardif que le document n’y est pas connu.',
  exemple: 'retrait: { date: "2025-03-12", motif: Son bureau a voté contre. }',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: (contexte) => {
    const { study, acteur } = contexte;
    const left = study.acteurs.filter((one): one is Retire => one.retrait !== undefined);
    if (left.length === 0) return [];
    const described = scenarioDecrit(study);
    const told = (who: Retire, name: string, counts: readonly Compte[]): Contradiction[] => {
      const [first, ...others] = counts;
      if (!first) return [];
      const { id, retrait } = who;
      const why = retrait.motif ? ` (${retrait.motif.replace(/\.$/, '')})` : '';
      return [
        {
          chemin: first.chemin,
          contre: [`acteurs/${id}/retrait`, ...others.map(({ chemin }) => chemin)],
          message: `${name} compte ${acteur(id)} ${enumerer([...new Set(counts.map(({ dit }) => dit))])} ; cet organisme s’est retiré ${leJour(retrait.date)}${why}.`,
          issue: 'Retirez-le, dites qui le remplace, ou corrigez son retrait.',
          saisie: 'Le retrait s’écrit dans « retrait » de la fiche de l’acteur (acteurs.yaml).',
        },
      ];
    };
    return left.flatMap((who) => {
      const tard = posterieur(who.retrait.date, jourDe(contexte, 'scenarios'));
      return [
        ...(tard ? [] : study.scenarios.flatMap((one) => told(who, `« ${one.titre} »`, comptesDans(one, who.id)))),
        ...(posterieur(who.retrait.date, jourDe(contexte, 'mode-operatoire'))
          ? []
          : told(
              who,
              described ? `le mode opératoire de « ${described.titre} »` : 'le mode opératoire',
              // Told of the scenario where its document knew of it.
              comptesDuMode(contexte, who, tard ? (described ?? null) : null),
            )),
      ];
    });
  },
};

interface Pas {
  champ: string;
  /** « son engagement », and what the organisation does then. */
  nom: string;
  fait: string;
  date: (acteur: Acteur) => string | undefined;
  issue: string;
}

/** What an organisation goes through, in its order; what it does not say is passed over. */
const PAS: readonly Pas[] = [
  {
    champ: 'contact_date',
    nom: 'premier contact',
    fait: 'est rencontré',
    date: (one) => one.contact_date,
    issue: 'Corrigez une des deux dates.',
  },
  {
    champ: 'engagement_date',
    nom: 'engagement',
    fait: 's’engage',
    date: (one) => one.engagement_date,
    issue: 'Corrigez une des deux dates, ou retirez celle du contact si l’engagement en tient lieu.',
  },
  {
    champ: 'retrait/date',
    nom: 'retrait',
    fait: 'se retire',
    date: (one) => one.retrait?.date,
    issue: 'Corrigez une des deux dates, ou retirez le retrait s’il est revenu.',
  },
];

export const retraitAvantEngagement: RegleCoherence = {
  code: 'retrait-avant-engagement',
  gravite: 'attention',
  titre: 'Un organisme se retire avant la date de son engagement, ou s’engage avant son premier contact.',
  explication:
    'Le premier contact avec un organisme (« contact_date ») précède ce qui l’engage (« engagement_date »), et l’un et l’autre son retrait (« retrait.date »). Celui qui revient après un refus n’a plus de retrait.',
  livrables: ['diagnostic', 'scenarios'],
  verifier: ({ study, acteur }) =>
    study.acteurs.flatMap((one) => {
      const known = PAS.flatMap((pas) => {
        const date = pas.date(one);
        return date === undefined ? [] : [{ ...pas, date }];
      });
      return known.flatMap(({ champ, fait, issue, date }, i): Contradiction[] => {
        const before = known[i - 1];
        if (!before || !anterieur(date, before.date)) return [];
        return [
          {
            chemin: `acteurs/${one.id}/${champ}`,
            contre: [`acteurs/${one.id}/${before.champ}`],
            message: `${acteur(one.id)} ${fait} ${leJour(date)}, avant son ${before.nom} (${leJour(before.date)}).`,
            issue,
          },
        ];
      });
    }),
};

export const RETRAITS = [partenaireRetire, retraitAvantEngagement] as const;
