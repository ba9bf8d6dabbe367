/** A state against the facts that it excludes: who has been met, what has been done, how much was asked for. */
import { sum } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { leJour, ordreDates, parJour, posterieur } from '../../../../texte/dates.js';
import { nombreFr, pourcent } from '../../../../texte/nombres.js';
import { titreReunion } from '../../../comite.js';
import { fourchette } from '../../../montants.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** The first meeting held, by the day of the diagnostic, where an actor sat. */
function reunionAvec({ reunions, etude }: Study, acteur: string): Study['reunions'][number] | undefined {
  const date = etude.livrables?.find(({ id }) => id === 'diagnostic')?.date ?? etude.date;
  return reunions.find(
    ({ etat, date: day, presents = [] }) =>
      etat === 'tenue' && !posterieur(day, date) && presents.some((one) => one.acteur === acteur),
  );
}

export const pressentiEtRencontre: RegleCoherence = {
  code: 'pressenti-et-rencontre',
  gravite: 'attention',
  titre: 'Un organisme est dit pressenti, et il a déjà été rencontré.',
  explication:
    'Un organisme « pressenti » (« engagement ») n’a pas encore été rencontré : rien ne date son engagement ni un premier contact (« engagement_date », « contact_date »), et il n’a siégé à aucune réunion tenue à la date du diagnostic (« presents »). Celui qui est associé à l’étude est au moins « contacte ».',
  livrables: ['diagnostic', 'scenarios'],
  verifier: ({ study, acteur }) =>
    study.acteurs.flatMap(({ id, engagement, engagement_date: engaged, contact_date: contact }): Contradiction[] => {
      const met = reunionAvec(study, id);
      const date = engaged ?? contact;
      if (engagement !== 'pressenti' || (date === undefined && !met)) return [];
      const [champ, quoi] =
        engaged === undefined ? ['contact_date', 'premier contact'] : ['engagement_date', 'engagement'];
      return [
        {
          chemin: `acteurs/${id}/engagement`,
          contre: [date === undefined ? `reunions/${met?.id}/presents` : `acteurs/${id}/${champ}`],
          message: `${acteur(id)} est dit pressenti, et ${date === undefined ? `siégeait à « ${met ? titreReunion(met) : ''} »` : `son ${quoi} est daté (${leJour(date)})`}.`,
          issue: 'Corrigez l’engagement, ou ce qui le date.',
        },
      ];
    }),
};

export const tacheFinieInachevee: RegleCoherence = {
  code: 'tache-finie-inachevee',
  gravite: 'attention',
  titre: 'L’avancement d’une tâche n’est pas celui que disent ses dates.',
  explication:
    'Une tâche finie (« fin_reelle ») est à 100 % (« avancement: 1 ») ; celle qui n’est prévue qu’après la date de l’étude, et que rien ne dit commencée (« debut_reel »), n’a pas avancé.',
  livrables: ['mode-operatoire', 'bilan'],
  verifier: ({ study: { mode_operatoire: mode, etude } }) =>
    (mode?.taches ?? []).flatMap((tache): Contradiction[] => {
      const { id, libelle, avancement: done, debut, debut_reel: begun, fin_reelle: ended } = tache;
      if (done === undefined) return [];
      const at = `mode_operatoire/taches/${id}`;
      const issue = 'Corrigez son avancement, ou ses dates.';
      if (ended !== undefined && done < 1)
        return [
          {
            chemin: `${at}/avancement`,
            contre: [`${at}/fin_reelle`],
            message: `« ${libelle} » a fini ${leJour(ended)}, et n’est avancée qu’à ${pourcent(done)}.`,
            issue,
          },
        ];
      if (ended !== undefined || begun !== undefined || done === 0 || !posterieur(debut, etude.date)) return [];
      return [
        {
          chemin: `${at}/avancement`,
          contre: [`${at}/debut`],
          message: `« ${libelle} » est avancée à ${pourcent(done)}, et ne commence que ${leJour(debut)}.`,
          issue,
        },
      ];
    }),
};

export const demandesAuDela: RegleCoherence = {
  code: 'demandes-au-dela',
  gravite: 'attention',
  titre: 'Un scénario reçoit plus de demandes que les publics ne lui en adressent.',
  explication:
    'Une modalité dont chaque unité est une demande reçue (« demande_accompagnee: true ») et les demandes attendues (« demandes_attendues ») comptent la même chose, en rythme de croisière : la borne basse des volumes (« volume_annuel »), ensemble, ne passe pas la borne haute des demandes. De même ce qui a été fait (« realise.volumes ») et les demandes dont le sort est connu (« realise.demandes »).',
  livrables: ['scenarios', 'mode-operatoire', 'bilan'],
  verifier: ({ study }) => [...demandesPrevues(study), ...demandesFaites(study)],
};

function demandesPrevues({ scenarios }: Study): Contradiction[] {
  return scenarios.flatMap(({ id, titre, modalites, demandes_attendues: expected }): Contradiction[] => {
    const own = modalites.filter(({ demande_accompagnee: asked }) => asked);
    const [first, ...others] = own.map((one) => `scenarios/${id}/modalites/${one.id}/volume_annuel` as const);
    const most = fourchette(expected)?.max;
    const least = sum(own, ({ volume_annuel: volume }) => fourchette(volume)?.min ?? 0);
    if (first === undefined || most === undefined || least <= most) return [];
    return [
      {
        chemin: `scenarios/${id}/demandes_attendues`,
        contre: [first, ...others],
        message: `« ${titre} » attend ${compte(most, 'demande')} par an au plus, et ses modalités en reçoivent ${nombreFr(least)} au moins.`,
        issue: 'Corrigez les demandes attendues, ou les volumes.',
      },
    ];
  });
}

function demandesFaites(study: Study): Contradiction[] {
  const { volumes = [], demandes = [] } = study.mode_operatoire?.realise ?? {};
  const asked = new Set(
    scenarioDecrit(study)?.modalites.flatMap((one) => (one.demande_accompagnee ? [one.id] : [])) ?? [],
  );
  const ranks = volumes.flatMap(({ modalite }, i) => (asked.has(modalite) ? [i] : []));
  const [first] = ranks;
  const done = sum(ranks, (rank) => volumes[rank]?.nombre);
  const received = sum(demandes, ({ nombre }) => nombre);
  if (first === undefined || demandes.length === 0 || done <= received) return [];
  return [
    {
      chemin: `mode_operatoire/realise/volumes/${first + 1}/nombre`,
      contre: ['mode_operatoire/realise/demandes'],
      message: `${compte(done, 'demande a été traitée', 'demandes ont été traitées')} ; le sort de ${nombreFr(received)} seulement est dit.`,
      issue: 'Corrigez le volume fait, ou complétez le sort des demandes.',
      saisie: 'Le sort des demandes s’écrit dans « realise.demandes » (mode-operatoire.yaml) : « sort » et « nombre ».',
    },
  ];
}

const etapesFiniesProjetOuvert: RegleCoherence = {
  code: 'etapes-finies-projet-ouvert',
  gravite: 'attention',
  titre: 'Toutes les étapes d’un projet sont finies, et il ne l’est pas.',
  explication:
    'Un projet retenu ou en cours a une étape au moins qui n’est pas finie : un calendrier (« calendrier ») dont chaque étape a sa fin réelle (« fin_reelle ») se lit comme celui d’un projet terminé.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap(({ id, titre, etat, calendrier = [], suivi = [] }): Contradiction[] => {
      const ends = calendrier.flatMap(({ fin_reelle: end }) => end ?? []);
      const last = parJour(suivi).at(-1)?.avancement;
      const open = etat === 'en-cours' || etat === 'retenu';
      if (!open || ends.length === 0 || ends.length < calendrier.length || last === 1) return [];
      const when = [...ends].sort(ordreDates).at(-1) ?? '';
      return [
        {
          chemin: `projets/${id}/calendrier`,
          contre: [`projets/${id}/etat`],
          message: `toutes les étapes de « ${titre} » sont finies, la dernière ${leJour(when)}, et il est dit ${etat === 'retenu' ? 'retenu' : 'en cours'}${last === undefined ? '' : `, avancé à ${pourcent(last)}`}.`,
          issue: 'Ajoutez l’étape qui reste à faire, ou corrigez l’état du projet.',
          saisie:
            'L’étape s’ajoute à « calendrier » du projet (projets.yaml), avec sa fin prévue et sans « fin_reelle ».',
        },
      ];
    }),
};

export const ETATS_CONTREDITS = [
  pressentiEtRencontre,
  tacheFinieInachevee,
  etapesFiniesProjetOuvert,
  demandesAuDela,
] as const;
